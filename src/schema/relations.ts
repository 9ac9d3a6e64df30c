// Who belongs to whom and who needs whom, worked out once for a schema. Names no kind.
import { addTo } from './lists.ts';
import type { Schema, SchemaObject } from './objects.ts';

interface Relations {
  readonly children: ReadonlyMap<string, readonly SchemaObject[]>;
  readonly dependents: ReadonlyMap<string, readonly SchemaObject[]>;
}

const known = new WeakMap<Schema, Relations>();

/** What has this object as its parent, in the order of the schema. */
export function childrenOf(schema: Schema, id: string): readonly SchemaObject[] {
  return relationsOf(schema).children.get(id) ?? [];
}

/** What needs this object. */
export function dependentsOf(schema: Schema, id: string): readonly SchemaObject[] {
  return relationsOf(schema).dependents.get(id) ?? [];
}

function relationsOf(schema: Schema): Relations {
  const relations = known.get(schema) ?? relate(schema);
  known.set(schema, relations);
  return relations;
}

function relate({ objects }: Schema): Relations {
  const children = new Map<string, SchemaObject[]>();
  const dependents = new Map<string, SchemaObject[]>();
  for (const object of objects.values()) {
    if (object.parent !== null) addTo(children, object.parent, object);
    for (const need of object.needs) addTo(dependents, need, object);
  }
  return { children, dependents };
}
