// GraphQL queries, executed by graphql-js over GitHub's own schema.
import { posix } from 'node:path';
import { buildSchema, graphql, GraphQLError, type GraphQLSchema } from 'graphql';
import { schema as github } from '@octokit/graphql-schema';
import { branchFields, createCommit } from './stand-in-commit.ts';
import { resolveThread, threadNode } from './stand-in-reviews.ts';
import {
  VIEWER,
  type Answer,
  type Comment,
  type PullRequest,
  type State,
} from './stand-in-state.ts';

interface GraphqlRequest {
  readonly state: State;
  readonly body: unknown;
  readonly mayWrite: boolean;
  /** Whose token it is. */
  readonly login: string;
  readonly problems: string[];
}

const PAGE_MOST = 100;
const BASE = 'ba5e'.repeat(10);
let schema: GraphQLSchema | undefined;

/** Executes a document; one that GitHub's schema does not allow is a problem. */
export async function answerGraphql(request: GraphqlRequest): Promise<Answer> {
  const { query, variables } = request.body as {
    query: string;
    variables: Record<string, unknown>;
  };
  schema ??= buildSchema(github.idl, { assumeValid: true });
  const rootValue = {
    viewer: { login: request.login },
    repository: repositoryOf(request.state),
    createCommitOnBranch: commit(request),
    unminimizeComment: unminimize(request),
    deleteIssueComment: remove(request),
    resolveReviewThread: resolve(request),
  };
  const result = await graphql({ schema, source: query, variableValues: variables, rootValue });
  // Errors without a path are not of execution: the document or its variables don't fit the schema.
  const wrong = (result.errors ?? []).filter((error) => error.path === undefined);
  request.problems.push(...wrong.map((error) => error.message));
  const errors = result.errors?.map(({ message, path, extensions }) => ({
    type: extensions['type'],
    path,
    message,
  }));
  return { status: 200, body: { data: result.data, ...(errors ? { errors } : {}) } };
}

function repositoryOf(state: State) {
  return ({ owner, name }: { owner: string; name: string }): object | null => {
    if (`${owner}/${name}` !== state.repository) return null;
    return {
      pullRequest: ({ number }: { number: number }) => pullRequestOf(state, number),
      pullRequests: (asked: PullRequestsAsked) => pullRequestsOf(state, asked),
      object: ({ expression }: { expression: string }) => objectAt(state, expression),
    };
  };
}

/** Of any tree that is asked for only the links are there. */
function objectAt({ links = {} }: State, expression: string): object | null {
  const path = expression.slice(expression.indexOf(':') + 1);
  if (path in links) return { __typename: 'Blob', text: links[path] };
  const inside = Object.keys(links).filter((one) => posix.dirname(one) === (path || '.'));
  const entries = inside.map((one) => ({ name: posix.basename(one), mode: 0o120000 }));
  const other = { name: 'README.md', mode: 0o100644 };
  return { __typename: 'Tree', entries: [other, ...entries] };
}

interface Paging {
  readonly first: number;
  readonly after?: string | null;
}

interface PullRequestsAsked extends Paging {
  readonly states?: readonly string[];
  readonly headRefName?: string | null;
}

function pullRequestsOf(state: State, { states, headRefName, ...page }: PullRequestsAsked): object {
  const found = [...state.pullRequests.values()]
    .filter((one) => states?.includes(one.state ?? 'OPEN') ?? true)
    .filter(({ branch = 'change' }) => headRefName == null || branch === headRefName);
  return connectionOf(found, page, ({ number, headSha }) => ({
    number,
    headRefOid: headSha,
    baseRefName: 'main',
    baseRefOid: BASE,
  }));
}

function pullRequestOf(state: State, number: number): object {
  const pullRequest = state.pullRequests.get(number);
  if (pullRequest === undefined) {
    throw typed('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
  }
  return {
    headRefOid: pullRequest.headSha,
    state: pullRequest.state ?? 'OPEN',
    ...branchFields(state, pullRequest),
    reviewThreads: (page: Paging) => connectionOf(pullRequest.threads ?? [], page, threadNode),
    files: (page: Paging) =>
      connectionOf(pullRequest.files ?? [], page, ({ filename }) => ({ path: filename })),
    comments: (page: Paging) =>
      connectionOf(pullRequest.comments, page, (comment) => nodeOf(comment, pullRequest)),
  };
}

function connectionOf<Item>(
  items: readonly Item[],
  { first, after = null }: Paging,
  nodeFrom: (item: Item) => object,
): object {
  if (first > PAGE_MOST) {
    throw typed('EXCESSIVE_PAGINATION', `Requesting ${first} records exceeds the limit of 100.`);
  }
  const start = after === null ? 0 : Number(Buffer.from(after, 'base64').toString());
  const end = Math.min(start + first, items.length);
  return {
    nodes: items.slice(start, end).map(nodeFrom),
    pageInfo: {
      hasNextPage: end < items.length,
      endCursor: end > start ? Buffer.from(String(end)).toString('base64') : null,
    },
  };
}

function nodeOf(comment: Comment, pullRequest: PullRequest): object {
  return {
    id: comment.nodeId,
    fullDatabaseId: String(comment.id),
    url: comment.url(pullRequest.number),
    body: comment.body,
    viewerDidAuthor: comment.author === VIEWER,
    isMinimized: comment.minimized,
  };
}

function unminimize({ state, mayWrite }: GraphqlRequest) {
  return ({ input }: { input: { subjectId: string } }): object => {
    if (!mayWrite) throw typed('FORBIDDEN', 'Resource not accessible by integration');
    const comments = [...state.pullRequests.values()].flatMap((one) => one.comments);
    const comment = comments.find(({ nodeId }) => nodeId === input.subjectId);
    if (comment === undefined) throw typed('NOT_FOUND', 'Could not resolve to a node.');
    comment.minimized = false;
    return {};
  };
}

function commit({ state, mayWrite, login }: GraphqlRequest) {
  return ({ input }: { input: Parameters<typeof createCommit>[1] }): object => {
    if (!mayWrite) throw typed('FORBIDDEN', 'Resource not accessible by integration');
    return createCommit(state, input, login);
  };
}

function resolve({ state, mayWrite }: GraphqlRequest) {
  return ({ input }: { input: { threadId: string } }): object => {
    if (!mayWrite) throw typed('FORBIDDEN', 'Resource not accessible by integration');
    return resolveThread(state, input.threadId);
  };
}

function remove({ state, mayWrite }: GraphqlRequest) {
  return ({ input }: { input: { id: string } }): object => {
    if (!mayWrite) throw typed('FORBIDDEN', 'Resource not accessible by integration');
    for (const { comments } of state.pullRequests.values()) {
      const index = comments.findIndex(({ nodeId }) => nodeId === input.id);
      if (index === -1) continue;
      comments.splice(index, 1);
      return {};
    }
    throw typed('NOT_FOUND', 'Could not resolve to a node.');
  };
}

function typed(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
