// What a run does about a commit that was asked for, and how that is told.
import type { Proposal } from '../proposal.ts';
import type { CommentExtra } from '../report/markdown-context.ts';
import { onlyNewFile } from '../report/patch.ts';
import type { Report } from '../report/report.ts';
import { commitMigrations } from './commit.ts';
import type { CommitOutcome } from './commit-policy.ts';
import { editorLink } from './editor-link.ts';
import type { GitHubEvent } from './event.ts';
import type { Settings } from './inputs.ts';

interface CommitStep {
  /** Null where nothing was to be committed. */
  readonly outcome: CommitOutcome | null;
  /** What it adds to the comment. */
  readonly extra: CommentExtra;
}

export interface CommitStepRequest {
  readonly report: Report;
  /** From the repository's root to the directory that is checked. */
  readonly prefix: string;
  readonly proposal: Proposal | null;
  readonly event: GitHubEvent;
  readonly settings: Settings;
  /** The commit that was compared with. */
  readonly base: string | null;
  readonly serverUrl: string;
}

/** Commits what is proposed where that is wanted. Never throws. */
export async function commitStep(request: CommitStepRequest): Promise<CommitStep> {
  const { proposal, event, settings } = request;
  if (settings.commit === 'never' || proposal === null || event.pullRequest === null) {
    return { outcome: null, extra: linkFor(request) };
  }
  const outcome = await commitMigrations({ ...request, proposal });
  const isFree = outcome.is === 'withheld' && outcome.behind !== true;
  const link = isFree && proposal.refusals.length === 0 ? linkFor(request) : {};
  return { outcome, extra: { ...extraOf(outcome), ...link } };
}

function extraOf(outcome: CommitOutcome): CommentExtra {
  switch (outcome.is) {
    case 'committed':
      return { committed: outcome };
    case 'withheld':
      return outcome.behind === true ? { updateBranchFirst: true } : { notCommitted: outcome.why };
    case 'failed':
      return { notCommitted: outcome.why };
    case 'stale':
      return {};
  }
}

/** Where nothing is pushed by us, its author may. */
function linkFor({ event, report, prefix, serverUrl }: CommitStepRequest): CommentExtra {
  const { source } = event;
  const file = onlyNewFile(report);
  if (source?.open !== true || file === null) return {};
  return { editorLink: editorLink(source, { files: [file], prefix, serverUrl }) };
}

/** A word for the log on what became of it, and how loudly; null where there is nothing to say. */
export function tellingOf(
  outcome: CommitOutcome | null,
): { readonly level: 'notice' | 'warning'; readonly text: string } | null {
  switch (outcome?.is) {
    case 'committed': {
      const text = `The missing migration was committed in ${outcome.sha}. This run is about the commit before it.`;
      return outcome.checksWait
        ? {
            level: 'warning',
            text: `${text} GitHub starts no checks for it, for the workflow's own token made it: approve them on the pull request, or give \`commit-token\` the token of a GitHub App.`,
          }
        : { level: 'notice', text };
    }
    case 'withheld': {
      const why = outcome.behind === true ? `${outcome.why}: update the branch first` : outcome.why;
      return { level: 'notice', text: `The missing migration was not committed: ${why}.` };
    }
    case 'stale':
      return {
        level: 'notice',
        text: 'The missing migration was not committed: the branch has a newer commit, whose own run will.',
      };
    default:
      return null;
  }
}
