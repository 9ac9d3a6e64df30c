// What must come before what, and why: what needs goes before what it needs is dropped, what is needed
// comes before what needs it is created, and a name is free before it is taken again.
import { kindOf } from '../catalog/index.ts';
import type { Transition } from '../catalog/kind.ts';
import { addTo } from '../schema/lists.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Action } from './actions.ts';
import { mentionsOf } from './mentions.ts';
import {
  addTaken,
  alterationOf,
  isSoft,
  leansByParents,
  takenBy,
  takes,
  type TakenById,
} from './taken.ts';

/** Why one action must come before another. */
export interface Tie {
  /** The object that needs, or takes a name. */
  readonly dependent: string;
  /** What it needs, or the name. */
  readonly needed: string;
  /** Where Postgres takes them in either order: it counts only as long as it closes no ring. */
  readonly soft?: boolean;
}

/** For each action, those that must come before it. */
export type Graph = ReadonlyMap<Action, ReadonlyMap<Action, Tie>>;

export type Add = (later: Action | undefined, earlier: Action | undefined, tie: Tie) => void;

/** How a tie between two actions is called. */
export function tieName(later: Action, earlier: Action): string {
  const name = ({ verb, object }: Action): string => `${verb} ${object.id}`;
  return `${name(later)} after ${name(earlier)}`;
}

/** The graph of some actions, without the soft ties named. */
export function graphOf(
  actions: readonly Action[],
  transition: Transition,
  given: ReadonlySet<string> = new Set(),
): Graph {
  const graph = new Map<Action, Map<Action, Tie>>(actions.map((action) => [action, new Map()]));
  const add: Add = (later, earlier, tie) => {
    if (!later || !earlier || later === earlier) return;
    const ties = graph.get(later);
    const known = ties?.get(earlier);
    if (tie.soft === true && (known || given.has(tieName(later, earlier)))) return;
    if (ties && (!known || known.soft === true)) ties.set(earlier, tie);
  };
  const index = indexOf(actions, transition);
  addDrops(index, transition, add);
  addCreates(index, transition, add);
  addAlterations(index, add);
  addTaken(index, transition, add);
  addNames(actions, index, transition, add);
  addMentions(actions, graph);
  return graph;
}

/** What a text names comes first, unless that closes a ring: Postgres can make the text unchecked. */
function addMentions(actions: readonly Action[], graph: Map<Action, Map<Action, Tie>>): void {
  for (const [action, named] of mentionsOf(actions)) {
    for (const other of named) {
      const ties = graph.get(action);
      if (!ties || ties.has(other) || comesAfter(other, action, graph)) continue;
      ties.set(other, { dependent: action.after.id, needed: other.after.id });
    }
  }
}

function comesAfter(action: Action, earlier: Action, graph: Graph): boolean {
  const seen = new Set([action]);
  for (const one of seen) {
    if (one === earlier) return true;
    for (const next of graph.get(one)?.keys() ?? []) seen.add(next);
  }
  return false;
}

/** Actions by the ids they act on, parts and children included. */
export interface Index {
  readonly dropped: ReadonlyMap<string, Owned>;
  readonly created: ReadonlyMap<string, Owned>;
  /** In the order in which they must run. */
  readonly altered: ReadonlyMap<string, readonly Action[]>;
  /** What alterations of other objects alter on their way. */
  readonly taken: TakenById;
}

interface Owned {
  readonly action: Action;
  readonly object: SchemaObject;
}

function addDrops({ dropped, created, altered }: Index, { actual }: Transition, add: Add): void {
  for (const [id, { action }] of dropped) {
    const object = actual.objects.get(id);
    for (const needed of object?.needs ?? []) {
      const tie = { dependent: id, needed };
      add(dropped.get(needed)?.action, action, tie);
      const first = altered.get(needed)?.[0];
      add(first, action, {
        ...tie,
        soft: !!first && !!object && isSoft(object, alterationOf(first)),
      });
    }
    // The same object again: first it goes.
    add(created.get(id)?.action, action, { dependent: id, needed: id });
  }
}

function addCreates({ created, altered }: Index, { desired }: Transition, add: Add): void {
  for (const [id, { action, object }] of created) {
    const needs = action.verb === 'create' ? object.needs : desired.objects.get(id)?.needs;
    for (const needed of needs ?? []) {
      // What only gets another name can do so before what it leans on afterwards is there.
      const tie = { dependent: id, needed, soft: action.verb === 'rename' };
      add(action, created.get(needed)?.action, tie);
      add(action, altered.get(needed)?.at(-1), tie);
    }
  }
}

