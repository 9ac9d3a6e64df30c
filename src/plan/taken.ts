// What an alteration takes along: a type that is made anew its columns, and the types that are built on
// it. Those are altered then as well, and what leans on them comes and goes accordingly.
import { holdsInside, rebuildsType } from '../catalog/blocking.ts';
import { kindOf } from '../catalog/index.ts';
import type { Alteration, Transition } from '../catalog/kind.ts';
import { hasParents, PARENTS } from '../catalog/table-parents.ts';
import { addTo } from '../schema/lists.ts';
import type { SchemaObject } from '../schema/objects.ts';
import type { Action } from './actions.ts';
import type { Add, Index, Tie } from './graph.ts';

interface Taken {
  readonly action: Action;
  readonly alteration: Alteration;
}

/** By the id of what is taken along. */
export type TakenById = ReadonlyMap<string, readonly Taken[]>;

export function takenBy(actions: readonly Action[], transition: Transition): TakenById {
  const taken = new Map<string, Taken[]>();
  for (const action of actions) {
    if (action.verb !== 'alter') continue;
    const also = kindOf(action.object.kind).alsoAlters?.(alterationOf(action), transition) ?? [];
    for (const alteration of also) addTo(taken, alteration.before.id, { action, alteration });
  }
  return taken;
}

/** Whether an action takes along what has this id. */
export function takes(action: Action, id: string, taken: TakenById): boolean {
  return taken.get(id)?.some((one) => one.action === action) === true;
}

export function alterationOf({ object, after, attributes }: Action): Alteration {
  return { before: object, after, attributes };
}

/** Whether an object may be there or not while what it needs is altered. */
export function isSoft(object: SchemaObject, alteration: Alteration): boolean {
  return (
    !rebuildsType(alteration) &&
    !holdsInside(object, alteration.before) &&
    kindOf(object.kind).blocks?.(object, alteration) !== true
  );
}

/** Whether what a table needs is its parents' to care for, and its alteration leaves it with them. */
export function leansByParents({ object, attributes }: Action): boolean {
  return hasParents(object) && !PARENTS.some((name) => attributes.includes(name));
}

/** Ties of what leans on something that is taken along. */
export function addTaken(
  { dropped, created, altered, taken }: Index,
  { actual, desired }: Transition,
  add: Add,
): void {
  if (taken.size === 0) return;
  for (const [id, { action }] of dropped) {
    for (const { by, tie } of under(actual.objects.get(id), taken)) add(by, action, tie);
  }
  for (const [id, { action, object }] of created) {
    const wanted = action.verb === 'create' ? object : desired.objects.get(id);
    for (const { by, tie } of under(wanted, taken)) add(action, by, tie);
  }
  for (const action of [...altered.values()].flat()) addAltered(action, taken, add);
  for (const { action, alteration } of [...taken.values()].flat()) {
    // A column comes back as it was; a type may be made of other things than before.
    if (!rebuildsType(alteration)) continue;
    const { before, after } = alteration;
    for (const needed of after.needs) {
      add(action, created.get(needed)?.action, { dependent: after.id, needed });
    }
    for (const needed of before.needs) {
      add(dropped.get(needed)?.action, action, { dependent: before.id, needed });
    }
  }
}

function addAltered(action: Action, taken: TakenById, add: Add): void {
  if (leansByParents(action)) return;
  const { id } = action.object;
  const apart = (object: SchemaObject): Under[] =>
    under(object, taken).filter(({ by }) => !takes(by, id, taken));
  for (const { by, tie } of apart(action.object)) {
    if (!action.after.needs.includes(tie.needed)) add(by, action, tie);
  }
  if (action.letsGo === true) return;
  for (const { by, tie } of apart(action.after)) add(action, by, tie);
  // A part goes on from what it was made meanwhile.
  for (const one of action.object.part ? (taken.get(id) ?? []) : []) {
    add(action, one.action, { dependent: id, needed: one.action.object.id });
  }
}

interface Under {
  readonly by: Action;
  readonly tie: Tie;
}

/** The actions that take along what an object needs. */
function under(object: SchemaObject | undefined, taken: TakenById): Under[] {
  if (!object) return [];
  return object.needs.flatMap((needed) =>
    (taken.get(needed) ?? []).map(({ action, alteration }) => ({
      by: action,
      tie: { dependent: object.id, needed, soft: isSoft(object, alteration) },
    })),
  );
}
