// What no statement of ours brings about: said in words that name it, and never shown as a plan.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { provePlan } from '../../src/plan/prove.ts';
import { planned, sidesOf } from '../support/golden-cases.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

const cases = {
  'a type of another kind under the same name that other types are built on': {
    before: `create domain d as integer; create type k as (x d); create domain o as d;
      create table t (a k, b o, c d);`,
    after: `create type d as enum ('1'); create type k as (x d); create domain o as d;
      create table t (a k, b o, c d);`,
    manual: [
      'domain public.o needs domain public.d, which would go: change or drop it by hand first',
      'composite type public.k needs domain public.d, which would go: change or drop it by hand first',
    ],
  },
  'what decides which partition a row is in': {
    before: 'create table t (a int, b int) partition by list (a);',
    after: 'create table t (a int, b int) partition by list (b);',
    manual: ['table t: partition key: LIST (a) → LIST (b) would need it made anew'],
  },
  'a partition and its parent that change places': {
    before: `create table a (k int) partition by list (k);
      create table b partition of a for values in (1);`,
    after: `create table b (k int) partition by list (k);
      create table a partition of b for values in (1);`,
    manual: [
      'table a: bound: none → FOR VALUES IN (1); partition key: LIST (k) → none; partition of: none → b would need it made anew',
      'table b: bound: FOR VALUES IN (1) → none; partition key: none → LIST (k); partition of: a → none would need it made anew',
    ],
  },
};

it.each(Object.entries(cases))('%s', async (_name, { before, after, manual }) => {
  const source = new Map([
    ['before', before],
    ['after', after],
  ]);
  const [actual, desired] = await sidesOf(db, source);
  const { plan } = await planned(db, source, [actual, desired]);
  expect(plan.manual).toEqual(manual);
  const proof = await db.scratch(async () => {
    await db.exec(before);
    return provePlan(db, plan, { actual });
  });
  expect(proof).toMatchObject({ proved: false, error: `not planned: ${manual.join('; ')}` });
  expect((await introspect(db)).objects.size).toBe(0);
});
