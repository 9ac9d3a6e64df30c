// The verdict in words: one sentence that every renderer puts first.
import type { Finding, ProjectReport, Report, Severity, Status } from './report.ts';
import { missingChanges, openRenames, statusOfFinding } from './status.ts';
import { count } from './words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** `2 model changes have no migration`. */
export function verdictOf(report: Report): string {
  const sentence = VERDICTS[report.status](report);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Every finding with the project it is about, worst first, else in the report's order. */
export function allFindings(report: Pick<Report, 'findings' | 'projects'>): readonly Finding[] {
  return sortFindings([
    ...report.findings,
    ...report.projects.flatMap((project) => project.findings),
  ]);
}

export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

const VERDICTS: Readonly<Record<Status, (report: Report) => string>> = {
  ok: okVerdict,
  drift: driftVerdict,
  unsafe: (report) => [unsafeVerdict(report), ...driftParts(report)].join(', and '),
  error: (report) => {
    const errors = countErrors(allFindings(report));
    return `no answer: ${count(errors, 'error')} must be mended first`;
  },
};

/** Whether nothing was checked, for nothing that matters changed. */
export function isSkipped({ findings }: Pick<Report, 'findings'>): boolean {
  return findings.some(({ rule }) => rule === 'nothing-changed') || isSuperseded({ findings });
}

function isSuperseded({ findings }: Pick<Report, 'findings'>): boolean {
  return findings.some(({ rule }) => rule === 'newer-commit');
}

function okVerdict(report: Report): string {
  if (isSuperseded(report)) return 'a newer commit of the pull request has a check of its own';
  if (isSkipped(report)) return 'nothing that models or migrations are made of changed';
  if (report.projects.length === 0) return 'nothing to check';
  const warnings = allFindings(report).filter(({ severity }) => severity === 'warning').length;
  const aside = warnings > 0 ? `; ${count(warnings, 'warning')}` : '';
  return `${agreement(report.projects)}${aside}`;
}

function agreement(projects: readonly ProjectReport[]): string {
  const without = projects.filter(({ models }) => models === null).length;
  if (without === 0) return 'models and migrations match';
  return without === projects.length
    ? 'migrations run; no models to compare'
    : 'models and migrations match, where there are models';
}

/** `2 model changes have no migration`, whatever else there is. */
export function driftVerdict(report: Report): string {
  const parts = driftParts(report);
  return parts.length > 0 ? parts.join(', and ') : 'models and migrations differ';
}

function driftParts(report: Report): readonly string[] {
  const changes = sum(report.projects, (project) => missingChanges(project).length);
  const unknowns = sum(report.projects, introducedUnknowns);
  const renames = sum(report.projects, (project) => openRenames(project).length);
  const history = countErrors(allFindings(report).filter(isOfHistory));
  return [
    ...(changes > 0
      ? [`${count(changes, 'model change')} ${changes === 1 ? 'has' : 'have'} no migration`]
      : []),
    ...(renames > 0 ? [`${count(renames, 'rename')} must be decided`] : []),
    ...(unknowns > 0 ? [`${count(unknowns, 'part')} of the models can't be read`] : []),
    ...(history > 0 ? [`${count(history, 'error')} in the history of the migrations`] : []),
  ];
}

/** How many steps of new migrations are unsafe: of one statement several things may be said. */
export function unsafeSteps(report: Pick<Report, 'findings' | 'projects'>): number {
  const unsafe = allFindings(report).filter((one) => statusOfFinding(one) === 'unsafe');
  const places = unsafe.map(({ file, line }, index) =>
    file === null || line === null ? String(index) : `${String(line)} ${file}`,
  );
  return new Set(places).size;
}

function unsafeVerdict(report: Report): string {
  const unsafe = unsafeSteps(report);
  return `${count(unsafe, 'step')} of the new migrations ${unsafe === 1 ? 'is' : 'are'} unsafe`;
}

/** Neither a model nor a step is wrong: an applied migration was edited, a new one comes too late, … */
const isOfHistory = ({ hazard, migration }: Finding): boolean =>
  hazard === 'drift' && migration !== undefined;

const introducedUnknowns = ({ models }: ProjectReport): number =>
  models?.unknowns.filter(({ introduced }) => introduced).length ?? 0;

function countErrors(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.severity === 'error').length;
}

function sum(
  projects: readonly ProjectReport[],
  number: (project: ProjectReport) => number,
): number {
  return projects.reduce((total, project) => total + number(project), 0);
}
