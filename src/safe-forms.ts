// The safe form of a statement that keeps others waiting: what the planner would write for the same
// change to a table in use, run in the statement's place, and seen to reach the same schema.
import { traits } from './catalog/index.ts';
import type { Database } from './database/database.ts';
import type { Located } from './database/transaction-rules.ts';
import { observe } from './plan/observe.ts';
import type { Online } from './plan/online.ts';
import { planChanges, type Plan } from './plan/plan.ts';
import { runApart } from './plan/run.ts';
import { migrationsOf } from './plan/step.ts';
import { settle } from './plan/settle.ts';
import { diff } from './schema/diff.ts';
import type { Schema } from './schema/objects.ts';

export interface SafeFormOptions extends Pick<Online, 'version' | 'lockTimeout'> {
  /** What is in the database at first. */
  readonly base: Schema;
  /** Reads what is in it later. */
  readonly read: (database: Database) => Promise<Schema>;
  /** Whether a statement's safe form is wanted. */
  readonly wanted: (statement: Located) => boolean;
}

/**
 * Safe forms of those statements that have one, by their text's place. `database` holds the schema that
 * the statements build on, in order; it is used up.
 */
export async function safeForms(
  database: Database,
  statements: readonly Located[],
  options: SafeFormOptions,
): Promise<Map<Located, readonly string[]>> {
  const found = new Map<Located, readonly string[]>();
  const last = statements.findLastIndex(options.wanted);
  const inUse = new Set(options.base.objects.keys());
  let before: Schema | null = options.base;
  for (const statement of statements.slice(0, last + 1)) {
    if (!options.wanted(statement)) {
      if (!(await database.run([statement.sql])).ok) break;
      before = null;
      continue;
    }
    before ??= await options.read(database);
    const form = await safeForm(database, { statement, before, inUse, options });
    if (form === null) break;
    if (form.safe !== null) found.set(statement, form.safe);
    before = form.after;
  }
  return found;
}

interface Wanted {
  readonly statement: Located;
  readonly before: Schema;
  /** Ids of what was there before the first statement. */
  readonly inUse: Set<string>;
  readonly options: SafeFormOptions;
}

/** The schema after the statement, reached by its safe form where there is one; null where it fails. */
async function safeForm(
  database: Database,
  { statement, before, inUse, options }: Wanted,
): Promise<{ safe: readonly string[] | null; after: Schema } | null> {
  const desired = await database.scratch(async () =>
    (await database.run([statement.sql])).ok ? options.read(database) : null,
  );
  if (desired === null) return null;
  const plain = async (): Promise<{ safe: null; after: Schema } | null> =>
    (await database.run([statement.sql])).ok ? { safe: null, after: desired } : null;
  const { version, lockTimeout } = options;
  const plan = await planOnline(database, { before, desired }, { inUse, version, lockTimeout });
  if (plan === null || isPlain(plan)) return plain();
  // Run for real: a plan that fails half-way leaves nothing to go on from.
  if ((await runApart(database, plan.up)) !== null) return null;
  const after = await options.read(database);
  if (diff(after, desired, { traits }).length > 0) return null;
  return { safe: inMigrations(plan), after };
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

/** It is what the statement does already, in one transaction. */
const isPlain = ({ up }: Plan): boolean =>
  up.every(
    ({ migration, transaction }) => migration === up[0]?.migration && transaction !== 'never',
  );

/** What must be apart is said by comments. */
function inMigrations({ up }: Plan): string[] {
  return migrationsOf(up).flatMap(({ steps, transactional }, index) => {
    const texts = steps.map(({ sql }) => sql);
    const parted = index === 0 ? [] : ['-- in the next migration:'];
    return transactional
      ? [...parted, ...texts]
      : ['-- alone, outside of a transaction:', ...texts];
  });
}
