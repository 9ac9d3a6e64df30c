// Every row of a table in use is updated in one statement: by an UPDATE without a WHERE, or as was seen.
import type { Relation } from '../rehearse/trace.ts';
import { relationNamed, shortName, unique } from './facts.ts';
import { updateInBatches } from './instead.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { asNode, nodesWithin, stringsOf } from './syntax.ts';

export const updateEveryRow: Rule = {
  id: 'update-every-row',
  hazard: 'lock',
  severity: 'warning',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      unique([...named(step), ...seen(step, pass)]).map((table) => ({
        step,
        about: [`write ${table.name}`, `read ${table.name}`],
        observed: `updates every row of ${shortName(table.name)} in one statement`,
        why: 'each row stays locked until the last one is done, and the table doubles in size. Update in batches along the primary key, each committed by itself',
        safeFor: updateInBatches(pass, step, table),
        tables: [table.name],
        grows: true,
      })),
    ),
};

function named(step: Step): Relation[] {
  const statement = asNode(step.tree, 'UpdateStmt');
  if (!statement?.relation || statement.whereClause) return [];
  const table = relationNamed(step, statement.relation);
  return table?.existed === true ? [table] : [];
}

/** In a function or a DO, say, or where the WHERE holds for all; not what commits batch by batch. */
function seen({ tree, statement }: Step, pass: Pass): Relation[] {
  if (asksOfValues(tree, pass)) return [];
  if (asNode(tree, 'DoStmt') && /\bcommit\b/i.test(statement.sql)) return [];
  return statement.rows
    .filter(({ relation, before, updated }) => relation.existed && before > 1 && updated >= before)
    .map(({ relation }) => relation);
}

/** A WHERE over columns whose values the rehearsal made up may hold for few in production. */
function asksOfValues(tree: Step['tree'], { base }: Pass): boolean {
  const where = asNode(tree, 'UpdateStmt')?.whereClause;
  const names = nodesWithin(where, 'ColumnRef').map(({ fields }) => stringsOf(fields).at(-1));
  return [...base.objects.values()].some(
    ({ kind, name }) => kind === 'column' && names.includes(name),
  );
}
