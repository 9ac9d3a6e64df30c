// Leaves out the tables in which migrators keep what they applied, and what is there only for them.
import { objectId } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';

export interface Bookkeeping {
  readonly schema: string;
  readonly table: string;
}

/** The schema without those tables, what belongs to them, and a schema that held nothing else. */
export function withoutBookkeeping(schema: Schema, tables: readonly Bookkeeping[]): Schema {
  const roots = new Set(tables.map((one) => objectId('table', one.schema, one.table)));
  if (roots.size === 0) return schema;
  const isBookkeeping = (object: SchemaObject | undefined): boolean =>
    object !== undefined &&
    (roots.has(object.id) ||
      (object.parent !== null && isBookkeeping(schema.objects.get(object.parent))));
  const kept = [...schema.objects.values()].filter((object) => !isBookkeeping(object));
  const used = new Set(kept.map((object) => object.schema));
  const emptied = tables.filter((one) => !used.has(one.schema)).map((one) => one.schema);
  const dropped = new Set(emptied.map((name) => objectId('schema', name)));
  return {
    objects: new Map(
      kept.filter(({ id }) => !dropped.has(id)).map((object) => [object.id, object]),
    ),
    uncovered: schema.uncovered,
  };
}
