// What the stand-in remembers.

export interface State {
  readonly repository: string;
  readonly pullRequests: Map<number, PullRequest>;
  /** The links at base, and what they hold. */
  links?: Readonly<Record<string, string>>;
  /** The repository that commits are made in; absent where none are. */
  directory?: string;
  /** Paths that a rule of the repository lets nobody commit. */
  forbidden?: RegExp;
  /** Ids of comments have long been beyond 32 bits. */
  nextId: number;
}

export interface PullRequest {
  readonly number: number;
  headSha: string;
  state?: 'CLOSED' | 'MERGED';
  /** Its own branch; `change` where nothing is said. */
  branch?: string;
  locked?: boolean;
  branchDeleted?: boolean;
  inMergeQueue?: boolean;
  readonly comments: Comment[];
  files?: readonly ChangedFile[];
  threads?: Thread[];
}

/** What the pull request's diff shows of a file; null where it is too large for a patch. */
export interface ChangedFile {
  readonly filename: string;
  readonly patch: string | null;
}

/** A review comment, and whether it is resolved. */
export interface Thread {
  readonly nodeId: string;
  readonly path: string;
  /** The first and the last. */
  readonly lines: readonly [number, number];
  readonly author: string;
  readonly body: string;
  resolved: boolean;
}

export interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly author: string;
  body: string;
  minimized: boolean;
  readonly url: (pullRequest: number) => string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whom GitHub takes the tokens for. */
export const VIEWER = 'github-actions';

export function commentOf(
  state: State,
  comment: { readonly body: string; readonly author?: string; readonly minimized?: boolean },
): Comment {
  const id = state.nextId++;
  return {
    id,
    nodeId: `IC_${id}`,
    author: comment.author ?? VIEWER,
    body: comment.body,
    minimized: comment.minimized ?? false,
    url: (number) => `https://github.com/${state.repository}/pull/${number}#issuecomment-${id}`,
  };
}
