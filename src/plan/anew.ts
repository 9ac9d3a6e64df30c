// For migrators that run everything in one transaction: what could not be used before its commit is had
// by making its type anew instead.
import type { Transition } from '../catalog/kind.ts';
import type { Change } from '../schema/objects.ts';

/** The attribute that stands for it, beside those that differ: see type-rebuild.ts. */
const REBUILT = 'rebuilt';

/** The same changes, with these types to be made anew where they would be altered in place. */
export function madeAnew(
  ids: ReadonlySet<string>,
  changes: readonly Change[],
  { actual, desired }: Transition,
): { readonly changes: readonly Change[]; readonly transition: Transition } {
  if (ids.size === 0) return { changes, transition: { actual, desired } };
  const objects = new Map(actual.objects);
  for (const id of ids) {
    const object = objects.get(id);
    if (!object) continue;
    objects.set(id, { ...object, attributes: { ...object.attributes, [REBUILT]: true } });
  }
  return {
    changes: changes.map((change) =>
      change.op === 'alter' && ids.has(change.object)
        ? {
            ...change,
            before: objects.get(change.before.id) ?? change.before,
            attributes: [...change.attributes, REBUILT],
          }
        : change,
    ),
    transition: { actual: { ...actual, objects }, desired },
  };
}
