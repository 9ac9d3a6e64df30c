// Pairs of random schemas that have much in common, or nothing.
import fc from 'fast-check';
import type { Maker, Question } from './maker.ts';
import { makers } from './makers.ts';
import type { Fate, Slot } from './wish.ts';

const KEYS = 40;
const REFERENCES = 50;

const standing = makers.filter(({ within }) => within === null);

/** How much of a pair changes, in hundredths. */
interface Unrest {
  readonly comesOrGoes: number;
  readonly changes: number;
}

const CALM: Unrest = { comesOrGoes: 8, changes: 25 };

const UNREST: readonly Unrest[] = [
  CALM,
  { comesOrGoes: 20, changes: 35 },
  // The two schemas share nothing but names.
  { comesOrGoes: 100, changes: 0 },
  { comesOrGoes: 5, changes: 90 },
];

/** Two schemas as one list of slots. */
export const pairs: fc.Arbitrary<readonly Slot[]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: pairsOf(0), weight: 6 },
  { arbitrary: pairsOf(1), weight: 3 },
  { arbitrary: pairsOf(2), weight: 1 },
  { arbitrary: pairsOf(3), weight: 1 },
);

function pairsOf(level: number): fc.Arbitrary<readonly Slot[]> {
  const unrest = UNREST[level] ?? CALM;
  return distinct(standing, unrest, { minLength: 1, maxLength: 20 });
}

interface Length {
  readonly minLength: number;
  readonly maxLength: number;
}

/** Slots of some makers, none twice with one key. */
function distinct(
  choice: readonly Maker[],
  unrest: Unrest,
  length: Length,
): fc.Arbitrary<readonly Slot[]> {
  if (choice.length === 0) return fc.constant([]);
  const slot = fc.oneof(
    ...choice.map((maker) => ({ arbitrary: slotOf(maker, unrest), weight: maker.weight })),
  );
  return fc.uniqueArray(slot, {
    ...length,
    size: 'max',
    selector: ({ kind, key }) => `${kind}${String(key)}`,
  });
}

function slotOf(maker: Maker, unrest: Unrest): fc.Arbitrary<Slot> {
  const { kind, questions, fixed = [] } = maker;
  const within = makers.filter((one) => one.within === kind);
  return fc.record({
    kind: fc.constant(kind),
    key: fc.nat(KEYS),
    fate: fateOf(unrest),
    answers: fc.record(
      Object.fromEntries(Object.entries(questions).map(([name, one]) => [name, answerTo(one)])),
    ),
    changes: changesOf(
      Object.entries(questions).filter(([name]) => !fixed.includes(name)),
      unrest,
    ),
    // What comes or goes as a whole does so with most of its parts.
    parts: distinct(within, unrest.comesOrGoes === 100 ? CALM : unrest, {
      minLength: 0,
      maxLength: kind === 'table' ? 12 : 2,
    }),
  });
}

function fateOf({ comesOrGoes }: Unrest): fc.Arbitrary<Fate> {
  const half = Math.ceil(comesOrGoes / 2);
  return fc.oneof(
    { arbitrary: fc.constant<Fate>('kept'), weight: 100 - comesOrGoes },
    { arbitrary: fc.constant<Fate>('created'), weight: half },
    { arbitrary: fc.constant<Fate>('dropped'), weight: half },
  );
}

/** 0 is the plainest answer and the most frequent. */
function answerTo(question: Question): fc.Arbitrary<number> {
  if (question === 'reference') {
    return fc.oneof(
      { arbitrary: fc.constant(0), weight: 2 },
      { arbitrary: fc.nat(REFERENCES), weight: 3 },
    );
  }
  return fc.oneof(
    { arbitrary: fc.constant(0), weight: 2 },
    { arbitrary: fc.nat(question - 1), weight: 3 },
  );
}

function changesOf(
  questions: readonly (readonly [string, Question])[],
  { changes }: Unrest,
): fc.Arbitrary<(readonly [string, number])[]> {
  const change = fc.oneof(
    ...questions.map(([name, question]) => fc.tuple(fc.constant(name), answerTo(question))),
  );
  return fc.oneof(
    { arbitrary: fc.constant<(readonly [string, number])[]>([]), weight: 100 - changes },
    { arbitrary: fc.array(change, { minLength: 1, maxLength: 3, size: 'max' }), weight: changes },
  );
}
