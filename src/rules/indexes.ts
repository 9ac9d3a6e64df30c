// Indexes that the migrations make, and others that stand in for one.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Pass, Step } from './rule.ts';
import { asNode } from './syntax.ts';

/** New indexes on tables that existed, with the statement that made them. */
export function newIndexes({ base, head, steps }: Pass): {
  index: SchemaObject;
  columns: readonly string[];
  step: Step;
}[] {
  return [...head.objects.values()]
    .filter(({ kind, id }) => kind === 'index' && !base.objects.has(id))
    .flatMap((index) => {
      const step = steps.find(({ tree }) => {
        const made = asNode(tree, 'IndexStmt');
        return made !== null && (made.idxname ?? index.name) === index.name;
      });
      return step === undefined ? [] : [{ index, columns: columnsOf(index), step }];
    });
}

/** Another index or key of the table that begins with the columns of one, and holds all rows; null for none. */
export function coveringIndex({ objects }: Schema, one: SchemaObject): SchemaObject | null {
  const wanted = columnsOf(one);
  const covering = [...objects.values()].find((object) => {
    if (object.id === one.id) return false;
    if (object.schema !== one.schema || object.table !== one.table) return false;
    if (!['index', 'unique', 'primary key'].includes(object.kind)) return false;
    if ((object.attributes['where'] ?? null) !== null) return false;
    const columns = columnsOf(object);
    return wanted.every((column, index) => column === columns[index]);
  });
  return covering ?? null;
}

function columnsOf({ attributes }: SchemaObject): string[] {
  const list = attributes['order'] ?? attributes['columns'];
  return (Array.isArray(list) ? list : []).map((column: unknown) =>
    JSON.stringify(
      typeof column === 'object' && column !== null && 'expression' in column
        ? column.expression
        : column,
    ).replaceAll('\\"', ''),
  );
}
