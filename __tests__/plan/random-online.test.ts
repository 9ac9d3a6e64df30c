// Random pairs of schemas, the lock-light way: each migration as a migrator runs it, up and down. A pair
// that plain statements fail on as well is another test's to tell.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { introspect } from '../../src/catalog/introspect.ts';
import { traits } from '../../src/catalog/index.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { observe } from '../../src/plan/observe.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { runApart } from '../../src/plan/run.ts';
import { settle } from '../../src/plan/settle.ts';
import { diff } from '../../src/schema/diff.ts';
import { pairs } from '../support/random-schema/arbitrary.ts';
import { fulfilled, textOf } from '../support/random-schema/round-trip.ts';
import { ROLES } from '../support/random-schema/security-makers.ts';

/** `ONLINE_PAIRS=1000 SEED=1 npx vitest run __tests__/plan/random-online` tries others than CI does. */
const PAIRS = Number(process.env['ONLINE_PAIRS'] ?? 60);
const SEED = Number(process.env['SEED'] ?? 20_261_122);
const MINUTE = 60_000;

let db: Database;

beforeAll(async () => {
  db = await openEmbedded({ deadlineMs: MINUTE, totalDeadlineMs: 600 * MINUTE });
  await db.exec(ROLES.map((role) => `create role ${role}`).join('; '));
});
afterAll(() => db.close());

/** What earlier pairs left, as nothing can be rolled back here. */
const LEFT = `
  select format('drop schema if exists %I cascade', nspname) as sql from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'
  union all select format('drop event trigger if exists %I', evtname) from pg_event_trigger
  union all select 'create schema public'`;

interface Sides {
  readonly before: string;
  readonly after: string;
}

async function begin(sql: string): Promise<void> {
  for (const { sql: drop } of await db.query<{ sql: string }>(LEFT)) await db.exec(drop);
  await db.exec(`${sql};`);
}

/** Plans; null where a side can't be made or a person is asked. */
async function plans({ before, after }: Sides, version: number): Promise<[Plan, Plan] | null> {
  const desired = await db.scratch(async () => {
    await begin('');
    return (await db.run([after])).ok ? introspect(db) : null;
  });
  await begin('');
  if (desired === null || !(await db.run([before])).ok) return null;
  const actual = await introspect(db);
  const found = diff(actual, desired, { traits });
  const { changes, respelled } = await settle(db, found, { actual, desired });
  const plain = planChanges(changes, { actual, desired }, { respelled });
  if (plain.manual.length > 0) return null;
  const facts = await observe(db, plain, actual);
  const inUse = new Set(actual.objects.keys());
  const online = { version, inUse, facts, lockTimeout: '5s' };
  return [plain, planChanges(changes, { actual, desired }, { respelled, online })];
}

async function problemOf(plan: Plan, before: string): Promise<string | null> {
  await begin(before);
  const actual = await introspect(db);
  const up = await runApart(db, plan.up);
  if (up) return `${up.error.message} in ${up.sql ?? 'a commit'}`;
  const left = diff(await introspect(db), plan.expected, { traits });
  if (left.length > 0) return `left: ${left.map(({ object }) => object).join(', ')}`;
  const down = await runApart(db, plan.down);
  if (down) return `on the way back: ${down.error.message} in ${down.sql ?? 'a commit'}`;
  const back = diff(await introspect(db), actual, { traits });
  return back.length > 0 ? `not back: ${back.map(({ object }) => object).join(', ')}` : null;
}

it(
  `${String(PAIRS)} random pairs`,
  async () => {
    let several = 0;
    for (const [at, slots] of fc.sample(pairs, { seed: SEED, numRuns: PAIRS }).entries()) {
      const before = textOf(fulfilled([slots], 'before', db.version));
      const after = textOf(fulfilled([slots], 'after', db.version));
      const both = await plans({ before, after }, at % 2 === 0 ? 13 : 18);
      if (both === null) continue;
      const [plain, online] = both;
      several += online.up.some(({ migration }) => migration > 0) ? 1 : 0;
      const problem = await problemOf(online, before);
      if (problem === null || (await problemOf(plain, before)) !== null) continue;
      const steps = online.up.map(({ sql, migration }) => `${String(migration)} ${sql}`);
      expect.fail(`${problem}\n${before}\n-- after\n${after}\n-- up\n${steps.join('\n')}`);
    }
    expect(several).toBeGreaterThan(0);
  },
  60 * MINUTE,
);
