// The books `migrate` keeps, against drizzle's own migrators: after ours, they have nothing to apply.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzle0 } from 'drizzle-orm/pglite';
import { migrate as migrate0 } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzle1 } from 'drizzle-orm-v1/pglite';
import { migrate as migrate1 } from 'drizzle-orm-v1/pglite/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { Ledger, MigrationSet } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';
import { project } from './support.ts';

type Files = Readonly<Record<string, string>>;

let database: PGlite;
const temporary = mkdtempSync(join(tmpdir(), 'plumbline-ledger-'));

beforeAll(async () => {
  database = await PGlite.create();
});

afterAll(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await database.close();
});

type Kept = MigrationSet & { readonly ledger: Ledger };

const read = (files: Files, schema: string): Promise<Kept> =>
  drizzle.readMigrations(
    memoryRevision(files),
    project({ settings: { bookkeeping: { schema, table: 'done' } } }),
  );

/** The files on disk, for drizzle's migrator. */
function onDisk(name: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(temporary, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(temporary, name, 'drizzle');
}

async function pendingOf(set: Kept): Promise<string[]> {
  const { rows } = await database.query<Record<string, unknown>>(set.ledger.read);
  return set.ledger.pending(rows).map(({ name }) => name);
}

/** Applies what is pending as `migrate` does. */
async function apply(set: Kept): Promise<void> {
  for (const sql of set.ledger.create) await database.exec(sql);
  const names = await pendingOf(set);
  for (const migration of set.migrations.filter(({ name }) => names.includes(name))) {
    for (const { sql } of migration.statements) await database.exec(sql);
    const { sql, parameters } = set.ledger.record(migration);
    await database.query(sql, [...parameters]);
  }
}

const journalFiles = (count: number): Files => ({
  'drizzle/meta/_journal.json': JSON.stringify({
    version: '7',
    dialect: 'postgresql',
    entries: ['0000_a', '0001_b']
      .slice(0, count)
      .map((tag, idx) => ({ idx, version: '7', when: 1000 + idx, tag, breakpoints: true })),
  }),
  'drizzle/0000_a.sql': 'CREATE TABLE journal_a (id integer);',
  'drizzle/0001_b.sql': 'CREATE TABLE journal_b (id integer);',
});

const folderFiles: Files = {
  'drizzle/20240102030405_a/migration.sql': 'CREATE TABLE folder_a (id integer);',
  'drizzle/20250102030405_b/migration.sql': 'CREATE TABLE folder_b (id integer);',
};

describe('the journal', () => {
  it('is kept so that neither applies what the other has', async () => {
    const settings = { migrationsSchema: 'books0', migrationsTable: 'done' };
    const migrationsFolder = onDisk('journal', journalFiles(1));
    await migrate0(drizzle0(database), { migrationsFolder, ...settings });
    const set = await read(journalFiles(2), 'books0');
    expect(await pendingOf(set)).toEqual(['0001_b']);
    await apply(set);
    expect(await pendingOf(set)).toEqual([]);
    onDisk('journal', journalFiles(2));
    await migrate0(drizzle0(database), { migrationsFolder, ...settings });
    const { rows } = await database.query('select hash, created_at from books0.done order by id');
    expect(rows).toEqual(
      set.migrations.map(({ hash, timestamp }) => ({ hash, created_at: timestamp })),
    );
  });
});

describe('folders', () => {
  it('are recorded by name, and rows of the older migrator are named as drizzle names them', async () => {
    const set = await read(folderFiles, 'books1');
    const [first] = set.migrations;
    await database.exec(`create schema books1;
      create table books1.done (id serial primary key, hash text not null, created_at bigint);
      create table folder_a (id integer);
      insert into books1.done (hash, created_at) values ('old', ${(first?.timestamp ?? 0) + 123});`);
    expect(await pendingOf(set)).toEqual(['20250102030405_b']);
    await apply(set);
    expect(await pendingOf(set)).toEqual([]);
    await migrate1(drizzle1({ client: database }), {
      migrationsFolder: onDisk('folders', folderFiles),
      migrationsSchema: 'books1',
      migrationsTable: 'done',
    });
    const { rows } = await database.query('select name from books1.done order by id');
    expect(rows).toEqual(set.migrations.map(({ name }) => ({ name })));
  });
});
