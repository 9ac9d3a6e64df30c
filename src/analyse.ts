// One project, from files to a proved plan: the middle of both `check` and `generate`.
import { assumedSchemas, readActual, replay } from './comparison/actual.ts';
import { actualAtBase, findBase, readBaseSide, type AtBase } from './comparison/base-side.ts';
import {
  buildDesired,
  buildDesiredInPlace,
  createRole,
  type Desired,
} from './comparison/desired.ts';
import type { Drift } from './comparison/drift.ts';
import { writePlan, type WrittenPlan } from './comparison/migration-files.ts';
import {
  baseUnread,
  emptyModels,
  leftOut,
  otherVersion,
  unobserved,
} from './comparison/observations.ts';
import { planDrift, planWithheld } from './comparison/proved-plan.ts';
import { describeRenames, undecidedRenames } from './comparison/rename-variants.ts';
import { settleRenames } from './comparison/settle-renames.ts';
import { sideOf, whyUnread, type Side } from './comparison/sides.ts';
import type { Database } from './database/database.ts';
import { beginBuilding, type Building, type Built } from './migrations/built.ts';
import { judgeNew, type NewMigrations } from './migrations/new-migrations.ts';
import { toldRenames } from './migrations/told-renames.ts';
import type { Analysis, Compared, Migrated } from './record/analysis.ts';
import type { Finding } from './report/report.ts';
import { objectId } from './schema/identity.ts';
import type { Schema } from './schema/objects.ts';
import type { Migration, ModelReading, Project } from './tools/tool.ts';
import { createExtensions } from './workspace/databases.ts';
import { toolOf } from './workspace/projects.ts';
import { addedTo, historyIn } from './workspace/sources.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Reads, builds and compares one project at head and base, and plans what is missing. */
export async function analyse(workspace: Workspace, project: Project): Promise<Analysis> {
  const { head, databases, progress, clock, timeLeft } = workspace;
  const tool = toolOf(project);
  const migrations = await tool.readMigrations(head, project);
  const base = await findBase(workspace, project);
  const history = historyIn(workspace, migrations, base?.migrations ?? null);
  const added = workspace.base === null ? [] : addedTo(migrations, base?.migrations ?? null);
  const begin = (): Promise<Building> =>
    beginBuilding(workspace, { project, migrations, history, base, added });
  progress.phase('running the migrations', `${project.id}: ${migrations.migrations.length}`);
  let begun = await begin();
  clock.lap('start');
  if (tool.readModels === null) {
    const built = await begun.running;
    clock.lap('wait for migrations');
    const fresh = { project, base, migrations, added, actual: begun.actual, built };
    const rehearsed = await judgeNew(workspace, { ...fresh, empty: null, sides: null });
    return analysisOf({ ...fresh, rehearsed, migrated: await migratedBy(workspace, fresh) });
  }
  const models = await tool.readModels(head, project, { env: project.env, timeLeft });
  clock.lap('models');
  if (databases.provide(models.extensions)) {
    // The models need what no SQL file speaks of: a database that lacks it can't show what is missing.
    await begun.actual.close();
    begun = await begin();
  }
  const { actual, running } = begun;
  progress.phase('comparing', `${project.id}: ${models.tables} tables`);
  const spare = await databases.take();
  const desired = await buildDesired(spare, models, createExtensions(databases.extensions));
  clock.lap('desired');
  const built = await running;
  clock.lap('wait for migrations');
  const read = { project, models, migrations, replayed: built.replayed, added, unseen: [] };
  const { atHead } = built;
  const compared =
    atHead === null || whyUnread(models, migrations) !== null
      ? null
      : await compare(workspace, read, {
          ...{ actual, spare, desired, base },
          built: { ...built, atHead },
        });
  const rehearsed = await judgeNew(workspace, {
    ...{ project, base, migrations, added, actual, built, empty: spare },
    sides: sidesOf(compared),
  });
  const migrated = await migratedBy(workspace, { base, migrations, added, built }, compared);
  return { ...read, compared, migrated, rehearsed, standing: standingIn(base, compared) };
}

/** Mostly read already; a database of its own is needed only where base's history isn't the beginning of head's. */
async function migratedBy(
  workspace: Workspace,
  {
    base,
    migrations,
    added,
    built,
  }: Pick<NewMigrations, 'base' | 'migrations' | 'added' | 'built'>,
  compared: Compared | null = null,
): Promise<Migrated | null> {
  const told = (before: Schema, after: Schema): Promise<Migrated> =>
    migratedIn(added, { before, after });
  if (compared?.base) return told(compared.base.migrated, compared.head.migrated);
  const { atBase, atHead, rehearsal } = built;
  if (added.length === 0 || atHead === null) return null;
  // It is new, or nobody knows what base had.
  if (base === null) return rehearsal === null ? null : told(rehearsal.base, atHead);
  const before = await actualAtBase(workspace, base, { migrations, atBase });
  return before === null ? null : told(before, atHead);
}

/** From one schema to the other by these migrations. */
export async function migratedIn(
  added: readonly Migration[],
  sides: Omit<Migrated, 'renamed'>,
): Promise<Migrated> {
  return { ...sides, renamed: await toldRenames(added, sides) };
}

function sidesOf(compared: Compared | null): { base: Side; head: Side } | null {
  const base = compared?.base ?? null;
  return compared === null || base === null ? null : { base, head: compared.head };
}

/** The analysis of migrations that are run and compared with nothing. */
export function analysisOf(
  run: Pick<Analysis, 'project' | 'migrations' | 'added' | 'rehearsed' | 'migrated'> & {
    readonly base: AtBase | null;
    readonly actual: Database;
    readonly built: Built;
  },
): Analysis {
  const { project, base, migrations, added, rehearsed, migrated, actual, built } = run;
  const { replayed } = built;
  const unseen = unseenIn(project, actual, built);
  const standing = standingIn(base, null);
  const analysis = { project, migrations, added, rehearsed, migrated, standing };
  return { ...analysis, models: null, replayed, compared: null, unseen };
}

