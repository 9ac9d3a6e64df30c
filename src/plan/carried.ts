// What is attached to an object that gets another name goes along, and is called by that name.
import { kindOf } from '../catalog/index.ts';
import { objectId } from '../schema/identity.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';

/** The schema expected after some changes, its comments and grants where the renames took them. */
export function withCarried(expected: Schema, changes: readonly Change[], actual: Schema): Schema {
  const changed = new Set(changes.map(({ object }) => object));
  const carried = changes.flatMap((change) => {
    if (change.op !== 'rename') return [];
    return childrenOf(actual, change.before.id)
      .filter(({ id, kind }) => kindOf(kind).attached === true && !changed.has(id))
      .map((child) => ({ old: child.id, object: underNewName(child, change) }));
  });
  if (carried.length === 0) return expected;
  const objects = new Map(expected.objects);
  for (const { old, object } of carried) {
    objects.delete(old);
    if (!objects.has(object.id)) objects.set(object.id, object);
  }
  return { objects, uncovered: expected.uncovered };
}

function underNewName(
  child: SchemaObject,
  { before, after }: Change & { op: 'rename' },
): SchemaObject {
  const { kind, needs } = child;
  const name = child.name === before.name ? after.name : child.name;
  const moved = {
    ...child,
    name,
    parent: after.id,
    needs: needs.map((need) => (need === before.id ? after.id : need)).sort(),
  };
  const own = kindOf(kind).identity?.(moved, after.id) ?? [name];
  return { ...moved, id: typeof own === 'string' ? `${kind}:${own}` : objectId(kind, ...own) };
}
