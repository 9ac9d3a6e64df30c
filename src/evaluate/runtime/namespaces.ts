// Runs inside the sandbox. What an importer sees of things that aren't modules of ours: libraries,
// builtins, JSON and CommonJS values, and what is missing.
import type { Spot } from '../module-code.ts';
import { isUnknown, makeUnknown } from './unknowns.ts';

/** What an importer sees of any module, ours, a library's, a builtin or one that is missing. */
export interface Namespace {
  names(): readonly string[];
  has(name: string): boolean;
  /** There may be more names than it knows of. */
  isOpen(): boolean;
  get(name: string): unknown;
  /** The object `import * as` gives. */
  object(): object;
}

/** A namespace of a plain object; without a default of its own it is its own default. */
export function objectNamespace(object: object): Namespace {
  const values = object as Record<string, unknown>;
  const has = (name: string): boolean => name in values;
  return {
    names: () => Object.keys(values).filter((name) => name !== 'default'),
    has: (name) => has(name) || name === 'default',
    isOpen: () => false,
    get: (name) => (name === 'default' && !has('default') ? object : values[name]),
    object: () => object,
  };
}

export function missingNamespace(reason: string, file: string, at: Spot): Namespace {
  const unknown = (path: string): object =>
    makeUnknown({ reason, path, file, line: at.line, column: at.column });
  return {
    names: () => [],
    has: () => false,
    isOpen: () => true,
    get: (name) => unknown(name),
    object: () => unknown('*'),
  };
}

export function valueNamespace(value: unknown): Namespace {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (isUnknown(value))
    return {
      names: () => [],
      has: () => false,
      isOpen: () => true,
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
      isOpen: () => false,
      get: (name) => (name === 'default' && !compiled ? value : values[name]),
      object: () => value,
    };
  }
  return {
    names: () => ['default'],
    has: (name) => name === 'default',
    isOpen: () => false,
    get: () => value,
    object: () => ({ default: value }),
  };
}
