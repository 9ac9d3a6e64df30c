// From one schema to the other and back, with everything held against what Postgres tells.
import { introspect } from '../../../src/catalog/introspect.ts';
import { traits } from '../../../src/catalog/index.ts';
import type { Database } from '../../../src/database/database.ts';
import { planChanges, type Plan } from '../../../src/plan/plan.ts';
import { runApart, runTogether, type RunSteps } from '../../../src/plan/run.ts';
import { settle } from '../../../src/plan/settle.ts';
import { isOneTransaction } from '../../../src/plan/step.ts';
import { provePlan, type Proof } from '../../../src/plan/prove.ts';
import { diff } from '../../../src/schema/diff.ts';
import type { Change, Schema } from '../../../src/schema/objects.ts';
import { fulfil } from './render.ts';
import { fill, keptRows, lostRows } from './rows.ts';
import type { Scope } from './scope.ts';
import type { SpareDatabase } from './spare-database.ts';
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

/** Where pairs are tried: both hold nothing, and are left so. */
export interface Ground {
  readonly db: Database;
  /** For plans that one transaction can't hold. */
  readonly spare: SpareDatabase;
}

/** Tries a batch. */
export function roundTrip(ground: Ground, batch: Batch): Promise<Verdict> {
  const before = fulfilled(batch, 'before', ground.db.version);
  const after = fulfilled(batch, 'after', ground.db.version);
  return roundTripOf(ground, { before: textOf(before), after: textOf(after) }, before);
}

/** The same for SQL; rows are put into the tables of the scopes. */
async function roundTripOf(
  { db, spare }: Ground,
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
    const plan = await planned(db, actual, desired);
    if (typeof plan === 'string') return { ...verdict, problem: plan };
    const manual = plan.manual.join('; ');
    if (manual !== '') return { ...verdict, plan, problem: `left to a person: ${manual}` };
    const attempt = { plan, actual, desired, scopes };
    const together = isOneTransaction(plan.up) && isOneTransaction(plan.down);
    const result = together
      ? await triedTogether(db, attempt)
      : await triedApart({ db, spare }, before, attempt);
    return { ...verdict, plan, ...result };
  });
}

/** As the product plans, on a database that is at the actual state. */
async function planned(db: Database, actual: Schema, desired: Schema): Promise<Plan | string> {
  try {
    const found = diff(actual, desired, { traits });
    const { changes, respelled } = await settle(db, found, { actual, desired });
    return planChanges(changes, { actual, desired }, { respelled });
  } catch (error) {
    return `planning failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

interface Attempt {
  readonly plan: Plan;
  readonly actual: Schema;
  readonly desired: Schema;
  readonly scopes: readonly Scope[];
}

type Result = Pick<Verdict, 'problem' | 'rows'>;

async function triedTogether(db: Database, attempt: Attempt): Promise<Result> {
  const { problem, rows } = await db.scratch(async () => {
    await fill(db, attempt.scopes);
    return triedOnRows(db, attempt, runTogether);
  });
  const { plan, actual } = attempt;
  const other = problem ?? unexpected(attempt) ?? inProof(await provePlan(db, plan, { actual }));
  return { problem: other, rows };
}

async function triedApart(
  { db: first, spare }: Ground,
  before: string,
  attempt: Attempt,
): Promise<Result> {
  const disposable = async (): Promise<Database> => {
    const db = await spare.open();
    await db.exec(before);
    return db;
  };
  const on = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = await disposable();
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const { problem, rows } = await on(async (db) => {
    await db.exec('begin');
    await fill(db, attempt.scopes);
    await db.exec('commit');
    return triedOnRows(db, attempt, runApart);
  });
  const { plan, actual } = attempt;
  const other =
    problem ?? unexpected(attempt) ?? inProof(await provePlan(first, plan, { actual, disposable }));
  return { problem: other, rows };
}

/** Up with rows: they may refuse it for what they hold, but it loses none. */
async function triedOnRows(
  db: Database,
  { plan, actual, desired }: Attempt,
  run: RunSteps,
): Promise<Result> {
  const rows = await keptRows(db, actual, desired);
  const failure = await run(db, plan.up);
  if (failure) {
    const expected = DATA_ERRORS.includes(failure.error.code.slice(0, 2));
    const problem = `with rows: ${failure.error.message} in ${failure.sql ?? 'commit'}`;
    return { problem: expected ? null : problem, rows: 'refused' };
  }
  const lost = lostRows(rows, await keptRows(db, actual, desired));
  return { problem: lost.length > 0 ? `rows lost: ${lost.join(', ')}` : null, rows: 'kept' };
}

/** What is proved to be reached is what was desired, and nothing of it is left to do. */
function unexpected({ plan, desired }: Attempt): string | null {
  const left = diff(plan.expected, desired, { traits });
  return left.length > 0 ? `what the plan reaches lacks ${inWords(left)}` : null;
}

/** The product's own word on its plan: up, nothing left of what it is to reach; down, as before. */
function inProof(proof: Proof): string | null {
  return proof.proved ? null : `not proved: ${proof.error} (${proof.statement ?? 'no statement'})`;
}

function inWords(changes: readonly Change[]): string {
  return changes.map(({ op, object, reason }) => `${op} ${object} (${reason})`).join('; ');
}
