// What the differential tests compare: golden plans one by one, random pairs several at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReferee, type Outcome, type Referee, type Sides } from './differential.ts';
import { goldenSides } from './golden-files.ts';
import { postgresBinaries } from './postgres-server.ts';
import { chunks, SEED, type Chunk } from './random-schema/campaign.ts';
import { fulfilled, textOf, type Batch } from './random-schema/round-trip.ts';

/**
 * Cases of what pg_dump tells and Plumbline doesn't: what is left to an extension; whether a column or a
 * check of a child is also its own, which no ALTER can take back; and a transform, which would outlast
 * its case in the database.
 */
const LEFT_ALONE = [
  'extension-comment.sql',
  'function-transforms.sql',
  'inherits-add.sql',
  'inherits-other-parent.sql',
];

/** Pairs in which a partition's check is also its own, by seed and number. */
const OWN_CHECKS: ReadonlySet<string> = new Set(['20261122/15', '20261122/293']);

/** How many golden cases of one part an older server may not understand. */
const UNKNOWN = 40;

/** Tries every `of`th unit, from the part given. */
export function tryUnits(part: number, of: number): void {
  describe.skipIf(postgresBinaries() === null)('plans as pg_dump sees them', () => {
    let referee: Referee;
    let unknown = 0;

    beforeAll(async () => {
      referee = await openReferee();
    });
    afterAll(() => referee.stop());

    const golden = goldenSides().filter(({ name }) => !LEFT_ALONE.includes(name));
    it.for(golden.filter((_, at) => at % of === part))('$name', async (sides, { skip }) => {
      const outcome = await referee.compare(sides);
      if (outcome.kind === 'unknown') {
        unknown += 1;
        skip('the server is too old for it');
      }
      expect(told(outcome, sides)).toBeNull();
    });

    it('knows nearly all of them', () => {
      expect(unknown).toBeLessThan(UNKNOWN);
    });

    it.each(chunks(part, of))('pairs $first and following', async (chunk) => {
      expect(await problemOf(referee, chunk)).toBeNull();
    });
  });
}

/** PostgreSQL 15 is what the machines that run tests have. */
const VERSION = 150_000;

async function problemOf(referee: Referee, chunk: Chunk): Promise<string | null> {
  const { first } = chunk;
  const batch = chunk.batch.map((slots, at) =>
    OWN_CHECKS.has(`${String(SEED)}/${String(first + at)}`) ? [] : slots,
  );
  const sides = sidesOf(batch);
  const together = await referee.compare(sides);
  if (together.kind === 'same') return null;
  for (const [at, slots] of batch.entries()) {
    const one = sidesOf([slots]);
    const alone = await referee.compare(one);
    if (alone.kind === 'same') continue;
    return `pair ${String(first + at)} of seed ${String(SEED)}: ${told(alone, one) ?? alone.kind}`;
  }
  return `pairs ${String(first)} and following of seed ${String(SEED)}, together: ${told(together, sides) ?? together.kind}`;
}

function sidesOf(batch: Batch): Sides {
  return {
    before: textOf(fulfilled(batch, 'before', VERSION)),
    after: textOf(fulfilled(batch, 'after', VERSION)),
  };
}

function told(outcome: Outcome, { before, after }: Sides): string | null {
  if (outcome.kind !== 'different') return null;
  const steps = outcome.plan.up.map(({ sql }) => sql).join('\n');
  return `${outcome.problem}\n-- before\n${before}\n-- after\n${after}\n-- plan\n${steps}`;
}
