// One QuickJS in WebAssembly with the runtime in it. It has no file, network, process or clock; all
// it can reach is the two functions it is given. Knows nothing of TypeScript or of threads.
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import releaseSync from '@jitl/quickjs-wasmfile-release-sync';
import type { Resolution, RuntimeSettings } from './module-code.ts';

interface GrowingMemory {
  grow(pages: number): number;
}

/** Node has it; the types of a DOM, where it is declared, are not ours. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  readonly Memory: new (pages: { initial: number; maximum: number }) => GrowingMemory;
  readonly RuntimeError: new () => Error;
};

interface MachineLimits {
  /** Of the WebAssembly memory, everything included. */
  readonly memoryBytes: number;
  /** Of one call, time spent outside the machine left out. */
  readonly wallClockMs: number;
  /** Of one call, counted in steps of ten thousand. */
  readonly instructions: number;
  readonly stackBytes: number;
}

/** The code of a module, and the same module saying why it can't be evaluated. */
export interface Script {
  readonly script: string;
  readonly broken: string;
}

interface MachineOutside {
  /** `broken` of the script holds this in place of the engine's message. */
  load(file: string): Script;
  resolve(from: string, specifier: string): Resolution;
}

export interface MachineOptions {
  readonly module: WebAssembly.Module;
  readonly runtime: string;
  readonly libraries: readonly { readonly name: string; readonly code: string }[];
  readonly settings: RuntimeSettings;
  readonly limits: MachineLimits;
  readonly outside: MachineOutside;
}

/** Stands in `Script.broken` where the engine's own complaint goes. */
export const ENGINE_MESSAGE = '\u0001engine-message\u0001';

export interface Machine {
  /** Calls a function of a library; arguments and result are JSON. Throws `MachineStop`. */
  call(library: string, fn: string, args: string): string;
  dispose(): void;
}

/** The machine was stopped and is of no use any more. */
export class MachineStop extends Error {
  override readonly name = 'MachineStop';
  readonly kind: 'memory' | 'timeout';
  /** The engine's stack at that moment, where it could still tell. */
  readonly trace: string;

  constructor(kind: 'memory' | 'timeout', message: string, trace: string) {
    super(message);
    this.kind = kind;
    this.trace = trace;
  }
}

// The package's types describe its CommonJS form, whose default is one level deeper.
const engineVariant = releaseSync as unknown as QuickJSSyncVariant;

const PAGE = 65_536;
const INITIAL_PAGES = 256;
const INSTRUCTIONS_PER_INTERRUPT = 10_000;

/** Starting runs no code but ours. */
const BOOT_LIMITS = { wallClockMs: 60_000, instructions: 1e10 };

/** Emscripten asks for a generous growth first, then for less and less. */
const GROWTH_ATTEMPTS = 3;

interface Clock {
  deadline: number;
  interruptsLeft: number;
  /** The runtime said that it has run out of memory. */
  exhausted: boolean;
  stopped: 'memory' | 'timeout' | null;
  /** An error of ours while the machine waited: it is no affair of the machine's. */
  bug: { readonly error: unknown } | null;
}

/** Compiles the engine, once for all machines. */
export async function compileEngine(bytes: Uint8Array): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes);
}

/** Starts a machine: engine, runtime, libraries. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const { module, limits } = options;
  // A memory limit of QuickJS's own is no cap: only the WebAssembly memory's maximum is.
  const maximum = Math.max(INITIAL_PAGES, Math.floor(limits.memoryBytes / PAGE));
  const clock: Clock = {
    deadline: 0,
    interruptsLeft: 0,
    exhausted: false,
    stopped: null,
    bug: null,
  };
  const memory = watchGrowth(new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum }), clock);
  const variant = newVariant(engineVariant, { wasmModule: module, wasmMemory: memory });
  const engine = await newQuickJSWASMModuleFromVariant(variant);
  const runtime = engine.newRuntime();
  runtime.setMaxStackSize(limits.stackBytes);
  runtime.setInterruptHandler(() => isOver(clock));
  const vm = runtime.newContext();
  wind(clock, { ...limits, ...BOOT_LIMITS });
  const inside: Inside = { vm, runtime, clock, limits };
  const call = guard(inside, () => boot(inside, options));
  return {
    call(library, fn, args) {
      if (clock.stopped !== null) throw new MachineStop(clock.stopped, messageFor(inside), '');
      wind(clock, limits);
      return guard(inside, () => callRuntime(inside, call, [library, fn, args]));
    },
    // The memory is garbage once nobody holds the engine: freeing what is in it would be work for nothing,
    // and impossible after a stop.
    dispose: () => undefined,
  };
}

interface Inside {
  readonly vm: QuickJSContext;
  readonly runtime: QuickJSRuntime;
  readonly clock: Clock;
  readonly limits: MachineLimits;
}

/** Out of memory is an exception that code inside can catch: what counts is that it happened. */
function watchGrowth(memory: GrowingMemory, clock: Clock): GrowingMemory {
  const grow = memory.grow.bind(memory);
  let failures = 0;
  memory.grow = (pages) => {
    try {
      const before = grow(pages);
      failures = 0;
      return before;
    } catch (error) {
      failures += 1;
      if (failures >= GROWTH_ATTEMPTS) clock.exhausted = true;
      throw error;
    }
  };
  return memory;
}

function wind(clock: Clock, { wallClockMs, instructions }: MachineLimits): void {
  clock.deadline = performance.now() + wallClockMs;
  clock.interruptsLeft = instructions / INSTRUCTIONS_PER_INTERRUPT;
}

