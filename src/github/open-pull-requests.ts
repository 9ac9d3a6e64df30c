// Which open pull requests have a commit as their head, and what they change: GitHub says so, and no file does.
import type { Api } from './api.ts';

export interface OpenPullRequest {
  readonly number: number;
  /** The branch that it goes into. */
  readonly baseRef: string;
}

interface HeadCommit {
  /** `owner/name`, of the repository that the pull requests go into. */
  readonly repository: string;
  /** The branch's name where it comes from; null where nobody knows. */
  readonly branch: string | null;
  readonly sha: string;
}

interface Page {
  readonly repository: {
    readonly pullRequests: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly number: number;
        readonly headRefOid: string;
        readonly baseRefName: string;
      }[];
    };
  };
}

// Those of forks are in no event's list of pull requests.
const QUERY = `
  query plumblineOpenPullRequests($owner: String!, $repo: String!, $branch: String, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequests(states: [OPEN], headRefName: $branch, first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { number headRefOid baseRefName }
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
  let after: string | null = null;
  for (;;) {
    const page: Page = await api.graphql<Page>(QUERY, { owner, repo, branch, after });
    const { nodes, pageInfo } = page.repository.pullRequests;
    for (const { number, headRefOid, baseRefName } of nodes) {
      if (headRefOid === sha) found.push({ number, baseRef: baseRefName });
    }
    if (!pageInfo.hasNextPage) return found.sort((one, other) => one.number - other.number);
    after = pageInfo.endCursor;
  }
}

interface FilesPage {
  readonly repository: {
    readonly pullRequest: {
      /** Null where GitHub has yet to compare. */
      readonly files: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes: readonly { readonly path: string }[];
      } | null;
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

/** The first of these paths that the pull request changes; null where it changes none. */
export async function firstChanged(
  api: Api,
  { repository, number }: { readonly repository: string; readonly number: number },
  paths: readonly string[],
): Promise<string | null> {
  const [owner = '', repo = ''] = repository.split('/');
  let after: string | null = null;
  for (;;) {
    const variables = { owner, repo, number, after };
    const page: FilesPage = await api.graphql<FilesPage>(FILES_QUERY, variables);
    const { files } = page.repository.pullRequest;
    const found = files?.nodes.find(({ path }) => paths.includes(path));
    if (found !== undefined) return found.path;
    if (files?.pageInfo.hasNextPage !== true) return null;
    after = files.pageInfo.endCursor;
  }
}
