// Which folders are taken for SQL migrations by themselves. What is in doubt is told, never taken.
import { describe, expect, it } from 'vitest';
import { sql } from '../../src/tools/sql/index.ts';
import type { DetectedProjects } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';
import type { Files } from './support.ts';

const detect = (
  files: Files,
  claimed: readonly string[] = [],
  base: Files | null = null,
): Promise<DetectedProjects> =>
  sql.detect(memoryRevision(files), {
    env: {},
    claimed,
    base: base === null ? null : memoryRevision(base),
  });

const table = 'CREATE TABLE a (id bigserial PRIMARY KEY);';
const plain = 'CREATE TABLE a (id integer PRIMARY KEY);';

describe('is found', () => {
  it.each<[string, Files, string, string]>([
    [
      'Flyway',
      { 'src/main/resources/db/migration/V1__a.sql': table },
      'src/main/resources/db/migration',
      '',
    ],
    [
      'Flyway in folders by year',
      { 'db/migration/2023/V1__a.sql': table, 'db/migration/2024/V2__b.sql': 'DROP TABLE a;' },
      'db/migration',
      '',
    ],
    [
      'Flyway in several locations',
      {
        'src/main/resources/application.yml':
          'spring:\n  flyway:\n    locations: classpath:db/migration,classpath:db/init\n',
        'src/main/resources/db/init/V1__a.sql': table,
        'src/main/resources/db/migration/V2__b.sql': 'ALTER TABLE a ADD COLUMN b text;',
      },
      'src/main/resources/db',
      '',
    ],
    ['dbmate', { 'db/migrations/1_a.sql': `-- migrate:up\n${table}` }, 'db/migrations', ''],
    [
      'goose',
      { 'api/go.mod': 'module x', 'api/sql/1_a.sql': `-- +goose Up\n${table}` },
      'api/sql',
      'api',
    ],
    ['golang-migrate', { 'migrations/1_a.up.sql': table }, 'migrations', ''],
    ['Supabase', { 'supabase/migrations/20240101000000_a.sql': plain }, 'supabase/migrations', ''],
    [
      'Prisma',
      {
        'prisma/migrations/migration_lock.toml': 'provider = "postgresql"',
        'prisma/migrations/20240101000000_a/migration.sql': plain,
      },
      'prisma/migrations',
      '',
    ],
    ['numbered', { 'migrations/0001_a.sql': table, 'package.json': '{}' }, 'migrations', ''],
    [
      'numbered, by what the package depends on',
      { 'migrations/0001_a.sql': plain, 'package.json': '{ "dependencies": { "pg": "8" } }' },
      'migrations',
      '',
    ],
    [
      'the folder of PostgreSQL among several databases',
      {
        'migrations/postgres/1_a.up.sql': plain,
        'migrations/sqlite/1_a.up.sql': plain,
        'go.mod': 'require github.com/jackc/pgx/v5 v5',
      },
      'migrations/postgres',
      '',
    ],
    [
      'numbered, whatever columns and aliases are called',
      {
        'migrations/0001_a.sql': `${table}
          CREATE TABLE b (blob bytea, of bigint REFERENCES a, up bigint REFERENCES b (of));
          CREATE FUNCTION ifnull(one text, other text) RETURNS text LANGUAGE sql AS 'SELECT coalesce(one, other)';
          CREATE EXTENSION unheard_of; SELECT unheard.of(1), pg_catalog.now();
          CREATE VIEW v AS SELECT ifnull(blob.key, '') FROM jsonb_each_text('{}') blob;
          CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'WITH c AS (SELECT 1) SELECT count(*) FROM c, b';`,
      },
      'migrations',
      '',
    ],
  ])('%s', async (_title, files, directory, root) => {
    const { projects, looked } = await detect(files);
    expect(projects, looked.join('\n')).toMatchObject([
      { id: directory, root, tool: 'sql', migrations: directory, models: [] },
    ]);
  });
});

