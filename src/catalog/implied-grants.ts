// The grants that come with an object when it is made under default privileges.
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { objectId } from '../schema/identity.ts';
import { childrenOf, dependentsOf } from '../schema/relations.ts';
import { attachedTo, type Reference } from './attached.ts';
import { hasDefaultPrivileges, impliedPrivileges } from './default-privileges.ts';
import type { Kind } from './kind.ts';
import { toGrantee } from './privileges.ts';

/**
 * The schema expected after some changes, with what default privileges grant on what they create.
 * Where the desired schema has default privileges too, it says what they come to.
 */
export function withImpliedGrants(
  expected: Schema,
  changes: readonly Change[],
  desired: Schema,
  reference: Reference,
): Schema {
  if (!hasDefaultPrivileges(expected)) return expected;
  const objects = new Map(expected.objects);
  const told = hasDefaultPrivileges(desired);
  for (const change of changes) {
    if (change.op !== 'create') continue;
    for (const grant of impliedGrants(change.after, expected, reference)) {
      const wanted = told ? desired.objects.get(grant.id) : grant;
      if (wanted && !objects.has(grant.id)) objects.set(grant.id, wanted);
    }
  }
  return { objects, uncovered: expected.uncovered };
}

/** With what is granted to roles that go: compared or not, they can't go before it does. */
export function withRevokedRoles(changes: readonly Change[], actual: Schema): Change[] {
  const changed = new Set(changes.map((change) => change.object));
  const roles = changes.filter(({ op, kind }) => op === 'drop' && kind === 'role');
  const grants = roles.flatMap(({ object }) =>
    dependentsOf(actual, object).filter(
      ({ id, kind }) => ['grant', 'default privileges'].includes(kind) && !changed.has(id),
    ),
  );
  return [
    ...changes,
    ...grants.map((before) => ({
      op: 'drop' as const,
      kind: before.kind,
      object: before.id,
      weight: 'substance' as const,
      reason: 'its role goes',
      before,
    })),
  ];
}

/** Takes away, from an object made just now and its parts, what default privileges grant and the schema doesn't. */
export function revokeImplied(
  object: SchemaObject,
  schema: Schema,
  { grant, reference }: { readonly grant: Kind; readonly reference: Reference },
): string[] {
  if (!hasDefaultPrivileges(schema)) return [];
  return impliedGrants(object, schema, reference)
    .filter(({ id }) => !schema.objects.has(id))
    .flatMap((implied) => grant.drop(implied, { actual: schema, desired: schema }));
}

/** As the catalog would tell them once the object and its parts are there. */
function impliedGrants(object: SchemaObject, schema: Schema, reference: Reference): SchemaObject[] {
  const own = [...impliedPrivileges(object, schema, reference)].flatMap(
    ([grantee, { privileges: set, usual }]) =>
      set.privileges.join() === usual.privileges.join() && set.grantable.length === 0
        ? []
        : [
            grantObject(object, schema, {
              grantee,
              ...set,
              byDefault: usual.privileges.length > 0 ? usual.privileges : null,
            }),
          ],
  );
  const parts = childrenOf(schema, object.id).filter(({ part }) => part);
  return [...own, ...parts.flatMap((part) => impliedGrants(part, schema, reference))];
}

function grantObject(
  target: SchemaObject,
  { objects }: Schema,
  attributes: SchemaObject['attributes'],
): SchemaObject {
  const { schema, table, name, id: parent } = target;
  const { grantee } = attributes;
  const role = typeof grantee === 'string' ? objectId('role', grantee) : '';
  return {
    id: `grant:${attachedTo({ schema, table, name, attributes }, parent)} ${toGrantee({ schema, table, name, attributes })}`,
    kind: 'grant',
    schema,
    table,
    name,
    parent,
    part: false,
    attributes,
    needs: [parent, ...(objects.has(role) ? [role] : [])].sort(),
    fallsWith: [],
  };
}
