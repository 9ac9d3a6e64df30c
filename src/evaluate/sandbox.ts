// The sandbox: evaluates a project's files, on behalf of a library that reads them, in a machine that
// has no access to anything but the revision's text.
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { assetPath } from '../assets.ts';
import type { Revision } from '../revision/revision.ts';
import type { Json, Place } from '../schema/objects.ts';
import { createBridge, type NearEnd } from './bridge.ts';
import { compileModule, type Compiled } from './compile.ts';
import { compileEngine, ENGINE_MESSAGE, type Script } from './machine.ts';
import { openProject, type Project } from './project.ts';
import type { FromThread, ThreadStart, ToThread } from './sandbox-thread.ts';

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

interface Limits {
  readonly memoryBytes: number;
  /** Of one call. */
  readonly wallClockMs: number;
  /** Of one call. */
  readonly instructions?: number;
}

export interface SandboxOptions {
  readonly revision: Revision;
  /** POSIX directory from the workspace's root: the value of `process.cwd()`. */
  readonly workingDirectory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly libraries: readonly SandboxLibrary[];
  readonly limits?: Partial<Limits>;
  /** Milliseconds that are left for a call, where that is less than its limit. */
  readonly timeLeft?: number;
}

export interface Sandbox {
  /** Calls `globalThis[library.global][fn](host, ...args)` inside, one call at a time. Rejects with `SandboxError`. */
  call(library: string, fn: string, args: readonly Json[]): Promise<Json>;
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

/** The thread's stack, and what of it QuickJS may use for JavaScript: more ends in a trap. */
const STACK = { threadMegabytes: 16, bytes: 640 * 1024 };

/** How long after its own deadline a machine that doesn't answer is ended from outside. */
const GRACE_MS = 500;

let engine: Promise<WebAssembly.Module> | null = null;

/** Opens a sandbox over the files of a revision. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { revision, workingDirectory, libraries } = options;
  const given = { ...DEFAULTS, ...options.limits };
  const { timeLeft = given.wallClockMs } = options;
  const limits = { ...given, wallClockMs: Math.min(given.wallClockMs, timeLeft) };
  const { near, far, transfer } = createBridge<ToThread, FromThread>();
  const thread = await startThread(
    { ...(await threadStart(options, limits)), bridge: far },
    transfer,
  );
  const project = openProject(revision, libraries, workingDirectory);
  const session: Session = { revision, project, bridge: near, evaluated: new Set(), last: null };
  let dead: SandboxError | null = null;
  const kill = (error: SandboxError): SandboxError => {
    dead = error;
    void thread.terminate();
    return error;
  };
  return {
    async call(library, fn, args) {
      if (dead !== null) throw new SandboxError(dead.kind, dead.message, dead.place);
      near.send({ kind: 'call', library, fn, args: JSON.stringify(args) });
      const ended = await waitForEnd(session, limits.wallClockMs + GRACE_MS);
      if (ended.kind === 'result') return resultOf(ended.json);
      if (ended.kind === 'failure') throw new Error(ended.message);
      throw kill(stopped(session, ended));
    },
    files: () => [...session.evaluated].sort(),
    dispose() {
      void thread.terminate();
    },
  };
}

async function threadStart(
  { libraries, env, workingDirectory }: SandboxOptions,
  limits: Required<Limits>,
): Promise<Omit<ThreadStart, 'bridge'>> {
  engine ??= readFile(assetPath('quickjs.wasm')).then(compileEngine);
  const [module, runtime] = await Promise.all([
    engine,
    readFile(assetPath('sandbox-runtime.js'), 'utf8'),
  ]);
  return {
    module,
    runtime,
    libraries: libraries.map(({ name, code }) => ({ name, code })),
    settings: {
      env,
      workingDirectory,
      libraries: Object.fromEntries(libraries.map(({ name, global }) => [name, global])),
    },
    limits: { ...limits, stackBytes: STACK.bytes },
  };
}

/** The file of the thread, beside this one in the sources and in the bundle. */
function threadUrl(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  return new URL(fromSource ? './sandbox-thread.ts' : './sandbox-thread.js', import.meta.url);
}

function startThread(
  start: ThreadStart,
  transferList: ReturnType<typeof createBridge>['transfer'],
): Promise<Worker> {
  const thread = new Worker(threadUrl(), {
    workerData: start,
    transferList,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { stackSizeMb: STACK.threadMegabytes },
  });
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', () => {
      // A sandbox that nobody disposes of doesn't keep the process alive.
      thread.unref();
      thread.off('error', reject);
      thread.on('error', () => undefined);
      resolve(thread);
    });
  });
}

interface Session {
  readonly revision: Revision;
  readonly project: Project;
  readonly bridge: NearEnd<ToThread, FromThread>;
  readonly evaluated: Set<string>;
  /** The file asked for last: the nearest to a place where no stack can be had. */
  last: string | null;
}

type Ended =
  | Extract<FromThread, { kind: 'result' | 'failure' | 'stop' }>
  | { readonly kind: 'silent'; readonly afterMs: number };

/** Answers the machine's requests until it is done; their time doesn't count. */
async function waitForEnd(session: Session, limitMs: number): Promise<Ended> {
  const { bridge, project } = session;
  let left = limitMs;
  for (;;) {
    const before = performance.now();
    const message = await bridge.receive(left);
    left -= performance.now() - before;
    if (message === null) return { kind: 'silent', afterMs: limitMs - GRACE_MS };
    if (message.kind === 'load')
      bridge.send({ kind: 'script', script: loadScript(session, message.file) });
    else if (message.kind === 'resolve')
      bridge.send({
        kind: 'resolution',
        resolution: project.resolve(message.from, message.specifier),
      });
    else return message;
  }
}

function stopped(
  session: Session,
  ended: Extract<Ended, { kind: 'stop' | 'silent' }>,
): SandboxError {
  const kind = ended.kind === 'stop' ? ended.cause : 'timeout';
  const message =
    ended.kind === 'stop'
      ? ended.message
      : `it takes more than ${String(Math.round(ended.afterMs / 100) / 10)} s`;
  const traced = ended.kind === 'stop' ? placeIn(ended.trace, session.evaluated) : null;
  const place = traced ?? (session.last === null ? null : { file: session.last, line: 1 });
  const where = traced === null ? (place?.file ?? 'A library') : `${traced.file}:${traced.line}`;
  return new SandboxError(kind, `${where} can't be evaluated: ${message}`, place);
}

function loadScript(session: Session, file: string): Script {
  const { revision, project, evaluated } = session;
  evaluated.add(file);
  session.last = file;
  const { text, problem } = readOrExplain(revision, file);
  const compiled = compileOnce(file, text, project.legacyDecorators(file));
  const broken = compiled.broken(ENGINE_MESSAGE);
  return { script: problem === null ? compiled.script : compiled.broken(problem), broken };
}

/** The last form of each file: most are the same at base and at head. */
const compilations = new Map<string, { readonly text: string; readonly compiled: Compiled }>();

function compileOnce(file: string, text: string, legacyDecorators: boolean): Compiled {
  const key = `${file}\0${legacyDecorators}`;
  const known = compilations.get(key);
  if (known?.text === text) return known.compiled;
  const compiled = compileModule(file, text, { legacyDecorators });
  compilations.set(key, { text, compiled });
  return compiled;
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
