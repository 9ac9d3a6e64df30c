// Migrations with a way back: up, down, up again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { judgeRollback } from '../../src/migrations/rollback.ts';
import type { Migration } from '../../src/tools/tool.ts';
import { holding, setOf } from './stage.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

const BASE = setOf([['0000_users', 'create table users (id int primary key, name text)']]);

/** Judges migrations by their ways up and down; null for one without a way down. */
async function told(...written: (readonly [up: string, down: string | null])[]): Promise<string[]> {
  const ups = setOf(written.map(([up], at) => [`000${String(at + 1)}_new`, up] as const));
  const added = ups.migrations.map((migration, at): Migration => {
    const sql = written[at]?.[1] ?? null;
    const file = `drizzle/${migration.name}.down.sql`;
    const statements = sql === null || sql === '' ? [] : [{ sql, place: { file, line: 1 } }];
    return sql === null ? migration : { ...migration, down: { file, statements } };
  });
  const migrations = { ...BASE, downs: true, migrations: [...BASE.migrations, ...added] };
  const open = (): Promise<Database> => holding(db, BASE);
  const findings = await judgeRollback({ migrations, added, open });
  return findings.map(
    ({ rule, severity, file, message }) => `${rule} ${severity} ${file ?? ''} ${message}`,
  );
}

describe('a way back', () => {
  it('is silent where it brings everything back and takes nothing', async () => {
    expect(
      await told(
        ['create index named on users (name)', 'drop index named'],
        [
          'alter table users alter column name set not null',
          'alter table users alter column name drop not null',
        ],
      ),
    ).toEqual([]);
  });

  it('is silent of how a function is indented, and not of what it does', async () => {
    const text = (body: string): string =>
      `create function one() returns text language sql as $$${body}$$`;
    const back = (body: string): Promise<string[]> =>
      told([text(' select 1 '), ''], ['drop function one()', text(body)]);
    expect((await back('\n  select 1\n')).slice(0, 1)).toEqual([
      expect.stringMatching(/^down-incomplete .*0001_new/u),
    ]);
    for (const literal of ["'\n 1'", '$q$\n 1$q$'])
      expect((await back(`\n  select ${literal}\n`)).slice(0, 1)).toEqual([
        expect.stringMatching(/^down-incomplete .*0002_new .*body/u),
      ]);
  });

  it('is missing', async () => {
    expect(await told(['alter table users add column age int', null])).toEqual([
      expect.stringMatching(/^down-missing warning drizzle\/0001_new\.sql/u),
    ]);
  });

  it('fails', async () => {
    expect(await told(['create index named on users (name)', 'drop index unnamed'])).toEqual([
      expect.stringMatching(
        /^down-fails error drizzle\/0001_new\.down\.sql .*"unnamed" does not exist/u,
      ),
    ]);
  });

  it('forgets something', async () => {
    expect(
      await told([
        'create index named on users (name); create index other on users (name, id)',
        'drop index named',
      ]),
    ).toEqual([
      expect.stringMatching(/^down-incomplete warning .*index public\.users\.other/u),
      expect.stringMatching(/^up-fails-again error .*"other" already exists/u),
    ]);
    expect(
      await told([
        'create index if not exists named on users (name); alter table users alter column name set not null',
        '',
      ]),
    ).toEqual([
      expect.stringMatching(
        /^down-incomplete warning .*users\.name \(not null only afterwards\).*index public\.users\.named/u,
      ),
    ]);
  });

  it('takes data along, which is told', async () => {
    expect(
      await told(
        ['alter table users add column age int', 'alter table users drop column age'],
        ['create table pets (id int primary key)', 'drop table pets'],
      ),
    ).toEqual([
      expect.stringMatching(
        /^down-loses-data note drizzle\/0002_new\.down\.sql .*the rows of public\.pets/u,
      ),
      expect.stringMatching(
        /^down-loses-data note drizzle\/0001_new\.down\.sql .*public\.users\.age/u,
      ),
    ]);
  });
});
