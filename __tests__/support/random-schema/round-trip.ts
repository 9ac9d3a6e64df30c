// From one schema to the other and back, with everything held against what Postgres tells.
import { introspect } from '../../../src/catalog/introspect.ts';
import { traits } from '../../../src/catalog/index.ts';
import type { Database } from '../../../src/database/database.ts';
import { planChanges, type Plan } from '../../../src/plan/plan.ts';
import { isOneTransaction } from '../../../src/plan/step.ts';
import { provePlan } from '../../../src/plan/prove.ts';
import { diff } from '../../../src/schema/diff.ts';
import type { Change, Schema } from '../../../src/schema/objects.ts';
import { fulfil } from './render.ts';
import { fill, keptRows, lostRows } from './rows.ts';
import type { Scope } from './scope.ts';
import { wishesOf, type Side, type Slot } from './wish.ts';

/** Pairs that are tried together, each in schemas of its own; the first one's main schema is public. */
export type Batch = readonly (readonly Slot[])[];

export interface Verdict {
  /** What is wrong, in words; null when all is well. */
  readonly problem: string | null;
  readonly before: string;
  readonly after: string;
  readonly plan: Plan | null;
  /** Whether the rows took the plan as well. */
  readonly rows: 'kept' | 'refused' | 'untried';
}

/** Why a plan is refused on rows that are ours: their values, not the order of its statements. */
const DATA_ERRORS = ['22', '23'];

export function fulfilled(batch: Batch, side: Side, version: number): Scope[] {
  return batch.map((slots, at) =>
    fulfil(wishesOf(slots, side), { version, prefix: at === 0 ? '' : `w${String(at)}` }),
  );
}

export function textOf(scopes: readonly Scope[]): string {
  return scopes
    .flatMap(({ statements }) => statements.map((statement) => `${statement};`))
    .join('\n');
}

/** Tries a batch on a database that holds nothing, and leaves it so. */
export function roundTrip(db: Database, batch: Batch): Promise<Verdict> {
  const before = fulfilled(batch, 'before', db.version);
  const after = fulfilled(batch, 'after', db.version);
  return roundTripOf(db, { before: textOf(before), after: textOf(after) }, before);
}

/** The same for SQL; rows are put into the tables of the scopes. */
export async function roundTripOf(
  db: Database,
  { before, after }: Pick<Verdict, 'before' | 'after'>,
  scopes: readonly Scope[] = [],
): Promise<Verdict> {
  const verdict: Verdict = { problem: null, before, after, plan: null, rows: 'untried' };
  const desired = await db.scratch(async () => {
    const made = await db.run([verdict.after]);
    return made.ok ? introspect(db) : `after is not valid: ${made.error.message}`;
  });
  if (typeof desired === 'string') return { ...verdict, problem: desired };
  return db.scratch(async () => {
    const made = await db.run([verdict.before]);
    if (!made.ok) return { ...verdict, problem: `before is not valid: ${made.error.message}` };
    const actual = await introspect(db);
    const plan = planned(actual, desired);
    if (typeof plan === 'string') return { ...verdict, problem: plan };
    return { ...verdict, plan, ...(await tried(db, plan, { actual, desired, scopes })) };
  });
}

function planned(actual: Schema, desired: Schema): Plan | string {
  try {
    return planChanges(diff(actual, desired, { traits }), { actual, desired });
  } catch (error) {
    return `planning failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

interface Sides {
  readonly actual: Schema;
  readonly desired: Schema;
  readonly scopes: readonly Scope[];
}

async function tried(
  db: Database,
  plan: Plan,
  sides: Sides,
): Promise<Pick<Verdict, 'problem' | 'rows'>> {
  if (plan.manual.length > 0) {
    return { problem: `left to a person: ${plan.manual.join('; ')}`, rows: 'untried' };
  }
  const { problem, rows } = await triedOnRows(db, plan, sides);
  return {
    problem: problem ?? (await upAndDown(db, plan, sides)) ?? (await proof(db, plan, sides)),
    rows,
  };
}

async function triedOnRows(
  db: Database,
  plan: Plan,
  { actual, desired, scopes }: Sides,
): Promise<Pick<Verdict, 'problem' | 'rows'>> {
  return db.scratch(async () => {
    await fill(db, scopes);
    const rows = await keptRows(db, actual, desired);
    const result = await db.run(plan.up.map(({ sql }) => sql));
    if (!result.ok) {
      const expected = DATA_ERRORS.includes(result.error.code.slice(0, 2));
      const problem = `with rows: ${result.error.message} in ${plan.up[result.index]?.sql ?? ''}`;
      return { problem: expected ? null : problem, rows: 'refused' };
    }
    const lost = lostRows(rows, await keptRows(db, actual, desired));
    return { problem: lost.length > 0 ? `rows lost: ${lost.join(', ')}` : null, rows: 'kept' };
  });
}

async function upAndDown(
  db: Database,
  plan: Plan,
  { actual, desired }: Sides,
): Promise<string | null> {
  return db.scratch(async () => {
    const up = await db.run(plan.up.map(({ sql }) => sql));
    if (!up.ok) return `up: ${up.error.message} in ${plan.up[up.index]?.sql ?? ''}`;
    const reached = await introspect(db);
    const left = diff(reached, desired, { traits });
    if (left.length > 0) return `up leaves ${inWords(left)}`;
    const again = planned(reached, desired);
    if (typeof again === 'string' || again.up.length > 0)
      return 'planned again, there is something to do';
    const down = await db.run(plan.down.map(({ sql }) => sql));
    if (!down.ok) return `down: ${down.error.message} in ${plan.down[down.index]?.sql ?? ''}`;
    const back = diff(await introspect(db), actual, { traits });
    return back.length > 0 ? `down leaves ${inWords(back)}` : null;
  });
}

/** The product's own word on its plan. */
async function proof(db: Database, plan: Plan, { actual }: Sides): Promise<string | null> {
  // A proof of these takes a database of its own.
  if (!isOneTransaction(plan.up) || !isOneTransaction(plan.down)) return null;
  const proved = await provePlan(db, plan, { actual });
  return proved.proved
    ? null
    : `not proved: ${proved.error} (${proved.statement ?? 'no statement'})`;
}

function inWords(changes: readonly Change[]): string {
  return changes.map(({ op, object, reason }) => `${op} ${object} (${reason})`).join('; ');
}
