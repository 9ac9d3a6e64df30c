// The guide's walk-through, from an empty folder: declare, makemigrations, migrate, tables, add a
// column, makemigrations, migrate; and then the tool's own migrator must find nothing to do.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { postgresBinaries, startPostgres } from '../support/postgres-server.ts';
import { temporaryDirectory } from '../support/repository.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'build/dist/cli.js');

interface Result {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function plumbline(directory: string, ...words: string[]): Promise<Result> {
  return new Promise((resolve) => {
    const [command = '', ...rest] = words;
    const env = { PATH: process.env['PATH'], HOME: directory };
    execFile(process.execPath, [cli, command, directory, ...rest], { env }, (error, out, err) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, out, error: err });
    });
  });
}

const models = (extra: string): string => `
import { integer, pgTable, serial, text, varchar } from 'drizzle-orm/pg-core';
export const user = pgTable('user', {
  id: serial().primaryKey(),
  name: text().notNull(),
  email: varchar({ length: 320 }).notNull().unique(),${extra}
});
export const address = pgTable('address', {
  id: serial().primaryKey(),
  userId: integer('user_id').notNull().references(() => user.id, { onDelete: 'cascade' }),
  street: text().notNull(),
});
`;

function declare(directory: string, extra: string): void {
  mkdirSync(join(directory, 'src'), { recursive: true });
  writeFileSync(join(directory, 'src/schema.ts'), models(extra));
  writeFileSync(
    join(directory, 'drizzle.config.ts'),
    `import { defineConfig } from 'drizzle-kit';
export default defineConfig({ dialect: 'postgresql', schema: './src/schema.ts', out: './drizzle' });\n`,
  );
  writeFileSync(
    join(directory, 'package.json'),
    '{ "name": "guide", "type": "module", "dependencies": { "drizzle-orm": "^0.45.4" } }\n',
  );
}

/** A database that the migrations are applied to, as words of a command. */
type Target = readonly string[];

async function walk(directory: string, targets: readonly Target[]): Promise<void> {
  declare(directory, '');
  const first = await plumbline(directory, 'makemigrations', '-m', 'init');
  expect(first).toMatchObject({ code: 0, error: '' });
  expect(first.out).toContain('drizzle/0000_init.sql written, proved');
  expect((await plumbline(directory, 'check')).code).toBe(0);
  for (const target of targets) await applyFirst(directory, target);

  declare(directory, '\n  age: integer(),');
  const drift = await plumbline(directory, 'check');
  expect(drift.code).toBe(1);
  expect(drift.out).toContain('src/schema.ts:7');
  expect((await plumbline(directory, 'makemigrations', '--check')).code).toBe(1);
  const second = await plumbline(directory, 'makemigrations', '-m', 'age');
  expect(second.out).toContain('drizzle/0001_age.sql written, proved');
  const sql = readFileSync(join(directory, 'drizzle/0001_age.sql'), 'utf8');
  expect(sql.trim()).toBe('ALTER TABLE "user" ADD COLUMN "age" integer;');
  for (const target of targets) await applySecond(directory, target);
}

async function applyFirst(directory: string, target: Target): Promise<void> {
  const pending = await plumbline(directory, 'showmigrations', ...target);
  expect(pending.out).toContain('[ ] 0000_init');
  const applied = await plumbline(directory, 'migrate', ...target);
  expect(applied).toMatchObject({ code: 0, error: '' });
  expect(applied.out).toContain('applied 0000_init');
  const tables = await plumbline(directory, 'tables', ...target);
  expect(tables.out).toMatch(/public\.user\n\s+id +integer not null/);
  expect(tables.out).toMatch(/public\.address[\s\S]*street +text not null/);
}

async function applySecond(directory: string, target: Target): Promise<void> {
  expect((await plumbline(directory, 'migrate', ...target)).out).toContain('applied 0001_age');
  expect((await plumbline(directory, 'migrate', ...target)).out).toContain('nothing to apply');
  const shown = await plumbline(directory, 'showmigrations', ...target);
  expect(shown.out).toMatch(/\[X\] 0000_init[\s\S]*\[X\] 0001_age/);
  expect((await plumbline(directory, 'tables', ...target)).out).toMatch(/age +integer/);
}

it('walks through on the embedded database and on a server, where drizzle-orm’s own migrator then has nothing to apply', async () => {
  const server = postgresBinaries() === null ? null : await startPostgres();
  onTestFinished(() => server?.stop());
  const directory = temporaryDirectory();
  await walk(directory, [[], ...(server === null ? [] : [['--database-url', server.url]])]);
  expect(readdirSync(join(directory, '.plumbline/pgdata'))).toEqual(['guide']);
  if (server === null) return;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const ledger = 'select hash, created_at from drizzle.__drizzle_migrations order by id';
    const before = await client.query(ledger);
    expect(before.rowCount).toBe(2);
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
    await migrate(drizzle(client), { migrationsFolder: join(directory, 'drizzle') });
    expect((await client.query(ledger)).rows).toEqual(before.rows);
  } finally {
    await client.end();
  }
});
