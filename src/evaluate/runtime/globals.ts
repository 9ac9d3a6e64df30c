// Runs inside the sandbox. The globals that pure code expects of Node; what reaches outside, and
// every clock and die, is unknown.
import type { RuntimeSettings } from '../module-code.ts';
import { SandboxSearchParams, SandboxUrl } from './urls.ts';
import { makeUnknown, UnknownDecision, type Origin } from './unknowns.ts';

/** The directory that stands for the workspace's root. */
export const WORKSPACE = '/workspace';

/** Globals of Node that do something a repository can't answer for. */
const OUTSIDE = (
  'Buffer fetch setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate ' +
  'AbortController AbortSignal Headers Request Response FormData Blob File ReadableStream ' +
  'WritableStream TransformStream WebSocket EventTarget Event MessageChannel BroadcastChannel ' +
  'Intl WebAssembly btoa atob Bun Deno'
).split(' ');

const origin = (reason: string, path: string): Origin => ({
  reason,
  path,
  file: null,
  line: null,
  column: null,
});

const outside = (name: string): object =>
  makeUnknown(origin(`${name} reaches outside the repository`, name));

function define(name: string, value: unknown): void {
  const attributes = { writable: true, configurable: true, enumerable: false };
  Object.defineProperty(globalThis, name, { value, ...attributes });
}

/** Defines them. */
export function defineGlobals(settings: RuntimeSettings): void {
  const noop = (): undefined => undefined;
  define('global', globalThis);
  define('process', createProcess(settings));
  define('console', new Proxy({}, { get: () => noop }));
  define('URL', SandboxUrl);
  define('URLSearchParams', SandboxSearchParams);
  define('structuredClone', (value: unknown) => clone(value, new Map()));
  define('TextEncoder', SandboxTextEncoder);
  define('TextDecoder', SandboxTextDecoder);
  define('queueMicrotask', (run: () => void) => void Promise.resolve().then(run));
  define('performance', { now: () => clock('performance.now()'), timeOrigin: clock('a clock') });
  define('crypto', new Proxy({}, { get: (_, key) => outside(`crypto.${String(key)}`) }));
  define('Date', createDate());
  Math.random = () => makeUnknown(origin('Math.random() is chance', 'Math.random()')) as never;
  for (const name of OUTSIDE.filter((each) => !['Bun', 'Deno'].includes(each)))
    if (!(name in globalThis)) define(name, outside(name));
}

const clock = (path: string): object => makeUnknown(origin(`${path} reads a clock`, path));

/** `Date` without the clock: `new Date(0)` is known, `new Date()` isn't. */
function createDate(): unknown {
  const Real = Date;
  const made: unknown = new Proxy(Real, {
    apply: () => clock('Date()'),
    construct: (target, values: unknown[], newTarget: () => void) =>
      values.length === 0
        ? clock('new Date()')
        : (Reflect.construct(target, values, newTarget) as object),
    get: (target, key): unknown =>
      key === 'now' ? () => clock('Date.now()') : Reflect.get(target, key),
  });
  Object.defineProperty(Real.prototype, 'constructor', { value: made, writable: true });
  return made;
}

export function createProcess({ env, workingDirectory }: RuntimeSettings): object {
  const cwd = workingDirectory === '' ? WORKSPACE : `${WORKSPACE}/${workingDirectory}`;
  const known: Record<string, unknown> = {
    env: createEnvironment(env),
    cwd: () => cwd,
    platform: 'linux',
    argv: ['node', `${cwd}/index.js`],
    execArgv: [],
    on: () => undefined,
    once: () => undefined,
    emitWarning: () => undefined,
    exit(code: unknown) {
      throw new Error(`process.exit(${String(code)}) is called`);
    },
  };
  return new Proxy(known, {
    get: (target, key): unknown =>
      typeof key === 'symbol' || key in target
        ? Reflect.get(target, key)
        : outside(`process.${key}`),
  });
}

/** The variables that the configuration gives; of all others it isn't even known whether they exist. */
function createEnvironment(env: Readonly<Record<string, string>>): object {
  const values = Object.assign(Object.create(null), env) as Record<string, string>;
  const refuse = (): never => {
    const reason = 'process.env is not known as a whole';
    throw new UnknownDecision(origin(reason, ''));
  };
  return new Proxy(values, {
    get(target, key): unknown {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
      if (key === 'toJSON') return refuse;
      return makeUnknown(origin(`process.env.${key} is not set`, `process.env.${key}`));
    },
    has: (target, key) => key in target || refuse(),
    ownKeys: refuse,
    getOwnPropertyDescriptor: (target, key) =>
      Reflect.getOwnPropertyDescriptor(target, key) ?? refuse(),
  });
}

function clone(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value === 'function') throw new TypeError('a function could not be cloned');
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const keep = <T>(copy: T): T => {
    seen.set(value, copy);
    return copy;
  };
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value));
  if (value instanceof Map) {
    const copy = keep(new Map<unknown, unknown>());
    for (const [key, each] of value) copy.set(clone(key, seen), clone(each, seen));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set<unknown>());
    for (const each of value) copy.add(clone(each, seen));
    return copy;
  }
  const copy = keep<Record<string, unknown> | unknown[]>(Array.isArray(value) ? [] : {});
  for (const [key, each] of Object.entries(value)) Reflect.set(copy, key, clone(each, seen));
  return copy;
}

class SandboxTextEncoder {
  readonly encoding = 'utf-8';

  encode(text: unknown = ''): Uint8Array {
    const escaped = encodeURIComponent(String(text));
    const bytes: number[] = [];
    for (let at = 0; at < escaped.length; at += 1) {
      const percent = escaped[at] === '%';
      bytes.push(percent ? parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at));
      if (percent) at += 2;
    }
    return new Uint8Array(bytes);
  }
}

class SandboxTextDecoder {
  readonly encoding = 'utf-8';

  decode(bytes: Uint8Array = new Uint8Array()): string {
    let escaped = '';
    for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
    return decodeURIComponent(escaped);
  }
}
