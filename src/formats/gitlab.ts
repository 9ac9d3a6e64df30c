// GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { problemsOf } from '../report/problems.ts';
import type { Report, Severity } from '../report/report.ts';
import { oneLine } from '../report/visible.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { FormatContext } from './format.ts';
import { pathOf } from './places.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'minor',
  note: 'info',
};

export function renderGitlab(report: Report, { prefix }: FormatContext): string {
  const problems = problemsOf(report).filter(({ silenced }) => silenced === null);
  const fingerprints = fingerprintsOf(problems);
  const issues = problems.map((problem) => ({
    description: oneLine(problem.message),
    check_name: problem.rule,
    fingerprint: fingerprints.get(problem),
    severity: SEVERITIES[problem.severity],
    location: { path: pathOf(problem, prefix), lines: { begin: problem.line ?? 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
