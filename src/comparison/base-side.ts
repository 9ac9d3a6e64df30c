// The same comparison at base, so that what was there before is not held against this revision.
import type { Database } from '../database/database.ts';
import type { Revision } from '../revision/revision.ts';
import type { Schema } from '../schema/objects.ts';
import type { MigrationSet, ModelReading, Project } from '../tools/tool.ts';
import { createExtensions } from '../workspace/databases.ts';
import { toolOf } from '../workspace/projects.ts';
import { compareHistories, projectAtBase, readBaseModels } from '../workspace/sources.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readActual, replay } from './actual.ts';
import { decideRenames, isAnyPending } from './decided-renames.ts';
import { buildDesired, buildDesiredInPlace, type Desired } from './desired.ts';
import { scopeOf } from './drift.ts';
import { decidedBy } from './settle-renames.ts';
import { sideOf, whyUnread, withRenames, type Side } from './sides.ts';

export interface AtBase {
  readonly revision: Revision;
  readonly project: Project;
  readonly migrations: MigrationSet;
}

/** The project as base has it; null where there is no base or no such project there. */
export async function findBase(workspace: Workspace, project: Project): Promise<AtBase | null> {
  const { base } = workspace;
  if (base === null) return null;
  const atBase = await projectAtBase(workspace, base, project);
  if (atBase === null) return null;
  const migrations = await toolOf(atBase).readMigrations(base, atBase);
  return { revision: base, project: atBase, migrations };
}

interface HeadContext {
  readonly project: Project;
  readonly head: Side;
  /** A database that holds head's migrations. */
  readonly actual: Database;
  /** A database that holds nothing. */
  readonly spare: Database;
  /** The catalog where the histories part. */
  readonly atBase: Schema | null;
}

/** Desired and actual at base, or why there is no such thing: nothing is inherited then. */
export async function readBaseSide(
  workspace: Workspace,
  base: AtBase,
  context: HeadContext,
): Promise<Side | string> {
  const { project, head } = context;
  const models = await readBaseModels(workspace, base.revision, {
    project,
    atBase: base.project,
    head: head.models,
  });
  if (models === null) return 'it has no models';
  const unread = whyUnread(models, base.migrations);
  if (unread !== null) return unread.message;
  const actual = await actualAtBase(workspace, base, { ...context, migrations: head.migrations });
  if (actual === null) return 'its migrations do not run';
  const desired = await desiredAtBase(workspace, models, context);
  const side = sideOf(models, base.migrations, { desired, actual, assumed: head.assumed });
  return underDecidedNames(workspace, base, side);
}

/** What base's own models say was renamed, and its migrations did not do yet. */
async function underDecidedNames(workspace: Workspace, base: AtBase, side: Side): Promise<Side> {
  const decisions = decidedBy(base.project, side);
  const options = {
    actual: side.migrated,
    desired: side.desired,
    scope: scopeOf(side, null),
    bookkeeping: side.migrations.bookkeeping,
  };
  if (!isAnyPending(decisions, options)) return side;
  // Rare, and the one database that holds what base's migrations gave has moved on since.
  const apart = await workspace.databases.take();
  try {
    const replayed = await replay(apart, side.migrations.migrations);
    if (replayed.failure !== null) return side;
    return withRenames(side, await decideRenames(apart, decisions, options));
  } finally {
    await apart.close();
  }
}

async function desiredAtBase(
  workspace: Workspace,
  models: ModelReading,
  { head, actual, spare }: HeadContext,
): Promise<Desired> {
  if (models === head.models) {
    return { schema: head.desired, rejected: head.unreadable, refusals: [] };
  }
  const prelude = createExtensions(workspace.databases.extensions);
  const desired = await buildDesired(spare, models, prelude);
  return desired.rejected.length === 0 ? desired : buildDesiredInPlace(actual, models, head);
}

/**
 * What base's migrations give: they are the beginning of head's, or need a database of their own. `atBase` is the
 * catalog where the histories part; null where they don't run.
 */
export async function actualAtBase(
  workspace: Workspace,
  base: AtBase,
  { migrations, atBase }: { readonly migrations: MigrationSet; readonly atBase: Schema | null },
): Promise<Schema | null> {
  if (!compareHistories(migrations, base.migrations).diverged) return atBase;
  const apart = await workspace.databases.take();
  try {
    const replayed = await replay(apart, base.migrations.migrations);
    return replayed.failure === null ? await readActual(apart, base.migrations) : null;
  } finally {
    await apart.close();
  }
}
