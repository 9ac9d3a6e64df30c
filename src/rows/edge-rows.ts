// Rows that have one value each that is out of the ordinary, so that what goes wrong names its cause;
// and rows that come twice.
import { underDomains, type Catalog, type Column, type ForeignKey, type Table } from './catalog.ts';
import { columnsOf, type Conditions } from './conditions.ts';
import { edgeValues } from './edge-values.ts';
import { blockedBy, type Blocked } from './filling.ts';
import { tryRows, type TrialRows } from './insertion.ts';
import type { Database } from '../database/database.ts';
import type { KnownRows } from './known-rows.ts';
import { advanceSequences } from './filling.ts';
import { fillingLevels } from './order.ts';
import { Planner } from './planner.ts';
import { clustersOf, type RowValues } from './references.ts';
import type { Source, Value } from './value.ts';

/** Ordinary rows are counted from one; these begin where they don't reach. */
const FIRST = 5001;

export interface EdgeFilling {
  readonly db: Database;
  readonly catalog: Catalog;
  readonly conditions: Conditions;
  readonly source: Source;
  readonly known: KnownRows;
}

/** Puts edge rows into tables; what a constraint refuses is left out. In a transaction, with triggers off. */
export async function fillEdges(
  filling: EdgeFilling,
  tables: readonly Table[],
): Promise<Blocked[]> {
  const blocked: Blocked[] = [];
  for (const level of fillingLevels(tables)) blocked.push(...(await fillLevel(filling, level)));
  return blocked;
}

async function fillLevel(filling: EdgeFilling, tables: readonly Table[]): Promise<Blocked[]> {
  const blocked: Blocked[] = [];
  const trials: TrialRows<Table>[] = [];
  const planners: Planner[] = [];
  for (const table of tables) {
    const planner = plannerOf(filling, table);
    const base = planner.row({ n: FIRST });
    if (base !== null && 'obstacle' in base) {
      blocked.push({ table, constraint: base.obstacle, reason: base.reason });
      continue;
    }
    planners.push(planner);
    trials.push(edgesOf(filling, planner, base));
  }
  const results = await tryRows(filling.db, trials);
  await advanceSequences(filling.db, planners);
  for (const [index, { kept, refused }] of results.entries()) {
    const trial = trials[index];
    if (!trial) continue;
    filling.known.set(
      trial.table,
      kept.flatMap((at) => trial.rows[at] ?? []),
    );
    if (kept.length === 0) blocked.push(blockedBy(trial.table, refused[0]));
  }
  return blocked;
}

function plannerOf({ source, conditions, catalog, known }: EdgeFilling, table: Table): Planner {
  const { sequences } = catalog;
  const ways = conditions.ways(table);
  const planner = new Planner(table, {
    source,
    ways,
    sequences,
    // A reference that must be unique may be taken already.
    rowsOf: (key) => (isUnique(table, key) ? known.ofNew(key) : known.ofPresent(key)),
  });
  return planner.settle();
}

function isUnique({ keys }: Table, { columns }: ForeignKey): boolean {
  return keys.some((key) => columns.every((column) => key.columns.includes(column)));
}

/** The rows to try: first those that nothing but the type has a say in. */
function edgesOf(
  { catalog, conditions }: EdgeFilling,
  planner: Planner,
  base: RowValues | null,
): TrialRows<Table> {
  const { table } = planner;
  const checked = columnsOf(conditions.checks(table));
  const keyed = new Set(table.keys.flatMap(({ columns }) => columns));
  const plainRows: RowValues[] = base ? [base] : [];
  const riskyRows: RowValues[] = [];
  let n = FIRST + 1;
  const add = (column: Column, value: string | null): void => {
    const row = edgeRow(planner, column, { value, n });
    n += 1;
    if (!row) return;
    const { domains } = underDomains(catalog.types, column);
    const plain =
      !table.partitioned &&
      !checked.has(column.name) &&
      !keyed.has(column.number) &&
      domains.length === 0;
    (plain ? plainRows : riskyRows).push(row);
  };
  const referring = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  for (const column of table.columns) {
    if (column.generated) continue;
    if (!column.notNull) add(column, null);
    if (referring.has(column.number)) continue;
    for (const value of edgeValues(catalog.types, column)) add(column, value);
    const first = keyed.has(column.number) ? undefined : base?.get(column.number);
    // Twice, while all else is there once.
    if (typeof first === 'string') add(column, first);
    if (looksLikeReference(column)) riskyRows.push(...orphan(planner, column, n++));
  }
  const twice = base ? repeated(planner, base, n) : [];
  plainRows.push(...twice.slice(0, 1));
  riskyRows.push(...twice.slice(1), ...emptied(planner, n + 2));
  const rows = [...plainRows, ...riskyRows];
  return { table, rows, together: plainRows.length, enough: rows.length };
}

function edgeRow(
  planner: Planner,
  column: Column,
  { value, n }: { value: string | null; n: number },
): RowValues | null {
  const extra = new Map([
    [column.name, value === null ? { isNull: true } : { among: [value], isNull: false }],
  ]);
  const row = planner.row({ n, extra });
  return row === null || 'obstacle' in row ? null : new Map(row).set(column.number, value);
}

const looksLikeReference = ({ name }: Column): boolean => /(?:_id|Id|_uuid)$/.test(name);

/** A reference, by its name, to what is nowhere. */
function orphan(planner: Planner, column: Column, n: number): RowValues[] {
  const row = planner.row({ n });
  if (row === null || 'obstacle' in row) return [];
  const now = row.get(column.number);
  const value = typeof now === 'string' && /^\d+$/.test(now) ? '29999' : (now ?? '');
  return [new Map(row).set(column.number, value)];
}

/** A row twice, but for what must be unique; and in as many columns as can be, null. */
function repeated(planner: Planner, base: RowValues, n: number): RowValues[] {
  const { table } = planner;
  const fresh = planner.row({ n });
  if (fresh === null || 'obstacle' in fresh) return [];
  const keyed = withClusters(
    table,
    table.keys.flatMap(({ columns }) => columns),
  );
  const primary = withClusters(
    table,
    table.keys.flatMap((key) => (key.primary ? key.columns : [])),
  );
  const copy = (own: ReadonlySet<number>): RowValues =>
    new Map(
      [...base].map(([number, value]): [number, Value] => [
        number,
        own.has(number) ? fresh.get(number) : value,
      ]),
    );
  // All but the primary key: where another key stands against it, it is left out.
  return [copy(keyed), ...(keyed.size > primary.size ? [copy(primary)] : [])];
}

/** And what belongs together with them in a reference. */
function withClusters(table: Table, columns: readonly number[]): Set<number> {
  const touched = clustersOf(table).filter((one) =>
    columns.some((column) => one.columns.has(column)),
  );
  return new Set([...columns, ...touched.flatMap((one) => [...one.columns])]);
}

function emptied(planner: Planner, n: number): RowValues[] {
  const row = planner.row({ n });
  if (row === null || 'obstacle' in row) return [];
  const nullable = planner.table.columns.filter(({ notNull, generated }) => !notNull && !generated);
  if (nullable.length === 0) return [];
  const empty = new Map(row);
  for (const { number } of nullable) empty.set(number, null);
  return [empty];
}
