// Runs inside the sandbox. The entry: connects modules, globals and libraries, and hands libraries
// the `host` through which they reach the project's files.
import type { Resolution, RuntimeSettings, Spot } from '../module-code.ts';
import { encode } from './encode.ts';
import { createProcess, defineGlobals, WORKSPACE } from './globals.ts';
import { guardNatives } from './guards.ts';
import { createModules, type Module } from './modules.ts';
import { createPath } from './paths.ts';
import { placeInStack, placeOf, type MadeAt } from './places.ts';
import type { Importer, LoadedModule } from './units.ts';
import { createUrlModule } from './urls.ts';
import { isUnknown, originOf, reportOf, textOf, UnknownDecision } from './unknowns.ts';

/** What the machine outside offers, as functions of text. */
export interface Outside {
  load(file: string): LoadedModule;
  /** A `Resolution` as JSON. */
  resolve(from: string, specifier: string): string;
  /** Runs the jobs that promises wait for. */
  drain(): void;
  /** Marks the sandbox as out of memory; the next instruction ends it. */
  exhausted(): void;
}

/** How a call ended, as JSON. */
export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly place: MadeAt | null };

export interface Runtime {
  call(library: string, fn: string, args: string): string;
}

/** Starts the runtime; called once, before any other code. */
export function start(outside: Outside, settingsText: string): Runtime {
  const settings = JSON.parse(settingsText) as RuntimeSettings;
  const files = new Set<string>();
  defineGlobals(settings);
  guardNatives();
  const path = createPath(
    settings.workingDirectory === '' ? WORKSPACE : `${WORKSPACE}/${settings.workingDirectory}`,
  );
  const builtins: Record<string, object> = {
    path,
    'path/posix': path,
    url: createUrlModule(),
    process: createProcess(settings),
  };
  const global = globalThis as unknown as Record<string, unknown>;
  const libraryGlobal = (name: string): unknown => global[settings.libraries[name] ?? name];
  const modules = createModules({
    load(file) {
      files.add(file);
      return outside.load(file);
    },
    resolve: (from, specifier) => JSON.parse(outside.resolve(from, specifier)) as Resolution,
    library: (name, property) => objectAt(libraryGlobal(name), property),
    builtin: (name) => builtins[name] ?? {},
    isFile: (name) => files.has(name),
    settle: (value) => settle(value, outside),
    surroundings,
    exhausted() {
      outside.exhausted();
      for (;;);
    },
  });
  const host = createHost((file) => modules.module(file));
  return {
    call(library, fn, args) {
      try {
        const callee = (libraryGlobal(library) as Record<string, unknown>)[fn];
        if (typeof callee !== 'function') throw new TypeError(`${library}.${fn} is no function`);
        const values = JSON.parse(args) as unknown[];
        return `{"ok":true,"value":${encode(settled(Reflect.apply(callee, undefined, [host, ...values]), outside))}}`;
      } catch (error) {
        return encode(failure(error, files));
      }
    },
  };
}

function failure(error: unknown, files: ReadonlySet<string>): CallResult {
  const place = placeInStack(error, (name) => files.has(name));
  if (error instanceof UnknownDecision) {
    const { file, line, column } = reportOf(error.origin);
    const at = file === null ? place : { file, line: line ?? 1, column: column ?? 1 };
    return { ok: false, message: textOf(error.origin), place: at };
  }
  const message =
    error instanceof Error ? `${error.name}: ${error.message}` : 'something is thrown';
  return { ok: false, message, place };
}

function objectAt(value: unknown, path: string): object {
  let at = value;
  for (const name of path === '' ? [] : path.split('.')) at = (at as Record<string, unknown>)[name];
  if ((typeof at !== 'object' || at === null) && typeof at !== 'function')
    throw new TypeError(`the library has no module at ${path}`);
  return at;
}

function settled(value: unknown, outside: Outside): unknown {
  if (isUnknown(value) || !(value instanceof Promise)) return value;
  const result = settle(value, outside);
  if (result === null) throw new Error('the promise never settles');
  if (!result[0]) throw result[1];
  return result[1];
}

function settle(value: object, outside: Outside): [boolean, unknown] | null {
  let result: [boolean, unknown] | null = null;
  Promise.resolve(value).then(
    (given: unknown) => {
      result = [true, given];
    },
    (error: unknown) => {
      result = [false, error];
    },
  );
  outside.drain();
  return result;
}

/** What differs from file to file around a module's own names. */
function surroundings(file: string, importer: Importer): object {
  const path = `${WORKSPACE}/${file}`;
  const directory = path.slice(0, path.lastIndexOf('/'));
  const start: Spot = { line: 1, column: 1 };
  importer.importMeta = {
    url: `file://${encodeURI(path)}`,
    filename: path,
    dirname: directory,
    env: (globalThis as unknown as { process: { env: object } }).process.env,
  };
  const require = (specifier: string): unknown => {
    const namespace = importer.open(specifier, start);
    return namespace.object();
  };
  return Object.assign(Object.create(null) as object, {
    require,
    module: { exports: {} },
    exports: {},
    __filename: path,
    __dirname: directory,
  });
}

function createHost(module: (file: string) => Module): object {
  return {
    load(file: string) {
      const opened = module(file);
      return {
        names: () => [...opened.names()],
        get: (name: string) => opened.get(name),
        place: (name: string) => opened.placeOf(name),
        unresolved: () => opened.unresolved().map(reportOf),
      };
    },
    isUnknown,
    unknown(value: unknown) {
      const origin = originOf(value);
      return origin === null ? undefined : reportOf(origin);
    },
    /** The unknown that was decided on, where that is why an error was thrown. */
    unknownOfError: (error: unknown) =>
      error instanceof UnknownDecision ? reportOf(error.origin) : undefined,
    findUnknown: (value: unknown) => findUnknown(value, new Set()),
    placeOf,
    placeOfExport: (file: string, name: string) => module(file).placeOf(name),
  };
}

/** The first unknown among a value and what it owns, however deep. */
function findUnknown(value: unknown, seen: Set<object>): unknown {
  if (isUnknown(value)) return value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const own = Reflect.getOwnPropertyDescriptor(value, key);
    const found = own !== undefined && 'value' in own ? findUnknown(own.value, seen) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
