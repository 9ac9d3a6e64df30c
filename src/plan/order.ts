// One topological sort over what objects need, in both directions: what needs goes before it is
// dropped, what is needed comes before it is created.
import type { Transition } from '../catalog/kind.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Action } from './actions.ts';

const RANK = { drop: 0, rename: 1, alter: 2, create: 3 } as const;

/** The actions in an order that Postgres accepts; on a cycle, the rest in the order given. */
export function order(
  actions: readonly Action[],
  transition: Transition,
  kindRank: (kind: string) => number,
): Action[] {
  const graph = edges(actions, transition);
  const waiting = new Set(actions);
  const priority = new Map(actions.map((action) => [action, priorityOf(action, kindRank)]));
  const sorted: Action[] = [];
  const ready = (action: Action): boolean =>
    [...(graph.get(action) ?? [])].every((earlier) => !waiting.has(earlier));
  while (waiting.size > 0) {
    const candidates = [...waiting].filter(ready);
    const pool = candidates.length > 0 ? candidates : [...waiting];
    const next = pool.reduce((a, b) => ((priority.get(b) ?? 0) < (priority.get(a) ?? 0) ? b : a));
    waiting.delete(next);
    sorted.push(next);
  }
  return sorted;
}

function priorityOf(action: Action, kindRank: (kind: string) => number): number {
  const rank = kindRank(action.object.kind);
  return RANK[action.verb] * 1000 + (action.verb === 'drop' ? -rank : rank);
}

/** For each action, those that must come before it. */
function edges(actions: readonly Action[], transition: Transition): Map<Action, Set<Action>> {
  const graph = new Map<Action, Set<Action>>(actions.map((action) => [action, new Set()]));
  const before = indexActions(actions, ['drop'], transition.actual, 'object');
  const after = indexActions(actions, ['create', 'rename'], transition.desired, 'after');
  const altered = indexActions(actions, ['alter'], null, 'object');
  const add = (later: Action | undefined, earlier: Action | undefined): void => {
    if (later && earlier && later !== earlier) graph.get(later)?.add(earlier);
  };
  for (const [id, action] of before) {
    for (const need of transition.actual.objects.get(id)?.needs ?? []) {
      add(before.get(need), action);
      add(altered.get(need), action);
    }
    // The same object again: first it goes.
    if (after.get(id) !== action) add(after.get(id), action);
  }
  for (const [id, action] of after) {
    for (const need of transition.desired.objects.get(id)?.needs ?? []) {
      add(action, after.get(need));
      add(action, altered.get(need));
    }
  }
  for (const action of altered.values()) {
    for (const need of action.after.needs) {
      add(action, after.get(need));
      add(action, altered.get(need));
    }
    for (const need of action.object.needs) {
      add(before.get(need), action);
      if (!action.after.needs.includes(need)) add(altered.get(need), action);
    }
  }
  return graph;
}

/** Actions by the ids they act on, parts and children included. */
function indexActions(
  actions: readonly Action[],
  verbs: readonly Action['verb'][],
  schema: Schema | null,
  side: 'object' | 'after',
): Map<string, Action> {
  const index = new Map<string, Action>();
  const children = schema ? childrenOf(schema) : new Map<string, SchemaObject[]>();
  const enter = (object: SchemaObject, action: Action): void => {
    if (index.has(object.id)) return;
    index.set(object.id, action);
    for (const child of children.get(object.id) ?? []) {
      if (action.verb === 'drop' || (action.verb === 'create' && child.part)) enter(child, action);
    }
  };
  const own = actions.filter(({ verb }) => verbs.includes(verb));
  // An object with an action of its own isn't its parent's.
  for (const action of own) index.set(action[side].id, action);
  for (const action of own) {
    index.delete(action[side].id);
    enter(action[side], action);
  }
  return index;
}

function childrenOf(schema: Schema): Map<string, SchemaObject[]> {
  const children = new Map<string, SchemaObject[]>();
  for (const object of schema.objects.values()) {
    if (object.parent === null) continue;
    const known = children.get(object.parent);
    if (known) known.push(object);
    else children.set(object.parent, [object]);
  }
  return children;
}
