// What rows hold, before and after a plan. Tables and columns are followed by the catalog's own numbers,
// which no rename and no change of type alters, so that one made anew is told from one that was kept.
import { relationName } from '../catalog/names.ts';
import type { Database } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { keepsValues } from './conversions.ts';

/** What a table holds. */
export interface Contents {
  readonly table: SchemaObject;
  readonly rows: number;
  /** The catalog's numbers of its partitions. */
  readonly partitions: readonly number[];
  readonly columns: readonly ColumnContents[];
}

interface ColumnContents {
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
  /** Sorted; null for SQL's null. */
  readonly values: readonly (string | null)[];
  /** That of the sequence it owns or its identity; null where it has none. */
  readonly position: string | null;
  readonly relation: number;
  readonly number: number;
}

interface ColumnRow {
  readonly schema: string;
  readonly table: string;
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
  readonly sequence: string | null;
  readonly [key: string]: unknown;
}

const COLUMNS = `
  select n.nspname as schema, c.relname as "table", c.oid::int8 as relation, a.attnum::int as number,
    a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as generated,
    pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where a.attnum > 0 and not a.attisdropped and `;

/** What tables hold now. */
export async function readContents(
  db: Database,
  tables: readonly SchemaObject[],
): Promise<Contents[]> {
  const contents: Contents[] = [];
  for (const table of tables) {
    const columns = await db.query<ColumnRow>(
      `${COLUMNS} n.nspname = $1 and c.relname = $2 order by a.attnum`,
      [table.schema, table.name],
    );
    const values = await readValues(db, columns, { table, casts: new Map() });
    contents.push({ table, ...values });
  }
  return contents;
}

/** What a plan leaves of what there was. */
export interface Kept {
  /** Whether it keeps a column, by the table's object and the column's name; without a name, a table. */
  readonly keeps: (table: SchemaObject, column?: string) => boolean;
  /** Whether the values of a column read as they did, where its type is called the same. */
  readonly readsAlike: (table: SchemaObject, column: string) => boolean;
  /** What values of a type are called after it, by what they were called. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * What is missing of what tables held: rows, values of columns that the plan keeps, positions of
 * sequences. One sentence each.
 */
export async function lostContents(
  db: Database,
  before: readonly Contents[],
  kept: Kept,
): Promise<string[]> {
  const { keeps } = kept;
  const lost: string[] = [];
  for (const contents of before) {
    const { table, columns } = contents;
    const name = `${table.schema ?? 'public'}.${table.name}`;
    const [first] = columns;
    if (!first) continue;
    const now = await db.query<ColumnRow>(`${COLUMNS} c.oid = $1::int8::oid order by a.attnum`, [
      first.relation,
    ]);
    if (now.length === 0) {
      // It may only have no column any more.
      const kept = await exists(db, first.relation);
      if (keeps(table) && !kept) lost.push(`the rows of ${name} are lost`);
      continue;
    }
    const after = await readValues(db, now, { table, casts: castsBack(contents, now) });
    // With a partition go its rows.
    if (contents.partitions.some((one) => !after.partitions.includes(one))) continue;
    if (after.rows < contents.rows) lost.push(`rows of ${name} are lost`);
    else lost.push(...lostValues(contents, after.columns, kept));
  }
  return lost;
}

async function exists(db: Database, relation: number): Promise<boolean> {
  const rows = await db.query('select from pg_class where oid = $1::int8::oid', [relation]);
  return rows.length > 0;
}

function lostValues(
  { table, columns }: Contents,
  now: readonly ColumnContents[],
  { keeps, readsAlike, names }: Kept,
): string[] {
  const byNumber = new Map(now.map((column) => [column.number, column]));
  return columns.flatMap((column) => {
    const name = `${table.schema ?? 'public'}.${table.name}.${column.name}`;
    const after = byNumber.get(column.number);
    if (column.generated) return [];
    if (!after) return keeps(table, column.name) ? [`the values of ${name} are lost`] : [];
    const comparable =
      after.type === column.type
        ? readsAlike(table, column.name)
        : keepsValues(column.type, after.type);
    const same = String(calledNow(column, names)) === String(after.values);
    const moved = after.position !== null && column.position !== null;
    return [
      ...(comparable && !same && !after.generated ? [`values of ${name} are changed`] : []),
      ...(moved && after.position !== column.position
        ? [`the position of the sequence of ${name} is lost`]
        : []),
    ];
  });
}

/** The values of a column under the names that they get. */
function calledNow({ type, values }: ColumnContents, names: Kept['names']): (string | null)[] {
  const own = names.get(type.replace(/\[\]$/, ''));
  if (!own) return [...values];
  const name = (value: string): string => own.get(value) ?? value;
  const rename = (value: string): string =>
    type.endsWith('[]')
      ? value.replaceAll(/"(?:[^"\\]|\\.)*"|[^{},"]+/g, (item) => elementNamed(item, name))
      : name(value);
  return values.map((value) => (value === null ? null : rename(value))).sort(byBytes);
}

