// createCommitOnBranch as GitHub does it: onto the branch's newest commit or not at all, in a real repository.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import type { PullRequest, State } from './stand-in-state.ts';

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
  };
}

/** What the pull request's branch is now. */
export function branchFields(state: State, pullRequest: PullRequest): object {
  const message =
    state.directory === undefined
      ? ''
      : git(state.directory, ['log', '-1', '--format=%B', pullRequest.headSha]);
  return {
    isInMergeQueue: pullRequest.inMergeQueue ?? false,
    headRef: pullRequest.branchDeleted ? null : { name: pullRequest.branch ?? 'change' },
    commits: { nodes: [{ commit: { message } }] },
  };
}

/** Makes the commit in the repository that the state names; `author` is whose token it is. */
export function createCommit(state: State, input: CommitInput, author: string): object {
  const { branch, expectedHeadOid, message, fileChanges } = input;
  const { directory } = state;
  if (directory === undefined || branch.repositoryNameWithOwner !== state.repository) {
    throw typed('NOT_FOUND', 'Could not resolve to a Repository.');
  }
  const ref = `refs/heads/${branch.branchName}`;
  const head = git(directory, ['rev-parse', '--verify', '--quiet', ref]);
  if (head !== expectedHeadOid) {
    const why = `Expected branch to point to "${expectedHeadOid}" but it points to "${head}". Pull and try again.`;
    throw typed('STALE_DATA', why);
  }
  const files = fileChanges?.additions ?? [];
  const forbidden = files.find(({ path }) => state.forbidden?.test(path));
  if (forbidden !== undefined) {
    throw typed('UNPROCESSABLE', `File path is restricted by a repository rule: ${forbidden.path}`);
  }
  const tree = treeWith(directory, head, files);
  const text = [message.headline, message.body ?? ''].join('\n\n');
  const identity = ['-c', `user.name=${author}`, '-c', 'user.email=bot@example.com'];
  const oid = git(directory, [...identity, 'commit-tree', tree, '-p', head, '-m', text]);
  git(directory, ['update-ref', ref, oid, head]);
  for (const one of state.pullRequests.values()) {
    if ((one.branch ?? 'change') === branch.branchName) one.headSha = oid;
  }
  return { commit: { oid } };
}

function treeWith(
  directory: string,
  head: string,
  files: readonly { readonly path: string; readonly contents: string }[],
): string {
  const temporary = mkdtempSync(join(tmpdir(), 'plumbline-index-'));
  const env = { GIT_INDEX_FILE: join(temporary, 'index') };
  try {
    git(directory, ['read-tree', head], { env });
    for (const { path, contents } of files) {
      const input = Buffer.from(contents, 'base64');
      const id = git(directory, ['hash-object', '-w', '--stdin'], { input });
      git(directory, ['update-index', '--add', '--cacheinfo', `100644,${id},${path}`], { env });
    }
    return git(directory, ['write-tree'], { env });
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function git(
  directory: string,
  args: readonly string[],
  more: { readonly env?: Readonly<Record<string, string>>; readonly input?: Buffer } = {},
): string {
  const { env, ...rest } = more;
  const options = { cwd: directory, encoding: 'utf8', stdio: 'pipe', ...rest } as const;
  return execFileSync('git', [...args], { ...options, env: { ...process.env, ...env } }).trim();
}

function typed(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
