import type { Place } from '../schema/objects.ts';

/**
 * The files of one revision, read-only. Paths are POSIX and relative to the workspace's root ('' is
 * the root itself). Nothing outside the root is ever read: a symbolic link that leaves it, a file
 * over the size limit and a binary file raise `UnreadableFile`.
 */
export interface Revision {
  /** For people: `working tree`, or `main (3f2a91c)`. */
  readonly label: string;
  /** The commit, where there is one. */
  readonly commit: string | null;
  /** Every regular file, sorted; `node_modules`, `.git` and what git ignores are left out. */
  list(): readonly string[];
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
  /** UTF-8 text of a file. Throws `UnreadableFile` where there is none to give. */
  read(path: string): string;
}

/** A file that exists in no readable form; becomes a finding at that file. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly place: Place;

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.place = { file, line: 1 };
  }
}

/** The text of a file; null where it exists in no readable form. */
export function readIfReadable(revision: Revision, file: string): string | null {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}
