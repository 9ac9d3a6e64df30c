// Lock-light migrations from end to end: planned, written, replayed, applied; and what drizzle-orm's own
// migrator, which runs all that is pending in one transaction, can do with which of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { postgresBinaries, startPostgres } from '../support/postgres-server.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

/** A directory with these files in it. */
function written(contents: Readonly<Record<string, string>>): string {
  const repository = createRepository();
  repository.write(contents);
  return repository.directory;
}

const first = [
  '0000_init',
  'CREATE TABLE "t" ("id" integer PRIMARY KEY, "a" text, "b" integer);',
] as const;
const wanted = oneTable(`  a: text().notNull(),
  b: integer(),
}, (self) => [index('t_b').on(self.b), check('b_ok', sql\`\${self.b} > 0\`)]);
export const other = pgTable('other', { id: integer().primaryKey(),`);

const files = (config = ''): Record<string, string> => ({
  ...drizzleProject({ models: wanted, migrations: [first] }),
  ...(config === '' ? {} : { 'plumbline.yml': config }),
});

describe('makemigrations', () => {
  it('writes plain statements where drizzle runs them, and says how to get others', async () => {
    const root = written(files());
    const { out } = await runPlumbline('makemigrations', root, '-m', 'more', '--dry-run');
    expect(out).toContain('drizzle/0001_more.sql would be written');
    expect(out).toContain('CREATE INDEX "t_b"');
    const checked = await runPlumbline('check', root);
    expect(checked.out).toContain('migrator: plumbline');
    const silent = await runPlumbline('check', root, '--simple');
    expect(silent.out).not.toContain('migrator: plumbline');
  });

  it('writes as many as it takes where plumbline runs them, and those lead where the models are', async () => {
    const root = written(files('migrator: plumbline\nlockTimeout: 2s\n'));
    expect((await runPlumbline('migrate', root)).code).toBe(0);
    const { code, out } = await runPlumbline('makemigrations', root, '-m', 'more');
    expect(code).toBe(0);
    expect(out).toContain(
      'drizzle/0001_more_1.sql, drizzle/0002_more_2.sql, drizzle/0003_more_3.sql written, proved',
    );
    const sql = (name: string): string => readFileSync(join(root, 'drizzle', name), 'utf8');
    expect(sql('0001_more_1.sql')).toMatch(/^SET LOCAL lock_timeout = '2s';/);
    expect(sql('0003_more_3.sql')).toBe(
      'CREATE INDEX CONCURRENTLY "t_b" ON "t" USING btree ("b");',
    );
    expect(await runPlumbline('check', root)).toMatchObject({ code: 0 });
    expect((await runPlumbline('migrate', root)).out).toContain('applied 0003_more_3');
    expect((await runPlumbline('makemigrations', root)).out).toContain('nothing to do');
  });

  it('says in files that are forced what can not run them', async () => {
    const root = written(files());
    const { out } = await runPlumbline('makemigrations', root, '--online', '--dry-run');
    expect(out).toContain('-- Apply with `plumbline migrate`');
    expect(out).toContain('drizzle/0002_change_t.sql, drizzle/0003_index_t.sql would be written');
  });

  it('tells the migrations apart in its report', async () => {
    const root = written(files('migrator: plumbline\n'));
    const { out } = await runPlumbline('check', root, '--format', 'json');
    const report = JSON.parse(out) as {
      projects: {
        plan: {
          up: string[];
          migrations: { file: string; transaction: boolean; statements: string[] }[];
        };
      }[];
    };
    const plan = report.projects[0]?.plan;
    expect(plan?.migrations.map(({ transaction }) => transaction)).toEqual([true, true, false]);
    expect(plan?.migrations.flatMap(({ statements }) => statements)).toEqual(plan?.up);
  });
});

