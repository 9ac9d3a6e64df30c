import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { planChanges, sqlForChange, type Plan } from '../../src/plan/plan.ts';
import { provePlan, type Proof } from '../../src/plan/prove.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Change, Schema } from '../../src/schema/objects.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
});
afterAll(() => db.close());

interface Case {
  readonly plan: Plan;
  readonly changes: readonly Change[];
  readonly actual: Schema;
  readonly desired: Schema;
}

const schemaOf = (sql: string): Promise<Schema> =>
  db.scratch(async () => {
    await db.exec(sql);
    return introspect(db);
  });

async function planned(
  before: string,
  after: string,
  keep: (change: Change) => boolean = () => true,
): Promise<Case> {
  const actual = await schemaOf(before);
  const desired = await schemaOf(after);
  const changes = diff(actual, desired, { traits }).filter(keep);
  return { actual, desired, changes, plan: planChanges(changes, { actual, desired }) };
}

/** Proves on the shared database at the state `before`, and checks that it is left so. */
function prove(
  before: string,
  plan: Plan,
  options: Partial<Parameters<typeof provePlan>[2]> = {},
): Promise<Proof> {
  return db.scratch(async () => {
    await db.exec(before);
    const actual = await introspect(db);
    const proof = await provePlan(db, plan, { actual, ...options });
    expect(diff(await introspect(db), actual, { traits })).toEqual([]);
    return proof;
  });
}

describe('provePlan', () => {
  it('proves a plan and leaves the database as it was', async () => {
    const before = 'create table a (id serial primary key, x text not null, old int)';
    const { plan } = await planned(
      before,
      'create table a (id serial primary key, x varchar(9) not null, y int)',
    );
    expect(await prove(before, plan)).toEqual({
      proved: true,
      tablesWithRows: 1,
      failsOnRows: null,
    });
  });

  it('leaves what was not to be changed', async () => {
    const before = 'create table a (x int); create table kept (x int)';
    const after = 'create table a (x bigint)';
    const { plan, desired } = await planned(before, after, (change) => change.op !== 'drop');
    expect(await prove(before, plan)).toMatchObject({ proved: true });
    expect(diff(plan.expected, desired, { traits })).toMatchObject([
      { op: 'drop', object: 'table:public.kept' },
    ]);
  });

  it('says that a plan fails on tables that hold rows', async () => {
    const before = 'create table a (x int)';
    const { plan } = await planned(before, 'create table a (x int, y text not null)');
    expect(await prove(before, plan)).toMatchObject({
      proved: true,
      tablesWithRows: 0,
      failsOnRows: expect.stringContaining('contains null values') as unknown,
    });
  });

  it.each([
    {
      what: 'a partition that goes, however many there are afterwards',
      before: `create table t (k integer) partition by list (k);
        create table p partition of t for values in (1, 2)`,
      after: `create table t (k integer, y integer) partition by list (k);
        create table q partition of t for values in (1, 2)`,
    },
    {
      what: 'values that read otherwise with another attribute of their type',
      before: `create type k as (a integer); create table t (id integer, x k default '(1)')`,
      after: `create type k as (a integer, b text); create table t (id integer, x k default '(1,)')`,
    },
  ])('takes for no loss: $what', async ({ before, after }) => {
    const { plan } = await planned(before, after);
    expect(await prove(before, plan)).toMatchObject({ proved: true });
  });

  it('refutes a plan whose statement fails, naming it', async () => {
    const before = 'create table a (x int)';
    const { plan } = await planned(before, 'create table a (x int, y int)');
    const broken = {
      ...plan,
      up: plan.up.map((step) => ({ ...step, sql: 'ALTER TABLE "b" ADD COLUMN "y" integer;' })),
    };
    expect(await prove(before, broken)).toMatchObject({
      proved: false,
      statement: 'ALTER TABLE "b" ADD COLUMN "y" integer;',
      error: 'relation "b" does not exist',
    });
  });

  it('refutes a plan that leaves something to do', async () => {
    const before = 'create table a (x int)';
    const { plan } = await planned(before, 'create table a (x int, y int, z int)');
    const short = { ...plan, up: plan.up.slice(0, 1) };
    expect(await prove(before, short)).toMatchObject({
      proved: false,
      statement: null,
      error: expect.stringContaining('create column public.a.z') as unknown,
    });
  });

  it('refutes a plan that does not lead back', async () => {
    const before = 'create table a (x int)';
    const { plan } = await planned(before, 'create table a (x int, y int)');
    expect(await prove(before, { ...plan, down: [] })).toMatchObject({
      proved: false,
      error: expect.stringContaining('after the way back') as unknown,
    });
  });

  const losing: [what: string, before: string, up: string, error: string][] = [
    [
      'the values of a column',
      'create table a (x int, y int)',
      'alter table a drop column x; alter table a add column x text',
      'the values of public.a.x are lost',
    ],
    [
      'the rows of a table',
      'create table a (x int, y int)',
      'drop table a; create table a (x text, y int)',
      'the rows of public.a are lost',
    ],
    [
      'rows',
      'create table a (x int, y int)',
      'delete from a where x = 1; alter table a alter x type text',
      'rows of public.a are lost',
    ],
    [
      'what values are',
      'create table a (x int, y int)',
      'alter table a alter x type text using (x + 1)::text',
      'values of public.a.x are changed',
    ],
    [
      'the values of a column that it does not change',
      'create table a (x int, y int)',
      'alter table a alter x type text; update a set y = 0',
      'values of public.a.y are changed',
    ],
    [
      'the position of a sequence',
      'create table a (id serial, x int)',
      'alter table a alter x type text; alter sequence a_id_seq restart',
      'the position of the sequence of public.a.id is lost',
    ],
  ];

  it.each(losing)('refutes a plan that loses %s', async (_what, before, up, error) => {
    const { plan } = await planned(before, before.replace(/(x|y) int([,)]) ?/, '$1 text$2 '));
    const [step] = plan.up;
    if (!step) throw new Error('nothing planned');
    const wrong = { ...plan, up: up.split('; ').map((sql) => ({ ...step, sql })) };
    expect(await prove(before, wrong)).toMatchObject({
      proved: false,
      error: `on tables that hold rows, ${error}`,
    });
  });

  it('keeps values through an enum that is made anew', async () => {
    const before = `create type e as enum ('a', 'b', 'c'); create table t (id serial, v e, n int)`;
    const { plan } = await planned(
      before,
      `create type e as enum ('b', 'a'); create table t (id serial, v e, n int)`,
    );
    expect(await prove(before, plan)).toMatchObject({ proved: true, tablesWithRows: 1 });
  });

  it('never makes a table anew to change what can not be changed', async () => {
    const before = 'create table a (x int)';
    const { plan } = await planned(before, 'create table a (x int) partition by range (x)');
    expect(plan.up).toEqual([]);
    expect(await prove(before, plan)).toMatchObject({
      proved: false,
      error: expect.stringContaining('table a') as unknown,
    });
  });

  it('uses a database of its own where one transaction can not hold it all', async () => {
    const before = `create type e as enum ('a'); create table t (v e default 'a')`;
    const { plan } = await planned(
      before,
      `create type e as enum ('a', 'b'); create table t (v e default 'b')`,
    );
    expect(plan.up.map((step) => step.migration)).toEqual([0, 1]);
    expect(await prove(before, plan)).toMatchObject({ proved: false });
    const disposable = async (): Promise<Database> => {
      const other = await openEmbedded();
      await other.exec(before);
      return other;
    };
    expect(await prove(before, plan, { disposable })).toMatchObject({ proved: true });
  });
});

