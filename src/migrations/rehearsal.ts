// New migrations on rows: on a copy of the database as base's migrations leave it, beside everything
// else that a check does.
import { introspect } from '../catalog/introspect.ts';
import { readActual, replay } from '../comparison/actual.ts';
import type { AtBase } from '../comparison/base-side.ts';
import { onlineSettings } from '../comparison/forms.ts';
import type { Database } from '../database/database.ts';
import type { EmbeddedDatabase } from '../database/embedded.ts';
import { parseTree } from '../database/parse-tree.ts';
import { mayNeedTemplates } from '../database/templates.ts';
import { isWrapped, rehearse, statementsOf } from '../rehearse/rehearse.ts';
import type { Trace } from '../rehearse/trace.ts';
import type { Finding, SilencedFinding } from '../report/report.ts';
import { isConcurrent } from '../rules/concurrent.ts';
import { judge, type Judged } from '../rules/judge.ts';
import { objectId } from '../schema/identity.ts';
import type { Schema } from '../schema/objects.ts';
import { settingsOf } from '../settings/rule-settings.ts';
import type { Migration, MigrationSet, Project } from '../tools/tool.ts';
import type { Snapshot } from '../workspace/databases.ts';
import type { History } from '../workspace/sources.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSafeForms, wantedForms, withForms, type SafeForms } from './safe-forms.ts';
import { readSizes } from './table-sizes.ts';

/** What is rehearsed. */
export interface BegunRehearsal {
  readonly project: Project;
  readonly migrations: MigrationSet;
  /** Those that head has and base has not. */
  readonly added: readonly Migration[];
  /** What the database held before them. */
  readonly snapshot: Snapshot;
  readonly base: Schema;
  readonly trace: Promise<Trace>;
  /** A database that holds what was there before them, for whoever needs one. */
  readonly before: Shared;
}

/** The same, with the search for safe forms under way. */
export interface Rehearsal extends BegunRehearsal {
  /**
   * Found beside the caller's work, before the models are known: these change how much a drop weighs, and
   * never what rules write instead.
   */
  readonly forms: Promise<SafeForms>;
}

/** A database that whoever asks first opens, and the others share. */
interface Shared {
  readonly get: () => Promise<Database>;
  readonly close: () => Promise<void>;
}

export interface RehearsalOptions {
  readonly project: Project;
  readonly migrations: MigrationSet;
  readonly added: readonly Migration[];
  /** What base has, where head edited it; null where nothing was there. */
  readonly base: AtBase | null;
  readonly history: History;
  /** The schema of what both histories share. */
  readonly shared: Schema;
}

/** A rehearsal and what the rules say of it; what the configuration sets aside says so itself. */
export interface Rehearsed {
  readonly trace: Trace;
  readonly findings: readonly (Finding | SilencedFinding)[];
}

/**
 * Begins the rehearsal of what is new, beside the caller's work. `database` holds what both histories
 * share, and is left as it is. Null where base's own migrations don't run.
 */
export async function beginRehearsal(
  workspace: Workspace,
  database: EmbeddedDatabase,
  options: RehearsalOptions,
): Promise<BegunRehearsal | null> {
  const { project, migrations, added, base, history } = options;
  const templates = added
    .flatMap(({ statements, down }) => [...statements, ...(down?.statements ?? [])])
    .some(({ sql }) => mayNeedTemplates(sql));
  const before =
    history.diverged && base !== null
      ? await ofBase(workspace, base, templates)
      : { snapshot: await database.snapshot({ templates }), schema: options.shared };
  if (before === null) return null;
  const trace = workspace.clock.beside('rehearsal', run(workspace, before.snapshot, options));
  // Whoever waits for it hears of a failure.
  trace.catch(() => undefined);
  const { snapshot, schema } = before;
  const shared = openedOnce(() => workspace.databases.copy(snapshot));
  return { project, migrations, added, trace, snapshot, base: schema, before: shared };
}

/** Begins to look for safe forms. `head` is the schema after the migrations, null where they don't run. */
export function beginForms(
  workspace: Workspace,
  begun: BegunRehearsal,
  head: Schema | null,
): Rehearsal {
  const forms = workspace.clock.beside('safe forms', formsFor(workspace, begun, head));
  // While models are still read, it costs nobody any time. Whoever waits for it hears of a failure.
  forms.then(begun.before.get).catch(() => undefined);
  return { ...begun, forms };
}

