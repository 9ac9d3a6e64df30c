// Runs inside the sandbox. The top-level names of one module: each is a getter that runs the unit
// declaring it, and whatever changed it before the reader's turn.
import {
  DEFAULT_LOCAL,
  type BindingCode,
  type ImportCode,
  type ModuleCode,
  type Resolution,
  type Spot,
  type UnitCode,
} from '../module-code.ts';
import { type Namespace } from './namespaces.ts';
import { isFatal } from './operators.ts';
import { placeInStack } from './places.ts';
import {
  isUnknown,
  makeUnknown,
  placeUnknown,
  settleSince,
  unsettledCount,
  UnknownDecision,
  type Origin,
} from './unknowns.ts';

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

export interface Cell {
  readonly code: BindingCode;
  value: unknown;
  /** Has a value, by its declaration or an assignment. */
  set: boolean;
  /** How much of the schedule has run. */
  next: number;
}

export interface ModuleContext {
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

const ALL = Number.MAX_SAFE_INTEGER;

export function defineBinding(context: ModuleContext, code: BindingCode): void {
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
export function read(context: ModuleContext, cell: Cell): unknown {
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

export function importedValue({ file, importer }: ModuleContext, code: ImportCode): unknown {
  const from = importer.open(code.specifier, code);
  if (code.name === '*') return from.object();
  if (code.name === '=')
    return from.has('default') || from.isOpen() ? from.get('default') : from.object();
  if (from.has(code.name) || from.isOpen()) return from.get(code.name);
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
export function originOfError(error: unknown, context: ModuleContext, spot: Spot): Origin {
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

export const plain = ({ line, column }: Spot): Spot => ({ line, column });

function messageOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  return isUnknown(error) ? 'something unknown' : String(error);
}
