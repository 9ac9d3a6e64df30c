// Whether the missing migrations may be committed at all: what the event, the pull request's state and the
// proposal say. Knows no API.
import type { Proposal } from '../proposal.ts';
import { isOurs } from './commit-message.ts';
import type { GitHubEvent, PullRequestSource } from './event.ts';

/** What became of a commit that was asked for. */
export type CommitOutcome =
  | {
      readonly is: 'committed';
      readonly sha: string;
      /** From the repository's root, SQL first. */
      readonly files: readonly string[];
      /** Whether GitHub starts no checks for it by itself. */
      readonly checksWait: boolean;
    }
  /** It must not be, and nobody is to blame: the verdict stands. */
  | { readonly is: 'withheld'; readonly why: string; readonly behind?: true }
  /** The branch went on meanwhile, and its newer commit has a run of its own. */
  | { readonly is: 'stale' }
  /** It should have been, and the step fails for it. */
  | { readonly is: 'failed'; readonly why: string };

/** The pull request as it is now. */
export interface PullRequestState {
  readonly open: boolean;
  readonly headSha: string;
  readonly branchExists: boolean;
  readonly inMergeQueue: boolean;
  /** Of its newest commit. */
  readonly message: string;
}

const withheld = (why: string): CommitOutcome => ({ is: 'withheld', why });

/** Why nothing is committed, from what is known without asking GitHub; null where nothing speaks against it. */
export function whyNotAsked(event: GitHubEvent, proposal: Proposal): CommitOutcome | null {
  const { source } = event;
  if (source === null || event.name !== 'pull_request') {
    return withheld(`commits are made on the event pull_request only, and this is ${event.name}`);
  }
  const where = whyNotFrom(source, event.repository);
  if (where !== null) return withheld(where);
  const [refusal] = proposal.refusals;
  return refusal === undefined ? null : withheld(proposal.refusals.join('; '));
}

function whyNotFrom(source: PullRequestSource, repository: string): string | null {
  if (source.repository === null) return 'the repository that it comes from is gone';
  if (source.repository !== repository) return 'its branch is in another repository';
  if (source.byDependabot) return "Dependabot's pull requests get a token that can only read";
  if (!source.open) return 'the pull request is closed';
  return source.isDefaultBranch ? 'its branch is the default one' : null;
}

/** And from what the pull request is now. */
export function whyNotNow(
  state: PullRequestState,
  wanted: { readonly head: string | null; readonly id: string; readonly hash: string },
): CommitOutcome | null {
  if (!state.open) return withheld('the pull request is closed');
  if (!state.branchExists) return withheld('its branch is deleted');
  if (state.inMergeQueue) return withheld('it is in the merge queue');
  if (state.headSha !== wanted.head) return { is: 'stale' };
  if (!isOurs(state.message, wanted.id, wanted.hash)) return null;
  return {
    is: 'failed',
    why: 'The newest commit is ours and holds this very migration, and yet it is missing: a second one would not help. See whether the file is where the migrations are read from.',
  };
}
