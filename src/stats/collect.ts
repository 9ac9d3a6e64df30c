// Asks a database how large its tables are. Nothing is written there, nothing is waited for, and no value is
// read: tables are only counted, the small ones or those that are asked for.
import { DatabaseError, type Database } from '../database/database.ts';
import type { Stats, TableStats } from './stats.ts';

export interface CollectOptions {
  /** Counts every table, however long it takes. */
  readonly exact: boolean;
  /** The day in UTC: `2026-11-22`. */
  readonly today: string;
  /** Milliseconds for one table at most; one that takes longer stays an estimate. */
  readonly countMs: number;
}

export interface Collected {
  readonly stats: Stats;
  /** Tables of which nobody knows how many rows they have. */
  readonly unknown: readonly string[];
  /** Tables that were to be counted and could not be, with the reason. */
  readonly uncounted: readonly { readonly table: string; readonly reason: string }[];
}

/** Up to so many bytes a table is counted anyway: it is read in a moment. */
const SMALL = 16_000_000;

const LOOK_MS = 60_000;
const LOCK_MS = 2_000;

interface RelationRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  /** What it is a partition of, or inherits from. */
  readonly parents: readonly number[];
  readonly table: number | null;
  /** As the planner estimates them from what the last ANALYZE saw; null where there was none. */
  readonly rows: number | null;
  readonly bytes: number;
  readonly countable: boolean;
  readonly [key: string]: unknown;
}

/**
 * `reltuples` is -1 where nobody ever looked, and 0 before PostgreSQL 14, with no pages either. The planner
 * scales it to the pages that there are now. https://www.postgresql.org/docs/current/row-estimation-examples.html
 */
const RELATIONS = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name, c.relkind::text as kind,
    i.indrelid::int8 as "table",
    (select coalesce(json_agg(h.inhparent::int8), '[]') from pg_inherits h where h.inhrelid = c.oid) as parents,
    case when c.relkind not in ('r', 'm') then null
      when pg_relation_size(c.oid) = 0 then 0
      when c.reltuples < 0 or c.relpages = 0 then null
      else round(c.reltuples / c.relpages * (pg_relation_size(c.oid) / current_setting('block_size')::int8))
    end::float8 as rows,
    coalesce(case when c.relkind in ('r', 'm') then pg_table_size(c.oid)
      when c.relkind = 'i' then pg_relation_size(c.oid) end, 0)::int8 as bytes,
    c.relkind in ('r', 'm') and has_table_privilege(c.oid, 'select') and not row_security_active(c.oid) as countable
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = c.oid
  where c.relkind in ('r', 'p', 'm', 'i', 'I') and c.relpersistence <> 't'
    and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'`;

/** Reads the sizes of every table, partitioned table and materialized view. */
export async function collectStats(db: Database, options: CollectOptions): Promise<Collected> {
  const rows = await readOnly(db, LOOK_MS, () => db.query<RelationRow>(RELATIONS));
  const uncounted: { table: string; reason: string }[] = [];
  const counted = new Map<number, number>();
  for (const row of rows) {
    if (!row.countable || !(options.exact || row.bytes <= SMALL)) continue;
    const count = await countRows(db, row, options.countMs);
    if (typeof count === 'number') counted.set(row.oid, count);
    else if (options.exact) uncounted.push({ table: nameOf(row), reason: count });
  }
  const tables = tablesOf(rows, counted);
  const { today: date } = options;
  const unknown = Object.entries(tables).filter(([, { rows: known }]) => known === null);
  return {
    stats: { version: 1, date, postgres: versionOf(db.version), tables },
    unknown: unknown.map(([name]) => name).sort(),
    uncounted,
  };
}

/** Rolled back in any case, and given up where it would have to wait. */
function readOnly<T>(db: Database, ms: number, work: () => Promise<T>): Promise<T> {
  return db.scratch(async () => {
    await db.exec(
      `set transaction read only; set local statement_timeout = ${String(ms)}; set local lock_timeout = ${String(LOCK_MS)}`,
    );
    return work();
  });
}

const nameOf = ({ schema, name }: RelationRow): string => `${schema}.${name}`;

/** Each in a transaction of its own, so that no table stays locked while others are read. Else why it could not be. */
async function countRows(
  db: Database,
  { schema, name }: RelationRow,
  ms: number,
): Promise<number | string> {
  const table = [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
  try {
    const [row] = await readOnly(db, ms, () =>
      db.query<{ rows: number }>(`select count(*)::int8 as rows from only ${table}`),
    );
    return row?.rows ?? 'no answer';
  } catch (error) {
    if (error instanceof DatabaseError) return error.message;
    throw error;
  }
}

function tablesOf(
  rows: readonly RelationRow[],
  counted: ReadonlyMap<number, number>,
): Record<string, TableStats> {
  const children = groupBy(rows, ({ parents }) => parents);
  const below = (row: RelationRow): RelationRow[] => [
    row,
    ...(children.get(row.oid) ?? []).flatMap(below),
  ];
  const leaves = (row: RelationRow): RelationRow[] => [...new Set(below(row))].filter(isStored);
  const indexes = groupBy(rows, ({ table }) => (table === null ? [] : [table]));
  const stats = (row: RelationRow): TableStats => {
    const own = leaves(row);
    const known = own.map((leaf) => counted.get(leaf.oid) ?? leaf.rows);
    return {
      rows: known.includes(null) ? null : sum(known.map((one) => one ?? 0)),
      exact: own.every(({ oid }) => counted.has(oid)),
      bytes: sum(own.map(({ bytes }) => bytes)),
      indexes: Object.fromEntries(
        (indexes.get(row.oid) ?? []).map((index) => [
          nameOf(index),
          sum(leaves(index).map(({ bytes }) => bytes)),
        ]),
      ),
    };
  };
  const tables = rows.filter(({ kind }) => !['i', 'I'].includes(kind));
  return Object.fromEntries(tables.map((row) => [nameOf(row), stats(row)]));
}

/** What has a file of its own. */
const isStored = ({ kind }: RelationRow): boolean => kind !== 'p' && kind !== 'I';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function groupBy(
  rows: readonly RelationRow[],
  keysOf: (row: RelationRow) => readonly number[],
): ReadonlyMap<number, readonly RelationRow[]> {
  const groups = new Map<number, RelationRow[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** 150018 → `15.18`. */
const versionOf = (number: number): string =>
  `${String(Math.floor(number / 10_000))}.${String(number % 10_000)}`;
