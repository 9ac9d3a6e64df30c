// Directories, derived from a list of files.

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
