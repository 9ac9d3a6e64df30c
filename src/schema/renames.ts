// Finds objects that are the same but for their name, where their kind allows that.
import { differingAttributes } from './attributes.ts';
import { addTo } from './lists.ts';
import type { SchemaObject } from './objects.ts';
import type { DiffOptions } from './scope.ts';

/** Pairs of an object that is gone and the equal one that came in the same parent, each used once. */
export function pairRenames(
  gone: readonly SchemaObject[],
  fresh: readonly SchemaObject[],
  { traits, scope }: DiffOptions,
): [before: SchemaObject, after: SchemaObject][] {
  const free = new Map<string, SchemaObject[]>();
  for (const object of fresh) addTo(free, placeOf(object), object);
  return gone.flatMap((before) => {
    if (traits[before.kind]?.renamable !== true) return [];
    const there = free.get(placeOf(before)) ?? [];
    const index = there.findIndex(
      (candidate) => differingAttributes(before, candidate, scope).length === 0,
    );
    const [after] = index === -1 ? [] : there.splice(index, 1);
    return after ? [[before, after]] : [];
  });
}

/** Its kind and parent: only what stands in the same place may be the same. */
function placeOf({ kind, parent }: SchemaObject): string {
  return `${kind} in ${parent ?? ''}`;
}
