// The files of a cluster, one after the other in memory that threads share: what an embedded database
// begins with, and what another one left.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a data directory. */
export interface ClusterFiles {
  /** Shared between threads; nobody writes into it once it is filled. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  readonly entries: readonly ClusterEntry[];
}

interface ClusterEntry {
  /** Within the data directory, without a slash at either end. */
  readonly path: string;
  /** Where the content begins, and how many bytes it has; null for a directory. */
  readonly content: { readonly from: number; readonly length: number } | null;
}

/** Puts contents one after the other. A directory, whose content is null, comes before what is in it. */
export function gatherFiles(
  files: readonly { readonly path: string; readonly content: Uint8Array | null }[],
): ClusterFiles {
  const size = files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let filled = 0;
  const entries = files.map(({ path, content }): ClusterEntry => {
    if (content === null) return { path, content };
    const from = filled;
    bytes.set(content, from);
    filled += content.length;
    return { path, content: { from, length: content.length } };
  });
  return { bytes, entries };
}

/** Tar's own unit: https://www.gnu.org/software/tar/manual/html_node/Standard.html */
const BLOCK = 512;
const DIRECTORY = '5';

/** The files of a tar as PGlite makes it: directories and plain files with short names. */
export function filesOfTar(tar: Buffer): ClusterFiles {
  const text = (from: number, length: number): string =>
    tar.toString('latin1', from, from + length).replace(/\0.*$/s, '');
  const files: { path: string; content: Uint8Array | null }[] = [];
  let at = 0;
  for (let name = text(0, 100); name !== ''; name = text(at, 100)) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const begin = at + BLOCK;
    const isDirectory = text(at + 156, 1) === DIRECTORY;
    files.push({
      path: name.replace(/^\.?\//, '').replace(/\/$/, ''),
      content: isDirectory ? null : tar.subarray(begin, begin + size),
    });
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return gatherFiles(files);
}

/** Writes them beside the directory and moves them there whole, so that none is ever half made. */
export function writeCluster({ bytes, entries }: ClusterFiles, directory: string): void {
  const fresh = `${directory}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(directory), { recursive: true });
  // Postgres refuses a data directory that others may enter.
  mkdirSync(fresh, { mode: 0o700 });
  for (const { path, content } of entries) {
    const file = join(fresh, path);
    if (content === null) {
      mkdirSync(file, { recursive: true, mode: 0o700 });
    } else {
      const { from, length } = content;
      writeFileSync(file, bytes.subarray(from, from + length), { mode: 0o600 });
    }
  }
  renameSync(fresh, directory);
}
