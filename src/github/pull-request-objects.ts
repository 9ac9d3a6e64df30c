// A pull request's commits as git objects in a repository of their own: without a working tree, so that
// nothing of it ever becomes a file. For events whose token may write.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError, UsageError } from '../errors.ts';
import { git, resolveCommit } from '../revision/git.ts';
import type { Base } from './base.ts';
import type { GitHubEvent } from './event.ts';
import { credentialsFor, fetchCommits, isFetchable, parentsOf } from './git-fetch.ts';

interface ObjectsRequest {
  readonly event: GitHubEvent;
  /** The user's own choice, before that of the event. */
  readonly baseRef: string | null;
  readonly token: string;
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** What is checked, from the repository's root; empty for that. */
  readonly within: string;
}

interface PullRequestObjects {
  /** A repository without a working tree. */
  readonly directory: string;
  /** The commit to check: GitHub's trial merge, or the head by itself where it can't be merged. */
  readonly commit: string;
  readonly base: Base;
}

/** What is fetched stays what git makes of it: the machine's settings name programs, filters, other hosts. */
const OWN_SETTINGS = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' };
const HEAD = 'refs/pull/head';
const MERGE = 'refs/pull/merge';
const ASKED_BASE = 'refs/pull/base';

/** An empty repository in `temporary`, which is the caller's to remove. */
export function makeObjects(temporary: string | undefined): string {
  return mkdtempSync(join(temporary ?? tmpdir(), 'plumbline-objects-'));
}

/** Removes it, with all that was fetched. */
export function removeObjects(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 2 });
}

/**
 * Fetches the pull request of the event into an empty directory. Null where its head is another by now: that
 * push has a run of its own. Throws `EnvironmentError` where it can't be fetched, `UsageError` for wrong
 * inputs.
 */
export function fetchPullRequest(
  directory: string,
  request: ObjectsRequest,
): PullRequestObjects | null {
  const { event, within } = request;
  if (!/^[\w.-]+\/[\w.-]+$/.test(event.repository)) throw notFetched(event.repository);
  if (git(directory, ['init', '--quiet', '--bare', '--template=']) === null) {
    throw new EnvironmentError(
      `no repository could be made in ${directory}`,
      'Look at RUNNER_TEMP.',
    );
  }
  // Both at once, and none is missed where GitHub has no merge. A merge can be of an older head, so the head
  // itself says whether there is a newer one.
  fetchInto(directory, request, [`+refs/pull/${String(event.pullRequest)}/*:refs/pull/*`, '2']);
  const head = resolveCommit(directory, HEAD);
  if (head === null) throw notFetched(`pull request ${String(event.pullRequest)}`);
  if (head !== event.head) return null;
  const merge = resolveCommit(directory, MERGE);
  const [first = null, second] = merge === null ? [] : parentsOf(directory, merge);
  const merged = second === head ? first : null;
  const commit = merged === null || merge === null ? head : merge;
  requireDirectory(directory, commit, within);
  return { directory, commit, base: baseOf(directory, request, merged) };
}

function baseOf(directory: string, request: ObjectsRequest, merged: string | null): Base {
  const { event, baseRef } = request;
  const ref = event.base?.ref ?? null;
  if (baseRef === null && merged !== null) return { ref, sha: merged };
  const wanted = baseRef ?? event.base?.sha ?? '';
  if (!isFetchable(directory, wanted)) throw new UsageError(`base-ref: ${wanted} is no ref`);
  fetchInto(directory, request, [`+${wanted}:${ASKED_BASE}`, '1']);
  const sha = resolveCommit(directory, ASKED_BASE);
  if (sha === null) throw notFetched(`the base ${wanted}`);
  return { ref: baseRef ?? ref, sha };
}

function fetchInto(
  directory: string,
  { event, token, serverUrl }: ObjectsRequest,
  [wanted, depth]: readonly [string, string],
): void {
  const server = serverUrl.replace(/\/+$/, '');
  const from = `${server}/${event.repository}.git`;
  fetchCommits({
    ...{ directory, from, wanted },
    options: ['--no-write-fetch-head', `--depth=${depth}`],
    env: { ...OWN_SETTINGS, ...credentialsFor(from, { token, serverUrl }) },
  });
}

/** Where it is gone, an empty one would pass. */
function requireDirectory(directory: string, commit: string, within: string): void {
  if (within === '') return;
  const found = git(directory, ['cat-file', '-t', `${commit}:${within}`]);
  if (found?.toString('utf8').trim() !== 'tree') {
    throw new UsageError(`working-directory: ${within} is no directory of the pull request`);
  }
}

function notFetched(what: string): EnvironmentError {
  return new EnvironmentError(
    `${what} could not be fetched`,
    'The job needs `permissions: contents: read`, and a github-token that has it where the repository is private.',
  );
}
