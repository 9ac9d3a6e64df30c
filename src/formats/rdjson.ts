// reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Statements that
// mend something are in its message and no suggestion: where a statement ends isn't known.
import { problemsOf, type Problem } from '../report/problems.ts';
import type { Report, Severity } from '../report/report.ts';
import type { FormatContext } from './format.ts';
import { messageOf } from './messages.ts';
import { pageUrl, PRODUCT_URL } from './pages.ts';
import { pathOf } from './places.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  note: 'INFO',
};
const SOURCE = { name: 'plumbline', url: PRODUCT_URL } as const;

/** One document; its paths begin at the current directory, as reviewdog's do. */
export function renderRdjson(report: Report, context: FormatContext): string {
  const diagnostics = diagnosticsOf(report, context);
  return `${JSON.stringify({ source: SOURCE, diagnostics }, null, 2)}\n`;
}

/** One diagnostic a line. */
export function renderRdjsonl(report: Report, context: FormatContext): string {
  return diagnosticsOf(report, context)
    .map((diagnostic) => `${JSON.stringify({ source: SOURCE, ...diagnostic })}\n`)
    .join('');
}

function diagnosticsOf(report: Report, { fromHere }: FormatContext): readonly object[] {
  const told = problemsOf(report).filter(({ silenced }) => silenced === null);
  return told.map((problem) => ({
    message: messageOf(problem),
    location: locationOf(problem, fromHere),
    severity: SEVERITIES[problem.severity],
    code: codeOf(problem.rule, report.plumbline),
  }));
}

function locationOf(problem: Problem, fromHere: string): object {
  const { line } = problem;
  return {
    path: pathOf(problem, fromHere),
    ...(line === null ? {} : { range: { start: { line } } }),
  };
}

function codeOf(rule: string, version: string): object {
  const url = pageUrl(rule, version);
  return url === null ? { value: rule } : { value: rule, url };
}
