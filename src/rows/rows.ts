// Puts rows into the tables of any database, from its catalog alone: ordinary ones, and edge rows with
// everything that the schema allows. Takes them out again.
import type { Database } from '../database/database.ts';
import { objectId } from '../schema/identity.ts';
import { nameOf, readCatalog, type Catalog, type Table } from './catalog.ts';
import { readConditions, type Conditions } from './conditions.ts';
import { fillEdges } from './edge-rows.ts';
import { fillTables, type Blocked } from './filling.ts';
import { insertAll } from './insertion.ts';
import { KnownRows } from './known-rows.ts';
import { marksOf, placesOf, removalOf, type Marks } from './removal.ts';

/** Which of the two sets. */
type RowSet = 'ordinary' | 'edge';

/** A table that got rows, or a partition of it. */
interface SeededTable {
  /** pg_class.oid. */
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** How many rows of this set it got. */
  readonly rows: number;
}

/** A table or partition that holds no row. */
interface Unfilled {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** What stood in the way: a constraint or a partition's bound by name, `column c`, a trigger, a policy. */
  readonly constraint: string | null;
  /** Postgres's own words, where it was asked. */
  readonly reason: string;
}

export interface Seeding {
  readonly tables: readonly SeededTable[];
  readonly unfilled: readonly Unfilled[];
  /** By which the rows are found again; only of edge rows. */
  readonly marks: readonly Marks[];
}

export interface SeedOptions {
  readonly set: RowSet;
  /** How many ordinary rows a table gets; of edge rows it gets as many as there are edges. */
  readonly rows: number;
  /** Ids of tables and schemas to leave alone. */
  readonly except?: readonly string[];
  /** pg_class.oid of the tables to fill, when not all. */
  readonly only?: readonly number[];
  /** Whether texts are digits, which convert to most types, instead of looking like what they are called. */
  readonly digits?: boolean;
}

/**
 * Fills tables, partitions by way of their parents; not foreign tables and what an extension owns.
 * Foreign keys refer to rows that are there. All of it or, where the database fails, nothing.
 */
export async function seedTables(db: Database, options: SeedOptions): Promise<Seeding> {
  return seedInto(db, await readFillable(db, options), options);
}

/** Ordinary rows, and beside them edge rows: of one reading of the catalog. */
export async function seedBoth(
  db: Database,
  options: Omit<SeedOptions, 'set'>,
): Promise<Readonly<Record<RowSet, Seeding>>> {
  const fillable = await readFillable(db, options);
  const ordinary = await seedInto(db, fillable, { ...options, set: 'ordinary' });
  return { ordinary, edge: await seedInto(db, fillable, { ...options, set: 'edge' }) };
}

interface Fillable {
  readonly catalog: Catalog;
  readonly conditions: Conditions;
}

async function readFillable(
  db: Database,
  { only = null }: { readonly only?: SeedOptions['only'] | null },
): Promise<Fillable> {
  const catalog = await readCatalog(db, only);
  return { catalog, conditions: await readConditions(catalog) };
}

async function seedInto(
  db: Database,
  { catalog, conditions }: Fillable,
  options: SeedOptions,
): Promise<Seeding> {
  const tables = wantedTables(catalog, options);
  const known = new KnownRows();
  const { domains } = conditions;
  const source = { types: catalog.types, domains, digits: options.digits === true };
  const filling = { db, catalog, conditions, source, known, rows: options.rows };
  return insertAll(db, async () => {
    await known.read(db, tables, catalog);
    if (options.set === 'ordinary') {
      const { counts, blocked } = await fillTables(filling, tables);
      return seedingOf(db, { counts, blocked, marks: [] });
    }
    const before = await placesOf(db, tables);
    const blocked = await fillEdges(filling, tables);
    const marks = await marksOf(db, tables, before);
    const rows = new Map(marks.map(({ oid, values }) => [oid, values.length]));
    const counts = new Map(tables.map((table) => [table, rows.get(table.oid) ?? 0]));
    return seedingOf(db, { counts, blocked, marks });
  });
}

