// Dropped tables that refer to each other: their foreign keys must go first, by statements of their own.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Action } from './actions.ts';

/** Drops of the foreign keys that tie dropped tables into a cycle. */
export function cyclicForeignKeys(actions: readonly Action[], actual: Schema): Action[] {
  const dropped = new Map(
    actions
      .filter(({ verb, object }) => verb === 'drop' && object.kind === 'table')
      .map((action) => [action.object.id, action]),
  );
  const keys = [...actual.objects.values()].filter(
    (object) => object.kind === 'foreign key' && dropped.has(object.parent ?? ''),
  );
  const targets = new Map<string, Set<string>>();
  for (const key of keys) {
    const target = targetOf(key, actual);
    const own = key.parent ?? '';
    if (target === own || !dropped.has(target)) continue;
    targets.set(own, (targets.get(own) ?? new Set()).add(target));
  }
  return keys.flatMap((key) => {
    const own = key.parent ?? '';
    const target = targetOf(key, actual);
    const cause = dropped.get(own);
    if (!cause || target === own || !reaches(target, own, targets)) return [];
    return [{ verb: 'drop', object: key, after: key, attributes: [], change: cause.change }];
  });
}

/** Id of the table that a foreign key refers to. */
function targetOf(key: SchemaObject, schema: Schema): string {
  const own = key.parent ?? '';
  const others = key.needs.map((need) => schema.objects.get(need)?.parent ?? '');
  return others.find((parent) => parent !== own && parent !== '') ?? own;
}

function reaches(
  from: string,
  to: string,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const seen = new Set([from]);
  for (const table of seen) {
    if (table === to) return true;
    for (const next of targets.get(table) ?? []) seen.add(next);
  }
  return false;
}
