// What is taken away from a statement that fails, from the least, so that it and what follows can be seen:
// edge rows, then all rows. What it would not have failed on is put back for the next one.
import type { TakenRows } from '../rows/aside.ts';
import type { Observer } from './observer.ts';
import { leavesValues, type Parsed } from './parsed.ts';
import { needsNoRows } from './reach.ts';
import type { Outcome } from './trace.ts';

/** Takes away the rows that only edge cases have, from the tables of these numbers or from all. */
export type RemoveEdgeRows = (oids: readonly number[] | null) => Promise<void>;

/** Something to take away before the next attempt, and what it means if that one passes. */
export interface Ease {
  readonly kind: Outcome['kind'];
  readonly last: boolean;
  readonly prepare: () => Promise<void>;
}

/** Keeps what statements of one session had to do without. */
export class Eases {
  readonly #observer: Observer;
  readonly #removeEdgeRows: RemoveEdgeRows;
  #edgeRows = true;
  /** What the statement at hand does without. */
  #aside: readonly TakenRows[] = [];
  /** What the one before it did without, and that statement. */
  #before: { readonly aside: readonly TakenRows[]; readonly parsed: Parsed } | null = null;

  constructor(observer: Observer, removeEdgeRows: RemoveEdgeRows) {
    this.#observer = observer;
    this.#removeEdgeRows = removeEdgeRows;
  }

  /** The attempts at a statement; the first takes nothing away. */
  for(parsed: Parsed): readonly Ease[] {
    const named = leavesValues(parsed) && parsed.names.length > 0 ? [parsed.names] : [];
    const edges = this.#edgeRows ? [...named, null] : [];
    const failing = { kind: 'fails on rows', last: false } as const;
    return [
      { kind: 'passed', last: false, prepare: () => Promise.resolve() },
      ...edges.map((names): Ease => {
        return { kind: 'depends on data', last: false, prepare: () => this.#withoutEdges(names) };
      }),
      { ...failing, prepare: () => this.#withoutRows(parsed.names) },
      { ...failing, last: true, prepare: () => this.#withoutAny() },
    ];
  }

  /** After a statement that passed. What it might have changed, had it been there, stays away. */
  passed(parsed: Parsed): void {
    const aside = this.#aside;
    this.#aside = [];
    if (aside.length > 0 && leavesValues(parsed)) this.#before = { aside, parsed };
  }

  /** Before a statement: what the one before it would not have failed on is there again, if it matters. */
  async putBack(next: Parsed): Promise<void> {
    const before = this.#before;
    if (before === null || needsNoRows(next)) return;
    this.#before = null;
    await this.#observer.putBack(before.aside, before.parsed);
    this.#edgeRows = true;
  }

  /** After a transaction went back to one of its savepoints, where the rows were. */
  rewound(): void {
    this.#edgeRows = true;
    this.#aside = [];
    this.#before = null;
  }

  async #withoutEdges(names: readonly string[] | null): Promise<void> {
    const oids = names === null ? null : await this.#observer.reachedFrom(names);
    const edges = await this.#observer.setAside(oids, () => this.#removeEdgeRows(oids));
    this.#aside = [...this.#aside, ...edges];
    if (names === null) this.#edgeRows = false;
  }

  async #withoutRows(names: readonly string[]): Promise<void> {
    this.#aside = [...this.#aside, ...(await this.#observer.empty(names))];
  }

  async #withoutAny(): Promise<void> {
    await this.#observer.emptyAll();
    this.#aside = [];
  }
}
