// Finds the commit to compare with and makes sure the clone has it. Knows git and the event, not
// GitHub's API.
import { EnvironmentError } from '../errors.ts';
import { git, isShallow, repositoryRoot, resolveCommit } from '../revision/git.ts';
import type { EventBase, GitHubEvent } from './event.ts';
import { credentialsFor, fetchCommits, isFetchable, parentsOf } from './git-fetch.ts';

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
  const [first, second] = parentsOf(directory, 'HEAD');
  if (second !== undefined && second === event.head) return first ?? null;
  refuseBase(directory, event);
  return null;
}

/** Checking the base would pass anything. */
function refuseBase(directory: string, event: GitHubEvent): void {
  const head = resolveCommit(directory, 'HEAD');
  if (head === event.head || head !== event.base?.sha) return;
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
  const remote = git(directory, ['remote', 'get-url', 'origin'])?.toString('utf8').trim() ?? '';
  const fetched = fetchCommits({
    ...{ directory, from: 'origin', wanted },
    options: isShallow(directory) ? ['--depth=1'] : [],
    env: credentialsFor(remote, request),
  });
  return fetched ? resolveCommit(directory, 'FETCH_HEAD') : null;
}

function notFetched(wanted: string): EnvironmentError {
  return new EnvironmentError(
    `the base ${wanted} is not in this clone and could not be fetched`,
    'Give actions/checkout `fetch-depth: 2` (pull requests) or `fetch-depth: 0` (any base).',
  );
}
