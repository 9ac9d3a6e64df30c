// Changes as actions, with what stands in their way taken down before and put up again after.
import { retypes } from '../catalog/blocking.ts';
import { kindOf } from '../catalog/index.ts';
import { hasParents } from '../catalog/table-parents.ts';
import type { Alteration, Transition } from '../catalog/kind.ts';
import { differingAttributes } from '../schema/attributes.ts';
import { identityOf, kindOfId } from '../schema/identity.ts';
import type { Change, SchemaObject } from '../schema/objects.ts';
import { childrenOf, dependentsOf } from '../schema/relations.ts';
import { letGo } from './release.ts';
import { leansOnSuccessor, replacedTypes } from './replaced-types.ts';

/** One thing to do. `id` is that of the object; a rename acts on the old one's. */
export interface Action {
  readonly verb: 'drop' | 'rename' | 'alter' | 'create';
  /** As it is; for a create, as it shall be. */
  readonly object: SchemaObject;
  /** As it shall be; for a drop, as it is. */
  readonly after: SchemaObject;
  readonly attributes: readonly string[];
  /** True where it only lets go of something: what it still needs may be altered before or after. */
  readonly letsGo?: boolean;
  /** Id of the change it serves. */
  readonly change: string;
}

export interface Actions {
  readonly actions: readonly Action[];
  /** Changes that no statement of ours makes, in words. */
  readonly manual: readonly string[];
}

/** What must be made anew or let go for some changes, by id, each with the change that is the cause. */
interface Detours {
  readonly rebuilt: Map<string, string>;
  /** What objects become that get another name, by the id they have. */
  readonly renamed: ReadonlyMap<string, SchemaObject>;
  readonly released: Map<string, Released>;
  /** The two steps of what takes another form on its way, by its id. */
  readonly byWay: ReadonlyMap<string, readonly Alteration[]>;
  /** Ids of what would have to be made anew and can't. */
  readonly stuck: Set<string>;
  readonly manual: string[];
}

interface Released {
  readonly cause: string;
  /** Ids that it must not lean on meanwhile. */
  readonly gone: Set<string>;
}

/** The actions for some changes between two schemas; what `byWay` names takes the form it has on its way. */
export function actionsFor(
  changes: readonly Change[],
  transition: Transition,
  byWay: ReadonlySet<string> = new Set(),
): Actions {
  const detours = detoursFor(changes, transition, byWay);
  const changed = new Set(changes.map(idBefore));
  const own = changes.flatMap((change) => actionsOf(change, detours, transition));
  const others = [...detours.rebuilt].filter(([id]) => !changed.has(id));
  const rebuilds = others.flatMap(([id, cause]) => recreate(id, id, cause, transition));
  const actions = [...own, ...rebuilds];
  return {
    actions: withReleases(withoutCoveredDrops(actions, transition), detours, transition),
    manual: detours.manual,
  };
}

function actionsOf(
  change: Change,
  { rebuilt, stuck, byWay }: Detours,
  transition: Transition,
): Action[] {
  const base = { change: change.object, attributes: [] };
  switch (change.op) {
    case 'create':
      return [{ ...base, verb: 'create', object: change.after, after: change.after }];
    case 'drop':
      return [{ ...base, verb: 'drop', object: change.before, after: change.before }];
    case 'rename':
      if (rebuilt.has(change.before.id))
        return recreate(change.before.id, change.object, change.object, transition);
      return [{ ...base, verb: 'rename', object: change.before, after: change.after }];
    case 'alter':
      if (rebuilt.has(change.object))
        return recreate(change.object, change.object, change.object, transition);
      if (stuck.has(change.object)) return [];
      return (byWay.get(change.object) ?? [change]).map(
        ({ before, after, attributes }, at, steps): Action => ({
          ...base,
          verb: 'alter',
          object: before,
          after,
          attributes,
          letsGo: at < steps.length - 1,
        }),
      );
  }
}

/** Id of a changed object as it is, where it is there already. */
function idBefore(change: Change): string {
  return change.op === 'create' ? change.object : change.before.id;
}

function recreate(
  from: string,
  to: string,
  change: string,
  { actual, desired }: Transition,
): Action[] {
  const before = actual.objects.get(from);
  const after = desired.objects.get(to);
  if (!before || !after) return [];
  return [
    { verb: 'drop', object: before, after: before, attributes: [], change },
    { verb: 'create', object: after, after, attributes: [], change },
  ];
}

