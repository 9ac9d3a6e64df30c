// The package.json that a directory belongs to.
import { posix } from 'node:path';
import { z } from 'zod';
import { UnreadableFile, type Revision } from '../../revision/revision.ts';

const dependencies = z.record(z.string(), z.unknown()).optional();
const manifestSchema = z.looseObject({
  name: z.string().optional(),
  dependencies,
  devDependencies: dependencies,
  peerDependencies: dependencies,
});

export interface Manifest {
  readonly directory: string;
  readonly name: string | null;
  /** Declared versions, by package. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The nearest package.json at or above a directory. */
export function nearestManifest(revision: Revision, directory: string): Manifest | null {
  for (const candidate of ancestors(directory)) {
    const file = candidate === '' ? 'package.json' : `${candidate}/package.json`;
    const manifest = revision.isFile(file) ? readManifest(revision, file, candidate) : null;
    if (manifest !== null) return manifest;
  }
  return null;
}

/** A directory, then each one above it, up to the workspace's root. */
export function ancestors(directory: string): string[] {
  const normal = directory === '.' ? '' : directory;
  const found = [normal];
  let current = normal;
  while (current !== '') {
    const parent = posix.dirname(current);
    current = parent === '.' ? '' : parent;
    found.push(current);
  }
  return found;
}

function readManifest(revision: Revision, file: string, directory: string): Manifest | null {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(revision.read(file)));
    if (!parsed.success) return null;
    const { name, dependencies: own, devDependencies, peerDependencies } = parsed.data;
    const all = Object.entries({ ...peerDependencies, ...devDependencies, ...own });
    const versions = all.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return { directory, name: name ?? null, versions: Object.fromEntries(versions) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnreadableFile) return null;
    throw error;
  }
}
