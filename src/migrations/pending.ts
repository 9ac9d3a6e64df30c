// What a tool's migrator would do next: its own books, kept for migrations that are taken as applied.
import type { Database } from '../database/database.ts';
import type { Migration, MigrationSet } from '../tools/tool.ts';

/**
 * Which migrations of `next` its migrator runs on a database that has all of `applied`; null where only
 * the tool itself keeps its books. Nothing is left in the database.
 */
export async function pendingAfter(
  database: Database,
  applied: MigrationSet,
  next: MigrationSet,
): Promise<readonly Migration[] | null> {
  const { ledger: before } = applied;
  const { ledger: after } = next;
  if (before === null || after === null) return null;
  return database.scratch(async () => {
    for (const sql of before.create) await database.exec(sql);
    for (const migration of applied.migrations) {
      const { sql, parameters } = before.record(migration);
      await database.query(sql, parameters);
    }
    for (const sql of after.create) await database.exec(sql);
    return after.pending(await database.query(after.read));
  });
}
