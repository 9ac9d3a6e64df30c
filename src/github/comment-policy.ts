// Decides what becomes of our comment: nothing, a new one, or another text. Knows no API.
import { readState } from '../report/comment-state.ts';
import type { CommentExtra, MarkdownContext } from '../report/markdown-context.ts';
import { renderComment, renderResolved } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { allFindings } from '../report/verdict.ts';
import type { Settings } from './inputs.ts';

export interface ExistingComment {
  /** Node id, for GraphQL. */
  readonly nodeId: string;
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly minimized: boolean;
}

export type CommentAction =
  | { readonly do: 'nothing' }
  | { readonly do: 'create'; readonly body: string }
  | { readonly do: 'update'; readonly body: string; readonly unminimize: boolean };

export interface CommentRequest {
  readonly report: Report;
  readonly context: MarkdownContext;
  readonly settings: Pick<Settings, 'comment' | 'commentId'>;
  /** What else there is to say. */
  readonly extra?: CommentExtra;
}

/**
 * Creating notifies people, editing does not: so create only when there is something to say. What is fixed
 * stays in sight as the line that says so; what somebody hid comes back into sight with something new to say.
 */
export function decideComment(
  request: CommentRequest,
  existing: ExistingComment | null,
): CommentAction {
  const { report, context, settings, extra = {} } = request;
  const id = settings.commentId;
  const speaks = isWorthTelling(report, settings.comment, extra);
  if (existing === null) {
    const wanted = speaks || settings.comment === 'always';
    const body = renderComment(report, context, id, extra);
    return wanted ? { do: 'create', body } : { do: 'nothing' };
  }
  const told = readState(existing.body);
  const saysAllIsWell = told?.status === 'ok' && told.total === 0;
  if (!speaks && saysAllIsWell) return { do: 'nothing' };
  const body = speaks
    ? renderComment(report, context, id, extra)
    : renderResolved(report, context, { id, told });
  if (sameText(body, existing.body)) return { do: 'nothing' };
  return { do: 'update', body, unminimize: speaks && existing.minimized };
}

function isWorthTelling(
  report: Report,
  mode: Settings['comment'],
  { configEdited }: CommentExtra,
): boolean {
  if (report.status !== 'ok') return true;
  if (mode === 'on-failure') return false;
  // Whoever edits what blocks could silence what would be found.
  if (configEdited) return true;
  return allFindings(report).some(({ severity }) => severity !== 'note');
}

/** What two runs on the same commits tell differently: times, and what a file is given when it is made. */
const OF_ONE_RUN: readonly RegExp[] = [
  / · [\d.,]+ m?s(?=<\/sub>)/g,
  /(?<=\| )[\d.,]+ m?s(?= \|$)/gm,
  /"when": \d+/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
];

/** GitHub trims bodies and may turn line ends. */
function sameText(one: string, other: string): boolean {
  const normal = (text: string): string =>
    OF_ONE_RUN.reduce((rest, part) => rest.replaceAll(part, ''), text)
      .replaceAll('\r\n', '\n')
      .trim();
  return normal(one) === normal(other);
}
