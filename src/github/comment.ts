// Writes our one comment on the pull request. Whatever happens here, the verdict stays what it is.
import { markerOf } from '../report/comment-state.ts';
import { openApi, problemOfApi, type Api } from './api.ts';
import {
  decideComment,
  type CommentAction,
  type CommentRequest,
  type ExistingComment,
} from './comment-policy.ts';
import type { GitHubEvent } from './event.ts';
import { findOwnComments, tidyComments, type Target } from './own-comments.ts';

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
const IN_SUMMARY = 'The report is in the job summary.';

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
  const marker = markerOf(request.settings.commentId);
  const { oldest, duplicates, headSha, open } = await findOwnComments(api, target, marker);
  // What is closed or merged is read as it was decided on.
  const checked = [request.event.head, request.extra?.committed?.sha];
  if (!checked.includes(headSha) || !open) return identify(oldest);
  const action = decideComment(request, oldest);
  const comment = await perform({ api, request, target, existing: oldest }, action);
  const show = action.do === 'update' && action.unminimize && oldest !== null ? [oldest] : [];
  try {
    await tidyComments(api, { show, remove: duplicates });
    return comment;
  } catch (error) {
    const what = `Comments of ours could not be ${duplicates.length > 0 ? 'removed' : 'shown again'}`;
    return { ...comment, problem: `${what}, the verdict stands: ${problemOfApi(error)}` };
  }
}

interface Writing {
  readonly api: Api;
  readonly request: PublishRequest;
  readonly target: Target;
  readonly existing: ExistingComment | null;
}

async function perform(writing: Writing, action: CommentAction): Promise<PublishedComment> {
  const { api, request, target, existing } = writing;
  const { owner, repo, number } = target;
  if (action.do === 'create') {
    const wanted = { owner, repo, issue_number: number, body: action.body };
    const { data } = await api.rest.issues.createComment(wanted);
    return { id: String(data.id), url: data.html_url, problem: null };
  }
  if (existing === null || action.do === 'nothing') return identify(existing);
  const id = Number(existing.id);
  try {
    await api.rest.issues.updateComment({ owner, repo, comment_id: id, body: action.body });
  } catch (error) {
    if (!isGone(error)) throw error;
    // Somebody removed it since it was read. What there is to say is said once more, and then no more.
    return perform({ ...writing, existing: null }, decideComment(request, null));
  }
  return identify(existing);
}

function identify(comment: ExistingComment | null): PublishedComment {
  return comment === null ? NO_COMMENT : { id: comment.id, url: comment.url, problem: null };
}

function problemOf(error: unknown, event: GitHubEvent): string {
  const message = problemOfApi(error);
  if (/\blocked\b/i.test(message)) {
    return `No comment was written: the conversation on the pull request is locked. ${IN_SUMMARY}`;
  }
  if (!isForbidden(message)) {
    return `The comment could not be written, the verdict stands: ${message}`;
  }
  return event.readOnlyToken
    ? `No comment was written: for a pull request from a fork or by Dependabot GitHub gives a token that can only read. ${IN_SUMMARY}`
    : `No comment was written: the token may only read. Give the job \`permissions: pull-requests: write\`. ${IN_SUMMARY}`;
}

/** REST answers 403, GraphQL 200 with an error of type FORBIDDEN; both say the same words. */
const isForbidden = (message: string): boolean => /resource not accessible by/i.test(message);

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && (error.status === 404 || error.status === 410);
