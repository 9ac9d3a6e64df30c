// What a role may do with an object, where that isn't what Postgres gives of itself: one object for
// each target and grantee. One without privileges is a REVOKE of what PUBLIC has by default.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import { attachedTo, fallsWith, isGone, referenceOf, type Reference } from './attached.ts';
import { impliedPrivileges } from './default-privileges.ts';
import type { Kind, Transition } from './kind.ts';
import {
  alterPrivileges,
  changePrivileges,
  common,
  GRANTED_ATTRIBUTES,
  granteeName,
  privilegesOf,
  toGrantee,
  union,
  usualPrivileges,
  without,
  type Grant,
  type Privileges,
} from './privileges.ts';

/** Statements from one set of privileges to another. */
type Change = (
  object: SchemaObject,
  schema: Schema | undefined,
  sets: readonly [before: Privileges, after: Privileges],
) => string[];

/** Needs to know how each kind is named. */
export function grantKind(reference: Reference): Kind {
  const change: Change = (object, schema, [before, after]) =>
    changePrivileges(grantOn(object, schema, reference), before, after).map((sql) => `${sql};`);
  return {
    name: 'grant',
    attached: true,
    query: () => `
      select null as schema, null as "table", g.attname as name,
        json_build_object(${GRANTED_ATTRIBUTES}) as attributes,
        case when g.classid <> 'pg_namespace'::regclass or n.nspname <> 'public'
          then json_build_array(g.classid::int8, g.objid::int8, g.objsubid) end as parent,
        false as part, 'pg_shdepend'::regclass::oid as classid, g.number::oid as objid, 0 as objsubid
      from granted g
      left join ns n on g.classid = 'pg_namespace'::regclass and n.oid = g.objid
      where g.classid <> 'pg_default_acl'::regclass`,
    identity: (object, parent) => `${attachedTo(object, parent)} ${toGrantee(object)}`,
    create: (object, schema) => {
      const usual = usualPrivileges(object);
      const wanted = privilegesOf(object);
      // The target may be there already, or made just now under default privileges.
      const implied = impliedOn(object, schema, reference) ?? usual;
      const possible = union(usual, implied);
      const sure = common(common(usual, implied), wanted);
      return [
        ...change(object, schema, [possible, common(possible, wanted)]),
        ...change(object, schema, [sure, wanted]),
      ];
    },
    drop: (object, transition) => {
      if (isGone(object, transition)) return [];
      const sets = [privilegesOf(object), usualPrivileges(object)] as const;
      return [
        ...change(object, transition?.actual, sets),
        ...columnsAgain(object, transition, sets, change),
      ];
    },
    alter: alterPrivileges((before, after, transition) => {
      const sets = [privilegesOf(before), privilegesOf(after)] as const;
      return [
        ...change(after, transition.desired, sets),
        ...columnsAgain(after, transition, sets, change),
      ];
    }),
    blocks: fallsWith,
    traits: {},
  };
}

function grantOn(object: SchemaObject, schema: Schema | undefined, reference: Reference): Grant {
  const named = referenceOf(object, schema, reference);
  const table = /^COLUMN (.*)\."(?:[^"]|"")*"$/.exec(named)?.[1];
  return {
    target: `ON ${table === undefined ? targetName(named) : `TABLE ${table}`}`,
    grantee: granteeName(object),
    column: table === undefined ? null : object.name,
  };
}

/** GRANT takes every relation for a table. */
function targetName(reference: string): string {
  return reference
    .replace(/^(?:VIEW|MATERIALIZED VIEW|FOREIGN TABLE) /, 'TABLE ')
    .replace(/^AGGREGATE /, 'FUNCTION ')
    .replace(/^SERVER /, 'FOREIGN SERVER ');
}

/** What default privileges give the grantee on the target when it is made. */
function impliedOn(object: SchemaObject, schema: Schema, reference: Reference): Privileges | null {
  const target = object.parent === null ? undefined : schema.objects.get(object.parent);
  if (!target || target.kind === 'column' || isOnColumn(object, target)) return null;
  const grantee = object.attributes['grantee'];
  return (
    impliedPrivileges(target, schema, reference).get(typeof grantee === 'string' ? grantee : null)
      ?.privileges ?? null
  );
}

function isOnColumn(object: SchemaObject, target: SchemaObject): boolean {
  return object.table !== null && object.table !== target.table;
}

/** A REVOKE on a table takes the same privileges on its columns along: gives back those that stay. */
function columnsAgain(
  object: SchemaObject,
  transition: Transition | undefined,
  [before, after]: readonly [Privileges, Privileges],
  change: Change,
): string[] {
  const gone = without(before, after);
  return grantsOnColumns(object, transition).flatMap((one) => {
    const wanted = privilegesOf(one);
    return change(one, transition?.desired, [without(wanted, gone), wanted]);
  });
}

/** Those that the grantee of a grant on the whole has on columns, before and after. */
function grantsOnColumns(object: SchemaObject, transition: Transition | undefined): SchemaObject[] {
  const target = transition?.desired.objects.get(object.parent ?? '');
  if (!transition || !target || isOnColumn(object, target)) return [];
  const { actual, desired } = transition;
  const members = childrenOf(desired, target.id);
  return [...members, ...members.flatMap(({ id }) => childrenOf(desired, id))].filter(
    (one) =>
      one.kind === 'grant' &&
      one.id !== object.id &&
      one.attributes['grantee'] === object.attributes['grantee'] &&
      actual.objects.has(one.id),
  );
}
