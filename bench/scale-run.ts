// One size of the benchmark of large schemas, in a process of its own for the sake of its peak memory;
// prints its figures as JSON:
//   node --expose-gc bench/scale-run.ts TABLES
import { traits } from '../src/catalog/index.ts';
import { introspect } from '../src/catalog/introspect.ts';
import type { Database } from '../src/database/database.ts';
import { openEmbedded } from '../src/database/embedded.ts';
import { planChanges } from '../src/plan/plan.ts';
import { diff } from '../src/schema/diff.ts';
import type { Schema } from '../src/schema/objects.ts';
import { median } from './measure.ts';
import { load, type PgDelta } from './peers/engines.ts';
import { changeStatements, createStatements } from './scale-schema.ts';

/** Milliseconds of the wall clock, and of all processors together. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

export interface ScaleFigures {
  readonly tables: number;
  readonly objects: number;
  readonly changes: number;
  readonly steps: number;
  readonly create: Time;
  readonly first: Time;
  readonly again: Time;
  readonly pgDelta: Time | string;
  readonly diff: Time;
  readonly plan: Time;
  /** Peak resident memory in MB: once the tables were made, and in the end. */
  readonly peakMade: number;
  readonly peak: number;
  /** What one schema takes, in MB. */
  readonly schema: number;
}

const RUNS = 5;
const PATIENCE_MS = 300_000;

async function timed<T>(work: () => Promise<T> | T): Promise<[T, Time]> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return [result, { wall, cpu: (user + system) / 1000 }];
}

/** The last result, and the medians. */
async function repeated<T>(work: () => Promise<T> | T): Promise<[T, Time]> {
  let [result, time] = await timed(work);
  const times = [time];
  while (times.length < RUNS) {
    [result, time] = await timed(work);
    times.push(time);
  }
  const middle = (of: (time: Time) => number): number => median(times.map(of));
  return [result, { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu) }];
}

async function run(db: Database, statements: readonly string[]): Promise<void> {
  const result = await db.run(statements);
  if (!result.ok) throw new Error(`${result.error.message}: ${statements[result.index] ?? ''}`);
}

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

/** The peer reads the same database, through as much of a pool as it needs. */
async function readByPgDelta(db: Database): Promise<Time | string> {
  const client = {
    query: async (query: string | { text: string; values?: unknown[] }, values?: unknown[]) => {
      const [text, parameters] =
        typeof query === 'string' ? [query, values] : [query.text, query.values];
      const rows = await db.query(text, parameters ?? []);
      return { rows, rowCount: rows.length };
    },
    release: () => undefined,
    on: () => undefined,
  };
  const pool = { ...client, connect: () => Promise.resolve(client), end: () => Promise.resolve() };
  try {
    const { extract } = (await load('@supabase/pg-delta')) as PgDelta;
    return (await timed(() => extract(pool)))[1];
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const tables = Number(process.argv[2]);
const db = await openEmbedded({ deadlineMs: PATIENCE_MS });
const [, create] = await timed(() => run(db, createStatements(tables)));
const peakMade = peak();
const before = heap();
const [, first] = await timed(() => introspect(db));
const [actual, again] = await repeated<Schema>(() => introspect(db));
const schema = heap() - before;
await run(db, changeStatements(tables));
const desired = await introspect(db);
const [changes, diffed] = await repeated(() => diff(actual, desired, { traits }));
const [plan, planned] = await repeated(() => planChanges(changes, { actual, desired }));
const figures: ScaleFigures = {
  tables,
  objects: actual.objects.size,
  changes: changes.length,
  steps: plan.up.length,
  create,
  first,
  again,
  diff: diffed,
  plan: planned,
  peakMade,
  peak: peak(),
  schema: Math.round(schema),
  pgDelta: await readByPgDelta(db),
};
console.log(JSON.stringify(figures));
await db.close();
