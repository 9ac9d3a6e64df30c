import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { openServer } from '../../src/database/server.ts';
import { removeRows, seedTables, type Seeding } from '../../src/rows/rows.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';
import { CHECKS, SHAPES, type Case } from './cases.ts';

const ROWS = 20;

let db: Database;
let server: PostgresServer | null = null;
let native: Database | null = null;

beforeAll(async () => {
  db = await openEmbedded({
    extensions: ['citext', 'hstore', 'ltree', 'vector', 'postgis', 'btree_gist'],
  });
  if (postgresBinaries() === null) return;
  server = await startPostgres();
  native = await openServer(server.url, { temporary: true });
});
afterAll(async () => {
  await db.close();
  await native?.close();
  await server?.stop();
});

const seed = (on: Database, set: 'ordinary' | 'edge', more = {}): Promise<Seeding> =>
  seedTables(on, { set, rows: ROWS, ...more });

/** Foreign keys that some row breaks: Postgres doesn't look while triggers are off. */
async function brokenKeys(on: Database): Promise<string[]> {
  const keys = await on.query<{ name: string; query: string }>(`
    select c.conname as name, format('select from %s t where %s and not exists (select from %s r where %s)',
      c.conrelid::regclass, string_agg(format('t.%I is not null', a.attname), ' and '), c.confrelid::regclass,
      string_agg(format('t.%I = r.%I', a.attname, f.attname), ' and ')) as query
    from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) as k (own, other)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.other
    where c.contype = 'f' group by c.oid`);
  const broken: string[] = [];
  for (const { name, query } of keys) {
    if ((await on.query(query)).length > 0) broken.push(name);
  }
  return broken;
}

async function expectFilled(on: Database, one: Case): Promise<void> {
  await on.exec(one.sql);
  const ordinary = await seed(on, 'ordinary');
  const unfilled = ordinary.unfilled.map(({ name, constraint }) => [name, constraint]);
  expect(Object.fromEntries(unfilled)).toEqual(one.unfilled ?? {});
  const partitions = await on.query<{ name: string }>(
    'select relname as name from pg_class where relispartition',
  );
  const parts = new Set(partitions.map(({ name }) => name));
  const few = ordinary.tables.filter(({ name, rows }) => rows < ROWS && !parts.has(name));
  expect(Object.fromEntries(few.map(({ name, rows }) => [name, rows]))).toEqual(one.fewer ?? {});
  for (const condition of one.holds ?? []) {
    expect(await on.query(`select ${condition} as holds`), condition).toEqual([{ holds: true }]);
  }
  expect(await brokenKeys(on)).toEqual([]);
}

describe('ordinary rows', () => {
  it.each([...CHECKS, ...SHAPES])('$title', async (one) => {
    await db.scratch(() => expectFilled(db, one));
  });

  it('are the same on a server', { skip: postgresBinaries() === null }, async () => {
    for (const one of [...CHECKS.slice(0, 12), ...SHAPES]) {
      // Its words for a few things are another version's.
      await native?.scratch(async () => {
        if (native) await expectFilled(native, one);
      });
    }
  });

  it('take types of extensions', async () => {
    await db.scratch(async () => {
      await db.exec(`create extension citext; create extension hstore; create extension ltree; create extension vector;
        create extension postgis;
        create table t (a citext not null unique, b hstore not null, c ltree not null, d vector(3) not null,
          e geometry(Point, 4326) not null, f geography not null);`);
      const { tables, unfilled } = await seed(db, 'ordinary');
      expect(unfilled).toEqual([]);
      expect(tables).toMatchObject([{ schema: 'public', name: 't', rows: ROWS }]);
    });
  });

  it('leave alone what isn’t wanted, and refer to what is there', async () => {
    await db.scratch(async () => {
      await db.exec(`create schema books; create table books.ledger (id int); create table a (id int primary key);
        create table b (a_id int not null references a); insert into a values (77);`);
      const { tables } = await seed(db, 'ordinary', { except: ['table:public.a', 'schema:books'] });
      expect(tables.map(({ name }) => name)).toEqual(['b']);
      expect(await db.query('select distinct a_id from b')).toEqual([{ a_id: 77 }]);
      const [a] = await db.query<{ oid: number }>(`select 'a'::regclass::oid::int8 as oid`);
      const only = await seed(db, 'ordinary', { only: [a?.oid ?? 0] });
      expect(only.tables.map(({ name }) => name)).toEqual(['a']);
    });
  });

  it('are all there or none, and leave the session as it was', async () => {
    await db.exec('create table t (id int primary key)');
    await seed(db, 'ordinary');
    expect(await db.query('show session_replication_role')).toEqual([
      { session_replication_role: 'origin' },
    ]);
    await expect(db.exec('savepoint none')).rejects.toMatchObject({ code: '25P01' });
    expect(await db.query('select count(*)::int as n from t')).toEqual([{ n: ROWS }]);
    await db.exec('drop table t');
  });
});

const EDGES = `
  create type mood as enum ('calm', 'loud', 'sad');
  create domain short as text check (length(value) <= 4);
  create table a (id int primary key);
  create table t (id serial primary key, a_id int references a, other_id int, note text, name varchar(5) not null, code char(2),
    small smallint, big bigint not null, price numeric(5, 2), free numeric, ratio double precision, day date, at timestamptz, local timestamp,
    flag boolean, mood mood not null default 'calm', j jsonb, tags text[], s short, level int check (level between 1 and 10),
    email text unique, double int generated always as (level * 2) stored);
  create table plain (note text, n int);`;

