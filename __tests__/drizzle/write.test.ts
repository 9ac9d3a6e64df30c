// The files of a new migration, and drizzle-kit's own opinion of them: after ours, it finds nothing to do.
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkTree } from '../../src/revision/work-tree.ts';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { MigrationPart, OutputFile } from '../../src/tools/tool.ts';
import { runPlumbline } from '../cli/run.ts';
import { memoryRevision } from '../support/memory-revision.ts';
import { declarations, project } from './support.ts';

const run = promisify(execFile);
const empty = { objects: new Map<never, never>(), uncovered: {} };
const temporary = mkdtempSync(join(tmpdir(), 'plumbline-drizzle-'));

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

interface Sources {
  readonly files: Readonly<Record<string, string>>;
  readonly up: readonly string[];
  readonly parts?: readonly MigrationPart[];
  readonly name?: string;
  readonly now?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
}

async function writeInMemory(sources: Sources): Promise<OutputFile[]> {
  const revision = memoryRevision(sources.files);
  const own = project({ settings: sources.settings ?? {} });
  return drizzle.write({
    project: own,
    models: await drizzle.readModels(revision, own, { env: {} }),
    migrations: await drizzle.readMigrations(revision, own),
    parts: sources.parts ?? [{ statements: sources.up, comment: null }],
    name: sources.name ?? null,
    now: sources.now ?? Date.UTC(2026, 0, 2, 3, 4, 5),
    actual: empty,
    desired: empty,
  });
}

const schema = `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const a = pgTable('a', { id: integer().primaryKey() });`;

const journal = (tag: string, when: number, indent: string | number = 2): string =>
  `${JSON.stringify({ version: '7', dialect: 'postgresql', entries: [{ idx: 4, version: '7', when, tag, breakpoints: true }] }, null, indent)}\n`;

describe('files', () => {
  it('of the first migration in the journal layout', async () => {
    const files = await writeInMemory({
      files: { 'schema.ts': schema },
      up: ['CREATE TABLE "a" (\n\t"id" integer\n)', 'SELECT 1;'],
      name: 'my first',
    });
    expect(files.map(({ path }) => path)).toEqual([
      'drizzle/0000_my_first.sql',
      'drizzle/meta/_journal.json',
      'drizzle/meta/0000_snapshot.json',
    ]);
    expect(files[0]?.content).toBe(
      'CREATE TABLE "a" (\n\t"id" integer\n);\n--> statement-breakpoint\nSELECT 1;',
    );
    expect(JSON.parse(files[1]?.content ?? '')).toEqual({
      version: '7',
      dialect: 'postgresql',
      entries: [
        {
          idx: 0,
          version: '7',
          when: Date.UTC(2026, 0, 2, 3, 4, 5),
          tag: '0000_my_first',
          breakpoints: true,
        },
      ],
    });
  });

  it('follow the journal: index, a later time, indentation', async () => {
    const when = Date.UTC(2030, 0, 1);
    const files = await writeInMemory({
      files: {
        'schema.ts': schema,
        'drizzle/0004_old.sql': '',
        'drizzle/meta/_journal.json': journal('0004_old', when, '\t'),
        'drizzle/meta/0004_snapshot.json': '{"id":"before","prevId":"0","tables":{}}',
      },
      up: ['ALTER TABLE "a" ADD COLUMN "b" text;'],
    });
    expect(files[0]?.path).toBe('drizzle/0005_add_a_b.sql');
    expect(files[1]?.content).toContain(`\n\t\t\t"when": ${when + 1},\n`);
    expect(files[1]?.content.endsWith('}\n')).toBe(true);
    expect(JSON.parse(files[2]?.content ?? '')).toMatchObject({ prevId: 'before' });
  });

  it.each([
    ['20250102030405_old', {}, '20260102030405_add_a_b'],
    ['1735786800_old', {}, '1767323045_add_a_b'],
    ['0004_old', { prefix: 'supabase' }, '20260102030405_add_a_b'],
    ['0004_old', { prefix: 'none' }, '_add_a_b'],
  ])('after %s with %j are named %s', async (tag, settings, expected) => {
    const files = await writeInMemory({
      files: {
        'schema.ts': schema,
        [`drizzle/${tag}.sql`]: '',
        'drizzle/meta/_journal.json': journal(tag, 1),
      },
      up: ['ALTER TABLE "a" ADD COLUMN "b" text;'],
      settings,
    });
    expect(files[0]?.path).toBe(`drizzle/${expected}.sql`);
  });

  it('without breakpoints where the project wants none', async () => {
    const [file] = await writeInMemory({
      files: { 'schema.ts': schema },
      up: ['SELECT 1', 'SELECT 2'],
      settings: { breakpoints: false },
    });
    expect(file?.content).toBe('SELECT 1;\nSELECT 2;');
  });

  it('of the folder layout are later than every folder', async () => {
    const folder = 'drizzle/20300101000000_later';
    const files = await writeInMemory({
      files: {
        'schema.ts': schema,
        [`${folder}/migration.sql`]: '',
        [`${folder}/snapshot.json`]:
          '{"version":"8","id":"x","prevIds":["0"],"ddl":[],"renames":[]}',
      },
      up: ['DROP TABLE "b";'],
    });
    expect(files.map(({ path }) => path)).toEqual([
      'drizzle/20300101000001_drop_table_b/migration.sql',
      'drizzle/20300101000001_drop_table_b/snapshot.json',
    ]);
    expect(JSON.parse(files[1]?.content ?? '')).toMatchObject({
      version: '8',
      prevIds: ['x'],
      renames: [],
    });
  });
});

