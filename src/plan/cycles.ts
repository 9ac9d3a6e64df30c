// Dropped tables that are tied to each other by their foreign keys or policies: these must go first,
// by statements of their own.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Action } from './actions.ts';

/** Drops of what ties dropped tables into a cycle. */
export function dropsOfTies(actions: readonly Action[], actual: Schema): Action[] {
  const dropped = new Map(
    actions
      .filter(({ verb, object }) => verb === 'drop' && object.parent === null)
      .map((action) => [action.object.id, action]),
  );
  const own = new Set(actions.map((action) => action.object.id));
  const ties = [...actual.objects.values()].filter(
    ({ id, parent, part }) => !part && !own.has(id) && parent !== null && dropped.has(parent),
  );
  const graph = new Map<string, Set<string>>();
  for (const tie of ties) {
    const from = tie.parent ?? '';
    const targets = graph.get(from) ?? new Set();
    for (const target of rootsNeeded(tie, actual)) {
      if (dropped.has(target)) targets.add(target);
    }
    graph.set(from, targets);
  }
  return ties.flatMap((tie) => {
    const from = tie.parent ?? '';
    const cause = dropped.get(from);
    const cyclic = rootsNeeded(tie, actual).some((target) => reaches(target, from, graph));
    if (!cause || !cyclic) return [];
    return [{ verb: 'drop', object: tie, after: tie, attributes: [], change: cause.change }];
  });
}

/** Ids of the other stand-alone objects that it needs, itself or a part of them. */
function rootsNeeded(object: SchemaObject, schema: Schema): string[] {
  const rootOf = (id: string): string => {
    const parent = schema.objects.get(id)?.parent ?? null;
    return parent === null ? id : rootOf(parent);
  };
  const roots = new Set(object.needs.map(rootOf));
  return [...roots].filter((root) => root !== object.parent);
}

function reaches(
  from: string,
  to: string,
  graph: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const seen = new Set([from]);
  for (const one of seen) {
    if (one === to) return true;
    for (const next of graph.get(one) ?? []) seen.add(next);
  }
  return false;
}
