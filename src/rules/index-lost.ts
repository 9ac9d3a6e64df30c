// An index that goes and that no other stands in for: queries that used it read whole tables.
import type { SchemaObject } from '../schema/objects.ts';
import { coveringIndex } from './indexes.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { allOf, asNode, wordsOf } from './syntax.ts';

export const indexLost: Rule = {
  id: 'index-lost',
  hazard: 'operations',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      indexesNamed(pass, step)
        .filter((index) => coveringIndex(pass.head, index) === null)
        .map((index) => ({
          step,
          about: [],
          observed: `index ${index.name} goes, and no other index begins with its columns`,
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
