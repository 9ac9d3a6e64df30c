// Changes as actions, with what stands in their way taken down before and put up again after.
import { kindOf } from '../catalog/index.ts';
import type { Alteration, Transition } from '../catalog/kind.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';

/** One thing to do. `id` is that of the object; a rename acts on the old one's. */
export interface Action {
  readonly verb: 'drop' | 'rename' | 'alter' | 'create';
  /** As it is; for a create, as it shall be. */
  readonly object: SchemaObject;
  /** As it shall be; for a drop, as it is. */
  readonly after: SchemaObject;
  readonly attributes: readonly string[];
  /** Id of the change it serves. */
  readonly change: string;
}

export interface Actions {
  readonly actions: readonly Action[];
  /** Changes that no statement of ours makes, in words. */
  readonly manual: readonly string[];
}

/** The actions for some changes between two schemas. */
export function actionsFor(changes: readonly Change[], transition: Transition): Actions {
  const rebuilt = rebuiltObjects(changes, transition);
  const changed = new Set(changes.map((change) => change.object));
  const actions = changes.flatMap((change) => actionsOf(change, rebuilt, transition));
  const others = [...rebuilt].filter(([id]) => !changed.has(id));
  return {
    actions: [...actions, ...others.flatMap(([id, cause]) => recreate(id, cause, transition))],
    manual: changes.flatMap((change) => manualReason(change, transition)),
  };
}

function actionsOf(
  change: Change,
  rebuilt: ReadonlyMap<string, string>,
  transition: Transition,
): Action[] {
  const base = { change: change.object, attributes: [] };
  switch (change.op) {
    case 'create':
      return [{ ...base, verb: 'create', object: change.after, after: change.after }];
    case 'drop':
      return [{ ...base, verb: 'drop', object: change.before, after: change.before }];
    case 'rename':
      return [{ ...base, verb: 'rename', object: change.before, after: change.after }];
    case 'alter':
      if (manualReason(change, transition).length > 0) return [];
      if (rebuilt.has(change.object)) return recreate(change.object, change.object, transition);
      return [
        {
          ...base,
          verb: 'alter',
          object: change.before,
          after: change.after,
          attributes: change.attributes,
        },
      ];
  }
}

function recreate(id: string, change: string, { actual, desired }: Transition): Action[] {
  const before = actual.objects.get(id);
  const after = desired.objects.get(id);
  if (!before || !after) return [];
  return [
    { verb: 'drop', object: before, after: before, attributes: [], change },
    { verb: 'create', object: after, after, attributes: [], change },
  ];
}

function manualReason(change: Change, transition: Transition): string[] {
  if (change.op !== 'alter' || !needsRecreation(change, transition)) return [];
  return kindOf(change.kind).recreatable?.(change.before, change.after) === false
    ? [`${change.kind} ${change.after.name}: ${change.reason} would need it made anew`]
    : [];
}

/** Whether an alteration can only be had by a drop and a create. */
function needsRecreation(alteration: Alteration, transition: Transition): boolean {
  const { alter } = kindOf(alteration.after.kind);
  return alteration.attributes.some(
    (name) => (alter[name]?.(alteration.before, alteration.after, transition) ?? null) === null,
  );
}

/** Objects to drop and create again: id to the change that is the cause. */
function rebuiltObjects(changes: readonly Change[], transition: Transition): Map<string, string> {
  const rebuilt = new Map<string, string>();
  const dependents = dependentsOf(transition.actual);
  const queue: [id: string, cause: string][] = [];
  const rebuild = (object: SchemaObject, cause: string): void => {
    const after = transition.desired.objects.get(object.id);
    if (rebuilt.has(object.id) || !after) return;
    if (kindOf(object.kind).recreatable?.(object, after) === false) return;
    rebuilt.set(object.id, cause);
    queue.push([object.id, cause]);
  };
  for (const change of changes) {
    if (change.op !== 'alter') continue;
    if (needsRecreation(change, transition)) rebuild(change.before, change.object);
    const also = kindOf(change.kind).alsoAlters?.(change, transition) ?? [];
    const blocking = [change, ...also].flatMap((alteration) =>
      (dependents.get(alteration.before.id) ?? []).filter(
        (object) => kindOf(object.kind).blocks?.(object, alteration) === true,
      ),
    );
    for (const object of blocking) rebuild(object, change.object);
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [id, cause] = next;
    for (const object of dependents.get(id) ?? []) {
      if (object.parent !== id || !object.part) rebuild(object, cause);
    }
  }
  return rebuilt;
}

/** Objects by the id of what they need. */
function dependentsOf(schema: Schema): Map<string, SchemaObject[]> {
  const dependents = new Map<string, SchemaObject[]>();
  for (const object of schema.objects.values()) {
    for (const need of object.needs) {
      const known = dependents.get(need);
      if (known) known.push(object);
      else dependents.set(need, [object]);
    }
  }
  return dependents;
}
