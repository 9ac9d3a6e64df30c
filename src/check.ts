// The pipeline of ARCHITECTURE.md: revisions → models and migrations → two schemas → drift → a proved
// plan → the report.
import { analyse } from './analyse.ts';
import type { Progress } from './progress.ts';
import type { Analysis } from './record/analysis.ts';
import { projectReport } from './record/project-report.ts';
import { unusedRenames } from './record/unused-renames.ts';
import { unusedSettings } from './record/unused-settings.ts';
import { wholeReport } from './record/whole-report.ts';
import type { Finding, Report } from './report/report.ts';
import type { Revision } from './revision/revision.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace/workspace.ts';

export type CheckOptions = WorkspaceOptions;

/**
 * Says for every project which migration is missing. Throws `UsageError` for what the user must
 * change, `EnvironmentError` for what the surroundings withhold.
 */
export async function check(options: CheckOptions, progress: Progress): Promise<Report> {
  return (await checkInFull(options, progress)).report;
}

/** A check with what it was made from; its databases are closed. */
interface FullCheck {
  readonly report: Report;
  readonly analyses: readonly Analysis[];
}

/** The same as `check`, for whoever goes on from there. */
export async function checkInFull(options: CheckOptions, progress: Progress): Promise<FullCheck> {
  const workspace = await openWorkspace(options, progress);
  try {
    const analyses: Analysis[] = [];
    for (const project of workspace.projects) {
      analyses.push(await analyse(workspace, project));
      await workspace.databases.release();
    }
    const { today } = workspace;
    const report = reportOf(workspace, analyses, [
      ...unusedRenames(analyses, options),
      ...unusedSettings(analyses, { projects: options.projects, today }),
    ]);
    return { report, analyses };
  } finally {
    progress.done();
    workspace.databases.close();
  }
}

/** The report of a run, from its projects and what else was found. */
export function reportOf(
  { head, base, clock, findings: found }: Workspace,
  analyses: readonly Analysis[],
  more: readonly Finding[] = [],
): Report {
  return wholeReport({
    head: describe(head),
    base: base === null ? null : describe(base),
    timings: clock.read(),
    projects: analyses.map(projectReport),
    findings: [...found, ...more],
  });
}

const describe = ({ label, commit }: Revision): { label: string; commit: string | null } => ({
  label,
  commit,
});
