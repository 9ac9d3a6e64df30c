// The layouts, each from its files to what runs: order, statements with their places, transactions, downs.
import { describe, expect, it } from 'vitest';
import type { Migration } from '../../src/tools/tool.ts';
import { outline, read, type Files } from './support.ts';

interface Case {
  readonly format: string;
  readonly files: Files;
  /** Name and statements of each migration, in order. */
  readonly ups: Readonly<Record<string, readonly string[]>>;
  readonly downs: Readonly<Record<string, readonly string[]>>;
  /** Of those that don't run as the set says. */
  readonly transactions?: Readonly<Record<string, boolean>>;
  readonly mode?: 'one for all';
  readonly books?: string;
}

const cases: Readonly<Record<string, Case>> = {
  'Flyway: by version, number by number, then repeatable ones by description': {
    format: 'flyway',
    files: {
      'V10__ten.sql': 'CREATE TABLE ten (id int);',
      'V2__two.sql': '-- a comment\n  CREATE TABLE two (id int); CREATE INDEX ON two (id);',
      'V1_10__later.sql': 'CREATE TABLE later (id int);',
      'V1.9__sooner.sql': 'CREATE TABLE sooner (id int);',
      'R__b_view.sql': 'CREATE OR REPLACE VIEW b AS SELECT 1;',
      'R__a_view.sql': 'CREATE OR REPLACE VIEW a AS SELECT 1;',
      'U2__two.sql': 'DROP TABLE two;',
      'deep/V11__index.sql': 'CREATE INDEX CONCURRENTLY i ON ten (id);',
      'deep/V12__alone.sql': 'SELECT 1;\nSELECT 2;',
      'deep/V12__alone.sql.conf': 'executeInTransaction=false\n',
    },
    ups: {
      'V1.9__sooner': ['1:1 CREATE TABLE sooner (id int)'],
      V1_10__later: ['1:1 CREATE TABLE later (id int)'],
      V2__two: ['2:3 CREATE TABLE two (id int)', '2:30 CREATE INDEX ON two (id)'],
      V10__ten: ['1:1 CREATE TABLE ten (id int)'],
      V11__index: ['1:1 CREATE INDEX CONCURRENTLY i ON ten (id)'],
      V12__alone: ['1:1 SELECT 1', '2:1 SELECT 2'],
      R__a_view: ['1:1 CREATE OR REPLACE VIEW a AS SELECT 1'],
      R__b_view: ['1:1 CREATE OR REPLACE VIEW b AS SELECT 1'],
    },
    downs: { V2__two: ['1:1 DROP TABLE two'] },
    transactions: { V11__index: false, V12__alone: false },
    books: 'flyway_schema_history',
  },
  'Flyway: a baseline stands for what came before': {
    format: 'flyway',
    files: {
      'V1__one.sql': 'CREATE TABLE one (id int);',
      'V2__two.sql': 'CREATE TABLE two (id int);',
      'B2__both.sql': 'CREATE TABLE one (id int); CREATE TABLE two (id int);',
      'V3__three.sql': 'CREATE TABLE three (id int);',
    },
    ups: {
      B2__both: ['1:1 CREATE TABLE one (id int)', '1:28 CREATE TABLE two (id int)'],
      V3__three: ['1:1 CREATE TABLE three (id int)'],
    },
    downs: {},
  },
  'Flyway: schemas that its configuration names': {
    format: 'flyway',
    files: {
      '/db/flyway.toml': '[flyway]\nschemas = ["shop"]\ntable = "history"\n',
      'V1__one.sql': 'CREATE TABLE one (id int);',
    },
    ups: {
      '<< Flyway Schema Creation >>': ['1:1 CREATE SCHEMA IF NOT EXISTS "shop"'],
      V1__one: ['1:1 SET search_path TO "shop", public', '1:1 CREATE TABLE one (id int)'],
    },
    downs: {},
    books: 'history',
  },
  'dbmate: parts up and down; one message without a transaction': {
    format: 'dbmate',
    files: {
      '20240102000000_b.sql':
        '-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON a (id);\n\n-- migrate:down\nDROP INDEX i;\n',
      '20240101000000_a.sql':
        '-- migrate:up\nCREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\n-- migrate:down\n\n  DROP TABLE a;\n',
    },
    ups: {
      '20240101000000_a': ['2:1 CREATE TABLE a (id int)', '3:1 INSERT INTO a VALUES (1)'],
      '20240102000000_b': ['2:1 CREATE INDEX CONCURRENTLY i ON a (id)'],
    },
    downs: {
      '20240101000000_a': ['6:3 DROP TABLE a'],
      '20240102000000_b': ['5:1 DROP INDEX i'],
    },
    transactions: { '20240102000000_b': false },
    books: 'schema_migrations',
  },
  'goose: annotations in any case, bodies with semicolons, no transaction': {
    format: 'goose',
    files: {
      '00010_b.sql': '-- +goose NO TRANSACTION\n-- +goose up\nVACUUM a;\n',
      '00002_a.sql': [
        '-- +goose Up',
        'CREATE TABLE a (id int);',
        '-- +goose StatementBegin',
        'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$',
        'BEGIN',
        '  RETURN 1;',
        'END $$;',
        '-- +goose StatementEnd',
        '-- +goose Down',
        'DROP FUNCTION f(); DROP TABLE a;',
      ].join('\n'),
    },
    ups: {
      '00002_a': [
        '2:1 CREATE TABLE a (id int)',
        '4:1 CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$',
      ],
      '00010_b': ['3:1 VACUUM a'],
    },
    downs: { '00002_a': ['10:1 DROP FUNCTION f()', '10:20 DROP TABLE a'] },
    transactions: { '00010_b': false },
    books: 'goose_db_version',
  },
  'golang-migrate: by number; several statements are one message': {
    format: 'golang-migrate',
    files: {
      '10_c.up.sql': 'CREATE INDEX CONCURRENTLY i ON a (id);',
      '000002_b.up.sql': 'CREATE TABLE b (id int);\r\nCREATE TABLE c (id int);',
      '000002_b.down.sql': 'DROP TABLE b, c;',
      '11_d.up.sql':
        "SET lock_timeout = '1s';\nBEGIN;\nCREATE TABLE d (id int);\nCOMMIT; -- all of it",
      '11_d.down.sql': 'begin transaction; DROP TABLE d; end;',
      '12_e.up.sql': 'BEGIN; DROP TABLE d; COMMIT; SELECT 1;',
    },
    ups: {
      '000002_b': ['1:1 CREATE TABLE b (id int)', '2:1 CREATE TABLE c (id int)'],
      '10_c': ['1:1 CREATE INDEX CONCURRENTLY i ON a (id)'],
      '11_d': ["1:1 SET lock_timeout = '1s'", '3:1 CREATE TABLE d (id int)'],
      '12_e': ['1:1 BEGIN', '1:8 DROP TABLE d', '1:22 COMMIT', '1:30 SELECT 1'],
    },
    downs: { '000002_b': ['1:1 DROP TABLE b, c'], '11_d': ['1:20 DROP TABLE d'] },
    transactions: { '000002_b': true, '10_c': false, '11_d': true, '12_e': true },
    books: 'schema_migrations',
  },
  'Prisma: a folder for each': {
    format: 'prisma',
    files: {
      'migration_lock.toml': 'provider = "postgresql"\n',
      '20240102000000_b/migration.sql': '-- CreateIndex\nCREATE INDEX CONCURRENTLY i ON a (id);',
      '20240101000000_a/migration.sql': 'CREATE TABLE a (id int);\nCREATE TABLE b (id int);',
    },
    ups: {
      '20240101000000_a': ['1:1 CREATE TABLE a (id int)', '2:1 CREATE TABLE b (id int)'],
      '20240102000000_b': ['2:1 CREATE INDEX CONCURRENTLY i ON a (id)'],
    },
    downs: {},
    transactions: { '20240101000000_a': true, '20240102000000_b': false },
    books: '_prisma_migrations',
  },
  'node-pg-migrate: all in one transaction': {
    format: 'node-pg-migrate',
    files: {
      '1700000000001_a.sql':
        '-- Up Migration\nCREATE TABLE a (id int);\n\n-- Down Migration\nDROP TABLE a;',
    },
    ups: { '1700000000001_a': ['2:1 CREATE TABLE a (id int)'] },
    downs: { '1700000000001_a': ['5:1 DROP TABLE a'] },
    mode: 'one for all',
    books: 'pgmigrations',
  },
  'numbered: by number, with what says that there is no transaction': {
    format: 'numbered',
    files: {
      '10-c.sql': '-- no-transaction\nCREATE INDEX CONCURRENTLY i ON a (id);',
      '2-b.sql': 'CREATE TABLE b (note text DEFAULT \'ü€😀\'); CREATE TABLE "ß" (id int);',
      '1.sql': '\uFEFFCREATE TABLE a (id int)',
    },
    ups: {
      '1': ['1:2 CREATE TABLE a (id int)'],
      '2-b': ["1:1 CREATE TABLE b (note text DEFAULT 'ü€😀')", '1:44 CREATE TABLE "ß" (id int)'],
      '10-c': ['2:1 CREATE INDEX CONCURRENTLY i ON a (id)'],
    },
    downs: {},
    transactions: { '10-c': false },
  },
  'numbered: downs beside ups, whatever the tool calls them': {
    format: 'numbered',
    files: {
      '001.do.sql': 'CREATE TABLE a (id int);',
      '001.undo.sql': 'DROP TABLE a;',
      '002-x.up.sql': 'CREATE TABLE x (id int);',
      '002-x.down.sql': 'DROP TABLE x;',
    },
    ups: {
      '001': ['1:1 CREATE TABLE a (id int)'],
      '002-x': ['1:1 CREATE TABLE x (id int)'],
    },
    downs: { '001': ['1:1 DROP TABLE a'], '002-x': ['1:1 DROP TABLE x'] },
  },
  'numbered: folders, whose times are spelled in two ways': {
    format: 'numbered',
    files: {
      '2024-03-01-120000_b/up.sql': 'CREATE INDEX CONCURRENTLY i ON a (id);',
      '2024-03-01-120000_b/down.sql': 'DROP INDEX i;',
      '2024-03-01-120000_b/metadata.toml': 'run_in_transaction = false\n',
      '20240101120000_a/up.sql': 'CREATE TABLE a (id int);',
    },
    ups: {
      '20240101120000_a': ['1:1 CREATE TABLE a (id int)'],
      '2024-03-01-120000_b': ['1:1 CREATE INDEX CONCURRENTLY i ON a (id)'],
    },
    downs: { '2024-03-01-120000_b': ['1:1 DROP INDEX i'] },
    transactions: { '2024-03-01-120000_b': false },
  },
};

