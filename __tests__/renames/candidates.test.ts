// What may have been renamed between two schemas, and what may not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { diff } from '../../src/schema/diff.ts';
import { partsOfId } from '../../src/schema/dotted-names.ts';
import type { Schema } from '../../src/schema/objects.ts';
import { renameCandidates, type RenameCandidate } from '../../src/schema/rename-candidates.ts';

let db: Database;
beforeAll(async () => {
  db = await openEmbedded({ extensions: [] });
});
afterAll(() => db.close());

const schemaOf = (sql: string): Promise<Schema> =>
  db.scratch(async () => {
    await db.exec(sql);
    return introspect(db);
  });

async function candidates(before: string, after: string, decided: readonly string[] = []) {
  const [actual, desired] = [await schemaOf(before), await schemaOf(after)];
  const changes = diff(actual, desired, { traits });
  return renameCandidates(changes, { actual, desired, traits, decided: new Set(decided) });
}

function told({ before, after, member, confidence }: RenameCandidate): string {
  const path = partsOfId(before.id).slice(1).join('.');
  const names = member ? `${path}.${member.from} → ${member.to}` : `${path} → ${after.name}`;
  const word = confidence >= 0.8 ? 'very likely' : confidence >= 0.65 ? 'likely' : 'possible';
  return `${before.kind} ${names}: ${word}`;
}

const found = async (before: string, after: string): Promise<string[]> =>
  (await candidates(before, after)).map(told);

const users = (columns: string): string =>
  `create table users (id integer primary key, ${columns});`;

describe('columns', () => {
  it.each([
    [
      'at its place, of its type',
      'fullname text, age integer',
      'name text, age integer',
      'fullname → name: very likely',
    ],
    [
      'another spelling',
      '"createdAt" timestamptz',
      'created_at timestamptz',
      'createdAt → created_at: very likely',
    ],
    [
      'another name altogether, at its place',
      'legacy text, age integer',
      'email text, age integer',
      'legacy → email: likely',
    ],
    [
      'moved to the end in the models',
      'fullname text, age integer',
      'age integer, name text',
      'fullname → name: likely',
    ],
    [
      'added late in the database',
      'age integer, fullname text',
      'fullname_2 text, age integer',
      'fullname → fullname_2: likely',
    ],
    ['of a wider type too', 'age smallint', 'years integer', 'age → years: possible'],
    [
      'of a longer type too',
      'fullname varchar(80)',
      'full_name varchar(200)',
      'fullname → full_name: very likely',
    ],
    [
      'not null too',
      'fullname text',
      'full_name text not null',
      'fullname → full_name: very likely',
    ],
    ['of an enum in place of text', 'state text', 'state_2 mood', 'state → state_2: likely'],
    [
      'with its identity',
      'no integer generated always as identity',
      'number integer generated always as identity',
      'no → number: likely',
    ],
    [
      'computed both times',
      'x integer, twice integer generated always as (x * 2) stored',
      'x integer, double integer generated always as (x * 2) stored',
      'twice → double: likely',
    ],
    [
      'that needs quotes',
      '"Full Name" text',
      '"full name" text',
      'Full Name → full name: very likely',
    ],
  ])('%s', async (_title, before, after, expected) => {
    const mood = `create type mood as enum ('a', 'b');`;
    const uses = 'create table moods (m mood);';
    expect(await found(mood + uses + users(before), mood + uses + users(after))).toEqual([
      `column users.${expected}`,
    ]);
  });

  it.each([
    ['of another type', 'age integer', 'email text'],
    ['a date in place of a flag', 'active boolean', 'activated_at timestamptz'],
    ['a list in place of one', 'tag text', 'tags text[]'],
    [
      'computed in place of kept',
      'a integer, total integer',
      'a integer, sum integer generated always as (a + 1) stored',
    ],
    [
      'of another type of the family, elsewhere, under another name',
      'age integer, x text, y text',
      'x text, y text, total bigint',
    ],
    ['only dropped', 'age integer, x text', 'x text'],
    ['only added', 'x text', 'x text, age integer'],
    ['the same name, another type', 'age text', 'age integer'],
  ])('not %s', async (_title, before, after) => {
    expect(await found(users(before), users(after))).toEqual([]);
  });

  it('not in another table', async () => {
    const before = `${users('fullname text')} create table posts (id integer primary key);`;
    const after =
      'create table users (id integer primary key); create table posts (id integer primary key, fullname text);';
    expect(await found(before, after)).toEqual([]);
  });

  it('are paired one to one: by name where that tells, else in their order', async () => {
    expect(await found(users('a_first text, b_last text'), users('last text, first text'))).toEqual(
      ['column users.a_first → first: very likely', 'column users.b_last → last: very likely'],
    );
    expect(await found(users('q text, w text, e text'), users('x text, y text, z text'))).toEqual([
      'column users.e → z: likely',
      'column users.q → x: likely',
      'column users.w → y: likely',
    ]);
  });

  it('are told by what refers to them', async () => {
    const posts = (names: [string, string], keyed: string): string =>
      `${users('x text')} create table posts (id integer primary key, ${names[0]} integer, ${names[1]} integer,
       constraint k foreign key (${keyed}) references users (id));`;
    const all = await candidates(posts(['aa', 'bb'], 'bb'), posts(['cc', 'dd'], 'cc'));
    expect(all.map(told).sort()).toEqual([
      'column posts.aa → dd: possible',
      'column posts.bb → cc: possible',
    ]);
  });

  it('decided to be dropped, or to be new, are none', async () => {
    const [before, after] = [users('fullname text, b text'), users('name text, b text')];
    expect(await candidates(before, after, ['column:public.users.fullname'])).toEqual([]);
    expect(await candidates(before, after, ['column:public.users.name'])).toEqual([]);
  });
});

