// Finds objects that are the same but for their name, where their kind allows that.
import { differingAttributes } from './attributes.ts';
import type { SchemaObject } from './objects.ts';
import type { DiffOptions } from './scope.ts';

/** Pairs of an object that is gone and the equal one that came in the same parent, each used once. */
export function pairRenames(
  gone: readonly SchemaObject[],
  fresh: readonly SchemaObject[],
  { traits, scope }: DiffOptions,
): [before: SchemaObject, after: SchemaObject][] {
  const free = new Set(fresh);
  return gone.flatMap((before) => {
    if (traits[before.kind]?.renamable !== true) return [];
    const after = [...free].find(
      (candidate) =>
        candidate.kind === before.kind &&
        candidate.parent === before.parent &&
        differingAttributes(before, candidate, scope).length === 0,
    );
    if (!after) return [];
    free.delete(after);
    return [[before, after]];
  });
}
