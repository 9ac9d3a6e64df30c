// The package.json files of a revision: which directory holds the package of a name, and which files
// its entry points may be written in. Built output is never there, so targets are followed to source.
import { posix } from 'node:path';
import type { Revision } from '../revision/revision.ts';

/** A package.json that could be read. */
export interface Manifest {
  readonly directory: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Manifests {
  /** The package of that name in the repository. */
  named(name: string): Manifest | null;
  /** The package a file belongs to. */
  above(file: string): Manifest | null;
}

/** Reads package.json files when first asked for one. */
export function manifestsOf(revision: Revision): Manifests {
  let byName: Map<string, Manifest> | null = null;
  const read = (directory: string): Manifest | null => {
    const fields = readJson(revision, posix.join(directory, 'package.json'));
    return fields === null ? null : { directory, fields };
  };
  return {
    named(name) {
      byName ??= indexByName(revision, read);
      return byName.get(name) ?? null;
    },
    above(file) {
      for (const directory of directoriesAbove(file)) {
        const manifest = read(directory);
        if (manifest !== null) return manifest;
      }
      return null;
    },
  };
}

function indexByName(
  revision: Revision,
  read: (directory: string) => Manifest | null,
): Map<string, Manifest> {
  const byName = new Map<string, Manifest>();
  const found = revision.list().filter((path) => posix.basename(path) === 'package.json');
  // Of two packages with one name (a template, a fixture) the one nearer the root is meant.
  const depth = (path: string): number => path.split('/').length;
  for (const path of found.sort((a, b) => depth(a) - depth(b))) {
    const manifest = read(directoryOf(path));
    const name = manifest?.fields['name'];
    if (manifest !== null && typeof name === 'string' && !byName.has(name))
      byName.set(name, manifest);
  }
  return byName;
}

/** Directory of a file, '' for the root. */
export function directoryOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

/** The directories a file is in, innermost first, '' last. */
export function directoriesAbove(file: string): string[] {
  const directories: string[] = [];
  for (let at = directoryOf(file); at !== ''; at = directoryOf(at)) directories.push(at);
  return [...directories, ''];
}

function readJson(revision: Revision, path: string): Readonly<Record<string, unknown>> | null {
  if (!revision.isFile(path)) return null;
  try {
    const value: unknown = JSON.parse(revision.read(path).replace(/^\uFEFF/, ''));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** A JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths (without certain endings) that may hold the source of `name/subpath`, best first. */
export function entryCandidates({ directory, fields }: Manifest, subpath: string): string[] {
  const key = subpath === '' ? '.' : `./${subpath}`;
  const targets = targetsFor(fields['exports'], key);
  const mains = ['source', 'module', 'main', 'types', 'typings']
    .map((field) => fields[field])
    .filter((value) => typeof value === 'string');
  const plain = subpath === '' ? [...mains, 'index', 'src/index'] : [subpath, `src/${subpath}`];
  const paths = [...targets, ...plain].flatMap((target) => [target, ...sourcesOf(target)]);
  return [...new Set(paths)]
    .map((path) => posix.join(directory, path))
    .filter((path) => path === directory || !path.startsWith('..'));
}

/** Paths that `#name` may stand for in a package's `imports`; bare specifiers are left as they are. */
export function importCandidates({ directory, fields }: Manifest, specifier: string): string[] {
  return targetsFor(fields['imports'], specifier).flatMap((target) =>
    target.startsWith('.')
      ? [target, ...sourcesOf(target)].map((path) => `./${posix.join(directory, path)}`)
      : [target],
  );
}

/** Targets of an `exports` or `imports` map (https://nodejs.org/api/packages.html), all conditions. */
function targetsFor(map: unknown, key: string): string[] {
  if (!isRecord(map)) return key === '.' ? flatten(map, '') : [];
  const keys = Object.keys(map);
  if (!keys.some((name) => name.startsWith('.') || name.startsWith('#')))
    return key === '.' ? flatten(map, '') : [];
  if (keys.includes(key)) return flatten(map[key], '');
  const patterns = keys
    .map((name) => ({ name, star: starOf(name, key) }))
    .filter((match) => match.star !== null)
    .sort((a, b) => b.name.length - a.name.length);
  const [best] = patterns;
  return best === undefined ? [] : flatten(map[best.name], best.star ?? '');
}

function starOf(pattern: string, key: string): string | null {
  const full = pattern.endsWith('/') ? `${pattern}*` : pattern;
  const at = full.indexOf('*');
  if (at < 0) return null;
  const [head, tail] = [full.slice(0, at), full.slice(at + 1)];
  const fits = key.length > head.length + tail.length && key.startsWith(head) && key.endsWith(tail);
  return fits ? key.slice(head.length, key.length - tail.length) : null;
}

function flatten(target: unknown, star: string): string[] {
  if (typeof target === 'string')
    return [target.endsWith('/') ? target + star : target.replaceAll('*', star)];
  if (Array.isArray(target)) return target.flatMap((each) => flatten(each, star));
  return isRecord(target) ? Object.values(target).flatMap((each) => flatten(each, star)) : [];
}

const BUILT = /\.(?:d\.)?[cm]?[jt]sx?$/;

/** Where the source of a built file may lie: `dist/esm/a.js` → `src/esm/a`, `esm/a`, `src/a`, `a`. */
function sourcesOf(target: string): string[] {
  const parts = posix.normalize(target.replace(BUILT, '')).split('/');
  return parts.slice(0, -1).flatMap((_, index) => {
    const rest = parts.slice(index + 1).join('/');
    return [`src/${rest}`, rest];
  });
}
