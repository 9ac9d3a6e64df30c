// Runs inside the sandbox. The engine's own functions that would silently decide on an unknown:
// they throw instead. Libraries, whose code isn't compiled by us, are held to it this way too.
import { isUnknown, originOf, textOf, UnknownDecision } from './unknowns.ts';

type Method = (this: unknown, ...values: unknown[]) => unknown;

function refuse(value: unknown, name: string): void {
  const origin = originOf(value);
  if (origin === null) return;
  const reason = `${textOf(origin)} · decides ${name}`;
  throw new UnknownDecision({ ...origin, path: '', reason });
}

/** Replaces a method by one made of it. */
function replace(owner: object, name: string, make: (original: Method) => Method): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return;
  const made = make(original as Method);
  Object.defineProperty(made, 'name', { value: name });
  Object.defineProperty(made, 'length', { value: original.length });
  Object.defineProperty(owner, name, { value: made, writable: true, configurable: true });
}

const { apply } = Reflect;

const STATICS: readonly (readonly [object, readonly string[]])[] = [
  [Array, ['isArray']],
  [Number, ['isInteger', 'isFinite', 'isNaN', 'isSafeInteger']],
  [Object, ['is']],
];

const LOOKUPS: readonly (readonly [object, readonly string[]])[] = [
  [Map.prototype, ['get', 'has']],
  [Set.prototype, ['has']],
];

const DECIDED_BY_CALLBACK = 'filter find findIndex findLast findLastIndex some every'.split(' ');
const DECIDED_BY_ELEMENT = ['includes', 'indexOf', 'lastIndexOf'];

/** Puts the guards in place. */
export function guardNatives(): void {
  for (const [owner, names] of [...STATICS, ...LOOKUPS])
    for (const name of names) replace(owner, name, (original) => guardArguments(original, name));
  for (const name of DECIDED_BY_CALLBACK) replace(Array.prototype, name, guardCallback(name));
  for (const name of DECIDED_BY_ELEMENT) replace(Array.prototype, name, guardElements(name));
}

function guardArguments(original: Method, name: string): Method {
  return function (...values) {
    for (const value of values) refuse(value, name);
    return apply(original, this, values);
  };
}

const guardCallback =
  (name: string) =>
  (original: Method): Method =>
    function (callback, ...rest) {
      if (typeof callback !== 'function' || isUnknown(callback)) {
        refuse(callback, name);
        return apply(original, this, [callback, ...rest]);
      }
      const checked: Method = function (...values) {
        const result: unknown = apply(callback, this, values);
        // `filter(Boolean)` keeps an unknown: it stays in the list for whoever reads that.
        if (callback !== Boolean) refuse(result, name);
        return result;
      };
      return apply(original, this, [checked, ...rest]);
    };

const guardElements =
  (name: string) =>
  (original: Method): Method =>
    function (...values) {
      refuse(values[0], name);
      const result = apply(original, this, values);
      const found = result === true || (typeof result === 'number' && result >= 0);
      if (!found && this instanceof Array) for (const element of this) refuse(element, name);
      return result;
    };
