// The commands that work on a database go through the projects one by one in the same way.
import { extensionsIn } from '../database/extensions.ts';
import { openTarget, type Target } from '../database/target.ts';
import { UsageError } from '../errors.ts';
import type { KeptSet } from '../migrate.ts';
import { openDirectory } from '../revision/open.ts';
import { readConfig } from '../settings/config.ts';
import type { MigrationSet, Project } from '../tools/tool.ts';
import { findProjects, toolOf } from '../workspace/projects.ts';
import type { Invocation } from './invocation.ts';

export interface ProjectOnTarget {
  readonly project: Project;
  readonly migrations: MigrationSet;
  readonly target: Target;
}

/** The same, where the books of what was applied can be kept. Throws `UsageError` where only the tool can. */
export function eachKeptProject<T>(
  invocation: Invocation,
  work: (one: ProjectOnTarget & { readonly migrations: KeptSet }) => Promise<T>,
  options: { readonly whole?: boolean } = {},
): Promise<readonly T[]> {
  return eachProject(
    invocation,
    ({ migrations: { ledger, ...set }, ...one }) => {
      if (ledger === null) throw notKept(one.project);
      return work({ ...one, migrations: { ...set, ledger } });
    },
    { ...options, kept: true },
  );
}

function notKept({ id }: Project): UsageError {
  return new UsageError(
    `${id}: only the tool that these migrations are written for can apply them and keep its books; ` +
      'use its own command',
  );
}

/**
 * Opens the database of every chosen project in turn and runs `work` on it. Throws `UsageError` where
 * several projects would share one server, and, before any database is opened, where `whole` asks for
 * migrations without a gap and there is one.
 */
export async function eachProject<T>(
  { args, surroundings, progress }: Invocation,
  work: (one: ProjectOnTarget) => Promise<T>,
  { whole = false, kept = false }: { readonly whole?: boolean; readonly kept?: boolean } = {},
): Promise<readonly T[]> {
  progress.phase('reading the repository');
  const head = openDirectory(args.directory);
  const { projects } = await findProjects(head, readConfig(head, args.config), args.projects);
  const databaseUrl = urlOf(args.databaseUrl, surroundings.environment['DATABASE_URL']);
  if (databaseUrl !== null && projects.length > 1) {
    const ids = projects.map(({ id }) => id).join(', ');
    throw new UsageError(`say with --project whose database this is; there are: ${ids}`);
  }
  const sets = new Map<Project, MigrationSet>();
  for (const project of projects) {
    sets.set(project, await toolOf(project).readMigrations(head, project));
  }
  const foreign = kept ? [...sets].find(([, { ledger }]) => ledger === null) : undefined;
  if (foreign !== undefined) throw notKept(foreign[0]);
  if (whole) refuseGaps([...sets.values()]);
  const results: T[] = [];
  for (const [project, migrations] of sets) {
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

/** What comes after a migration that can't be read would be recorded, and that one never run. */
function refuseGaps(sets: readonly MigrationSet[]): void {
  const problems = sets
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, message }) =>
      file === null ? message : `${file}:${String(line ?? 1)}: ${message}`,
    );
  if (problems.length === 0) return;
  throw new UsageError([...problems, 'nothing was applied']);
}

/** The option, else the variable; one that is empty counts as not given. Throws `UsageError` for what is no URL. */
export function urlOf(option: string | null, variable: string | undefined): string | null {
  const url = option ?? (variable === '' ? undefined : variable) ?? null;
  if (url === null || /^postgres(?:ql)?:\/\//u.test(url)) return url;
  const name = option === null ? 'DATABASE_URL' : '--database-url';
  throw new UsageError(`${name}: must begin with postgres:// or postgresql://`);
}

function extensionsOf({ migrations }: MigrationSet): string[] {
  const statements = migrations.flatMap((migration) => migration.statements);
  return [...new Set(statements.flatMap(({ sql }) => extensionsIn(sql)))];
}
