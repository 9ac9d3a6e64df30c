// One topological sort over what objects need, in both directions. Kahn's algorithm (1962), taking what
// has the lowest rank first among what is free.
import { kindOf } from '../catalog/index.ts';
import type { Transition } from '../catalog/kind.ts';
import { identityOf } from '../schema/identity.ts';
import type { Action } from './actions.ts';
import { graphOf, tieName, type Graph } from './graph.ts';
import { breakRing, type Ring } from './rings.ts';

export interface Ordered {
  readonly actions: readonly Action[];
  /** What creates take their parts from: the desired schema, without the parts that come later. */
  readonly transition: Transition;
  readonly graph: Graph;
  /** Ids of what needs a form on its way, so that a ring can be broken: to be planned anew with it. */
  readonly byWay: ReadonlySet<string>;
  /** Rings of things that need each other and that no order solves, in words. */
  readonly rings: readonly string[];
}

/** What order() has left to give while it breaks rings. */
interface Patience {
  /** How often it may split an action. */
  readonly splits: number;
  /** Soft ties that it gave up, by name. */
  readonly given: ReadonlySet<string>;
}

const RANK = { drop: 0, rename: 1, alter: 2, create: 3 } as const;

/** The actions in an order that Postgres accepts; where they form a ring, some are split. */
export function order(
  actions: readonly Action[],
  transition: Transition,
  kindRank: (kind: string) => number,
  { splits, given }: Patience = {
    splits: transition.actual.objects.size + transition.desired.objects.size,
    given: new Set(),
  },
): Ordered {
  const graph = graphOf(actions, transition, given);
  const sorted = sort(actions, graph, kindRank);
  if (sorted.length === actions.length) return plain({ actions: sorted, transition, graph });
  const placed = new Set(sorted);
  const waiting = actions.filter((action) => !placed.has(action));
  const ring = findRing(waiting, graph);
  const soft = ring.find((link) => link.soft === true);
  if (soft) {
    const more = new Set(given).add(tieName(soft.later, soft.earlier));
    return order(actions, transition, kindRank, { splits, given: more });
  }
  // Nothing needs splitting more often than there are things: more would go on for ever.
  const broken = splits > 0 ? breakRing(ring, actions, transition) : null;
  if (broken)
    return order(broken.actions, broken.transition, kindRank, { splits: splits - 1, given });
  const all = { actions: [...sorted, ...waiting], transition, graph };
  return { ...all, byWay: onTheirWay(ring, transition), rings: [describe(ring)] };
}

function plain(ordered: Pick<Ordered, 'actions' | 'transition' | 'graph'>): Ordered {
  return { ...ordered, byWay: new Set(), rings: [] };
}

/** Ids of what in a ring may let go first and take hold later. */
function onTheirWay(ring: Ring, transition: Transition): Set<string> {
  const altered = ring.map(({ later }) => later).filter(({ verb }) => verb === 'alter');
  const ids = altered.filter(
    ({ object, after }) => !!kindOf(object.kind).byWayOf?.(object, after, transition),
  );
  return new Set(ids.map(({ object }) => object.id));
}

/** As far as it goes: what is in a ring, or comes after one, is left out. */
function sort(
  actions: readonly Action[],
  graph: Graph,
  kindRank: (kind: string) => number,
): Action[] {
  const followers = new Map<Action, Action[]>(actions.map((action) => [action, []]));
  const missing = new Map<Action, number>();
  for (const [later, earlier] of graph) {
    missing.set(later, earlier.size);
    for (const action of earlier.keys()) followers.get(action)?.push(later);
  }
  const place = new Map(actions.map((action, at) => [action, at]));
  const priority = new Map(actions.map((action) => [action, priorityOf(action, kindRank)]));
  const isLater = (a: Action, b: Action): boolean => {
    const [left = 0, right = 0] = [priority.get(a), priority.get(b)];
    return left === right ? (place.get(a) ?? 0) > (place.get(b) ?? 0) : left > right;
  };
  // Last comes first: the end of a list is cheap to take from.
  const free: Action[] = [];
  for (const action of actions) if (missing.get(action) === 0) insert(free, action, isLater);
  const sorted: Action[] = [];
  for (let next = free.pop(); next; next = free.pop()) {
    sorted.push(next);
    for (const follower of followers.get(next) ?? []) {
      const left = (missing.get(follower) ?? 0) - 1;
      missing.set(follower, left);
      if (left === 0) insert(free, follower, isLater);
    }
  }
  return sorted;
}

/** Puts an action at its place in a list that is sorted by `isBefore`, found by bisection. */
function insert(list: Action[], action: Action, isBefore: (a: Action, b: Action) => boolean): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && isBefore(other, action)) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, action);
}

function priorityOf(action: Action, kindRank: (kind: string) => number): number {
  const rank = kindRank(action.object.kind);
  return RANK[action.verb] * 1000 + (action.verb === 'drop' ? -rank : rank);
}

/** Going back from any action that waits, over others that wait, one is met again. */
function findRing(waiting: readonly Action[], graph: Graph): Ring {
  const left = new Set(waiting);
  const path: Action[] = [];
  const seen = new Map<Action, number>();
  for (let action = waiting[0]; action && !seen.has(action);) {
    seen.set(action, path.length);
    path.push(action);
    action = [...(graph.get(action)?.keys() ?? [])].find((earlier) => left.has(earlier));
    if (action && seen.has(action)) path.splice(0, seen.get(action));
  }
  return path.flatMap((later, at) => {
    const earlier = path[(at + 1) % path.length];
    const tie = earlier && graph.get(later)?.get(earlier);
    return earlier && tie ? [{ later, earlier, ...tie }] : [];
  });
}

function describe(ring: Ring): string {
  const name = (action: Action): string =>
    `${kindOf(action.object.kind).name} ${identityOf(action.object.id)}`;
  const names = ring.map(({ later }) => name(later));
  return `these need each other in a ring that no order of statements solves: ${[...names, names[0]].join(' → ')}`;
}
