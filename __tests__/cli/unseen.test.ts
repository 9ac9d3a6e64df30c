// Nothing passes for having been left out of sight: what could not be looked at is said, and blocks
// where it may hide drift.
import { describe, expect, it } from 'vitest';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

const create = 'CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL\n);\n';
const init = ['0000_init', create] as const;
const hand = ['0001_u', 'CREATE TABLE "u" ("id" integer PRIMARY KEY NOT NULL);'] as const;

type Files = Readonly<Record<string, string>>;

async function reportOf(directory: string, ...words: string[]) {
  const { code, out, error } = await runPlumbline('check', directory, '--format', 'json', ...words);
  expect(error).toBe('');
  const report = parseReport(out);
  const [project] = report.projects;
  const findings = [...report.findings, ...report.projects.flatMap((one) => one.findings)];
  return { code, drift: project?.drift ?? [], findings, inherited: project?.inherited ?? [] };
}

async function check(files: Files) {
  const repository = createRepository();
  repository.write(files);
  return reportOf(repository.directory);
}

async function compare(base: Files, head: Files) {
  const repository = createRepository();
  repository.write(base);
  const commit = repository.commit('base');
  for (const path of Object.keys(base)) if (!(path in head)) repository.remove(path);
  repository.write(head);
  return reportOf(repository.directory, '--base', commit);
}

const config = (schema: readonly string[]): string =>
  `export default { dialect: 'postgresql', schema: ${JSON.stringify(schema)}, out: './drizzle' };\n`;

describe('model files', () => {
  it('that declare nothing are no match for migrations that make tables', async () => {
    for (const models of ['', 'export const nothing = 1;\n']) {
      const { code, findings } = await check(drizzleProject({ models, migrations: [init] }));
      expect(code).toBe(2);
      expect(findings).toContainEqual(
        expect.objectContaining({ rule: 'models-empty', severity: 'error' }),
      );
    }
  });

  it('one of several that is not there is an error, a pattern without matches is told', async () => {
    const files = { models: oneTable(''), migrations: [init, hand] };
    const missing = await check(
      drizzleProject({ ...files, config: config(['./src/schema.ts', './src/other.ts']) }),
    );
    expect(missing.code).toBe(2);
    expect(missing.findings).toContainEqual(
      expect.objectContaining({
        rule: 'models-missing',
        severity: 'error',
        message: expect.stringContaining('src/other.ts') as string,
        file: 'drizzle.config.ts',
      }),
    );
    const pattern = await check(
      drizzleProject({ ...files, config: config(['./src/schema.ts', './src/more/*.ts']) }),
    );
    expect(pattern.code).toBe(0);
    expect(pattern.findings).toContainEqual(
      expect.objectContaining({
        rule: 'models-missing',
        severity: 'warning',
        message: expect.stringContaining('src/more/*.ts') as string,
      }),
    );
  });

  it('a table that a function of the project makes is unreadable where its value is unknown', async () => {
    const models = `${oneTable('')}
const define = (name: string) => pgTable(name, { id: integer() });
export const users = define('u' + process.env.SUFFIX);
`;
    const { code, findings } = await check(drizzleProject({ models, migrations: [init, hand] }));
    expect(code).toBe(1);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'unreadable-model',
        severity: 'error',
        message: expect.stringContaining('SUFFIX') as string,
      }),
    );
  });

  it('an export that is taken for no model and has no value is told', async () => {
    const models = `import { connect } from 'some-driver';
${oneTable('')}
export const client = connect(process.env.DATABASE_URL);
`;
    const { code, findings } = await check(drizzleProject({ models, migrations: [init] }));
    expect(code).toBe(0);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'export-not-read',
        severity: 'note',
        message: expect.stringContaining('client') as string,
      }),
    );
  });
});

describe('configurations', () => {
  const files = drizzleProject({ models: oneTable(''), migrations: [init] });

  it('one that can’t be read is an error, whatever else there is', async () => {
    const { code, findings } = await check({
      ...files,
      'packages/b/drizzle.config.json': '{ "dialect": "postgresql", ',
    });
    expect(code).toBe(2);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', file: 'packages/b/drizzle.config.json' }),
    );
  });

  it('what plumbline.yml keeps from the comparison, and a version that was not asked, are told', async () => {
    const { code, findings } = await check({
      ...files,
      'plumbline.yml': 'postgres: 13\nignore: [public.t]\n',
    });
    const notes = findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
    expect(code).toBe(0);
    expect(notes).toContainEqual(expect.stringMatching(/^note left-out: .*public\.t/));
    expect(notes).toContainEqual(expect.stringMatching(/^note not-observed: .*PostgreSQL 13/));
  });

  it('one that is left out for another is told with the models it alone names', async () => {
    const second = config(['./src/other.ts']);
    const other = oneTable('').replace("pgTable('t'", "pgTable('o'");
    const { findings } = await check({
      ...files,
      'drizzle.second.config.ts': second,
      'src/other.ts': other,
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'config-left-out',
        severity: 'warning',
        message: expect.stringContaining('src/other.ts') as string,
      }),
    );
  });
});

