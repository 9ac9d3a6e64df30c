// What leaned on something that a plan takes away, and leans on something else of the sort afterwards.
import { kindOf } from '../catalog/index.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';

/** The schema after a plan, with needs that hold there. */
export function rebound(schema: Schema): Schema {
  const moved = [...schema.objects.values()].flatMap((object) => leaningElsewhere(object, schema));
  if (moved.length === 0) return schema;
  const objects = new Map(schema.objects);
  for (const object of moved) objects.set(object.id, object);
  return { ...schema, objects };
}

function leaningElsewhere(object: SchemaObject, schema: Schema): SchemaObject[] {
  const left = object.needs.filter((need) => schema.objects.has(need));
  if (left.length === object.needs.length) return [];
  const others = kindOf(object.kind).rebinds?.(object, schema) ?? [];
  return others.length === 0 ? [] : [{ ...object, needs: [...new Set([...left, ...others])] }];
}
