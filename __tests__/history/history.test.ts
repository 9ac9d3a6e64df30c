// What becomes of migrations that base has, and of those that two branches gained.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { judgeHistory, numberedAlike } from '../../src/migrations/history.ts';
import { judgeMerge } from '../../src/migrations/merge.ts';
import { pendingAfter } from '../../src/migrations/pending.ts';
import { holding, setOf, type Written } from './stage.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

const USERS: Written = ['0000_users', 'create table users (id int primary key, name text)'];
const EMAIL: Written = ['0001_email', 'alter table users add column email text'];
const BASE = [USERS, EMAIL];

/** `rule severity file:line`. */
async function told(
  head: readonly Written[],
  books: 0 | 1 | null = 0,
  { ofEdits, alike = false }: { ofEdits?: 'refused' | 'warned'; alike?: boolean } = {},
): Promise<string[]> {
  const [base, set] = [setOf(BASE, books), setOf(head, books)];
  const pending = await pendingAfter(await holding(db, setOf([])), base, set);
  const findings = await judgeHistory({
    ...{ base, pending, head: { ...set, ...(ofEdits && { ofEdits }) } },
    endsAlike: () => Promise.resolve(alike),
  });
  return findings.map(
    ({ rule, severity, file, line }) => `${rule} ${severity} ${file ?? ''}:${String(line)}`,
  );
}

describe('migrations that base has', () => {
  it('are silent where they are as they were, and one follows', async () => {
    for (const books of [0, 1, null] as const) {
      expect(
        await told([...BASE, ['0002_age', 'alter table users add column age int']], books),
      ).toEqual([]);
    }
  });

  it('are told where one was edited, at the statement', async () => {
    const edited: Written = [
      '0000_users',
      'create table users (id int primary key, name text);\ncreate index on users (name)',
    ];
    expect(await told([edited, EMAIL])).toEqual([
      'migration-edited error drizzle/0000_users.sql:2',
    ]);
    const shorter: Written = ['0001_email', 'alter table users add column email varchar(80)'];
    expect(await told([USERS, shorter])).toEqual([
      'migration-edited error drizzle/0001_email.sql:1',
    ]);
    expect(await told([USERS, ['0001_email', '']])).toEqual([
      'migration-edited error drizzle/0001_email.sql:1',
    ]);
  });

  it('are only noted where comments, blanks or line endings changed', async () => {
    const commented: Written = [
      '0000_users',
      '-- people\r\nCREATE TABLE users (\r\n  id int primary key,\r\n  name text\r\n);\r\n',
    ];
    expect(await told([commented, EMAIL])).toEqual([
      'migration-touched note drizzle/0000_users.sql:1',
    ]);
  });

  it('are less than edited where the same schema comes of them, as far as their migrator lets them', async () => {
    const again: Written = [
      '0000_users',
      'create table if not exists users (id int primary key, name text)',
    ];
    const said = (options: Parameters<typeof told>[2], one = again): Promise<string[]> =>
      told([one, EMAIL], null, { alike: true, ...options });
    expect(await said({})).toEqual(['migration-touched note drizzle/0000_users.sql:1']);
    expect(await said({ ofEdits: 'warned' })).toEqual([
      'migration-touched warning drizzle/0000_users.sql:1',
    ]);
    expect(await said({ ofEdits: 'refused' })).toEqual([
      'migration-touched error drizzle/0000_users.sql:1',
    ]);
    expect(await said({ alike: false })).toEqual([
      'migration-edited error drizzle/0000_users.sql:1',
    ]);
    const block: Written = [
      '0000_users',
      `do $$ begin ${USERS[1]}; exception when duplicate_table then null; end $$`,
    ];
    expect(await said({}, block)).toEqual(['migration-touched note drizzle/0000_users.sql:1']);
    const filled: Written = ['0000_users', `${USERS[1]}; insert into users values (1, 'x')`];
    expect(await said({}, filled)).toEqual(['migration-edited error drizzle/0000_users.sql:1']);
  });

  it('are told where they are gone', async () => {
    expect(await told([USERS])).toEqual(['migration-deleted error drizzle/0001_email.sql:1']);
    expect(await told([])).toEqual(['migration-deleted error drizzle/0000_users.sql:1']);
  });

  it('are told once where all are gone and others are in their place', async () => {
    const whole: Written = ['0000_whole', `${USERS[1]}; ${EMAIL[1]}`, 1];
    for (const books of [0, 1, null] as const) {
      expect(await told([whole], books)).toEqual([
        'migration-deleted error drizzle/0000_users.sql:1',
      ]);
    }
  });

  it('run again under another name only where the migrator goes by names', async () => {
    const renamed: Written = ['0001_mail', EMAIL[1]];
    expect(await told([USERS, renamed], 1)).toEqual([
      'migration-renamed error drizzle/0001_mail.sql:1',
    ]);
    expect(await told([USERS, renamed], 0)).toEqual([
      'migration-renamed note drizzle/0001_mail.sql:1',
    ]);
    expect(await told([USERS, renamed], null)).toEqual([
      'migration-renamed warning drizzle/0001_mail.sql:1',
    ]);
  });

  it('run again with a later time only where the migrator goes by times', async () => {
    const later: Written = ['0001_email', EMAIL[1], 9];
    expect(await told([USERS, later], 0)).toEqual([
      'migration-runs-again error drizzle/0001_email.sql:1',
    ]);
    expect(await told([USERS, later], 1)).toEqual([]);
  });
});

