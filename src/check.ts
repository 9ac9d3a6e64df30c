// The pipeline of ARCHITECTURE.md: revisions → models and migrations → two schemas → drift → a proved
// plan → the report.
import { analyse, type Analysis } from './analyse.ts';
import { projectReport } from './project-report.ts';
import type { Progress } from './progress.ts';
import { REPORT_VERSION, type Report } from './report/report.ts';
import { reportStatus } from './report/status.ts';
import type { Revision } from './revision/revision.ts';
import { unusedRenames } from './unused-renames.ts';
import { version } from './version.ts';
import { openWorkspace, type WorkspaceOptions } from './workspace.ts';

export type CheckOptions = WorkspaceOptions;

/**
 * Says for every project which migration is missing. Throws `UsageError` for what the user must
 * change, `EnvironmentError` for what the surroundings withhold.
 */
export async function check(options: CheckOptions, progress: Progress): Promise<Report> {
  const workspace = await openWorkspace(options, progress);
  try {
    const analyses: Analysis[] = [];
    for (const project of workspace.projects) analyses.push(await analyse(workspace, project));
    const projects = analyses.map(projectReport);
    const findings = [...workspace.findings, ...unusedRenames(analyses, options)];
    return {
      version: REPORT_VERSION,
      status: reportStatus({ projects, findings }),
      plumbline: version,
      head: describeRevision(workspace.head),
      base: workspace.base === null ? null : describeRevision(workspace.base),
      timings: workspace.clock.read(),
      projects,
      findings,
    };
  } finally {
    progress.done();
    workspace.databases.close();
  }
}

/** What was compared, for the report. */
export const describeRevision = ({ label, commit }: Revision): Report['head'] => ({
  label,
  commit,
});
