// Sets of migrations as a tool would read them, and one database that begins anew for each case.
import { createHash } from 'node:crypto';
import type { Database } from '../../src/database/database.ts';
import { createLedger } from '../../src/tools/drizzle/ledger.ts';
import type { Migration, MigrationSet } from '../../src/tools/tool.ts';

/** A migration of one text; its time is a minute after the one before, unless it is given. */
export type Written = readonly [name: string, sql: string, minute?: number];

const BOOKS = { schema: 'drizzle', table: '__drizzle_migrations' };

function migrationOf([name, sql, minute]: Written, at: number): Migration {
  const file = `drizzle/${name}.sql`;
  return {
    ...{ name, file, baseline: false, timestamp: (minute ?? at + 1) * 60_000 },
    statements: sql === '' ? [] : [{ sql, place: { file, line: 1 } }],
    hash: createHash('sha256').update(sql).digest('hex'),
  };
}

/** Migrations whose migrator goes by time (`0`) or by name (`1`), or keeps books that nobody else reads. */
export function setOf(written: readonly Written[], books: 0 | 1 | null = 0): MigrationSet {
  const migrations = written.map(migrationOf);
  return {
    ...{ directory: 'drizzle', migrations, bookkeeping: BOOKS, transactions: 'one for all' },
    ...{ downs: false, findings: [], modelledBefore: [], toolState: null },
    ledger: books === null ? null : createLedger(BOOKS, migrations, books),
  };
}

/** The database, emptied, holding the migrations; closing it leaves it open for the next case. */
export async function holding(db: Database, set: MigrationSet): Promise<Database> {
  // A rehearsal leaves things behind, as it has a database of its own.
  await db.exec(
    'drop schema if exists public, plumbline_rehearsal cascade; create schema public; deallocate all; reset all',
  );
  for (const { sql } of set.migrations.flatMap(({ statements }) => statements)) await db.exec(sql);
  return { ...db, version: db.version, stubbed: db.stubbed, close: () => Promise.resolve() };
}
