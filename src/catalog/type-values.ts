// Whether the values of a type read as they did when the type is another one of the same name.
import { equal } from '../schema/attributes.ts';
import type { SchemaObject } from '../schema/objects.ts';
import type { Transition } from './kind.ts';
import { isType } from './type-definition.ts';

/** Attributes that decide how a value is written; an enum's values are written as themselves. */
const WRITTEN = ['attributes', 'subtype', 'type'] as const;

/** Whether no type that a column leans on, by way of others too, writes its values otherwise. */
export function readsAlike(column: SchemaObject, { actual, desired }: Transition): boolean {
  const seen = new Set([column]);
  for (const one of seen) {
    for (const need of one.needs) {
      const [before, after] = [actual.objects.get(need), desired.objects.get(need)];
      if (!before || !isType(before.kind)) continue;
      if (after && WRITTEN.some((name) => !equal(before.attributes[name], after.attributes[name])))
        return false;
      seen.add(before);
    }
  }
  return true;
}
