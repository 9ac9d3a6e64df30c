// What is there before and after a statement, and what that says of it.
import { relationName } from '../catalog/names.ts';
import type { Database, Watched } from '../database/database.ts';
import { compareContents, type Loss, type Order } from './values.ts';
import { readContents, readRestored, resolveNames, type Contents } from './contents.ts';
import { documentedMode } from './documented-locks.ts';
import { indexesGone, isOfRehearsal, watchDrops, withoutParts, type ReadDrops } from './drops.ts';
import { readMessages, type Said } from './messages.ts';
import { mayChange, type Parsed } from './parsed.ts';
import { needsNoRows } from './reach.ts';
import {
  countsBetween,
  locksBetween,
  look,
  NO_COUNTS,
  prepareLook,
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
  type Scan,
  type TracedStatement,
} from './trace.ts';

/** What was known just before a statement. */
export interface Before {
  readonly sight: Sight;
  readonly held: ReadonlyMap<number, LockMode>;
  /** Tables whose rows the statement may change. */
  readonly watched: readonly number[];
}

/** What the session knows of a statement. */
export type StatementFacts = Pick<
  TracedStatement,
  'sql' | 'place' | 'transaction' | 'ms' | 'outcome'
>;

interface Known {
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
  readonly #contents = new Map<number, Contents>();
  #held: ReadonlyMap<number, LockMode> = new Map();
  #open = false;
  #missed = false;

  private constructor(db: Database, readDrops: ReadDrops, { relations, filled }: Known) {
    this.#db = db;
    this.#readDrops = readDrops;
    this.#filled = filled === null ? null : new Set(filled);
    this.#existed = new Set(relations.map(({ oid }) => oid));
    this.#relations = new Map(relations.map((relation) => [relation.oid, relation] as const));
  }

  /** What is there now is what existed before the migrations. `filled` tables got rows; null for all. */
  static async open(db: Database, filled: readonly number[] | null): Promise<Observer> {
    const relations = await readRelations(db);
    await prepareLook(db);
    return new Observer(db, await watchDrops(db), { relations, filled });
  }

  /** Whether a statement reached a table that got no rows, though it might do something else on rows. */
  get missed(): boolean {
    return this.#missed;
  }

