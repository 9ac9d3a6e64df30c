// One run of the action: inputs and event to options, the check, and its report to wherever GitHub
// shows it. Never ends the process.
import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { CheckOptions } from '../check.ts';
import { EnvironmentError, messageOf, UsageError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import type { FormatContext } from '../formats/format.ts';
import { renderAs } from '../formats/index.ts';
import { formatLabels } from '../formats/names.ts';
import { pageUrl } from '../formats/pages.ts';
import { annotationsOf, untrusted } from '../formats/workflow-commands.ts';
import type { Progress } from '../progress.ts';
import type { Proposal, ProposedCheck } from '../proposal.ts';
import { failureReport } from '../record/failure-report.ts';
import { skippedReport, supersededReport } from '../record/skipped-report.ts';
import { usualFailOn, type FailOn } from '../report/gate.ts';
import type { CommentExtra, MarkdownContext } from '../report/markdown-context.ts';
import { renderSummary } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderText } from '../report/text.ts';
import { manyLines } from '../report/visible.ts';
import { resolveCommit } from '../revision/git.ts';
import { version } from '../version.ts';
import { failOnFor } from '../workspace/fail-on.ts';
import { countIfUnread } from './changes.ts';
import { commentFor, type Commented } from './comment-run.ts';
import { publishComment, type PublishedComment } from './comment.ts';
import type { CommitOutcome } from './commit-policy.ts';
import { commitStep, tellingOf } from './commit-run.ts';
import { editedConfig } from './config-edit.ts';
import { readEvent, readFinishedRun, type GitHubEvent } from './event.ts';
import { linesAtHead, type LineAtHead } from './head-lines.ts';
import { outputs, readInputs, type OutputName, type Settings } from './inputs.ts';
import { failureOf, outputsOf, type WrittenReports } from './outcome.ts';
import { suggest } from './review.ts';
import { findSubject, shownOf, type Subject } from './subject.ts';

/** The check, which also proposes what to commit where that is asked for. */
export type Check = (
  options: CheckOptions & { readonly propose: boolean },
  progress: Progress,
) => Promise<ProposedCheck>;

interface Run {
  readonly settings: Settings;
  readonly event: GitHubEvent;
}

/** Runs the action in this process's environment. */
export async function run(check: Check): Promise<void> {
  let started: Run;
  try {
    const settings = readInputs(process.env);
    if (settings.mode === 'comment') {
      tellComment(await commentFor(readFinishedRun(process.env), settings));
      return;
    }
    started = { settings, event: readEvent(process.env) };
  } catch (error) {
    tell(failed(error), { written: {}, context: contextOf(null, null) });
    return;
  }
  const answered = await answer(check, started);
  try {
    await publish(answered, started);
  } finally {
    answered.subject?.close();
  }
}

interface Answer {
  readonly report: Report;
  readonly proposal: Proposal | null;
  /** Null where there is none to be had. */
  readonly subject: Subject | null;
  readonly failOn: readonly FailOn[];
}

async function answer(check: Check, { settings, event }: Run): Promise<Answer> {
  const { projects, renames, config, deadlineMs } = settings;
  let subject: Subject | null = null;
  let failOn = usualFailOn;
  try {
    const serverUrl = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    subject = findSubject({ settings, event, serverUrl, temporary: process.env['RUNNER_TEMP'] });
    if (subject === null) {
      return { report: supersededReport(event.head), proposal: null, subject, failOn };
    }
    const propose = settings.commit !== 'never' && event.pullRequest !== null;
    const options = { ...subject.where, projects, renames, config, deadlineMs, propose };
    failOn = failOnFor(settings.failOn, options);
    const { report, proposal } =
      skipped(event, options, failOn) ?? (await check(options, debugProgress));
    return { report: labelled(report, subject), proposal, subject, failOn };
  } catch (error) {
    return { report: failed(error), proposal: null, subject, failOn };
  }
}

/** The report where nothing that matters changed: on a pull request, and where base's drift is nobody's question. */
function skipped(
  event: GitHubEvent,
  { directory, base, head = null }: CheckOptions,
  failOn: readonly FailOn[],
): ProposedCheck | null {
  const lands = event.pullRequest !== null || event.name === 'merge_group';
  if (!lands || base === null || failOn.includes('inherited')) return null;
  const files = countIfUnread(directory, base, head);
  const commit = head?.ref ?? resolveCommit(directory, 'HEAD');
  return files === null ? null : { report: skippedReport(files, base, commit), proposal: null };
}

/** The log of a run that a maintainer is watching through `ACTIONS_STEP_DEBUG`. */
const debugProgress: Progress = {
  phase: (name, detail) => {
    core.debug(detail === undefined ? name : `${name}: ${detail}`);
  },
  done: () => undefined,
};

/** A check that was given a commit id labels the base with it: people know it by its branch. */
function labelled(report: Report, { base, where }: Subject): Report {
  const head = where.head == null ? report.head : { ...report.head, label: short(where.head.ref) };
  if (base === null) return { ...report, head };
  const commit = report.base?.commit ?? base.sha;
  const label = base.ref === null ? short(commit) : `${base.ref} (${short(commit)})`;
  return { ...report, head, base: { label, commit } };
}

const short = (commit: string): string => commit.slice(0, 7);

function failed(error: unknown): Report {
  const isBug = !(error instanceof UsageError || error instanceof EnvironmentError);
  if (isBug && error instanceof Error) core.info(untrusted(error.stack ?? messageOf(error)));
  return failureReport(error);
}

