// How a wish of one kind is fulfilled. The registry of makers is in makers.ts.
import type { Scope } from './scope.ts';
import type { Wish } from './wish.ts';

/** The number of a question's answers, or a reference to somebody: 0 is nobody in particular. */
export type Question = number | 'reference';

export interface Maker {
  /** What wishes call it. */
  readonly kind: string;
  /** The kinds of the catalog that must be known for it to be compared; its own name where absent. */
  readonly needs?: readonly string[];
  /** The kind of wish it is a part of; null for what stands alone. */
  readonly within: string | null;
  /** How often it is wished for, against others in the same place. */
  readonly weight: number;
  readonly questions: Readonly<Record<string, Question>>;
  /** Questions that are answered once and for all: no statement changes what they are about. */
  readonly fixed?: readonly string[];
  make(wish: Wish, scope: Scope, owner: string): void;
}