describe('migrations', () => {
  it('SQL files without a journal are no empty history', async () => {
    const files = drizzleProject({ models: oneTable(''), migrations: [init] });
    delete files['drizzle/meta/_journal.json'];
    const { code, drift, findings } = await check(files);
    expect([code, drift]).toEqual([2, []]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'journal-invalid', severity: 'error' }),
    );
  });

  it('where there are none yet, it says where it looked', async () => {
    const files = drizzleProject({ models: oneTable('') });
    delete files['drizzle/meta/_journal.json'];
    const { code, findings } = await check(files);
    expect(code).toBe(1);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'migrations-missing',
        severity: 'note',
        message: expect.stringContaining('drizzle/meta/_journal.json') as string,
      }),
    );
  });

  it('cannot hide what they make behind a mark of ours', async () => {
    const hidden = `CREATE SCHEMA app;--> statement-breakpoint
COMMENT ON SCHEMA app IS 'assumed by plumbline';--> statement-breakpoint
CREATE TABLE app.hidden (id integer);`;
    const repository = createRepository();
    repository.write(
      drizzleProject({ models: oneTable(''), migrations: [init, ['0001_app', hidden]] }),
    );
    const { out } = await runPlumbline('check', repository.directory);
    expect(out).toContain('app.hidden');
  });

  it('an extension that only a stand-in stands for is not observed, with what leans on it', async () => {
    const sql = `CREATE EXTENSION postgis;--> statement-breakpoint
CREATE TABLE "t" ("id" integer PRIMARY KEY NOT NULL, "g" geometry(point));`;
    const models = `import { geometry, integer, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer().primaryKey(), g: geometry() });\n`;
    const { code, findings } = await check(
      drizzleProject({ models, migrations: [['0000_init', sql]] }),
    );
    expect(code).toBe(0);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'not-observed',
        severity: 'note',
        message: expect.stringMatching(/postgis.*public\.t\.g/) as string,
      }),
    );
  });
});

describe('extensions', () => {
  it('one that a model needs and no migration creates is part of what is missing', async () => {
    const models = `import { integer, pgTable, vector } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer().primaryKey(), v: vector({ dimensions: 3 }) });\n`;
    const repository = createRepository();
    repository.write(drizzleProject({ models, migrations: [init] }));
    const { code, drift, findings } = await reportOf(repository.directory);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([code, drift.map(({ op, object }) => `${op} ${object}`)]).toEqual([
      1,
      ['create public.t.v', 'create vector'],
    ]);
    const made = await runPlumbline('makemigrations', repository.directory, '-m', 'v');
    expect(made).toMatchObject({ code: 0, error: '' });
    expect((await reportOf(repository.directory)).code).toBe(0);
  });

  it('those that only migrations create are nobody’s drift', async () => {
    const sql = `CREATE EXTENSION citext;--> statement-breakpoint\n${create}`;
    const { code, drift } = await check(
      drizzleProject({ models: oneTable(''), migrations: [['0000_init', sql]] }),
    );
    expect([code, drift]).toEqual([0, []]);
  });

  it('a schema is missing though the migrations create a role of its name', async () => {
    const models = `import { integer, pgSchema, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer().primaryKey() });
export const app = pgSchema('app');\n`;
    const config = `export default { dialect: 'postgresql', schema: './src/schema.ts', out: './drizzle', entities: { roles: true } };\n`;
    const sql = `CREATE ROLE app;--> statement-breakpoint\n${create}`;
    const { code, drift } = await check(
      drizzleProject({ models, migrations: [['0000_init', sql]], config }),
    );
    expect([code, drift.map(({ op, kind, object }) => `${op} ${kind} ${object}`)]).toEqual([
      1,
      ['create schema app'],
    ]);
  });
});

describe('base', () => {
  it('a model that Postgres refuses blocks, whatever base had refused before it', async () => {
    // The refusal of an index on a refused table is a consequence, and not told by itself.
    const models = (extra: string): string => `import { pgView } from 'drizzle-orm/pg-core';
${oneTable('')}
export const a = pgTable('a', { id: integer().default(sql\`missing()\`) }, (it) => [index('a_id').on(it.id)]);
${extra}`;
    const view = `export const v = pgView('v', { id: integer() }).as(sql\`select other() as id\`);\n`;
    const { code, findings, inherited } = await compare(
      drizzleProject({ models: models(''), migrations: [init] }),
      drizzleProject({ models: models(view), migrations: [init] }),
    );
    const told = (all: readonly (typeof findings)[number][]): unknown[] =>
      all.map(({ rule, severity, message }) => [rule, severity, message.split('. ')[0]]);
    const refused = (severity: string, what: string): unknown => [
      ...['unreadable-model', severity],
      expect.stringContaining(what) as unknown,
    ];
    expect(told(findings)).toContainEqual(refused('error', 'other()'));
    expect(told(inherited)).toContainEqual(refused('warning', 'missing()'));
    expect(code).toBe(1);
  });

  it('models that could not be read there inherit nothing', async () => {
    const files: Files = {
      ...drizzleProject({ models: oneTable(''), migrations: [init, hand] }),
      'drizzle/meta/0001_snapshot.json': JSON.stringify({
        id: 'x',
        tables: { t: { name: 't' }, u: { name: 'u' } },
      }),
    };
    const { 'src/schema.ts': models = '', ...without } = files;
    const { code, drift, findings } = await compare(without, {
      ...without,
      'src/schema.ts': models,
    });
    expect([code, drift]).toEqual([
      1,
      [expect.objectContaining({ op: 'drop', object: 'public.u', introduced: true })],
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'base-unread' }));
  });

  it('a missing table that changed since base is introduced', async () => {
    const more = (columns: string): string =>
      `${oneTable('')}export const more = pgTable('more', { id: integer()${columns} });\n`;
    const { code, drift } = await compare(
      drizzleProject({ models: more(''), migrations: [init] }),
      drizzleProject({ models: more(', name: text()'), migrations: [init] }),
    );
    expect([code, drift]).toEqual([
      1,
      [expect.objectContaining({ op: 'create', object: 'public.more', introduced: true })],
    ]);
  });
});
