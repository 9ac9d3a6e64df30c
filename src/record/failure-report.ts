// What was thrown instead of a report, as a report: so that all that reads reports can tell it.
import { EnvironmentError, messageOf, UsageError } from '../errors.ts';
import type { Finding, Report } from '../report/report.ts';
import { withStop } from '../report/words.ts';
import { wholeReport } from './whole-report.ts';

/** Every problem of the user's, what the surroundings withhold, or a bug: as errors, and nothing else. */
export const failureReport = (error: unknown): Report =>
  wholeReport({ findings: findingsOf(error) });

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
      ? `${withStop(error.message)}\n${error.help}`
      : `This is a bug in Plumbline, please report it: ${messageOf(error)}`;
  const rule = error instanceof EnvironmentError ? 'environment' : 'bug';
  return [{ ...nowhere, rule, hazard: 'failure', message }];
}
