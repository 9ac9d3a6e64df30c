// Which attributes of two objects differ.
import type { DiffScope } from './scope.ts';
import type { Json, SchemaObject } from './objects.ts';

/** The attributes that are compared and differ, sorted. */
export function differingAttributes(
  before: SchemaObject,
  after: SchemaObject,
  scope?: DiffScope,
): string[] {
  const silent = scope?.silent[after.kind] ?? [];
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  return [...names]
    .filter((name) => !silent.includes(name))
    .filter((name) => !equal(before.attributes[name], after.attributes[name]))
    .sort();
}

/** Equality by structure; an attribute that is absent equals null. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const [left, right] = [Object.entries(a), new Map<string, Json>(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.size) return false;
  return left.every(([key, value]) => right.has(key) && equal(value, right.get(key)));
}