const named = <T>(
  migrations: readonly Migration[],
  value: (one: Migration) => T | undefined,
): Record<string, T> =>
  Object.fromEntries(
    migrations.flatMap((one) => {
      const of = value(one);
      return of === undefined ? [] : [[one.name, of]];
    }),
  );

describe('a folder', () => {
  it.each(Object.entries(cases))('%s', async (_title, expected) => {
    const set = await read(expected.files);
    expect(set.toolState).toBe(expected.format);
    expect(set.migrations.map(({ name }) => name)).toEqual(
      // Object keys that are whole numbers come first by themselves, which is their order here.
      Object.keys(expected.ups),
    );
    expect(named(set.migrations, ({ statements }) => outline(statements))).toEqual(expected.ups);
    expect(
      named(set.migrations, ({ down }) =>
        down === undefined ? undefined : outline(down.statements),
      ),
    ).toEqual(expected.downs);
    expect(named(set.migrations, ({ transaction }) => transaction)).toEqual(
      expected.transactions ?? {},
    );
    expect(set.transactions).toBe(expected.mode ?? 'one each');
    expect(set.bookkeeping.table).toBe(expected.books ?? set.bookkeeping.table);
    expect(set.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('of Supabase: what refuses a transaction is sent by itself', async () => {
    const set = await read(
      {
        '/supabase/migrations/20240102000000_b.sql':
          'CREATE TABLE b (id int);\nDROP INDEX CONCURRENTLY i;',
        '/supabase/migrations/20240101000000_a.sql': 'CREATE TABLE a (id int);',
        '/supabase/migrations/notes.sql': 'SELECT 1;',
      },
      { migrations: 'supabase/migrations' },
    );
    expect(set.migrations.map(({ name, transaction }) => [name, transaction])).toEqual([
      ['20240101000000_a', undefined],
      ['20240102000000_b', false],
    ]);
    expect(set.downs).toBe(false);
    expect(set.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['migration-unlisted', expect.stringContaining('notes.sql')],
    ]);
  });
});

describe('values', () => {
  const files = {
    'V1__a.sql':
      "CREATE TABLE ${schema}.a (id int);\n-- ${ignored}\nCOMMENT ON TABLE a IS '${who}';",
  };

  it('of Flyway’s placeholders come from its configuration and from plumbline.yml', async () => {
    const set = await read(
      { ...files, '/flyway.conf': 'flyway.placeholders.who=me\n' },
      { env: { schema: 'public' } },
    );
    expect(outline(set.migrations[0]?.statements ?? [])).toEqual([
      '1:1 CREATE TABLE public.a (id int)',
      "3:1 COMMENT ON TABLE a IS 'me'",
    ]);
    expect(set.findings).toEqual([]);
  });

  it('that nobody gave are told, each once, at their line', async () => {
    const { findings } = await read(files);
    expect(findings).toMatchObject([
      { rule: 'not-observed', severity: 'error', line: 1 },
      { rule: 'not-observed', severity: 'error', line: 3 },
    ]);
    expect(findings[0]?.message).toContain('env: { schema: … }');
  });

  it('of graphile-migrate are names after a colon, in what is committed', async () => {
    const committed =
      '--! Previous: -\n--! Hash: sha1:0\n--! no-transaction\n\nGRANT SELECT ON a TO :VISITOR, :OWNER; SELECT 1::INT;';
    const set = await read(
      { '000001-a.sql': committed, '000002.sql': "SELECT ':VISITOR';" },
      { env: { VISITOR: 'visitor' } },
    );
    expect(set.migrations.map(({ statements }) => outline(statements))).toEqual([
      ['5:1 GRANT SELECT ON a TO visitor, :OWNER', '5:40 SELECT 1::INT'],
      ["1:1 SELECT ':VISITOR'"],
    ]);
    expect(set.migrations.map(({ transaction }) => transaction)).toEqual([false, undefined]);
    expect(set.findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('OWNER has no value'),
    ]);
  });

  it('of the environment are goose’s only where it is told to take them', async () => {
    const set = await read(
      {
        '1_a.sql': [
          '-- +goose Up',
          "SELECT '${KEPT}';",
          '-- +goose ENVSUB ON',
          "SELECT '$NAME ${OTHER:-other}', $$text$$, $tag$ x $tag$;",
          '-- +goose ENVSUB OFF',
          "SELECT '$KEPT';",
        ].join('\n'),
      },
      { env: { NAME: 'name' } },
    );
    expect(outline(set.migrations[0]?.statements ?? [])).toEqual([
      "2:1 SELECT '${KEPT}'",
      "4:1 SELECT 'name other', $$text$$, $tag$ x $tag$",
      "6:1 SELECT '$KEPT'",
    ]);
    expect(set.findings).toEqual([]);
  });
});

describe('what is not run', () => {
  it.each([
    ['Go', { '1_a.sql': '-- +goose Up\nSELECT 1;', '2_b.go': 'package m' }],
    ['Java', { 'V1__a.sql': 'SELECT 1;', 'V2__b.java': 'class V2__b {}' }],
    [
      'callbacks, in one finding',
      { 'V1__a.sql': '', 'afterMigrate.sql': 'SELECT 2;', 'beforeMigrate__x.sql': 'SELECT 3;' },
    ],
  ])('is told: %s', async (_what, files) => {
    const { findings } = await read(files);
    expect(findings).toMatchObject([{ rule: 'not-observed', severity: 'warning' }]);
  });

  it('is a folder of no layout, unless the configuration says which it is', async () => {
    const files = { 'first.sql': 'SELECT 1;' };
    expect((await read(files)).findings).toMatchObject([
      { rule: 'migrations-missing', severity: 'error', file: 'db/migrations/first.sql' },
    ]);
    expect((await read({})).findings).toMatchObject([{ severity: 'note' }]);
    const marked = { '1_a.sql': '-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;' };
    const asNumbered = await read(marked, { settings: { format: 'numbered' } });
    expect(asNumbered.migrations[0]?.statements).toHaveLength(2);
  });

  it('is no part of the books, which are there when migrations speak of them', async () => {
    const set = await read({
      '1_a.up.sql':
        'CREATE TABLE a (id int); ALTER TABLE schema_migrations ENABLE ROW LEVEL SECURITY;',
    });
    expect(outline(set.migrations[0]?.statements ?? []).slice(0, 2)).toEqual([
      '1:1 CREATE SCHEMA IF NOT EXISTS "public"',
      expect.stringContaining('CREATE TABLE IF NOT EXISTS "public"."schema_migrations"'),
    ]);
  });
});
