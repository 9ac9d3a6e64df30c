// What the rules say together: silence where nobody waits and nothing is lost, one finding for one fact, and
// what settings, sizes and versions make of it.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/report/report.ts';
import { ruleSettingsOf, settingsOf } from '../../src/settings/rule-settings.ts';
import type { TableSize } from '../../src/rules/size.ts';
import { database, inTransaction, judged, type Case } from './rehearsed.ts';

const SCHEMA = `
  create type mood as enum ('sad', 'calm');
  create table users (id bigint primary key, name varchar(40), email text not null, age integer, mood mood,
    price numeric(8, 2), at timestamptz default now(), constraint users_age_known check (age is not null) not valid);
  create index users_email_idx on users (email);
  create table orders (id bigint primary key, user_id bigint, total integer);
  create table events (id bigint not null, day date not null) partition by range (day);
  create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
  create table events_later partition of events default;
  create view names as select name from users;`;

const told = async (one: Partial<Case> & Pick<Case, 'migrations'>): Promise<readonly Finding[]> =>
  (await judged({ before: SCHEMA, ...one })).findings;

/** `error:create-index`, in their order, without notes. */
const loud = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, rule }) => `${severity}:${rule}`);

it('takes values that were made up for no proof that those of production fail', async () => {
  const asJson = "update users set name = (name::jsonb - 'old')::text where id > 0";
  expect(loud(await told({ migrations: inTransaction(asJson) }))).toEqual([
    'warning:fails-on-rows',
  ]);
  const shaped =
    "alter table users add column tags jsonb default '{}'; update users set name = jsonb_array_length(tags)::text where id > 0";
  expect(await told({ migrations: inTransaction(shaped) })).toContainEqual(
    expect.objectContaining({ rule: 'fails-on-rows', severity: 'note' }),
  );
  const missing = 'update users set email = null where id > 0';
  expect(loud(await told({ migrations: inTransaction(missing) }))).toEqual(['error:fails-on-rows']);
});

it('takes for a rename only what comes in the migration that drops, and by no other name', async () => {
  const add = 'alter table users add column full_name varchar(40)';
  const drop = 'alter table users drop column name cascade';
  const [one] = inTransaction(`${drop}; ${add}`);
  const [adding] = inTransaction(add);
  const [dropping] = inTransaction(drop);
  if (!one || !adding || !dropping) throw new Error('no migrations');
  expect(loud(await told({ migrations: [one] }))).toContain('error:drop-for-rename');
  const apart = [{ ...adding, name: '0000', file: '0000.sql' }, dropping];
  expect(loud(await told({ migrations: apart }))).toContain('error:drop-column');
  const renamed = inTransaction(`${drop}; alter table users rename column email to full_name`);
  expect(loud(await told({ migrations: renamed }))).toContain('error:drop-column');
});

it('joins the rows of tables that no foreign key connects', async () => {
  const before = `create table visit (page text, session_id uuid); create table session (session_id uuid, page text);`;
  const migrations = inTransaction(
    `alter table visit add column host text;
     update visit set host = s.page from session s where s.session_id = visit.session_id`,
  );
  expect(loud(await told({ before, migrations }))).toEqual(['error:backfill-under-lock']);
});

it('goes by what base has already, where the tool would have refused that too', async () => {
  const migrations = inTransaction('create index concurrently on users (name)');
  expect(loud(await told({ migrations }))).toEqual(['error:concurrently-in-transaction']);
  const findings = await told({ migrations, precedent: '0063_youthful' });
  expect(findings).toMatchObject([{ rule: 'concurrently-in-transaction', severity: 'note' }]);
  expect(findings[0]?.message).toContain('0063_youthful, which base has');
});

it('weighs a policy by what it lets through', async () => {
  const before = `${SCHEMA} alter table users enable row level security; create policy own on users using (id = 1);`;
  const other = inTransaction('alter policy own on users using (id = (select 1))');
  expect(await told({ before, migrations: other })).toMatchObject([
    { rule: 'policy-changed', severity: 'note' },
  ]);
  const open = inTransaction('alter policy own on users using (true)');
  expect(loud(await told({ before, migrations: open }))).toEqual(['warning:policy-changed']);
});

