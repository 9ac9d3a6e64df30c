// Runs inside the sandbox. Modules as lazily evaluated scopes: each top-level name is a getter that
// runs the unit declaring it, and whatever changed it before the reader's turn.
import {
  DEFAULT_LOCAL,
  type BindingCode,
  type ImportCode,
  type ModuleCode,
  type Resolution,
  type Spot,
  type UnitCode,
} from '../module-code.ts';
import { enumeration } from './enumeration.ts';
import { isFatal, operationsFor } from './operators.ts';
import { placeInStack, type MadeAt } from './places.ts';
import {
  isUnknown,
  makeUnknown,
  placeUnknown,
  settleSince,
  textOf,
  unsettledCount,
  UnknownDecision,
  type Origin,
} from './unknowns.ts';

/** What an importer sees of any module, ours, a library's, a builtin or one that is missing. */
export interface Namespace {
  names(): readonly string[];
  has(name: string): boolean;
  get(name: string): unknown;
  /** The object `import * as` gives. */
  object(): object;
}

/** A module of the project. */
export interface Module extends Namespace {
  readonly file: string;
  /** Where a name is declared, followed through re-exports. */
  placeOf(name: string): MadeAt | undefined;
  /** `export *` of what isn't here: there may be more names than `names` tells. */
  unresolved(): readonly Origin[];
}

/** What the linker needs of its surroundings. */
export interface Linkage {
  /** The evaluated script of a file. */
  load(file: string): LoadedModule;
  resolve(from: string, specifier: string): Resolution;
  library(name: string, path: string): object;
  builtin(name: string): object;
  /** Globals that differ by file (`require`, `__dirname`, …), the scope everything else lies in. */
  surroundings(file: string, importer: Importer): object;
  isFile(name: string): boolean;
  /** Runs what can run: `[fulfilled, value]` of a promise, null where it still waits. */
  settle(value: object): [boolean, unknown] | null;
  /** Ends the sandbox: it has run out of memory. */
  exhausted(): never;
}

export interface LoadedModule {
  readonly code: ModuleCode;
  run(runtime: object): void;
}

export interface Importer {
  importMeta: object;
  /** The namespace a specifier leads to. */
  open(specifier: string, at: Spot): Namespace;
}

type State = 'new' | 'running' | 'done';

interface RunningUnit {
  readonly code: UnitCode;
  readonly index: number;
  thunk: (() => unknown) | null;
  state: State;
}

interface Cell {
  readonly code: BindingCode;
  value: unknown;
  /** Has a value, by its declaration or an assignment. */
  set: boolean;
  /** How much of the schedule has run. */
  next: number;
}

const ALL = Number.MAX_SAFE_INTEGER;

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

/** A namespace of a plain object; without a default of its own it is its own default. */
function objectNamespace(object: object): Namespace {
  const values = object as Record<string, unknown>;
  const has = (name: string): boolean => name in values;
  return {
    names: () => Object.keys(values).filter((name) => name !== 'default'),
    has: (name) => has(name) || name === 'default',
    get: (name) => (name === 'default' && !has('default') ? object : values[name]),
    object: () => object,
  };
}

