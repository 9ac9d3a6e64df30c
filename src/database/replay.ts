// Runs a migration's statements as one transaction. What goes right goes in a single message; only
// when something fails is it taken apart to find the statement that did.
import type { Place } from '../schema/objects.ts';
import { assumptionFor, type Assumption } from './assumptions.ts';
import { DatabaseError, type Database } from './database.ts';
import { splitStatements } from './statements.ts';
import { withoutTimescaleOptions } from './timescale-stub.ts';
import { committedBefore, judge, placeAt, type Judged, type Located } from './transaction-rules.ts';

/** It may hold several statements. */
export type SourceText = Located;

export interface ReplayOptions {
  /** Provides roles and hosted services' schemas that a statement lacks. For databases of our own only. */
  readonly assume?: boolean;
  /** `savepoint` inside a transaction that the caller holds; nothing can then be run outside of one. */
  readonly within?: 'transaction' | 'savepoint';
}

export interface Applied {
  readonly ok: true;
  readonly assumed: readonly Assumption[];
  /** Statements that can't run in a transaction, and so were run alone. */
  readonly alone: readonly string[];
}

export interface ReplayFailure {
  readonly ok: false;
  readonly statement: string;
  /** Number of the statement in the file, from 0. */
  readonly index: number;
  readonly place: Place;
  readonly error: DatabaseError;
  /** How many statements had run before; they were rolled back unless `kept`. */
  readonly ranBefore: number;
  readonly kept: boolean;
  readonly assumed: readonly Assumption[];
}

interface Bracket {
  readonly begin: string;
  readonly commit: string;
  readonly rollback: string;
  /** A file's `SET search_path` or `SET ROLE` must not reach the next file. */
  readonly reset: string;
}

const RESET = 'RESET ALL; RESET ROLE';

const BRACKETS: Readonly<Record<'transaction' | 'savepoint', Bracket>> = {
  transaction: { begin: 'BEGIN', commit: 'COMMIT', rollback: 'ROLLBACK', reset: RESET },
  savepoint: {
    begin: 'SAVEPOINT plumbline_replay',
    commit: 'RELEASE SAVEPOINT plumbline_replay',
    rollback: 'ROLLBACK TO SAVEPOINT plumbline_replay; RELEASE SAVEPOINT plumbline_replay',
    reset: RESET,
  },
};

/** `cannot run inside a transaction block`, and a procedure that commits. */
const NOT_IN_TRANSACTION = ['25001', '2D000'];

/** Applies one migration; a failure leaves the database as it was, save for what the file itself committed. */
export async function applyMigration(
  db: Database,
  texts: readonly SourceText[],
  options: ReplayOptions = {},
): Promise<Applied | ReplayFailure> {
  const replay = new Replay(db, await judge(texts), options);
  for (;;) {
    const step = await replay.advance();
    if (step) return step;
  }
}

/** The texts still to run, ever finer where one failed. */
class Replay {
  readonly #db: Database;
  readonly #options: ReplayOptions;
  readonly #bracket: Bracket;
  readonly #items: Judged[];
  readonly #assumed: Assumption[] = [];
  readonly #alone: string[] = [];
  /** What lies before is committed. */
  #from = 0;

  constructor(db: Database, texts: readonly Judged[], options: ReplayOptions) {
    this.#db = db;
    this.#options = options;
    this.#items = [...texts];
    this.#bracket = BRACKETS[options.within ?? 'transaction'];
  }

