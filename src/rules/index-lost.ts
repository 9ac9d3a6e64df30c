// An index that goes and that no other stands in for: queries that used it read whole tables.
import type { SchemaObject } from '../schema/objects.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { allOf, asNode, wordsOf } from './syntax.ts';

export const indexLost: Rule = {
  id: 'index-lost',
  hazard: 'operations',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      indexesNamed(pass, step)
        .filter((index) => !isCovered(pass, index))
        .map((index) => ({
          step,
          about: [],
          observed: `${index.name} goes, and no other index begins with its columns`,
          why: 'queries that used it will read the whole table. Look at its use in production first: select idx_scan, last_idx_scan from pg_stat_user_indexes (last_idx_scan since PostgreSQL 16)',
          safeFor: [],
          tables: [`${index.schema ?? 'public'}.${index.table ?? ''}`],
          onlyAlone: true,
        })),
    ),
};

/** Those that a DROP INDEX names, of those there were and are no longer. */
function indexesNamed({ base, head }: Pass, { tree }: Step): SchemaObject[] {
  const statement = asNode(tree, 'DropStmt');
  if (statement?.removeType !== 'OBJECT_INDEX') return [];
  const names = allOf(statement.objects, 'List').map((list) => wordsOf({ List: list }));
  return [...base.objects.values()].filter(
    ({ id, kind, schema, name }) =>
      kind === 'index' &&
      !head.objects.has(id) &&
      names.some((words) => words.at(-1) === name && (words.at(-2) ?? schema) === schema),
  );
}

/** Whether another index or key at the end begins with the columns of one. */
function isCovered({ head }: Pass, gone: SchemaObject): boolean {
  const wanted = columnsOf(gone);
  return [...head.objects.values()].some((object) => {
    if (object.schema !== gone.schema || object.table !== gone.table) return false;
    if (!['index', 'unique', 'primary key'].includes(object.kind)) return false;
    if ((object.attributes['where'] ?? null) !== null) return false;
    const columns = columnsOf(object);
    return wanted.every((column, index) => column === columns[index]);
  });
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
