// Whether a change touches anything that models or migrations could be made of. Where that isn't surely
// not so, it may: then everything is checked.
import { git, mergeBase, prefixOf } from '../revision/git.ts';
import type { HeadCommit } from '../revision/open.ts';

/** Files that no tool reads, by their ending. */
const UNREAD_ENDING =
  /\.(?:md|mdx|markdown|rst|adoc|css|scss|sass|less|html?|svg|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp3|mp4|mov|webm|wav|ogg|pdf|docx?|xlsx?|pptx?)$/i;

/** And by their name. */
const UNREAD_NAMES: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
  'LICENSE',
  'LICENCE',
  'NOTICE',
  'AUTHORS',
  'CODEOWNERS',
  '.editorconfig',
  '.prettierignore',
]);

/** They say which files there are, or how the check is run, wherever they lie. */
const READ_ANYWHERE = /(?:^|\/)(?:\.gitignore|\.gitattributes|\.gitmodules)$|^\.github\//;

/** A link or a submodule stands for other files. */
const REGULAR_MODES: ReadonlySet<string> = new Set(['000000', '100644', '100755']);

interface ChangedFile {
  /** From the repository's root. */
  readonly path: string;
  readonly modes: readonly string[];
}

/**
 * How many files differ between `base` (a commit) and the working tree of `directory`, or `head`, where none of
 * them can matter; null where one may, or where git doesn't tell.
 */
export function countIfUnread(
  directory: string,
  base: string,
  head: HeadCommit | null = null,
): number | null {
  const prefix = head === null ? prefixOf(directory) : head.within && `${head.within}/`;
  const from = mergeBase(directory, base, head?.ref ?? 'HEAD') ?? base;
  const files =
    head === null ? changedFiles(directory, from) : committedFiles(directory, from, head.ref);
  if (prefix === null || files === null) return null;
  return files.every((file) => isUnread(file, prefix)) ? files.length : null;
}

/** Nothing outside of the directory that is checked is ever read. */
function isUnread({ path, modes }: ChangedFile, prefix: string): boolean {
  if (READ_ANYWHERE.test(path)) return path.startsWith('.github/') && UNREAD_ENDING.test(path);
  if (!path.startsWith(prefix)) return true;
  if (!modes.every((mode) => REGULAR_MODES.has(mode))) return false;
  return UNREAD_ENDING.test(path) || UNREAD_NAMES.has(path.slice(path.lastIndexOf('/') + 1));
}

const RAW = ['diff', '--raw', '-z', '--no-renames', '--no-ext-diff', '--no-relative'];

function committedFiles(directory: string, base: string, head: string): ChangedFile[] | null {
  const known = git(directory, [...RAW, '--end-of-options', base, head, '--']);
  return known === null ? null : tracked(known.toString('utf8'));
}

/** Also what is not committed: a step before this one may have made files. */
function changedFiles(directory: string, base: string): readonly ChangedFile[] | null {
  const known = git(directory, [...RAW, '--end-of-options', base, '--']);
  const others = git(directory, [
    ...['ls-files', '-z', '--others', '--exclude-standard', '--full-name', '--', ':/'],
  ]);
  if (known === null || others === null) return null;
  return [...tracked(known.toString('utf8')), ...untracked(others.toString('utf8'))];
}

/** `:100644 100755 <id> <id> M`, and the path. */
function tracked(text: string): ChangedFile[] {
  const records = text.matchAll(/:(\d+) (\d+) [0-9a-f]+ [0-9a-f]+ [A-Z]\d*\0([^\0]*)\0/g);
  return Array.from(records, ([, before = '', after = '', path = '']) => ({
    path,
    modes: [before, after],
  }));
}

const untracked = (text: string): ChangedFile[] =>
  text
    .split('\0')
    .filter((path) => path !== '')
    .map((path) => ({ path, modes: [] }));
