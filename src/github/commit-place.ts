// Whether files may go onto the head of a pull request as they are: its tree, read with git, has what they
// were made from. What is checked is mostly GitHub's trial merge, and the commit goes onto its second parent.
import { git, listTree, resolveCommit, type TreeEntry } from '../revision/git.ts';
import type { OutputFile } from '../tools/tool.ts';

export interface PlaceRequest {
  readonly directory: string;
  /** From the repository's root to the directory that is checked. */
  readonly prefix: string;
  readonly head: string;
  readonly base: string;
  readonly files: readonly OutputFile[];
  /** Directories of migrations, from the directory that is checked. */
  readonly directories: readonly string[];
}

export type Place =
  | { readonly is: 'fit' }
  /** Base has migrations that head lacks. */
  | { readonly is: 'behind' }
  | { readonly is: 'unfit'; readonly why: string };

/** Decides it; `head` and `base` are commits. */
export function placeFor(request: PlaceRequest): Place {
  const { directory, prefix, head, base, files, directories } = request;
  const [atHead, atBase] = [head, base].map((commit) =>
    resolveCommit(directory, commit) === null ? null : listTree(directory, commit),
  );
  if (!atHead || !atBase) {
    return unfit("the branch's head is not in this clone: give actions/checkout `fetch-depth: 2`");
  }
  const checked = listTree(directory, 'HEAD');
  const folders = directories.map((folder) => `${prefix}${folder === '' ? '' : `${folder}/`}`);
  if (folders.some((folder) => isBehind(folder, { atHead, atBase, checked }))) {
    return { is: 'behind' };
  }
  if (folders.some((folder) => isTouched(directory, folder))) {
    return unfit('a step before this one changed files among the migrations');
  }
  const strange = files.find(({ path, replaces }) => {
    const full = `${prefix}${path}`;
    const isNew = replaces === undefined;
    return !isInside(full, folders) || !isRegular(full, { atHead, isNew });
  });
  return strange === undefined
    ? { is: 'fit' }
    : unfit(`${strange.path} is no regular file of the directory of migrations`);
}

const unfit = (why: string): Place => ({ is: 'unfit', why });

type Tree = ReadonlyMap<string, TreeEntry>;

/** Every migration of base is on head, and what was checked has no other than head. */
function isBehind(
  folder: string,
  { atHead, atBase, checked }: { atHead: Tree; atBase: Tree; checked: Tree },
): boolean {
  const inFolder = (tree: Tree): [string, TreeEntry][] =>
    [...tree].filter(([path]) => path.startsWith(folder));
  const differs = [...inFolder(checked), ...inFolder(atHead)].some(
    ([path]) => checked.get(path)?.id !== atHead.get(path)?.id,
  );
  return differs || inFolder(atBase).some(([path]) => !atHead.has(path));
}

function isTouched(directory: string, folder: string): boolean {
  const path = `:(top,literal)${folder}`;
  return git(directory, ['status', '--porcelain', '--', path])?.length !== 0;
}

function isInside(path: string, folders: readonly string[]): boolean {
  const isPlain = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  return (
    isPlain && !/^\.git(?:hub)?\//i.test(path) && folders.some((folder) => path.startsWith(folder))
  );
}

/** No link, and none on the way to it. */
function isRegular(
  path: string,
  { atHead, isNew }: { readonly atHead: Tree; readonly isNew: boolean },
): boolean {
  const parts = path.split('/');
  const above = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
  if (above.some((one) => atHead.has(one))) return false;
  const entry = atHead.get(path);
  return isNew ? entry === undefined : entry?.mode.startsWith('100') === true;
}
