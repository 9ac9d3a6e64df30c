// Which indexes a statement built: those whose file is new, and those that are gone again when it ends.
import type { Said } from './messages.ts';
import { bareName, plain, type RelationState } from './relations.ts';
import type { Build } from './trace.ts';

/** Indexes that the server said it built and that no relation is called by: made and dropped in one statement. */
export function passingBuilds(
  { built }: Said,
  seen: readonly Build[],
  relations: readonly RelationState[],
): Build[] {
  const indexes = new Set([
    ...seen.map(({ index }) => bareName(index.name)),
    ...relations.filter(({ kind }) => kind === 'index').map(({ name }) => bareName(name)),
  ]);
  return built.flatMap((one): Build[] => {
    if (indexes.has(one.index)) return [];
    const table = relations.findLast(({ kind, name }) => {
      return (kind === 'table' || kind === 'materialized view') && bareName(name) === one.table;
    });
    if (table === undefined) return [];
    const schema = table.name.slice(0, -one.table.length);
    const index = {
      ...{ oid: 0, name: `${schema}${one.index}`, table: table.name },
      ...{ kind: 'index' as const, existed: false },
    };
    return [{ index, table: plain(table) }];
  });
}
