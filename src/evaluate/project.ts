// The module graph of a revision: what an import stands for, seen from one file. Reads the revision
// and nothing else; what isn't in the repository is missing, with a reason.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Revision } from '../revision/revision.ts';
import { directoryOf, entryCandidates, importCandidates, manifestsOf } from './manifests.ts';
import type { Resolution } from './module-code.ts';
import { tsConfigsOf } from './tsconfig.ts';

/** A library's modules: npm specifier → property path on the library's global. */
export interface LibraryModules {
  readonly name: string;
  readonly modules: Readonly<Record<string, string>>;
}

export interface Project {
  resolve(from: string, specifier: string): Resolution;
  /** `experimentalDecorators` as the file's tsconfig has it. */
  legacyDecorators(file: string): boolean;
}

/** Builtins the sandbox has a pure version of. */
const PURE_BUILTINS = new Set(['path', 'path/posix', 'url', 'process']);

/** Opens the module graph; `workingDirectory` is where the tool would be run. */
export function openProject(
  revision: Revision,
  libraries: readonly LibraryModules[],
  workingDirectory: string,
): Project {
  const manifests = manifestsOf(revision);
  const configs = tsConfigsOf(revision, manifests, workingDirectory);
  const fileAt = (path: string): string | null => findFile(revision, path);
  const firstOf = (paths: readonly string[]): Resolution | null => {
    for (const path of paths) {
      const file = fileAt(path);
      if (file !== null) return { kind: 'file', file };
    }
    return null;
  };
  const relative = (from: string, specifier: string): Resolution =>
    firstOf([posix.join(directoryOf(from), stripQuery(specifier))]) ??
    missing(`"${specifier}" leads to no module of the repository`);
  const privateImport = (from: string, specifier: string): Resolution | null => {
    const manifest = manifests.above(from);
    const targets = manifest === null ? [] : importCandidates(manifest, specifier);
    for (const target of targets) {
      const found = target.startsWith('.') ? firstOf([target]) : bare(from, target);
      if (found !== null && found.kind !== 'missing') return found;
    }
    return null;
  };
  const workspacePackage = (specifier: string): Resolution | null => {
    const { name, subpath } = packageOf(specifier);
    const manifest = manifests.named(name);
    if (manifest === null) return null;
    const unbuilt = `"${specifier}" of the package in ${manifest.directory || '.'} has no source in the repository`;
    return firstOf(entryCandidates(manifest, subpath)) ?? missing(unbuilt);
  };
  const bare = (from: string, specifier: string): Resolution =>
    inLibraries(libraries, specifier) ??
    builtin(specifier) ??
    (specifier.startsWith('#') ? privateImport(from, specifier) : null) ??
    firstOf(configs.aliases(from, specifier)) ??
    workspacePackage(specifier) ??
    missing(`package "${packageOf(specifier).name}" is not in the repository`);
  return {
    resolve: (from, specifier) =>
      isRelative(specifier) ? relative(from, specifier) : bare(from, specifier),
    legacyDecorators: (file) => configs.legacyDecorators(file) ?? true,
  };
}

const missing = (reason: string): Resolution => ({ kind: 'missing', reason });

const isRelative = (specifier: string): boolean =>
  /^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier);

const stripQuery = (specifier: string): string => specifier.replace(/\?[^/]*$/, '');

function inLibraries(libraries: readonly LibraryModules[], specifier: string): Resolution | null {
  for (const { name, modules } of libraries) {
    const path = Object.hasOwn(modules, specifier) ? modules[specifier] : undefined;
    if (path !== undefined) return { kind: 'library', library: name, path };
  }
  return null;
}

function builtin(specifier: string): Resolution | null {
  const name = specifier.replace(/^node:/, '');
  if (!isBuiltin(specifier)) return null;
  if (PURE_BUILTINS.has(name)) return { kind: 'builtin', name };
  return missing(`Node's module "${specifier}" reaches outside the repository`);
}

/** `@scope/name/sub/path` → the package's name and the path inside it. */
function packageOf(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), subpath: parts.slice(length).join('/') };
}

const CODE = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
const DECLARATION = /\.d\.[cm]?ts$/;

/** What a written JavaScript extension may stand for. */
const WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/** The file a path means: as written, as source of what is written, with an extension, or an index. */
function findFile(revision: Revision, written: string): string | null {
  const path = posix.normalize(written);
  if (path.startsWith('..')) return null;
  const isCode = (file: string): boolean => !DECLARATION.test(file) && revision.isFile(file);
  const extension = posix.extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const sources = (WRITTEN_IN[extension] ?? (CODE.includes(extension) ? [extension] : [])).map(
    (each) => stem + each,
  );
  const extended = CODE.map((each) => path + each);
  const found = [...sources, ...extended].find(isCode);
  if (found !== undefined) return found;
  const index = CODE.map((each) => posix.join(path === '.' ? '' : path, `index${each}`));
  return index.find(isCode) ?? null;
}
