// Runs a plan for real: up, the catalog read again, nothing left to do; then down, and everything as
// it was. All of it is rolled back.
import { introspect, type IntrospectOptions } from '../catalog/introspect.ts';
import { traits } from '../catalog/index.ts';
import { readsAlike } from '../catalog/type-values.ts';
import type { Database } from '../database/database.ts';
import { diff } from '../schema/diff.ts';
import { identityOf, objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import type { Plan } from './plan.ts';
import { seedRows, touchedTables } from './rows.ts';
import { renamedValues } from './renamed-values.ts';
import { runApart, runTogether, type RunSteps } from './run.ts';
import { isOneTransaction } from './step.ts';
import { lostContents, readContents, type Kept } from './values.ts';

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
      /** Postgres's own code of the error, where a statement of `up` failed. */
      readonly code?: string;
      readonly remaining: readonly Change[];
    };

const NOT_NULL_VIOLATION = '23502';

type Failure = Extract<Proof, { proved: false }>;

/** Proves a plan on a database that is at the actual state, and leaves it so. */
export async function provePlan(db: Database, plan: Plan, options: ProveOptions): Promise<Proof> {
  if (plan.manual.length > 0) return failed(null, `not planned: ${plan.manual.join('; ')}`);
  const together = isOneTransaction(plan.up) && isOneTransaction(plan.down);
  if (!together) return proveApart(plan, options);
  const failure = await db.scratch(() => upAndDown(db, plan, options));
  if (failure) return failure;
  const { lost, ...rows } = await proveRows(db, plan, options);
  if (lost.length > 0) return failed(null, `on tables that hold rows, ${lost.join('; ')}`);
  return { proved: true, ...rows };
}

/** For plans of several migrations, and statements that can't run in a transaction: each as a migrator runs it. */
async function proveApart(plan: Plan, { disposable, ...options }: ProveOptions): Promise<Proof> {
  if (!disposable) {
    return failed(
      null,
      'its statements can’t all run in one transaction, and there is no database to try them on',
    );
  }
  const on = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = await disposable();
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const rows = await on((db) => withRowsApart(db, plan, options));
  if (rows.lost.length > 0)
    return failed(null, `on tables that hold rows, ${rows.lost.join('; ')}`);
  if (rows.failure === null) {
    return { proved: true, tablesWithRows: rows.seeded, failsOnRows: null };
  }
  // Rows of ours may be what stands in the way.
  const failure = await on((db) => upAndDown(db, plan, options, { run: runApart }));
  const { statement, error, code } = rows.failure;
  const failsOnRows = code === NOT_NULL_VIOLATION ? `${statement ?? ''} ${error}`.trim() : null;
  return failure ?? { proved: true, tablesWithRows: null, failsOnRows };
}

interface RowsApart {
  readonly failure: Failure | null;
  readonly seeded: number;
  readonly lost: readonly string[];
}

async function withRowsApart(db: Database, plan: Plan, options: ProveOptions): Promise<RowsApart> {
  await db.exec('begin');
  const seeded = await seedRows(db, touchedTables(plan, options.actual));
  await db.exec('commit');
  const before = await readContents(db, seeded);
  let lost: readonly string[] = [];
  const afterUp = async (): Promise<void> => {
    lost = await lostContents(db, before, keptBy(plan, options.actual));
  };
  const failure = await upAndDown(db, plan, options, { run: runApart, afterUp });
  return { failure, seeded: seeded.length, lost };
}

interface Way {
  readonly run: RunSteps;
  readonly afterUp?: () => Promise<void>;
}

async function upAndDown(
  db: Database,
  plan: Plan,
  options: ProveOptions,
  { run, afterUp }: Way = { run: runTogether },
): Promise<Failure | null> {
  const up = await run(db, plan.up);
  if (up) return { ...failed(up.sql, up.error.message), code: up.error.code };
  await afterUp?.();
  const after = await introspect(db, options);
  const left = diff(after, plan.expected, { traits });
  if (left.length > 0) return failed(null, `after it, ${inWords(left)}`, left);
  const down = await run(db, plan.down);
  if (down) return failed(down.sql, `on the way back: ${down.error.message}`);
  const back = diff(await introspect(db, options), options.actual, { traits });
  return back.length > 0 ? failed(null, `after the way back, ${inWords(back)}`, back) : null;
}

interface RowsProof {
  readonly tablesWithRows: number | null;
  readonly failsOnRows: string | null;
  readonly lost: readonly string[];
}

/** How often up is tried with fewer rows, where those of a table stand in its way. */
const ATTEMPTS = 5;

/** Tries up on tables that hold rows, and looks for what they held. */
async function proveRows(db: Database, plan: Plan, { actual }: ProveOptions): Promise<RowsProof> {
  const touched = touchedTables(plan, actual);
  const left = new Set<string>();
  let failsOnRows: string | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const tables = touched.filter(({ id }) => !left.has(id));
    const tried = await db.scratch(() => tryRows(db, plan, { tables, actual }));
    if (tried.ok) return { tablesWithRows: tried.seeded, failsOnRows, lost: tried.lost };
    // The rows are ours: only what would fail on any row says something of theirs.
    if (tried.code === NOT_NULL_VIOLATION) failsOnRows ??= `${tried.sql} ${tried.message}`.trim();
    const inTheWay = tables.filter(({ name }) => tried.sql.includes(quoteIdentifier(name)));
    if (inTheWay.length === 0) break;
    for (const { id } of inTheWay) left.add(id);
  }
  return { tablesWithRows: null, failsOnRows, lost: [] };
}

type Tried =
  | { readonly ok: true; readonly seeded: number; readonly lost: readonly string[] }
  | { readonly ok: false; readonly sql: string; readonly code: string; readonly message: string };

async function tryRows(
  db: Database,
  plan: Plan,
  { tables, actual }: { tables: readonly SchemaObject[]; actual: Schema },
): Promise<Tried> {
  const seeded = await seedRows(db, tables);
  const before = await readContents(db, seeded);
  const result = await db.run(plan.up.map((step) => step.sql));
  if (!result.ok) {
    const { code, message } = result.error;
    return { ok: false, sql: plan.up[result.index]?.sql ?? '', code, message };
  }
  const lost = await lostContents(db, before, keptBy(plan, actual));
  return { ok: true, seeded: seeded.length, lost };
}

/** Whether a table or one of its columns is there after the plan, under the name it has or got. */
function keptBy({ expected, renames }: Plan, actual: Schema): Kept {
  const renamed = new Set(renames.map(({ before }) => before.id));
  const keeps: Kept['keeps'] = (table, column) => {
    if (column === undefined) return renamed.has(table.id) || expected.objects.has(table.id);
    const id = objectId('column', table.schema ?? '', table.name, column);
    const after = expected.objects.get(id);
    // What is computed from now on can't be what it was.
    return (
      renamed.has(id) || (after !== undefined && (after.attributes['generated'] ?? null) === null)
    );
  };
  const columnReadsAlike: Kept['readsAlike'] = (table, name) => {
    const column = actual.objects.get(objectId('column', table.schema ?? '', table.name, name));
    return column === undefined || readsAlike(column, { actual, desired: expected });
  };
  return { keeps, readsAlike: columnReadsAlike, names: renamedValues(renames) };
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