const modules = {
  0: join(import.meta.dirname, '../../node_modules'),
  1: join(import.meta.dirname, '../oracles/drizzle-v1/node_modules'),
} as const;

/** A project on disk whose models are files of declarations. */
function makeProject(
  name: string,
  generation: 0 | 1,
  cases: readonly string[],
  casing?: string,
): string {
  const directory = join(temporary, name);
  mkdirSync(join(directory, 'schema'), { recursive: true });
  symlinkSync(modules[generation], join(directory, 'node_modules'));
  for (const file of cases) {
    cpSync(join(declarations[generation], `${file}.ts`), join(directory, `schema/${file}.ts`));
  }
  const config = { dialect: 'postgresql', schema: './schema', out: './drizzle', casing };
  writeFileSync(join(directory, 'drizzle.config.ts'), `export default ${JSON.stringify(config)};`);
  const kit = generation === 0 ? '0.31.11' : '1.0.0-rc.5';
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name, devDependencies: { 'drizzle-kit': kit } }),
  );
  return directory;
}

/** Writes what the models ask for as a new migration of the project. */
async function addMigration(directory: string, now: number): Promise<void> {
  const revision = openWorkTree(directory);
  const { projects } = await drizzle.detect(revision, { env: {} });
  const [own] = projects;
  if (own === undefined) throw new Error('no project was found');
  const models = await drizzle.readModels(revision, own, { env: {} });
  expect(models.unknowns).toEqual([]);
  const request = {
    project: own,
    models,
    migrations: await drizzle.readMigrations(revision, own),
    parts: [{ statements: models.statements.map(({ sql }) => sql), comment: null }],
    name: null,
    now,
    actual: empty,
    desired: empty,
  };
  for (const { path, content } of drizzle.write(request)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

async function generate(directory: string, generation: 0 | 1): Promise<string> {
  const bin = join(modules[generation], 'drizzle-kit/bin.cjs');
  const { stdout, stderr } = await run(process.execPath, [bin, 'generate'], {
    cwd: directory,
    env: { ...process.env, CI: '1', NO_COLOR: '1' },
  });
  return stdout + stderr;
}

describe('drizzle-kit generate finds nothing to do after our migration', () => {
  it.each([
    ['journal', 0, ['columns', 'defaults', 'constraints', 'generated', 'policies'], undefined],
    ['journal-cased', 0, ['cased', 'views'], 'snake_case'],
    ['folders', 1, ['columns', 'defaults', 'constraints', 'policies', 'cased'], undefined],
    ['folders-views', 1, ['views'], undefined],
    ['folders-generated', 1, ['generated'], undefined],
  ] as const)('%s', async (name, generation, cases, casing) => {
    const directory = makeProject(name, generation, cases, casing);
    await addMigration(directory, Date.UTC(2026, 0, 2));
    expect(await generate(directory, generation)).toContain('No schema changes');
    // A second one: the journal grows, the folder's snapshot is a difference.
    writeFileSync(
      join(directory, 'schema/later.ts'),
      `import { integer, pgTable, text } from 'drizzle-orm/pg-core';
       export const later = pgTable('later', { id: integer('id').primaryKey(), name: text('name').unique() });`,
    );
    rmSync(join(directory, `schema/${cases[0]}.ts`));
    await addMigration(directory, Date.UTC(2026, 0, 3));
    expect(await generate(directory, generation)).toContain('No schema changes');
  });
});

describe('drizzle-kit generate finds nothing to do after a rename', () => {
  const models = (
    generation: 0 | 1,
    names: { table: string; column: string; value: string; type: string },
    tag: (old: string) => string,
  ): string => `import { integer, pgEnum, pgTable, text${generation === 0 ? ', serial' : ''} } from 'drizzle-orm/pg-core';
${tag('mood')}
export const mood = pgEnum('${names.type}', [${tag('happy')} '${names.value}', 'sad']);
${tag('people')}
export const people = pgTable('${names.table}', {
  id: ${generation === 0 ? 'serial' : 'integer'}('id').primaryKey(),
  ${tag('fullname')}
  name: text('${names.column}').unique().notNull(),
  mood: mood('m').default('${names.value}'),
});
export const posts = pgTable('posts', { author: integer('author').references(() => people.id) });
`;

  it.each([
    ['journal-renamed', 0],
    ['folders-renamed', 1],
  ] as const)('%s', async (name, generation) => {
    const directory = makeProject(name, generation, []);
    const file = join(directory, 'schema/schema.ts');
    const old = { table: 'people', column: 'fullname', value: 'happy', type: 'mood' };
    writeFileSync(
      file,
      models(generation, old, () => ''),
    );
    expect(await runPlumbline('makemigrations', directory, '-m', 'first')).toMatchObject({
      code: 0,
    });
    const renamed = { table: 'users', column: 'name', value: 'glad', type: 'feeling' };
    writeFileSync(
      file,
      models(generation, renamed, (from) => `/** @renamedFrom ${from} */`),
    );
    const { code, out } = await runPlumbline('makemigrations', directory, '-m', 'second');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('second') as string });
    expect(await generate(directory, generation)).toContain('No schema changes');
    const snapshot = newestSnapshot(directory, generation);
    if (generation === 0) {
      expect(snapshot).toMatchObject({
        _meta: {
          tables: { '"public"."people"': '"public"."users"' },
          columns: { '"public"."users"."fullname"': '"public"."users"."name"' },
        },
      });
    } else {
      expect(snapshot).toMatchObject({
        deltas: expect.arrayContaining([
          { op: 'rename', key: 'tables\0["public","people"]', set: { name: 'users' } },
          {
            op: 'rename',
            key: 'columns\0["public","users","fullname"]',
            set: { name: 'name' },
          },
        ]) as unknown,
      });
    }
  });
});

/** The last one by its name. */
function newestSnapshot(directory: string, generation: 0 | 1): unknown {
  const folder = join(directory, generation === 0 ? 'drizzle/meta' : 'drizzle');
  const names = readdirSync(folder).filter((one) => one !== '_journal.json');
  const last = names.sort().at(-1) ?? '';
  const path = join(folder, generation === 0 ? last : `${last}/snapshot.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as unknown;
}
