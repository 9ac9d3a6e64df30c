// Writes our one comment on the pull request. Whatever happens here, the verdict stays what it is.
import { messageOf } from '../errors.ts';
import { markerOf } from '../report/comment-state.ts';
import { openApi, type Api } from './api.ts';
import {
  decideComment,
  type CommentAction,
  type CommentRequest,
  type ExistingComment,
} from './comment-policy.ts';
import type { GitHubEvent } from './event.ts';

export interface PublishRequest extends CommentRequest {
  readonly event: GitHubEvent;
  readonly token: string;
}

export interface PublishedComment {
  /** Empty when there is no comment. */
  readonly id: string;
  readonly url: string;
  /** What a person should know when it did not work; null when it did. */
  readonly problem: string | null;
}

const NO_COMMENT: PublishedComment = { id: '', url: '', problem: null };

interface Target {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** Creates, updates or leaves the comment. Never throws: what goes wrong is told in `problem`. */
export async function publishComment(request: PublishRequest): Promise<PublishedComment> {
  const { event, settings, token } = request;
  if (event.pullRequest === null || settings.comment === 'never') return NO_COMMENT;
  if (token === '') {
    return { ...NO_COMMENT, problem: 'No comment was written: there is no github-token.' };
  }
  const [owner = '', repo = ''] = event.repository.split('/');
  try {
    return await publish(request, { owner, repo, number: event.pullRequest });
  } catch (error) {
    return { ...NO_COMMENT, problem: problemOf(error, event) };
  }
}

async function publish(request: PublishRequest, target: Target): Promise<PublishedComment> {
  const api = await openApi(request.token);
  const { existing, headSha } = await findComment(
    api,
    target,
    markerOf(request.settings.commentId),
  );
  if (headSha !== request.event.head) return existing === null ? NO_COMMENT : identify(existing);
  const action = decideComment(request, existing);
  return perform(api, { action, existing, target });
}

const COMMENTS_QUERY = `
  query plumblineComments($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        comments(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { id fullDatabaseId url body viewerDidAuthor isMinimized }
        }
      }
    }
  }`;

const UNMINIMIZE_MUTATION = `
  mutation plumblineUnminimize($id: ID!) {
    unminimizeComment(input: { subjectId: $id }) { clientMutationId }
  }`;

interface CommentsPage {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly comments: {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly nodes: readonly CommentNode[];
      };
    };
  };
}

interface CommentNode {
  readonly id: string;
  readonly fullDatabaseId: string;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly isMinimized: boolean;
}

interface Found {
  readonly existing: ExistingComment | null;
  /** The pull request's head by now: a later push has a run of its own. */
  readonly headSha: string;
}

/** Our oldest comment, through all pages. Ours: its first line is the marker and we wrote it. */
async function findComment(api: Api, target: Target, marker: string): Promise<Found> {
  let after: string | null = null;
  for (;;) {
    const page: CommentsPage = await api.graphql<CommentsPage>(COMMENTS_QUERY, {
      ...target,
      after,
    });
    const { headRefOid: headSha, comments } = page.repository.pullRequest;
    const ours = comments.nodes.find(
      ({ body, viewerDidAuthor }) => viewerDidAuthor && /^[^\r\n]*/.exec(body)?.[0] === marker,
    );
    if (ours !== undefined) return { existing: existingFrom(ours), headSha };
    if (!comments.pageInfo.hasNextPage) return { existing: null, headSha };
    after = comments.pageInfo.endCursor;
  }
}

function existingFrom(node: CommentNode): ExistingComment {
  const { id, fullDatabaseId, url, body, isMinimized } = node;
  return { nodeId: id, id: fullDatabaseId, url, body, minimized: isMinimized };
}

async function perform(
  api: Api,
  step: {
    readonly action: CommentAction;
    readonly existing: ExistingComment | null;
    readonly target: Target;
  },
): Promise<PublishedComment> {
  const { action, existing, target } = step;
  const { owner, repo, number } = target;
  if (action.do === 'create') {
    const request = { owner, repo, issue_number: number, body: action.body };
    const { data } = await api.rest.issues.createComment(request);
    return { id: String(data.id), url: data.html_url, problem: null };
  }
  if (existing === null) return NO_COMMENT;
  if (action.do === 'update') {
    const id = Number(existing.id);
    await api.rest.issues.updateComment({ owner, repo, comment_id: id, body: action.body });
    if (action.unminimize) await api.graphql(UNMINIMIZE_MUTATION, { id: existing.nodeId });
  }
  return identify(existing);
}

function identify({ id, url }: ExistingComment): PublishedComment {
  return { id, url, problem: null };
}

function problemOf(error: unknown, event: GitHubEvent): string {
  if (!isForbidden(error)) {
    return `The comment could not be written, the verdict stands: ${messageOf(error)}`;
  }
  return event.readOnlyToken
    ? 'No comment was written: for a pull request from a fork or by Dependabot GitHub gives a token that can only read. The report is in the job summary.'
    : 'No comment was written: the token may only read. Give the job `permissions: pull-requests: write`. The report is in the job summary.';
}

/** REST answers 403, GraphQL 200 with an error of type FORBIDDEN; both say the same words. */
function isForbidden(error: unknown): boolean {
  return /resource not accessible by/i.test(messageOf(error));
}
