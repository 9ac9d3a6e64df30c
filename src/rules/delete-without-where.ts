// DELETE of every row of a table in use.
import { relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const deleteWithoutWhere: Rule = {
  id: 'delete-without-where',
  hazard: 'data-loss',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const statement = asNode(step.tree, 'DeleteStmt');
      if (!statement?.relation || statement.whereClause || statement.usingClause) return [];
      const table = relationNamed(step, statement.relation);
      if (table?.existed !== true) return [];
      return {
        step,
        about: [`loss ${table.name}`, `write ${table.name}`, `read ${table.name}`],
        observed: `deletes every row of ${shortName(table.name)}`,
        why: 'nothing brings them back. Say which rows in a WHERE, and delete many in batches',
        safeFor: [],
        tables: [table.name],
      };
    }),
};
