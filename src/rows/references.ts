// Values for the columns of foreign keys: those of rows that are there, consistent where foreign keys
// share columns.
import type { ForeignKey, Table } from './catalog.ts';
import { meets, type Need } from './needs.ts';
import type { Value } from './value.ts';

/** The values of one row, by number of the column. */
export type RowValues = ReadonlyMap<number, Value>;

/** Foreign keys that have columns in common, and all of their columns. */
export interface Cluster {
  readonly keys: readonly ForeignKey[];
  readonly columns: ReadonlySet<number>;
}

/** Foreign keys by the columns they share. */
export function clustersOf({ foreignKeys }: Table): Cluster[] {
  const clusters: Cluster[] = [];
  // Those with most columns decide the values of the others.
  for (const key of [...foreignKeys].sort((a, b) => b.columns.length - a.columns.length)) {
    const touching = clusters.filter(({ columns }) => key.columns.some((one) => columns.has(one)));
    for (const one of touching) clusters.splice(clusters.indexOf(one), 1);
    clusters.push({
      keys: [...touching.flatMap(({ keys }) => keys), key],
      columns: new Set([...touching.flatMap(({ columns }) => [...columns]), ...key.columns]),
    });
  }
  return clusters;
}

export interface Choice {
  /** Which of the rows referred to is tried first. */
  readonly index: number;
  readonly needOf: (column: number) => Need;
  /** Whether a column may be null. */
  readonly nullable: (column: number) => boolean;
  /** Rows that a foreign key may refer to. */
  readonly rowsOf: (key: ForeignKey) => readonly RowValues[];
}

/** Values for a cluster's columns, or the foreign key that stands in the way. */
export function chooseReferences(
  { keys }: Cluster,
  choice: Choice,
): ReadonlyMap<number, string | null> | ForeignKey {
  const [found, blocked] = assign(keys, new Map(), choice);
  return found ?? blocked ?? new Map();
}

type Assigned = ReadonlyMap<number, string | null>;

function assign(
  keys: readonly ForeignKey[],
  assigned: Assigned,
  choice: Choice,
): [Assigned | null, ForeignKey | null] {
  const [key, ...rest] = keys;
  if (key === undefined) return [assigned, null];
  let blocked: ForeignKey | null = key;
  for (const way of waysFor(key, assigned, choice)) {
    const [found, later] = assign(rest, way, choice);
    if (found) return [found, null];
    blocked = later;
  }
  return [null, blocked];
}

/** In which ways a foreign key's columns can be filled, beside what is assigned already. */
function* waysFor(key: ForeignKey, assigned: Assigned, choice: Choice): Generator<Assigned> {
  const { columns, targetColumns } = key;
  const isNull = columns.some((column) => assigned.get(column) === null);
  const mustBeNull = columns.filter((column) => choice.needOf(column).isNull === true);
  if (isNull || mustBeNull.length > 0) {
    yield withNulls(key, assigned, choice);
    return;
  }
  const rows = choice.rowsOf(key);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[(choice.index + at) % rows.length];
    const values = targetColumns.map((column) => row?.get(column));
    const fits = values.every((value, index) => {
      const column = columns[index] ?? 0;
      const before = assigned.get(column);
      return (
        typeof value === 'string' &&
        (before === undefined ? meets(choice.needOf(column), value) : before === value)
      );
    });
    if (!fits) continue;
    const way = new Map(assigned);
    for (const [index, column] of columns.entries()) way.set(column, values[index] ?? null);
    yield way;
  }
  const free = columns.some((column) => !assigned.has(column) && mayBeNull(column, choice));
  if (free) yield withNulls(key, assigned, choice);
}

function mayBeNull(column: number, { nullable, needOf }: Choice): boolean {
  return nullable(column) && needOf(column).isNull !== false;
}

/** A null in one of its columns switches a foreign key off. */
function withNulls({ columns }: ForeignKey, assigned: Assigned, choice: Choice): Assigned {
  const way = new Map(assigned);
  for (const column of columns) {
    if (!way.has(column) && mayBeNull(column, choice)) way.set(column, null);
  }
  return way;
}