function unseenIn(project: Project, actual: Database, { atHead }: Built): Finding[] {
  const unobservable = atHead === null ? [] : unobserved([atHead], actual.stubbed);
  return [...unobservable, ...otherVersion(project, actual.version)];
}

interface Context {
  readonly actual: Database;
  readonly spare: Database;
  readonly built: Built & { readonly atHead: Schema };
  readonly desired: Desired;
  readonly base: AtBase | null;
}

async function compare(
  workspace: Workspace,
  analysis: Pick<Analysis, 'project' | 'migrations'> & { readonly models: ModelReading },
  context: Context,
): Promise<Compared> {
  const { project, models, migrations } = analysis;
  const { actual, built, base } = context;
  // Roles belong to the whole server: only those that the models own are compared, and so not made.
  const { kinds, external } = models.scope;
  const roles = models.roles.filter(
    (name) => !kinds.includes('role') || external.includes(objectId('role', name)),
  );
  for (const role of roles) await actual.exec(createRole(role));
  // Where roles are read at all, those just made are there now.
  const atHead = kinds.includes('role') ? await readActual(actual, migrations) : built.atHead;
  // A model may lean on what only a migration can make, a function for example.
  const desired =
    context.desired.rejected.length === 0
      ? context.desired
      : await buildDesiredInPlace(actual, models, {
          actual: atHead,
          assumed: assumedSchemas(built.replayed),
        });
  const unsettled = sideOf(models, migrations, {
    desired,
    actual: atHead,
    assumed: assumedSchemas(built.replayed),
  });
  const atBase =
    base === null
      ? null
      : await readBaseSide(workspace, base, {
          ...context,
          project,
          head: unsettled,
          atBase: built.atBase,
        });
  const baseSide = typeof atBase === 'string' ? null : atBase;
  workspace.clock.lap('base');
  const before = atBaseOf(workspace, context, baseSide);
  const planned = await settleAndPlan(workspace, actual, {
    project,
    head: unsettled,
    base: baseSide,
    before,
  });
  const { head, drift } = planned;
  const { fresh, standing } = refusalsIn(desired, baseSide);
  const findings = [
    ...standing,
    ...fresh,
    ...(typeof atBase === 'string' ? [baseUnread(atBase)] : []),
    ...head.decided.wrong,
    ...undecidedRenames(planned.renames),
    ...emptyModels(head, drift.unmodelled),
    ...unobserved([head.actual, head.desired], actual.stubbed),
    ...leftOut(project, head),
    ...otherVersion(project, actual.version),
  ];
  const unknownAtBase = baseSide?.models.unknowns ?? [];
  return { ...planned, base: baseSide, findings, standing, unknownAtBase };
}

/** Models that Postgres refuses: those that it refused at base, too, block nothing. */
function refusalsIn(
  { refusals }: Desired,
  base: Side | null,
): { readonly fresh: readonly Finding[]; readonly standing: readonly Finding[] } {
  const known = ({ object }: Desired['refusals'][number]): boolean =>
    base?.unreadable.includes(object) === true;
  return {
    fresh: refusals.filter((one) => !known(one)).map(({ finding }) => finding),
    standing: refusals
      .filter(known)
      .map(({ finding }) => ({ ...finding, severity: 'warning' as const })),
  };
}

/** What is told of base's migrations and models as well. */
const standingIn = (base: AtBase | null, compared: Compared | null): readonly Finding[] => [
  ...(base?.migrations.findings ?? []),
  ...(compared?.base?.models.findings ?? []),
  ...(compared?.standing ?? []),
];

interface Sides {
  readonly project: Project;
  readonly head: Side;
  readonly base: Side | null;
  /** What was there before this revision; null for nothing. */
  readonly before: Schema | null;
}

/** What head's own migrations made holds no rows anywhere yet. */
function atBaseOf({ base }: Workspace, context: Context, baseSide: Side | null): Schema | null {
  if (base === null) return context.built.atHead;
  return context.base === null ? null : (baseSide?.actual ?? context.built.atBase);
}

/** Decides what was renamed, and plans the rest; while something is undecided, there is no plan. */
async function settleAndPlan(
  workspace: Workspace,
  actual: Database,
  sides: Sides,
): Promise<Omit<Compared, 'base' | 'findings' | 'standing' | 'unknownAtBase'>> {
  const { forms, clock, progress, databases, ask, renames } = workspace;
  const { project, before } = sides;
  const settled = await settleRenames(actual, { ...sides, renames, ask });
  const { head, drift } = settled;
  progress.phase('proving the plan', `${project.id}: ${drift.changes.length} changes`);
  const disposable = async (): Promise<Database> => {
    const database = await databases.take();
    await replay(database, head.migrations.migrations);
    await readActual(database, head.migrations);
    return database;
  };
  const inUse = new Set(before?.objects.keys());
  const planned = async (side: Side, changes: Drift): Promise<WrittenPlan> => {
    const options = { head: side, drift: changes, project, forms, inUse, disposable };
    const request = { revision: workspace.head, project, head: side, name: workspace.name };
    return writePlan(request, await planDrift(actual, options));
  };
  const open = await describeRenames(actual, settled, { ...sides, plan: planned });
  const stuck = settled.open.length + head.decided.wrong.length > 0;
  const plan = stuck ? { ...planWithheld(head), files: [] } : await planned(head, drift);
  clock.lap('plan');
  return { head, drift, plan, renames: open, foreign: head.decided.foreign };
}
