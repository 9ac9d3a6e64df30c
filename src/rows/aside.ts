// Rows that are taken away so that a statement passes, and those of them that are put back after it: all
// that the schema allows from then on.
import { DatabaseError, type Database } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import { nameOf } from './catalog.ts';
import { insertAll, tryRows, type Target } from './insertion.ts';

/** The rows of one table that were taken away. */
export interface TakenRows {
  readonly oid: number;
  readonly columns: readonly HeldColumn[];
  /** Their values as text, by place of the column. */
  readonly rows: readonly (readonly (string | null)[])[];
}

interface HeldColumn {
  readonly name: string;
  /** pg_attribute.attnum. */
  readonly number: number;
  readonly type: string;
  readonly generated: boolean;
  readonly identityAlways: boolean;
}

interface HeldTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** Whether a constraint is looked at only when the transaction ends. */
  readonly deferrable: boolean;
  readonly columns: readonly HeldColumn[];
  readonly [key: string]: unknown;
}

const TABLES = `
  select c.oid::int8 as oid, n.nspname as schema, c.relname as name,
    exists (select from pg_constraint k where k.conrelid = c.oid and k.condeferrable and k.contype <> 'f') as deferrable,
    coalesce((select json_agg(json_build_object('name', a.attname, 'number', a.attnum,
        'type', format_type(a.atttypid, a.atttypmod), 'generated', a.attgenerated <> '',
        'identityAlways', a.attidentity = 'a') order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.oid = any($1::oid[])`;

/** Does work that takes rows away, and keeps those that are gone from the tables of these numbers. */
export async function setAside(
  db: Database,
  oids: readonly number[],
  takeAway: () => Promise<void>,
): Promise<TakenRows[]> {
  const tables = await readTables(db, oids);
  const before = await readRows(db, tables);
  await takeAway();
  const after = await readRows(db, tables);
  return tables.flatMap(({ oid, columns }) => {
    const left = after.get(oid);
    const gone = [...(before.get(oid) ?? [])].filter(([place]) => left?.has(place) !== true);
    return gone.length === 0 ? [] : [{ oid, columns, rows: gone.map(([, row]) => row) }];
  });
}

/**
 * Puts rows back, but for those that the schema refuses by now and those that refer to these. Where columns
 * have another type by now, values are converted as by an assignment, as ALTER COLUMN TYPE does without
 * USING; else (`asAssigned` is false) the rows of their tables stay away.
 */
export async function putBack(
  db: Database,
  taken: readonly TakenRows[],
  asAssigned: boolean,
): Promise<void> {
  if (taken.length === 0) return;
  try {
    await insertAll(db, async () => {
      const lacking = await insertTaken(db, taken, asAssigned);
      await removeOrphans(db, new Set(taken.map(({ oid }) => oid)), lacking);
    });
  } catch (error) {
    // They were let go of already, and need not be there.
    if (!(error instanceof DatabaseError)) throw error;
  }
}

async function readTables(db: Database, oids: readonly number[]): Promise<HeldTable[]> {
  return db.query<HeldTable>(TABLES, [`{${oids.join(',')}}`]);
}

/** Of each table its rows as text, by where they lie. */
async function readRows(
  db: Database,
  tables: readonly HeldTable[],
): Promise<Map<number, Map<string, (string | null)[]>>> {
  if (tables.length === 0) return new Map();
  const rows = await db.query<{ oid: number; rows: [string, ...(string | null)[]][] }>(
    tables
      .map((table) => {
        const texts = table.columns.map(({ name }) => `t.${quoteIdentifier(name)}::text`);
        return `select ${table.oid} as oid, coalesce((select json_agg(array[${['t.ctid::text', ...texts].join(', ')}])
          from only ${nameOf(table)} t), '[]') as rows`;
      })
      .join(' union all '),
  );
  return new Map(
    rows.map(({ oid, rows: found }) => [
      oid,
      new Map(found.map(([place, ...values]) => [place, values])),
    ]),
  );
}

