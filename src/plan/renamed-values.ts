// What values of enums are called after a plan that renames some.
import { listOf } from '../catalog/kind.ts';
import { identityOf } from '../schema/identity.ts';
import type { Rename } from './plan.ts';

/** New names by old ones, by the type as Postgres spells it; only of types that keep their own name. */
export function renamedValues(renames: readonly Rename[]): Map<string, Map<string, string>> {
  const types = new Map<string, Map<string, string>>();
  for (const { kind, before, after } of renames) {
    if (kind !== 'enum' || before.id !== after.id) continue;
    const type = identityOf(before.id).replace(/^public\./, '');
    const names = types.get(type) ?? new Map<string, string>();
    types.set(type, names);
    const wanted = listOf(after, 'order');
    for (const [index, value] of listOf(before, 'order').entries()) {
      const name = wanted[index];
      if (name === undefined || name === value) continue;
      // One that was renamed before is known by its first name.
      const first = [...names].find(([, now]) => now === value)?.[0] ?? value;
      names.set(first, name);
    }
  }
  return types;
}
