// A cluster's files in the memory of a running PGlite: put there and taken out as they are, where its own
// functions would go through a tar and through every directory of every path.
import { MemoryFS } from '@electric-sql/pglite';
import { gatherFiles, type ClusterFiles } from './cluster-files.ts';

/** PGDATA of every PGlite. */
const DATA = '/pglite/data';

/** The databases template0 and template1: oids 1 and 4 in every cluster (pg_database.dat). */
const TEMPLATE = /^base\/[14]$/;

/** What it takes to know that a directory is a database's. */
const VERSION = 'PG_VERSION';

const DIRECTORY_MODE = 0o040_700;
const FILE_MODE = 0o100_600;

/** A file of Emscripten's MEMFS; PGlite's types name Emscripten's, which aren't published. */
interface MemoryNode {
  readonly mode: number;
  /** Of a directory, its children by name; of a file, an array of bytes that may have a sign. */
  contents: Uint8Array | Int8Array | Record<string, MemoryNode> | null;
  /** Of a file; there may be room for more. */
  usedBytes: number;
  readonly node_ops: {
    mknod(parent: MemoryNode, name: string, mode: number, device: number): MemoryNode;
  };
}

interface MemoryFiles {
  mkdirTree(path: string, mode: number): void;
  lookupPath(path: string): { readonly node: MemoryNode };
}

/** A file system in memory that begins with a cluster's files. */
export class ClusterInMemory extends MemoryFS {
  readonly #files: ClusterFiles;

  constructor(files: ClusterFiles) {
    super();
    this.#files = files;
  }

  /** PGlite calls it before it looks for a database. */
  override initialSyncFs(): Promise<void> {
    const files = filesOf(this.pg?.Module);
    files.mkdirTree(DATA, 0o700);
    putFiles(files.lookupPath(DATA).node, this.#files);
    return Promise.resolve();
  }
}

function putFiles(root: MemoryNode, { bytes, entries }: ClusterFiles): void {
  // The instance writes into its files.
  const own = new Uint8Array(bytes);
  const directories = new Map([['', root]]);
  for (const { path, content } of entries) {
    const slash = path.lastIndexOf('/');
    const parent = directories.get(path.slice(0, Math.max(slash, 0)));
    if (parent === undefined) throw new Error(`${path} comes before its directory`);
    const mode = content === null ? DIRECTORY_MODE : FILE_MODE;
    const node = root.node_ops.mknod(parent, path.slice(slash + 1), mode, 0);
    if (content === null) {
      directories.set(path, node);
    } else {
      node.contents = own.subarray(content.from, content.from + content.length);
      node.usedBytes = content.length;
    }
  }
}

/**
 * The files of a running instance, after a checkpoint. Without `templates` they are half as many, and
 * nothing that begins with them can create a database.
 */
export function takeFiles(module: unknown, { templates }: { templates: boolean }): ClusterFiles {
  const files: { path: string; content: Uint8Array | null }[] = [];
  const walk = (directory: MemoryNode, prefix: string, isWanted: (name: string) => boolean) => {
    if (directory.contents === null || ArrayBuffer.isView(directory.contents)) return;
    for (const [name, node] of Object.entries(directory.contents)) {
      const path = `${prefix}${name}`;
      if (isDirectory(node)) {
        files.push({ path, content: null });
        const isTemplate = !templates && TEMPLATE.test(path);
        walk(node, `${path}/`, isTemplate ? (one) => one === VERSION : () => true);
      } else if (isWanted(name)) files.push({ path, content: contentOf(node) });
    }
  };
  walk(filesOf(module).lookupPath(DATA).node, '', () => true);
  return gatherFiles(files);
}

const isDirectory = ({ mode }: MemoryNode): boolean => (mode & 0o170_000) === 0o040_000;

function contentOf({ contents, usedBytes }: MemoryNode): Uint8Array {
  if (!ArrayBuffer.isView(contents)) return new Uint8Array();
  return new Uint8Array(contents.buffer, contents.byteOffset, usedBytes);
}

const filesOf = (module: unknown): MemoryFiles => (module as { FS: MemoryFiles }).FS;
