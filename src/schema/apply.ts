// The schema that some changes make of another: what is expected after a plan has run. Names no kind.
import type { Change, Schema, SchemaObject } from './objects.ts';

/** `actual` after the changes; parts that come with a create are taken from `desired`. */
export function applyChanges(
  actual: Schema,
  desired: Schema,
  changes: readonly Change[],
  follows: Follows,
): Schema {
  const objects = new Map(actual.objects);
  for (const change of changes) {
    if (change.op === 'drop') removeWithChildren(objects, change.before);
    else if (change.op === 'rename') {
      objects.delete(change.before.id);
      objects.set(change.after.id, change.after);
    }
  }
  for (const change of changes) {
    if (change.op === 'create') addWithParts(objects, change.after, desired);
    else if (change.op === 'alter') {
      objects.set(change.after.id, altered(change.before, change.after, change.attributes));
      followParts(objects, change, desired, follows);
    }
  }
  return { objects, uncovered: actual.uncovered };
}

/** Whether a part comes and goes with an alteration of these attributes of its parent. */
export type Follows = (part: SchemaObject, attributes: readonly string[]) => boolean;

function followParts(
  objects: Map<string, SchemaObject>,
  change: Change & { op: 'alter' },
  desired: Schema,
  follows: Follows,
): void {
  const isPart = (object: SchemaObject): boolean =>
    object.parent === change.after.id && object.part && follows(object, change.attributes);
  for (const object of [...objects.values()].filter(isPart)) {
    if (!desired.objects.has(object.id)) removeWithChildren(objects, object);
  }
  for (const object of [...desired.objects.values()].filter(isPart)) {
    if (!objects.has(object.id)) addWithParts(objects, object, desired);
  }
}

/** Only the attributes that are compared change; the others stay as they are. */
function altered(
  before: SchemaObject,
  after: SchemaObject,
  names: readonly string[],
): SchemaObject {
  const attributes = { ...before.attributes };
  for (const name of names) attributes[name] = after.attributes[name] ?? null;
  return { ...after, attributes };
}

function removeWithChildren(objects: Map<string, SchemaObject>, root: SchemaObject): void {
  objects.delete(root.id);
  for (const object of [...objects.values()]) {
    if (object.parent === root.id) removeWithChildren(objects, object);
  }
}

function addWithParts(objects: Map<string, SchemaObject>, root: SchemaObject, from: Schema): void {
  objects.set(root.id, root);
  for (const object of from.objects.values()) {
    if (object.parent === root.id && object.part) addWithParts(objects, object, from);
  }
}