function missingNamespace(reason: string, file: string, at: Spot): Namespace {
  const unknown = (path: string): object =>
    makeUnknown({ reason, path, file, line: at.line, column: at.column });
  return {
    names: () => [],
    has: () => true,
    get: (name) => unknown(name),
    object: () => unknown('*'),
  };
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

interface ModuleContext {
  readonly file: string;
  readonly code: ModuleCode;
  readonly linkage: Linkage;
  readonly importer: Importer;
  readonly scope: object;
  readonly units: readonly RunningUnit[];
  readonly cells: Map<string, Cell>;
  /** Indices of the units being evaluated, innermost last. */
  readonly active: number[];
  /** Evaluates a module that isn't taken apart (JSON, CommonJS). */
  whole: (() => unknown) | null;
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

function defineBinding(context: ModuleContext, code: BindingCode): void {
  const cell: Cell = { code, value: undefined, set: false, next: 0 };
  context.cells.set(code.name, cell);
  if (code.name === DEFAULT_LOCAL) return;
  const assign = (value: unknown): void => {
    if (!code.mutable) throw new TypeError(`Assignment to constant variable ${code.name}.`);
    bringUpToDate(context, cell);
    cell.value = value;
  };
  Object.defineProperty(context.scope, code.name, {
    enumerable: true,
    configurable: true,
    get: () => read(context, cell),
    set: assign,
  });
}

/** The value of a top-level name as whoever is being evaluated now would see it. */
function read(context: ModuleContext, cell: Cell): unknown {
  bringUpToDate(context, cell);
  return cell.value;
}

function bringUpToDate(context: ModuleContext, cell: Cell): void {
  const { code } = cell;
  const unit = context.units[code.unit];
  if (!cell.set && unit === undefined) initialiseImport(context, cell);
  if (!cell.set && unit !== undefined) runUnit(context, unit);
  if (!cell.set) throw new ReferenceError(`Cannot access '${code.name}' before initialization`);
  const { schedule } = code;
  if (cell.next >= schedule.length) return;
  // Whoever runs now sees only what stands before it; when nobody of this module does, all has run.
  const turn = context.active.at(-1) ?? ALL;
  for (let index = schedule[cell.next]; index !== undefined && index < turn;) {
    cell.next += 1;
    const change = context.units[index];
    if (change?.state === 'new') runUnit(context, change);
    index = schedule[cell.next];
  }
}

function initialiseImport(context: ModuleContext, cell: Cell): void {
  const code = context.code.imports.find(({ local }) => local === cell.code.name);
  if (code === undefined) return;
  cell.value = importedValue(context, code);
  cell.set = true;
}

function importedValue({ file, importer }: ModuleContext, code: ImportCode): unknown {
  const from = importer.open(code.specifier, code);
  if (code.name === '*') return from.object();
  if (code.name === '=') return from.has('default') ? from.get('default') : from.object();
  if (from.has(code.name)) return from.get(code.name);
  const reason = `"${code.specifier}" exports no "${code.name}"`;
  return makeUnknown({ reason, path: '', file, line: code.line, column: code.column });
}

/** Evaluates a unit; whatever goes wrong makes what it declares, or would change, unknown. */
function runUnit(context: ModuleContext, unit: RunningUnit): void {
  if (unit.state !== 'new') return;
  unit.state = 'running';
  context.active.push(unit.index);
  const mark = unsettledCount();
  let failure: Origin | null = null;
  let value: unknown;
  try {
    value = unit.thunk?.call(undefined);
  } catch (error) {
    if (isFatal(error)) context.linkage.exhausted();
    failure = originOfError(error, context, unit.code);
  }
  context.active.pop();
  const swallowed = settleSince(mark);
  if (swallowed !== null) failure = originOfError(swallowed, context, unit.code);
  unit.state = 'done';
  if (failure === null) publish(context, unit, value);
  else for (const name of [...unit.code.names, ...unit.code.mutates]) spoil(context, name, failure);
}

function publish(context: ModuleContext, { code }: RunningUnit, value: unknown): void {
  for (const name of code.names) {
    const cell = context.cells.get(name);
    if (cell === undefined || cell.set) continue;
    cell.value = code.many ? (value as Record<string, unknown>)[name] : value;
    cell.set = true;
    if (isUnknown(cell.value)) placeUnknown(cell.value, context.file, cell.code);
  }
}

function spoil(context: ModuleContext, name: string, origin: Origin): void {
  const cell = context.cells.get(name);
  if (cell === undefined) return;
  cell.value = makeUnknown(origin);
  cell.set = true;
}

/** Why something could not be evaluated, with the place nearest to the cause. */
function originOfError(error: unknown, context: ModuleContext, spot: Spot): Origin {
  const isFile = (name: string): boolean => name === context.file || context.linkage.isFile(name);
  if (error instanceof UnknownDecision) {
    const { origin } = error;
    if (origin.file !== null) return origin;
    const at = placeInStack(error, isFile) ?? { file: context.file, ...plain(spot) };
    return { ...origin, ...at };
  }
  const at = placeInStack(error, isFile) ?? { file: context.file, ...plain(spot) };
  return { reason: `${at.file}:${at.line} throws ${messageOf(error)}`, path: '', ...at };
}

const plain = ({ line, column }: Spot): Spot => ({ line, column });

function messageOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  return isUnknown(error) ? 'something unknown' : String(error);
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

function valueNamespace(value: unknown): Namespace {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (isUnknown(value))
    return {
      names: () => [],
      has: () => true,
      get: (name) => (name === 'default' ? value : (value as Record<string, unknown>)[name]),
      object: () => value,
    };
  if (isObject) {
    const values = value as Record<string, unknown>;
    // What a compiler made of an ES module says so and has a default of its own.
    const compiled = values['__esModule'] === true;
    return {
      names: () => [...Object.keys(values).filter((name) => name !== 'default'), 'default'],
      has: (name) => name === 'default' || name in values,
      get: (name) => (name === 'default' && !compiled ? value : values[name]),
      object: () => value,
    };
  }
  return {
    names: () => ['default'],
    has: (name) => name === 'default',
    get: () => value,
    object: () => ({ default: value }),
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

const isOpenEnded = (namespace: Namespace): boolean =>
  namespace.has(DEFAULT_LOCAL) && namespace.names().length === 0;

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
