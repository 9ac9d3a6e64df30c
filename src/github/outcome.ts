// The step's result and its outputs, from a report.
import type { FormatName } from '../formats/names.ts';
import { failuresOf, type FailOn } from '../report/gate.ts';
import type { ProjectReport, Report } from '../report/report.ts';
import { groupDrift, statusOfFinding } from '../report/status.ts';
import { allFindings, isSkipped, verdictOf } from '../report/verdict.ts';
import { count } from '../report/words.ts';
import type { CommitOutcome } from './commit-policy.ts';
import type { PublishedComment } from './comment.ts';
import type { OutputName } from './inputs.ts';

/** Why the step fails; null when it passes. A check without an answer always fails. */
export function failureOf(report: Report, failOn: readonly FailOn[]): string | null {
  if (report.status === 'error') return [verdictOf(report), ...errorsOf(report)].join('\n');
  const [first = '', ...others] = failuresOf(report, failOn);
  if (first === '') return null;
  const reasons = [first.charAt(0).toUpperCase() + first.slice(1), ...others].join('; ');
  return `${reasons}. ${adviceFor(report)}`;
}

/** Absolute paths of what was written, by format. */
export type WrittenReports = Readonly<Partial<Record<FormatName, string>>>;

/** A value for every output there is. */
export function outputsOf(
  report: Report,
  run: {
    readonly written: WrittenReports;
    readonly comment: PublishedComment | undefined;
    readonly commit?: CommitOutcome | null;
    /** From the repository's root to the directory that was checked. */
    readonly prefix?: string;
  },
): Readonly<Record<OutputName, string>> {
  const changes = report.projects.flatMap((project) => groupDrift(project.drift).blocking).length;
  const findings = allFindings(report).filter(({ severity }) => severity !== 'note');
  const files = report.projects.flatMap(({ plan }) => plan.file ?? []);
  const commit = run.commit?.is === 'committed' ? run.commit : null;
  const planned = report.projects
    .flatMap(({ plan }) => plan.migrations)
    .map(({ file }) => `${run.prefix ?? ''}${file}`);
  return {
    status: isSkipped(report) ? 'skipped' : report.status,
    drift: String(changes > 0),
    unsafe: String(allFindings(report).some((finding) => statusOfFinding(finding) === 'unsafe')),
    'changes-count': String(changes),
    'findings-count': String(findings.length),
    projects: JSON.stringify(report.projects.map(summaryOf)),
    'report-path': run.written.json ?? '',
    'sarif-path': run.written.sarif ?? '',
    'patch-path': patchPath(report, run.written),
    'comment-id': run.comment?.id ?? '',
    'comment-url': run.comment?.url ?? '',
    committed: String(commit !== null),
    'commit-sha': commit?.sha ?? '',
    'migration-files': JSON.stringify(commit?.files ?? planned),
    'migration-file': files[0] ?? '',
  };
}

/** An empty patch is none. */
function patchPath({ projects }: Report, { patch = '' }: WrittenReports): string {
  return projects.some(({ plan }) => plan.files.length > 0) ? patch : '';
}

function summaryOf(project: ProjectReport): Readonly<Record<string, string | number | null>> {
  return {
    id: project.id,
    root: project.root,
    status: project.status,
    changes: groupDrift(project.drift).blocking.length,
    'migration-file': project.plan.file,
  };
}

function adviceFor(report: Report): string {
  const planned = report.projects.some(({ plan }) => plan.up.length > 0);
  return planned
    ? 'Run `npx plumbline makemigrations` and commit what it writes.'
    : 'The job summary tells what to do.';
}

/** As many as anybody reads: the runner shows a step's failure as one annotation, which has a limit. */
const MOST_ERRORS = 20;

function errorsOf(report: Report): readonly string[] {
  const errors = allFindings(report).filter(({ severity }) => severity === 'error');
  const left = errors.length - MOST_ERRORS;
  const lines = errors.slice(0, MOST_ERRORS).map(({ file, line, message }) => {
    const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    return `${place}${message}`;
  });
  return left <= 0
    ? lines
    : [...lines, `and ${count(left, 'more error')}: the job summary tells all.`];
}
