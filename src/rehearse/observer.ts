// What is there before and after a statement, and what that says of it.
import type { Database, Watched } from '../database/database.ts';
import { putBack, setAside, type TakenRows } from '../rows/aside.ts';
import { resolveNames } from './contents.ts';
import { deleteRows, dropInvalidIndexes } from './clearing.ts';
import { documentedModes, type Traces } from './documented-locks.ts';
import { passingBuilds } from './builds.ts';
import { indexesGone, isOfRehearsal, watchDrops, withoutParts, type ReadDrops } from './drops.ts';
import { readMessages } from './messages.ts';
import { withoutNewer } from './newer-locks.ts';
import { computesValues, mayChange, type Parsed } from './parsed.ts';
import { needsNoRows, tablesLeaningOn } from './reach.ts';
import { Owner } from './role.ts';
import { RowWatch } from './row-watch.ts';
import { scansOf } from './scans.ts';
import {
  countsBetween,
  locksBetween,
  isWritten,
  look,
  plain,
  prepareLook,
  prepareLookAgain,
  readRelations,
  type Counters,
  type RelationState,
  type Sight,
} from './relations.ts';
import {
  type Build,
  type Drop,
  type Lock,
  type LockMode,
  type Relation,
  type RowEffect,
  type TracedStatement,
} from './trace.ts';

/** What was known just before a statement. */
export interface Before {
  readonly sight: Sight;
  readonly held: ReadonlyMap<number, LockMode>;
  /** Tables whose rows the statement may change. */
  readonly watched: readonly number[];
  /** What a statement names that is to run alone, with partitions and children. */
  readonly named: readonly Relation[];
}

/** Where a statement went by way of a function, and what was to be seen before and after it. */
export interface Went {
  readonly tables: readonly number[];
  readonly before: Sight;
  readonly after: Sight;
}

/** What the session knows of a statement. */
export type StatementFacts = Pick<
  TracedStatement,
  'sql' | 'place' | 'transaction' | 'ms' | 'outcome'
>;

interface Known {
  readonly owner: string;
  readonly relations: readonly RelationState[];
  readonly filled: readonly number[] | null;
}

interface Run {
  readonly before: Before;
  readonly parsed: Parsed;
  readonly watched: Watched;
}

/** Follows relations, locks and rows of one session. */
export class Observer {
  readonly #db: Database;
  readonly #readDrops: ReadDrops;
  readonly #existed: ReadonlySet<number>;
  readonly #relations: Map<number, RelationState>;
  /** Tables that got rows; null for all. */
  readonly #filled: ReadonlySet<number> | null;
  readonly #rows: RowWatch;
  readonly #owner: Owner;
  #held: ReadonlyMap<number, LockMode> = new Map();
  #open = false;
  #missed = false;

  private constructor(db: Database, readDrops: ReadDrops, { relations, filled, owner }: Known) {
    this.#db = db;
    this.#rows = new RowWatch(db);
    this.#owner = new Owner(db, owner);
    this.#readDrops = readDrops;
    this.#filled = filled === null ? null : new Set(filled);
    this.#existed = new Set(relations.map(({ oid }) => oid));
    this.#relations = new Map(relations.map((relation) => [relation.oid, relation] as const));
  }

  /** What is there now is what existed before the migrations. `filled` tables got rows; null for all. */
  static async open(db: Database, filled: readonly number[] | null): Promise<Observer> {
    const relations = await readRelations(db);
    await prepareLook(db);
    const { role } = await look(db, new Set());
    return new Observer(db, await watchDrops(db), { relations, filled, owner: role.session });
  }

  /** Whether a statement reached a table that got no rows, though it might do something else on rows. */
  get missed(): boolean {
    return this.#missed;
  }