it('weighs a drop less that no model of the running release speaks of', async () => {
  const migrations = inTransaction('alter table users drop column price; drop table orders');
  const errors = ['error:drop-column', 'error:drop-table'];
  expect(loud(await told({ migrations }))).toEqual(errors);
  const all = ['table:public.orders', 'column:public.users.price'];
  expect(loud(await told({ migrations, used: new Set(all) }))).toEqual(errors);
  const findings = await told({ migrations, used: new Set(['table:public.users']) });
  expect(loud(findings)).toEqual(['warning:drop-column', 'warning:drop-table']);
  expect(findings.map(({ message }) => message).join('\n')).not.toContain('Deploy code');
});

it('tells of values that go with an attribute of their type', async () => {
  const before =
    'create type place as (street text, zip text); create table shops (id bigint primary key, at place)';
  const said = async (sql: string): Promise<string[]> =>
    loud(await told({ before, migrations: inTransaction(sql) }));
  expect(await said('alter type place drop attribute zip')).toEqual(['error:drop-column']);
  expect(await said('alter type place add attribute country text')).toEqual([]);
});

it('tells that every row is updated where no value decides it', async () => {
  const every = [
    'alter table orders add column note text; commit; update orders set note = total where note is null',
    'update orders set total = 0 where 1 = 1',
    'do $$ begin update orders set total = 0; end $$',
  ];
  for (const sql of every) {
    const { findings } = await judged({ before: SCHEMA, migrations: inTransaction(sql) });
    expect(loud(findings)).toContain('warning:update-every-row');
  }
});

describe('nothing above a note is said', () => {
  it.each([
    'alter table users add column note text',
    "alter table users add column note text not null default 'x'",
    'alter table users add column since timestamptz not null default now()',
    'alter table users alter column price type numeric(12, 2)',
    'alter table orders alter column total drop not null',
    'alter table users alter column email drop not null',
    "alter table users alter column email set default ''",
    'alter table users add constraint positive check (price > 0) not valid',
    'alter table orders add foreign key (user_id) references users (id) not valid',
    'alter table users alter column mood set statistics 500',
    'alter index users_email_idx rename to users_email',
    'create table notes (id bigserial primary key, user_id bigint references users (id), body json)',
    'create table notes (id bigint); insert into notes select id from users; create index on notes (id); alter table notes add primary key (id)',
    'create table notes (id bigint); alter table notes alter column id type text; alter table notes drop column id; drop table notes',
    'alter table users add column note text; alter table users drop column note',
    "update users set name = 'x' where id = 1; delete from orders where id = 2",
    'create or replace view names as select name, email from users',
    'drop view names',
    "comment on table users is 'people'; grant select on users to current_user; analyze users",
    "alter type mood add value 'happy'",
    'create function f() returns integer language sql as $$ select 1 $$; drop function f()',
    'update orders set total = total * 2 where user_id > 0',
    'commit; drop index concurrently if exists users_email_idx',
    'delete from orders where user_id is not null',
    "update users set name = 'v' || (price * 1000)::integer where id = 1",
    "do $$ begin drop table orders; raise exception 'no'; exception when others then null; end $$",
    '/* drop table users */ select 1',
  ])('of %s', async (sql) => {
    expect(loud(await told({ migrations: inTransaction(sql) }))).toEqual([]);
  });
});

