// A plan of several migrations in drizzle's two layouts, and drizzle-kit's opinion of them.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { OutputFile } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';
import { temporaryDirectory } from '../support/repository.ts';
import { runPlumbline } from '../cli/run.ts';
import { project } from './support.ts';

const run = promisify(execFile);
const now = Date.UTC(2026, 0, 2, 3, 4, 5);

async function write(
  files: Readonly<Record<string, string>>,
  name: string | null,
): Promise<OutputFile[]> {
  const revision = memoryRevision({
    'schema.ts': `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const a = pgTable('a', { id: integer().primaryKey() });`,
    ...files,
  });
  const empty = { objects: new Map<never, never>(), uncovered: {} };
  return drizzle.write({
    project: project(),
    models: await drizzle.readModels(revision, project(), { env: {} }),
    migrations: await drizzle.readMigrations(revision, project()),
    parts: [
      { statements: ['ALTER TABLE "a" ADD CONSTRAINT "c" CHECK (true) NOT VALID;'], comment: null },
      { statements: ['ALTER TABLE "a" VALIDATE CONSTRAINT "c";'], comment: 'why' },
      { statements: ['CREATE INDEX CONCURRENTLY "i" ON "a" ("id");'], comment: null },
      { statements: ['CREATE INDEX CONCURRENTLY "j" ON "a" ("id");'], comment: null },
    ],
    name,
    now,
    actual: empty,
    desired: empty,
  });
}

const journalOf = (tag: string): Record<string, string> => ({
  [`drizzle/${tag}.sql`]: '',
  'drizzle/meta/_journal.json': JSON.stringify({
    version: '7',
    dialect: 'postgresql',
    entries: [{ idx: 0, version: '7', when: 1, tag, breakpoints: true }],
  }),
});

describe('several migrations', () => {
  it('in the journal: in order, each with its snapshot on the one before', async () => {
    const files = await write(journalOf('0000_old'), 'more');
    expect(files.slice(0, 4).map(({ path }) => path)).toEqual([
      'drizzle/0001_more_1.sql',
      'drizzle/0002_more_2.sql',
      'drizzle/0003_more_3.sql',
      'drizzle/0004_more_4.sql',
    ]);
    expect(files[1]?.content).toBe('-- why\nALTER TABLE "a" VALIDATE CONSTRAINT "c";');
    const { entries } = JSON.parse(files[4]?.content ?? '') as { entries: { when: number }[] };
    expect(entries.map(({ when }) => when)).toEqual([1, now, now + 1000, now + 2000, now + 3000]);
    const chain = files
      .slice(5)
      .map(({ content }) => JSON.parse(content) as { id: string; prevId: string });
    expect(chain.slice(1).map(({ prevId }) => prevId)).toEqual(
      chain.slice(0, -1).map(({ id }) => id),
    );
  });

  it('are named by what each does', async () => {
    const files = await write(journalOf('0000_old'), null);
    expect(files.slice(0, 4).map(({ path }) => path)).toEqual([
      'drizzle/0001_alter_a.sql',
      'drizzle/0002_validate_a.sql',
      'drizzle/0003_index_a.sql',
      'drizzle/0004_index_a_2.sql',
    ]);
  });

  it('have prefixes of their own where those are times', async () => {
    const files = await write(journalOf('20250102030405_old'), 'm');
    const paths = files.map(({ path }) => path);
    expect(paths[1]).toBe('drizzle/20260102030406_m_2.sql');
    expect(new Set(paths).size).toBe(9);
  });

  it('in folders: each on the one before', async () => {
    const files = await write(
      {
        'drizzle/20250101000000_old/migration.sql': '',
        'drizzle/20250101000000_old/snapshot.json':
          '{"version":"8","id":"x","prevIds":["0"],"ddl":[],"renames":[]}',
      },
      'm',
    );
    expect(files.slice(0, 2).map(({ path }) => path)).toEqual([
      'drizzle/20260102030405_m_1/migration.sql',
      'drizzle/20260102030406_m_2/migration.sql',
    ]);
    const chain = files
      .slice(4)
      .map(({ content }) => JSON.parse(content) as { id: string; prevIds: string[] });
    expect(chain.map(({ prevIds }) => prevIds)).toEqual([
      ['x'],
      ...chain.slice(0, -1).map(({ id }) => [id]),
    ]);
  });
});

const modules = {
  0: join(import.meta.dirname, '../../node_modules'),
  1: join(import.meta.dirname, '../oracles/drizzle-v1/node_modules'),
} as const;

describe('after several migrations drizzle-kit', () => {
  it.each([
    ['journal', 0, '0.31.11'],
    ['folders', 1, '1.0.0-rc.5'],
  ] as const)('finds nothing to do: %s', async (_name, generation, kit) => {
    const directory = temporaryDirectory();
    const models = (columns: string, more: string): string =>
      `import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
export const t = pgTable('t', { id: integer('id').primaryKey(), ${columns} }, (self) => [${more}]);\n`;
    writeFileSync(
      join(directory, 'package.json'),
      JSON.stringify({ name: 'app', devDependencies: { 'drizzle-kit': kit } }),
    );
    writeFileSync(
      join(directory, 'drizzle.config.ts'),
      `export default { dialect: 'postgresql', schema: './schema', out: './drizzle' };`,
    );
    mkdirSync(join(directory, 'schema'));
    symlinkSync(modules[generation], join(directory, 'node_modules'));
    const file = join(directory, 'schema/t.ts');
    writeFileSync(file, models(`a: text('a'), b: integer('b')`, ''));
    expect((await runPlumbline('makemigrations', directory, '-m', 'init')).code).toBe(0);
    writeFileSync(
      file,
      models(
        `a: text('a').notNull(), b: integer('b').unique(), c: uuid('c').defaultRandom().notNull()`,
        `index('t_c').on(self.c), check('b_ok', sql\`\${self.b} > 0\`)`,
      ),
    );
    const made = await runPlumbline('makemigrations', directory, '-m', 'more', '--online');
    expect(made).toMatchObject({ code: 0 });
    const bin = join(modules[generation], 'drizzle-kit/bin.cjs');
    const env = { ...process.env, CI: '1', NO_COLOR: '1' };
    const generated = await run(process.execPath, [bin, 'generate'], { cwd: directory, env });
    expect(generated.stdout + generated.stderr).toContain('No schema changes');
    const sql = readdirSync(join(directory, 'drizzle'), {
      recursive: true,
      encoding: 'utf8',
    }).filter((path) => path.endsWith('.sql'));
    expect(sql.length).toBeGreaterThan(4);
    const all = sql
      .map((path) => readFileSync(join(directory, 'drizzle', path), 'utf8'))
      .join('\n');
    expect(all).toContain('CREATE UNIQUE INDEX CONCURRENTLY');
    expect((await runPlumbline('check', directory)).code).toBe(0);
    expect((await runPlumbline('migrate', directory)).out).toContain('more_5');
  });
});
