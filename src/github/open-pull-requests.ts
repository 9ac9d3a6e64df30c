// Which open pull requests have a commit as their head, and what they change: GitHub says so, and no file does.
import type { Api } from './api.ts';
import { pagesOf, type Page } from './pages.ts';

export interface OpenPullRequest {
  readonly number: number;
  /** The branch that it goes into. */
  readonly baseRef: string;
  /** That branch's commit. */
  readonly baseSha: string;
}

interface HeadCommit {
  /** `owner/name`, of the repository that the pull requests go into. */
  readonly repository: string;
  /** The branch's name where it comes from; null where nobody knows. */
  readonly branch: string | null;
  readonly sha: string;
}

interface PullRequestsAnswer {
  readonly repository: {
    readonly pullRequests: Page<{
      readonly number: number;
      readonly headRefOid: string;
      readonly baseRefName: string;
      readonly baseRefOid: string;
    }>;
  };
}

// Those of forks are in no event's list of pull requests.
const QUERY = `
  query plumblineOpenPullRequests($owner: String!, $repo: String!, $branch: String, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequests(states: [OPEN], headRefName: $branch, first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { number headRefOid baseRefName baseRefOid }
      }
    }
  }`;

/** All of them, the oldest first. */
export async function openPullRequestsAt(
  api: Api,
  { repository, branch, sha }: HeadCommit,
): Promise<readonly OpenPullRequest[]> {
  const [owner = '', repo = ''] = repository.split('/');
  const found: OpenPullRequest[] = [];
  const question = {
    ...{ query: QUERY, variables: { owner, repo, branch } },
    listIn: (answer: PullRequestsAnswer) => answer.repository.pullRequests,
  };
  for await (const answer of pagesOf(api, question)) {
    for (const one of answer.repository.pullRequests.nodes) {
      if (one.headRefOid !== sha) continue;
      found.push({ number: one.number, baseRef: one.baseRefName, baseSha: one.baseRefOid });
    }
  }
  return found.sort((one, other) => one.number - other.number);
}

interface FilesAnswer {
  readonly repository: {
    readonly pullRequest: {
      /** Null where GitHub has yet to compare. */
      readonly files: Page<{ readonly path: string }> | null;
    };
  };
}

const FILES_QUERY = `
  query plumblineChangedFiles($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        files(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { path }
        }
      }
    }
  }`;

/** The paths of the files that the pull request changes, from the repository's root. */
export async function changedFiles(
  api: Api,
  { repository, number }: { readonly repository: string; readonly number: number },
): Promise<ReadonlySet<string>> {
  const [owner = '', repo = ''] = repository.split('/');
  const question = {
    ...{ query: FILES_QUERY, variables: { owner, repo, number } },
    listIn: (answer: FilesAnswer) => answer.repository.pullRequest.files,
  };
  const changed = new Set<string>();
  for await (const answer of pagesOf(api, question)) {
    for (const { path } of answer.repository.pullRequest.files?.nodes ?? []) changed.add(path);
  }
  return changed;
}
