// DISABLE TRIGGER on a table in use: what it keeps true is kept no longer; ALL takes foreign keys with it.
import { relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { alterations } from './syntax.ts';

const SUBTYPES = ['AT_DisableTrig', 'AT_DisableTrigAll', 'AT_DisableTrigUser'];

export const disableTrigger: Rule = {
  id: 'disable-trigger',
  hazard: 'operations',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      alterations(step).flatMap(({ relation, command }) => {
        const { subtype = '', name } = command;
        const table = relationNamed(step, relation);
        if (!SUBTYPES.includes(subtype) || table?.existed !== true) return [];
        const all = subtype === 'AT_DisableTrigAll';
        return {
          step,
          about: [],
          observed: `turns off ${name === undefined ? 'the triggers' : `the trigger ${name}`} of ${shortName(table.name)}${all ? ', those of its foreign keys too' : ''}`,
          why: 'rows that are written meanwhile are never checked afterwards. For one session, SET session_replication_role = replica does it without a lock; turn it on again in the same transaction',
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};
