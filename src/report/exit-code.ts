// The command line's exit codes: 0 in sync, 1 drift or unsafe, 2 wrong usage or configuration,
// 3 no answer (a migration that fails, the surroundings, a bug).
import { UsageError } from '../errors.ts';
import type { Report } from './report.ts';

export type ExitCode = 0 | 1 | 2 | 3;

export function exitCodeOf(report: Report): ExitCode {
  switch (report.status) {
    case 'ok':
      return 0;
    case 'drift':
    case 'unsafe':
      return 1;
    case 'error':
      return isMisconfigured(report) ? 2 : 3;
  }
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
