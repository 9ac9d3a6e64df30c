// One session of a rehearsal: transactions as the tool would hold them, and statements that fail tried
// again with fewer rows.
import { assumptionFor } from '../database/assumptions.ts';
import type { Database, DatabaseError, Watched } from '../database/database.ts';
import { judge, type Judged, type Located } from '../database/transaction-rules.ts';
import { Eases, type RemoveEdgeRows } from './eases.ts';
import { Observer, type Before, type Went } from './observer.ts';
import { parseStatement, type Parsed } from './parsed.ts';
import { withLocksOf, type Sight } from './relations.ts';
import type { Outcome, StatementError, TracedStatement } from './trace.ts';

export interface SessionOptions {
  /** How the tool's migrator runs what is pending. */
  readonly transactions: 'one for all' | 'one each' | 'none';
  /** Numbers of the tables that got rows, where not all did. */
  readonly filled?: readonly number[] | null;
}

const SAVEPOINT = 'plumbline_statement';
/**
 * Migrations may set these for themselves. Sequential scans are only chosen where no index serves, as
 * in a large table.
 */
const WATCHING = `set local client_min_messages = debug1; set local enable_seqscan = off; set local jit = off`;
/** In UTC a change from `timestamp` to `timestamptz` would not rewrite the table. */
const ZONE = `set timezone = 'America/Los_Angeles'`;

/** Refused in a transaction: `25001`, `2D000`; an enum's value that isn't committed yet: `55P04`. */
const REFUSED_IN_TRANSACTION = ['25001', '2D000'];
const UNCOMMITTED = '55P04';

/** Deals with one statement after the other. */
export class Session {
  readonly #db: Database;
  readonly #observer: Observer;
  readonly #options: SessionOptions;
  readonly #eases: Eases;
  readonly #assumed = new Set<string>();
  /** Number of the transaction that is open. */
  #open: number | null = null;
  #transactions = 0;
  #stopped = false;
  /** Whether the transaction has seen settings only. */
  #fresh = true;

  private constructor(
    db: Database,
    observer: Observer,
    options: SessionOptions & { readonly removeEdgeRows: RemoveEdgeRows },
  ) {
    this.#db = db;
    this.#observer = observer;
    this.#options = options;
    this.#eases = new Eases(observer, options.removeEdgeRows);
  }

  /** Begins on a database whose tables hold rows already. */
  static async open(
    db: Database,
    options: SessionOptions,
    removeEdgeRows: RemoveEdgeRows,
  ): Promise<Session> {
    await db.exec(ZONE);
    return new Session(db, await Observer.open(db, options.filled ?? null), {
      ...options,
      removeEdgeRows,
    });
  }

  /** True after a statement that can't be got past: nothing that follows it would be true. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Whether a statement reached a table that got no rows, though it might do something else on rows. */
  get missed(): boolean {
    return this.#observer.missed;
  }