  async before(parsed: Parsed): Promise<Before> {
    const watched = await this.#tablesOf(mayChange(parsed));
    const unread = watched.filter((oid) => !this.#contents.has(oid));
    const contents = await this.#unnoticed(() => readContents(this.#db, unread), unread.length > 0);
    for (const [oid, rows] of contents) this.#contents.set(oid, rows);
    return { sight: await look(this.#db, this.#existed), held: this.#held, watched };
  }

  /** A statement that ran in the open transaction. */
  async after(statement: StatementFacts, run: Run): Promise<TracedStatement> {
    const sight = await look(this.#db, this.#existed);
    const { before, parsed, watched } = run;
    this.#heed(sight, parsed);
    const seen = this.#seen(sight, parsed);
    const said = readMessages(watched.messages);
    const counts = countsBetween(before.sight, sight);
    const rewritten = new Set(seen.rewrites.map(({ oid }) => oid));
    const fresh = locksBetween(before.sight, sight);
    const traced: TracedStatement = {
      ...this.unchanged(statement, before),
      locks: this.#locksOf(fresh, sight.relations),
      scans: this.#scansOf({ said, counts, parsed, sight, skip: rewritten }),
      rewrites: seen.rewrites,
      builds: seen.builds,
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
    const sight = { ...(await look(this.#db, this.#existed)), relations: this.#marked(relations) };
    const seen = this.#seen(sight, parsed);
    const rewritten = new Set(seen.rewrites.map(({ oid }) => oid));
    const traced: TracedStatement = {
      ...this.unchanged(statement, before),
      locks: await this.#documented(parsed),
      rewrites: seen.rewrites,
      builds: seen.builds,
      drops: [...(await this.#dropsOf(watched)), ...this.#indexesGone(parsed, relations)],
      rows: await this.#rowsOf(run, countsBetween(before.sight, sight), rewritten),
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

  /** After rows were taken away on purpose. */
  forgetRows(): void {
    this.#contents.clear();
  }

  /** Deletes the rows of the tables named, or of all. */
  async empty(names: readonly string[] | null): Promise<void> {
    const oids = names === null ? await this.#tablesOf('all') : await resolveNames(this.#db, names);
    const rows = await this.#db.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.oid = any($1::oid[])`,
      [`{${oids.join(',')}}`],
    );
    const deletes = rows.map(
      ({ schema, name }) => `delete from only ${relationName(schema, name)}`,
    );
    // Nothing shall react to it, and no foreign key object.
    const statements = ['set session_replication_role = replica', ...deletes];
    await this.#db.exec([...statements, 'set session_replication_role = origin'].join('; '));
    this.forgetRows();
  }

  /** Drops the indexes that a failed CONCURRENTLY left behind. */
  async dropInvalid(): Promise<void> {
    const rows = await this.#db.query<{ oid: number; name: string }>(
      `select indexrelid::int8 as oid, indexrelid::regclass::text as name from pg_index where not indisvalid`,
    );
    const left = rows.filter(({ oid }) => !this.#existed.has(oid));
    for (const { name } of left) await this.#db.exec(`drop index ${name}`);
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
    return withoutParts(await this.#readDrops(messages), (index) => tables.get(index) ?? null);
  }

  /** `DROP INDEX CONCURRENTLY` fires no event trigger. */
  #indexesGone({ type }: Parsed, now: readonly RelationState[]): Drop[] {
    return type === 'DropStmt' ? indexesGone([...this.#relations.values()], now) : [];
  }

  /** Looks at rows without keeping a lock: those of a savepoint that is rolled back are let go. */
  async #unnoticed<T>(work: () => Promise<T>, worthwhile: boolean): Promise<T> {
    if (!worthwhile || !this.#open) return work();
    await this.#db.exec('savepoint plumbline_look');
    const result = await work();
    await this.#db.exec('rollback to savepoint plumbline_look; release savepoint plumbline_look');
    return result;
  }

  async #documented(parsed: Parsed): Promise<Lock[]> {
    const mode = documentedMode(parsed);
    const oids = mode === null ? [] : await resolveNames(this.#db, parsed.names);
    return oids.flatMap((oid) => {
      const relation = this.#find(oid);
      return relation === undefined || mode === null ? [] : [{ relation, mode, documented: true }];
    });
  }

  #scansOf(facts: {
    readonly said: Said;
    readonly counts: ReadonlyMap<number, Counters>;
    readonly parsed: Parsed;
    readonly sight: Sight;
    readonly skip: ReadonlySet<number>;
  }): Scan[] {
    const { said, counts, parsed, sight, skip } = facts;
    const built = new Set(said.built.map(({ table }) => table));
    const isData = /^(?:Select|Insert|Update|Delete|Merge|Do|Call|CreateTableAs)/.test(parsed.type);
    return sight.relations.flatMap((state): Scan[] => {
      const bare = bareName(state.name);
      if (skip.has(state.oid) || state.kind === 'index') return [];
      const relation = plain(state);
      if (said.verified.includes(bare)) return [{ relation, why: 'verify' }];
      const read = (counts.get(state.oid)?.scans ?? 0) > 0;
      if (said.validated.length > 0 && !isData) {
        const owner = parsed.names[0]?.replaceAll('"', '').split('.').at(-1) === bare;
        return owner ? [{ relation, why: 'validate foreign key' }] : [];
      }
      if (!read || built.has(bare)) return [];
      return [{ relation, why: isData ? 'read' : 'verify' }];
    });
  }

  async #rowsOf(
    { before, parsed }: Run,
    counts: ReadonlyMap<number, Counters>,
    altered: ReadonlySet<number>,
  ): Promise<RowEffect[]> {
    const named = mayChange(parsed) !== 'all' || !isQuery(parsed);
    const touched = before.watched.filter(
      (oid) => named || altered.has(oid) || isWritten(counts.get(oid)),
    );
    const was = touched.flatMap((oid) => this.#contents.get(oid) ?? []);
    const [now, restored] = await this.#unnoticed(
      async () =>
        [await readContents(this.#db, touched), await readRestored(this.#db, was)] as const,
      touched.length > 0,
    );
    return touched.flatMap((oid) => {
      const held = this.#contents.get(oid);
      const relation = this.#find(oid);
      const contents = now.get(oid);
      if (contents === undefined) this.#contents.delete(oid);
      else this.#contents.set(oid, contents);
      if (held === undefined || relation === undefined) return [];
      // What a query filled can be filled again.
      if (relation.kind === 'materialized view') return [];
      const after = contents && { contents, restored: restored.get(oid) ?? null };
      const { inserted, updated, deleted } = counts.get(oid) ?? NO_COUNTS;
      const loss = compareContents(held, after ?? null, orderAfter({ inserted, updated, deleted }));
      const effect = { inserted, updated, deleted, ...loss };
      return isNothing(effect) ? [] : [{ relation, before: held.count, ...effect }];
    });
  }
}

/** An update moves rows to the end of the file; where some come and go, nobody knows which is which. */
function orderAfter(counts: Omit<Counters, 'scans'>): Order {
  const { inserted, updated, deleted } = counts;
  if (updated + deleted === 0) return 'kept';
  return inserted + deleted === 0 ? 'mixed' : 'lost';
}

const isQuery = ({ type }: Parsed): boolean =>
  /^(?:Select|Insert|Update|Delete|Merge)Stmt$/.test(type);

/** What a query may have dropped or altered by way of a function. */
const alterable = ({ locks }: Sight): number[] =>
  [...locks].filter(([, mode]) => mode === 'ACCESS EXCLUSIVE').map(([oid]) => oid);

const isWritten = (counts: Counters | undefined): boolean =>
  counts !== undefined && counts.inserted + counts.updated + counts.deleted > 0;

const isNothing = (effect: Loss & Pick<RowEffect, 'inserted' | 'updated' | 'deleted'>): boolean =>
  effect.lost + effect.inserted + effect.updated + effect.deleted === 0 &&
  effect.lostColumns.length + effect.changed.length === 0;

const bareName = (name: string): string => name.slice(name.indexOf('.') + 1);

/** Without what only the observer needs. */
const plain = ({ oid, name, kind, table, existed }: RelationState): Relation => ({
  oid,
  name,
  kind,
  table,
  existed,
});

/** An extension that only a stub stands for shows nothing of what it would do. */
function unobservedBy({ type, node }: Parsed, stubbed: readonly string[]): string | null {
  const { extname } = node;
  return type === 'CreateExtensionStmt' && typeof extname === 'string' && stubbed.includes(extname)
    ? `the extension ${extname} is not available here`
    : null;
}
