// The safe form of a statement that keeps others waiting: what the planner would write for the same
// change to a table in use, or what a rule writes instead, run in the statement's place and seen to reach
// the same schema.
import { traits } from '../catalog/index.ts';
import type { Database } from '../database/database.ts';
import type { Located } from '../database/transaction-rules.ts';
import { observe } from '../plan/observe.ts';
import type { Online } from '../plan/online.ts';
import { planChanges, type Plan } from '../plan/plan.ts';
import { settle } from '../plan/settle.ts';
import { migrationsOf } from '../plan/step.ts';
import { ended } from '../rules/facts.ts';
import { ALONE, NEXT } from '../rules/instead.ts';
import type { Judged } from '../rules/judge.ts';
import { diff } from '../schema/diff.ts';
import type { Place, Schema } from '../schema/objects.ts';

/** Where a statement's safe form comes from: the planner, or the statements that a rule gives. */
type Origin = Judged['safeFor'];

export interface Setting extends Pick<Online, 'version' | 'lockTimeout'> {
  /** What is in the database at first. */
  readonly base: Schema;
  /** Reads what is in it later. */
  readonly read: (database: Database) => Promise<Schema>;
  /** Opens a disposable database that holds what was there before the statements. */
  readonly open: () => Promise<Database>;
}

/** What safe forms are wanted of, by the places of statements. */
type WantedForms = ReadonlyMap<string, Origin>;

/** The safe forms that were found, by the same places. */
export type SafeForms = ReadonlyMap<string, readonly string[]>;

/** The forms to be tried for what rules said. */
export function wantedForms(judged: readonly Judged[]): WantedForms {
  const tried = judged.filter(isToBeTried);
  // What a rule writes says more than a plan.
  const origins = [
    ...tried.filter(({ safeFor }) => safeFor === 'plan'),
    ...tried.filter(({ safeFor }) => safeFor !== 'plan'),
  ];
  return new Map(origins.map((one) => [keyOf(one.statement.place), one.safeFor]));
}

/** Tries the forms that are wanted, in a run of all `statements`. */
export async function findSafeForms(
  wanted: WantedForms,
  statements: readonly Located[],
  { open, ...setting }: Setting,
): Promise<SafeForms> {
  if (wanted.size === 0) return new Map();
  const database = await open();
  try {
    const forms = await safeForms(database, statements, {
      ...setting,
      wanted: ({ place }) => wanted.get(keyOf(place)) ?? null,
    });
    return new Map([...forms].map(([{ place }, safe]) => [keyOf(place), safe]));
  } finally {
    await database.close();
  }
}

/** What rules said, each with the safe form of its statement where there is one. */
export function withForms(judged: readonly Judged[], forms: SafeForms): Judged['finding'][] {
  return judged.map((one) =>
    isToBeTried(one)
      ? { ...one.finding, safe: forms.get(keyOf(one.statement.place)) ?? [] }
      : one.finding,
  );
}

/** Statements are the same wherever they begin at one place of one file. */
const keyOf = ({ file, line, column }: Place): string =>
  `${file}:${String(line)}:${String(column ?? 1)}`;

/**
 * Whether a form must be seen to reach the same schema. The statement itself elsewhere does, and what
 * takes the place of several can't be tried in the place of one.
 */
function isToBeTried({ statement, safeFor, spans }: Judged): boolean {
  if (safeFor === 'plan') return true;
  const own = safeFor.filter((text) => !/^(?:--|SET )/.test(text));
  return !spans && own.length > 0 && own.join('') !== ended(statement.sql);
}

interface SafeFormOptions extends Omit<Setting, 'open'> {
  /** What to try for a statement; null where no safe form is wanted. */
  readonly wanted: (statement: Located) => Origin | null;
}

/**
 * Safe forms of those statements that have one, by their text's place. `database` holds the schema that
 * the statements build on, in order; it is used up.
 */
async function safeForms(
  database: Database,
  statements: readonly Located[],
  options: SafeFormOptions,
): Promise<Map<Located, readonly string[]>> {
  const found = new Map<Located, readonly string[]>();
  const last = statements.findLastIndex((one) => options.wanted(one) !== null);
  const inUse = new Set(options.base.objects.keys());
  let before: Schema | null = options.base;
  for (const statement of statements.slice(0, last + 1)) {
    const origin = options.wanted(statement);
    if (origin === null) {
      if (!(await database.run([statement.sql])).ok) break;
      before = null;
      continue;
    }
    before ??= await options.read(database);
    const form = await safeForm(database, { statement, origin, before, inUse, options });
    if (form === null) break;
    if (form.safe !== null) found.set(statement, form.safe);
    before = form.after;
  }
  return found;
}

interface Wanted {
  readonly statement: Located;
  readonly origin: Origin;
  readonly before: Schema;
  /** Ids of what was there before the first statement. */
  readonly inUse: ReadonlySet<string>;
  readonly options: SafeFormOptions;
}

