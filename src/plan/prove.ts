// Runs a plan for real: up, the catalog read again, nothing left to do; then down, and everything as
// it was. All of it is rolled back.
import { introspect, type IntrospectOptions } from '../catalog/introspect.ts';
import { traits } from '../catalog/index.ts';
import type { Database } from '../database/database.ts';
import { diff } from '../schema/diff.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, Schema } from '../schema/objects.ts';
import type { Plan, Step } from './plan.ts';
import { countRows, seedRows } from './rows.ts';

export interface ProveOptions extends IntrospectOptions {
  readonly actual: Schema;
  /**
   * Opens another database at the actual state. Needed only for plans whose statements can't all run
   * in one transaction; closed afterwards.
   */
  readonly disposable?: () => Promise<Database>;
}

export type Proof =
  | {
      readonly proved: true;
      /** How many tables kept the rows that were put into them; null when rows could not be tried. */
      readonly tablesWithRows: number | null;
      /** Why up fails on tables that hold rows, where it does. */
      readonly failsOnRows: string | null;
    }
  | {
      readonly proved: false;
      /** The statement that failed; null when all ran and something else is wrong. */
      readonly statement: string | null;
      readonly error: string;
      readonly remaining: readonly Change[];
    };

const NOT_NULL_VIOLATION = '23502';

type Failure = Extract<Proof, { proved: false }>;

/** Proves a plan on a database that is at the actual state, and leaves it so. */
export async function provePlan(db: Database, plan: Plan, options: ProveOptions): Promise<Proof> {
  if (plan.manual.length > 0) return failed(null, `not planned: ${plan.manual.join('; ')}`);
  const together = [...plan.up, ...plan.down].every((step) => step.transactional);
  if (!together) return proveApart(plan, options);
  const failure = await db.scratch(() => upAndDown(db, plan, options));
  if (failure) return failure;
  return { proved: true, ...(await proveRows(db, plan, options)) };
}

/** For statements that need the effect of others to be committed. */
async function proveApart(plan: Plan, options: ProveOptions): Promise<Proof> {
  if (!options.disposable) {
    return failed(
      null,
      'its statements can’t all run in one transaction, and there is no database to try them on',
    );
  }
  const db = await options.disposable();
  try {
    const failure = await upAndDown(db, plan, options);
    return failure ?? { proved: true, tablesWithRows: null, failsOnRows: null };
  } finally {
    await db.close();
  }
}

async function upAndDown(db: Database, plan: Plan, options: ProveOptions): Promise<Failure | null> {
  const up = await runSteps(db, plan.up);
  if (up) return up;
  const after = await introspect(db, options);
  const left = diff(after, plan.expected, { traits });
  if (left.length > 0) return failed(null, `after it, ${inWords(left)}`, left);
  const down = await runSteps(db, plan.down);
  if (down) return { ...down, error: `on the way back: ${down.error}` };
  const back = diff(await introspect(db, options), options.actual, { traits });
  return back.length > 0 ? failed(null, `after the way back, ${inWords(back)}`, back) : null;
}

async function runSteps(db: Database, steps: readonly Step[]): Promise<Failure | null> {
  const result = await db.run(steps.map((step) => step.sql));
  return result.ok ? null : failed(steps[result.index]?.sql ?? null, result.error.message);
}

/** Tries up on tables that hold a row. */
async function proveRows(
  db: Database,
  plan: Plan,
  { actual }: ProveOptions,
): Promise<{ tablesWithRows: number | null; failsOnRows: string | null }> {
  return db.scratch(async () => {
    const tables = await seedRows(db, actual, plan);
    const before = await countRows(db, tables);
    const result = await db.run(plan.up.map((step) => step.sql));
    if (!result.ok) {
      // The rows are ours: only what would fail on any row says something of theirs.
      const anyRow = result.error.code === NOT_NULL_VIOLATION;
      const statement = plan.up[result.index]?.sql ?? '';
      const failsOnRows = anyRow ? `${statement} ${result.error.message}`.trim() : null;
      return { tablesWithRows: null, failsOnRows };
    }
    const after = await countRows(db, tables);
    const lost = tables.filter((table) => before.get(table.id) !== after.get(table.id));
    const names = lost.map((table) => identityOf(table.id)).join(', ');
    return {
      tablesWithRows: tables.length,
      failsOnRows: lost.length > 0 ? `rows of ${names} are lost` : null,
    };
  });
}

function inWords(changes: readonly Change[]): string {
  const few = changes.slice(0, 5).map((change) => {
    return `${change.op} ${change.kind} ${identityOf(change.object)} (${change.reason})`;
  });
  const more =
    changes.length > few.length ? ` and ${String(changes.length - few.length)} more` : '';
  return `this is left: ${few.join(', ')}${more}`;
}

function failed(
  statement: string | null,
  error: string,
  remaining: readonly Change[] = [],
): Failure {
  return { proved: false, statement, error, remaining };
}
