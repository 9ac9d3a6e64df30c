// `mode: comment`: the second of two workflows. The first had a token that may only read and left its report
// as a file; this one writes the comment anew from what that file holds. It judges nothing.
import { posix } from 'node:path';
import * as core from '@actions/core';
import { pageUrl } from '../formats/pages.ts';
import { oneLine } from '../report/visible.ts';
import type { MarkdownContext } from '../report/markdown-context.ts';
import type { Report } from '../report/report.ts';
import { version } from '../version.ts';
import { openApi, problemOfApi, type Api } from './api.ts';
import { publishComment, type PublishedComment } from './comment.ts';
import type { FinishedRun } from './event.ts';
import type { Settings } from './inputs.ts';
import { linkedFrom } from './linked-config.ts';
import { changedFiles, openPullRequestsAt, type OpenPullRequest } from './open-pull-requests.ts';
import { readReceivedReport } from './received-report.ts';

export interface Commented {
  /** Null where no report could be used. */
  readonly report: Report | null;
  /** The last one written. */
  readonly comment: PublishedComment | undefined;
}

const NOTHING: Commented = { report: null, comment: undefined };

/** Comments on every open pull request whose head is the commit of that run. Says what it does, never throws. */
export async function commentFor(run: FinishedRun, settings: Settings): Promise<Commented> {
  if (run.event !== 'pull_request') {
    core.info(`Nothing to comment on: that workflow ran on ${oneLine(run.event)}.`);
    return NOTHING;
  }
  const received = readReceivedReport(settings.reportPath);
  if ('problem' in received) {
    core.warning(`No comment was written from ${settings.reportPath}: ${received.problem}.`);
    return NOTHING;
  }
  if (settings.token === '') {
    core.warning('No comment was written: there is no github-token.');
    return { report: received.report, comment: undefined };
  }
  try {
    return await commentOnAll(run, settings, received.report);
  } catch (error) {
    core.warning(
      `No comment was written: ${problemOfApi(error)}. The job needs \`permissions: pull-requests: write\`.`,
    );
    return { report: received.report, comment: undefined };
  }
}

async function commentOnAll(
  run: FinishedRun,
  settings: Settings,
  report: Report,
): Promise<Commented> {
  const api = await openApi(settings.token);
  const pullRequests = await openPullRequestsAt(api, run);
  if (pullRequests.length === 0) {
    core.info(
      `No open pull request has ${run.sha} as its head: it was closed, or pushed to since.`,
    );
  }
  let last: PublishedComment | undefined;
  for (const pullRequest of pullRequests) {
    const comment = await commentOn(api, pullRequest, { run, settings, report });
    const about = `#${pullRequest.number}:`;
    if (comment.problem === null) core.info(`${about} ${comment.url || 'nothing to say'}`);
    else core.warning(`${about} ${comment.problem}`);
    if (comment.id !== '') last = comment;
  }
  return { report, comment: last };
}

async function commentOn(
  api: Api,
  pullRequest: OpenPullRequest,
  { run, settings, report }: { run: FinishedRun; settings: Settings; report: Report },
): Promise<PublishedComment> {
  const { repository, sha } = run;
  const { number, baseRef } = pullRequest;
  // That run was configured by the pull request itself.
  const configEdited = await editedConfig(api, pullRequest, { repository, settings });
  return publishComment({
    extra: { configEdited },
    report: described(report, baseRef),
    context: contextOf(run, settings),
    settings,
    token: settings.token,
    event: {
      ...{ name: 'workflow_run', repository, head: sha, pullRequest: number },
      base: { ref: baseRef, sha: null },
      source: null,
      readOnlyToken: false,
    },
  });
}

/** The configuration that the pull request changes, or what is configured by a link to it; null for none. */
async function editedConfig(
  api: Api,
  { number, baseSha }: OpenPullRequest,
  { repository, settings }: { readonly repository: string; readonly settings: Settings },
): Promise<string | null> {
  const changed = await changedFiles(api, { repository, number });
  const paths = configPaths(settings);
  const own = paths.find((path) => changed.has(path));
  if (own !== undefined) return own;
  try {
    const linked = await linkedFrom(api, { repository, commit: baseSha }, paths);
    return linked.find((path) => changed.has(path)) ?? null;
  } catch (error) {
    const why = `${problemOfApi(error)}. The job needs \`permissions: contents: read\` for that in a private repository`;
    core.info(`Whether the configuration is a link to a file that changed was not seen: ${why}.`);
    return null;
  }
}

function configPaths({ config, within }: Settings): readonly string[] {
  const names = config === null ? ['plumbline.yml', 'plumbline.yaml'] : [config];
  return names.map((name) => posix.join(within, name));
}

/** What was compared is GitHub's to say, not the file's. */
function described(report: Report, baseRef: string): Report {
  return {
    ...report,
    head: { label: 'working tree', commit: null },
    base: report.base === null ? null : { label: baseRef, commit: null },
  };
}

function contextOf({ repository, sha, id }: FinishedRun, settings: Settings): MarkdownContext {
  const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repositoryUrl = `${server}/${repository}`;
  return {
    repositoryUrl,
    commit: sha,
    prefix: settings.within === '' ? '' : `${settings.within}/`,
    runUrl: `${repositoryUrl}/actions/runs/${id}`,
    head: sha,
    base: null,
    pageOf: (rule) => pageUrl(rule, version),
  };
}
