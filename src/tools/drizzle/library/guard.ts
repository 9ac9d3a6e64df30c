// Stands before drizzle's own functions in what models import, and remembers calls that were handed
// something undecidable: drizzle would take an unknown name or length for none at all.
import { text } from 'drizzle-orm/pg-core';
import { findUnknown, isUnknown } from './host.ts';

type AnyFunction = (...args: unknown[]) => unknown;

/** An unknown, boxed: it must not be looked at by accident. */
export interface Taint {
  readonly unknown: unknown;
}

const taints = new WeakMap<object, Taint>();

/** The unknown that a column, an enum or a schema was made with. */
export function taintOf(value: object): Taint | null {
  return taints.get(value) ?? null;
}

/** The namespace of drizzle's Postgres functions as models get it. */
export function guardNamespace(
  namespace: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const guarded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(namespace)) guarded[name] = guardExport(name, value);
  return guarded;
}

function guardExport(name: string, value: unknown): unknown {
  if (typeof value !== 'function' || !/^[a-z]/.test(name) || name.startsWith('is')) return value;
  const original = value as AnyFunction;
  if (name === 'pgTable') return guardTable(original);
  if (name === 'pgTableCreator') {
    return (...args: unknown[]) => guardTable(original(...args) as AnyFunction);
  }
  if (name === 'pgSchema') return (...args: unknown[]) => guardSchema(original, args);
  if (name === 'pgEnum') return guardEnum(original);
  if (name === 'customType') {
    return (...args: unknown[]) => guardBuilder(original(...args) as AnyFunction);
  }
  return guardBuilder(original);
}

/** Options that say nothing about the schema. */
const harmless = new Set(['enum', 'mode']);

function guardBuilder(original: AnyFunction): AnyFunction {
  const guarded = (...args: unknown[]): unknown => {
    const result = original(...args);
    const found = firstUnknown(args);
    if (found !== null) taint(result, found);
    return result;
  };
  return Object.assign(guarded, original);
}

function firstUnknown(args: readonly unknown[]): Taint | null {
  for (const argument of args) {
    const found = findUnknown(relevantPart(argument));
    if (found !== null) return found;
  }
  return null;
}

function relevantPart(argument: unknown): unknown {
  if (isUnknown(argument) || typeof argument !== 'object' || argument === null) return argument;
  if (Array.isArray(argument) || Object.getPrototypeOf(argument) !== Object.prototype) {
    return argument;
  }
  return Object.fromEntries(Object.entries(argument).filter(([key]) => !harmless.has(key)));
}

function taint(result: unknown, found: Taint): void {
  if ((typeof result !== 'object' && typeof result !== 'function') || result === null) return;
  taints.set(result, found);
  const config: unknown = Reflect.get(result, 'config');
  if (typeof config === 'object' && config !== null) taints.set(config, found);
}

/** A table with an unknown column is still a table: named, and with its other columns. */
function guardTable(original: AnyFunction): AnyFunction {
  const guard =
    (make: AnyFunction): AnyFunction =>
    (name, columns, ...rest) =>
      make(name, isUnknown(columns) ? columns : guardColumns(columns), ...rest);
  const guarded = guard(original);
  const withRowSecurity: unknown = Reflect.get(original, 'withRLS');
  return typeof withRowSecurity === 'function'
    ? Object.assign(guarded, { withRLS: guard(withRowSecurity as AnyFunction) })
    : guarded;
}

function guardColumns(columns: unknown): unknown {
  if (typeof columns === 'function') {
    return (builders: Record<string, unknown>) =>
      guardColumns((columns as AnyFunction)(guardNamespace(builders)));
  }
  if (typeof columns !== 'object' || columns === null) return columns;
  return Object.fromEntries(
    Object.entries(columns).map(([key, value]: [string, unknown]) => {
      if (!isUnknown(value)) return [key, value];
      const placeholder = text(key);
      taint(placeholder, { unknown: value });
      return [key, placeholder];
    }),
  );
}

/** An enum with unknown values is still an enum, with a name. */
function guardEnum(original: AnyFunction): AnyFunction {
  return (name, values) => {
    const found = findUnknown([name, values]);
    if (found === null) return original(name, values);
    const placeholder = original(name, []);
    taint(placeholder, found);
    return placeholder;
  };
}

function guardSchema(original: AnyFunction, args: readonly unknown[]): unknown {
  const schema = original(...args) as { table: AnyFunction; enum: AnyFunction };
  schema.table = guardTable(schema.table);
  schema.enum = guardEnum(schema.enum.bind(schema));
  const found = firstUnknown(args);
  if (found !== null) taint(schema, found);
  return schema;
}
