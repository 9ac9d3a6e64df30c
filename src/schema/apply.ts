// The schema that some changes make of another: what is expected after a plan has run. Names no kind.
import { differingAttributes } from './attributes.ts';
import type { Change, Schema, SchemaObject } from './objects.ts';
import { childrenOf, dependentsOf } from './relations.ts';

/**
 * Whether an object comes and goes with an alteration of these attributes of its parent, given the
 * schema without it.
 */
export type Follows = (
  object: SchemaObject,
  attributes: readonly string[],
  without: Schema,
) => boolean;

interface Schemas {
  readonly actual: Schema;
  readonly desired: Schema;
}

/** `actual` after the changes; parts that come with a create are taken from `desired`. */
export function applyChanges(
  actual: Schema,
  desired: Schema,
  changes: readonly Change[],
  follows: Follows,
): Schema {
  const objects = new Map(actual.objects);
  for (const change of changes) {
    if (change.op === 'drop') remove(objects, change.before, actual, desired);
    else if (change.op === 'rename') {
      objects.delete(change.before.id);
      objects.set(change.after.id, change.after);
    }
  }
  for (const change of changes) {
    if (change.op === 'create') addWithParts(objects, change.after, desired);
    else if (change.op === 'alter') {
      objects.set(change.after.id, altered(change.before, change.after, change.attributes));
      followParts(objects, change, { actual, desired }, follows);
    }
  }
  rebind(objects, desired);
  return { objects, uncovered: actual.uncovered };
}

/** What reads the same but leaned on something that is gone leans on what the desired one does. */
function rebind(objects: Map<string, SchemaObject>, desired: Schema): void {
  for (const [id, object] of objects) {
    if (object.needs.every((need) => objects.has(need))) continue;
    const wanted = desired.objects.get(id);
    if (wanted && differingAttributes(object, wanted).length === 0) objects.set(id, wanted);
  }
}

function followParts(
  objects: Map<string, SchemaObject>,
  change: Change & { op: 'alter' },
  { actual, desired }: Schemas,
  follows: Follows,
): void {
  const { id } = change.after;
  for (const object of childrenOf(actual, id)) {
    const goes = !desired.objects.has(object.id) && follows(object, change.attributes, desired);
    if (goes) remove(objects, object, actual, desired);
  }
  for (const object of childrenOf(desired, id)) {
    const comes = !objects.has(object.id) && follows(object, change.attributes, actual);
    if (comes) addWithParts(objects, object, desired);
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

/** With its drop go its children, and what falls with it; not what is kept. */
function remove(
  objects: Map<string, SchemaObject>,
  root: SchemaObject,
  schema: Schema,
  kept: Schema,
): void {
  if (kept.objects.has(root.id) || !objects.delete(root.id)) return;
  for (const child of childrenOf(schema, root.id)) remove(objects, child, schema, kept);
  for (const dependent of dependentsOf(schema, root.id)) {
    if (dependent.fallsWith?.includes(root.id) === true) remove(objects, dependent, schema, kept);
  }
}

function addWithParts(objects: Map<string, SchemaObject>, root: SchemaObject, from: Schema): void {
  objects.set(root.id, root);
  for (const child of childrenOf(from, root.id)) {
    if (child.part) addWithParts(objects, child, from);
  }
}
