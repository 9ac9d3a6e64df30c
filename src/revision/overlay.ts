// A revision with some files added or replaced: how a migration is read back before it is written.
import { directoriesOf } from './directories.ts';
import type { Revision } from './revision.ts';

/** `under`, with the given files (path to content) on top of it. */
export function overlay(under: Revision, files: ReadonlyMap<string, string>): Revision {
  const paths = [...new Set([...under.list(), ...files.keys()])].sort();
  const directories = directoriesOf(files.keys());
  return {
    label: under.label,
    commit: null,
    list: () => paths,
    isFile: (path) => files.has(path) || under.isFile(path),
    isDirectory: (path) => directories.has(path) || under.isDirectory(path),
    read: (path) => files.get(path) ?? under.read(path),
  };
}