/** Without the drops of what goes with its parent anyway, and without alterations of parts made anew. */
function withoutCoveredDrops(actions: readonly Action[], { actual }: Transition): Action[] {
  const dropped = new Set(
    actions.filter(({ verb }) => verb === 'drop').map(({ object }) => object.id),
  );
  const goes = ({ parent }: SchemaObject): boolean => {
    if (parent === null) return false;
    const owner = actual.objects.get(parent);
    return dropped.has(parent) || (owner !== undefined && goes(owner));
  };
  return actions.filter(({ verb, object }) => {
    if (verb === 'drop') return !goes(object);
    return verb !== 'alter' || !object.part || !goes(object);
  });
}

/** What lets go of something does so before, and takes hold again after its own alteration. */
function withReleases(
  actions: readonly Action[],
  { released }: Detours,
  { actual, desired }: Transition,
): Action[] {
  if (released.size === 0) return [...actions];
  const own = new Map(
    actions.filter(({ verb }) => verb === 'alter').map((action) => [action.object.id, action]),
  );
  const detours = [...released].flatMap(([id, { cause, gone }]): Action[] => {
    const before = actual.objects.get(id);
    const after = desired.objects.get(id);
    if (!before || !after) return [];
    const base = { verb: 'alter', change: cause } as const;
    const loose = letGo(before, gone);
    const wanted = letGo(after, gone) ?? { object: after, attributes: [] };
    if (!loose) return [];
    const altered = own.get(id)?.attributes.filter((name) => !wanted.attributes.includes(name));
    return [
      { ...base, object: before, after: loose.object, attributes: loose.attributes, letsGo: true },
      ...(altered === undefined || altered.length === 0
        ? []
        : [{ ...base, object: loose.object, after: wanted.object, attributes: altered }]),
      { ...base, object: wanted.object, after, attributes: wanted.attributes },
    ];
  });
  return [
    ...actions.filter(({ verb, object }) => verb !== 'alter' || !released.has(object.id)),
    ...detours.filter(({ attributes }) => attributes.length > 0),
  ];
}

/** Whether an alteration can only be had by a drop and a create. */
function needsRecreation(alteration: Alteration, transition: Transition): boolean {
  const { alter } = kindOf(alteration.after.kind);
  return alteration.attributes.some(
    (name) => (alter[name]?.(alteration.before, alteration.after, transition) ?? null) === null,
  );
}

/** What must be dropped and created again, or let go for a while, so that the changes can be made. */
function detoursFor(
  changes: readonly Change[],
  transition: Transition,
  ways: ReadonlySet<string>,
): Detours {
  const renamed = new Map(
    changes.flatMap((change) => (change.op === 'rename' ? [[change.before.id, change.after]] : [])),
  );
  const detours: Detours = {
    rebuilt: new Map(),
    renamed,
    released: new Map(),
    byWay: stepsByWay(changes, transition, ways),
    stuck: new Set(),
    manual: [],
  };
  const queue: [id: string, cause: string][] = [];
  const rebuild = (object: SchemaObject, cause: string): boolean => {
    const after = transition.desired.objects.get(object.id) ?? renamed.get(object.id);
    if (detours.rebuilt.has(object.id) || !after) return true;
    if (kindOf(object.kind).recreatable?.(object, after) === false) return false;
    detours.rebuilt.set(object.id, cause);
    queue.push([object.id, cause]);
    return true;
  };
  const followAll = (): void => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      followUp(next, transition, { detours, rebuild });
    }
  };
  for (const change of changes) {
    if (change.op === 'drop') continue;
    const anew = change.op === 'alter' && needsRecreation(change, transition);
    if (anew && !rebuild(change.before, change.object)) {
      detours.stuck.add(change.object);
      detours.manual.push(manualReason(change));
    }
    for (const object of blockers(change, transition, detours.byWay))
      rebuild(object, change.object);
  }
  followAll();
  const dropped = goneObjects(changes, transition);
  const changed = new Set(changes.map(({ object }) => object));
  const replaced = replacedTypes(changes);
  for (const id of dropped) {
    for (const held of heldBy(id, { dropped, renamed }, transition)) {
      const { object, needs } = held;
      const settled =
        changed.has(object.id) || detours.rebuilt.has(object.id) || hasParents(object);
      if (settled && !needs.includes(id)) continue;
      const cause = causeOf(id, changes, transition);
      const rebinds = leansOnSuccessor(held, replaced.get(id)) || canRebind(object, transition);
      if (rebinds && rebuild(object, cause)) continue;
      freeFrom(held, [id, cause], detours);
    }
  }
  followAll();
  return detours;
}

/** Something that goes must be let go by what is kept; its rename may take that out of what goes. */
function freeFrom({ object, needs }: Held, gone: [id: string, cause: string], to: Detours): void {
  if (needs.includes(gone[0])) to.manual.push(standsInTheWay(object, gone[0]));
  else if (!to.renamed.has(object.id)) releaseOrTell(object, gone, to);
}

interface Held {
  readonly object: SchemaObject;
  readonly needs: readonly string[];
}

