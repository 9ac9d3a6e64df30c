// Finds rows again that were put in, by their primary keys or else by all they hold, whatever has been
// renamed or retyped since; and takes them out.
import type { Database } from '../database/database.ts';
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import { nameOf, type Table } from './catalog.ts';

/** How the rows of one table are told from others. */
export interface Marks {
  readonly oid: number;
  /** pg_attribute.attnum of the columns that tell them apart. */
  readonly columns: readonly number[];
  /** Their values as text, row by row. */
  readonly values: readonly (readonly (string | null)[])[];
}

/** Which rows tables hold, by where they lie. */
export type Places = ReadonlyMap<number, readonly string[]>;

const PLACE = `t.tableoid::int8 || ' ' || t.ctid`;

export async function placesOf(db: Database, tables: readonly Table[]): Promise<Places> {
  if (tables.length === 0) return new Map();
  const rows = await db.query<{ oid: number; places: string[] }>(
    tables
      .map(
        (table) =>
          `select ${table.oid} as oid, coalesce((select json_agg(${PLACE}) from ${nameOf(table)} t), '[]') as places`,
      )
      .join(' union all '),
  );
  return new Map(rows.map(({ oid, places }) => [oid, places]));
}

/** The marks of rows that weren't there before. */
export async function marksOf(
  db: Database,
  tables: readonly Table[],
  before: Places,
): Promise<Marks[]> {
  if (tables.length === 0) return [];
  const marked = tables.map((table) => ({ table, columns: markingColumns(table) }));
  const rows = await db.query<{ oid: number; rows: [string, ...(string | null)[]][] }>(
    marked
      .map(({ table, columns }) => {
        const texts = columns.map(({ name }) => `t.${quoteIdentifier(name)}::text`);
        return `select ${table.oid} as oid,
          coalesce((select json_agg(array[${[PLACE, ...texts].join(', ')}]) from ${nameOf(table)} t), '[]') as rows`;
      })
      .join(' union all '),
  );
  const found = new Map(rows.map((row) => [row.oid, row.rows]));
  return marked.map(({ table, columns }) => {
    const old = new Set(before.get(table.oid));
    const fresh = (found.get(table.oid) ?? []).filter(([place]) => !old.has(place));
    return {
      oid: table.oid,
      columns: columns.map(({ number }) => number),
      values: fresh.map(([, ...values]) => values),
    };
  });
}

function markingColumns({ columns, keys }: Table): Table['columns'] {
  const primary = keys.find((key) => key.primary);
  return primary ? columns.filter(({ number }) => primary.columns.includes(number)) : columns;
}

interface Present {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly number: number; readonly name: string }[];
  readonly [key: string]: unknown;
}

const PRESENT = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name,
    (select json_agg(json_build_object('number', a.attnum, 'name', a.attname)) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = any($1::int8[]::oid[])`;

/** Statements that delete the marked rows, as many times as each was put in. */
export async function removalOf(db: Database, marks: readonly Marks[]): Promise<string[]> {
  const some = marks.filter(({ values }) => values.length > 0);
  if (some.length === 0) return [];
  const present = await db.query<Present>(PRESENT, [some.map(({ oid }) => oid)]);
  const byOid = new Map(present.map((one) => [one.oid, one]));
  return some.flatMap((one) => {
    const table = byOid.get(one.oid);
    return table ? deletion(one, table) : [];
  });
}

function deletion({ columns, values }: Marks, table: Present): string[] {
  const left = columns.flatMap((number, index) => {
    const found = table.columns.find((column) => column.number === number);
    return found ? [{ name: found.name, index }] : [];
  });
  // Nothing is left to know them by.
  if (left.length === 0) return [];
  const texts = left.map(({ name }) => `t.${quoteIdentifier(name)}::text`).join(', ');
  const wanted = values.map((row) => {
    const parts = left.map(({ index }) => row[index] ?? null);
    return `(array[${parts.map((part) => (part === null ? 'null' : quoteLiteral(part))).join(', ')}]::text[])`;
  });
  const target = nameOf(table);
  return [
    `delete from ${target} where (tableoid, ctid) in (
      select found.tableoid, found.ctid
      from (select t.tableoid, t.ctid, array[${texts}]::text[] as mark,
          row_number() over (partition by array[${texts}]::text[] order by t.ctid desc) as turn from ${target} t) found
      join (select mark, count(*) as times from (values ${wanted.join(', ')}) v (mark) group by mark) wanted
        on wanted.mark = found.mark and found.turn <= wanted.times)`,
  ];
}
