// From the configured paths of models to files: plain files, folders and globs, as drizzle-kit reads them.
import picomatch from 'picomatch';
import type { Revision } from '../../revision/revision.ts';

const sources = /\.(?:ts|mts|cts|js|mjs|cjs|tsx|jsx)$/;

/** Files of `patterns`, each once, in the patterns' order. */
export function modelFiles(revision: Revision, patterns: readonly string[]): string[] {
  const files = new Set<string>();
  for (const pattern of patterns) {
    for (const file of filesOf(revision, pattern)) files.add(file);
  }
  return [...files];
}

function filesOf(revision: Revision, pattern: string): string[] {
  if (revision.isFile(pattern)) return [pattern];
  // drizzle-kit does not go into the folders of a folder.
  if (revision.isDirectory(pattern)) return children(revision, pattern).filter(isSource);
  const matches = picomatch(pattern);
  const files = revision.list();
  const folders = foldersOf(files).filter((folder) => matches(folder));
  return [
    ...files.filter((file) => matches(file) && isSource(file)),
    ...folders.flatMap((folder) => children(revision, folder).filter(isSource)),
  ];
}

function isSource(file: string): boolean {
  return sources.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

function children(revision: Revision, folder: string): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return revision
    .list()
    .filter((file) => file.startsWith(prefix) && !file.slice(prefix.length).includes('/'));
}

function foldersOf(files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      folders.add(file.slice(0, end));
    }
  }
  return [...folders];
}
