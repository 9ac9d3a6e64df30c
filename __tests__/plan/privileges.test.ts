// Privileges that no model speaks of: kept, expected and taken back where a plan meets them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { provePlan } from '../../src/plan/prove.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Schema } from '../../src/schema/objects.ts';

let db: Database;

beforeAll(async () => {
  db = await openEmbedded();
  await db.exec('create role reader');
});
afterAll(() => db.close());

const schemaOf = (sql: string): Promise<Schema> =>
  db.scratch(async () => {
    await db.exec(sql);
    return introspect(db);
  });

/** Plans where only these kinds are compared, and proves it. */
async function proved(before: string, after: string, kinds: readonly string[]): Promise<Plan> {
  const [actual, desired] = [await schemaOf(before), await schemaOf(after)];
  const scope = { kinds, silent: {}, external: [] };
  const plan = planChanges(diff(actual, desired, { traits, scope }), { actual, desired });
  const proof = await db.scratch(async () => {
    await db.exec(before);
    return provePlan(db, plan, { actual });
  });
  expect(proof).toMatchObject({ proved: true });
  return plan;
}

const sqlOf = (plan: Plan): string[] => plan.up.map(({ sql }) => sql);

describe('privileges and comments out of scope', () => {
  it('come with a new table under default privileges', async () => {
    const before = `alter default privileges grant select on tables to reader;
      alter default privileges in schema public grant usage on sequences to reader`;
    const plan = await proved(before, 'create table t (id serial)', ['table', 'column']);
    expect(sqlOf(plan)).toEqual(['CREATE TABLE "t" (\n\t"id" serial NOT NULL\n);']);
    expect(plan.expected.objects.has('grant:public.t to reader')).toBe(true);
    expect(plan.expected.objects.has('grant:sequence public.t_id_seq to reader')).toBe(true);
  });

  it('are those that a rebuilt view had, whatever default privileges say', async () => {
    const before = `create table t (a int); create view v as select a from t;
      alter default privileges grant select on tables to reader;
      comment on view v is 'kept'; grant insert on v to reader`;
    const after = 'create table t (a bigint); create view v as select a from t';
    const plan = await proved(before, after, ['table', 'column', 'view']);
    expect(sqlOf(plan).slice(-3)).toEqual([
      'REVOKE SELECT ON TABLE "v" FROM "reader";',
      'GRANT INSERT ON TABLE "v" TO "reader";',
      `COMMENT ON VIEW "v" IS 'kept';`,
    ]);
  });

  it('go along with what gets another name', async () => {
    const before = `create table t (a int); create index old on t (a); comment on index old is 'kept'`;
    const after = 'create table t (a int); create index new on t (a)';
    const plan = await proved(before, after, ['table', 'column', 'index']);
    expect(sqlOf(plan)).toEqual(['ALTER INDEX "old" RENAME TO "new";']);
  });

  it('go before the role that has them', async () => {
    const before = `create role guest; create table t (a int); grant select on t to guest;
      alter default privileges grant select on tables to guest`;
    const plan = await proved(before, 'create table t (a int)', ['table', 'column', 'role']);
    expect(sqlOf(plan)).toEqual([
      'REVOKE SELECT ON TABLE "t" FROM "guest";',
      'ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM "guest";',
      'DROP ROLE "guest";',
    ]);
  });
});

describe('options of foreign data', () => {
  it('are never told with their values', async () => {
    const of = (password: string): string => `create foreign data wrapper w;
      create server s foreign data wrapper w;
      create user mapping for public server s options (password '${password}')`;
    const changes = diff(await schemaOf(of('old')), await schemaOf(of('new')), { traits });
    expect(changes.map(({ reason }) => reason)).toEqual(['options: password differs']);
  });
});
