// Runs inside the sandbox. The modules of a project, linked lazily: what they export, and where from.
import { type ModuleCode, type Spot } from '../module-code.ts';
import { enumeration } from './enumeration.ts';
import {
  isOpenEnded,
  missingNamespace,
  objectNamespace,
  valueNamespace,
  type Namespace,
} from './namespaces.ts';
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
  const open = (from: string, specifier: string, at: Spot): Namespace => {
    const target = linkage.resolve(from, specifier);
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
    has: () => true,
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
    get: (name) => opened().get(name),
    object: () => opened().object(),
    unresolved: () => [],
  };
}

function linkedModule(context: ModuleContext): Module {
  const { file, code, importer } = context;
  const stars = (): Namespace[] => code.stars.map((star) => importer.open(star.specifier, star));
  const known = (): Namespace[] => stars().filter((star) => !isOpenEnded(star));
  const ownNames = [...code.exports, ...code.reexports].map(({ name }) => name);
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
  let object: object | null = null;
  const module: Module = {
    file,
    names: () =>
      once(() => {
        const starred = known().flatMap((star) => [...star.names()]);
        return [...new Set([...ownNames, ...starred.filter((name) => name !== 'default')])];
      }, []),
    has: (name) =>
      ownNames.includes(name) ||
      once(() => name !== 'default' && stars().some((star) => star.has(name)), false),
    get: (name) => exportedValue(context, name, stars),
    object: () => (object ??= namespaceObject(module)),
    placeOf: (name) => once(() => placeOfExport(context, name, stars), undefined),
    unresolved: () => once(() => unresolvedOf(context), []),
  };
  return module;
}

const asking = new Set<Module>();

function exportedValue(
  context: ModuleContext,
  name: string,
  stars: () => readonly Namespace[],
): unknown {
  const { code, cells, scope } = context;
  const own = code.exports.find((each) => each.name === name);
  if (own !== undefined) {
    const cell = cells.get(own.local);
    return cell === undefined ? (scope as Record<string, unknown>)[own.local] : read(context, cell);
  }
  const reexport = code.reexports.find((each) => each.name === name);
  if (reexport !== undefined) {
    const { imported, specifier } = reexport;
    return importedValue(context, { ...reexport, local: name, name: imported, specifier });
  }
  const all = stars();
  const from = all.find((star) => !isOpenEnded(star) && star.has(name)) ?? all.find(isOpenEnded);
  return from?.get(name);
}

function placeOfExport(
  { file, code, cells, importer }: ModuleContext,
  name: string,
  stars: () => readonly Namespace[],
): MadeAt | undefined {
  const own = code.exports.find((each) => each.name === name);
  const follow = (from: Namespace, as: string): MadeAt | undefined =>
    'placeOf' in from ? (from as Module).placeOf(as) : undefined;
  if (own !== undefined) {
    const binding = cells.get(own.local)?.code;
    const imported = code.imports.find(({ local }) => local === own.local);
    const through = imported && follow(importer.open(imported.specifier, imported), imported.name);
    if (through !== undefined) return through;
    return binding === undefined ? undefined : { file, ...plain(binding) };
  }
  const reexport = code.reexports.find((each) => each.name === name);
  if (reexport !== undefined)
    return (
      follow(importer.open(reexport.specifier, reexport), reexport.imported) ?? {
        file,
        ...plain(reexport),
      }
    );
  for (const star of stars()) {
    const found = star.has(name) ? follow(star, name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function unresolvedOf({ file, code, importer }: ModuleContext): Origin[] {
  return code.stars.flatMap((star) => {
    const target = importer.open(star.specifier, star);
    if ('unresolved' in target) return [...(target as Module).unresolved()];
    if (!isOpenEnded(target)) return [];
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