async function publish(answered: Answer, started: Run): Promise<void> {
  const { report, proposal, subject, failOn } = answered;
  const { settings, event } = started;
  const context = contextOf(started, subject);
  const written = await writeReports(report, { ...settings, failOn }, context);
  const base = subject?.base?.sha ?? null;
  const serverUrl = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const commit = await commitStep({
    ...{ report, proposal, event, settings, base, serverUrl },
    prefix: context.prefix,
  });
  const edited = event.pullRequest === null ? null : subject;
  const configEdited = edited === null ? null : editedConfig(edited.where, settings.config);
  const extra = { ...commit.extra, configEdited };
  const { token } = settings;
  const comment = await publishComment({ report, context, settings, event, token, extra });
  if (comment.problem !== null) core.warning(comment.problem);
  if (settings.suggestions) await suggestForms(report, started, context);
  const lineAt = subject === null ? null : headLines(started, subject, context);
  tell(report, { written, context, comment, failOn, lineAt, commit: commit.outcome, extra });
}

async function suggestForms(
  report: Report,
  { settings, event }: Run,
  { prefix }: MarkdownContext,
): Promise<void> {
  const { token, commentId } = settings;
  const reviewed = await suggest({ report, prefix, commentId, event, token });
  if ('problem' in reviewed) core.warning(manyLines(reviewed.problem));
  else if (reviewed.told !== null) core.info(reviewed.told);
}

/** The commit that was checked may be a merge: what is shown at lines goes to those of the head. */
function headLines(
  { settings, event }: Run,
  { where }: Subject,
  { commit }: MarkdownContext,
): LineAtHead | null {
  const { head } = event;
  if (event.pullRequest === null || commit === null || head === null) return null;
  const serverUrl = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const { directory } = where;
  return linesAtHead({ directory, commit, head, token: settings.token, serverUrl });
}

interface Telling {
  readonly written: WrittenReports;
  readonly context: MarkdownContext;
  readonly comment?: PublishedComment;
  readonly failOn?: readonly FailOn[];
  readonly lineAt?: LineAtHead | null;
  readonly commit?: CommitOutcome | null;
  readonly extra?: CommentExtra;
}

/** Log, summary, annotations, outputs and the step's own result. */
function tell(report: Report, telling: Telling): void {
  const { written, context, comment, failOn = usualFailOn, commit = null, extra } = telling;
  const { lineAt = null } = telling;
  core.info(untrusted(renderText(report, { color: false, verbose: false })));
  writeSummary(renderSummary(report, context, extra));
  const problem = commit?.is === 'failed' ? commit.why : null;
  const failure = [failureOf(report, failOn), problem].filter((one) => one !== null).join('\n');
  const { prefix } = context;
  for (const command of annotationsOf(report, { prefix, lineAt, failing: failure !== '' })) {
    core.info(command);
  }
  const told = tellingOf(commit);
  if (told !== null) core[told.level](manyLines(told.text));
  const values = outputsOf(report, { written, comment, commit, prefix });
  for (const [name, value] of Object.entries(values) as [OutputName, string][]) {
    core.setOutput(name, value);
  }
  if (failure !== '') core.setFailed(manyLines(failure));
}

/** The outputs of a run that only commented: those of the report that it was given, where that could be used. */
function tellComment({ report, comment }: Commented): void {
  const names = Object.keys(outputs) as OutputName[];
  const values = report === null ? null : outputsOf(report, { written: {}, comment });
  for (const name of names) core.setOutput(name, values?.[name] ?? '');
}

/** Writes every file that was asked for. What can't be written is a warning: the answer stands without it. */
async function writeReports(
  report: Report,
  settings: Settings,
  context: MarkdownContext,
): Promise<WrittenReports> {
  const written: Record<string, string> = {};
  for (const { format, path, within } of settings.reports) {
    try {
      const text = await renderAs(format, report, formatContext(settings, context));
      writeOutput(path, text, within);
      written[format] ??= path;
    } catch (error) {
      core.warning(`The ${formatLabels[format]} report could not be written: ${messageOf(error)}`);
    }
  }
  return written;
}

function formatContext(settings: Settings, context: MarkdownContext): FormatContext {
  return {
    ...context,
    fromHere: settings.within === '' ? '' : `${settings.within}/`,
    projects: settings.projects,
    // Code scanning opens an alert for what is suppressed all the same.
    tellsSilenced: false,
    failOn: settings.failOn ?? usualFailOn,
    text: { color: false, verbose: true },
  };
}

function writeSummary(markdown: string): void {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (path !== undefined && path !== '') appendFileSync(path, markdown);
}

function contextOf(started: Run | null, subject: Subject | null): MarkdownContext {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: runId } = process.env;
  const repository = started?.event.repository ?? process.env['GITHUB_REPOSITORY'];
  const repositoryUrl = server && repository ? `${server}/${repository}` : null;
  const nothing = { commit: null, prefix: '' };
  return {
    repositoryUrl,
    ...(started === null ? nothing : shownOf(started.settings, started.event, subject)),
    runUrl: repositoryUrl !== null && runId ? `${repositoryUrl}/actions/runs/${runId}` : null,
    head: started?.event.head ?? null,
    base: subject?.base ?? null,
    pageOf: (rule) => pageUrl(rule, version),
  };
}