async function formsFor(
  workspace: Workspace,
  begun: BegunRehearsal,
  head: Schema | null,
): Promise<SafeForms> {
  const { project, migrations, added, snapshot, base } = begun;
  const wanted = wantedForms(await judgeTrace(workspace, begun, { head, used: null }));
  const statements = await statementsOf(added.flatMap((migration) => migration.statements));
  return findSafeForms(wanted, statements, {
    ...onlineSettings(project),
    ...{ base, open: () => workspace.databases.copy(snapshot) },
    read: (database) => introspect(database, { exclude: [migrations.bookkeeping] }),
  });
}

function openedOnce(open: () => Promise<Database>): Shared {
  let opened: Promise<Database> | null = null;
  return {
    get: () => (opened ??= open()),
    close: async () => {
      // Where it could not be opened, whoever asked for it has heard of that.
      await opened?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}

/** Head edited what base has: base's own migrations come first all the same. */
async function ofBase(
  { databases }: Workspace,
  { migrations }: AtBase,
  templates: boolean,
): Promise<{ snapshot: Snapshot; schema: Schema } | null> {
  const database = await databases.take();
  try {
    const { failure } = await replay(database, migrations.migrations);
    if (failure !== null) return null;
    const schema = await readActual(database, migrations);
    return { snapshot: await database.snapshot({ templates }), schema };
  } finally {
    await database.close();
  }
}

function run(
  { databases }: Workspace,
  snapshot: Snapshot,
  { migrations, added }: RehearsalOptions,
): Promise<Trace> {
  const { bookkeeping, transactions } = migrations;
  const books = objectId('table', bookkeeping.schema, bookkeeping.table);
  return rehearse(() => databases.copy(snapshot), added, { transactions, except: [books] });
}

/** The first of base's migrations that can't have run in the transaction its tool runs it in; null for none. */
async function precedentOf(
  { migrations, transactions }: MigrationSet,
  added: readonly Migration[],
): Promise<string | null> {
  for (const migration of migrations) {
    if (added.includes(migration) || !isWrapped(migration, { transactions })) continue;
    const texts = migration.statements.filter(({ sql }) =>
      /\bconcurrently\b|\bcommit\b/iu.test(sql),
    );
    // A COMMIT of its own makes room for it.
    if (texts.some(({ sql }) => /\bcommit\b/iu.test(sql))) continue;
    for (const { sql } of await statementsOf(texts)) {
      if (isConcurrent({ tree: await parseTree(sql) })) return migration.name;
    }
  }
  return null;
}

/** What is known of the models and migrations around a rehearsal. */
interface Surroundings {
  /** The schema after the migrations; null where they don't run. */
  readonly head: Schema | null;
  /** Ids of what base's models name; null where that isn't known. */
  readonly used: ReadonlySet<string> | null;
}

/** Waits for a rehearsal and judges it. */
export async function judgeRehearsal(
  workspace: Workspace,
  rehearsal: Rehearsal,
  surroundings: Surroundings,
): Promise<Rehearsed> {
  const { project, added } = rehearsal;
  const { clock, progress, configured, today } = workspace;
  progress.phase('rehearsing', `${project.id}: ${String(added.length)} new`);
  const trace = await rehearsal.trace;
  clock.lap('wait for rehearsal');
  const judged = await judgeTrace(workspace, rehearsal, surroundings);
  clock.lap('rules');
  const forms = await rehearsal.forms;
  clock.lap('wait for safe forms');
  return {
    trace,
    findings: [...withForms(judged, forms), ...readSizes(configured, project, today).findings],
  };
}

async function judgeTrace(
  workspace: Workspace,
  rehearsal: BegunRehearsal,
  { head, used }: Surroundings,
): Promise<readonly Judged[]> {
  const { project, migrations, added, base } = rehearsal;
  const wrapped = added.filter((migration) => isWrapped(migration, migrations));
  return judge(
    {
      ...{ trace: await rehearsal.trace, base, head: head ?? base, used },
      precedent: await precedentOf(migrations, added),
      postgres: project.postgres ?? null,
      sizes: readSizes(workspace.configured, project, workspace.today).sizes,
      wrapped: new Set(wrapped.map(({ name }) => name)),
    },
    settingsOf(project, workspace.today),
  );
}
