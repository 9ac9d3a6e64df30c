// In which order tables are filled: what a row must refer to comes before it.
import type { ForeignKey, Table } from './catalog.ts';

/** The tables in order; foreign keys that refer to a later one are left to the end of a ring. */
export function fillingOrder(tables: readonly Table[]): Table[] {
  const left = new Map(tables.map((table) => [table.oid, table]));
  const ordered: Table[] = [];
  const needs = (table: Table, keys: (table: Table) => readonly ForeignKey[]): boolean =>
    keys(table).some(({ target }) => target !== table.oid && left.has(target));
  while (left.size > 0) {
    const waiting = [...left.values()];
    const free = waiting.filter((table) => !needs(table, ({ foreignKeys }) => foreignKeys));
    const next = free.length > 0 ? free : [breaking(waiting, (table) => needs(table, required))];
    for (const table of next) {
      ordered.push(table);
      left.delete(table.oid);
    }
  }
  return ordered;
}

/** Tables by how many others must come before: those of one level refer to none of it, but for rings. */
export function fillingLevels(tables: readonly Table[]): Table[][] {
  const depths = new Map<number, number>();
  const levels: Table[][] = [];
  for (const table of fillingOrder(tables)) {
    const below = table.foreignKeys.map(({ target }) => depths.get(target) ?? -1);
    const depth = Math.max(-1, ...below) + 1;
    depths.set(table.oid, depth);
    levels[depth] = [...(levels[depth] ?? []), table];
  }
  return levels;
}

/** Where a ring is broken: at a table that could do without what it refers to, if there is one. */
function breaking(waiting: readonly Table[], must: (table: Table) => boolean): Table {
  const [first] = waiting;
  const found = waiting.find((table) => !must(table)) ?? first;
  if (!found) throw new Error('no table is waiting');
  return found;
}

/** Foreign keys that have no column to leave null. */
function required({ foreignKeys, columns }: Table): ForeignKey[] {
  return foreignKeys.filter((key) =>
    columns.every(({ number, notNull }) => notNull || !key.columns.includes(number)),
  );
}