describe('a plan for one transaction', () => {
  it('makes an enum anew whose new value is used', async () => {
    const before = `create type e as enum ('a'); create table t (id int primary key, v e default 'a')`;
    const after = `create type e as enum ('a', 'b'); create table t (id int primary key, v e default 'b')`;
    const [actual, desired] = [await schemaOf(before), await schemaOf(after)];
    const changes = diff(actual, desired, { traits });
    const plan = planChanges(changes, { actual, desired }, { oneTransaction: true });
    expect(plan.up.map(({ sql }) => sql)).toContain(`CREATE TYPE "public"."e" AS ENUM('a', 'b');`);
    expect(await prove(before, plan)).toMatchObject({ proved: true, failsOnRows: null });
  });

  it('adds a value that nothing uses', async () => {
    const before = `create type e as enum ('a'); create table t (v e default 'a', n text default 'b')`;
    const after = `create type e as enum ('a', 'b'); create table t (v e default 'a', n text default 'b' not null)`;
    const [actual, desired] = [await schemaOf(before), await schemaOf(after)];
    const changes = diff(actual, desired, { traits });
    const plan = planChanges(changes, { actual, desired }, { oneTransaction: true });
    expect(plan.up[0]?.sql).toBe(`ALTER TYPE "public"."e" ADD VALUE 'b';`);
  });
});

describe('sequences', () => {
  it('keep their position from serial to identity and back', async () => {
    const before = 'create table a (id serial primary key, x int)';
    const after = 'create table a (id integer primary key generated always as identity, x int)';
    const { plan } = await planned(before, after);
    await db.scratch(async () => {
      await db.exec(
        `${before}; insert into a (x) select 1 from generate_series(1, 41); delete from a where id > 5`,
      );
      for (const steps of [plan.up, plan.down]) {
        await db.exec(steps.map((step) => step.sql).join('\n'));
        const last = await db.query('insert into a (x) values (2) returning id');
        expect(last).toEqual([{ id: steps === plan.up ? 42 : 43 }]);
      }
    });
  });

  it('start after the rows that are there', async () => {
    const { plan } = await planned(
      'create table a (id integer not null)',
      'create table a (id serial)',
    );
    await db.scratch(async () => {
      await db.exec('create table a (id integer not null); insert into a values (7)');
      await db.exec(plan.up.map((step) => step.sql).join('\n'));
      expect(await db.query('insert into a default values returning id')).toEqual([{ id: 8 }]);
    });
  });
});

describe('sqlForChange', () => {
  it('mends one change alone', async () => {
    const { changes, actual, desired } = await planned(
      'create table a (x int); create view v as select x from a',
      'create table a (x bigint, y int); create view v as select x from a; create index i on a (y)',
    );
    const sql = changes.map((change) => sqlForChange(change, { actual, desired }));
    expect(changes.map((change) => change.object)).toEqual([
      'index:public.a.i',
      'column:public.a.x',
      'column:public.a.y',
    ]);
    expect(sql.map((statements) => statements.length)).toEqual([1, 3, 1]);
  });
});
