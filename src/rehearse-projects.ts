// Only the rehearsal: what is new of a project's migrations, run on rows and judged, without its models.
import { analysisOf, migratedIn } from './analyse.ts';
import { reportOf } from './check.ts';
import { findBase } from './comparison/base-side.ts';
import { UsageError } from './errors.ts';
import { beginBuilding } from './migrations/built.ts';
import { judgeNew } from './migrations/new-migrations.ts';
import type { Progress } from './progress.ts';
import type { Analysis } from './record/analysis.ts';
import type { Report } from './report/report.ts';
import type { Project } from './tools/tool.ts';
import { toolOf } from './workspace/projects.ts';
import { addedTo, historyBefore, historyIn } from './workspace/sources.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace/workspace.ts';

export interface RehearseOptions extends WorkspaceOptions {
  /** The migrations' files, from the workspace's root; none means those that base lacks. */
  readonly files: readonly string[];
}

/**
 * Rehearses new migrations of every project. Throws `UsageError` where it isn't said which are new, or
 * a file is no migration of any project.
 */
export async function rehearseProjects(
  options: RehearseOptions,
  progress: Progress,
): Promise<Report> {
  if (options.files.length === 0 && options.base === null) {
    throw new UsageError('say which migrations are new: their files, or --base REF');
  }
  const workspace = await openWorkspace(options, progress);
  try {
    const analyses: Analysis[] = [];
    for (const project of workspace.projects) {
      const analysis = await rehearseProject(workspace, project, options.files);
      if (analysis !== null) analyses.push(analysis);
      await workspace.databases.release();
    }
    refuseStrangers(options.files, analyses);
    return reportOf(workspace, analyses);
  } finally {
    progress.done();
    workspace.databases.close();
  }
}

/** Null where files are named and none of them is this project's. */
async function rehearseProject(
  workspace: Workspace,
  project: Project,
  files: readonly string[],
): Promise<Analysis | null> {
  const migrations = await toolOf(project).readMigrations(workspace.head, project);
  const named = migrations.migrations.filter(({ file }) => files.includes(file));
  if (files.length > 0 && named.length === 0) return null;
  const base = files.length > 0 ? null : await findBase(workspace, project);
  const history =
    files.length > 0
      ? historyBefore(migrations, named)
      : historyIn(workspace, migrations, base?.migrations ?? null);
  const added = files.length > 0 ? history.rest : addedTo(migrations, base?.migrations ?? null);
  workspace.progress.phase(
    'running the migrations',
    `${project.id}: ${migrations.migrations.length}`,
  );
  const { actual, running } = await beginBuilding(workspace, {
    ...{ project, migrations, history, base, added },
  });
  const built = await running;
  const fresh = { project, base, migrations, added, actual, built };
  const rehearsed = await judgeNew(workspace, { ...fresh, empty: null, sides: null });
  const { atBase, atHead } = built;
  const known = added.length > 0 && atBase !== null && atHead !== null && !history.diverged;
  const migrated = known ? await migratedIn(added, { before: atBase, after: atHead }) : null;
  return analysisOf({ ...fresh, rehearsed, migrated });
}

function refuseStrangers(files: readonly string[], analyses: readonly Analysis[]): void {
  const known = new Set(
    analyses.flatMap(({ migrations }) => migrations.migrations.map(({ file }) => file)),
  );
  const strangers = files.filter((file) => !known.has(file));
  if (strangers.length === 0) return;
  throw new UsageError(
    strangers.map((file) => `${file === '' ? '.' : file}: no project has such a migration`),
  );
}
