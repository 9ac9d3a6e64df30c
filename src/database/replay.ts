// Runs a migration's statements as one transaction. What goes right goes in a single message; only
// when something fails is it taken apart to find the statement that did.
import type { Place } from '../schema/objects.ts';
import { assumptionFor, type Assumption } from './assumptions.ts';
import { DatabaseError, type Database } from './database.ts';
import { splitStatements } from './statements.ts';
import { withoutTimescaleOptions } from './timescale-stub.ts';

/** SQL text and where it begins in its file. It may hold several statements. */
export interface SourceText {
  readonly sql: string;
  readonly place: Place;
}

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

/** `cannot run inside a transaction block`. */
const ACTIVE_TRANSACTION = '25001';

/** Applies one migration; a failure leaves the database as it was, save for what the file itself committed. */
export async function applyMigration(
  db: Database,
  texts: readonly SourceText[],
  options: ReplayOptions = {},
): Promise<Applied | ReplayFailure> {
  const replay = new Replay(db, texts, options);
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
  readonly #items: SourceText[];
  readonly #assumed: Assumption[] = [];
  readonly #alone: string[] = [];
  /** What lies before is committed. */
  #from = 0;

  constructor(db: Database, texts: readonly SourceText[], options: ReplayOptions) {
    this.#db = db;
    this.#options = options;
    this.#items = [...texts];
    this.#bracket = BRACKETS[options.within ?? 'transaction'];
  }

  /** One attempt at all that is left; undefined when there is reason for another. */
  async advance(): Promise<Applied | ReplayFailure | undefined> {
    const failed = await this.#run(this.#from, this.#items.length);
    if (!failed) return { ok: true, assumed: this.#assumed, alone: this.#alone };
    const { index, error } = failed;
    if (this.#committedBefore(index)) this.#from = index;
    if (await this.#refine(index)) return undefined;
    if (await this.#assume(error)) return undefined;
    if (this.#dropOptions(index, error)) return undefined;
    if (error.code === ACTIVE_TRANSACTION && this.#options.within !== 'savepoint') {
      return this.#runAlone(index);
    }
    return this.#failure(index, error);
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
    const finer = parts.map(({ sql, offset }) => ({ sql, place: placeAt(item, offset) }));
    this.#items.splice(index, 1, ...finer);
    return true;
  }

  async #assume(error: DatabaseError): Promise<boolean> {
    const assumption = this.#options.assume === false ? null : assumptionFor(error);
    if (!assumption) return false;
    const { kind, name, sql } = assumption;
    if (this.#assumed.some((known) => known.kind === kind && known.name === name)) return false;
    await this.#db.exec(sql);
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
    const before = await this.#run(this.#from, index);
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

  /** A file with a COMMIT of its own can't be run again from its start. */
  #committedBefore(index: number): boolean {
    return this.#items
      .slice(this.#from, index)
      .some(({ sql }) => /(?:^|;)\s*(?:commit|end)\s*(?:;|$|transaction|work)/i.test(sql));
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

/** The place in the file of an offset into a text. */
function placeAt({ sql, place }: SourceText, offset: number): Place {
  const lines = sql.slice(0, offset).split('\n');
  const width = lines.at(-1)?.length ?? 0;
  return {
    file: place.file,
    line: place.line + lines.length - 1,
    column: lines.length > 1 ? width + 1 : (place.column ?? 1) + width,
  };
}
