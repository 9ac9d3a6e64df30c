// Facts of a trace as rules ask for them, and as people read them. Only relations that are older than the
// migrations count: nobody waits for a table that nobody has.
import type { RangeVar } from 'libpg-query';
import { isAtLeast, LOCK_MODES, type LockMode, type Relation } from '../rehearse/trace.ts';
import type { Step } from './rule.ts';

/** Something that takes the longer the more rows a table has. */
export interface Work {
  readonly kind: 'rewrite' | 'build' | 'verify' | 'validate' | 'read' | 'write';
  /** The table whose rows are gone through. */
  readonly table: Relation;
  /** The index that is built. */
  readonly index: Relation | null;
  /** Names the fact in `Found.about`. */
  readonly fact: string;
}

/** What a statement goes through from beginning to end, of tables that existed. */
export function workOf({ statement }: Step): Work[] {
  const { rewrites, builds, scans, rows } = statement;
  const all: Work[] = [
    ...rewrites.map((table) => work('rewrite', table)),
    ...builds.map(({ index, table }) => work('build', table, index)),
    ...scans.map(({ relation, why }) =>
      work(why === 'validate foreign key' ? 'validate' : why, relation),
    ),
    ...rows
      .filter(({ updated, deleted }) => updated + deleted > 0)
      .map(({ relation }) => work('write', relation)),
  ];
  return all.filter(({ table }) => table.existed);
}

function work(kind: Work['kind'], table: Relation, index: Relation | null = null): Work {
  return { kind, table, index, fact: `${kind} ${index?.name ?? table.name}` };
}

/** The facts that whoever explains a statement's work on a table has told. */
export function factsOn(step: Step, table: Relation): string[] {
  return workOf(step)
    .filter((one) => one.table.name === table.name)
    .map(({ fact }) => fact);
}

/** The strongest lock on a relation while and after a statement runs; null for none. */
export function lockOn({ statement }: Step, relation: Pick<Relation, 'name'>): LockMode | null {
  return strongest(
    [...statement.held, ...statement.locks]
      .filter((lock) => lock.relation.name === relation.name)
      .map(({ mode }) => mode),
  );
}

/** The strongest lock on a relation that earlier statements of the transaction hold. */
export function heldOn({ statement }: Step, relation: Pick<Relation, 'name'>): LockMode | null {
  return strongest(
    statement.held.filter((lock) => lock.relation.name === relation.name).map(({ mode }) => mode),
  );
}

function strongest(modes: readonly LockMode[]): LockMode | null {
  return LOCK_MODES.findLast((mode) => modes.includes(mode)) ?? null;
}

/** Whether nobody can write to the relation meanwhile. */
export function isBlocked(step: Step, relation: Pick<Relation, 'name'>): boolean {
  const mode = lockOn(step, relation);
  return mode !== null && isAtLeast(mode, 'SHARE');
}

/** Tables that existed and that a statement is the first to keep others out of. */
export function newlyBlocked({ statement }: Step, least: LockMode = 'SHARE'): Relation[] {
  return statement.locks
    .filter(({ relation, mode }) => relation.existed && isTable(relation) && isAtLeast(mode, least))
    .map(({ relation }) => relation);
}

/** Tables that existed and that earlier statements of the transaction keep others out of. */
export function blockedBefore(
  { statement }: Step,
  least: LockMode = 'SHARE ROW EXCLUSIVE',
): Relation[] {
  return statement.held
    .filter(({ relation, mode }) => relation.existed && isTable(relation) && isAtLeast(mode, least))
    .map(({ relation }) => relation);
}

export function isTable({ kind }: Relation): boolean {
  return kind === 'table' || kind === 'partitioned table' || kind === 'materialized view';
}

/** A relation that a statement's text names, among those it or its transaction touched; null for one that was not seen. */
export function relationNamed({ statement }: Step, name: RangeVar): Relation | null {
  const { relname = '', schemaname } = name;
  const seen = [
    ...statement.locks.map(({ relation }) => relation),
    ...statement.held.map(({ relation }) => relation),
    ...statement.scans.map(({ relation }) => relation),
    ...statement.rewrites,
    ...statement.rows.map(({ relation }) => relation),
  ];
  const fits = (relation: Relation): boolean =>
    schemaname === undefined
      ? relation.name.endsWith(`.${relname}`)
      : relation.name === `${schemaname}.${relname}`;
  return seen.find(fits) ?? null;
}

/** Each relation once. */
export function unique(relations: readonly Relation[]): Relation[] {
  return [...new Map(relations.map((relation) => [relation.name, relation])).values()];
}

/** A statement to be copied, with its end. */
export function ended(sql: string): string {
  return `${sql.trim().replace(/;$/, '')};`;
}

/** `public.users` → `users`: the schema that everybody means isn't said. */
export function shortName(name: string): string {
  return name.replace(/^public\./, '');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

const VERBS: Readonly<Record<Work['kind'], string>> = {
  rewrite: 'rewrites',
  build: 'builds',
  verify: 'reads every row of',
  validate: 'checks every row of',
  read: 'reads every row of',
  write: 'changes rows of',
};

/** What a statement does to tables: `rewrites users and 4 indexes under ACCESS EXCLUSIVE`. */
export function describeWork(step: Step, tables: readonly Relation[]): string {
  const names = tables.map(({ name }) => name);
  const [first] = tables;
  if (!first) return '';
  const all = workOf(step).filter((one) => one.table.name === first.name);
  const lock = lockOn(step, first);
  const under = lock === null ? '' : ` under ${lock}`;
  const others = names.slice(1).map(shortName);
  const same = others.length === 0 ? '' : `, and the same with ${listed(others)}`;
  return `${workInWords(all, shortName(first.name))}${under}${same}${alsoLocked(step, names)}`;
}

function workInWords(all: readonly Work[], name: string): string {
  const built = all.flatMap(({ index }) => index ?? []);
  const indexes = built.length === 1 ? 'an index' : `${built.length} indexes`;
  const main =
    all.find(({ kind }) => kind === 'rewrite') ?? all.find(({ kind }) => kind !== 'build');
  if (main === undefined) {
    return `builds ${listed(built.map((index) => shortName(index.name)))} on ${name}`;
  }
  if (built.length === 0) return `${VERBS[main.kind]} ${name}`;
  return main.kind === 'rewrite'
    ? `rewrites ${name} and ${indexes}`
    : `${VERBS[main.kind]} ${name}, and builds ${indexes}`;
}

/** Other tables that nobody can write to meanwhile: `, and locks accounts as well`. */
export function alsoLocked(step: Step, told: readonly string[]): string {
  const others = unique(newlyBlocked(step)).filter(({ name }) => !told.includes(name));
  if (others.length === 0) return '';
  return `, and locks ${listed(others.map(({ name }) => shortName(name)))} as well`;
}

/** What the lock on tables means for everybody else. */
export function consequence(step: Step, tables: readonly Relation[]): string {
  const all = tables.every((table) => lockOn(step, table) === 'ACCESS EXCLUSIVE');
  const what = all ? 'read or write' : 'write to';
  const [it, is] = tables.length === 1 ? ['it', 'it is'] : ['them', 'they are'];
  return `nobody can ${what} ${it} until the transaction ends, and that takes the longer the larger ${is}`;
}
