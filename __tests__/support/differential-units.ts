// What the differential tests compare: golden plans one by one, random pairs several at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReferee, type Outcome, type Referee, type Sides } from './differential.ts';
import { plannedThere } from './golden-cases.ts';
import { goldenSides, type GoldenSides } from './golden-files.ts';
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

/** How many cases share a dump. */
const SHARING = 10;

/** What a case may make that is in no schema, so that another's can't be beside it. */
const OUTSIDE_OF_SCHEMAS =
  /\b(?:create role|publication|event trigger|extension|cast \(|foreign data wrapper|access method|create server|default privileges|transform|on database|schema public)\b|rename to public/i;

interface Group {
  readonly first: string;
  readonly cases: readonly GoldenSides[];
}

/** Tries every `of`th unit, from the part given. */
export function tryUnits(part: number, of: number): void {
  describe.skipIf(postgresBinaries() === null)('plans as pg_dump sees them', () => {
    let referee: Referee;
    let unknown = 0;

    beforeAll(async () => {
      referee = await openReferee();
    });
    afterAll(() => referee.stop());

    const mine = goldenSides().filter((_, at) => at % of === part);
    it.each(groups(mine))('$first and following', async ({ cases }) => {
      const all = cases.map(sidesOfGolden);
      const [only] = all;
      const outcomes =
        only && all.length === 1 ? [await referee.compare(only)] : await referee.compareAll(all);
      unknown += outcomes.filter(({ kind }) => kind === 'unknown').length;
      const told = outcomes.flatMap((outcome, at) => tellGolden(outcome, cases[at]) ?? []);
      expect(told).toEqual([]);
    });

    it('knows nearly all of them', () => {
      expect(unknown).toBeLessThan(UNKNOWN);
    });

    it.each(chunks(part, of))('pairs $first and following', async (chunk) => {
      expect(await problemOf(referee, chunk)).toBeNull();
    });
  });
}

/** Alone, where a case needs a database of its own. */
function groups(all: readonly GoldenSides[]): Group[] {
  const isAlone = ({ before, after }: GoldenSides): boolean =>
    OUTSIDE_OF_SCHEMAS.test(`${before} ${after}`);
  const shared = all.filter((one) => !isAlone(one));
  const starts = Array.from(
    { length: Math.ceil(shared.length / SHARING) },
    (_, at) => at * SHARING,
  );
  return [
    ...all.filter(isAlone).map((one) => [one]),
    ...starts.map((start) => shared.slice(start, start + SHARING)),
  ].map((cases) => ({ first: cases[0]?.name ?? '', cases }));
}

function sidesOfGolden({ name, before, after, source }: GoldenSides): Sides {
  const plan: Sides['plan'] = async (db, transition) =>
    (await plannedThere(db, source, transition)).plan;
  return { before, after, plan, isDumped: !LEFT_ALONE.includes(name) };
}

function tellGolden(outcome: Outcome, sides: GoldenSides | undefined): string | null {
  if (outcome.kind === 'manual') return `${sides?.name ?? ''}: ${outcome.plan.manual.join('; ')}`;
  const text = sides ? told(outcome, sides) : null;
  return text === null ? null : `${sides?.name ?? ''}: ${text}`;
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
  const steps = outcome.plan?.up.map(({ sql }) => sql).join('\n') ?? '';
  return `${outcome.problem}\n-- before\n${before}\n-- after\n${after}\n-- plan\n${steps}`;
}
