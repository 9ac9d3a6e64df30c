// Actions that wait for each other in a ring, split where SQL can do one of them in two steps: foreign
// keys of tables that are dropped together go first, a default that calls a function of its own table
// is set after, and two names are swapped by way of a third.
import { clip } from '../catalog/generated-names.ts';
import { kindOf } from '../catalog/index.ts';
import type { Transition } from '../catalog/kind.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf, dependentsOf } from '../schema/relations.ts';
import type { Action } from './actions.ts';
import type { Tie } from './graph.ts';
import { letGo } from './release.ts';

/** Each of the ring's actions waits for the next one, because of the tie. */
export type Ring = readonly (Tie & { readonly later: Action; readonly earlier: Action })[];

interface Broken {
  readonly actions: readonly Action[];
  readonly transition: Transition;
}

/** The actions with the ring broken; null where nothing of it can be split. */
export function breakRing(
  ring: Ring,
  actions: readonly Action[],
  transition: Transition,
): Broken | null {
  const drops = ring.flatMap((link) => separateDrop(link, transition));
  if (drops.length > 0) return { actions: [...actions, ...unique(drops)], transition };
  const renames = swap(ring, actions);
  if (renames) return { actions: renames, transition };
  for (const link of ring) {
    const broken = loosen(link, actions, transition);
    if (broken) return broken;
  }
  const anew = ring.map(({ later }) => makeAnew(later, actions, transition)).find(Boolean);
  return anew ? { actions: anew, transition } : null;
}

/** What leans on something that goes and shall lean on something that comes: it goes and comes as well. */
function makeAnew(
  action: Action,
  actions: readonly Action[],
  { actual, desired }: Transition,
): Action[] | null {
  const { verb, object, after } = action;
  const same = actions.filter((other) => other.object.id === object.id);
  const children = childrenOf(actual, object.id);
  const others = dependentsOf(actual, object.id).filter(({ parent }) => parent !== object.id);
  if (verb !== 'alter' || object.part || same.length > 1 || others.length > 0) return null;
  if (kindOf(object.kind).recreatable?.(object, after) === false) return null;
  if (children.some(({ part }) => part)) return null;
  const comes = [after, ...childrenOf(desired, after.id)];
  const ids = new Set([...children, ...comes].map(({ id }) => id));
  const base = { change: action.change, attributes: [] };
  return [
    ...actions.filter((other) => !ids.has(other.object.id)),
    { ...base, verb: 'drop', object, after: object },
    ...comes.map((one): Action => ({ ...base, verb: 'create', object: one, after: one })),
  ];
}

/** A child that ties its dropped parent to another dropped object can go before both. */
function separateDrop({ earlier, dependent }: Ring[number], { actual }: Transition): Action[] {
  const object = actual.objects.get(dependent);
  if (earlier.verb !== 'drop' || !object || object.id === earlier.object.id) return [];
  if (object.part && kindOf(object.kind).apart !== true) return [];
  return [{ ...earlier, object, after: object }];
}

function unique(actions: readonly Action[]): Action[] {
  const byId = new Map(actions.map((action) => [action.object.id, action]));
  return [...byId.values()].sort((a, b) => (a.object.id < b.object.id ? -1 : 1));
}

/** Renames in a ring: the first goes by way of a name that nothing has. */
function swap(ring: Ring, actions: readonly Action[]): Action[] | null {
  const [first] = ring.map(({ later }) => later);
  if (!first || ring.some(({ later }) => later.verb !== 'rename')) return null;
  const aside = { ...first.object, ...nameAside(first.object) };
  return actions.flatMap((action) =>
    action === first
      ? [
          { ...action, after: aside },
          { ...action, object: aside },
        ]
      : [action],
  );
}

function nameAside({ id, name }: SchemaObject): Pick<SchemaObject, 'id' | 'name'> {
  return { id: `${id} aside`, name: `${clip(name, 50)}_plumbline` };
}

/** A part comes after its parent, or without what it leans on until that is there. */
function loosen(
  { later, earlier, dependent, needed }: Ring[number],
  actions: readonly Action[],
  transition: Transition,
): Broken | null {
  const comes = later.verb === 'create' && dependent !== later.after.id;
  if (comes) {
    const part = transition.desired.objects.get(dependent);
    return part ? createLater(part, { needed, change: later.change }, actions, transition) : null;
  }
  const goes = earlier.verb === 'drop' && dependent !== earlier.object.id;
  const part = goes ? transition.actual.objects.get(dependent) : undefined;
  const loose = part ? letGo(part, new Set([needed])) : null;
  if (!part || !loose) return null;
  const release: Action = {
    verb: 'alter',
    object: part,
    after: loose.object,
    attributes: loose.attributes,
    change: earlier.change,
  };
  const actual = replaced(transition.actual, part.id, loose.object);
  return { actions: [...actions, release], transition: { ...transition, actual } };
}

function createLater(
  part: SchemaObject,
  { needed, change }: { readonly needed: string; readonly change: string },
  actions: readonly Action[],
  transition: Transition,
): Broken | null {
  const { desired } = transition;
  if (kindOf(part.kind).apart === true) {
    const create: Action = { verb: 'create', object: part, after: part, attributes: [], change };
    const apart = replaced(desired, part.id, { ...part, part: false });
    return { actions: [...actions, create], transition: { ...transition, desired: apart } };
  }
  const loose = letGo(part, new Set([needed]));
  if (!loose) return null;
  const restore: Action = {
    verb: 'alter',
    object: loose.object,
    after: part,
    attributes: loose.attributes,
    change,
  };
  const later = replaced(desired, part.id, loose.object);
  return { actions: [...actions, restore], transition: { ...transition, desired: later } };
}

function replaced(schema: Schema, id: string, object: SchemaObject): Schema {
  return { ...schema, objects: new Map(schema.objects).set(id, object) };
}
