// Rows for what has been made, and whether they are still there afterwards.
import { readsAlike } from '../../../src/catalog/type-values.ts';
import type { Database } from '../../../src/database/database.ts';
import { quoteIdentifier, quoteLiteral } from '../../../src/schema/identity.ts';
import type { Schema, SchemaObject } from '../../../src/schema/objects.ts';
import type { Relation, Scope } from './scope.ts';
import { pick } from './types.ts';

/** Puts two rows into each table that takes them. */
export async function fill(db: Database, scopes: readonly Scope[]): Promise<void> {
  const inserts = scopes
    .flatMap((scope) => scope.tables())
    .flatMap((table) => [insertInto(table, 0), insertInto(table, 1)]);
  if (inserts.length === 0) return;
  const blocks = inserts.map(
    (insert) => `begin execute ${quoteLiteral(insert)}; exception when others then null; end;`,
  );
  await db.exec(`set local session_replication_role = replica`);
  await db.exec(`do ${quoteLiteral(`begin ${blocks.join('\n')} end`)}`);
  // What fires even so must not be left for later.
  await db.exec(`set local session_replication_role = origin; set constraints all immediate`);
}

function insertInto({ sql, columns }: Relation, at: number): string {
  const given = columns.filter(({ computed, hasIdentity }) => computed === null && !hasIdentity);
  if (given.length === 0) return `insert into ${sql} default values`;
  const names = given.map((column) => column.sql).join(', ');
  return `insert into ${sql} (${names}) values (${given.map(({ type }) => pick(type.values, at)).join(', ')})`;
}

/** The rows of a table, each as text, as far as they are kept. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** What must outlast a plan from one schema to the other. */
export async function keptRows(db: Database, actual: Schema, desired: Schema): Promise<Rows> {
  const tables = [...actual.objects.values()].filter(
    ({ kind, id }) => kind === 'table' && desired.objects.has(id),
  );
  const rows = new Map<string, string[]>();
  if (tables.length === 0) return rows;
  const columns = keptColumns(actual, desired);
  const selects = tables.map((table) => select(table, columns.get(table.id) ?? []));
  for (const row of await db.query(selects.join('\nunion all\n'))) {
    const id = String(row['id']);
    rows.set(id, [...(rows.get(id) ?? []), String(row['row'])]);
  }
  for (const one of rows.values()) one.sort();
  return rows;
}

function select(table: SchemaObject, columns: readonly string[]): string {
  const sql = `${quoteIdentifier(table.schema ?? '')}.${quoteIdentifier(table.name)}`;
  const values = columns.map((name) => `t.${quoteIdentifier(name)}::text`).join(', ');
  return `select ${quoteLiteral(table.id)} as id, array[${values}]::text[]::text as row from only ${sql} t`;
}

/** Columns by table that are the same type before and after, and hold what was put into them. */
function keptColumns(actual: Schema, desired: Schema): Map<string, string[]> {
  const kept = new Map<string, string[]>();
  for (const column of actual.objects.values()) {
    const after = desired.objects.get(column.id);
    if (column.kind !== 'column' || !after || column.parent === null) continue;
    const same =
      readsAlike(column, { actual, desired }) &&
      column.attributes['type'] === after.attributes['type'] &&
      column.attributes['generated'] === null &&
      after.attributes['generated'] === null;
    if (same) kept.set(column.parent, [...(kept.get(column.parent) ?? []), column.name]);
  }
  return kept;
}

/** Ids of tables whose rows are not what they were. */
export function lostRows(before: Rows, after: Rows): string[] {
  return [...before.keys()].filter(
    (id) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
  );
}
