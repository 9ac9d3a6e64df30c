// What the tsconfig.json files of a revision say about imports and decorators, `extends` followed.
import { posix } from 'node:path';
import { ts } from 'ts-morph';
import type { Revision } from '../revision/revision.ts';
import { directoriesAbove, directoryOf, isRecord, type Manifests } from './manifests.ts';

export interface TsConfigs {
  /** Paths a bare specifier may stand for, seen from a file, best first; without certain endings. */
  aliases(file: string, specifier: string): string[];
  /** `experimentalDecorators` for a file; null where nobody says. */
  legacyDecorators(file: string): boolean | null;
}

interface Settings {
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
  readonly baseUrl: string | null;
  readonly legacyDecorators: boolean | null;
}

const NOTHING: Settings = { paths: [], baseUrl: null, legacyDecorators: null };

/** Reads configurations when first asked for them; `fallback` is a directory whose own come last. */
export function tsConfigsOf(revision: Revision, manifests: Manifests, fallback: string): TsConfigs {
  const cache = new Map<string, readonly Settings[]>();
  const inDirectory = (directory: string): readonly Settings[] => {
    const known = cache.get(directory);
    if (known !== undefined) return known;
    const settings = configsIn(revision, directory).map((path) =>
      readSettings({ revision, manifests, leaf: directoryOf(path) }, path, new Set()),
    );
    cache.set(directory, settings);
    return settings;
  };
  const around = (file: string): Settings[] => {
    const last = directoriesAbove(posix.join(fallback, 'x'));
    return [...new Set([...directoriesAbove(file), ...last])].flatMap(inDirectory);
  };
  return {
    aliases: (file, specifier) =>
      around(file).flatMap((settings) => aliasesIn(settings, specifier)),
    legacyDecorators(file) {
      const said = around(file).find((settings) => settings.legacyDecorators !== null);
      return said?.legacyDecorators ?? null;
    },
  };
}

/** `tsconfig.json` first; its siblings (`tsconfig.app.json`) hold what a solution file only refers to. */
function configsIn(revision: Revision, directory: string): string[] {
  const main = ['tsconfig.json', 'jsconfig.json'].map((name) => posix.join(directory, name));
  const prefix = posix.join(directory, 'tsconfig.');
  const siblings = revision
    .list()
    .filter((path) => path.startsWith(prefix) && path.endsWith('.json') && !main.includes(path))
    .filter((path) => directoryOf(path) === directory);
  return [...main.filter((path) => revision.isFile(path)), ...siblings];
}

interface Reading {
  readonly revision: Revision;
  readonly manifests: Manifests;
  /** Directory of the configuration that extends all others: `${configDir}`. */
  readonly leaf: string;
}

function readSettings(reading: Reading, path: string, seen: Set<string>): Settings {
  const { revision } = reading;
  if (seen.has(path) || !revision.isFile(path)) return NOTHING;
  seen.add(path);
  const parsed: unknown = ts.parseConfigFileTextToJson(path, readText(revision, path)).config;
  if (!isRecord(parsed)) return NOTHING;
  const inherited = basesOf(reading, path, parsed['extends']).map((base) =>
    readSettings(reading, base, seen),
  );
  const own = ownSettings(reading, path, parsed['compilerOptions']);
  return inherited.reduceRight<Settings>(
    (mine, base) => ({
      paths: mine.paths.length > 0 ? mine.paths : base.paths,
      baseUrl: mine.baseUrl ?? base.baseUrl,
      legacyDecorators: mine.legacyDecorators ?? base.legacyDecorators,
    }),
    own,
  );
}

function readText(revision: Revision, path: string): string {
  try {
    return revision.read(path);
  } catch {
    return '{}';
  }
}

function ownSettings({ leaf }: Reading, path: string, options: unknown): Settings {
  if (!isRecord(options)) return NOTHING;
  const directory = directoryOf(path);
  const located = (target: string): string =>
    target.startsWith('${configDir}')
      ? posix.join(leaf, target.slice('${configDir}'.length))
      : posix.join(base, target);
  const { baseUrl: url, paths, experimentalDecorators: legacy } = options;
  const baseUrl = typeof url === 'string' ? posix.join(directory, url) : null;
  const base = baseUrl ?? directory;
  const entries = isRecord(paths) ? Object.entries(paths) : [];
  return {
    baseUrl,
    legacyDecorators: typeof legacy === 'boolean' ? legacy : null,
    paths: entries.map(([pattern, targets]) => ({
      pattern,
      targets: stringsOf(targets).map(located),
    })),
  };
}

const stringsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

/** Files that an `extends` may mean; packages are looked for in the repository only. */
function basesOf({ revision, manifests }: Reading, path: string, value: unknown): string[] {
  return stringsOf(value).flatMap((name) => {
    const [scope = '', second = '', ...rest] = name.split('/');
    const scoped = scope.startsWith('@');
    const named = manifests.named(scoped ? `${scope}/${second}` : scope);
    const inside = scoped ? rest.join('/') : [second, ...rest].join('/');
    const from = name.startsWith('.') ? directoryOf(path) : (named?.directory ?? null);
    if (from === null) return [];
    const at = posix.join(from, name.startsWith('.') ? name : inside);
    const candidates = [at, `${at}.json`, posix.join(at, 'tsconfig.json')];
    const found = candidates.find((candidate) => revision.isFile(candidate));
    return found === undefined ? [] : [found];
  });
}

function aliasesIn({ paths, baseUrl }: Settings, specifier: string): string[] {
  const matches = paths
    .map(({ pattern, targets }) => ({ pattern, targets, star: starOf(pattern, specifier) }))
    .filter((match) => match.star !== null)
    .sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern));
  const [best] = matches;
  const mapped = best?.targets.map((target) => target.replace('*', () => best.star ?? '')) ?? [];
  return baseUrl === null ? mapped : [...mapped, posix.join(baseUrl, specifier)];
}

function prefixLength(pattern: string): number {
  return pattern.includes('*') ? pattern.indexOf('*') : Infinity;
}

function starOf(pattern: string, specifier: string): string | null {
  const at = pattern.indexOf('*');
  if (at < 0) return pattern === specifier ? '' : null;
  const [head, tail] = [pattern.slice(0, at), pattern.slice(at + 1)];
  if (specifier.length < head.length + tail.length) return null;
  if (!specifier.startsWith(head) || !specifier.endsWith(tail)) return null;
  return specifier.slice(head.length, specifier.length - tail.length);
}