describe('what earlier statements did counts', () => {
  it('a validated check spares SET NOT NULL its scan', async () => {
    const migrations = [
      'update users set age = 1 where age is null',
      'alter table users validate constraint users_age_known',
      'alter table users alter column age set not null',
    ].map((sql) => ({ sql, transaction: true }));
    expect(loud(await told({ migrations }))).toEqual([]);
  });

  it('a lock is held to the end of the transaction, whichever migration took it', async () => {
    const migrations = [
      { sql: 'alter table users add column note text', transaction: true },
      { sql: 'update orders set total = 0 where total is null', transaction: true },
    ];
    expect(loud(await told({ migrations, transactions: 'one for all' }))).toEqual([
      'error:backfill-under-lock',
    ]);
    expect(loud(await told({ migrations, transactions: 'one each' }))).toEqual([]);
  });

  it('a column that was renamed and dropped is still a loss once', async () => {
    const migrations = inTransaction(
      'alter table users rename column mood to feeling; alter table users drop column feeling',
    );
    expect(loud(await told({ migrations }))).toContain('error:drop-column');
  });

  it('so is one of a table that was renamed', async () => {
    const migrations = inTransaction(
      'alter table users rename to people; alter table people drop column mood',
    );
    expect(loud(await told({ migrations }))).toContain('error:drop-column');
  });

  it('rows that are copied while a lock is held are counted, into old tables and new ones', async () => {
    const locked = 'alter table orders add column note text;';
    const copy = 'insert into orders (id) select id + 100000 from users where id < 1000';
    const anew = 'create table copy as select * from users';
    expect(loud(await told({ migrations: inTransaction(`${locked} ${copy}`) }))).toEqual([
      'error:backfill-under-lock',
    ]);
    expect(loud(await told({ migrations: inTransaction(`${locked} ${anew}`) }))).toEqual([
      'error:work-under-lock',
    ]);
  });

  it('a foreign key made anew is no loss', async () => {
    const before = `${SCHEMA} alter table orders add constraint f foreign key (user_id) references users (id);`;
    const sql =
      'alter table orders drop constraint f; alter table orders add constraint f foreign key (user_id) references users (id) on delete cascade not valid';
    expect(loud(await told({ before, migrations: inTransaction(sql) }))).toEqual([]);
  });
});

describe('one fact is told once', () => {
  it.each([
    [
      'alter table users alter column price type bigint',
      ['error:type-narrowing', 'error:type-change-rewrite'],
    ],
    ['alter table users add column n bigserial unique', ['error:add-column-serial']],
    ['alter table users set unlogged', ['error:set-unlogged']],
    [
      'alter table users alter column age set not null, alter column email type varchar(900)',
      ['error:type-change-rewrite'],
    ],
    [
      'drop table orders; drop table users cascade',
      ['error:drop-table', 'error:drop-table', 'error:drop-cascade'],
    ],
    ['do $$ begin delete from orders; end $$', ['error:delete-without-where']],
    ['alter table events add check (id <> 0)', ['error:add-check']],
    ['create index on events (id)', ['error:create-index']],
    ['truncate events', ['error:truncate']],
  ])('%s', async (sql, expected) => {
    const said = loud(await told({ migrations: inTransaction(sql) }));
    expect(said.filter((one) => one !== 'warning:depends-on-data').sort()).toEqual(
      [...expected].sort(),
    );
  });
});

