// Runs inside the sandbox. The modules of a project, linked lazily: what they export, and where from.
import type { ModuleCode, Resolution, Spot } from '../module-code.ts';
import { enumeration } from './enumeration.ts';
import { missingNamespace, objectNamespace, valueNamespace, type Namespace } from './namespaces.ts';
import { isFatal, operationsFor } from './operators.ts';
import { type MadeAt } from './places.ts';
import {
  defineBinding,
  importedValue,
  originOfError,
  plain,
  read,
  type Importer,
  type Linkage,
  type ModuleContext,
} from './units.ts';
import {
  isUnknown,
  makeUnknown,
  settleSince,
  textOf,
  unsettledCount,
  UnknownDecision,
  type Origin,
} from './unknowns.ts';

/** A module of the project. */
export interface Module extends Namespace {
  readonly file: string;
  /** Where a name is declared, followed through re-exports. */
  placeOf(name: string): MadeAt | undefined;
  /** `export *` of what isn't here: there may be more names than `names` tells. */
  unresolved(): readonly Origin[];
}

/** The modules of one sandbox, by file. */
export function createModules(linkage: Linkage): {
  module(file: string): Module;
  open(from: string, specifier: string, at: Spot): Namespace;
} {
  const modules = new Map<string, Module>();
  const module = (file: string): Module => {
    const known = modules.get(file);
    if (known !== undefined) return known;
    const made = createModule(file, linkage, open);
    modules.set(file, made);
    return made;
  };
  const resolutions = new Map<string, Resolution>();
  const resolve = (from: string, specifier: string): Resolution => {
    const key = `${specifier}\0${from}`;
    const target = resolutions.get(key) ?? linkage.resolve(from, specifier);
    resolutions.set(key, target);
    return target;
  };
  const open = (from: string, specifier: string, at: Spot): Namespace => {
    const target = resolve(from, specifier);
    switch (target.kind) {
      case 'file':
        return module(target.file);
      case 'library':
        return objectNamespace(linkage.library(target.library, target.path));
      case 'builtin':
        return objectNamespace(linkage.builtin(target.name));
      case 'missing':
        return missingNamespace(target.reason, from, at);
    }
  };
  return { module, open };
}

type Open = (from: string, specifier: string, at: Spot) => Namespace;

function createModule(file: string, linkage: Linkage, open: Open): Module {
  const loaded = linkage.load(file);
  const { code } = loaded;
  const importer: Importer = {
    importMeta: {},
    open: (specifier, at) => open(file, specifier, at),
  };
  const scope = Object.create(linkage.surroundings(file, importer)) as object;
  if (code.broken !== null) return brokenModule(file, code);
  const context: ModuleContext = {
    file,
    code,
    linkage,
    importer,
    scope,
    units: code.units.map((unit, index) => ({ code: unit, index, thunk: null, state: 'new' })),
    cells: new Map(),
    active: [],
    whole: null,
  };
  for (const binding of code.bindings) defineBinding(context, binding);
  loaded.run({ ...operationsFor(file), ...moduleOperations(context), scope });
  return code.format === 'module'
    ? linkedModule(context)
    : { ...wholeModule(context), file, placeOf: () => ({ file, line: 1, column: 1 }) };
}

function moduleOperations(context: ModuleContext): Record<string, unknown> {
  const { importer } = context;
  const here = { line: 1, column: 1 };
  return {
    meta: importer.importMeta,
    enumeration,
    unit(index: number, thunk: () => unknown) {
      const unit = context.units[index];
      if (unit !== undefined) unit.thunk = thunk;
    },
    json(text: string) {
      context.whole = () => JSON.parse(text) as unknown;
    },
    commonjs(body: (...parameters: unknown[]) => void) {
      context.whole = () => runCommonJs(context, body);
    },
    i: (specifier: unknown) =>
      new Promise((resolve) => {
        resolve(
          typeof specifier === 'string' ? importer.open(specifier, here).object() : specifier,
        );
      }),
    a: (value: unknown, line: number, column: number) =>
      settleNow(context, value, { line, column }),
  };
}

/** `await` at a module's top level: whatever has settled by itself is taken, the rest is unknown. */
function settleNow({ file, linkage }: ModuleContext, value: unknown, spot: Spot): unknown {
  if (isUnknown(value) || typeof value !== 'object' || value === null) return value;
  const result = linkage.settle(value);
  if (result === null) {
    const reason = 'a promise that does not settle by itself is awaited at the top level';
    return makeUnknown({ reason, path: '', file, ...spot });
  }
  if (!result[0]) throw result[1];
  return result[1];
}

function runCommonJs(context: ModuleContext, body: (...parameters: unknown[]) => void): unknown {
  const module = { exports: {} as unknown };
  const scope = context.scope as Record<string, unknown>;
  context.whole = () => module.exports;
  body.call(
    module.exports,
    module.exports,
    scope['require'],
    module,
    scope['__filename'],
    scope['__dirname'],
  );
  return module.exports;
}

function brokenModule(file: string, { broken, ...code }: ModuleCode): Module {
  const at = { file, line: broken?.line ?? 1, column: broken?.column ?? 1 };
  const reason = `${file}:${at.line} can't be evaluated: ${broken?.message ?? ''}`;
  const value = (): object => makeUnknown({ reason, path: '', ...at });
  const names = [...code.exports, ...code.reexports].map(({ name }) => name);
  return {
    file,
    names: () => names,
    has: (name) => names.includes(name),
    isOpen: () => true,
    get: value,
    object: value,
    placeOf: () => at,
    unresolved: () => [{ reason, path: '', ...at }],
  };
}

