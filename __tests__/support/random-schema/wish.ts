// A random schema as plain data. A wish says what kind of object it wants and answers each of the
// kind's questions by a number; whom it refers to is a number too, and finds somebody among whoever is
// there. So any wishes at all can be fulfilled together, and fewer of them or smaller numbers are
// fulfilled as well: that is what makes a counterexample small.

/** Answers by question; one that is absent is 0, the plainest. */
type Answers = Readonly<Record<string, number>>;

export interface Wish {
  readonly kind: string;
  /** Tells it from others of its kind. */
  readonly key: number;
  readonly answers: Answers;
  /** What is wished for within it: a table's columns, constraints, triggers. */
  readonly parts: readonly Wish[];
}

export type Fate = 'kept' | 'dropped' | 'created';

/** A wish of two schemas: what becomes of it from the one before to the one after. */
export interface Slot extends Wish {
  readonly fate: Fate;
  /** What it answers otherwise afterwards. */
  readonly changes: readonly (readonly [question: string, answer: number])[];
  readonly parts: readonly Slot[];
}

export type Side = 'before' | 'after';

/** The wishes of one side. */
export function wishesOf(slots: readonly Slot[], side: Side): Wish[] {
  const absent = side === 'before' ? 'created' : 'dropped';
  return slots
    .filter(({ fate }) => fate !== absent)
    .map(({ kind, key, answers, changes, parts }) => ({
      kind,
      key,
      answers: side === 'before' ? answers : { ...answers, ...Object.fromEntries(changes) },
      parts: wishesOf(parts, side),
    }));
}

/** One of the candidates, the same one whichever others there are: it only changes when that one goes. */
export function choose<T extends { readonly path: string }>(
  reference: number,
  candidates: readonly T[],
): T | undefined {
  let best: T | undefined;
  let highest = -1;
  for (const candidate of candidates) {
    const weight = hash(`${String(reference)}/${candidate.path}`);
    if (weight > highest) [best, highest] = [candidate, weight];
  }
  return best;
}

/** FNV-1a, mixed once more: neighbours must not stay neighbours. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
