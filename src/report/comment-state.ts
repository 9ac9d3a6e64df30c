// What our comment says about itself, in two HTML comments: which comment it is (first line) and
// what it told (last line), so that a later run can say what was resolved.
import type { Report, Status } from './report.ts';
import { groupDrift } from './status.ts';
import { allFindings } from './verdict.ts';
import { oneLine, wellFormed } from './visible.ts';
import { clip } from './markdown-escape.ts';

export interface CommentState {
  readonly status: Status;
  /** Names of the drift and findings it tells; the first few of `total`. */
  readonly told: readonly string[];
  readonly total: number;
}

const STATUSES: readonly Status[] = ['ok', 'drift', 'unsafe', 'error'];
const TOLD_MOST = 20;
const NAME_LENGTH = 120;

/** The first line of the comment of a run; `id` tells the runs of one pull request apart. */
export function markerOf(id: string): string {
  // Percent-encoding leaves no `>`, so nothing in the id can end the HTML comment.
  return `<!-- plumbline v1 id=${encodeURIComponent(wellFormed(id))} -->`;
}

export function stateOf(report: Report): CommentState {
  const drift = report.projects.flatMap((project) => groupDrift(project.drift).blocking);
  const unknowns = report.projects.flatMap((project) => project.models?.unknowns ?? []);
  const findings = allFindings(report).filter(({ severity }) => severity !== 'note');
  const names = [
    ...drift.map((item) => `${item.kind} ${item.object}`),
    ...unknowns.map((unknown) => unknown.object ?? unknown.reason),
    ...findings.map((finding) => `${finding.rule} ${finding.file ?? ''}`.trim()),
  ];
  const told = names.slice(0, TOLD_MOST).map((name) => clip(oneLine(name), NAME_LENGTH));
  return { status: report.status, told, total: names.length };
}

export function stateLine(state: CommentState): string {
  const encoded = Buffer.from(JSON.stringify({ v: 1, ...state })).toString('base64');
  return `<!-- plumbline-state: ${encoded} -->`;
}

/** The state in a comment's body; null where there is none that can be read. */
export function readState(body: string): CommentState | null {
  const encoded = /<!-- plumbline-state: ([A-Za-z0-9+/=]+) -->\s*$/.exec(body)?.[1];
  if (encoded === undefined) return null;
  try {
    return toState(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

function toState(value: unknown): CommentState | null {
  if (typeof value !== 'object' || value === null) return null;
  const { status, told, total } = value as Partial<Record<keyof CommentState, unknown>>;
  const known = STATUSES.find((name) => name === status);
  if (known === undefined || !Array.isArray(told) || typeof total !== 'number') return null;
  const names = told.filter((name) => typeof name === 'string').slice(0, TOLD_MOST);
  return { status: known, told: names.map((name) => clip(name, NAME_LENGTH)), total };
}