/** Deletes the rows of a seeding wherever they still are, without triggers. */
export async function removeRows(db: Database, { marks }: Pick<Seeding, 'marks'>): Promise<void> {
  const texts = await removalOf(db, marks);
  if (texts.length === 0) return;
  await insertAll(db, async () => {
    const result = await db.run(texts);
    if (!result.ok) throw result.error;
  });
}

function wantedTables({ tables }: Catalog, { except = [], only }: SeedOptions): Table[] {
  const left = new Set(except);
  return [...tables.values()].filter(
    ({ oid, schema, name }) =>
      !left.has(objectId('table', schema, name)) &&
      !left.has(objectId('schema', schema)) &&
      (only === undefined || only.includes(oid)),
  );
}

interface Outcome {
  readonly counts: ReadonlyMap<Table, number>;
  readonly blocked: readonly Blocked[];
  readonly marks: readonly Marks[];
}

async function seedingOf(db: Database, { counts, blocked, marks }: Outcome): Promise<Seeding> {
  const partitioned = [...counts.keys()].filter((table) => table.partitioned);
  const routed = await countsOfLeaves(db, partitioned);
  const tables = [...counts].flatMap(([table, rows]) => [
    seeded(table, rows),
    ...table.leaves.map((leaf) => seeded(leaf, routed.get(leaf.oid) ?? 0)),
  ]);
  const unfilled = await stillEmpty(db, blocked);
  return {
    tables: tables.filter(({ rows }) => rows > 0),
    unfilled: [...unfilled, ...emptyLeaves(partitioned, tables)],
    marks,
  };
}

function seeded(
  { oid, schema, name }: Pick<Table, 'oid' | 'schema' | 'name'>,
  rows: number,
): SeededTable {
  return { oid, schema, name, rows };
}

async function countsOfLeaves(
  db: Database,
  partitioned: readonly Table[],
): Promise<Map<number, number>> {
  if (partitioned.length === 0) return new Map();
  const rows = await db.query<{ oid: number; rows: number }>(
    partitioned
      .map(
        (table) =>
          `select tableoid::int8 as oid, count(*)::int as rows from ${nameOf(table)} group by 1`,
      )
      .join(' union all '),
  );
  return new Map(rows.map(({ oid, rows: count }) => [oid, count]));
}

/** Of those where nothing could be put in, the ones that held nothing before. */
async function stillEmpty(db: Database, blocked: readonly Blocked[]): Promise<Unfilled[]> {
  if (blocked.length === 0) return [];
  const rows = await db.query<{ oid: number; empty: boolean }>(
    blocked
      .map(
        ({ table }) =>
          `select ${table.oid} as oid, not exists (select from ${nameOf(table)}) as empty`,
      )
      .join(' union all '),
  );
  const empty = new Set(rows.filter((row) => row.empty).map(({ oid }) => oid));
  return blocked
    .filter(({ table }) => empty.has(table.oid))
    .map(({ table: { oid, schema, name }, constraint, reason }) => ({
      oid,
      schema,
      name,
      constraint,
      reason,
    }));
}

function emptyLeaves(partitioned: readonly Table[], tables: readonly SeededTable[]): Unfilled[] {
  const filled = new Set(tables.filter(({ rows }) => rows > 0).map(({ oid }) => oid));
  return partitioned
    .filter(({ oid }) => filled.has(oid))
    .flatMap(({ leaves }) => leaves)
    .filter(({ oid }) => !filled.has(oid))
    .map(({ oid, schema, name, bound, foreign }) => ({
      oid,
      schema,
      name,
      constraint: 'its partition bound',
      reason: foreign ? 'it is a foreign table' : `no row belongs in it: ${bound ?? ''}`,
    }));
}
