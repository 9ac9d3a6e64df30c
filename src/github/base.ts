// Finds the commit to compare with and makes sure the clone has it. Knows git and the event, not
// GitHub's API.
import { spawnSync } from 'node:child_process';
import { EnvironmentError } from '../errors.ts';
import { git, isShallow, repositoryRoot, resolveCommit } from '../revision/git.ts';
import type { EventBase, GitHubEvent } from './event.ts';

export interface Base {
  /** A branch's name, where one is known. */
  readonly ref: string | null;
  readonly sha: string;
}

export interface BaseRequest {
  readonly directory: string;
  readonly event: GitHubEvent;
  /** The user's own choice, before that of the event. */
  readonly baseRef: string | null;
  readonly token: string;
  /** `https://github.com`: the token is sent to no other host. */
  readonly serverUrl: string;
}

const FETCH_TIMEOUT_MS = 120_000;

/** The base of this run, present in the clone; null when there is nothing to compare with. */
export function findBase(request: BaseRequest): Base | null {
  const { directory, event, baseRef } = request;
  const base = baseRef === null ? event.base : { ref: baseRef, sha: null };
  if (base === null) return null;
  if (repositoryRoot(directory) === null) {
    throw new EnvironmentError(
      'the checked directory is not in a git repository',
      'Run actions/checkout with `fetch-depth: 2` before this step.',
    );
  }
  const wanted = baseRef === null ? (mergedBase(directory, event) ?? base.sha) : null;
  const found =
    findLocally(directory, { ...base, sha: wanted }) ?? fetchBase(request, wanted ?? base.ref);
  if (found === null) throw notFetched(wanted ?? base.ref ?? '');
  return { ref: base.ref, sha: found };
}

/**
 * For a pull request actions/checkout takes GitHub's trial merge. Its first parent is the base as it
 * was merged, which may be newer than the one in the event. A shallow clone still names its parents.
 */
function mergedBase(directory: string, event: GitHubEvent): string | null {
  if (event.pullRequest === null) return null;
  const commit = git(directory, ['cat-file', 'commit', 'HEAD'])?.toString('utf8') ?? '';
  const header = commit.split('\n\n', 1)[0] ?? '';
  const [first, second] = Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), ([, id]) => id);
  if (second !== undefined && second === event.head) return first ?? null;
  refuseBase(directory, event);
  return null;
}

/** Under `pull_request_target` actions/checkout takes the base: checking that would pass anything. */
function refuseBase(directory: string, event: GitHubEvent): void {
  const head = resolveCommit(directory, 'HEAD');
  const isBase = head === event.base?.sha || event.name === 'pull_request_target';
  if (head === event.head || !isBase) return;
  throw new EnvironmentError(
    'what is checked out is the base, and nothing of the pull request would be checked',
    'Run on the event `pull_request`, with the commit that actions/checkout takes by default.',
  );
}

function findLocally(directory: string, { ref, sha }: EventBase): string | null {
  if (sha !== null) return resolveCommit(directory, sha);
  if (ref === null) return null;
  return resolveCommit(directory, `refs/remotes/origin/${ref}`) ?? resolveCommit(directory, ref);
}

function fetchBase(request: BaseRequest, wanted: string | null): string | null {
  const { directory } = request;
  if (wanted === null || !isFetchable(directory, wanted)) return null;
  const depth = isShallow(directory) ? ['--depth=1'] : [];
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', ...depth];
  const result = spawnSync(
    'git',
    ['-c', 'core.hooksPath=/dev/null', 'fetch', ...options, '--end-of-options', 'origin', wanted],
    {
      cwd: directory,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...credentials(request) },
      stdio: 'ignore',
      timeout: FETCH_TIMEOUT_MS,
    },
  );
  return result.status === 0 ? resolveCommit(directory, 'FETCH_HEAD') : null;
}

function isFetchable(directory: string, wanted: string): boolean {
  return (
    !wanted.startsWith('-') &&
    git(directory, ['check-ref-format', '--allow-onelevel', wanted]) !== null
  );
}

/**
 * actions/checkout with `persist-credentials: false` leaves none. Through the environment they are in
 * no file and no argument; the empty value drops those checkout may have left, or both would be sent.
 */
function credentials({ directory, token, serverUrl }: BaseRequest): Record<string, string> {
  const remote = git(directory, ['remote', 'get-url', 'origin'])?.toString('utf8').trim() ?? '';
  const server = `${serverUrl.replace(/\/+$/, '')}/`;
  if (token === '' || !remote.startsWith(server)) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: `http.${server}.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}

function notFetched(wanted: string): EnvironmentError {
  return new EnvironmentError(
    `the base ${wanted} is not in this clone and could not be fetched`,
    'Give actions/checkout `fetch-depth: 2` (pull requests) or `fetch-depth: 0` (any base).',
  );
}
