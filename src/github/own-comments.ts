// Our comments on a pull request: found through all pages by marker and author, and what can be done with
// them besides writing.
import { messageOf } from '../errors.ts';
import type { Api } from './api.ts';
import type { ExistingComment } from './comment-policy.ts';
import { pagesOf, type Page } from './pages.ts';

export interface Target {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

interface OwnComments {
  /** The one that is kept up to date; null where we wrote none. */
  readonly oldest: ExistingComment | null;
  /** The others of the same run: two jobs began at once, or GitHub wrote one and answered with an error. */
  readonly duplicates: readonly ExistingComment[];
  /** The pull request's head by now: a later push has a run of its own. */
  readonly headSha: string;
  /** Neither closed nor merged. */
  readonly open: boolean;
}

const COMMENTS_QUERY = `
  query plumblineComments($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequest(number: $number) {
        headRefOid
        state
        comments(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { id fullDatabaseId url body viewerDidAuthor isMinimized }
        }
      }
    }
  }`;

interface CommentsAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
      readonly comments: Page<CommentNode>;
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

/** All of ours. Ours: the first line is the marker, and we wrote it, whoever edited it since. */
export async function findOwnComments(
  api: Api,
  target: Target,
  marker: string,
): Promise<OwnComments> {
  const ours: ExistingComment[] = [];
  let now = { headSha: '', open: false };
  const question = {
    ...{ query: COMMENTS_QUERY, variables: { ...target } },
    listIn: ({ repository }: CommentsAnswer) => repository.pullRequest.comments,
  };
  for await (const { repository } of pagesOf(api, question)) {
    const { headRefOid: headSha, state, comments } = repository.pullRequest;
    ours.push(...comments.nodes.filter((node) => isOurs(node, marker)).map(existingFrom));
    now = { headSha, open: state === 'OPEN' };
  }
  const [oldest = null, ...duplicates] = ours.toSorted((a, b) => Number(a.id) - Number(b.id));
  return { oldest, duplicates, ...now };
}

const isOurs = ({ viewerDidAuthor, body }: CommentNode, marker: string): boolean =>
  viewerDidAuthor && /^[^\r\n]*/.exec(body)?.[0] === marker;

function existingFrom(node: CommentNode): ExistingComment {
  const { id, fullDatabaseId, url, body, isMinimized } = node;
  return { nodeId: id, id: fullDatabaseId, url, body, minimized: isMinimized };
}

interface Tidying {
  /** To show again what somebody has hidden. */
  readonly show: readonly ExistingComment[];
  readonly remove: readonly ExistingComment[];
}

/** Shows and removes in one request; a comment that is gone already is as good. */
export async function tidyComments(api: Api, { show, remove }: Tidying): Promise<void> {
  const steps = [
    ...show.map(({ nodeId }) => ({ id: nodeId, what: 'unminimizeComment', key: 'subjectId' })),
    ...remove.map(({ nodeId }) => ({ id: nodeId, what: 'deleteIssueComment', key: 'id' })),
  ];
  if (steps.length === 0) return;
  const parameters = steps.map((_step, index) => `$c${String(index)}: ID!`).join(', ');
  const fields = steps.map(({ what, key }, index) => {
    const name = `c${String(index)}`;
    return `${name}: ${what}(input: { ${key}: $${name} }) { clientMutationId }`;
  });
  const document = `mutation plumblineTidy(${parameters}) {\n${fields.join('\n')}\n}`;
  try {
    await api.graphql(
      document,
      Object.fromEntries(steps.map(({ id }, index) => [`c${String(index)}`, id])),
    );
  } catch (error) {
    if (!isOnlyMissing(error)) throw new Error(messageOf(error), { cause: error });
  }
}

/** Whether all that GraphQL found wrong is that there are no such comments. */
function isOnlyMissing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errors' in error)) return false;
  const { errors } = error;
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((one: { readonly type?: unknown } | null) => one?.type === 'NOT_FOUND')
  );
}
