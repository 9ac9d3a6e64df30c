// The random pairs that a test run tries: which ones, and what is told of one that fails.
import fc from 'fast-check';
import type { Database } from '../../../src/database/database.ts';
import { openEmbedded } from '../../../src/database/embedded.ts';
import { pairs } from './arbitrary.ts';
import { roundTrip, type Batch, type Ground, type Verdict } from './round-trip.ts';
import { ROLES } from './security-makers.ts';
import { spareDatabase } from './spare-database.ts';
import type { Slot } from './wish.ts';

/** `PAIRS=10000 SEED=1 npx vitest run __tests__/plan/random` tries others than CI does. */
const PAIRS = Number(process.env['PAIRS'] ?? 500);
export const SEED = Number(process.env['SEED'] ?? 20_261_122);

/** Pairs that are tried at once: reading the catalog costs more than what is in it. */
const TOGETHER = 10;

const HOURS = 3_600_000;

export interface Chunk {
  readonly first: number;
  readonly batch: Batch;
}

/** Every `of`th chunk of the pairs, from the one given. */
export function chunks(part: number, of: number): Chunk[] {
  const all = fc.sample(pairs, { seed: SEED, numRuns: PAIRS });
  const starts = Array.from({ length: Math.ceil(PAIRS / TOGETHER) }, (_, at) => at * TOGETHER);
  return starts
    .filter((_, at) => at % of === part)
    .map((first) => ({ first, batch: all.slice(first, first + TOGETHER) }));
}

/** Databases that last as long as many pairs take. */
export async function openGround(): Promise<Ground & { close(): Promise<void> }> {
  const db = await openForPairs();
  const spare = spareDatabase(openForPairs);
  return {
    db,
    spare,
    close: async () => {
      await spare.close();
      await db.close();
    },
  };
}

async function openForPairs(): Promise<Database> {
  const db = await openEmbedded({ totalDeadlineMs: 24 * HOURS });
  await db.exec(ROLES.map((role) => `create role ${role}`).join('; '));
  return db;
}

/** What is wrong with a chunk, made as small as a minute allows; null when all is well. */
export async function problemOf(ground: Ground, { first, batch }: Chunk): Promise<string | null> {
  const together = await roundTrip(ground, batch);
  if (together.problem === null) return null;
  for (const [at, slots] of batch.entries()) {
    const alone = await roundTrip(ground, [slots]);
    if (alone.problem !== null) return shrunk(ground, first + at, alone);
  }
  return told(`pairs ${String(first)} and following, together`, together);
}

const SHRINK_MS = 60_000;

async function shrunk(ground: Ground, index: number, found: Verdict): Promise<string> {
  let smallest = found;
  const kind = kindOf(found);
  const property = fc.asyncProperty(pairs, async (slots: readonly Slot[]) => {
    const verdict = await roundTrip(ground, [slots]);
    if (kindOf(verdict) !== kind) return true;
    smallest = verdict;
    return false;
  });
  await fc.check(property, {
    seed: SEED,
    path: String(index),
    interruptAfterTimeLimit: SHRINK_MS,
    markInterruptAsFailure: false,
  });
  return told(`pair ${String(index)}`, smallest);
}

/** The first words of a problem: while it shrinks, a pair shall not come to fail for another reason. */
function kindOf({ problem }: Verdict): string | undefined {
  return problem?.replaceAll(/"(?:[^"]|"")*"/g, '').slice(0, 40);
}

function told(which: string, { problem, before, after, plan }: Verdict): string {
  const statements = (steps: readonly { readonly sql: string }[] = []): string =>
    steps.map(({ sql }) => sql).join('\n');
  return [
    `${which} of seed ${String(SEED)}: ${problem ?? ''}`,
    `-- before\n${before}`,
    `-- after\n${after}`,
    `-- plan\n${statements(plan?.up)}`,
    `-- down\n${statements(plan?.down)}`,
  ].join('\n');
}
