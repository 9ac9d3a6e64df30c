// The command line's exit codes: 0 in sync, 1 what it is to fail on (drift or unsafe), 2 wrong usage or configuration,
// 3 no answer (a migration that fails, the surroundings, a bug).
import { UsageError } from '../errors.ts';
import { failuresOf, usualFailOn, type FailOn } from './gate.ts';
import type { Report } from './report.ts';

export type ExitCode = 0 | 1 | 2 | 3;

/** The exit code of a check that is to fail on these. */
export function exitCodeOf(report: Report, failOn: readonly FailOn[] = usualFailOn): ExitCode {
  if (report.status === 'error') return isMisconfigured(report) ? 2 : 3;
  return failuresOf(report, failOn).length > 0 ? 1 : 0;
}

/** The exit code for what was thrown instead of a report. */
export function exitCodeOfError(error: unknown): ExitCode {
  return error instanceof UsageError ? 2 : 3;
}

function isMisconfigured(report: Report): boolean {
  const findings = [...report.findings, ...report.projects.flatMap((project) => project.findings)];
  // Drift is an answer; it is not what keeps one from being given.
  const errors = findings.filter(
    ({ severity, hazard }) => severity === 'error' && hazard !== 'drift',
  );
  return errors.length > 0 && errors.every((finding) => finding.hazard === 'configuration');
}
