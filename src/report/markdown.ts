// The report as GitHub shows it: the pull request's comment and the job's summary.
import { markerOf, stateLine, stateOf, type CommentState } from './comment-state.ts';
import { clip, code, prose } from './markdown-escape.ts';
import type { CommentExtra, MarkdownContext } from './markdown-context.ts';
import { committedHeadline, extraBlocks } from './markdown-extra.ts';
import { always, fit, type Block } from './markdown-fit.ts';
import { STATUS_ICONS, overviewBlock } from './markdown-checks.ts';
import { alertBlock, findingsBlock } from './markdown-findings.ts';
import { NO_PATCH, patchOf } from './markdown-patch.ts';
import {
  factsOf,
  fixAllBlocks,
  isQuiet,
  lacking,
  projectBlocks,
  quietBlock,
} from './markdown-project.ts';
import type { ProjectReport, Report } from './report.ts';
import { worstFirst } from './status.ts';
import { verdictOf } from './verdict.ts';
import { duration, sentence } from './words.ts';

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands: 1 MiB a step.
const SUMMARY_BYTES = 1024 * 1024 - 1024;
// GitHub refuses bodies over 65,536 characters; bytes are never fewer than characters.
const COMMENT_BYTES = 65_000;
const LABEL_LENGTH = 200;
// Nobody reads on beyond that, least of all in the e-mail that a comment becomes.
const COMMENT_PATCH = 20_000;
const SUMMARY_PATCH = 400_000;

/** What is shown beside the report, and how many characters of a patch. */
type Showing = CommentExtra & { readonly room: number };

/** The whole report, for the job summary. */
export function renderSummary(
  report: Report,
  context: MarkdownContext,
  extra: CommentExtra = {},
): string {
  const note = leftOutNote('GitHub shows at most 1 MiB here: the JSON report holds all.');
  const blocks = blocksOf(report, context, { ...extra, room: SUMMARY_PATCH });
  return `${fit(blocks, SUMMARY_BYTES, note)}\n`;
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
  const [marker, state] = [markerOf(id), stateLine(stateOf(report))];
  const room = COMMENT_BYTES - marker.length - state.length;
  const blocks = blocksOf(report, context, { ...extra, room: COMMENT_PATCH });
  return `${marker}\n${fit(blocks, room, note)}\n\n${state}\n`;
}

/** The comment once there is nothing left to say: what was `told` before is resolved. */
export function renderResolved(
  report: Report,
  context: MarkdownContext,
  options: { readonly id: string; readonly told: CommentState | null },
): string {
  const headline = `### ${STATUS_ICONS[report.status]} ${prose(verdictOf(report))}`;
  const lines = [markerOf(options.id), `${headline}\n`, resolvedLine(context, options.told)];
  const text = lines.filter((line) => line !== '').join('\n');
  return `${text}\n\n${stateLine(stateOf(report))}\n`;
}

function blocksOf(report: Report, context: MarkdownContext, extra: Showing): readonly Block[] {
  const verdict = `${STATUS_ICONS[report.status]} ${prose(verdictOf(report))}`;
  const { committed } = extra;
  return [
    ...(committed === undefined
      ? [always(`### ${verdict}`)]
      : [always(`### ${committedHeadline(committed, context)}`), always(`Before it: ${verdict}`)]),
    always(contextLine(report, context)),
    ...extraBlocks(extra, context),
    ...alertBlock(report, context),
    ...findingsBlock(report.findings, context),
    ...projectsBlocks(report, context, extra),
    always(footer(report, context)),
  ];
}

/** The only project at length; of several the worst first, those in order in one line. */
function projectsBlocks(
  report: Report,
  context: MarkdownContext,
  extra: Showing,
): readonly Block[] {
  const [only, ...others] = report.projects;
  if (only === undefined) return [];
  const patch = patchOf(report, context, extra);
  const place = { context, alone: others.length === 0, report, extra, patch };
  if (place.alone) return projectBlocks(only, place);
  const sorted = worstFirst(report.projects);
  const loud = sorted.filter((project) => !isQuiet(project));
  const several = lacking(report).length > 1;
  const own = several ? { ...place, patch: NO_PATCH } : place;
  return [
    overviewBlock(sorted, report),
    ...(several ? fixAllBlocks(place) : []),
    ...loud.flatMap((project) => projectBlocks(project, own)),
    ...quietBlock(sorted.filter(isQuiet)),
  ];
}

/** What was checked and at which commits, in one line. */
function contextLine(report: Report, context: MarkdownContext): string {
  const [only, ...others] = report.projects;
  const facts = only !== undefined && others.length === 0 ? [rootOf(only), factsOf(only)] : [];
  const line = [...facts, checkedLine(report, context)].filter((text) => text !== '').join(' · ');
  return sentence(line);
}

const rootOf = ({ root }: ProjectReport): string =>
  root === '.' ? '' : code(clip(root, LABEL_LENGTH));

/** `checked a1b2c3d merged into main @ d4e5f6a`. */
function checkedLine(report: Report, { head, commit, base }: MarkdownContext): string {
  const checked = head ?? commit;
  const what = checked === null ? code(clip(report.head.label, LABEL_LENGTH)) : shortSha(checked);
  const against = head !== null && commit !== null && head !== commit ? 'merged into' : 'against';
  if (base === null && report.base === null) {
    const alone = 'There is no base to compare with, so every difference counts as new.';
    return `checked ${what}${report.projects.length === 0 ? '' : `. ${alone}`}`;
  }
  return `checked ${what} ${against} ${baseName(report, base)}`;
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
    prose(`plumbline ${clip(report.plumbline, LABEL_LENGTH)}`),
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
