// The files as they lie on disk now. Nothing outside the root is read, symbolic links included.
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { directoriesOf, isOurs, skipped } from './directories.ts';
import { listWorkTree } from './git.ts';
import { UnreadableFile, type Revision } from './revision.ts';
import { decode, maxFileBytes, tooLarge } from './text.ts';

const maxWalked = 500_000;

/** Opens the working tree below `root` (an absolute directory) as a revision. */
export function openWorkTree(root: string, commit: string | null = null): Revision {
  const realRoot = realpathSync(root);
  let listed: readonly string[] | null = null;
  let directories: ReadonlySet<string> | null = null;
  const list = (): readonly string[] => (listed ??= listFiles(realRoot));
  return {
    label: 'working tree',
    commit,
    list,
    isFile: (path) => inside(realRoot, path)?.isFile() ?? false,
    isDirectory: (path) => {
      directories ??= directoriesOf(list());
      return directories.has(path) || (inside(realRoot, path)?.isDirectory() ?? false);
    },
    read: (path) => readText(realRoot, path),
  };
}

function listFiles(root: string): string[] {
  const known = listWorkTree(root);
  const files = known ?? [...walk(root, '')];
  return files.filter(isOurs).sort();
}

function* walk(root: string, directory: string): Generator<string> {
  const pending = [directory];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(join(root, next), { withFileTypes: true })) {
      if (skipped.has(entry.name) || (count += 1) > maxWalked) continue;
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile() || entry.isSymbolicLink()) yield path;
    }
  }
}

/** What lies at a path, if it is there and really inside the root. */
function inside(root: string, path: string): Stats | null {
  try {
    const real = realpathSync(join(root, path));
    return leaves(root, real) ? null : statSync(real);
  } catch {
    return null;
  }
}

function leaves(root: string, real: string): boolean {
  const way = relative(root, real);
  return way === '..' || way.startsWith(`..${sep}`);
}

function readText(root: string, path: string): string {
  const absolute = join(root, path);
  let real: string;
  try {
    real = realpathSync(absolute);
  } catch {
    throw new UnreadableFile(
      path,
      isLink(absolute) ? 'a symbolic link to nothing' : 'no such file',
    );
  }
  if (leaves(root, real)) {
    throw new UnreadableFile(path, 'this leads out of the workspace: a link there is not followed');
  }
  const { size } = statSync(real);
  if (size > maxFileBytes) throw tooLarge(path, size);
  return decode(path, readFileSync(real));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