describe('a new migration', () => {
  const AGE = 'alter table users add column age int';

  it('is never run with a time before the newest', async () => {
    expect(await told([...BASE, ['0002_age', AGE, 1]], 0)).toEqual([
      'migration-skipped error drizzle/0002_age.sql:1',
    ]);
    expect(await told([...BASE, ['0002_age', AGE, 1]], 1)).toEqual([]);
  });

  it('that comes before the newest is run in another order', async () => {
    const between: readonly Written[] = [USERS, ['0000_z_age', AGE, 9], EMAIL];
    expect(await told(between, 1)).toEqual([
      'migration-out-of-order warning drizzle/0000_z_age.sql:1',
      'migration-number-taken warning drizzle/0000_z_age.sql:1',
    ]);
  });

  it('does not share its number', async () => {
    expect(await told([...BASE, ['0001_age', AGE]])).toEqual([
      'migration-number-taken warning drizzle/0001_age.sql:1',
    ]);
    expect(await told([...BASE, ['0002_age', AGE], ['0002_sex', 'select 1']])).toEqual([
      'migration-number-taken warning drizzle/0002_sex.sql:1',
    ]);
  });

  it('has a number of its own in the parts of a version, and none in a date', () => {
    const alike = (one: string, other: string): number => {
      const { migrations } = setOf([
        [one, ''],
        [other, ''],
      ]);
      return numberedAlike({ migrations }, migrations.slice(1)).length;
    };
    expect(alike('1.2.0_a', '1.2.0_b')).toBe(1);
    expect(alike('1.2.0_a', '1.2.1_b')).toBe(0);
    expect(alike('2026-07-27-143313-0000_a', '2026-07-28-143313-0000_b')).toBe(0);
    expect(alike('2026_07_27_a', '2026_07_27_b')).toBe(0);
  });

  it('comes before what runs again whenever it changes, as any', async () => {
    const set = setOf([...BASE, ['0002_age', AGE], ['R__views', 'select 1']], null);
    const again = set.migrations.map((one) =>
      one.name === 'R__views' ? { ...one, repeatable: true } : one,
    );
    const [head, base] = [again, again.filter(({ name }) => name !== '0002_age')].map(
      (migrations) => ({ ...set, migrations }),
    );
    if (base === undefined || head === undefined) throw new Error('no sets');
    expect(
      await judgeHistory({ base, head, pending: null, endsAlike: () => Promise.resolve(false) }),
    ).toEqual([]);
  });
});

describe('two branches', () => {
  async function merged(ours: readonly Written[], theirs: readonly Written[]): Promise<string[]> {
    const [base, head, tip] = [BASE, [...BASE, ...ours], [...BASE, ...theirs]].map((it) =>
      setOf(it),
    );
    if (base === undefined || head === undefined || tip === undefined) return [];
    const open = (): Promise<Database> => holding(db, base);
    const findings = await judgeMerge({ base, head, tip, branch: 'main', open });
    return findings.map(
      ({ rule, severity, file, message }) => `${rule} ${severity} ${file ?? ''}: ${message}`,
    );
  }

  it('are silent where one order is as good as the other', async () => {
    const age: Written = ['0003_age', 'alter table users add column age int', 9];
    const pets: Written = ['0002_pets', 'create table pets (id int primary key)', 8];
    expect(await merged([age], [pets])).toEqual([]);
    expect(
      await merged(
        [['0003_a', 'alter table users add column b int', 9]],
        [['0002_b', 'alter table users add column c int', 8]],
      ),
    ).toEqual([]);
    expect(await merged([age], [])).toEqual([]);
    expect(await merged([age], [age])).toEqual([]);
  });

  it('conflict where one takes what the other needs', async () => {
    const found = await merged(
      [['0003_index', 'create index on users (email)', 9]],
      [['0002_drop', 'alter table users drop column email', 8]],
    );
    expect(found).toEqual([
      expect.stringMatching(
        /^merge-conflict error drizzle\/0003_index\.sql: .*email.*does not exist/u,
      ),
    ]);
  });

  it('conflict where the last one to run decides', async () => {
    const found = await merged(
      [['0003_short', 'alter table users alter column name type varchar(80)', 9]],
      [['0002_long', 'alter table users alter column name type varchar(200)', 8]],
    );
    expect(found).toEqual([
      expect.stringMatching(/^merge-conflict error .*column public\.users\.name \(type: /u),
    ]);
  });

  it('conflict mildly where only one order runs', async () => {
    const found = await merged(
      [['0003_plan', 'alter table if exists plans add column price int', 9]],
      [['0002_plans', 'create table plans (price int)', 8]],
    );
    expect(found).toEqual([
      expect.stringMatching(/^merge-conflict error .*0003_plan.*already exists/u),
    ]);
    const other = await merged(
      [['0003_name', 'alter table users rename column name to label', 9]],
      [['0002_check', 'create index on users (name)', 8]],
    );
    expect(other).toEqual([expect.stringMatching(/^merge-conflict warning .*only in that order/u)]);
  });

  it('never run what is older than what the other gained', async () => {
    const found = await merged(
      [['0002_age', 'alter table users add column age int', 8]],
      [['0002_pets', 'create table pets (id int primary key)', 9]],
    );
    expect(found).toEqual([
      expect.stringMatching(/^migration-skipped error drizzle\/0002_age\.sql: .*of main/u),
      expect.stringMatching(/^migration-number-taken warning drizzle\/0002_age\.sql: .*0002_pets/u),
    ]);
  });
});
