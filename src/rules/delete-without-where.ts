// Every row of a table in use is deleted: by a DELETE without a WHERE, or as was seen.
import { relationNamed, shortName, unique } from './facts.ts';
import type { Relation } from '../rehearse/trace.ts';
import type { Rule, Step } from './rule.ts';
import { asNode, nodesWithin } from './syntax.ts';

export const deleteWithoutWhere: Rule = {
  id: 'delete-without-where',
  hazard: 'data-loss',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      unique([...named(step), ...seen(step)]).map((table) => ({
        step,
        about: [`loss ${table.name}`, `write ${table.name}`, `read ${table.name}`],
        observed: `deletes every row of ${shortName(table.name)}`,
        why: 'nothing brings them back. Say which rows in a WHERE, and delete many in batches',
        safeFor: [],
        tables: [table.name],
      })),
    ),
};

function named(step: Step): Relation[] {
  const statement = asNode(step.tree, 'DeleteStmt');
  if (!statement?.relation || statement.whereClause || statement.usingClause) return [];
  const table = relationNamed(step, statement.relation);
  return table?.existed === true ? [table] : [];
}

/**
 * In a function or a DO, say; one row that goes may be the one that was meant, and a WHERE that holds for
 * all rows that a rehearsal made up may hold for few in production.
 */
function seen({ statement, tree }: Step): Relation[] {
  if (nodesWithin(asNode(tree, 'DeleteStmt')?.whereClause, 'ColumnRef').length > 0) return [];
  return statement.rows
    .filter(({ relation, before, deleted }) => relation.existed && before > 1 && deleted >= before)
    .map(({ relation }) => relation);
}
