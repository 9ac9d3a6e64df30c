// Reviews as GitHub takes them: every comment at lines of the diff, or none of them.
import { parsePatch } from 'diff';
import { GraphQLError } from 'graphql';
import {
  VIEWER,
  type Answer,
  type ChangedFile,
  type PullRequest,
  type State,
  type Thread,
} from './stand-in-state.ts';

interface ReviewBody {
  readonly body?: string;
  readonly commit_id?: string;
  readonly event?: string;
  readonly comments?: readonly ReviewComment[];
}

interface ReviewComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
}

const api = 'https://api.github.com/repos/acme/shop';

/** One page of the files that a pull request changes. */
export function listFiles(pullRequest: PullRequest, path: string): Answer {
  const { searchParams } = new URL(path, api);
  const size = Math.min(Number(searchParams.get('per_page') ?? 30), 100);
  const start = (Number(searchParams.get('page') ?? 1) - 1) * size;
  const page = (pullRequest.files ?? []).slice(start, start + size);
  return { status: 200, body: page.map(entryOf) };
}

function entryOf({ filename, patch }: ChangedFile): object {
  return {
    ...{ sha: null, filename, status: 'added', additions: 1, deletions: 0, changes: 1 },
    ...{ blob_url: `${api}/blob`, raw_url: `${api}/raw`, contents_url: `${api}/contents` },
    ...(patch === null ? {} : { patch }),
  };
}

/** Posts a review, or refuses it as a whole. */
export function createReview(state: State, pullRequest: PullRequest, review: ReviewBody): Answer {
  const { body = '', event, comments = [], commit_id: commit } = review;
  const wrong = [
    ...(event === 'COMMENT' && body === '' ? ['A review needs a body'] : []),
    ...(commit === pullRequest.headSha ? [] : ['commit_id is not part of the pull request']),
    ...comments.flatMap((comment) => problemsOf(comment, pullRequest.files ?? [])),
  ];
  if (wrong.length > 0) {
    return { status: 422, body: { message: 'Unprocessable Entity', errors: wrong } };
  }
  pullRequest.threads ??= [];
  for (const { path, body: text, line = 0, start_line: startLine = line } of comments) {
    const nodeId = `PRRT_${String(state.nextId++)}`;
    const lines = [startLine, line] as const;
    pullRequest.threads.push({ nodeId, path, lines, body: text, author: VIEWER, resolved: false });
  }
  const id = state.nextId++;
  const href = `https://github.com/acme/shop/pull/${String(pullRequest.number)}`;
  return {
    status: 200,
    body: {
      ...{ id, node_id: `PRR_${String(id)}`, user: null, body, state: 'COMMENTED' },
      ...{ commit_id: commit, html_url: href, pull_request_url: href, author_association: 'NONE' },
      _links: { html: { href }, pull_request: { href } },
    },
  };
}

function problemsOf(comment: ReviewComment, files: readonly ChangedFile[]): readonly string[] {
  const { path, body, line = 0, side = 'RIGHT', start_line: start = line } = comment;
  const patch = files.find(({ filename }) => filename === path)?.patch;
  if (patch == null) return ['Path could not be resolved'];
  const [parsed] = parsePatch(`--- a\n+++ b\n${patch}`);
  const hunk = parsed?.hunks.find(
    ({ newStart, newLines }) => newStart <= line && line < newStart + newLines,
  );
  const one = 'Pull request review thread';
  return [
    ...(body.length > 65_536 ? ['Body is too long'] : []),
    ...(side !== 'RIGHT' || hunk === undefined ? [`${one} line must be part of the diff`] : []),
    ...(start < (hunk?.newStart ?? 0) ? [`${one} start line must be part of the same hunk`] : []),
    ...(comment.start_line !== undefined && start >= line
      ? [`${one} start line must precede the end line.`]
      : []),
  ];
}

/** A thread, as GraphQL tells it. */
export function threadNode({ nodeId, resolved, body, author }: Thread): object {
  const comment = { body, viewerDidAuthor: author === VIEWER };
  return { id: nodeId, isResolved: resolved, comments: () => ({ nodes: [comment] }) };
}

export function resolveThread(state: State, threadId: string): object {
  const threads = [...state.pullRequests.values()].flatMap((one) => one.threads ?? []);
  const thread = threads.find(({ nodeId }) => nodeId === threadId);
  if (thread === undefined) {
    throw new GraphQLError('Could not resolve to a node.', { extensions: { type: 'NOT_FOUND' } });
  }
  thread.resolved = true;
  return {};
}
