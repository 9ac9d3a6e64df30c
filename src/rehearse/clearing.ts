// Takes away what stands in the way of a statement, so that what follows it can be seen.
import { relationName } from '../catalog/names.ts';
import type { Database } from '../database/database.ts';

/** Deletes the rows of tables, by their numbers; nothing reacts to it, and no foreign key objects. */
export async function deleteRows(db: Database, oids: readonly number[]): Promise<void> {
  const rows = await db.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and c.oid = any($1::oid[])`,
    [`{${oids.join(',')}}`],
  );
  const deletes = rows.map(({ schema, name }) => `delete from only ${relationName(schema, name)}`);
  const statements = ['set session_replication_role = replica', ...deletes];
  await db.exec([...statements, 'set session_replication_role = origin'].join('; '));
}

/** Drops the indexes that a failed CONCURRENTLY left behind, beside those that `existed`. */
export async function dropInvalidIndexes(
  db: Database,
  existed: ReadonlySet<number>,
): Promise<void> {
  const rows = await db.query<{ oid: number; name: string }>(
    `select indexrelid::int8 as oid, indexrelid::regclass::text as name from pg_index where not indisvalid`,
  );
  const left = rows.filter(({ oid }) => !existed.has(oid));
  for (const { name } of left) await db.exec(`drop index ${name}`);
}