  /** What is known before a statement; before one that is run once more, as it `went` to other tables. */
  async before(parsed: Parsed, went?: Went): Promise<Before> {
    const watched = await this.#asOwner(async () => {
      const oids = [...(await this.#tablesOf(mayChange(parsed))), ...(went?.tables ?? [])];
      await this.#rows.read(oids, this.#open);
      return oids;
    });
    const sight = await look(this.#db, this.#existed);
    // What functions lock of sequences is not let go when the statement is undone.
    const { locks } = went?.before ?? sight;
    return { sight: { ...sight, locks }, held: this.#held, watched, named: [] };
  }

  /** What is known before a statement that runs outside of any transaction. */
  async beforeAlone(parsed: Parsed): Promise<Before> {
    const before = await this.before(parsed);
    const oids = await this.#asOwner(() => resolveNames(this.#db, parsed.names));
    return { ...before, named: oids.flatMap((oid) => this.#find(oid) ?? []) };
  }

  /** What there is to see after a statement that passed. */
  async look({ type }: Parsed): Promise<Sight> {
    if (type === 'DeallocateStmt' || type === 'DiscardStmt') await prepareLookAgain(this.#db);
    const sight = await look(this.#db, this.#existed);
    this.#owner.heed(sight.role);
    return sight;
  }

  /** Tables that existed and whose rows a statement changed though nobody expected it: by a function. */
  unforeseen(before: Before, sight: Sight): number[] {
    const counts = countsBetween(before.sight, sight);
    return sight.relations
      .filter(
        ({ oid, kind, existed }) => kind === 'table' && existed && !before.watched.includes(oid),
      )
      .filter(
        ({ oid, file }) => isWritten(counts.get(oid)) || file !== this.#relations.get(oid)?.file,
      )
      .map(({ oid }) => oid);
  }

  /** A statement that ran in the open transaction, and what is to be seen after it. */
  async after(statement: StatementFacts, run: Run, sight: Sight): Promise<TracedStatement> {
    const { before, parsed, watched } = run;
    this.#heed(sight, parsed);
    const said = readMessages(watched.messages);
    const seen = this.#seen(sight, parsed);
    const all = [...this.#relations.values(), ...sight.relations];
    const builds = [...seen.builds, ...passingBuilds(said, seen.builds, all)];
    const counts = countsBetween(before.sight, sight);
    const rewritten = new Set(seen.rewrites.map(({ oid }) => oid));
    const released = this.#released(counts, sight);
    const taken = locksBetween(before.sight, sight);
    const fresh = withoutNewer(taken, sight.relations, { type: parsed.type, said });
    const traced: TracedStatement = {
      ...this.unchanged(statement, before),
      locks: this.#locksOf(fresh, sight.relations),
      scans: await scansOf(this.#db, { said, counts, parsed, sight, released, skip: rewritten }),
      rewrites: seen.rewrites,
      builds,
      proven: said.proven,
      drops: await this.#dropsOf(watched),
      rows: await this.#rowsOf(run, counts, new Set([...rewritten, ...alterable(sight)])),
      unobserved: unobservedBy(parsed, this.#db.stubbed),
    };
    this.#held = new Map([...before.held, ...fresh]);
    this.#remember(sight.relations);
    return traced;
  }

  /** A statement that ran outside of any transaction: its locks are those of the manual. */
  async afterAlone(statement: StatementFacts, run: Run): Promise<TracedStatement> {
    const { before, parsed, watched } = run;
    const relations = await readRelations(this.#db);
    const sight = { ...(await this.look(parsed)), relations: this.#marked(relations) };
    const seen = this.#seen(sight, parsed);
    const gone = this.#indexesGone(parsed, relations);
    const rewritten = new Set(seen.rewrites.map(({ oid }) => oid));
    const traced: TracedStatement = {
      ...this.unchanged(statement, before),
      locks: documented(parsed, {
        ...{ named: before.named, rewrites: seen.rewrites, builds: seen.builds },
        gone: gone.flatMap((one) => this.#withTable(one)),
      }),
      rewrites: seen.rewrites,
      builds: seen.builds,
      drops: [
        ...(await this.#dropsOf(watched)),
        ...gone.map(({ name }) => ({ kind: 'index', identity: name, cascade: false })),
      ],
      rows: await this.#rowsOf(run, countsBetween(before.sight, sight), rewritten),
      unobserved: /^(?:Do|Call)Stmt$/u.test(parsed.type)
        ? 'it ends transactions, and with each of them its locks'
        : null,
    };
    this.#remember(sight.relations);
    return traced;
  }

  /** A statement of which nothing was seen. */
  unchanged(statement: StatementFacts, before: Before): TracedStatement {
    return {
      ...statement,
      locks: [],
      held: this.#locksOf(before.held),
      scans: [],
      rewrites: [],
      builds: [],
      proven: [],
      drops: [],
      rows: [],
      unobserved: null,
    };
  }

  /** After the beginning or the end of a transaction. */
  turn(open: boolean): void {
    this.#open = open;
    this.#held = new Map();
  }

  /** After a transaction went back to one of its savepoints: all may be otherwise. */
  async rewound(): Promise<void> {
    this.#rows.forget();
    this.#relations.clear();
    this.#remember(this.#marked(await readRelations(this.#db)));
    this.#held = (await this.look({ type: '', node: {}, names: [] })).locks;
  }

  /** Does work that is not the migration's, whatever role that has taken on. */
  #asOwner<T>(work: () => Promise<T>): Promise<T> {
    return this.#owner.run(this.#open, work);
  }

  /** Ends what a migration has made of the session's user. */
  get leaving(): string {
    return this.#owner.leaving;
  }

  /** Tables that names mean, their partitions, and all whose rows are there only with theirs. */
  reachedFrom(names: readonly string[]): Promise<number[]> {
    return this.#asOwner(() => tablesLeaningOn(this.#db, names));
  }

  /** Does work that takes away rows on purpose from some tables, or from any, and keeps them. */
  async setAside(among: readonly number[] | null, work: () => Promise<void>): Promise<TakenRows[]> {
    const filled = this.#filled === null ? await this.#tablesOf('all') : [...this.#filled];
    const tables = filled.filter((oid) => among === null || among.includes(oid));
    const aside = await this.#asOwner(() => setAside(this.#db, tables, work));
    this.#rows.forget();
    return aside;
  }

  /** Puts back what the schema allows by now; after a statement that passed. */
  async putBack(aside: readonly TakenRows[], after: Parsed): Promise<void> {
    await this.#asOwner(() => putBack(this.#db, aside, !computesValues(after)));
    this.#rows.forget();
  }

  /** Deletes the rows of the tables named. */
  async empty(names: readonly string[]): Promise<TakenRows[]> {
    const tables = await this.#tablesOf(names);
    return this.setAside(tables, () => deleteRows(this.#db, tables));
  }

  /** Deletes all rows, for good. */
  async emptyAll(): Promise<void> {
    await this.#asOwner(async () => deleteRows(this.#db, await this.#tablesOf('all')));
    this.#rows.forget();
  }

  /** Drops the indexes that a failed CONCURRENTLY left behind. */
  async dropInvalid(): Promise<void> {
    await this.#asOwner(() => dropInvalidIndexes(this.#db, this.#existed));
  }

  async #tablesOf(names: 'all' | readonly string[]): Promise<number[]> {
    if (names !== 'all') return resolveNames(this.#db, names);
    return [...this.#relations.values()]
      .filter(({ kind }) => kind === 'table' || kind === 'materialized view')
      .map(({ oid }) => oid);
  }

  #heed({ relations }: Sight, parsed: Parsed): void {
    const filled = this.#filled;
    if (filled === null || needsNoRows(parsed)) return;
    this.#missed ||= relations.some(
      ({ oid, kind, existed }) => kind === 'table' && existed && !filled.has(oid),
    );
  }

  #marked(relations: readonly RelationState[]): RelationState[] {
    return relations.map((one) => ({ ...one, existed: this.#existed.has(one.oid) }));
  }

  #remember(relations: readonly RelationState[]): void {
    for (const relation of relations) {
      if (!isOfRehearsal(relation.name)) this.#relations.set(relation.oid, relation);
    }
  }

  /** Another file means that it was written anew, unless the statement only empties tables. */
  #seen({ relations }: Sight, { type }: Parsed): { rewrites: Relation[]; builds: Build[] } {
    const none = { rewrites: [], builds: [] };
    if (type === 'TruncateStmt') return none;
    const files = new Set([...this.#relations.values()].map(({ file }) => file));
    const fresh = relations.filter(({ file }) => file !== 0 && !files.has(file));
    const rewrites = fresh.filter(
      ({ oid, kind }) => kind !== 'index' && kind !== 'sequence' && this.#relations.has(oid),
    );
    const builds = fresh.flatMap((index) => {
      const table = index.tableOid === null ? undefined : this.#find(index.tableOid, relations);
      return index.kind === 'index' && table ? [{ index: plain(index), table }] : [];
    });
    return { rewrites: rewrites.map(plain), builds };
  }

  #find(oid: number, relations: readonly RelationState[] = []): Relation | undefined {
    // Under the name it had: a statement that renames it is about that.
    const found = this.#relations.get(oid) ?? relations.find((one) => one.oid === oid);
    return found && plain(found);
  }

  #locksOf(locks: ReadonlyMap<number, LockMode>, relations: readonly RelationState[] = []): Lock[] {
    return [...locks].flatMap(([oid, mode]) => {
      const relation = this.#find(oid, relations);
      if (relation === undefined || isOfRehearsal(relation.name)) return [];
      return [{ relation, mode, documented: false }];
    });
  }

  async #dropsOf({ messages }: Watched): Promise<Drop[]> {
    const tables = new Map(
      [...this.#relations.values()].map(({ name, table }) => [name, table] as const),
    );
    const drops = await this.#asOwner(() => this.#readDrops(messages));
    return withoutParts(drops, (index) => tables.get(index) ?? null);
  }

  /** `DROP INDEX CONCURRENTLY` fires no event trigger. */
  #indexesGone({ type }: Parsed, now: readonly RelationState[]): RelationState[] {
    return type === 'DropStmt' ? indexesGone([...this.#relations.values()], now) : [];
  }

  #withTable(index: RelationState): Relation[] {
    const table = index.tableOid === null ? undefined : this.#find(index.tableOid);
    return table === undefined ? [plain(index)] : [plain(index), table];
  }

  /** What it read and no longer holds: a block took it back. */
  #released(counts: ReadonlyMap<number, Counters>, { locks }: Sight): RelationState[] {
    return [...counts].flatMap(([oid, { scans }]) => {
      return scans > 0 && !locks.has(oid) ? (this.#relations.get(oid) ?? []) : [];
    });
  }

  async #rowsOf(
    { before, parsed }: Run,
    counts: ReadonlyMap<number, Counters>,
    altered: ReadonlySet<number>,
  ): Promise<RowEffect[]> {
    const named = mayChange(parsed) !== 'all' || !isQuery(parsed);
    const tables = before.watched.filter(
      (oid) => named || altered.has(oid) || isWritten(counts.get(oid)),
    );
    const find = (oid: number): Relation | undefined => this.#find(oid);
    return this.#asOwner(() => this.#rows.effects({ tables, counts, find, inside: this.#open }));
  }
}

/** The locks that a statement which ran alone is known to take. */
const documented = (parsed: Parsed, traces: Traces): Lock[] =>
  documentedModes(parsed, traces).map(([relation, mode]) => ({ relation, mode, documented: true }));

const isQuery = ({ type }: Parsed): boolean =>
  /^(?:Select|Insert|Update|Delete|Merge)Stmt$/.test(type);

/** What a query may have dropped or altered by way of a function. */
const alterable = ({ locks }: Sight): number[] =>
  [...locks].filter(([, mode]) => mode === 'ACCESS EXCLUSIVE').map(([oid]) => oid);

/** An extension that only a stub stands for shows nothing of what it would do. */
function unobservedBy({ type, node }: Parsed, stubbed: readonly string[]): string | null {
  const { extname } = node;
  return type === 'CreateExtensionStmt' && typeof extname === 'string' && stubbed.includes(extname)
    ? `the extension ${extname} is not available here`
    : null;
}
