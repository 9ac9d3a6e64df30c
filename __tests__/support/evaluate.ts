// Evaluates small modules in the sandbox, for tests: the exports of a file as plain data.
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/evaluate/sandbox.ts';
import type { Json } from '../../src/schema/objects.ts';
import { memoryRevision } from './memory-revision.ts';

/** Reads exports as JSON, unknowns as `{ unknown: reason, at: 'file:line' }`. */
const READER = `globalThis.reader = {
  modules: { kit: {
    text: (name) => ({ name, notNull() { return this }, unique() { return this } }),
    table: (name, columns) => ({ name, columns, keys: Object.keys(columns) }),
    pair: () => [{ name: 'a' }, { name: 'b' }],
    isYes: (value) => value ? 'yes' : 'no',
  } },
  read(host, file, only) {
    const module = host.load(file), out = {};
    for (const name of only ?? module.names()) {
      const value = module.get(name);
      out[name] = show(host, value, 0);
    }
    return out;
  },
  places(host, file, path) {
    let value = host.load(file).get(path[0]);
    for (const key of path.slice(1)) value = value[key];
    return host.placeOf(value) ?? null;
  },
  placeOfExport: (host, file, name) => host.placeOfExport(file, name) ?? null,
  unresolved: (host, file) => host.load(file).unresolved(),
  raw: (host, file, name) => host.load(file).get(name),
  run: (host, file, name) => host.load(file).get(name)(),
  spin() { for (;;); },
};
function show(host, value, depth) {
  if (host.isUnknown(value)) {
    const { reason, file, line } = host.unknown(value);
    return { unknown: reason, at: file + ':' + line };
  }
  if (typeof value === 'function') return 'function ' + value.name;
  if (typeof value === 'bigint') return value + 'n';
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 8) return '…';
  if (value instanceof Date) return 'Date ' + value.getTime();
  if (value instanceof Map || value instanceof Set) return show(host, [...value], depth);
  if (Array.isArray(value)) return value.map((each) => show(host, each, depth + 1));
  return Object.fromEntries(Object.keys(value).map((key) => [key, show(host, value[key], depth + 1)]));
}`;

const reader = {
  name: 'reader',
  global: 'reader',
  code: READER,
  modules: { kit: 'modules.kit' },
};

type Files = Readonly<Record<string, string>>;

export function open(files: Files, options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return openSandbox({
    revision: memoryRevision(files),
    workingDirectory: '',
    env: {},
    libraries: [reader],
    ...options,
  });
}

/** The exports of `main.ts` (or of a module of that text). */
export async function evaluate(
  files: Files | string,
  options: Partial<SandboxOptions> & { main?: string; only?: string[] } = {},
): Promise<Readonly<Record<string, Json>>> {
  const all = typeof files === 'string' ? { 'main.ts': files } : files;
  const sandbox = await open(all, options);
  try {
    const result = await sandbox.call('reader', 'read', [
      options.main ?? 'main.ts',
      options.only ?? null,
    ]);
    return result as Record<string, Json>;
  } finally {
    sandbox.dispose();
  }
}
