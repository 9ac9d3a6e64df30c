// Runs inside the sandbox. Values that can't be decided from the repository: what they are made of,
// how they spread, and the error that stops whoever lets one decide.
import type { Spot } from '../module-code.ts';

/** Why a value is unknown and where that came from. */
export interface Origin {
  readonly reason: string;
  /** The expression that led from there to here, as far as it can be told: `z.enum().options`. */
  readonly path: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** What the sandbox's code asks about an unknown; the reason tells the whole chain. */
export interface UnknownReport {
  readonly reason: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** A weak map whose methods no later code can replace. */
export function sealedMap<V>(): WeakMap<object, V> {
  const map = new WeakMap<object, V>();
  for (const name of ['get', 'set', 'has'])
    Object.defineProperty(map, name, { value: Reflect.get(map, name) });
  return map;
}

const origins = sealedMap<Origin>();
const PATH_LIMIT = 120;

export const isUnknown = (value: unknown): value is object =>
  typeof value === 'function' && origins.has(value);

/** The origin of an unknown, null for any other value. */
export const originOf = (value: unknown): Origin | null =>
  typeof value === 'function' ? (origins.get(value) ?? null) : null;

/** Thrown where an unknown would decide; carries the unknown's origin and the chain that led here. */
export class UnknownDecision extends Error {
  override readonly name = 'UnknownDecision';
  readonly origin: Origin;
  /** Set when a literal of a spread may take the unknown for its own value. */
  readonly fromSpread: boolean;

  constructor(origin: Origin, fromSpread = false) {
    super(textOf(origin));
    this.origin = origin;
    this.fromSpread = fromSpread;
    unsettled.push(this);
  }
}

/** Decisions nobody has answered for yet: one that user code swallows stays here. */
const unsettled: UnknownDecision[] = [];

export const unsettledCount = (): number => unsettled.length;

/** Takes back the decisions thrown since `mark` and returns the first of them. */
export function settleSince(mark: number): UnknownDecision | null {
  const first = unsettled[mark] ?? null;
  unsettled.length = Math.min(unsettled.length, mark);
  return first;
}

/** The whole reason, in words. */
export function textOf({ reason, path }: Origin): string {
  return path === '' || reason.includes(path) ? reason : `${reason} (${path})`;
}

/** What to tell of an unknown. */
export function reportOf(origin: Origin): UnknownReport {
  const { file, line, column } = origin;
  return { reason: textOf(origin), file, line, column };
}

/** The origin as it is once it has decided something at a place. */
export function decidedAt(origin: Origin, what: string, file: string, spot: Spot): Origin {
  const step = ` · decides ${what} at ${file}:${spot.line}`;
  const reason = origin.reason.includes(step) ? origin.reason : textOf(origin) + step;
  const at = origin.file === null ? { file, ...spot } : {};
  return { ...origin, ...at, path: '', reason };
}

/** An unknown value of that origin: anything can be read from it and it can be called. */
export function makeUnknown(origin: Origin): object {
  // A function, so that it can be called and constructed.
  const target = function unknown(): void {
    return undefined;
  };
  const proxy = new Proxy(target, traps);
  origins.set(target, origin);
  origins.set(proxy, origin);
  return proxy;
}

/** Gives an unknown that has no place yet the one where it was first seen. */
export function placeUnknown(value: object, file: string, spot: Spot): void {
  const origin = origins.get(value);
  if (origin?.file === null) origins.set(value, { ...origin, file, ...spot });
}

function derive(target: object, step: string): object {
  const origin = origins.get(target) ?? NO_ORIGIN;
  const path = origin.path === '' ? '' : (origin.path + step).slice(0, PATH_LIMIT);
  return makeUnknown({ ...origin, path });
}

const NO_ORIGIN: Origin = { reason: 'unknown', path: '', file: null, line: null, column: null };

function refuse(target: object, what: string): never {
  const origin = origins.get(target) ?? NO_ORIGIN;
  throw new UnknownDecision({ ...origin, path: '', reason: `${textOf(origin)} · ${what}` });
}

/** The twin that `await` gives: the same unknown, but no promise. */
function settledTwin(target: object): object {
  const twin = makeUnknown(origins.get(target) ?? NO_ORIGIN);
  settled.set(twin, true);
  return twin;
}

const settled = sealedMap<boolean>();

function thenOf(target: object, receiver: object): unknown {
  if (settled.get(receiver) === true) return undefined;
  return (resolve: unknown): object => {
    if (typeof resolve === 'function') Reflect.apply(resolve, undefined, [settledTwin(target)]);
    return derive(target, '.then()');
  };
}

const traps: ProxyHandler<() => void> = {
  get(target, key, receiver: object) {
    if (key === 'then') return thenOf(target, receiver);
    if (key === 'toJSON') return () => refuse(target, 'is written as JSON');
    if (key === Symbol.toPrimitive) return () => refuse(target, 'is turned into text or a number');
    if (key === Symbol.iterator || key === Symbol.asyncIterator)
      return () => refuse(target, 'is iterated over');
    if (key === Symbol.hasInstance) return () => refuse(target, 'decides an instanceof');
    if (key === Symbol.toStringTag || key === Symbol.unscopables) return undefined;
    return derive(target, typeof key === 'symbol' ? '[symbol]' : `.${key}`);
  },
  apply: (target) => derive(target, '()'),
  construct: (target) => derive(target, '()'),
  set: () => true,
  defineProperty: () => true,
  deleteProperty: () => true,
  has: (target) => refuse(target, 'decides whether it has a property'),
  ownKeys: (target) => refuse(target, 'has its properties listed'),
  getOwnPropertyDescriptor: (target) => refuse(target, 'has a property looked up'),
  getPrototypeOf: (target) => refuse(target, 'decides what it is an instance of'),
  setPrototypeOf: () => true,
  preventExtensions: (target) => refuse(target, 'is frozen'),
};
