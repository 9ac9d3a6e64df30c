// The files of a commit, read from git's objects: nothing is checked out.
import { posix } from 'node:path';
import { directoriesOf, isOurs } from './directories.ts';
import { listTree, readBlobs, type TreeEntry } from './git.ts';
import { UnreadableFile, type Revision } from './revision.ts';
import { decode, maxFileBytes, tooLarge } from './text.ts';

const linkMode = '120000';
const maxLinks = 20;
/** Files like the one asked for are read along with it, so that git starts a few times only. */
const batch = 400;

/**
 * Opens a commit as a revision. `prefix` is the workspace's directory within the repository
 * ('' for the root, else ending in a slash).
 */
export function openCommit(options: {
  repository: string;
  commit: string;
  prefix: string;
  label: string;
}): Revision {
  const { repository, commit, prefix, label } = options;
  const entries = new Map<string, TreeEntry>();
  for (const [path, entry] of listTree(repository, commit)) {
    const inside = path.slice(prefix.length);
    if (path.startsWith(prefix) && isOurs(inside)) entries.set(inside, entry);
  }
  const files = [...entries.keys()].sort();
  const directories = directoriesOf(files);
  const contents = new Map<string, Buffer>();

  const load = (path: string, entry: TreeEntry): Buffer => {
    if (!contents.has(entry.id)) {
      const ids = neighbours(files, entries, path).filter((id) => !contents.has(id));
      for (const [id, bytes] of readBlobs(repository, [...new Set([entry.id, ...ids])])) {
        contents.set(id, bytes);
      }
    }
    const bytes = contents.get(entry.id);
    if (bytes === undefined) {
      throw new UnreadableFile(path, 'the clone lacks this file: fetch it without a filter');
    }
    return bytes;
  };

  const find = (path: string, links = 0): [string, TreeEntry] => {
    const entry = entries.get(path);
    if (entry === undefined) throw new UnreadableFile(path, 'no such file');
    if (entry.mode !== linkMode) return [path, entry];
    const link = decode(path, load(path, entry));
    const target = posix.join(posix.dirname(path), link);
    if (links > maxLinks || target.startsWith('..') || posix.isAbsolute(link)) {
      throw new UnreadableFile(
        path,
        'this leads out of the workspace: a link there is not followed',
      );
    }
    return find(target, links + 1);
  };

  const read = (path: string): string => {
    const [real, entry] = find(path);
    if (entry.size > maxFileBytes) throw tooLarge(path, entry.size);
    return decode(path, load(real, entry));
  };

  return {
    label,
    commit,
    list: () => files,
    isFile: (path) => entries.has(path),
    isDirectory: (path) => directories.has(path),
    read,
  };
}

/** Ids of files near `path` in the listing that have its ending and are no giants. */
function neighbours(
  files: readonly string[],
  entries: ReadonlyMap<string, TreeEntry>,
  path: string,
): string[] {
  const ending = posix.extname(path);
  const at = files.indexOf(path);
  return files
    .slice(Math.max(0, at - batch), at + batch)
    .filter((file) => posix.extname(file) === ending)
    .flatMap((file) => entries.get(file) ?? [])
    .filter((entry) => entry.size < 512 * 1024)
    .map((entry) => entry.id);
}
