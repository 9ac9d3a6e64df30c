// UPDATE of every row of a table in use, in one statement.
import { relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const updateEveryRow: Rule = {
  id: 'update-every-row',
  hazard: 'lock',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const statement = asNode(step.tree, 'UpdateStmt');
      if (!statement?.relation || statement.whereClause) return [];
      const table = relationNamed(step, statement.relation);
      if (table?.existed !== true) return [];
      return {
        step,
        about: [`write ${table.name}`, `read ${table.name}`],
        observed: `updates every row of ${shortName(table.name)} in one statement`,
        why: 'each row stays locked until the last one is done, and the table doubles in size. Update in batches along the primary key, each committed by itself',
        safeFor: 'plan' as const,
        tables: [table.name],
        grows: true,
      };
    }),
};
