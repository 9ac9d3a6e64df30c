// What the Markdown report knows of the place it is shown in.

/** Where the report was made; what is null is left out. */
export interface MarkdownContext {
  /** `https://github.com/owner/name`: permalinks begin with it. */
  readonly repositoryUrl: string | null;
  /** The commit whose files were checked: permalinks point there. */
  readonly commit: string | null;
  /** From the repository's root to the directory that was checked, `packages/` or empty. */
  readonly prefix: string;
  readonly runUrl: string | null;
  /** The commit as the author knows it: the head of the pull request, not its trial merge. */
  readonly head: string | null;
  readonly base: { readonly ref: string | null; readonly sha: string } | null;
}