/** Numbers of the tables that lack some of their rows from now on. */
async function insertTaken(
  db: Database,
  taken: readonly TakenRows[],
  asAssigned: boolean,
): Promise<Set<number>> {
  const now = new Map(
    (
      await readTables(
        db,
        taken.map(({ oid }) => oid),
      )
    ).map((table) => [table.oid, table]),
  );
  const tried = taken.flatMap((one) => {
    const table = now.get(one.oid);
    const target = table && !table.deferrable ? targetOf(table, one.columns) : null;
    const retyped = target?.columns.some(({ from }) => from !== undefined) === true;
    return target && (asAssigned || !retyped) ? [{ one, target }] : [];
  });
  const trials = await tryRows(
    db,
    tried.map(({ one: { columns, rows }, target }) => ({
      table: target,
      rows: rows.map((row) => new Map(columns.map(({ number }, at) => [number, row[at] ?? null]))),
      together: rows.length,
      enough: rows.length,
    })),
  );
  const whole = new Set(
    tried.flatMap(({ one }, at) => (trials[at]?.kept.length === one.rows.length ? [one] : [])),
  );
  return new Set(taken.flatMap((one) => (whole.has(one) ? [] : [one.oid])));
}

/** The columns that had values and still are there. */
function targetOf(table: HeldTable, columns: readonly HeldColumn[]): Target {
  const types = new Map(columns.map(({ number, type }) => [number, type]));
  return {
    ...table,
    columns: table.columns.flatMap((column) => {
      const from = types.get(column.number);
      if (from === undefined) return [];
      return [from === column.type ? column : { ...column, from }];
    }),
  };
}

interface ForeignKey {
  readonly child: number;
  readonly parent: number;
  readonly childName: string;
  readonly parentName: string;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
  readonly [key: string]: unknown;
}

/** Those that rows obey; a partition's own part in one that its whole table is referred to by isn't one. */
const FOREIGN_KEYS = `
  select k.conrelid::int8 as child, k.confrelid::int8 as parent,
    k.conrelid::regclass::text as "childName", k.confrelid::regclass::text as "parentName",
    (select json_agg(quote_ident(a.attname) order by u.at) from unnest(k.conkey) with ordinality u (number, at)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number) as columns,
    (select json_agg(quote_ident(a.attname) order by u.at) from unnest(k.confkey) with ordinality u (number, at)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number) as targets
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype = 'f' and k.convalidated and c.relkind = 'r'
    and not exists (select from pg_constraint whole where whole.oid = k.conparentid and whole.conrelid = k.conrelid)
  order by k.oid`;

/** Deletes rows that refer to nothing: of tables that got some, or that refer to those that lack some. */
async function removeOrphans(
  db: Database,
  filled: ReadonlySet<number>,
  lacking: ReadonlySet<number>,
): Promise<void> {
  const all = await db.query<ForeignKey>(FOREIGN_KEYS);
  let suspects = all.filter(({ child, parent }) => filled.has(child) || lacking.has(parent));
  while (suspects.length > 0) {
    const parts = suspects.map((key, at) => `o${at} as (${deletionOf(key)} returning 1)`);
    const counts = suspects.map((_, at) => `(select count(*)::int from o${at})`);
    const [row] = await db.query<{ counts: number[] }>(
      `with ${parts.join(', ')} select array[${counts.join(', ')}] as counts`,
    );
    const children = suspects.filter((_, at) => (row?.counts[at] ?? 0) > 0);
    suspects = all.filter(({ parent }) => children.some(({ child }) => child === parent));
  }
}

function deletionOf({ childName, parentName, columns, targets }: ForeignKey): string {
  const present = columns.map((column) => `c.${column} is not null`);
  const same = columns.map((column, at) => `p.${targets[at] ?? ''} = c.${column}`);
  return `delete from only ${childName} c where ${present.join(' and ')}
    and not exists (select from ${parentName} p where ${same.join(' and ')})`;
}
