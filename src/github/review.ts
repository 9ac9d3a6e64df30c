// Suggestions as review comments: those that are new in one review, those that are done resolved. Whatever
// happens here, the verdict stays what it is.
import { openApi, problemOfApi, type Api } from './api.ts';
import { linesOfPatch, type DiffLine } from './diff-lines.ts';
import type { GitHubEvent } from './event.ts';
import type { Target } from './own-comments.ts';
import { pagesOf, type Page } from './pages.ts';
import {
  fingerprintIn,
  replacementsOf,
  suggestionAt,
  type Suggestion,
  type SuggestionsRequest,
} from './suggestions.ts';

export interface ReviewRequest extends SuggestionsRequest {
  readonly event: GitHubEvent;
  readonly token: string;
}

/** What was done, in words; null for nothing. `problem` where it did not work. */
export type Reviewed = { readonly told: string | null } | { readonly problem: string };

const NOTHING: Reviewed = { told: null };
const NO_LINES: ReadonlyMap<number, DiffLine> = new Map();
/** More would be no help to anybody; what is left comes with the next run. */
const MOST = 20;
const PAGE = 100;
/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3_000;

/** Posts what is new and resolves what is done. Never throws. */
export async function suggest(request: ReviewRequest): Promise<Reviewed> {
  const { event, token } = request;
  if (event.pullRequest === null || event.readOnlyToken || token === '') return NOTHING;
  // Without an answer nothing is known to be fixed either.
  if (request.report.status === 'error') return NOTHING;
  const [owner = '', repo = ''] = event.repository.split('/');
  const target = { owner, repo, number: event.pullRequest };
  let reviewed = NOTHING;
  const problem = await problemOf(
    'suggested',
    openApi(token).then(async (api) => {
      reviewed = await review(api, request, target);
    }),
  );
  return problem === null ? reviewed : { problem };
}

async function review(api: Api, request: ReviewRequest, target: Target): Promise<Reviewed> {
  const { commentId, event } = request;
  const { headSha, open, threads } = await findThreads(api, target);
  if (event.head === null || headSha !== event.head || !open) return NOTHING;
  const ours = threads.flatMap(({ id, isResolved, comments }) => {
    const [first] = comments.nodes;
    const fingerprint = first?.viewerDidAuthor ? fingerprintIn(first.body, commentId) : null;
    return fingerprint === null ? [] : { id, isResolved, fingerprint };
  });
  const said = new Set(ours.map(({ fingerprint }) => fingerprint));
  const wanted = replacementsOf(request);
  const still = new Set(wanted.map(({ fingerprint }) => fingerprint));
  const done = ours.filter(({ isResolved, fingerprint }) => !isResolved && !still.has(fingerprint));
  // What somebody resolved without taking it isn't said again.
  const fresh = wanted.filter(({ fingerprint }) => !said.has(fingerprint));
  const files = await changedLines(api, target, fresh);
  const suggestions = fresh
    .flatMap((one) => suggestionAt(one, files.get(one.path) ?? NO_LINES, commentId) ?? [])
    .slice(0, MOST);
  const problems = [
    await problemOf('suggested', post(api, { target, commit: event.head, suggestions })),
    await problemOf('resolved', resolve(api, done)),
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return { problem: problems.join('\n') };
  const [added, gone] = [suggestions.length, done.length];
  const told = `Suggestions on the pull request: ${String(added)} new, ${String(gone)} resolved.`;
  return { told: added + gone === 0 ? null : told };
}

/** In words, why it was not done; null when it was. */
async function problemOf(what: string, work: Promise<void>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const message = problemOfApi(error);
    const why = /resource not accessible by/i.test(message)
      ? 'the token may only read. Give the job `permissions: pull-requests: write`.'
      : message;
    return `No changes were ${what}, the verdict stands: ${why}`;
  }
}

const THREADS_QUERY = `
  query plumblineThreads($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        state
        reviewThreads(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes {
            id
            isResolved
            comments(first: 1) { nodes { body viewerDidAuthor } }
          }
        }
      }
    }
  }`;

interface Thread {
  readonly id: string;
  readonly isResolved: boolean;
  readonly comments: {
    readonly nodes: readonly { readonly body: string; readonly viewerDidAuthor: boolean }[];
  };
}

interface ThreadsAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
      readonly reviewThreads: Page<Thread>;
    };
  };
}

interface Threads {
  readonly headSha: string;
  readonly open: boolean;
  readonly threads: readonly Thread[];
}

async function findThreads(api: Api, target: Target): Promise<Threads> {
  const threads: Thread[] = [];
  let now = { headSha: '', open: false };
  const question = {
    ...{ query: THREADS_QUERY, variables: { ...target } },
    listIn: ({ repository }: ThreadsAnswer) => repository.pullRequest.reviewThreads,
  };
  for await (const { repository } of pagesOf(api, question)) {
    const { headRefOid: headSha, state, reviewThreads } = repository.pullRequest;
    threads.push(...reviewThreads.nodes);
    now = { headSha, open: state === 'OPEN' };
  }
  return { threads, ...now };
}

/** Of the files that are wanted, what the pull request's diff shows; none where a file is too large for one. */
async function changedLines(
  api: Api,
  { owner, repo, number }: Target,
  wanted: readonly { readonly path: string }[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, DiffLine>>> {
  const missing = new Set(wanted.map(({ path }) => path));
  const found = new Map<string, ReadonlyMap<number, DiffLine>>();
  for (let page = 1; page <= MOST_FILES / PAGE && missing.size > 0; page += 1) {
    const asked = { owner, repo, pull_number: number, per_page: PAGE, page };
    const { data } = await api.rest.pulls.listFiles(asked);
    for (const { filename, patch } of data) {
      if (missing.delete(filename) && patch !== undefined) found.set(filename, linesOfPatch(patch));
    }
    if (data.length < PAGE) break;
  }
  return found;
}

/** All of them or none: one that GitHub can't place makes it refuse the whole review. */
async function post(
  api: Api,
  review: {
    readonly target: Target;
    readonly commit: string;
    readonly suggestions: readonly Suggestion[];
  },
): Promise<void> {
  const { target, commit, suggestions } = review;
  if (suggestions.length === 0) return;
  const { owner, repo, number } = target;
  await api.rest.pulls.createReview({
    ...{ owner, repo, pull_number: number, commit_id: commit, event: 'COMMENT' },
    body: `Plumbline suggests another form of ${suggestions.length === 1 ? 'a statement' : `${String(suggestions.length)} statements`}.`,
    comments: suggestions.map(({ path, startLine, line, body }) => ({
      ...{ path, body, line, side: 'RIGHT' },
      ...(startLine === line ? {} : { start_line: startLine, start_side: 'RIGHT' }),
    })),
  });
}

async function resolve(api: Api, threads: readonly { readonly id: string }[]): Promise<void> {
  if (threads.length === 0) return;
  const names = threads.map((_thread, index) => `t${String(index)}`);
  const fields = names.map(
    (name) => `${name}: resolveReviewThread(input: { threadId: $${name} }) { clientMutationId }`,
  );
  const parameters = names.map((name) => `$${name}: ID!`).join(', ');
  await api.graphql(
    `mutation plumblineResolve(${parameters}) {\n${fields.join('\n')}\n}`,
    Object.fromEntries(names.map((name, index) => [name, threads[index]?.id])),
  );
}
