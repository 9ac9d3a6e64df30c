// Where the lines of the checked files are at the head of the pull request. GitHub shows annotations on the
// files of the head; what is checked is their trial merge, in which base may have moved the lines.
import { git, isShallow, resolveCommit } from '../revision/git.ts';
import { credentialsFor, fetchCommits, isFetchable, parentsOf } from './git-fetch.ts';

export interface HeadLinesRequest {
  /** Of the repository, with or without a working tree. */
  readonly directory: string;
  /** The commit whose files were checked. */
  readonly commit: string;
  /** The head of the pull request. */
  readonly head: string;
  readonly token: string;
  /** `https://github.com`: the token is sent to no other host. */
  readonly serverUrl: string;
}

/**
 * The line at head of a line of the checked file, which is named from the repository's root: the same one, or
 * the nearest where the merge alone has it. Null where head has no such file, or where it can't be told.
 */
export type LineAtHead = (file: string, line: number) => number | null;

/** Null where what was checked is no merge of that head: then its lines are what they are. */
export function linesAtHead(request: HeadLinesRequest): LineAtHead | null {
  const { directory, commit, head } = request;
  if (commit === head || parentsOf(directory, commit)[1] !== head) return null;
  let there: boolean | undefined;
  const files = new Map<string, readonly Hunk[] | null>();
  return (file, line) => {
    there ??= isThere(request);
    if (!there) return null;
    if (!files.has(file)) files.set(file, hunksOf(request, file));
    const hunks = files.get(file) ?? null;
    return hunks === null ? null : lineAfter(hunks, line);
  };
}

/** A clone of depth 1 has nothing but the merge. */
function isThere({ directory, head, ...request }: HeadLinesRequest): boolean {
  if (resolveCommit(directory, head) !== null) return true;
  if (!isFetchable(directory, head)) return false;
  const remote = git(directory, ['remote', 'get-url', 'origin'])?.toString('utf8').trim() ?? '';
  if (remote === '') return false;
  return fetchCommits({
    ...{ directory, from: 'origin', wanted: head },
    options: isShallow(directory) ? ['--depth=1'] : [],
    env: credentialsFor(remote, request),
  });
}

/** Lines `start` to `start + count - 1` become others; of none, `start` is the line before. */
interface Hunk {
  readonly before: { readonly start: number; readonly count: number };
  readonly after: { readonly start: number; readonly count: number };
}

const DIFF = ['diff', '--unified=0', '--no-renames', '--no-ext-diff', '--no-textconv'];

/** Null where head has no such file. */
function hunksOf({ directory, commit, head }: HeadLinesRequest, file: string): Hunk[] | null {
  const type = git(directory, ['cat-file', '-t', `${head}:${file}`])
    ?.toString('utf8')
    .trim();
  if (type !== 'blob') return null;
  const diff = git(directory, [
    ...[...DIFF, '--no-color', '--no-relative', '--end-of-options'],
    ...[commit, head, '--', `:(top,literal)${file}`],
  ]);
  if (diff === null) return null;
  const headers = diff.toString('utf8').matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm);
  return Array.from(headers, ([, from, removed = '1', to, added = '1']) => ({
    before: { start: Number(from), count: Number(removed) },
    after: { start: Number(to), count: Number(added) },
  }));
}

function lineAfter(hunks: readonly Hunk[], line: number): number | null {
  let shift = 0;
  for (const { before, after } of hunks) {
    const isBefore = before.count === 0 ? line <= before.start : line < before.start;
    if (isBefore) break;
    if (line < before.start + before.count) {
      const inside = Math.min(line - before.start, Math.max(after.count - 1, 0));
      return Math.max(after.start + inside, 1);
    }
    shift += after.count - before.count;
  }
  return line + shift;
}