  /** Runs the statements of one migration; `wrapped` where the tool opens a transaction for them. */
  async run(statements: readonly Located[], wrapped: boolean): Promise<TracedStatement[]> {
    const { transactions } = this.#options;
    if (wrapped && this.#open === null) await this.#begin();
    if (!wrapped) await this.#commit();
    const traced: TracedStatement[] = [];
    for (const statement of await judge(statements)) {
      traced.push(await this.#statement(statement));
      if (this.#stopped) break;
    }
    if (transactions !== 'one for all' || !wrapped) attachFailure(traced, await this.#commit());
    if (!this.#stopped) await this.#db.exec(`${this.#observer.leaving}; reset all; ${ZONE}`);
    return traced;
  }

  /** Commits what is still open, the last of these statements in it. */
  async end(traced: TracedStatement[]): Promise<void> {
    attachFailure(traced, await this.#commit());
  }

  async #statement(statement: Judged): Promise<TracedStatement> {
    const { sql, effect } = statement;
    if (effect === 'begins' || effect === 'ends' || effect === 'chains') {
      return this.#control(statement);
    }
    const parsed = await parseStatement(sql);
    if (isSavepoint(parsed)) return this.#marking(statement, parsed);
    if (isFirstSetting(parsed, this.#fresh)) return this.#unlooked(statement, parsed);
    this.#fresh &&= parsed.type === 'VariableSetStmt';
    await this.#eases.putBack(parsed);
    if (effect === 'refuses') return this.#refusing(statement, parsed);
    const single = this.#open === null;
    if (single) await this.#begin();
    const traced = await this.#observed(statement, parsed, single);
    if (!single) return traced;
    const failure = await this.#commit();
    return failure === null ? traced : withFailure(traced, failure);
  }

  /** `BEGIN` and `COMMIT` that the file itself has. */
  async #control({ sql, place, effect }: Judged): Promise<TracedStatement> {
    const inside = this.#open;
    const before = await this.#observer.before({ type: '', node: {}, names: [] });
    const watched = await this.#db.watch(sql);
    this.#fresh = true;
    if (effect === 'begins' && inside === null) this.#open = ++this.#transactions;
    if (effect === 'ends') this.#open = null;
    if (effect === 'chains') this.#open = ++this.#transactions;
    if (this.#open !== inside) this.#observer.turn(this.#open !== null);
    const statement = { sql, place, transaction: inside };
    const outcome = passed(watched.error);
    return this.#observer.unchanged({ ...statement, ms: watched.ms, outcome }, before);
  }

  /** `SAVEPOINT` and what goes back to it: inside of a savepoint of ours it would be gone with that. */
  async #marking({ sql, place }: Located, parsed: Parsed): Promise<TracedStatement> {
    const before = await this.#observer.before(parsed);
    const watched = await this.#db.watch(sql);
    const transaction = this.#open;
    if (watched.error !== null) this.#stopped = true;
    else if (parsed.node['kind'] === 'TRANS_STMT_ROLLBACK_TO') {
      this.#eases.rewound();
      await this.#observer.rewound();
    }
    const statement = { sql, place, transaction, ms: watched.ms, outcome: passed(watched.error) };
    return this.#observer.unchanged(statement, before);
  }

  /** What only the first statement of a transaction may be passes: looks at the database came before it. */
  async #unlooked({ sql, place }: Located, parsed: Parsed): Promise<TracedStatement> {
    const before = await this.#observer.before(parsed);
    const statement = { sql, place, transaction: this.#open, ms: 0, outcome: passed(null) };
    return this.#observer.unchanged(statement, before);
  }

  /** A statement in the open transaction; one that is only opened to look at it (`own`) refuses nothing. */
  async #observed({ sql, place }: Located, parsed: Parsed, own: boolean): Promise<TracedStatement> {
    const { watched, outcome, before, transaction, sight } = await this.#attempts(sql, parsed);
    const { error } = watched;
    const statement = { sql, place, transaction, ms: watched.ms, outcome };
    if (sight !== null) {
      this.#eases.passed(parsed);
      return this.#observer.after(statement, { before, parsed, watched }, sight);
    }
    if (error !== null && REFUSED_IN_TRANSACTION.includes(error.code)) {
      return this.#alone({ sql, place }, parsed, own ? passed(null) : outcome);
    }
    this.#stopped = true;
    return this.#observer.unchanged(statement, before);
  }

  /** What a transaction refuses fails where the tool opens one; it is then run alone, to go on. */
  async #refusing(statement: Located, parsed: Parsed): Promise<TracedStatement> {
    if (this.#open === null) return this.#alone(statement, parsed, passed(null));
    await this.#savepoint();
    const { error } = await this.#db.watch(statement.sql);
    await this.#undo();
    return this.#alone(statement, parsed, passed(error));
  }

  async #alone(
    { sql, place }: Located,
    parsed: Parsed,
    refused: Outcome,
  ): Promise<TracedStatement> {
    const reopen = this.#open !== null;
    await this.#commit();
    const { watched, outcome, before } = await this.#attemptsAlone(sql, parsed);
    const statement = {
      ...{ sql, place, transaction: null, ms: watched.ms },
      outcome: refused.error === null ? outcome : refused,
    };
    if (watched.error !== null) this.#stopped = true;
    const traced =
      watched.error === null
        ? await this.#observer.afterAlone(statement, { before, parsed, watched })
        : this.#observer.unchanged(statement, before);
    if (watched.error === null) this.#eases.passed(parsed);
    if (reopen && !this.#stopped) await this.#begin();
    return traced;
  }

  /** With all rows, and with fewer and fewer as long as it fails. */
  async #attempts(sql: string, parsed: Parsed): Promise<Attempted> {
    const errors: DatabaseError[] = [];
    for (const ease of this.#eases.for(parsed)) {
      await ease.prepare();
      const attempt = await this.#attempt(sql, parsed);
      const { watched } = attempt;
      const attempted = { ...attempt, transaction: this.#open };
      const [first = null] = errors;
      if (watched.error === null) return { ...attempted, outcome: outcomeOf(ease.kind, first) };
      errors.push(watched.error);
      const { code } = watched.error;
      const refused = { ...attempted, outcome: outcomeOf('failed', first ?? watched.error) };
      if (ease.last || REFUSED_IN_TRANSACTION.includes(code)) return refused;
      if (code === UNCOMMITTED) return this.#committedFirst(sql, parsed, refused);
    }
    throw new Error('the last attempt is the last');
  }

  /**
   * Runs a statement in a savepoint, once more where it changed rows that were not looked at before (it
   * `went` there). A failure is undone.
   */
  async #attempt(sql: string, parsed: Parsed, went?: Went): Promise<Attempt> {
    const before = await this.#observer.before(parsed, went);
    await this.#savepoint();
    const watched = await this.#assuming(sql);
    const seen = watched.error === null ? await this.#observer.look(parsed) : null;
    const tables = seen && !went ? this.#observer.unforeseen(before, seen) : [];
    if (seen && tables.length > 0) {
      await this.#undo();
      return this.#attempt(sql, parsed, { tables, before: before.sight, after: seen });
    }
    if (seen === null) await this.#undo();
    else await this.#db.exec(`release savepoint ${SAVEPOINT}`);
    return { watched, before, sight: seen && went ? withLocksOf(went.after, seen) : seen };
  }

  /** To go on, as if what comes before were a migration of its own. */
  async #committedFirst(sql: string, parsed: Parsed, attempted: Attempted): Promise<Attempted> {
    await this.#commit();
    await this.#begin();
    return { ...attempted, ...(await this.#attempt(sql, parsed)) };
  }

  async #attemptsAlone(sql: string, parsed: Parsed): Promise<Attempted> {
    const errors: DatabaseError[] = [];
    for (const ease of this.#eases.for(parsed)) {
      await ease.prepare();
      const before = await this.#observer.beforeAlone(parsed);
      const watched = await this.#db.watch(sql);
      const [first = null] = errors;
      const attempted = { watched, before, sight: null, transaction: null };
      if (watched.error === null) return { ...attempted, outcome: outcomeOf(ease.kind, first) };
      errors.push(watched.error);
      await this.#observer.dropInvalid();
      if (ease.last) return { ...attempted, outcome: outcomeOf('failed', first ?? watched.error) };
    }
    throw new Error('the last attempt is the last');
  }

  /** Provides what hosted services bring along, where the statement fails for lack of it. */
  async #assuming(sql: string): Promise<Watched> {
    const watched = await this.#db.watch(sql);
    const assumption = watched.error === null ? null : assumptionFor(watched.error);
    if (assumption === null || this.#assumed.has(assumption.sql)) return watched;
    this.#assumed.add(assumption.sql);
    await this.#undo();
    await this.#db.exec(assumption.sql);
    await this.#savepoint();
    return this.#assuming(sql);
  }

  async #savepoint(): Promise<void> {
    await this.#db.exec(`savepoint ${SAVEPOINT}; ${WATCHING}`);
  }

  async #undo(): Promise<void> {
    await this.#db.exec(`rollback to savepoint ${SAVEPOINT}; release savepoint ${SAVEPOINT}`);
  }

  async #begin(): Promise<void> {
    await this.#db.exec('begin');
    this.#open = ++this.#transactions;
    this.#fresh = true;
    this.#observer.turn(true);
  }

  /** The error of the commit: a deferred constraint, say. */
  async #commit(): Promise<DatabaseError | null> {
    if (this.#open === null) return null;
    const { error } = await this.#db.watch('commit');
    this.#open = null;
    this.#observer.turn(false);
    if (error !== null) this.#stopped = true;
    return error;
  }
}

interface Attempt {
  readonly watched: Watched;
  /** What was known before the attempt that counts. */
  readonly before: Before;
  /** What was to be seen after it; null where it failed, or ran alone. */
  readonly sight: Sight | null;
}

interface Attempted extends Attempt {
  readonly transaction: number | null;
  readonly outcome: Outcome;
}

/** Of the parser's words for what only a transaction has. */
const SAVEPOINTS = ['TRANS_STMT_SAVEPOINT', 'TRANS_STMT_RELEASE', 'TRANS_STMT_ROLLBACK_TO'];

const isSavepoint = ({ type, node }: Parsed): boolean =>
  type === 'TransactionStmt' && SAVEPOINTS.includes(String(node['kind']));

/** `SET TRANSACTION` before anything but settings. */
const isFirstSetting = ({ type, node }: Parsed, fresh: boolean): boolean =>
  fresh && type === 'VariableSetStmt' && node['name'] === 'TRANSACTION';

const passed = (error: DatabaseError | null): Outcome =>
  outcomeOf(error === null ? 'passed' : 'failed', error);

function outcomeOf(kind: Outcome['kind'], error: DatabaseError | null): Outcome {
  return { kind, error: error === null ? null : fieldsOf(error) };
}

const fieldsOf = ({ code, message, detail, hint }: DatabaseError): StatementError => ({
  code,
  message,
  detail,
  hint,
});

/** What a commit refuses is rows: on empty tables the same statements pass. */
const withFailure = (traced: TracedStatement, error: DatabaseError): TracedStatement => ({
  ...traced,
  outcome: outcomeOf('depends on data', error),
});

/** What fails at the commit is told of the last statement before it. */
function attachFailure(traced: TracedStatement[], error: DatabaseError | null): void {
  const last = traced.at(-1);
  if (error !== null && last !== undefined) traced.splice(-1, 1, withFailure(last, error));
}
