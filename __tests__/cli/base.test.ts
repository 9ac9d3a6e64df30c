// Two revisions: what base has already is inherited, what head brings is introduced.
import { describe, expect, it } from 'vitest';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

const create = 'CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL\n);\n';
const init = ['0000_init', create] as const;

type Files = Readonly<Record<string, string>>;

/** Commits \`base\`, writes \`head\` over it and compares the two. */
async function compare(base: Files, head: Files) {
  const repository = createRepository();
  repository.write(base);
  const commit = repository.commit('base');
  for (const path of Object.keys(base)) if (!(path in head)) repository.remove(path);
  repository.write(head);
  const { code, out, error } = await runPlumbline(
    ...['check', repository.directory, '--base', commit, '--format', 'json'],
  );
  expect(error).toBe('');
  const { projects, findings } = parseReport(out);
  const [project] = projects;
  if (project === undefined) throw new Error('no project');
  const drift = project.drift.map(({ op, object, introduced }) => ({ op, object, introduced }));
  return { code, project, drift, findings };
}

describe('check --base', () => {
  it('a column without a migration is introduced, and planned', async () => {
    const { code, drift, project } = await compare(
      drizzleProject({ models: oneTable(''), migrations: [init] }),
      drizzleProject({ models: oneTable('  a: text(),'), migrations: [init] }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([{ op: 'create', object: 'public.t.a', introduced: true }]);
    expect(project.drift[0]).toMatchObject({
      weight: 'substance',
      model: { file: 'src/schema.ts', line: 6 },
      sql: ['ALTER TABLE "t" ADD COLUMN "a" text;'],
    });
    expect(project.plan).toMatchObject({
      proved: true,
      up: ['ALTER TABLE "t" ADD COLUMN "a" text;'],
      down: ['ALTER TABLE "t" DROP COLUMN "a";'],
    });
  });

  it('what base lacks too is inherited, never blocks and is not planned', async () => {
    const { code, drift, project } = await compare(
      drizzleProject({ models: oneTable('  a: text(),'), migrations: [init] }),
      drizzleProject({
        models: oneTable('  a: text(),\n  b: text(),'),
        migrations: [init, ['0001_b', 'ALTER TABLE "t" ADD COLUMN "b" text;']],
      }),
    );
    expect(code).toBe(0);
    expect(drift).toEqual([{ op: 'create', object: 'public.t.a', introduced: false }]);
    expect(project.migrations).toMatchObject({ total: 2, applied: 2, new: ['drizzle/0001_b.sql'] });
    expect(project.plan.up).toEqual([]);
  });

  it('what is added to a table that base lacks needs that table', async () => {
    const more = (extra: string): string =>
      `${oneTable('')}export const more = pgTable('more', { id: integer() }${extra});
export const other = pgTable('other', { id: integer() });\n`;
    const { code, drift, project } = await compare(
      drizzleProject({ models: more(''), migrations: [init] }),
      drizzleProject({
        models: more(`, (it) => [index('more_id').on(it.id)]`),
        migrations: [init],
      }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([
      { op: 'create', object: 'public.more', introduced: true },
      { op: 'create', object: 'public.more.more_id', introduced: true },
      { op: 'create', object: 'public.other', introduced: false },
    ]);
    expect(project.plan).toMatchObject({
      proved: true,
      up: [
        'CREATE TABLE "more" (\n\t"id" integer\n);',
        'CREATE INDEX "more_id" ON "more" USING btree ("id");',
      ],
    });
  });

  it('a warning that base gives just the same is inherited', async () => {
    const base = {
      ...drizzleProject({ models: oneTable(''), migrations: [init] }),
      'drizzle/old.sql': 'select 1;\n',
    };
    const { code, project } = await compare(base, { ...base, 'drizzle/new.sql': 'select 2;\n' });
    expect(code).toBe(0);
    const files = (findings: readonly { rule: string; file: string | null }[]): string[] =>
      findings.map(({ rule, file }) => `${rule} ${file ?? ''}`);
    expect(files(project.findings)).toEqual(['migration-unlisted drizzle/new.sql']);
    expect(files(project.inherited)).toEqual([
      'migration-unlisted drizzle/old.sql',
      'snapshot-stale ',
    ]);
  });

  it('a project that base lacks is rehearsed and told from nothing on', async () => {
    const added = ['0001_a', 'ALTER TABLE "t" ADD COLUMN "a" text;'] as const;
    const { code, project } = await compare(
      { 'README.md': 'Nothing yet.\n' },
      drizzleProject({ models: oneTable('  a: text(),'), migrations: [init, added] }),
    );
    expect(code).toBe(0);
    expect(project.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(project.trace.map(({ migration }) => migration)).toEqual(['0000_init', '0001_a']);
    expect(project.schemaDiffs).toEqual([
      expect.objectContaining({
        of: 'new',
        objects: [
          expect.objectContaining({
            object: 'public.t',
            before: null,
            after: expect.stringContaining('"a" text') as string,
          }),
        ],
      }),
    ]);
  });

  it('inherited and introduced side by side: the plan is only for what is introduced', async () => {
    const { code, drift, project } = await compare(
      drizzleProject({ models: oneTable('  a: text(),'), migrations: [init] }),
      drizzleProject({ models: oneTable('  a: text(),\n  b: text(),'), migrations: [init] }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([
      { op: 'create', object: 'public.t.a', introduced: false },
      { op: 'create', object: 'public.t.b', introduced: true },
    ]);
    expect(project.plan).toMatchObject({
      proved: true,
      up: ['ALTER TABLE "t" ADD COLUMN "b" text;'],
    });
  });

  it('a migration that adds what no model declares is introduced', async () => {
    const { code, drift } = await compare(
      drizzleProject({ models: oneTable(''), migrations: [init] }),
      drizzleProject({
        models: oneTable(''),
        migrations: [init, ['0001_a', 'ALTER TABLE "t" ADD COLUMN "a" text;']],
      }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([{ op: 'drop', object: 'public.t.a', introduced: true }]);
  });

  it('a model removed on head is a drop table that is missing; a table nobody modelled is said once', async () => {
    const two = `${oneTable('')}\nexport const gone = pgTable('gone', { id: integer() });\n`;
    const migrations = [
      init,
      [
        '0001_more',
        'CREATE TABLE "gone" ("id" integer);--> statement-breakpoint\nCREATE TABLE "hand" ("id" integer);',
      ],
    ] as const;
    const { code, drift, project } = await compare(
      drizzleProject({ models: two, migrations }),
      drizzleProject({ models: oneTable(''), migrations }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([{ op: 'drop', object: 'public.gone', introduced: true }]);
    expect(project.unmodelled).toEqual(['public.hand']);
    expect(project.plan.up).toEqual(['DROP TABLE "gone";']);
    expect(project.plan.irreversible.join('\n')).toContain('gone');
  });

  it('an index of a materialized view, which no model can declare, is said once', async () => {
    const models = `import { integer, pgMaterializedView, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer().primaryKey() });
export const ids = pgMaterializedView('ids').as((query) => query.select().from(t));
`;
    const views =
      'CREATE MATERIALIZED VIEW "ids" AS (select "id" from "t");--> statement-breakpoint\nCREATE UNIQUE INDEX "ids_id" ON "ids" ("id");';
    const project = drizzleProject({ models, migrations: [init, ['0001_ids', views]] });
    const { code, drift, project: report } = await compare({ 'readme.txt': 'x' }, project);
    expect(code).toBe(0);
    expect(drift).toEqual([]);
    expect(report.unmodelled).toEqual(['public.ids.ids_id']);
  });

  it('a base whose migrations are no beginning of head has a database of its own', async () => {
    const { code, drift } = await compare(
      drizzleProject({
        models: oneTable('  a: text(),'),
        migrations: [init, ['0001_a', 'ALTER TABLE "t" ADD COLUMN "a" text;']],
      }),
      drizzleProject({
        models: oneTable('  a: text(),'),
        migrations: [init, ['0001_a', 'ALTER TABLE "t" ADD COLUMN "a" varchar(5);']],
      }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([{ op: 'alter', object: 'public.t.a', introduced: true }]);
  });

  it('a project that base does not have is all introduced', async () => {
    const { code, drift, project } = await compare(
      { 'readme.txt': 'x' },
      drizzleProject({ models: oneTable('  a: text(),'), migrations: [init] }),
    );
    expect(code).toBe(1);
    expect(drift).toEqual([{ op: 'create', object: 'public.t.a', introduced: true }]);
    expect(project.migrations.new).toEqual(['drizzle/0000_init.sql']);
  });

  it('a migration that has run and is written otherwise is noted where the same schema comes of it', async () => {
    const models = oneTable('');
    const project = (sql: string) => drizzleProject({ models, migrations: [['0000_init', sql]] });
    const again = create.replace('TABLE', 'TABLE IF NOT EXISTS');
    const { code, project: alike } = await compare(project(create), project(again));
    expect(code).toBe(0);
    expect(alike.findings).toMatchObject([{ rule: 'migration-touched', severity: 'note' }]);
  });

  it('a setting for files or tables that are nowhere is told at its line', async () => {
    const files = drizzleProject({ models: oneTable(''), migrations: [init] });
    const rules = `rules:
  drop-table: { level: note, paths: migrations/** }
  drop-column:
    - { level: note, paths: drizzle/0000* }
    - { level: note, tables: public.t }
    - { level: note, tables: [t, audit.*] }
`;
    const { findings } = await compare(files, { ...files, 'plumbline.yml': rules });
    expect(findings).toMatchObject([
      {
        ...{ rule: 'allowance-unused', severity: 'warning', file: 'plumbline.yml', line: 2 },
        message: expect.stringContaining('no migration is migrations/**') as string,
      },
      { line: 6, message: expect.stringContaining('no table is t or audit.*') as string },
    ]);
  });

  it('a history that is replaced as a whole is told once, without what follows from that', async () => {
    const models = oneTable('  a: text(),');
    const { code, project } = await compare(
      drizzleProject({
        models,
        migrations: [init, ['0001_a', 'ALTER TABLE "t" ADD COLUMN "a" text;']],
      }),
      drizzleProject({ models, migrations: [['0000_t', `${create.slice(0, -4)},\n"a" text);`]] }),
    );
    expect(code).toBe(1);
    const errors = project.findings.filter(({ severity }) => severity !== 'note');
    expect(errors).toMatchObject([
      {
        rule: 'migration-deleted',
        message: expect.stringMatching(/^Base has 0000_init, 0001_a, .*0000_t/) as string,
      },
    ]);
  });

  it('a new migration that no migrator will run is told once', async () => {
    const before = drizzleProject({ models: oneTable(''), migrations: [init] });
    const files = drizzleProject({
      models: oneTable('  a: text(),'),
      migrations: [init, ['0001_a', 'ALTER TABLE "t" ADD COLUMN "a" text;']],
    });
    const path = 'drizzle/meta/_journal.json';
    const journal = (files[path] ?? '').replace(/"when": 1700000001000/, '"when": 1');
    const { project } = await compare(before, { ...files, [path]: journal });
    const told = project.findings.filter(({ rule }) => rule === 'migration-skipped');
    expect(told).toMatchObject([{ severity: 'error', file: 'drizzle/0001_a.sql' }]);
  });

  it('another name for the same constraint is form, and does not block', async () => {
    const named = [
      '0001_a',
      'ALTER TABLE "t" ADD COLUMN "a" text CONSTRAINT "mine" UNIQUE;',
    ] as const;
    const { code, project } = await compare(
      drizzleProject({ models: oneTable('  a: text(),'), migrations: [init, named] }),
      drizzleProject({ models: oneTable('  a: text().unique(),'), migrations: [init, named] }),
    );
    expect(code).toBe(0);
    expect(project.drift).toEqual([
      expect.objectContaining({ op: 'rename', kind: 'unique', weight: 'form', introduced: true }),
    ]);
  });

  it('a function that only a migration makes may be used by a model', async () => {
    const models = oneTable('  a: text().default(sql`my_id()`),');
    const migration = `CREATE FUNCTION my_id() RETURNS text LANGUAGE sql AS 'select ''x''';--> statement-breakpoint
CREATE TABLE "t" ("id" integer PRIMARY KEY NOT NULL, "a" text DEFAULT my_id());`;
    const files = drizzleProject({ models, migrations: [['0000_init', migration]] });
    const { code, drift, project } = await compare(files, files);
    expect([code, drift]).toEqual([0, []]);
    expect(project.notCompared).toEqual({ functions: [expect.stringContaining('my_id')] });
  });
});
