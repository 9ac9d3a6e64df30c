// The report as GitHub shows it: the pull request's comment and the job's summary.
import { markerOf, stateLine, stateOf, type CommentState } from './comment-state.ts';
import { clip, code, prose } from './markdown-escape.ts';
import type { CommentExtra, MarkdownContext } from './markdown-context.ts';
import { committedHeadline, extraBlocks } from './markdown-extra.ts';
import { always, fit, type Block } from './markdown-fit.ts';
import { findingsBlock, projectBlocks } from './markdown-project.ts';
import type { Report, Status } from './report.ts';
import { verdictOf } from './verdict.ts';
import { duration } from './words.ts';

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands: 1 MiB a step.
const SUMMARY_BYTES = 1024 * 1024 - 1024;
// GitHub refuses bodies over 65,536 characters; bytes are never fewer than characters.
const COMMENT_BYTES = 60_000;
const LABEL_LENGTH = 200;

const ICONS: Readonly<Record<Status, string>> = {
  ok: '✅',
  drift: '❌',
  unsafe: '❌',
  error: '❌',
};

/** The whole report, for the job summary. */
export function renderSummary(report: Report, context: MarkdownContext): string {
  const note = leftOutNote('GitHub shows at most 1 MiB here: the JSON report holds all.');
  return `${fit(blocksOf(report, context), SUMMARY_BYTES, note)}\n`;
}

/** The pull request's comment; `id` tells the comments of several runs on it apart. */
export function renderComment(
  report: Report,
  context: MarkdownContext,
  id: string,
  extra: CommentExtra = {},
): string {
  const whole = context.runUrl === null ? 'job summary' : `[job summary](${context.runUrl})`;
  const note = leftOutNote(`A comment has a limit: the ${whole} shows the whole report.`);
  const body = fit(blocksOf(report, context, extra), COMMENT_BYTES, note);
  return `${markerOf(id)}\n${body}\n\n${stateLine(stateOf(report))}\n`;
}

/** The comment once there is nothing left to say: what was `told` before is resolved. */
export function renderResolved(
  report: Report,
  context: MarkdownContext,
  options: { readonly id: string; readonly told: CommentState | null },
): string {
  const headline = `### ${ICONS[report.status]} ${prose(verdictOf(report))}`;
  const lines = [markerOf(options.id), `${headline}\n`, resolvedLine(context, options.told)];
  const text = lines.filter((line) => line !== '').join('\n');
  return `${text}\n\n${stateLine(stateOf(report))}\n`;
}

function blocksOf(
  report: Report,
  context: MarkdownContext,
  extra: CommentExtra = {},
): readonly Block[] {
  const alone = report.projects.length === 1;
  const verdict = `${ICONS[report.status]} ${prose(verdictOf(report))}`;
  const { committed } = extra;
  return [
    ...(committed === undefined
      ? [always(`### ${verdict}`)]
      : [always(`### ${committedHeadline(committed, context)}`), always(`Before it: ${verdict}`)]),
    always(checkedLine(report, context)),
    ...extraBlocks(extra, context),
    ...findingsBlock(report.findings, context),
    ...report.projects.flatMap((project) =>
      projectBlocks(project, { context, alone, report, extra }),
    ),
    always(footer(report, context)),
  ];
}

/** `Checked a1b2c3d merged into main @ d4e5f6a`. */
function checkedLine(report: Report, { head, commit, base }: MarkdownContext): string {
  const checked = head ?? commit;
  const what = checked === null ? code(clip(report.head.label, LABEL_LENGTH)) : shortSha(checked);
  const against = head !== null && commit !== null && head !== commit ? 'merged into' : 'against';
  if (base === null && report.base === null) {
    return `Checked ${what}. There was no base to compare with, so every difference counts as new.`;
  }
  return `Checked ${what} ${against} ${baseName(report, base)}`;
}

function baseName(report: Report, base: MarkdownContext['base']): string {
  if (base === null) return code(clip(report.base?.label ?? 'base', LABEL_LENGTH));
  const sha = shortSha(base.sha);
  return base.ref === null ? sha : `${code(clip(base.ref, LABEL_LENGTH))} @ ${sha}`;
}

function shortSha(sha: string): string {
  return code(sha.slice(0, 7));
}

function footer(report: Report, context: MarkdownContext): string {
  const total = report.timings['total'];
  const parts = [
    ...(context.runUrl === null ? [] : [`[Full report](${context.runUrl})`]),
    `plumbline ${report.plumbline}`,
    ...(total === undefined ? [] : [duration(total)]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

function leftOutNote(where: string): (leftOut: readonly string[]) => string {
  return (leftOut) => `_Left out or shortened: ${leftOut.join(', ')}. ${where}_`;
}

function resolvedLine(context: MarkdownContext, told: CommentState | null): string {
  const where = context.head === null ? '' : ` in ${shortSha(context.head)}`;
  if (told === null || told.total === 0) return '';
  const more = told.total > told.told.length ? `, and ${told.total - told.told.length} more` : '';
  return `Resolved${where}: ${told.told.map(code).join(', ')}${more}`;
}
