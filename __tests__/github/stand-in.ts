// A local, stateful stand-in for GitHub's API. Every request is held against GitHub's own OpenAPI and
// GraphQL schemas, and what those don't say (limits, permissions, paging) is enforced here.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerGraphql } from './stand-in-graphql.ts';
import { findOperation, validateBody, validateResponse } from './stand-in-rest.ts';
import { createReview, listFiles } from './stand-in-reviews.ts';
import {
  commentOf,
  VIEWER,
  type Answer,
  type Comment,
  type PullRequest,
  type State,
} from './stand-in-state.ts';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A request that is not answered as usual; used up after `times`. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  /** What its body, as JSON, must hold. */
  readonly body?: RegExp;
  times: number;
  /** What somebody else does before it is looked at. */
  readonly meanwhile?: () => void;
  /** Whether it is carried out all the same. */
  readonly done?: boolean;
  readonly answer: Answer | 'connection reset' | 'usual';
}

export interface StandIn {
  /** The value of GITHUB_API_URL. */
  readonly url: string;
  readonly state: State;
  readonly faults: Fault[];
  readonly requests: RecordedRequest[];
  /** What GitHub's schemas don't allow; a test expects none. */
  readonly problems: string[];
  close(): Promise<void>;
}

export const WRITE_TOKEN = 'token-that-may-write';
export const READ_TOKEN = 'token-that-may-read';
/** Of a GitHub App, and not the workflow's own. */
export const APP_TOKEN = 'token-of-an-app';
const BODY_LIMIT = 65_536;

/** `prefix` is `/api/v3` on GitHub Enterprise Server, where GraphQL is at `/api/graphql`. */
export async function startStandIn(prefix: '' | '/api/v3' = ''): Promise<StandIn> {
  const state: State = { repository: 'acme/shop', pullRequests: new Map(), nextId: 3_000_000_000 };
  const standIn = { state, faults: [] as Fault[], requests: [] as RecordedRequest[] };
  const problems: string[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const path = request.url ?? '';
      standIn.requests.push({ method: request.method ?? '', path, body });
      const answer = await answerTo({ request, path, body, prefix, standIn, problems });
      if (answer === 'connection reset') request.socket.resetAndDestroy();
      else send(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { ...standIn, url: `http://127.0.0.1:${port}${prefix}`, problems, close };
}

export function addPullRequest(standIn: StandIn, number: number, headSha: string): PullRequest {
  const pullRequest = { number, headSha, comments: [] as Comment[] };
  standIn.state.pullRequests.set(number, pullRequest);
  return pullRequest;
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly body: unknown;
  readonly prefix: string;
  readonly standIn: Pick<StandIn, 'state' | 'faults'>;
  readonly problems: string[];
}

async function answerTo(incoming: Incoming): Promise<Answer | 'connection reset'> {
  const fault = faultFor(incoming);
  if (fault === undefined) return usualAnswerTo(incoming);
  fault.times -= 1;
  fault.meanwhile?.();
  if (fault.answer === 'usual') return usualAnswerTo(incoming);
  if (fault.done === true) await usualAnswerTo(incoming);
  return fault.answer;
}

function faultFor({ request, path, body, standIn }: Incoming): Fault | undefined {
  return standIn.faults.find(
    (one) =>
      one.times > 0 &&
      one.method === request.method &&
      one.path.test(path) &&
      (one.body?.test(JSON.stringify(body)) ?? true),
  );
}

async function usualAnswerTo(incoming: Incoming): Promise<Answer> {
  const { request, path, body, prefix, standIn, problems } = incoming;
  const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token !== WRITE_TOKEN && token !== READ_TOKEN && token !== APP_TOKEN) {
    return { status: 401, body: { message: 'Bad credentials' } };
  }
  if (request.headers['user-agent'] === undefined) problems.push(`${path}: no user agent`);
  const mayWrite = token !== READ_TOKEN;
  const login = token === APP_TOKEN ? 'migrations[bot]' : `${VIEWER}[bot]`;
  if (path === `${prefix === '' ? '' : '/api'}/graphql`) {
    return answerGraphql({ state: standIn.state, body, mayWrite, login, problems });
  }
  return answerRest({ ...incoming, path: path.slice(prefix.length) }, mayWrite);
}

function answerRest(
  { request, path, body, standIn, problems }: Incoming,
  mayWrite: boolean,
): Answer {
  const operation = findOperation(request.method ?? '', path);
  if (operation === null) {
    problems.push(`GitHub has no ${request.method ?? ''} ${path}`);
    return { status: 404, body: { message: 'Not Found' } };
  }
  problems.push(...validateBody(operation, body));
  const { owner, repo } = operation.parameters;
  if (`${owner ?? ''}/${repo ?? ''}` !== standIn.state.repository) {
    return { status: 404, body: { message: 'Not Found' } };
  }
  if (!mayWrite && request.method !== 'GET') {
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }
  const number = Number(operation.parameters['pull_number']);
  const pullRequest = standIn.state.pullRequests.get(number);
  const answer =
    pullRequest === undefined
      ? writeComment(standIn.state, operation, (body as { body: string }).body)
      : operation.id === 'pulls/list-files'
        ? listFiles(pullRequest, path)
        : createReview(standIn.state, pullRequest, body as Parameters<typeof createReview>[2]);
  problems.push(...validateResponse(operation, answer));
  return answer;
}

function writeComment(
  state: State,
  operation: { id: string; parameters: Readonly<Record<string, string>> },
  text: string,
): Answer {
  if (text.length > BODY_LIMIT) return { status: 422, body: tooLong };
  if (operation.id === 'issues/create-comment') {
    const pullRequest = state.pullRequests.get(Number(operation.parameters['issue_number']));
    if (pullRequest === undefined) return { status: 404, body: { message: 'Not Found' } };
    if (pullRequest.locked === true) return { status: 403, body: locked };
    const comment = commentOf(state, { body: text });
    pullRequest.comments.push(comment);
    return { status: 201, body: asRest(state, pullRequest, comment) };
  }
  const id = Number(operation.parameters['comment_id']);
  for (const pullRequest of state.pullRequests.values()) {
    const comment = pullRequest.comments.find((one) => one.id === id);
    if (comment === undefined) continue;
    comment.body = text;
    return { status: 200, body: asRest(state, pullRequest, comment) };
  }
  return { status: 404, body: { message: 'Not Found' } };
}

const locked = { message: 'Unable to create comment because issue is locked.' };

const tooLong = {
  message: 'Validation Failed',
  documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
  errors: [
    {
      resource: 'IssueComment',
      code: 'unprocessable',
      field: 'data',
      message: 'Body is too long (maximum is 65536 characters)',
    },
  ],
};

function asRest(state: State, pullRequest: PullRequest, comment: Comment): object {
  const api = `https://api.github.com/repos/${state.repository}`;
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url: `${api}/issues/comments/${comment.id}`,
    html_url: comment.url(pullRequest.number),
    issue_url: `${api}/issues/${pullRequest.number}`,
    body: comment.body,
    author_association: 'NONE',
    user: null,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
