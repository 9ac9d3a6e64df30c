// Directories: which there are, derived from a list of files, and which are never looked into.

/** Directories that hold nothing a person wrote for this project. */
export const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.plumbline']);

/** Whether a path lies in none of the directories that are skipped. */
export function isOurs(path: string): boolean {
  return !path.split('/').some((part) => skipped.has(part));
}

/** Every directory that holds one of the files, '' (the root) included. */
export function directoriesOf(files: Iterable<string>): Set<string> {
  const directories = new Set(['']);
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const directory = file.slice(0, end);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  return directories;
}
