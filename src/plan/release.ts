// An object that lets go of something it leans on, for a while or for good, as a column of its default.
import { kindOf } from '../catalog/index.ts';
import type { SchemaObject } from '../schema/objects.ts';

export interface Loose {
  /** The object as it is meanwhile. */
  readonly object: SchemaObject;
  /** Names of the attributes that this changes. */
  readonly attributes: readonly string[];
}

/** The object without what leans on the ids given; null where it can't be without. */
export function letGo(object: SchemaObject, gone: ReadonlySet<string>): Loose | null {
  const values = kindOf(object.kind).release?.(object, gone) ?? {};
  const attributes = Object.keys(values);
  if (attributes.length === 0) return null;
  const needs = object.needs.filter((need) => !gone.has(need));
  return {
    object: { ...object, needs, attributes: { ...object.attributes, ...values } },
    attributes,
  };
}
