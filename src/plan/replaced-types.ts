// A type that gives way to one of another kind under the same name, as a domain to an enum: what keeps
// the name keeps nothing else.
import type { Transition } from '../catalog/kind.ts';
import { textOf } from '../catalog/kind.ts';
import { qualifiedName } from '../catalog/names.ts';
import { isType } from '../catalog/type-definition.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';

/** Id of the type that comes, by that of the one that goes. */
export function replacedTypes(changes: readonly Change[]): Map<string, string> {
  const fresh = new Map(
    changes.flatMap(({ op, kind, object }) =>
      op === 'create' && isType(kind) ? [[identityOf(object), object] as const] : [],
    ),
  );
  const pairs = changes.flatMap(({ op, kind, object }) => {
    const successor = op === 'drop' && isType(kind) ? fresh.get(identityOf(object)) : undefined;
    return successor === undefined ? [] : [[object, successor] as const];
  });
  return new Map(pairs);
}

/** Whether an object keeps its own definition and only leans on what a type gave way to. */
export function leansOnSuccessor(
  { object, needs }: { readonly object: SchemaObject; readonly needs: readonly string[] },
  successor: string | undefined,
): boolean {
  return successor !== undefined && needs.includes(successor) && !isType(object.kind);
}

/**
 * The same changes with one of type for each column whose type is another afterwards under the same
 * name. In the actual schema that type is spelled in another way, so that it doesn't pass for the new.
 */
export function withReplacedTypes(
  changes: readonly Change[],
  { actual, desired }: Transition,
): { readonly changes: readonly Change[]; readonly transition: Transition } {
  const replaced = replacedTypes(changes);
  if (replaced.size === 0) return { changes, transition: { actual, desired } };
  const objects = new Map(actual.objects);
  const retyped = new Map<string, Change & { readonly op: 'alter' }>();
  for (const [old, successor] of replaced) {
    const type = actual.objects.get(old);
    for (const column of type ? dependentsOf(actual, old) : []) {
      const after = desired.objects.get(column.id);
      if (column.kind !== 'column' || !after?.needs.includes(successor)) continue;
      if (textOf(column, 'type') !== textOf(after, 'type')) continue;
      const spelled = apart(textOf(column, 'type'), type);
      const before = { ...column, attributes: { ...column.attributes, type: spelled } };
      objects.set(column.id, before);
      retyped.set(column.id, {
        op: 'alter',
        kind: column.kind,
        object: column.id,
        weight: 'substance',
        reason: `type: another one of the name ${textOf(after, 'type')}`,
        before,
        after,
        attributes: ['type'],
      });
    }
  }
  const merged = changes.map((change) => {
    const own = retyped.get(change.object);
    if (!own || change.op !== 'alter') return change;
    retyped.delete(change.object);
    return { ...change, before: own.before, attributes: ['type', ...change.attributes] };
  });
  return {
    changes: [...merged, ...retyped.values()],
    transition: { actual: { ...actual, objects }, desired },
  };
}

/** The name in full, and another spelling of it where Postgres gives it in full. */
function apart(spelled: string, type: SchemaObject | undefined): string {
  const suffix = spelled.endsWith('[]') ? '[]' : '';
  const full = `${qualifiedName(type?.schema ?? null, type?.name ?? '')}${suffix}`;
  return full === spelled ? full.replace('"."', '" . "') : full;
}
