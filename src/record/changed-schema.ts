// What a schema is once the told changes were made, and nothing else: what isn't compared stays as it is.
import { traits } from '../catalog/index.ts';
import type { Change, Json, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';

/** The schema with these changes made. `desired` holds what comes along with what is created. */
export function withChanges(before: Schema, desired: Schema, changes: readonly Change[]): Schema {
  const objects = new Map(before.objects);
  for (const change of changes) if (change.op === 'drop') remove(objects, before, change.object);
  const renamed = changes.flatMap((change) =>
    change.op === 'rename' ? [[change.before.id, change.after] as const] : [],
  );
  const moved = inPlace(objects, new Map(renamed));
  for (const change of changes) {
    if (change.op === 'create') add(moved, desired, change.after);
    if (change.op === 'alter') {
      moved.set(change.object, altered(change));
      bringAlong(moved, { before, desired }, change);
    }
  }
  return { objects: moved, uncovered: before.uncovered };
}

/** Only what is told differs; what else does isn't compared. */
function altered({ before, after, attributes }: Change & { readonly op: 'alter' }): SchemaObject {
  const changed = attributes.map((name): [string, Json] => [name, after.attributes[name] ?? null]);
  return { ...before, attributes: { ...before.attributes, ...Object.fromEntries(changed) } };
}

/** What follows from the alteration is told with it: the sequence of a column that gets an identity. */
function bringAlong(
  objects: Map<string, SchemaObject>,
  { before, desired }: { readonly before: Schema; readonly desired: Schema },
  { object: id, attributes }: Change & { readonly op: 'alter' },
): void {
  const follows = ({ kind }: SchemaObject): boolean =>
    traits[kind]?.follows?.some((name) => attributes.includes(name)) === true;
  for (const child of childrenOf(before, id)) {
    if (follows(child) && !desired.objects.has(child.id)) remove(objects, before, child.id);
  }
  for (const child of childrenOf(desired, id)) {
    if (follows(child) && !objects.has(child.id)) add(objects, desired, child);
  }
}

function remove(objects: Map<string, SchemaObject>, before: Schema, id: string): void {
  objects.delete(id);
  for (const child of childrenOf(before, id)) remove(objects, before, child.id);
}

function add(objects: Map<string, SchemaObject>, desired: Schema, object: SchemaObject): void {
  objects.set(object.id, object);
  for (const child of childrenOf(desired, object.id)) if (child.part) add(objects, desired, child);
}

/** The objects in their order, those renamed under their new ids. */
function inPlace(
  objects: ReadonlyMap<string, SchemaObject>,
  renamed: ReadonlyMap<string, SchemaObject>,
): Map<string, SchemaObject> {
  if (renamed.size === 0) return new Map(objects);
  return new Map(
    [...objects.values()].map((object) => {
      const after = renamed.get(object.id) ?? object;
      return [after.id, after];
    }),
  );
}