describe('a finding', () => {
  it('has its place, its migration and what was observed', async () => {
    const sql = '-- why\n\ncreate index a on orders (total);\ncreate index b on orders (user_id);';
    const [first, second] = await told({ migrations: inTransaction(sql) });
    expect(first).toMatchObject({
      rule: 'create-index',
      file: 'migrations/0001.sql',
      line: 3,
      migration: '0001',
      observed: 'builds a on orders under SHARE',
    });
    expect(second).toMatchObject({ line: 4 });
  });

  it('gives the query that finds the rows that stop it', async () => {
    const queries: Readonly<Record<string, string>> = {
      'alter table users alter column name set not null':
        'select * from "users" where "name" is null;',
      'create unique index u on users (lower(name)) where age > 3':
        'select lower((name)::text), count(*) from "users" where (age > 3) and lower((name)::text) is not null group by lower((name)::text) having count(*) > 1;',
      'alter table orders add foreign key (user_id) references users':
        'select c.* from "orders" c where c."user_id" is not null and not exists (select from "users" p where p."id" = c."user_id");',
      'alter table orders add check (total > 3)': 'select * from "orders" where not (total > 3);',
      'alter table orders alter column total type smallint':
        'select * from "orders" where "total" not between -32768 and 32767;',
      'alter table users alter column email type varchar(3)':
        'select * from "users" where length("email"::text) > 3;',
      'alter table users alter column email type integer using email::integer':
        'select * from "users" where not pg_input_is_valid("email"::text, \'integer\');',
    };
    for (const [sql, query] of Object.entries(queries)) {
      const findings = await told({ migrations: inTransaction(sql) });
      const found = findings.find(({ hazard }) => hazard === 'failure');
      expect(found?.message, sql).toContain(query);
      // What it finds is what Postgres refused, so it must be a query at all.
      const db = await database();
      await expect(db.query(query.replace(/;$/, '')), sql).resolves.toBeDefined();
    }
  });

  it('follows the version in production', async () => {
    const migrations = inTransaction('alter table users alter column name set not null');
    const why = async (postgres: number): Promise<string | undefined> =>
      (await told({ migrations, postgres })).find(({ rule }) => rule === 'set-not-null')?.message;
    expect(await why(18)).toContain('NOT NULL … NOT VALID');
    expect(await why(15)).toContain('a check (… IS NOT NULL) NOT VALID');
  });
});

const at = (): { file: string; line: number } => ({ file: 'plumbline.yml', line: 3 });
const size = (rows: number, bytes: number): TableSize => ({
  ...{ rows, bytes, exact: true, indexes: new Map() },
});

