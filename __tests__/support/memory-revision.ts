// A revision whose files are written down in the test itself.
import { UnreadableFile, type Revision } from '../../src/revision/revision.ts';

/** A revision of exactly these files, by path from the workspace's root. */
export function memoryRevision(
  files: Readonly<Record<string, string>>,
  label = 'in memory',
): Revision {
  const contents = new Map(Object.entries(files));
  const directories = new Set<string>(['']);
  for (const path of contents.keys()) {
    const parts = path.split('/').slice(0, -1);
    parts.forEach((_, index) => directories.add(parts.slice(0, index + 1).join('/')));
  }
  const paths = [...contents.keys()].sort();
  return {
    label,
    commit: null,
    list: () => paths,
    isFile: (path) => contents.has(path),
    isDirectory: (path) => directories.has(path),
    read(path) {
      const text = contents.get(path);
      if (text === undefined) throw new UnreadableFile(path, 'no such file');
      return text;
    },
  };
}
