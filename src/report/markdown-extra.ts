// What a run did beside its report, in the comment: a commit, or why there is none, and an edited
// configuration.
import type { CommentExtra, MarkdownContext } from './markdown-context.ts';
import { clip, code, prose, urlPath } from './markdown-escape.ts';
import { always, type Block } from './markdown-fit.ts';
import { count, withStop } from './words.ts';

const NAME_LENGTH = 200;
const FILES_SHOWN = 5;
const WHY_LENGTH = 1_000;
// What is said of a commit is never left out, so that it must have room.
const LINK_LENGTH = 2_000;

type Commit = NonNullable<CommentExtra['committed']>;

/** `🔧 Added `0015_x.sql` in b2c3d4e`, the headline once the migration is on the branch. */
export function committedHeadline(commit: Commit, context: MarkdownContext): string {
  const names = commit.files.map((file) => file.slice(file.lastIndexOf('/') + 1));
  const shown = names.slice(0, 1).map((name) => code(clip(name, NAME_LENGTH)));
  const more = names.length > 1 ? ` and ${count(names.length - 1, 'more file')}` : '';
  return `🔧 Added ${shown.join('')}${more} in ${commitLink(commit.sha, context)}`;
}

/** What comes after the headline. */
export function extraBlocks(extra: CommentExtra, context: MarkdownContext): readonly Block[] {
  const { committed, configEdited, notCommitted, updateBranchFirst } = extra;
  return [
    ...(committed === undefined ? [] : committedBlocks(committed, context)),
    ...(updateBranchFirst === true ? [always(updateFirst(context))] : []),
    ...(notCommitted
      ? [always(`**Not committed:** ${prose(clip(withStop(notCommitted), WHY_LENGTH))}`)]
      : []),
    ...(configEdited ? [always(configNote(configEdited))] : []),
  ];
}

function committedBlocks(commit: Commit, context: MarkdownContext): Block[] {
  const files = commit.files.slice(0, FILES_SHOWN).map((file) => fileLink(file, commit, context));
  const hidden = commit.files.length - files.length;
  const more = hidden > 0 ? `, and ${count(hidden, 'more', 'more')}` : '';
  const lines = `Committed: ${files.join(', ')}${more}. Run \`git pull\` before you go on.`;
  if (!commit.checksWait) return [always(lines)];
  const waiting =
    "> [!WARNING]\n> The checks of that commit wait: GitHub starts none by itself for what the workflow's own token commits. " +
    'Choose **Approve workflows to run** below, or push again. With `commit-token`, the token of a GitHub App, they start by themselves.';
  return [always(lines), always(waiting)];
}

function updateFirst({ base }: MarkdownContext): string {
  const name = base?.ref == null ? 'the base branch' : code(clip(base.ref, NAME_LENGTH));
  return `**Update the branch first.** ${name} has migrations that this branch lacks, and the missing one comes after them: nothing was committed. Merge or rebase, and the next run will.`;
}

function configNote(path: string): string {
  return `**Note:** this pull request changes ${code(clip(path, NAME_LENGTH))}, which decides what is checked and what blocks. Review that too.`;
}

function commitLink(sha: string, { repositoryUrl }: MarkdownContext): string {
  const short = code(sha.slice(0, 7));
  return repositoryUrl === null ? short : `[${short}](${repositoryUrl}/commit/${urlPath(sha)})`;
}

function fileLink(file: string, { sha }: Commit, { repositoryUrl }: MarkdownContext): string {
  const text = code(clip(file, NAME_LENGTH));
  if (repositoryUrl === null) return text;
  const address = `${repositoryUrl}/blob/${urlPath(sha)}/${urlPath(file)}`;
  return address.length > LINK_LENGTH ? text : `[${text}](${address})`;
}