/** JSON and CommonJS: evaluated in one go, the first time anything is asked of it. */
function wholeModule(context: ModuleContext): Omit<Module, 'file' | 'placeOf'> {
  let namespace: Namespace | null = null;
  const opened = (): Namespace => {
    if (namespace !== null) return namespace;
    const mark = unsettledCount();
    let value: unknown;
    try {
      value = context.whole?.();
      const swallowed = settleSince(mark);
      if (swallowed !== null) throw swallowed;
    } catch (error) {
      if (isFatal(error)) context.linkage.exhausted();
      settleSince(mark);
      value = makeUnknown(originOfError(error, context, { line: 1, column: 1 }));
    }
    return (namespace = valueNamespace(value));
  };
  return {
    names: () => opened().names(),
    has: (name) => opened().has(name),
    isOpen: () => opened().isOpen(),
    get: (name) => opened().get(name),
    object: () => opened().object(),
    unresolved: () => [],
  };
}

function linkedModule(context: ModuleContext): Module {
  const { file, code, importer } = context;
  let opened: readonly Namespace[] | null = null;
  const stars = (): readonly Namespace[] =>
    (opened ??= code.stars.map((star) => importer.open(star.specifier, star)));
  const ownNames = new Set([...code.exports, ...code.reexports].map(({ name }) => name));
  // A cycle of `export *` asks a module about itself: the second asking has nothing to add.
  const once = <T>(run: () => T, otherwise: T): T => {
    if (asking.has(module)) return otherwise;
    asking.add(module);
    try {
      return run();
    } finally {
      asking.delete(module);
    }
  };
  const found = new Map<string, Namespace>();
  const starWith = (name: string): Namespace | null => {
    const known = found.get(name);
    if (known !== undefined || name === 'default') return known ?? null;
    const star = once(() => stars().find((each) => each.has(name)), undefined);
    if (star !== undefined) found.set(name, star);
    return star ?? null;
  };
  let object: object | null = null;
  const module: Module = {
    file,
    names: () =>
      once(() => {
        const starred = stars().flatMap((star) => [...star.names()]);
        return [...new Set([...ownNames, ...starred.filter((name) => name !== 'default')])];
      }, []),
    has: (name) => ownNames.has(name) || starWith(name) !== null,
    isOpen: () => once(() => stars().some((star) => star.isOpen()), false),
    get: (name) =>
      ownNames.has(name)
        ? ownValue(context, name)
        : (starWith(name) ?? openStar(once, stars))?.get(name),
    object: () => (object ??= namespaceObject(module)),
    placeOf: (name) => placeOfExport(context, name, starWith),
    unresolved: () => once(() => unresolvedOf(context), []),
  };
  return module;
}

function openStar(
  once: (run: () => Namespace | null, otherwise: null) => Namespace | null,
  stars: () => readonly Namespace[],
): Namespace | null {
  return once(() => stars().find((star) => star.isOpen()) ?? null, null);
}

const asking = new Set<Module>();

function ownValue(context: ModuleContext, name: string): unknown {
  const { code, cells, scope } = context;
  const own = code.exports.find((each) => each.name === name);
  if (own !== undefined) {
    const cell = cells.get(own.local);
    return cell === undefined ? (scope as Record<string, unknown>)[own.local] : read(context, cell);
  }
  const reexport = code.reexports.find((each) => each.name === name);
  if (reexport === undefined) return undefined;
  return importedValue(context, { ...reexport, local: name, name: reexport.imported });
}

function placeOfExport(
  { file, code, cells, importer }: ModuleContext,
  name: string,
  starWith: (name: string) => Namespace | null,
): MadeAt | undefined {
  const own = code.exports.find((each) => each.name === name);
  if (own !== undefined) {
    const binding = cells.get(own.local)?.code;
    const imported = code.imports.find(({ local }) => local === own.local);
    const through = imported && placeIn(importer.open(imported.specifier, imported), imported.name);
    return through ?? (binding && { file, ...plain(binding) });
  }
  const reexport = code.reexports.find((each) => each.name === name);
  if (reexport === undefined) return placeIn(starWith(name), name);
  const through = placeIn(importer.open(reexport.specifier, reexport), reexport.imported);
  return through ?? { file, ...plain(reexport) };
}

const placeIn = (from: Namespace | null, name: string): MadeAt | undefined =>
  from !== null && 'placeOf' in from ? (from as Module).placeOf(name) : undefined;

function unresolvedOf({ file, code, importer }: ModuleContext): Origin[] {
  return code.stars.flatMap((star) => {
    const target = importer.open(star.specifier, star);
    if ('unresolved' in target) return [...(target as Module).unresolved()];
    if (!target.isOpen()) return [];
    const { line, column } = star;
    const reason = `"${star.specifier}", of which everything is exported, is not in the repository`;
    return [{ reason, path: '', file, line, column }];
  });
}

/** The live object of `import * as`: names in order, each read when it is asked for. */
function namespaceObject(module: Module): object {
  const object = Object.create(null) as object;
  for (const name of [...module.names()].sort())
    Object.defineProperty(object, name, { enumerable: true, get: () => module.get(name) });
  Object.defineProperty(object, Symbol.toStringTag, { value: 'Module' });
  const [first] = module.unresolved();
  if (first === undefined) return object;
  return new Proxy(object, {
    get: (target, key) =>
      typeof key === 'symbol' || key in target
        ? (target as Record<string | symbol, unknown>)[key]
        : makeUnknown({ ...first, path: key }),
    has: (target, key) => key in target || refuseToTell(first),
    ownKeys: () => refuseToTell(first),
  });
}

function refuseToTell(origin: Origin): never {
  throw new UnknownDecision({ ...origin, reason: `${textOf(origin)} · has its names listed` });
}
