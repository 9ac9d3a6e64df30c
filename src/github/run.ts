// One run of the action: inputs and event to options, the check, and its report to wherever GitHub
// shows it. Never ends the process.
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as core from '@actions/core';
import type { CheckOptions } from '../check.ts';
import { EnvironmentError, messageOf, UsageError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { renderJson } from '../report/json.ts';
import type { MarkdownContext } from '../report/markdown-context.ts';
import { renderSummary } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderText } from '../report/text.ts';
import { manyLines } from '../report/visible.ts';
import { resolveCommit } from '../revision/git.ts';
import { annotationsOf, type Annotation } from './annotations.ts';
import { findBase, prefixOf, type Base } from './base.ts';
import { publishComment, type PublishedComment } from './comment.ts';
import { readEvent, type GitHubEvent } from './event.ts';
import { failureReport } from './failure-report.ts';
import { readInputs, type OutputName, type Settings } from './inputs.ts';
import { failureOf, outputsOf } from './outcome.ts';

/** What the command line and the action both run. */
export type Check = (options: CheckOptions, progress: Progress) => Promise<Report>;

interface Run {
  readonly settings: Settings;
  readonly event: GitHubEvent;
}

/** Runs the action in this process's environment. */
export async function run(check: Check): Promise<void> {
  let started: Run;
  try {
    started = { settings: readInputs(process.env), event: readEvent(process.env) };
  } catch (error) {
    tell(failed(error), { reportPath: '', context: contextOf(null, null, null) });
    return;
  }
  const { report, base } = await answer(check, started);
  await publish(report, started, base);
}

interface Answer {
  readonly report: Report;
  readonly base: Base | null;
}

async function answer(check: Check, { settings, event }: Run): Promise<Answer> {
  const { directory, projects, renames, config, deadlineMs } = settings;
  let base: Base | null = null;
  try {
    const serverUrl = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    base = findBase({ ...settings, event, serverUrl });
    const sha = base?.sha ?? null;
    const options = { directory, base: sha, projects, renames, config, deadlineMs };
    const report = await check(options, debugProgress);
    return { report: base === null ? report : withBaseLabel(report, base), base };
  } catch (error) {
    return { report: failed(error), base };
  }
}

/** The log of a run that a maintainer is watching through `ACTIONS_STEP_DEBUG`. */
const debugProgress: Progress = {
  phase: (name, detail) => {
    core.debug(detail === undefined ? name : `${name}: ${detail}`);
  },
  done: () => undefined,
};

/** A check that was given a commit id labels the base with it: people know it by its branch. */
function withBaseLabel(report: Report, { ref, sha }: Base): Report {
  const commit = report.base?.commit ?? sha;
  const short = commit.slice(0, 7);
  return { ...report, base: { label: ref === null ? short : `${ref} (${short})`, commit } };
}

function failed(error: unknown): Report {
  const isBug = !(error instanceof UsageError || error instanceof EnvironmentError);
  if (isBug && error instanceof Error) logUntrusted(error.stack ?? messageOf(error));
  return failureReport(error);
}

async function publish(report: Report, started: Run, base: Base | null): Promise<void> {
  const { settings, event } = started;
  const context = contextOf(settings, event, base);
  writeReport(report, settings.reportPath);
  const comment = await publishComment({ report, context, settings, event, token: settings.token });
  if (comment.problem !== null) core.warning(comment.problem);
  tell(report, { reportPath: settings.reportPath, context, comment, failOn: settings.failOn });
}

interface Telling {
  readonly reportPath: string;
  readonly context: MarkdownContext;
  readonly comment?: PublishedComment;
  readonly failOn?: Settings['failOn'];
}

/** Log, summary, annotations, outputs and the step's own result. */
function tell(report: Report, { reportPath, context, comment, failOn = 'drift' }: Telling): void {
  logUntrusted(renderText(report, { color: false, verbose: false }));
  writeSummary(renderSummary(report, context));
  const failure = failureOf(report, failOn);
  for (const annotation of annotationsOf(report, context.prefix)) {
    annotate(annotation, failure !== null);
  }
  const values = outputsOf(report, { reportPath, comment });
  for (const [name, value] of Object.entries(values) as [OutputName, string][]) {
    core.setOutput(name, value);
  }
  if (failure !== null) core.setFailed(manyLines(failure));
}

/** Where nothing fails, nothing is an error either. */
function annotate({ severity, message, properties }: Annotation, failing: boolean): void {
  if (severity === 'note') core.notice(message, properties);
  else if (severity === 'warning' || !failing) core.warning(message, properties);
  else core.error(message, properties);
}

function writeReport(report: Report, path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renderJson(report));
  } catch (error) {
    core.warning(`The JSON report could not be written: ${messageOf(error)}`);
  }
}

function writeSummary(markdown: string): void {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (path !== undefined && path !== '') appendFileSync(path, markdown);
}

/** A line of SQL that looks like a workflow command must not be one. */
function logUntrusted(text: string): void {
  const token = randomUUID();
  core.info(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::`);
}

function contextOf(
  settings: Settings | null,
  event: GitHubEvent | null,
  base: Base | null,
): MarkdownContext {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: runId } = process.env;
  const repository = event?.repository ?? process.env['GITHUB_REPOSITORY'];
  const repositoryUrl = server && repository ? `${server}/${repository}` : null;
  return {
    repositoryUrl,
    commit: settings === null ? null : resolveCommit(settings.directory, 'HEAD'),
    prefix: settings === null ? '' : prefixOf(settings.directory),
    runUrl: repositoryUrl !== null && runId ? `${repositoryUrl}/actions/runs/${runId}` : null,
    head: event?.head ?? null,
    base,
  };
}
