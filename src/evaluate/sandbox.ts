// The sandbox: evaluates a project's files, on behalf of a library that reads them, in a machine that
// has no access to anything but the revision's text.
import { readFile } from 'node:fs/promises';
import { assetPath } from '../assets.ts';
import type { Revision } from '../revision/revision.ts';
import type { Json, Place } from '../schema/objects.ts';
import { compileModule } from './compile.ts';
import {
  compileEngine,
  ENGINE_MESSAGE,
  MachineStop,
  startMachine,
  type MachineOutside,
} from './machine.ts';
import { openProject, type Project } from './project.ts';

/** A script bundled for the sandbox that stands for npm packages and reads what models become. */
export interface SandboxLibrary {
  readonly name: string;
  /** An IIFE script text that assigns `globalThis[global]`. */
  readonly code: string;
  readonly global: string;
  /**
   * npm specifiers this library stands for → property path on the global whose object is the module's
   * namespace, for example `{'drizzle-orm/pg-core': 'modules.pgCore'}`.
   */
  readonly modules: Readonly<Record<string, string>>;
}

export interface Limits {
  readonly memoryBytes: number;
  readonly wallClockMs: number;
  readonly instructions?: number;
}

export interface SandboxOptions {
  readonly revision: Revision;
  /** POSIX directory from the workspace's root: the value of `process.cwd()`. */
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly libraries: readonly SandboxLibrary[];
  readonly limits?: Partial<Limits>;
}

export interface Sandbox {
  /** Calls `globalThis[library.global][fn](host, ...args)` inside. Throws `SandboxError`. */
  call(library: string, fn: string, args: readonly Json[]): Json;
  /** Files evaluated so far, sorted. */
  files(): readonly string[];
  dispose(): void;
}

/** A call came to no result. After `memory` and `timeout` the sandbox is dead. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly kind: 'memory' | 'timeout' | 'exception';
  readonly place: Place | null;

  constructor(kind: SandboxError['kind'], message: string, place: Place | null) {
    super(message);
    this.kind = kind;
    this.place = place;
  }
}

const DEFAULTS = {
  memoryBytes: 256 * 1_048_576,
  wallClockMs: 30_000,
  instructions: 20_000_000_000,
} as const satisfies Limits;

/** What QuickJS may use of the thread's stack; a thread has about a megabyte. */
const STACK_BYTES = 160 * 1024;

let engine: Promise<WebAssembly.Module> | null = null;

/** Opens a sandbox over the files of a revision. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { revision, workingDirectory, env, libraries } = options;
  const project = openProject(revision, libraries, workingDirectory);
  const evaluated = new Set<string>();
  engine ??= readFile(assetPath('quickjs.wasm')).then(compileEngine);
  const [module, runtime] = await Promise.all([
    engine,
    readFile(assetPath('sandbox-runtime.js'), 'utf8'),
  ]);
  const machine = await startMachine({
    module,
    runtime,
    libraries,
    settings: {
      env,
      workingDirectory,
      libraries: Object.fromEntries(libraries.map(({ name, global }) => [name, global])),
    },
    limits: { ...DEFAULTS, ...options.limits, stackBytes: STACK_BYTES },
    outside: outsideOf(revision, project, evaluated),
  });
  return {
    call(library, fn, args) {
      try {
        return resultOf(machine.call(library, fn, JSON.stringify(args)));
      } catch (error) {
        if (!(error instanceof MachineStop)) throw error;
        const place = placeIn(error.trace, evaluated);
        const where = place === null ? 'The models' : `${place.file}:${place.line}`;
        throw new SandboxError(error.kind, `${where} can't be evaluated: ${error.message}`, place);
      }
    },
    files: () => [...evaluated].sort(),
    dispose: () => {
      machine.dispose();
    },
  };
}

function outsideOf(revision: Revision, project: Project, evaluated: Set<string>): MachineOutside {
  return {
    load(file) {
      evaluated.add(file);
      const text = readOrExplain(revision, file);
      const options = { legacyDecorators: project.legacyDecorators(file) };
      const compiled = compileModule(file, text.text, options);
      const broken = compiled.broken(ENGINE_MESSAGE);
      return text.problem === null
        ? { script: compiled.script, broken }
        : { script: compiled.broken(text.problem), broken };
    },
    resolve: (from, specifier) => project.resolve(from, specifier),
  };
}

function readOrExplain(revision: Revision, file: string): { text: string; problem: string | null } {
  try {
    return { text: revision.read(file), problem: null };
  } catch (error) {
    return { text: '', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The runtime's answer; JSON made by our own encoder. */
function resultOf(text: string): Json {
  const result = JSON.parse(text) as
    | { readonly ok: true; readonly value: Json }
    | { readonly ok: false; readonly message: string; readonly place: Place | null };
  if (result.ok) return result.value;
  throw new SandboxError('exception', result.message, result.place);
}

function placeIn(trace: string, files: ReadonlySet<string>): Place | null {
  for (const [, file, line] of trace.matchAll(/\(([^()]+?):(\d+)(?::\d+)?\)/g))
    if (file !== undefined && files.has(file)) return { file, line: Number(line) };
  return null;
}
