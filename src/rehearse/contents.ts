// What tables hold, row by row as text. Columns are followed by the catalog's own numbers, which no
// rename alters, rows by the primary key.
import type { Database } from '../database/database.ts';
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';

/** The rows of one table at one moment. */
export interface Contents {
  readonly oid: number;
  readonly columns: readonly ContentColumn[];
  /** Places in a row of the primary key's columns; empty where there is none. */
  readonly key: readonly number[];
  /** How many there are; `rows` is empty where they are too many to be followed. */
  readonly count: number;
  readonly rows: readonly ContentRow[];
}

/** Texts of the values, in the columns' order. */
export type ContentRow = readonly (string | null)[];

export interface ContentColumn {
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
}

/** Tables with more rows than this are only counted: migrations bring their own, sometimes many. */
const MAX_ROWS = 5_000;

interface TableRow {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly populated: boolean;
  readonly columns: readonly ContentColumn[];
  /** Numbers of columns. */
  readonly key: readonly number[] | null;
  readonly [key: string]: unknown;
}

const TABLES = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name, c.relispopulated as populated,
    (select i.indkey::int2[] from pg_index i where i.indrelid = c.oid and i.indisprimary) as key,
    coalesce((select json_agg(json_build_object('number', a.attnum, 'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod), 'generated', a.attgenerated <> '') order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'm') and c.oid = any($1::oid[])`;

/**
 * Numbers of the tables that quoted names mean now, with their partitions and children; names that mean
 * nothing are left out.
 */
export async function resolveNames(db: Database, names: readonly string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const rows = await db.query<{ oid: number }>(
    `with recursive named as (
        select to_regclass(name)::oid as oid from json_array_elements_text($1::json) as name
        union select i.inhrelid from pg_inherits i join named n on n.oid = i.inhparent)
      select oid::int8 as oid from named where oid is not null`,
    [JSON.stringify(names)],
  );
  return rows.map(({ oid }) => oid);
}

/** What the tables hold now, by their numbers; one that is gone has no entry. */
export async function readContents(
  db: Database,
  oids: readonly number[],
): Promise<Map<number, Contents>> {
  if (oids.length === 0) return new Map();
  const tables = await db.query<TableRow>(TABLES, [`{${oids.join(',')}}`]);
  const read = await readRows(db, tables, textOf);
  return new Map(
    tables.map(({ oid, columns, key }) => {
      const { count = 0, rows: found } = read.get(oid) ?? {};
      const places = (key ?? []).map((number) => columns.findIndex((one) => one.number === number));
      return [oid, { oid, columns, key: places, count, rows: found ?? [] }] as const;
    }),
  );
}

/**
 * The rows of those tables of which a column has another type `now`, with each value taken back to the type
 * that its column had, as far as that type takes it, so that Postgres itself says which values are still the
 * same. Null where it doesn't.
 */
export async function readRestored(
  db: Database,
  before: readonly Contents[],
  now: ReadonlyMap<number, Contents>,
): Promise<Map<number, readonly ContentRow[]>> {
  const old = new Map(
    before.flatMap(({ oid, columns }) =>
      columns.map(({ number, type }) => [`${String(oid)}.${String(number)}`, type] as const),
    ),
  );
  const changed = before.filter(({ oid }) =>
    now
      .get(oid)
      ?.columns.some(({ number, type }) =>
        isOther(old.get(`${String(oid)}.${String(number)}`), type),
      ),
  );
  // The function that says whether a type takes a text is there from PostgreSQL 16 on.
  if (changed.length === 0 || db.version < 160_000) return new Map();
  const tables = await db.query<TableRow>(TABLES, [`{${changed.map(({ oid }) => oid).join(',')}}`]);
  const there = await knownTypes(db, changed);
  const read = await readRows(db, tables, (column, { oid }) => {
    const type = old.get(`${String(oid)}.${String(column.number)}`);
    const text = textOf(column);
    if (type === undefined || type === column.type || !there.has(type)) return text;
    return `case when pg_input_is_valid(${text}, ${quoteLiteral(type)}) then ${text}::${type}::text end`;
  });
  return new Map([...read].map(([oid, { rows }]) => [oid, rows ?? []] as const));
}

const isOther = (before: string | undefined, now: string): boolean =>
  before !== undefined && before !== now;

async function knownTypes(db: Database, before: readonly Contents[]): Promise<Set<string>> {
  const types = new Set(before.flatMap(({ columns }) => columns.map(({ type }) => type)));
  const rows = await db.query<{ type: string }>(
    `select type from json_array_elements_text($1::json) as type where to_regtype(type) is not null`,
    [JSON.stringify([...types])],
  );
  return new Set(rows.map(({ type }) => type));
}

type Spell = (column: ContentColumn, table: TableRow) => string;

const textOf = ({ name }: ContentColumn): string => `t.${quoteIdentifier(name)}::text`;

interface ReadRow {
  readonly oid: number;
  readonly count: number;
  readonly rows: readonly ContentRow[] | null;
  readonly [key: string]: unknown;
}

async function readRows(
  db: Database,
  tables: readonly TableRow[],
  spell: Spell,
): Promise<Map<number, ReadRow>> {
  // A materialized view that was never filled can't be read.
  const filled = tables.filter(({ populated }) => populated);
  if (filled.length === 0) return new Map();
  const rows = await db.query<ReadRow>(
    filled.map((table) => rowsOf(table, spell)).join(' union all '),
  );
  return new Map(rows.map((one) => [one.oid, one] as const));
}

function rowsOf(table: TableRow, spell: Spell): string {
  const { oid, schema, name, columns } = table;
  const values = columns.map((column) => spell(column, table)).join(', ');
  // Rows of partitions and children are read as theirs.
  const from = `only ${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
  const list = columns.length === 0 ? `array[]::text[]` : `array[${values}]`;
  const all = `select json_agg(to_json(${list})) from ${from} t`;
  const count = `(select count(*) from ${from})`;
  return `select ${String(oid)}::int8 as oid, ${count}::int8 as count, case when ${count} <= ${String(MAX_ROWS)} then (${all}) end as rows`;
}
