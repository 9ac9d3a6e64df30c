// Splits statements into migrations by what they need of transactions: as few as the rules allow, and
// nothing that takes its time after something that holds a lock.
import type { Transaction } from '../catalog/online.ts';
import type { Step } from './step.ts';

/** A statement that is not in a migration yet. */
export interface Draft extends Omit<Step, 'migration'> {
  /** It takes locks on a table in use. */
  readonly locks: boolean;
}

/** Statements that follow each other, though not at once. */
export interface Chain {
  readonly drafts: readonly Draft[];
  /** What must be done before. */
  readonly after: readonly Chain[];
}

/** Keeps the order: a new migration only where a statement needs one. */
export function inOrder(drafts: readonly Draft[]): Draft[][] {
  const migrations: Draft[][] = [];
  let open = false;
  for (const draft of drafts) {
    const alone = draft.transaction === 'never' || draft.transaction === 'own';
    const last = migrations.at(-1);
    if (last && open && !alone) last.push(draft);
    else migrations.push([draft]);
    open = !alone && draft.transaction !== 'last';
  }
  return migrations;
}

/** Draws together, over all chains, what can share a migration. */
export function arrange(chains: readonly Chain[]): Draft[][] {
  const waiting = new Waiting(chains);
  const migrations: Draft[][] = [];
  while (waiting.left) {
    const shared = [...waiting.take('first'), ...waiting.take('any', 'last')];
    if (shared.length > 0) migrations.push(shared);
    const apart = shared.length > 0 ? [] : [...waiting.take('own'), ...waiting.take('never')];
    migrations.push(...apart.map((draft) => [draft]));
    // A ring that statements can't solve: the order given is as good as any.
    if (shared.length === 0 && apart.length === 0) migrations.push([waiting.force()]);
    waiting.commit();
  }
  return migrations;
}

/** What is still to be placed. */
class Waiting {
  readonly #chains: readonly Chain[];
  /** How many of a chain's statements are placed. */
  readonly #placed = new Map<Chain, number>();
  /** Chains whose newest statement must be committed before anything follows. */
  readonly #uncommitted = new Set<Chain>();

  constructor(chains: readonly Chain[]) {
    this.#chains = chains;
  }

  get left(): boolean {
    return this.#chains.some((chain) => !this.#isDone(chain));
  }

  /** Whatever is free and needs this of transactions, and what is free then. */
  take(...needs: readonly Transaction[]): Draft[] {
    const taken: Draft[] = [];
    for (let before = -1; before < taken.length;) {
      before = taken.length;
      for (const chain of this.#chains) taken.push(...this.#takeFrom(chain, needs));
    }
    return taken;
  }

  #takeFrom(chain: Chain, needs: readonly Transaction[]): Draft[] {
    const taken: Draft[] = [];
    for (let draft = this.#next(chain); draft; draft = this.#next(chain)) {
      if (!needs.includes(draft.transaction)) break;
      taken.push(this.#place(chain, draft));
    }
    return taken;
  }

  force(): Draft {
    for (const chain of this.#chains) {
      const draft = chain.drafts[this.#count(chain)];
      if (draft) return this.#place(chain, draft);
    }
    throw new Error('there is nothing left to place');
  }

  commit(): void {
    this.#uncommitted.clear();
  }

  #place(chain: Chain, draft: Draft): Draft {
    this.#placed.set(chain, this.#count(chain) + 1);
    if (draft.transaction === 'last') this.#uncommitted.add(chain);
    return draft;
  }

  /** The chain's next statement, where what it follows is done. */
  #next(chain: Chain): Draft | undefined {
    const ready = (one: Chain): boolean => !this.#uncommitted.has(one);
    if (!ready(chain)) return undefined;
    const free =
      this.#count(chain) > 0 || chain.after.every((one) => this.#isDone(one) && ready(one));
    return free ? chain.drafts[this.#count(chain)] : undefined;
  }

  #isDone(chain: Chain): boolean {
    return this.#count(chain) >= chain.drafts.length;
  }

  #count(chain: Chain): number {
    return this.#placed.get(chain) ?? 0;
  }
}