  /** One attempt at all that is left; undefined when there is reason for another. */
  async advance(): Promise<Applied | ReplayFailure | undefined> {
    if (this.#from > 0 && this.#from >= this.#items.length) return this.#applied();
    const end = this.#nextAlone();
    if (end === this.#from && end < this.#items.length) return this.#runAlone(end);
    const failed = await this.#run(this.#from, end);
    if (!failed) {
      this.#from = end;
      return end < this.#items.length ? undefined : this.#applied();
    }
    const { index, error } = failed;
    // A file with a COMMIT of its own can't be run again from its start.
    this.#from = committedBefore(this.#items, this.#from, index);
    if (await this.#refine(index)) return undefined;
    if (await this.#assume(error)) return undefined;
    if (this.#dropOptions(index, error)) return undefined;
    if (NOT_IN_TRANSACTION.includes(error.code) && this.#options.within !== 'savepoint') {
      return this.#runAlone(index);
    }
    return this.#failure(index, error);
  }

  #applied(): Applied {
    return { ok: true, assumed: this.#assumed, alone: this.#alone };
  }

  /** The first statement still to run that can't run in a transaction; the end where there is none. */
  #nextAlone(): number {
    if (this.#options.within === 'savepoint') return this.#items.length;
    const at = this.#items.findIndex(
      ({ effect }, index) => index >= this.#from && effect === 'refuses',
    );
    return at === -1 ? this.#items.length : at;
  }

  async #run(from: number, to: number): Promise<{ index: number; error: DatabaseError } | null> {
    const { begin, commit, rollback, reset } = this.#bracket;
    const texts = this.#items.slice(from, to).map((item) => item.sql);
    const result = await this.#db.run([begin, ...texts, commit, reset]);
    if (result.ok) return null;
    await this.#db.exec(`${rollback}; ${reset}`);
    // A deferred constraint fails at the commit; the last statement is the nearest culprit.
    const index = Math.min(from + Math.max(result.index - 1, 0), Math.max(to - 1, 0));
    return { index, error: result.error };
  }

  /** Splits a text of several statements, so that the next attempt names the right one. */
  async #refine(index: number): Promise<boolean> {
    const item = this.#items[index];
    const parts = item ? await splitStatements(item.sql) : [];
    if (!item || parts.length < 2) return false;
    const finer = parts.map(({ sql, offset }) => {
      return { sql, place: placeAt(item, offset), effect: null };
    });
    this.#items.splice(index, 1, ...finer);
    return true;
  }

  async #assume(error: DatabaseError): Promise<boolean> {
    const assumption = this.#options.assume === false ? null : assumptionFor(error);
    if (!assumption) return false;
    const { kind, name, sql } = assumption;
    if (this.#assumed.some((known) => known.kind === kind && known.name === name)) return false;
    // What can't be provided either leaves the statement's own error standing.
    if (!(await this.#db.run([sql])).ok) return false;
    this.#assumed.push(assumption);
    return true;
  }

  /** Takes from a statement what only the extension knows that a stub stands for. */
  #dropOptions(index: number, error: DatabaseError): boolean {
    const item = this.#items[index];
    if (!item || error.message !== 'unrecognized parameter namespace "timescaledb"') return false;
    const sql = withoutTimescaleOptions(item.sql);
    if (sql === null) return false;
    this.#items.splice(index, 1, { ...item, sql });
    return true;
  }

  async #runAlone(index: number): Promise<ReplayFailure | undefined> {
    const before = index > this.#from ? await this.#run(this.#from, index) : null;
    if (before) return this.#failure(before.index, before.error);
    this.#from = index;
    const sql = this.#items[index]?.sql ?? '';
    const result = await this.#db.run([sql]);
    if (!result.ok) {
      return (await this.#assume(result.error)) ? undefined : this.#failure(index, result.error);
    }
    this.#alone.push(sql);
    this.#from = index + 1;
    return undefined;
  }

  #failure(index: number, error: DatabaseError): ReplayFailure {
    const item = this.#items[index] ?? { sql: '', place: { file: '', line: 1 } };
    return {
      ok: false,
      statement: item.sql,
      index,
      place: placeAt(item, item.sql.length - item.sql.trimStart().length),
      error,
      ranBefore: index,
      kept: this.#from > 0,
      assumed: this.#assumed,
    };
  }
}