describe('check with a base', () => {
  it('takes what the branch itself created for empty', async () => {
    const repo = createRepository();
    const old = oneTable('a: text(), b: integer(),');
    repo.write({
      ...drizzleProject({ models: old, migrations: [first] }),
      'plumbline.yml': 'migrator: plumbline\n',
    });
    repo.commit('base');
    repo.git('checkout', '-q', '-b', 'work');
    const more = ['0001_n', 'CREATE TABLE "n" ("id" integer PRIMARY KEY, "x" integer);'] as const;
    repo.write(
      drizzleProject({
        models: oneTable(`a: text(), b: integer(),
}, (self) => [index('t_b').on(self.b)]);
export const n = pgTable('n', { id: integer().primaryKey(), x: integer(),
}, (self) => [index('n_x').on(self.x)]);
export const other = pgTable('other', { id: integer().primaryKey(),`),
        migrations: [first, more],
      }),
    );
    repo.commit('work');
    const { out } = await runPlumbline('check', repo.directory, '--base', 'main');
    expect(out).toContain('CREATE INDEX "n_x"');
    expect(out).toContain('CREATE INDEX CONCURRENTLY "t_b"');
    expect(out).toContain('-- drizzle/0003_index_t.sql (not in a transaction)');
  });
});

describe('the version in the configuration', () => {
  it('keeps a plan from using what it lacks, naming what asks for it', async () => {
    const root = written({
      ...drizzleProject({
        models: oneTable('a: integer().unique("u", { nulls: "not distinct" }),'),
        migrations: [first],
      }),
      'plumbline.yml': 'postgres: 14\n',
    });
    const { code, out } = await runPlumbline('makemigrations', root);
    expect(code).toBe(3);
    expect(out).toContain('unique public.t.u asks for NULLS NOT DISTINCT');
    expect(out).toContain('production has 14');
  });
});

const enumProject = (config = ''): Record<string, string> => ({
  ...drizzleProject({
    models: `import { integer, pgEnum, pgTable } from 'drizzle-orm/pg-core';
export const state = pgEnum('state', ['new', 'old']);
export const t = pgTable('t', { id: integer().primaryKey(), s: state().default('old') });`,
    migrations: [
      [
        '0000_init',
        `CREATE TYPE "public"."state" AS ENUM('new');\n--> statement-breakpoint\nCREATE TABLE "t" ("id" integer PRIMARY KEY, "s" "state" DEFAULT 'new');`,
      ],
    ],
  }),
  ...(config === '' ? {} : { 'plumbline.yml': config }),
});

describe.skipIf(postgresBinaries() === null)("drizzle-orm's own migrator", () => {
  async function migrateWithDrizzle(root: string, url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await migrate(drizzle(client), { migrationsFolder: join(root, 'drizzle') });
    } finally {
      await client.end();
    }
  }

  it('can run what is planned for it: a value that is used makes the enum anew', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const root = written(enumProject());
    await migrateWithDrizzle(root, server.url);
    expect((await runPlumbline('makemigrations', root, '-m', 'value')).code).toBe(0);
    await migrateWithDrizzle(root, server.url);
    expect(await runPlumbline('check', root)).toMatchObject({ code: 0 });
  });

  it('can not run what is planned for plumbline', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const root = written(enumProject('migrator: plumbline\n'));
    await migrateWithDrizzle(root, server.url);
    expect((await runPlumbline('makemigrations', root, '-m', 'value')).code).toBe(0);
    await expect(migrateWithDrizzle(root, server.url)).rejects.toMatchObject({
      cause: { code: '55P04' },
    });
    const applied = await runPlumbline('migrate', root, '--database-url', server.url);
    expect(applied.out).toContain('applied 0002_value_2');
  });
});

describe.skipIf(postgresBinaries() === null)('migrate', () => {
  it('says what a failed concurrent build leaves behind, and goes on once that is gone', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const root = written(
      drizzleProject({
        models: oneTable(''),
        migrations: [
          [
            '0000_init',
            'CREATE TABLE "t" ("id" integer PRIMARY KEY, "a" integer);\n--> statement-breakpoint\nINSERT INTO "t" VALUES (1, 1), (2, 1);',
          ],
          ['0001_unique', 'CREATE UNIQUE INDEX CONCURRENTLY "t_a" ON "t" ("a");'],
        ],
      }),
    );
    const url = ['--database-url', server.url];
    const failed = await runPlumbline('migrate', root, ...url);
    expect(failed.code).toBe(3);
    expect(failed.out).toContain('DROP INDEX CONCURRENTLY t_a; before you run it again');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('drop index concurrently t_a');
    await client.query('delete from t where id = 2');
    await client.end();
    expect(await runPlumbline('migrate', root, ...url)).toMatchObject({ code: 0 });
    writeFileSync(join(root, 'README.md'), '');
    expect((await runPlumbline('migrate', root, ...url)).out).toContain('nothing to apply');
  });
});