describe('settings', () => {
  const migrations = inTransaction(
    'create index a on orders (total); create index b on users (age);',
  );
  const under = (rules: Parameters<typeof ruleSettingsOf>[0]): Partial<Case> => ({
    settings: settingsOf({ rules: ruleSettingsOf(rules, at) }, '2026-11-22'),
  });

  it('silence a rule, or weigh it otherwise, by table and path', async () => {
    const said = async (rules: Parameters<typeof ruleSettingsOf>[0]): Promise<string[]> =>
      loud(await told({ migrations, ...under(rules) }));
    expect(await said({})).toEqual(['error:create-index', 'error:create-index']);
    expect(await said({ 'create-index': 'off' })).toEqual([]);
    expect(
      await said({ 'create-index': [{ level: 'off', tables: 'public.o*' }, 'warning'] }),
    ).toEqual(['warning:create-index']);
    expect(await said({ 'create-index': { level: 'off', paths: 'migrations/0002*' } })).toEqual([
      'error:create-index',
      'error:create-index',
    ]);
  });

  it('set aside what is off with a reason, until its day is over', async () => {
    const findings = async (until: string): Promise<readonly Finding[]> => {
      const exception = { level: 'off', tables: 'public.o*', reason: 'small', until } as const;
      return told({ migrations, ...under({ 'create-index': [exception, 'warning'] }) });
    };
    const aside = (all: readonly Finding[]): unknown[] =>
      all.map((one) => [one.severity, 'silenced' in one ? one.silenced : null]);
    expect(aside(await findings('2026-11-22'))).toEqual([
      ['warning', { reason: 'small', until: '2026-11-22', ...at() }],
      ['warning', null],
    ]);
    expect(aside(await findings('2026-11-21'))).toEqual([
      ['warning', null],
      ['warning', null],
    ]);
  });

  it('what grows with a table weighs less for a small one, and the rows are told', async () => {
    const sizes = new Map([
      ['public.orders', size(100, 16_384)],
      ['public.users', { ...size(2_500_000, 4_000_000_000), exact: false }],
    ]);
    const findings = await told({ migrations, sizes });
    expect(loud(findings)).toEqual(['warning:create-index', 'error:create-index']);
    expect(findings.map(({ message }) => /, (.*): nobody/u.exec(message)?.[1])).toEqual([
      '100 rows in production, under a second there',
      'about 2,500,000 rows in production, roughly 80 s there',
    ]);
  });

  it('a partitioned table is as large as production has it, a partition as itself', async () => {
    const sizes = new Map([
      ['public.events', size(5_000_000, 50_000_000_000)],
      ['public.events_2025', size(100, 8192)],
      ['public.events_later', size(0, 0)],
    ]);
    const notes = async (sql: string): Promise<unknown[]> => {
      const findings = await told({ migrations: inTransaction(sql), sizes });
      const own = findings.filter(({ rule }) => ['create-index', 'add-check'].includes(rule));
      return own.map((one) => [one.severity, /, ([\d,]+ rows .*?): /u.exec(one.message)?.[1]]);
    };
    expect(await notes('create index on events (id)')).toEqual([
      ['error', '5,000,000 rows in production, roughly 17 min there'],
    ]);
    expect(await notes('alter table events add check (id <> 0)')).toEqual([
      ['error', '5,000,000 rows in production, roughly 8 min there'],
    ]);
    expect(await notes('create index on events_2025 (id)')).toEqual([
      ['warning', '100 rows in production, under a second there'],
    ]);
  });

  it('a foreign key of a partitioned table is advised as production takes it', async () => {
    const told18 = async (sql: string, postgres: number | null): Promise<string[]> => {
      const findings = await told({ migrations: inTransaction(sql), postgres });
      return findings.flatMap(({ rule, severity, message }) => {
        const refused = /Before PostgreSQL 18|PostgreSQL before 18/u.test(message);
        return severity === 'note' ? [] : [`${severity}:${rule}${refused ? ' before 18' : ''}`];
      });
    };
    const sql = 'alter table events add foreign key (id) references users (id)';
    expect(await told18(sql, 15)).toEqual(['error:add-foreign-key before 18']);
    expect(await told18(sql, 18)).toEqual(['error:add-foreign-key']);
    expect(await told18(`${sql} not valid`, 15)).toEqual(['error:statement-fails before 18']);
    expect(await told18(`${sql} not valid`, null)).toEqual(['warning:statement-fails before 18']);
    expect(await told18(`${sql} not valid`, 18)).toEqual([]);
  });

  it('what only warns is an error for a very large one', async () => {
    const update = inTransaction('update users set name = null');
    const said = async (rows: number, settings = {}): Promise<string[]> => {
      const sizes = new Map([['public.users', size(rows, 1_000_000)]]);
      const all = await told({ migrations: update, sizes, settings });
      return all.filter(({ rule }) => rule === 'update-every-row').map(({ severity }) => severity);
    };
    expect(await said(9_999_999)).toEqual(['warning']);
    expect(await said(10_000_000)).toEqual(['error']);
    expect(await said(9_999_999, { largeTable: 1_000_000 })).toEqual(['error']);
  });

  it('few rows that take long are not small, and what is known of half is not', async () => {
    const wide = new Map([
      ['public.orders', size(100, 500_000_000)],
      ['public.users', { ...size(100, 8192), rows: null }],
    ]);
    const findings = await told({ migrations, sizes: wide });
    expect(loud(findings)).toEqual(['error:create-index', 'error:create-index']);
    expect(findings[1]?.message).toMatch(/users under SHARE, under a second in production: /u);
  });

  it('a rewrite takes the time of its table and its indexes, a loss only has its rows told', async () => {
    const indexes = new Map([['public.users_email_idx', 200_000_000]]);
    const users = { ...size(9_000_000, 600_000_000), indexes };
    const sql =
      'alter table users alter column id type numeric; alter table orders drop column total';
    const findings = await told({
      migrations: inTransaction(sql),
      sizes: new Map([
        ['public.users', users],
        ['public.orders', size(12_000, 1_000_000_000)],
      ]),
    });
    const message = (rule: string): string | undefined =>
      findings.find((one) => one.rule === rule)?.message;
    expect(message('type-change-rewrite')).toContain(
      ', 9,000,000 rows in production, roughly 42 s there: ',
    );
    expect(message('drop-column')).toContain('12,000 rows in production: ');
  });
});