/** An element of an array, as Postgres prints it. */
function elementNamed(item: string, name: (value: string) => string): string {
  const plain = item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, '$1') : item;
  const renamed = name(plain);
  if (renamed === plain) return item;
  return /^[\w.-]+$/.test(renamed) && !/^null$/i.test(renamed)
    ? renamed
    : `"${renamed.replaceAll(/["\\]/g, '\\$&')}"`;
}

function byBytes(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Types that columns had, by number, where they have a wider one now: values are read as those. */
function castsBack({ columns }: Contents, now: readonly ColumnRow[]): Map<number, string> {
  const was = new Map(columns.map(({ number, type }) => [number, type]));
  return new Map(
    now.flatMap(({ number, type }): [number, string][] => {
      const old = was.get(number);
      return old !== undefined && old !== type && keepsValues(old, type) ? [[number, old]] : [];
    }),
  );
}

async function readValues(
  db: Database,
  columns: readonly ColumnRow[],
  { table, casts }: { table: SchemaObject; casts: ReadonlyMap<number, string> },
): Promise<Pick<Contents, 'rows' | 'columns' | 'partitions'>> {
  const [first] = columns;
  if (!first) return { rows: 0, partitions: [], columns: [] };
  // What a table's children hold is theirs, what its partitions hold is its own.
  const only = (table.attributes['partitionKey'] ?? null) === null ? 'only ' : '';
  const parts = columns.map(({ name, number }) => {
    const cast = casts.get(number);
    const value = `(${quoteIdentifier(name)}${cast === undefined ? '' : `::${cast}`})::text`;
    return `json_agg(${value} order by ${value} collate "C")`;
  });
  const [row] = await db.query<{
    rows: number;
    partitions: number[];
    values: (string | null)[][];
  }>(
    `select count(*)::int as rows, json_build_array(${parts.join(', ')}) as values,
       array(select inhrelid::int8 from pg_inherits
        where inhparent = ${String(first.relation)} and ${String(only === '')})::int8[]::float8[] as partitions
     from ${only}${relationName(first.schema, first.table)}`,
  );
  const positions = await readPositions(db, columns);
  return {
    rows: row?.rows ?? 0,
    partitions: row?.partitions ?? [],
    columns: columns.map(({ name, type, generated, relation, number }, at) => ({
      name,
      type,
      generated,
      relation,
      number,
      values: row?.values[at] ?? [],
      position: positions.get(number) ?? null,
    })),
  };
}

async function readPositions(
  db: Database,
  columns: readonly ColumnRow[],
): Promise<Map<number, string>> {
  const positions = new Map<number, string>();
  for (const { number, sequence } of columns) {
    if (sequence === null) continue;
    const [row] = await db.query<{ position: string }>(
      `select last_value || case when is_called then ' used' else '' end as position from ${sequence}`,
    );
    if (row) positions.set(number, row.position);
  }
  return positions;
}