/** What is kept and leans on something that goes, with what it shall need. */
function heldBy(
  id: string,
  { dropped, renamed }: Pick<Detours, 'renamed'> & { readonly dropped: ReadonlySet<string> },
  { actual, desired }: Transition,
): Held[] {
  return dependentsOf(actual, id).flatMap((object) => {
    const kept = desired.objects.get(object.id) ?? renamed.get(object.id);
    return dropped.has(object.id) || !kept ? [] : [{ object, needs: kept.needs }];
  });
}

/** What hangs on a rebuilt object is rebuilt as well, or lets go of it meanwhile. */
function followUp(
  [id, cause]: [id: string, cause: string],
  { actual, desired }: Transition,
  {
    detours,
    rebuild,
  }: { detours: Detours; rebuild: (object: SchemaObject, cause: string) => boolean },
): void {
  const hanging = new Set([...dependentsOf(actual, id), ...childrenOf(actual, id)]);
  for (const object of hanging) {
    const goesAlong = object.parent === id && object.part;
    const stays = desired.objects.has(object.id) || detours.renamed.has(object.id);
    if (goesAlong || !stays || hasParents(object) || rebuild(object, cause)) continue;
    releaseOrTell(object, [id, cause], detours);
  }
}

/** What can't be made anew lets go of what goes, or a person must see to it. */
function releaseOrTell(
  object: SchemaObject,
  [id, cause]: [id: string, cause: string],
  { released, manual }: Detours,
): void {
  const gone = new Set([...(released.get(object.id)?.gone ?? []), id]);
  if (letGo(object, gone)) released.set(object.id, { cause, gone });
  else manual.push(standsInTheWay(object, id));
}

/** Objects that Postgres would refuse to have under an alteration. */
function blockers(change: Change, transition: Transition, byWay: Detours['byWay']): SchemaObject[] {
  if (change.op !== 'alter') return [];
  const also = kindOf(change.kind).alsoAlters?.(change, transition) ?? [];
  const steps = byWay.get(change.object) ?? [];
  return [change, ...also, ...steps.slice(0, 1)].flatMap((alteration) =>
    dependentsOf(transition.actual, alteration.before.id).filter(
      (object) => kindOf(object.kind).blocks?.(object, alteration) === true,
    ),
  );
}

/** To the form that something has on its way, and on from there. */
function stepsByWay(
  changes: readonly Change[],
  transition: Transition,
  ways: ReadonlySet<string>,
): Map<string, Alteration[]> {
  const steps = new Map<string, Alteration[]>();
  for (const change of changes) {
    if (change.op !== 'alter' || !ways.has(change.object)) continue;
    const { before, after, kind } = change;
    const form = kindOf(kind).byWayOf?.(before, after, transition) ?? null;
    if (!form) continue;
    const first = differingAttributes(before, form);
    const away = { before, after: form, attributes: first };
    const second = differingAttributes(form, after).filter(
      (name) => first.includes(name) || change.attributes.includes(name),
    );
    steps.set(change.object, [
      retypes(away) ? { ...away, attributes: [...first, 'passing'] } : away,
      { before: form, after, attributes: second },
    ]);
  }
  return steps;
}

/** Ids of all that the drops among the changes take away for good. */
function goneObjects(changes: readonly Change[], { actual, desired }: Transition): Set<string> {
  const gone = new Set<string>();
  const take = (object: SchemaObject): void => {
    if (gone.has(object.id) || desired.objects.has(object.id)) return;
    gone.add(object.id);
    for (const child of childrenOf(actual, object.id)) take(child);
    for (const dependent of dependentsOf(actual, object.id)) {
      if (dependent.fallsWith?.includes(object.id) === true) take(dependent);
    }
  };
  for (const change of changes) if (change.op === 'drop') take(change.before);
  return gone;
}

/** Id of the change that takes an object away: its own, or that of what it belongs to. */
function causeOf(id: string, changes: readonly Change[], { actual }: Transition): string {
  if (changes.some((change) => change.op === 'drop' && change.object === id)) return id;
  const parent = actual.objects.get(id)?.parent ?? null;
  return parent === null ? id : causeOf(parent, changes, { actual, desired: actual });
}

function canRebind(object: SchemaObject, { desired }: Transition): boolean {
  return (kindOf(object.kind).rebinds?.(object, desired) ?? []).length > 0;
}

function manualReason({ kind, after, reason }: Change & { readonly op: 'alter' }): string {
  return `${kind} ${after.name}: ${reason} would need it made anew`;
}

function standsInTheWay(object: SchemaObject, id: string): string {
  const needed = `${kindOfId(id)} ${identityOf(id)}`;
  return `${object.kind} ${identityOf(object.id)} needs ${needed}, which would go: change or drop it by hand first`;
}
