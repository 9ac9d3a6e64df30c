// What the Markdown report knows of the place it is shown in.

/** Where the report was made; what is null is left out. */
export interface MarkdownContext {
  /** `https://github.com/owner/name`: permalinks begin with it. */
  readonly repositoryUrl: string | null;
  /**
   * The commit whose files were checked: permalinks point there, for its lines are those that the report names. Of
   * a pull request that is its trial merge, which GitHub goes on showing by its id after the next one is made.
   */
  readonly commit: string | null;
  /** From the repository's root to the directory that was checked, `packages/` or empty. */
  readonly prefix: string;
  readonly runUrl: string | null;
  /** The commit as the author knows it: the head of the pull request, not its trial merge. */
  readonly head: string | null;
  readonly base: { readonly ref: string | null; readonly sha: string } | null;
  /** The address of a kind of finding's page; null where there is none. */
  readonly pageOf: (rule: string) => string | null;
}

/** What else a run has to say in its comment; what is absent is not said. */
export interface CommentExtra {
  /** The commit on the pull request's branch that this run made. */
  readonly committed?: {
    readonly sha: string;
    /** What it added, from the repository's root. */
    readonly files: readonly string[];
    /** Whether its checks wait for a person, as they do where GITHUB_TOKEN made it. */
    readonly checksWait: boolean;
  };
  /** GitHub's editor with the missing migration filled in, as a URL. */
  readonly editorLink?: string | null;
  /** The configuration that the pull request changes, from the repository's root. */
  readonly configEdited?: string | null;
  /** Why a commit that was asked for was not made, in words. */
  readonly notCommitted?: string | null;
  /** Whether nothing was committed because base has migrations that head lacks. */
  readonly updateBranchFirst?: boolean;
}