/** What edge rows must hold, by what it is for. */
const PRESENT: readonly (readonly [string, string])[] = [
  [
    'a null in each column that takes one',
    'select bool_and(n > 0) as ok from (select unnest(array[count(*) filter (where a_id is null), count(*) filter (where note is null), count(*) filter (where at is null), count(*) filter (where level is null), count(*) filter (where email is null), count(*) filter (where mood is null) + 1]) as n from t) x',
  ],
  [
    'all of them null at once',
    'select count(*) > 0 as ok from t where num_nonnulls(a_id, note, code, small, price, day, flag, j, tags, email) = 0',
  ],
  [
    'empty and long text',
    `select bool_or(note = '') and bool_or(length(note) = 3000) as ok from t`,
  ],
  [
    'the longest text there is room for, in characters and bytes',
    'select bool_or(length(name) = 5) and bool_or(octet_length(name) = 10) as ok from t',
  ],
  [
    'text that looks like something else',
    `select bool_or(note = ' 42 ') and bool_or(note = 'true') and bool_or(note = '2024-02-30') and bool_or(note like '{"not%') as ok from t`,
  ],
  [
    'text that differs by case or spaces',
    `select count(distinct note) = 3 as ok from t where lower(trim(note)) = 'same text'`,
  ],
  [
    'quotes and unicode',
    `select bool_or(strpos(note, '''s "quoted" \\') > 0) and bool_or(note like '%日本語%') as ok from t`,
  ],
  [
    'extremes of numbers',
    'select bool_or(small = -32768) and bool_or(big = 9223372036854775807) and bool_or(price = 999.99) and bool_or(price = 0.01) as ok from t',
  ],
  [
    'fractions and what is no number',
    `select bool_or(free = 'NaN') and bool_or(free = 'Infinity') and bool_or(free = 0.1) and bool_or(ratio = '-Infinity') as ok from t`,
  ],
  [
    'times with fractions, of long ago and of no end',
    `select bool_or(at = 'infinity') and bool_or(at < '0001-01-01 BC') and bool_or(local = '2024-03-31 02:30:00.123456') and bool_or(day = '-infinity') as ok from t`,
  ],
  [
    'an hour that comes twice',
    `select count(distinct at) = 2 as ok from t where at in ('2024-10-27 00:30+00', '2024-10-27 01:30+00')`,
  ],
  ['every value of an enum', 'select count(distinct mood) = 3 as ok from t'],
  ['JSON that is no object', `select count(distinct jsonb_typeof(j)) = 6 as ok from t`],
  [
    'empty arrays and nulls in them',
    `select bool_or(tags = '{}') and bool_or(tags = '{NULL}') and bool_or(array_ndims(tags) = 2) as ok from t`,
  ],
  [
    'a reference to nothing where no foreign key forbids it',
    'select bool_or(other_id = 29999) as ok from t',
  ],
  [
    'what a check or a domain leaves of them',
    `select min(level) >= 1 and bool_or(s = '') and max(length(s)) <= 4 as ok from t`,
  ],
  [
    'rows that come twice, but for what is unique',
    'select count(*) > 0 as ok from (select note, name, price, mood, count(distinct id) as n from t group by 1, 2, 3, 4) x where n > 1',
  ],
  [
    'rows that come twice as a whole',
    'select count(*) > 0 as ok from (select note, n, count(*) as times from plain group by 1, 2) x where times > 1',
  ],
];

describe('edge rows', () => {
  it('hold everything that the schema allows, and can be taken out', async () => {
    for (const on of native ? [db, native] : [db]) {
      await on.scratch(async () => {
        await on.exec(EDGES);
        await seed(on, 'ordinary');
        const before = await on.query('select * from t order by id');
        const edge = await seed(on, 'edge');
        expect(edge.unfilled).toEqual([]);
        for (const [what, query] of PRESENT) {
          expect(await on.query(query), what).toEqual([{ ok: true }]);
        }
        expect(await brokenKeys(on)).toEqual([]);
        const all = await on.query('select id from t');
        const added = edge.tables.find(({ name }) => name === 't')?.rows ?? 0;
        expect(all.length).toBe(ROWS + added);
        await removeRows(on, edge);
        expect(await on.query('select * from t order by id')).toEqual(before);
        expect(await on.query('select count(*)::int as n from plain')).toEqual([{ n: ROWS }]);
      });
    }
  });

  it('differ from an ordinary row in one column', async () => {
    await db.scratch(async () => {
      await db.exec('create table t (id int primary key, a text not null, b int not null)');
      await seed(db, 'edge');
      const odd = await db.query(
        `select id, a, b from t where id > 5000 and a !~ '^[A-Z][a-z]+ [0-9]+$' and b not between 5000 and 6000`,
      );
      expect(odd).toEqual([]);
    });
  });

  it('are found again whatever was renamed, retyped or dropped, and as often as they were put in', async () => {
    await db.scratch(async () => {
      await db.exec(`create table t (id int primary key, note text); create table u (a int, b text, c text);
        insert into u select 1, 'same', 'x' from generate_series(1, 3)`);
      const [before] = await db.query('select count(*)::int as n from u');
      const edge = await seed(db, 'edge');
      await db.exec(`alter table t rename to t2; alter table t2 rename id to key; alter table t2 alter key type bigint;
        alter table u drop column c; alter table u rename b to "B b"`);
      await removeRows(db, edge);
      expect(await db.query('select * from t2')).toEqual([]);
      expect(await db.query('select count(*)::int as n from u')).toEqual([before]);
    });
  });

  it('of a table without a place for them are told', async () => {
    await db.scratch(async () => {
      await db.exec(
        'create table t (id int primary key, constraint never check (id > 5 and id < 3))',
      );
      expect((await seed(db, 'edge')).unfilled).toMatchObject([{ name: 't', constraint: 'never' }]);
    });
  });
});
