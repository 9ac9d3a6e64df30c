// What was thrown instead of a report, as a report: so that all that reads reports can tell it.
import { EnvironmentError, messageOf, UsageError } from './errors.ts';
import { REPORT_VERSION, type Finding, type Report } from './report/report.ts';
import { version } from './version.ts';

export function failureReport(error: unknown): Report {
  return {
    version: REPORT_VERSION,
    status: 'error',
    plumbline: version,
    head: { label: 'working tree', commit: null },
    base: null,
    timings: {},
    projects: [],
    findings: findingsOf(error),
  };
}

function findingsOf(error: unknown): readonly Finding[] {
  const nowhere = { severity: 'error', file: null, line: null } as const;
  if (error instanceof UsageError) {
    return error.problems.map((message) => ({
      ...nowhere,
      rule: 'usage',
      hazard: 'configuration',
      message,
    }));
  }
  const message =
    error instanceof EnvironmentError
      ? `${error.message}\n${error.help}`
      : `This is a bug in Plumbline, please report it: ${messageOf(error)}`;
  const rule = error instanceof EnvironmentError ? 'environment' : 'bug';
  return [{ ...nowhere, rule, hazard: 'failure', message }];
}