interface Tried {
  readonly safe: readonly string[] | null;
  readonly after: Schema;
}

/** The schema after the statement, reached by its safe form where there is one; null where it fails. */
async function safeForm(database: Database, wanted: Wanted): Promise<Tried | null> {
  const { statement, origin, before, inUse, options } = wanted;
  const { version, lockTimeout, read } = options;
  const desired = await database.scratch(async () =>
    (await database.run([inTransaction(statement)])).ok ? read(database) : null,
  );
  if (desired === null) return null;
  const form =
    origin === 'plan'
      ? await planned(database, { statement, before, desired }, { inUse, version, lockTimeout })
      : [...origin];
  const plain = async (): Promise<Tried | null> =>
    (await database.run([statement.sql])).ok ? { safe: null, after: desired } : null;
  if (form === null) return plain();
  const ran = await runForm(database, form);
  const after = await read(database);
  if (ran && diff(after, desired, { traits }).length === 0) return { safe: form, after };
  if (diff(after, before, { traits }).length === 0) return plain();
  // Half-way there is nothing to go on from, unless it only left something behind.
  return ran && origin !== 'plan' ? tidied(database, { form, after, desired, read }) : null;
}

/** What can't run in a transaction, as what reaches the same schema in one. */
const inTransaction = ({ sql }: Located): string =>
  /^\s*(?:create|drop|reindex)\b/i.test(sql) ? sql.replace(/\bconcurrently\b/i, '') : sql;

interface Untidy extends Pick<SafeFormOptions, 'read'> {
  readonly form: readonly string[];
  readonly after: Schema;
  readonly desired: Schema;
}

/** DETACH … CONCURRENTLY leaves a check behind, for example: what takes that away belongs to the form. */
async function tidied(
  database: Database,
  { form, after, desired, read }: Untidy,
): Promise<Tried | null> {
  const left = diff(after, desired, { traits });
  const plan = planChanges(left, { actual: after, desired }, {});
  const rest = plan.up.map(({ sql }) => sql);
  if (plan.manual.length > 0 || !(await runForm(database, rest))) return null;
  const end = await read(database);
  const isSame = diff(end, desired, { traits }).length === 0;
  return isSame ? { safe: [...form, NEXT, ...rest], after: end } : null;
}

/** As a migrator does: each migration in a transaction, what can't run in one alone. Tells whether all went well. */
async function runForm(database: Database, form: readonly string[]): Promise<boolean> {
  for (const { statements, transaction } of migrationsIn(form)) {
    const { ok } = await database.run(
      transaction ? ['begin', ...statements, 'commit'] : [...statements],
    );
    if (ok) continue;
    if (transaction) await database.exec('rollback');
    return false;
  }
  return true;
}

/** The migrations of a safe form, by the comments that part them. */
export function migrationsIn(
  form: readonly string[],
): { statements: readonly string[]; transaction: boolean }[] {
  const migrations: { statements: string[]; transaction: boolean }[] = [];
  for (const text of form) {
    const current = migrations.at(-1);
    if (text === NEXT || text === ALONE) {
      migrations.push({ statements: [], transaction: text === NEXT });
    } else if (current === undefined) {
      migrations.push({ statements: [text], transaction: !/\bconcurrently\b/i.test(text) });
    } else current.statements.push(text);
  }
  return migrations;
}

async function planned(
  database: Database,
  transition: { readonly statement: Located; readonly before: Schema; readonly desired: Schema },
  online: Omit<Online, 'facts'>,
): Promise<string[] | null> {
  const plan = await planOnline(database, transition, online);
  return plan === null || isPlain(plan, transition.statement) ? null : inMigrations(plan);
}

async function planOnline(
  database: Database,
  { before, desired }: { readonly before: Schema; readonly desired: Schema },
  online: Omit<Online, 'facts'>,
): Promise<Plan | null> {
  const transition = { actual: before, desired };
  const changes = diff(before, desired, { traits });
  const { changes: own, respelled } = await settle(database, changes, transition);
  const simple = planChanges(own, transition, { respelled });
  if (simple.manual.length > 0) return null;
  const facts = await observe(database, simple, before);
  return planChanges(own, transition, { respelled, online: { ...online, facts } });
}

/** It is what the statement does already, in one transaction; a CASCADE names nothing of what it does. */
function isPlain({ up }: Plan, { sql }: Located): boolean {
  if (up.length > 1 && /^\s*(?:drop|alter)\b[\s\S]*\bcascade\b/i.test(sql)) return false;
  return up.every(
    ({ migration, transaction }) => migration === up[0]?.migration && transaction !== 'never',
  );
}

/** What must be apart is said by comments. */
function inMigrations({ up }: Plan): string[] {
  return migrationsOf(up).flatMap(({ steps, transactional }, index) => {
    const texts = steps.map(({ sql }) => sql);
    const parted = index === 0 ? [] : [NEXT];
    return transactional ? [...parted, ...texts] : [ALONE, ...texts];
  });
}