describe('tables', () => {
  it('with the same columns', async () => {
    const columns = '(id integer primary key, name text not null, email text)';
    expect(await found(`create table people ${columns}`, `create table users ${columns}`)).toEqual([
      'table people → users: likely',
    ]);
  });

  it('with a column more, or one of another type', async () => {
    expect(
      await found(
        'create table user_accounts (id integer primary key, name varchar(80), email text, city text)',
        'create table accounts (id integer primary key, name text, email text, city text, born date)',
      ),
    ).toEqual(['table user_accounts → accounts: likely']);
  });

  it('hide what may be renamed inside of them', async () => {
    const all = await found(
      'create table people (id integer primary key, fullname text, email text, city text)',
      'create table users (id integer primary key, name text, email text, city text)',
    );
    expect(all).toEqual(['table people → users: possible']);
  });

  it('not with only what every table has', async () => {
    const common = 'id integer primary key, created_at timestamptz';
    const others = ['a', 'b', 'c'].map(
      (name) => `create table ${name} (${common}, ${name}1 text);`,
    );
    const before = `${others.join('')} create table sessions (${common}, token text, user_id integer);`;
    const after = `${others.join('')} create table invoices (${common}, amount numeric, due date);`;
    expect(await found(before, after)).toEqual([]);
  });

  it('not in another schema', async () => {
    const columns = '(id integer primary key, name text)';
    const schema = 'create schema s; create table s.kept (x integer);';
    expect(
      await found(`${schema} create table t ${columns}`, `${schema} create table s.u ${columns}`),
    ).toEqual([]);
  });

  it('are paired by what they hold, not by their order', async () => {
    const a = '(id integer primary key, token text, expires timestamptz)';
    const b = '(id integer primary key, amount numeric, due date)';
    const all = await found(
      `create table t1 ${a}; create table t2 ${b};`,
      `create table u1 ${b}; create table u2 ${a};`,
    );
    expect(all.sort()).toEqual(['table t1 → u2: likely', 'table t2 → u1: likely']);
  });
});

describe('values of an enum', () => {
  const type = (...values: string[]): string =>
    `create type status as enum (${values.map((value) => `'${value}'`).join(', ')});
     create table t (s status);`;

  it.each([
    ['at its place', ['active', 'closed'], ['enabled', 'closed'], ['active → enabled: likely']],
    ['at the end', ['a', 'b', 'done'], ['a', 'b', 'finished'], ['done → finished: likely']],
    [
      'two in a row, in their order',
      ['x', 'a', 'b', 'y'],
      ['x', 'c', 'd', 'y'],
      ['a → c: possible', 'b → d: possible'],
    ],
    ['two apart', ['a', 'x', 'b'], ['A', 'x', 'B'], ['a → A: very likely', 'b → B: very likely']],
  ])('%s', async (_title, before, after, expected) => {
    expect(await found(type(...before), type(...after))).toEqual(
      expected.map((one) => `enum status.${one}`),
    );
  });

  it.each([
    ['elsewhere', ['old', 'a', 'b'], ['a', 'b', 'new']],
    ['only added', ['a', 'b'], ['a', 'c', 'b']],
    ['only removed', ['a', 'c', 'b'], ['a', 'b']],
    ['in another order', ['a', 'b', 'c'], ['c', 'b', 'a']],
  ])('not %s', async (_title, before, after) => {
    expect(await found(type(...before), type(...after))).toEqual([]);
  });
});

describe('others', () => {
  it('a schema with what lives in it', async () => {
    const tables = (schema: string): string =>
      `create schema ${schema}; create table ${schema}.a (x integer); create table ${schema}.b (y integer);`;
    expect(await found(tables('auth'), tables('accounts'))).toEqual(['schema  → accounts: likely']);
  });

  it('a sequence of nearly the same name', async () => {
    expect(await found('create sequence order_no', 'create sequence order_number')).toEqual([
      'sequence order_no → order_number: likely',
    ]);
    expect(await found('create sequence order_no', 'create sequence invoices')).toEqual([]);
  });

  it('an enum of the same values that columns have', async () => {
    const type = (name: string): string =>
      `create type ${name} as enum ('a', 'b'); create table t (c ${name});`;
    expect(await found(type('mood'), type('feeling'))).toEqual(['enum mood → feeling: likely']);
  });

  it('an index of the same definition is renamed unasked, one of another is none', async () => {
    const index = (name: string, column: string): string =>
      `create table t (a text, b text); create index ${name} on t (${column});`;
    expect(await found(index('i', 'a'), index('j', 'a'))).toEqual([]);
    expect(await found(index('i', 'a'), index('j', 'b'))).toEqual([]);
  });
});
