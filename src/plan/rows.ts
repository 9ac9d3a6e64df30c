// A few rows in each table that a plan touches, as far as simple values go: for seeing that a plan
// keeps them.
import { relationName } from '../catalog/names.ts';
import type { Database } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import type { Plan } from './plan.ts';
import { seedColumns, valueOf, type SeedColumn } from './seed-values.ts';

/** Which values a row is tried with: of all columns, of those that need one, and with other numbers. */
const ATTEMPTS: readonly (readonly [n: number, all: boolean])[] = [
  [1, true],
  [2, true],
  [1, false],
  [2, false],
  [5, false],
];
const ROWS = 2;

/** Puts rows into the tables given, and returns those where it worked. Nested in a transaction only. */
export async function seedRows(
  db: Database,
  tables: readonly SchemaObject[],
): Promise<SchemaObject[]> {
  const seeded: SchemaObject[] = [];
  // Rows needn't refer to anything, and no trigger shall see them.
  await db.exec(`set local session_replication_role = replica`);
  for (const table of tables) {
    if ((await seed(db, table)) > 0) seeded.push(table);
  }
  await db.exec(`set local session_replication_role = origin`);
  return seeded;
}

/** The tables that a plan touches, as they are before it; `actual` is the schema before its renames. */
export function touchedTables(plan: Plan, actual: Schema): SchemaObject[] {
  const ids = new Set<string>();
  for (const { change } of plan.up) {
    for (const id of tablesOf(change, actual)) ids.add(id);
    for (const id of tablesOf(change, plan.expected)) ids.add(id);
  }
  for (const { before } of plan.renames) for (const id of tablesOf(before.id, actual)) ids.add(id);
  return [...ids].flatMap((id) => actual.objects.get(id) ?? []);
}

async function seed(db: Database, table: SchemaObject): Promise<number> {
  const columns = await seedColumns(db, table);
  let rows = 0;
  for (const [n, all] of ATTEMPTS) {
    if (rows >= ROWS) break;
    if (await insert(db, insertion(table, columns, n, all))) rows += 1;
  }
  return rows;
}

async function insert(db: Database, sql: string): Promise<boolean> {
  await db.exec('savepoint plumbline_seed');
  const result = await db.run([sql]);
  await db.exec(
    result.ok ? 'release savepoint plumbline_seed' : 'rollback to savepoint plumbline_seed',
  );
  return result.ok;
}

function insertion(
  table: SchemaObject,
  columns: readonly SeedColumn[],
  n: number,
  all: boolean,
): string {
  const given = columns.flatMap((column) => {
    const needed = column.notNull && column.fallback === 'none';
    if (column.fallback === 'own' || !(all || needed)) return [];
    const value = valueOf(n, column);
    return value === null ? [] : [[quoteIdentifier(column.name), value] as const];
  });
  const target = relationName(table.schema ?? null, table.name);
  if (given.length === 0) return `insert into ${target} default values`;
  const names = given.map(([name]) => name).join(', ');
  return `insert into ${target} (${names}) values (${given.map(([, value]) => value).join(', ')})`;
}

/** Ids of the table that an object is or belongs to, or of those whose columns need it. */
function tablesOf(id: string, schema: Schema): string[] {
  const object = schema.objects.get(id);
  if (!object) return [];
  if (object.kind === 'table') return [object.id];
  if (object.parent !== null) return tablesOf(object.parent, schema);
  return dependentsOf(schema, id)
    .filter(({ kind }) => kind === 'column')
    .flatMap(({ parent }) => parent ?? []);
}
