// Commits the missing migrations to the pull request's branch, by GitHub's API: signed, in one commit, and
// only onto the commit that was checked.
import type { Proposal } from '../proposal.ts';
import { prefixOf } from '../revision/git.ts';
import { openApi, problemOfApi, type Api } from './api.ts';
import { commitMessage } from './commit-message.ts';
import { placeFor } from './commit-place.ts';
import {
  whyNotAsked,
  whyNotNow,
  type CommitOutcome,
  type PullRequestState,
} from './commit-policy.ts';
import type { GitHubEvent, PullRequestSource } from './event.ts';
import type { Settings } from './inputs.ts';

export interface CommitRequest {
  readonly proposal: Proposal;
  readonly event: GitHubEvent;
  readonly settings: Pick<
    Settings,
    'token' | 'commitToken' | 'commitMessage' | 'commentId' | 'directory'
  >;
  /** The commit that was compared with. */
  readonly base: string | null;
}

/** The account of the token that every job is given. */
const DEFAULT_TOKEN_LOGIN = 'github-actions[bot]';

/** Commits, or says why not. Never throws, and never tries again with another head. */
export async function commitMigrations(request: CommitRequest): Promise<CommitOutcome> {
  const { proposal, event, settings } = request;
  const { source, head, pullRequest } = event;
  const refused = whyNotAsked(event, proposal);
  if (refused !== null) return refused;
  if (source === null || head === null || pullRequest === null || request.base === null) {
    return { is: 'withheld', why: 'there is no base to compare with' };
  }
  const prefix = prefixOf(settings.directory) ?? '';
  const { directory } = settings;
  const place = placeFor({ ...proposal, directory, prefix, head, base: request.base });
  if (place.is === 'behind') {
    return { is: 'withheld', why: 'base has migrations that this branch lacks', behind: true };
  }
  if (place.is === 'unfit') return { is: 'withheld', why: place.why };
  if (settings.commitToken === '') return failed('there is neither commit-token nor github-token');
  return commit(request, { source, head, pullRequest, prefix });
}

interface Target {
  readonly source: PullRequestSource;
  readonly head: string;
  readonly pullRequest: number;
  readonly prefix: string;
}

async function commit(request: CommitRequest, target: Target): Promise<CommitOutcome> {
  const { proposal, event, settings } = request;
  const { head, pullRequest } = target;
  // An App's token may be for contents alone; the job's own reads pull requests.
  const reader = settings.token === '' ? settings.commitToken : settings.token;
  const [owner = '', repo = ''] = event.repository.split('/');
  let checksWait: boolean;
  try {
    const found = await stateOf(await openApi(reader), { owner, repo, number: pullRequest });
    const wanted = { head, id: settings.commentId, hash: proposal.hash };
    const refused = whyNotNow(found.state, wanted);
    if (refused !== null) return refused;
    checksWait = reader === settings.commitToken && found.login === DEFAULT_TOKEN_LOGIN;
  } catch (error) {
    return outcomeOf(error, 'pull-requests: write');
  }
  try {
    const { sha, files } = await write(await openApi(settings.commitToken), request, target);
    return { is: 'committed', sha, files, checksWait };
  } catch (error) {
    return outcomeOf(error, 'contents: write');
  }
}

async function write(
  api: Api,
  { proposal, event, settings }: CommitRequest,
  { source, head, prefix }: Target,
): Promise<{ readonly sha: string; readonly files: readonly string[] }> {
  const files = proposal.files.map(({ path }) => `${prefix}${path}`);
  const input = {
    branch: { repositoryNameWithOwner: event.repository, branchName: source.branch },
    expectedHeadOid: head,
    message: commitMessage({
      subject: settings.commitMessage,
      several: files.filter((file) => file.endsWith('.sql')).length > 1,
      id: settings.commentId,
      hash: proposal.hash,
    }),
    fileChanges: {
      additions: proposal.files.map(({ content }, index) => ({
        path: files[index],
        contents: Buffer.from(content).toString('base64'),
      })),
    },
  };
  const made = await api.graphql<Committed>(COMMIT_MUTATION, { input });
  return { sha: made.createCommitOnBranch.commit.oid, files };
}

const STATE_QUERY = `
  query plumblineBranch($owner: String!, $repo: String!, $number: Int!) {
    viewer { login }
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        state
        headRefOid
        isInMergeQueue
        headRef { name }
        commits(last: 1) { nodes { commit { message } } }
      }
    }
  }`;

const COMMIT_MUTATION = `
  mutation plumblineCommit($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }`;

interface Committed {
  readonly createCommitOnBranch: { readonly commit: { readonly oid: string } };
}

interface Answer {
  readonly viewer: { readonly login: string };
  readonly repository: {
    readonly pullRequest: {
      readonly state: string;
      readonly headRefOid: string;
      readonly isInMergeQueue: boolean;
      readonly headRef: { readonly name: string } | null;
      readonly commits: {
        readonly nodes: readonly { readonly commit: { readonly message: string } }[];
      };
    };
  };
}

async function stateOf(
  api: Api,
  target: { readonly owner: string; readonly repo: string; readonly number: number },
): Promise<{ readonly state: PullRequestState; readonly login: string }> {
  const { viewer, repository } = await api.graphql<Answer>(STATE_QUERY, target);
  const { state, headRefOid, isInMergeQueue, headRef, commits } = repository.pullRequest;
  return {
    login: viewer.login,
    state: {
      open: state === 'OPEN',
      headSha: headRefOid,
      branchExists: headRef !== null,
      inMergeQueue: isInMergeQueue,
      message: commits.nodes.at(-1)?.commit.message ?? '',
    },
  };
}

/** `permission` is what the call needs of the job's token. */
function outcomeOf(error: unknown, permission: string): CommitOutcome {
  const message = problemOfApi(error);
  // https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch: what `expectedHeadOid` is for.
  if (/expected branch to point to|stale_data/i.test(message)) return { is: 'stale' };
  if (/resource not accessible by/i.test(message)) {
    return failed(
      `the token may not. Give the job \`permissions: ${permission}\`, or pass the token of a GitHub App as \`commit-token\``,
    );
  }
  return failed(message);
}

const failed = (why: string): CommitOutcome => ({
  is: 'failed',
  why: `The missing migration was not committed: ${why}.`,
});