function addAlterations(index: Index, add: Add): void {
  const { dropped, created, altered } = index;
  for (const [id, actions] of altered) {
    for (const [at, action] of actions.entries()) {
      const own = { dependent: id, needed: id };
      add(action, actions[at - 1], own);
      add(action, created.get(id)?.action, own);
      add(dropped.get(id)?.action, action, own);
      addAlteration(action, index, add);
    }
  }
}

function addAlteration(
  action: Action,
  { dropped, created, altered, taken }: Index,
  add: Add,
): void {
  const dependent = action.object.id;
  const byParents = leansByParents(action);
  for (const needed of action.letsGo === true ? [] : action.after.needs) {
    const tie = { dependent, needed };
    const again = dropped.has(needed) && action.object.needs.includes(needed);
    add(action, created.get(needed)?.action, { ...tie, soft: again || byParents });
    add(action, altered.get(needed)?.at(-1), { ...tie, soft: byParents });
  }
  for (const needed of action.object.needs) {
    const tie = { dependent, needed };
    const again = created.has(needed) && action.after.needs.includes(needed);
    add(dropped.get(needed)?.action, action, { ...tie, soft: again || byParents });
    const first = altered.get(needed)?.[0];
    if (first && !action.after.needs.includes(needed) && !takes(first, dependent, taken))
      add(first, action, {
        ...tie,
        soft: byParents || isSoft(action.object, alterationOf(first)),
      });
  }
}

/** Relations of a schema share their names, and so do its types: one must be gone before another takes it. */
function addNames(
  actions: readonly Action[],
  { dropped, created }: Index,
  { actual }: Transition,
  add: Add,
): void {
  const vacated = new Map<string, Action>();
  for (const { action, object } of dropped.values()) {
    for (const name of namesOf(object)) vacated.set(name, action);
  }
  for (const action of actions) {
    if (action.verb !== 'rename') continue;
    const { id, needs } = action.object;
    // A name that is only passed by was nobody's before.
    const held = actual.objects.has(id) ? namesOf(action.object) : [];
    for (const name of held) vacated.set(name, action);
    add(action, created.get(id)?.action, { dependent: id, needed: id });
    // It may move out of what goes.
    for (const needed of needs) add(dropped.get(needed)?.action, action, { dependent: id, needed });
  }
  for (const [id, { action, object }] of created) {
    for (const name of namesOf(object)) {
      add(action, vacated.get(name), { dependent: id, needed: name });
    }
  }
}

function namesOf(object: SchemaObject): string[] {
  return [object.id, ...(kindOf(object.kind).occupies?.(object) ?? [])];
}

function indexOf(actions: readonly Action[], { actual, desired }: Transition): Index {
  const altered = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.verb === 'alter') addTo(altered, action.object.id, action);
  }
  const having = (verbs: readonly Action['verb'][]): Action[] =>
    actions.filter(({ verb }) => verbs.includes(verb));
  // A sequence that stays isn't made by the column that comes to own it.
  const own = (index: Map<string, Owned>): Map<string, Owned> => {
    for (const id of altered.keys()) if (index.get(id)?.action.object.id !== id) index.delete(id);
    return index;
  };
  return {
    dropped: own(owners(having(['drop']), 'object', actual)),
    created: own(owners(having(['create', 'rename']), 'after', desired)),
    altered,
    taken: takenBy(actions, { actual, desired }),
  };
}

/** By id: an object with an action of its own isn't its parent's. */
function owners(
  actions: readonly Action[],
  side: 'object' | 'after',
  schema: Schema,
): Map<string, Owned> {
  const index = new Map<string, Owned>(
    actions.map((action) => [action[side].id, { action, object: action[side] }]),
  );
  const enter = (object: SchemaObject, action: Action): void => {
    for (const child of childrenOf(schema, object.id)) {
      const comes = action.verb === 'drop' || (action.verb === 'create' && child.part);
      if (!comes || index.has(child.id)) continue;
      index.set(child.id, { action, object: child });
      enter(child, action);
    }
  };
  for (const action of actions) enter(action[side], action);
  return index;
}