function isOver(clock: Clock): boolean {
  clock.interruptsLeft -= 1;
  if (clock.bug !== null) return true;
  if (clock.exhausted) clock.stopped = 'memory';
  else if (clock.interruptsLeft < 0 || performance.now() > clock.deadline)
    clock.stopped = 'timeout';
  return clock.stopped !== null;
}

function messageFor({ clock, limits }: Inside): string {
  if (clock.stopped === 'memory')
    return `it needs more than ${Math.round(limits.memoryBytes / 1_048_576)} MB of memory`;
  return clock.interruptsLeft < 0
    ? `it takes more than ${limits.instructions} instructions`
    : `it takes more than ${String(Math.round(limits.wallClockMs / 100) / 10)} s`;
}

/** Time spent outside the machine is not the machine's. */
function outsideTime<T>(clock: Clock, work: () => T): T {
  const before = performance.now();
  try {
    return work();
  } catch (error) {
    clock.bug ??= { error };
    throw error;
  } finally {
    clock.deadline += performance.now() - before;
  }
}

/** Turns a trap of the engine itself into a stop: nothing in it can be relied on afterwards. */
function guard<T>(inside: Inside, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof MachineStop || inside.clock.stopped !== null) throw error;
    if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
    inside.clock.stopped = 'memory';
    throw new MachineStop('memory', `its stack or memory is used up (${error.message})`, '');
  }
}

function boot(inside: Inside, options: MachineOptions): QuickJSHandle {
  const { vm } = inside;
  const text = `(function(){${options.runtime};return sandboxRuntime})()`;
  const entry = evaluate(inside, text, 'sandbox-runtime.js');
  for (const { name, code } of options.libraries)
    evaluate(inside, code, `library ${name}`).dispose();
  const outside = describeOutside(inside, options.outside);
  const start = vm.getProp(entry, 'start');
  const settings = vm.newString(JSON.stringify(options.settings));
  const started = unwrap(inside, vm.callFunction(start, vm.undefined, outside, settings));
  return vm.getProp(started, 'call');
}

function evaluate(inside: Inside, code: string, file: string): QuickJSHandle {
  return unwrap(inside, inside.vm.evalCode(code, file));
}

type Outcome = ReturnType<QuickJSContext['evalCode']>;

/** The value of an evaluation; an exception that the runtime didn't catch is thrown as text. */
function unwrap(inside: Inside, outcome: Outcome): QuickJSHandle {
  if (outcome.error === undefined) return outcome.value;
  const { vm, clock } = inside;
  throwBug(clock);
  const dumped: unknown = vm.dump(outcome.error);
  outcome.error.dispose();
  const { message, trace } = describeError(dumped);
  if (message.includes('out of memory')) clock.stopped ??= 'memory';
  if (clock.stopped !== null) throw new MachineStop(clock.stopped, messageFor(inside), trace);
  throw new Error(message);
}

function throwBug({ bug }: Clock): void {
  if (bug !== null) throw bug.error;
}

function describeError(dumped: unknown): { message: string; trace: string } {
  if (typeof dumped !== 'object' || dumped === null) return { message: String(dumped), trace: '' };
  const { name, message, stack } = dumped as Record<string, unknown>;
  return {
    message: `${String(name)}: ${String(message)}`,
    trace: typeof stack === 'string' ? stack : '',
  };
}

function callRuntime(inside: Inside, call: QuickJSHandle, args: readonly string[]): string {
  const { vm } = inside;
  const handles = args.map((text) => vm.newString(text));
  const result = unwrap(inside, vm.callFunction(call, vm.undefined, ...handles));
  const text = vm.getString(result);
  throwBug(inside.clock);
  if (isOver(inside.clock))
    throw new MachineStop(inside.clock.stopped ?? 'timeout', messageFor(inside), '');
  for (const handle of [result, ...handles]) handle.dispose();
  return text;
}

function describeOutside(inside: Inside, outside: MachineOutside): QuickJSHandle {
  const { vm, runtime, clock } = inside;
  const object = vm.newObject();
  const functions: Record<string, (...args: QuickJSHandle[]) => QuickJSHandle> = {
    load: (file) => loadModule(inside, outside, vm.getString(file)),
    resolve(from, specifier) {
      const [file, name] = [vm.getString(from), vm.getString(specifier)];
      const resolution = outsideTime(clock, () => outside.resolve(file, name));
      return vm.newString(JSON.stringify(resolution));
    },
    drain() {
      runtime.executePendingJobs();
      return vm.undefined;
    },
    exhausted() {
      clock.exhausted = true;
      return vm.undefined;
    },
  };
  for (const [name, run] of Object.entries(functions)) {
    const handle = vm.newFunction(name, run);
    vm.setProp(object, name, handle);
    handle.dispose();
  }
  return object;
}

/** Evaluates a module's script; where the engine can't parse it, the module that says so. */
function loadModule(inside: Inside, outside: MachineOutside, file: string): QuickJSHandle {
  const { vm, clock } = inside;
  const { script, broken } = outsideTime(clock, () => outside.load(file));
  const outcome = vm.evalCode(script, file);
  if (outcome.error === undefined) return outcome.value;
  const { message } = describeError(vm.dump(outcome.error));
  outcome.error.dispose();
  if (message.includes('out of memory')) clock.exhausted = true;
  const quoted = JSON.stringify(`it doesn't parse: ${message}`).slice(1, -1);
  return evaluate(
    inside,
    broken.replace(JSON.stringify(ENGINE_MESSAGE).slice(1, -1), () => quoted),
    file,
  );
}
