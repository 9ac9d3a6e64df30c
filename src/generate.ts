// The same pipeline as `check`, ending in files: the missing migration in the project's own format.
import { analyse } from './analyse.ts';
import { migrationFiles } from './comparison/migration-files.ts';
import { isWhole } from './comparison/sides.ts';
import { skipBlank } from './database/lexer.ts';
import { EnvironmentError, UsageError } from './errors.ts';
import type { Progress } from './progress.ts';
import type { Analysis } from './record/analysis.ts';
import { projectReport } from './record/project-report.ts';
import { unusedRenames } from './record/unused-renames.ts';
import type { ProjectReport } from './report/report.ts';
import { overlay } from './revision/overlay.ts';
import type { Revision } from './revision/revision.ts';
import type { OutputFile, Project } from './tools/tool.ts';
import { toolOf } from './workspace/projects.ts';
import { openWorkspace, type WorkspaceOptions } from './workspace/workspace.ts';

export interface Generated {
  readonly project: ProjectReport;
  /** Nothing is missing: no files. */
  readonly files: readonly OutputFile[];
}

/** The files of the missing migration of every project; nothing is written. */
export async function generate(
  options: WorkspaceOptions,
  name: string | null,
  progress: Progress,
): Promise<readonly Generated[]> {
  const workspace = await openWorkspace(options, progress);
  try {
    const generated: Generated[] = [];
    const analyses: Analysis[] = [];
    for (const project of withModels(workspace.projects, options.projects)) {
      const analysis = await analyse(workspace, project);
      analyses.push(analysis);
      const files = filesOf(analysis, name);
      if (files.length > 0) await readBack(workspace.head, analysis, files);
      generated.push({ project: projectReport(analysis), files });
      await workspace.databases.release();
    }
    const unused = unusedRenames(analyses, options);
    if (unused.length > 0) throw new UsageError(unused.map(({ message }) => message));
    return generated;
  } finally {
    progress.done();
    workspace.databases.close();
  }
}

/** Throws `UsageError` where nothing is left, or where one without models was asked for by its name. */
function withModels(projects: readonly Project[], wanted: readonly string[]): readonly Project[] {
  const kept = projects.filter((project) => toolOf(project).readModels !== null);
  const without = projects.filter((project) => !kept.includes(project));
  if (kept.length === 0 || wanted.length > 0) {
    const problems = without.map(
      ({ id, migrations }) =>
        `${id}: there are no models that a migration could be made from; write the next one by hand ` +
        `in ${migrations ?? 'its directory'}, and \`plumbline check\` runs it`,
    );
    if (problems.length > 0) throw new UsageError(problems);
  }
  return kept;
}

/** The files of what one project lacks; none where there is no plan or something can't be read. */
export function filesOf({ project, compared }: Analysis, name: string | null): OutputFile[] {
  if (compared === null || !isWhole(compared.head)) return [];
  const { head, plan } = compared;
  return migrationFiles({ project, head, parts: plan.report.migrations, name });
}

/** The files must read as exactly the migrations that were proved. Throws where they don't. */
export async function readBack(
  head: Revision,
  { project, migrations, compared }: Analysis,
  files: readonly OutputFile[],
): Promise<void> {
  const written = new Map(files.map(({ path, content }) => [path, content]));
  const after = await toolOf(project).readMigrations(overlay(head, written), project);
  const added = after.migrations.slice(migrations.migrations.length);
  const found = added.map(({ statements }) => textOf(statements.map(({ sql }) => sql)));
  const parts = compared?.plan.report.migrations ?? [];
  const expected = parts.map(({ statements }) => textOf(statements));
  if (found.join('\0') !== expected.join('\0')) {
    throw new EnvironmentError(
      `${project.id}: the migration reads back otherwise than it was proved`,
      'See whether a name or a value in it holds what parts statements in files of this layout.',
    );
  }
}

/** Statements as one text: some formats don't keep them apart. Without the comment before the first. */
function textOf(statements: readonly string[]): string {
  const bare = statements.map((sql) => sql.slice(skipBlank(sql, 0)).trim().replace(/;$/u, ''));
  return bare.join(';\n').replaceAll(/;\s+/gu, ';\n');
}
