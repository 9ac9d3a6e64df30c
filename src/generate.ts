// The same pipeline as `check`, ending in files: the missing migration in the project's own format.
import { analyse } from './analyse.ts';
import { UsageError } from './errors.ts';
import type { Progress } from './progress.ts';
import { filesOf, type Analysis } from './record/analysis.ts';
import { projectReport } from './record/project-report.ts';
import { unusedRenames } from './record/unused-renames.ts';
import type { ProjectReport } from './report/report.ts';
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
  progress: Progress,
): Promise<readonly Generated[]> {
  const workspace = await openWorkspace(options, progress);
  try {
    const generated: Generated[] = [];
    const analyses: Analysis[] = [];
    for (const project of withModels(workspace.projects, options.projects)) {
      const analysis = await analyse(workspace, project);
      analyses.push(analysis);
      generated.push({ project: projectReport(analysis), files: filesOf(analysis) });
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
