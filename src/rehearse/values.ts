// What became of rows and values: contents before and after a statement, compared.
import type { ContentColumn, ContentRow, Contents } from './contents.ts';
import type { ChangedColumn } from './trace.ts';

/** What is missing or different of what a table held. */
export interface Loss {
  readonly lost: number;
  readonly lostColumns: readonly { readonly column: string; readonly values: number }[];
  readonly changed: readonly ChangedColumn[];
}

/** A table after a statement: what it holds, and that in the types its columns had. */
export interface After {
  readonly contents: Contents;
  /** Null where no column has another type. */
  readonly restored: readonly Row[] | null;
}

/**
 * Where rows without a key are after a statement: in the order they had, in another one, or nobody knows
 * which of them are left.
 */
export type Order = 'kept' | 'mixed' | 'lost';

/** Compares what a table held with what it holds; `after` is null where it is gone. */
export function compareContents(before: Contents, after: After | null, order: Order): Loss {
  if (after === null) return { lost: before.count, lostColumns: [], changed: [] };
  const { columns, rows } = after.contents;
  const places = new Map(columns.map(({ number }, place) => [number, place] as const));
  const lostColumns = before.columns.flatMap(({ name, number, generated }, place) => {
    const values = before.rows.filter((row) => row[place] !== null).length;
    return places.has(number) || generated || values === 0 ? [] : [{ column: name, values }];
  });
  const pairs = pairRows(before, after, places);
  const keyed = before.key.length > 0;
  const followed = keyed || (order !== 'lost' && rows.length === before.rows.length);
  const changed = (followed ? before.columns : []).flatMap((column, place) => {
    const there = places.get(column.number);
    const now = there === undefined ? undefined : columns[there];
    if (there === undefined || now === undefined || column.generated) return [];
    const values = pairs.map(([was, is, restored]): Values => {
      return [was[place] ?? null, is[there] ?? null, restored[there] ?? null];
    });
    const matched = keyed || order === 'kept' ? values : unmatched(values);
    return changedColumn(matched, column, now);
  });
  return { lost: before.count - pairs.length - uncounted(before), lostColumns, changed };
}

/** Of rows in another order: the values of a column that are no longer among them, with the new ones. */
function unmatched(values: readonly Values[]): Values[] {
  const left = values.map(([, is, restored]) => [is, restored] as const);
  const gone = values.flatMap(([was]) => {
    const at = left.findIndex(([, restored]) => restored === was);
    if (at === -1) return [was];
    left.splice(at, 1);
    return [];
  });
  return gone.map((was, index) => [was, left[index]?.[0] ?? null, left[index]?.[1] ?? null]);
}

type Row = ContentRow;
type Value = string | null;

/** Tables of which only the number of rows is known lose what that number says. */
const uncounted = ({ count, rows }: Contents): number => count - rows.length;

/** A row that is still there: as it was, as it is, and that in the old types. */
type Pair = readonly [was: Row, is: Row, restored: Row];

/** By key, else by their order in the file. */
function pairRows(
  before: Contents,
  { contents, restored }: After,
  places: ReadonlyMap<number, number>,
): Pair[] {
  const pair = (row: Row, index: number | undefined): Pair[] => {
    const is = index === undefined ? undefined : contents.rows[index];
    return is === undefined ? [] : [[row, is, restored?.[index ?? 0] ?? is]];
  };
  const key = before.key.map((place) => places.get(before.columns[place]?.number ?? 0));
  if (key.length === 0 || key.includes(undefined)) {
    // Rewriting keeps the order of rows; where some are gone nobody knows which.
    return before.rows.flatMap((row, index) => pair(row, index));
  }
  const now = restored ?? contents.rows;
  const byKey = new Map(now.map((row, index) => [keyOf(row, key), index] as const));
  return before.rows.flatMap((row) => pair(row, byKey.get(keyOf(row, before.key))));
}

const keyOf = (row: Row, places: readonly (number | undefined)[]): string =>
  JSON.stringify(places.map((place) => (place === undefined ? null : row[place])));

type Values = readonly [was: Value, is: Value, restored: Value];

function changedColumn(
  values: readonly Values[],
  from: ContentColumn,
  to: ContentColumn,
): ChangedColumn[] {
  const differing = values.filter(([was, , restored]) => was !== restored);
  const [example] = differing;
  if (example === undefined) return [];
  const [was, is] = example;
  return [
    { column: to.name, from: from.type, to: to.type, values: differing.length, example: [was, is] },
  ];
}
