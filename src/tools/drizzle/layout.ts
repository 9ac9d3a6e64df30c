// The two ways drizzle-kit lays migrations out, and how to tell them apart in a directory.
import type { Revision } from '../../revision/revision.ts';
import type { Generation } from './declarations.ts';

export interface Layout {
  readonly generation: Generation;
  /** From the workspace's root. */
  readonly directory: string;
}

/** `meta/_journal.json`: the journal of generation 0. */
export function journalPath(directory: string): string {
  return join(directory, 'meta/_journal.json');
}

export function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** Folders of generation 1 in a directory: each holds a `migration.sql`. In the migrator's order. */
export function migrationFolders(revision: Revision, directory: string): string[] {
  const prefix = directory === '' ? '' : `${directory}/`;
  return revision
    .list()
    .filter((file) => file.startsWith(prefix) && file.endsWith('/migration.sql'))
    .map((file) => file.slice(prefix.length, -'/migration.sql'.length))
    .filter((name) => name !== '' && !name.includes('/'))
    .sort((a, b) => a.localeCompare(b));
}

/** The layout a directory has; null where it holds no migrations of either. */
export function layoutOf(revision: Revision, directory: string): Layout | null {
  if (migrationFolders(revision, directory).length > 0) return { generation: 1, directory };
  if (revision.isFile(journalPath(directory))) return { generation: 0, directory };
  return null;
}
