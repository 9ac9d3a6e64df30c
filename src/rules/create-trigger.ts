// CREATE TRIGGER on a table in use: a brief lock, and a cost for every row that is written from then on.
import { lockOn, relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const createTrigger: Rule = {
  id: 'create-trigger',
  hazard: 'lock',
  severity: 'note',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const trigger = asNode(step.tree, 'CreateTrigStmt');
      const table = trigger?.relation ? relationNamed(step, trigger.relation) : null;
      if (table?.existed !== true) return [];
      return {
        step,
        about: [],
        observed: `locks ${shortName(table.name)} under ${lockOn(step, table) ?? ''}, and runs a function for each ${trigger?.row === true ? 'row' : 'statement'} from then on`,
        why: 'writers wait for a moment; set a lock_timeout. What the function does, every writer pays for',
        safeFor: [],
        tables: [table.name],
      };
    }),
};
