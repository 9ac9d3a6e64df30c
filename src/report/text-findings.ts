// Findings and unreadable models as lines of a terminal report.
import type { Finding, ProjectReport } from './report.ts';
import type { Paint } from './text-paint.ts';
import { sortFindings } from './verdict.ts';
import { manyLines, oneLine } from './visible.ts';

/** `error drizzle/0003_x.sql:12  message  [rule]`, worst first. */
export function findingLines(findings: readonly Finding[], style: Paint): readonly string[] {
  return sortFindings(findings).flatMap((finding) => {
    const [first = '', ...rest] = manyLines(finding.message).trimEnd().split('\n');
    const place = placeOf(finding.file, finding.line);
    const rule = style.faint(`[${oneLine(finding.rule)}]`);
    const head = [style.severity(finding.severity), style.strong(place), first, rule];
    return [
      head.filter((part) => part !== '').join(' '),
      ...rest.map((line) => `  ${line}`),
      ...safeLines(finding),
    ];
  });
}

/** `Allowed: drop-column drizzle/0003_x.sql:12 (unused since v3; until 2027-01-31)`. */
export function silencedLines({ silenced }: ProjectReport): readonly string[] {
  return silenced.map(({ rule, file, line, silenced: { reason, until } }) => {
    const why = oneLine(until === null ? reason : `${reason}; until ${until}`);
    return `Allowed: ${oneLine(rule)} ${placeOf(file, line)} (${why})`;
  });
}

/** What to write instead, to be copied. */
function safeLines({ safe = [] }: Finding): readonly string[] {
  if (safe.length === 0) return [];
  const lines = safe.flatMap((sql) => manyLines(sql).trimEnd().split('\n'));
  return ['  Instead:', ...lines.map((line) => `    ${line}`)];
}

/** The parts of the models that could not be read and that no finding tells already. */
export function unreadableLines(project: ProjectReport, style: Paint): readonly string[] {
  const told = new Set(
    [...project.findings, ...project.inherited].map((finding) =>
      placeOf(finding.file, finding.line),
    ),
  );
  return (project.models?.unknowns ?? [])
    .filter((unknown) => unknown.file === null || !told.has(placeOf(unknown.file, unknown.line)))
    .map((unknown) => {
      const place = placeOf(unknown.file, unknown.line);
      const what = unknown.object === null ? 'part of the models' : oneLine(unknown.object);
      const where = place === '' ? '' : `${style.strong(place)} `;
      return `${style.severity(unknown.introduced ? 'error' : 'warning')} ${where}${what} can't be read: ${oneLine(unknown.reason)}`;
    });
}

/** `src/schema.ts:12`; empty when there is no file. */
export function placeOf(file: string | null, line: number | null): string {
  if (file === null) return '';
  return oneLine(line === null ? file : `${file}:${line}`);
}
