// Which generation a project without migrations yet will write: by the drizzle-kit it declares.
import type { Revision } from '../../revision/revision.ts';
import { parse } from 'yaml';
import type { Generation } from './declarations.ts';
import { ancestors, nearestManifest } from './manifest.ts';

/** drizzle-kit and drizzle-orm 1.x (their pre-releases too) are generation 1. */
export function declaredGeneration(revision: Revision, directory: string): Generation {
  for (const candidate of ancestors(directory)) {
    const manifest = nearestManifest(revision, candidate);
    const version = manifest?.versions['drizzle-kit'] ?? manifest?.versions['drizzle-orm'];
    if (version === undefined) continue;
    const resolved = version.startsWith('catalog:')
      ? catalogVersion(
          revision,
          version.slice('catalog:'.length),
          manifest?.versions['drizzle-kit'] === undefined ? 'drizzle-orm' : 'drizzle-kit',
        )
      : version;
    return /^[\^~>=v\s]*[1-9]|^beta$|^rc$/.test(resolved) ? 1 : 0;
  }
  return 0;
}

/** A version that pnpm's workspace file keeps for all packages. */
function catalogVersion(revision: Revision, catalog: string, name: string): string {
  const file = 'pnpm-workspace.yaml';
  if (!revision.isFile(file)) return '';
  const workspace: unknown = parse(revision.read(file));
  const path =
    catalog === '' || catalog === 'default' ? ['catalog', name] : ['catalogs', catalog, name];
  let value: unknown = workspace;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'string' ? value : '';
}
