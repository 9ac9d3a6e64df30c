// Which extensions the embedded Postgres has, and what stands in for those it hasn't.
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { assetPath } from '../assets.ts';
import { stubFiles } from './stubs.ts';

/** Extensions that come in a bundle of another name. */
const BUNDLES: Readonly<Record<string, readonly string[]>> = {
  autoinc: ['spi'],
  earthdistance: ['cube', 'earthdistance'],
  insert_username: ['spi'],
  moddatetime: ['spi'],
  refint: ['spi'],
};

/** Part of every cluster. */
const BUILT_IN = ['plpgsql'];

/** What each extension that was asked for needs at start. */
export interface ExtensionSet {
  /** Bundle name to absolute path. */
  readonly bundles: Readonly<Record<string, string>>;
  /** File name to content, for the extension directory. */
  readonly stubs: Readonly<Record<string, string>>;
  /** Extensions that only a stub stands for. */
  readonly stubbed: readonly string[];
}

/** Extensions that really work in the embedded Postgres, sorted. */
function availableExtensions(): string[] {
  const bundles = bundleNames();
  const aliases = Object.keys(BUNDLES);
  return [...new Set([...BUILT_IN, ...bundles, ...aliases])]
    .filter((name) => name !== 'spi')
    .sort();
}

/** Sorts the extensions asked for into bundles to load and stubs to write. */
export function selectExtensions(asked: readonly string[]): ExtensionSet {
  const available = new Set(availableExtensions());
  const names = [...new Set(asked)].sort();
  const loaded = names.filter((name) => available.has(name) && !BUILT_IN.includes(name));
  const stubbed = names.filter((name) => !available.has(name));
  const bundles = loaded.flatMap((name) => BUNDLES[name] ?? [name]);
  return {
    bundles: Object.fromEntries(
      bundles.map((name) => [name, assetPath(`extensions/${name}.tar.gz`)]),
    ),
    stubs: Object.assign({}, ...stubbed.map(stubFiles)) as Record<string, string>,
    stubbed,
  };
}

/** Extensions that SQL text creates: `create extension if not exists "uuid-ossp"` → `uuid-ossp`. */
export function extensionsIn(sql: string): string[] {
  const created = sql
    .replaceAll(/^\s*--.*/gm, ' ')
    .matchAll(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?("(?:[^"]|"")+"|[a-z_][\w$]*)/gi);
  const names = [...created].map(([, name = '']) =>
    name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase(),
  );
  return [...new Set(names)].sort();
}

function bundleNames(): string[] {
  return readdirSync(dirname(assetPath('extensions/vector.tar.gz')))
    .filter((file) => file.endsWith('.tar.gz'))
    .map((file) => file.slice(0, -'.tar.gz'.length));
}
