// What to suggest at the lines of a pull request: safe forms that can stand where their statements stand.
// Knows no API.
import { createHash } from 'node:crypto';
import { clip, code, fenced, prose } from '../report/markdown-escape.ts';
import type { Finding, ProjectReport, Report } from '../report/report.ts';
import { manyLines, wellFormed } from '../report/visible.ts';
import type { DiffLine } from './diff-lines.ts';

export interface Suggestion {
  /** From the repository's root. */
  readonly path: string;
  readonly startLine: number;
  readonly line: number;
  readonly body: string;
  /** Stays the same from run to run, wherever the lines go. */
  readonly fingerprint: string;
}

export interface SuggestionsRequest {
  readonly report: Report;
  /** From the repository's root to the checked directory. */
  readonly prefix: string;
  /** Tells the comments of several runs on one pull request apart. */
  readonly commentId: string;
}

/** A safe form that takes the place of a statement. */
interface Replacement {
  readonly finding: Finding;
  readonly path: string;
  readonly line: number;
  readonly sql: string;
  readonly safe: readonly string[];
  readonly fingerprint: string;
}

const LONGEST = 50_000;
// GitHub refuses bodies over 65,536 characters, and with one the whole review.
const BODY_LENGTH = 65_000;
const MESSAGE_LENGTH = 2_000;
/** A comment of its own tells where a statement belongs. */
const ELSEWHERE = /^--|\bconcurrently\b/i;
const BREAKPOINT = '--> statement-breakpoint';

/**
 * The safe forms of this report that could be suggested, the worst finding's first; what needs another migration,
 * or none of its transaction, is told in words only.
 */
export function replacementsOf(request: SuggestionsRequest): readonly Replacement[] {
  const all = request.report.projects.flatMap((project) => replacementsIn(project, request.prefix));
  const worst = all.toSorted((a, b) => weightOf(a) - weightOf(b));
  // One statement may be found fault with twice, and only one form can take its place.
  const byPlace = new Map(worst.toReversed().map((one) => [placeOf(one), one]));
  return worst.filter((one) => byPlace.get(placeOf(one)) === one);
}

const placeOf = ({ path, line }: Replacement): string => `${String(line)} ${path}`;

const weightOf = ({ finding }: Replacement): number =>
  ['error', 'warning', 'note'].indexOf(finding.severity);

function replacementsIn(project: ProjectReport, prefix: string): Replacement[] {
  return project.findings.flatMap((finding) => {
    const { file, line, spans, safe = [] } = finding;
    if (file === null || line === null || spans === true || !canStandInPlace(safe)) return [];
    const statements = project.trace
      .filter((migration) => migration.file === file)
      .flatMap((migration) => migration.statements)
      .filter((statement) => statement.line === line);
    const [statement, ...others] = statements;
    if (statement === undefined || others.length > 0) return [];
    const path = `${prefix}${file}`;
    const sql = bare(statement.sql);
    const fingerprint = fingerprintOf([path, sql, ...safe]);
    return [{ ...{ finding, path, line, sql, safe, fingerprint } }];
  });
}

/** Not what a comment puts into another migration, or what runs outside of transactions alone. */
function canStandInPlace(safe: readonly string[]): boolean {
  return (
    safe.length > 0 &&
    safe.join('\n').length <= LONGEST &&
    safe.every((sql) => !ELSEWHERE.test(sql) && sql === manyLines(wellFormed(sql)))
  );
}

/** Without what ends it. */
const bare = (sql: string): string => sql.trim().replace(/;$/, '').trimEnd();

const fingerprintOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/** The suggestion, at the lines of the diff that hold the whole statement and nothing else; null where none do. */
export function suggestionAt(
  replacement: Replacement,
  lines: ReadonlyMap<number, DiffLine>,
  commentId: string,
): Suggestion | null {
  const { path, line: startLine, sql, safe, finding, fingerprint } = replacement;
  const line = startLine + sql.split('\n').length - 1;
  const first = lines.get(startLine);
  const held = Array.from({ length: line - startLine + 1 }, (_, at) => lines.get(startLine + at));
  if (first === undefined || held.some((one) => one?.hunk !== first.hunk)) return null;
  const text = held.map((one) => one?.text ?? '').join('\n');
  const rest = text.trimStart().replaceAll('\r', '');
  if (!rest.startsWith(sql)) return null;
  const end = new RegExp(`^\\s*;?\\s*(${BREAKPOINT})?\\s*$`).exec(rest.slice(sql.length));
  if (end === null) return null;
  const usesBreakpoints = [...lines.values()].some((one) => one.text.includes(BREAKPOINT));
  const between = usesBreakpoints ? `${BREAKPOINT}\n` : '\n';
  const block = fenced(`${safe.join(between)}${end[1] ?? ''}`, 'suggestion');
  const message = prose(clip(finding.message, MESSAGE_LENGTH));
  const marker = markerFor(commentId, fingerprint);
  const body = `${marker}\n${code(finding.rule)}: ${message}\n\n${block}`;
  return body.length > BODY_LENGTH ? null : { path, startLine, line, body, fingerprint };
}

function markerFor(commentId: string, fingerprint: string): string {
  return `<!-- plumbline-suggestion v1 id=${encodeURIComponent(wellFormed(commentId))} ${fingerprint} -->`;
}

/** The fingerprint in the first line of a suggestion that the same runs made; null in anything else. */
export function fingerprintIn(body: string, commentId: string): string | null {
  const first = body.split(/\r?\n/, 1)[0] ?? '';
  const fingerprint = / ([0-9a-f]{24}) -->$/.exec(first)?.[1];
  if (fingerprint === undefined) return null;
  return first === markerFor(commentId, fingerprint) ? fingerprint : null;
}
