// The commands that work on a database go through the projects one by one in the same way.
import type { Invocation } from './invocation.ts';
import { readConfig } from '../config.ts';
import { extensionsIn } from '../database/extensions.ts';
import { UsageError } from '../errors.ts';
import { findProjects, toolOf } from '../projects.ts';
import { openRevisions } from '../revision/open.ts';
import { openTarget, type Target } from '../target.ts';
import type { MigrationSet, Project } from '../tools/tool.ts';

export interface ProjectOnTarget {
  readonly project: Project;
  readonly migrations: MigrationSet;
  readonly target: Target;
}

/**
 * Opens the database of every chosen project in turn and runs `work` on it. Throws `UsageError` where
 * several projects would share one server.
 */
export async function eachProject<T>(
  { args, surroundings, progress }: Invocation,
  work: (one: ProjectOnTarget) => Promise<T>,
): Promise<readonly T[]> {
  progress.phase('reading the repository');
  const { head } = openRevisions(args.directory, null);
  const { projects } = await findProjects(head, readConfig(head, args.config), args.projects);
  const databaseUrl = args.databaseUrl ?? surroundings.environment['DATABASE_URL'] ?? null;
  if (databaseUrl !== null && projects.length > 1) {
    const ids = projects.map(({ id }) => id).join(', ');
    throw new UsageError(`say with --project whose database this is; there are: ${ids}`);
  }
  const results: T[] = [];
  for (const project of projects) {
    const migrations = await toolOf(project).readMigrations(head, project);
    progress.phase('opening the database', project.id);
    const target = await openTarget({
      directory: args.directory,
      databaseUrl,
      deadlineMs: args.timeoutMs,
      project: project.id,
      extensions: extensionsOf(migrations),
    });
    try {
      results.push(await work({ project, migrations, target }));
    } finally {
      progress.done();
      await target.close();
    }
  }
  return results;
}

function extensionsOf({ migrations }: MigrationSet): string[] {
  const statements = migrations.flatMap((migration) => migration.statements);
  return [...new Set(statements.flatMap(({ sql }) => extensionsIn(sql)))];
}
