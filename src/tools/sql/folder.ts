// A folder of a revision and the files below it.
import { readIfReadable, type Revision } from '../../revision/revision.ts';

export interface Folder {
  readonly revision: Revision;
  /** From the workspace's root. */
  readonly directory: string;
  /** SQL files at any depth, by path from the folder, in the order of their code units. */
  readonly files: readonly string[];
  /** All other files, likewise. */
  readonly others: readonly string[];
  /** From the workspace's root. */
  path(name: string): string;
  /** The text of a file; empty where it has none to give. */
  read(name: string): string;
}

/** The folder at a path from the workspace's root. */
export function openFolder(revision: Revision, directory: string): Folder {
  const prefix = directory === '' ? '' : `${directory}/`;
  const names = revision
    .list()
    .filter((file) => file.startsWith(prefix))
    .map((file) => file.slice(prefix.length));
  const texts = new Map<string, string>();
  const read = (name: string): string => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    const text = readIfReadable(revision, prefix + name) ?? '';
    texts.set(name, text);
    return text;
  };
  return {
    revision,
    directory,
    files: names.filter((name) => name.endsWith('.sql')),
    others: names.filter((name) => !name.endsWith('.sql')),
    path: (name) => prefix + name,
    read,
  };
}

/** Files that lie in the folder itself. */
export function flat(names: readonly string[]): string[] {
  return names.filter((name) => !name.includes('/'));
}

/** A directory and those above it, up to the workspace's root, the nearest first. */
export function upwards(directory: string): string[] {
  const parts = directory === '' ? [] : directory.split('/');
  return Array.from({ length: parts.length + 1 }, (_, gone) =>
    parts.slice(0, parts.length - gone).join('/'),
  );
}

/** Whether a directory is the other or lies below it. */
export function isWithin(directory: string, other: string): boolean {
  return directory === other || directory.startsWith(`${other}/`);
}

/** Order of versions of any length, without a loss of digits; what is equal goes by name. */
export function byVersion<T extends { readonly digits: string; readonly name: string }>(
  a: T,
  b: T,
): number {
  const [one, other] = [BigInt(a.digits), BigInt(b.digits)];
  if (one !== other) return one < other ? -1 : 1;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