describe('is left alone', () => {
  const folder = (files: Files, at = 'migrations'): Files =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${at}/${name}`, text]));

  it.each<[string, Files, RegExp | null]>([
    ['drizzle’s journal', folder({ '0000_a.sql': table, 'meta/_journal.json': '{}' }), null],
    [
      'drizzle’s folders',
      folder({ '20240101000000_a/migration.sql': table, '20240101000000_a/snapshot.json': '{}' }),
      null,
    ],
    [
      'drizzle’s marks',
      folder({ '0000_a.sql': `${table}\n--> statement-breakpoint\nSELECT 1;` }),
      null,
    ],
    ['queries', { 'src/queries/users.sql': 'SELECT 1;' }, null],
    ['numbered queries', folder({ '01_users.sql': table }, 'db/queries'), /queries/],
    ['seeds', folder({ '01_users.sql': table }, 'db/migrations/seeds'), /seeds/],
    ['tests', folder({ 'V1__a.sql': table }, 'src/test/resources/db/migration'), /test/],
    [
      'numbered files elsewhere',
      folder({ '01_users.sql': table }, 'sql'),
      /not named for migrations/,
    ],
    ['a draft', folder({ '1-current.sql': table }, 'migrations/current'), null],
    ['a dump', { 'dump.sql': table }, null],
    [
      'SQLite, by its words',
      folder({ '1_a.sql': 'CREATE TABLE a (id INTEGER PRIMARY KEY) WITHOUT ROWID;' }),
      /no SQL that PostgreSQL knows/,
    ],
    [
      'MySQL, by its words',
      folder({ 'V1__a.sql': 'CREATE TABLE a (at DATETIME);' }),
      /another database/,
    ],
    [
      'SQLite, by Prisma',
      folder({ 'migration_lock.toml': 'provider = "sqlite"', '1_a/migration.sql': plain }),
      /sqlite/,
    ],
    ['Prisma without its lock', folder({ '20240101000000_a/migration.sql': table }), null],
    [
      'MySQL, by Flyway',
      { ...folder({ 'V1__a.sql': plain }), 'flyway.conf': 'flyway.url=jdbc:mysql://x/y' },
      /jdbc:mysql/,
    ],
    [
      'D1, by wrangler',
      { ...folder({ '0001_a.sql': plain }), 'wrangler.toml': '[[d1_databases]]' },
      /other databases/,
    ],
    ['what could be for any database', folder({ '0001_a.sql': plain }), /nothing says/],
    [
      'code among the files',
      folder({ '0001_a.sql': table, '0002_b.ts': 'export {}' }),
      /0002_b\.ts/,
    ],
    ['files without an order', folder({ '0001_a.sql': table, 'users.sql': table }), /users\.sql/],
    [
      'a history that leans on tables of before',
      folder({ '0001_a.sql': `${table}\nALTER TABLE people ADD COLUMN age integer;` }),
      /line 2 of 0001_a\.sql needs people/,
    ],
    [
      'a history whose foreign keys lead to a table of before',
      folder({ '0001_a/up.sql': `${table}\nCREATE TABLE b (of integer REFERENCES people);` }),
      /line 2 of 0001_a\/up\.sql needs people/,
    ],
    [
      'a history whose triggers are on a table of before',
      folder({
        '0001_a.sql': `${table}\nCREATE TRIGGER t AFTER INSERT ON people EXECUTE FUNCTION f();`,
      }),
      /needs people/,
    ],
    [
      'a history whose functions read a table of before',
      folder({
        '0001_a.sql':
          'CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ WITH c AS (SELECT 1) SELECT count(*) FROM c, people $$;',
      }),
      /needs people/,
    ],
    [
      'a history that calls functions of before',
      folder({
        '0001_a.sql': 'CREATE EXTENSION pg_cron; SELECT cron.unschedule(1), jobs.create_queue(1);',
      }),
      /schema jobs/,
    ],
    [
      'a history in a schema of before',
      folder({ '0001_a.sql': 'CREATE TABLE shop.a (id bigserial);' }),
      /schema shop/,
    ],
  ])('%s', async (_title, files, reason) => {
    const { projects, looked } = await detect(files);
    expect(projects).toEqual([]);
    expect(looked.join('\n')).toMatch(reason ?? /^no folder of SQL migrations$/);
  });

  it('what is wrong only since base is not', async () => {
    const base = folder({ '0001_a.sql': table });
    for (const wrong of ['ALTER TABLE people ADD COLUMN age integer;', 'CREATE TABL b;']) {
      const head = { ...base, ...folder({ '0002_b.sql': wrong }) };
      const alone = await detect(head);
      expect(alone.projects).toEqual([]);
      expect(alone.findings).toMatchObject([{ rule: 'folder-left-out', severity: 'note' }]);
      const compared = await detect(head, [], base);
      expect(compared.projects).toHaveLength(1);
      expect(compared.findings).toEqual([]);
    }
  });

  it('what another tool claims, and numbered files beside it', async () => {
    const files = {
      'supabase/migrations/20240101000000_a.sql': table,
      'migrations/1_a.sql': table,
    };
    expect((await detect(files)).projects).toHaveLength(2);
    expect((await detect(files, ['supabase/migrations'])).projects).toEqual([]);
  });
});
