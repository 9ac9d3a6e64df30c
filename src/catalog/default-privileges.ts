// What is granted on objects that are yet to be made, by the role that makes them: in one schema, or in all.
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Reference } from './attached.ts';
import { optionalText, type Kind } from './kind.ts';
import {
  alterPrivileges,
  changePrivileges,
  GRANTED_ATTRIBUTES,
  granteeName,
  privilegesOf,
  toGrantee,
  union,
  usualPrivileges,
  type Privileges,
} from './privileges.ts';

export const defaultPrivilegesKind: Kind = {
  name: 'default privileges',
  plural: 'default privileges',
  // Those of the session's own role are told without it: they are the ones that a plan meets.
  rows: 'pg_default_acl',
  query: () => `
    select n.nspname as schema, null as "table",
      case d.defaclobjtype when 'r' then 'TABLES' when 'S' then 'SEQUENCES' when 'f' then 'FUNCTIONS'
        when 'T' then 'TYPES' when 'n' then 'SCHEMAS' else 'LARGE OBJECTS' end as name,
      json_build_object(
        'role', case when d.defaclrole::regrole::text <> quote_ident(current_user) then pg_get_userbyid(d.defaclrole) end,
        ${GRANTED_ATTRIBUTES}
      ) as attributes,
      case when n.nspname <> 'public' then json_build_array('schema', n.nspname) end as parent,
      false as part, 'pg_shdepend'::regclass::oid as classid, g.number::oid as objid, 0 as objsubid
    from granted g
    join pg_default_acl d on g.classid = 'pg_default_acl'::regclass and d.oid = g.objid
    left join ns n on n.oid = d.defaclnamespace
    where d.defaclnamespace = 0 or n.oid is not null`,
  identity: (object) => {
    const { role } = object.attributes;
    return [
      object.name.toLowerCase(),
      ...(object.schema === null ? [] : [`in ${spell(object.schema)}`]),
      ...(typeof role === 'string' ? [`by ${spell(role)}`] : []),
      toGrantee(object),
    ].join(' ');
  },
  create: (object) => statements(object, usualPrivileges(object), privilegesOf(object)),
  drop: (object) => statements(object, privilegesOf(object), usualPrivileges(object)),
  alter: alterPrivileges((before, after) =>
    statements(after, privilegesOf(before), privilegesOf(after)),
  ),
  traits: {},
};

function spell(name: string): string {
  return objectId('', name).slice(1);
}

function statements(object: SchemaObject, before: Privileges, after: Privileges): string[] {
  const role = optionalText(object, 'role');
  const head = [
    'ALTER DEFAULT PRIVILEGES',
    ...(role === null ? [] : [`FOR ROLE ${quoteIdentifier(role)}`]),
    ...(object.schema === null ? [] : [`IN SCHEMA ${quoteIdentifier(object.schema)}`]),
  ].join(' ');
  const grant = { target: `ON ${object.name}`, grantee: granteeName(object), column: null };
  return changePrivileges(grant, before, after).map((statement) => `${head} ${statement};`);
}

/** By the first word of how COMMENT ON names an object. */
const SORTS: Readonly<Record<string, string>> = {
  TABLE: 'TABLES',
  VIEW: 'TABLES',
  MATERIALIZED: 'TABLES',
  SEQUENCE: 'SEQUENCES',
  FUNCTION: 'FUNCTIONS',
  PROCEDURE: 'FUNCTIONS',
  AGGREGATE: 'FUNCTIONS',
  TYPE: 'TYPES',
  DOMAIN: 'TYPES',
  SCHEMA: 'SCHEMAS',
};

const known = new WeakMap<Schema, SchemaObject[]>();

function defaultsOf(schema: Schema): SchemaObject[] {
  const found =
    known.get(schema) ??
    [...schema.objects.values()].filter(
      (object) => object.kind === 'default privileges' && optionalText(object, 'role') === null,
    );
  known.set(schema, found);
  return found;
}

/** What a grantee is given, and what Postgres would give of itself. */
interface Implied {
  readonly privileges: Privileges;
  readonly usual: Privileges;
}

export function hasDefaultPrivileges(schema: Schema): boolean {
  return defaultsOf(schema).length > 0;
}

/** What the session's default privileges grant on an object when it is made, by grantee. */
export function impliedPrivileges(
  target: SchemaObject,
  schema: Schema,
  reference: Reference,
): Map<string | null, Implied> {
  const implied = new Map<string | null, Implied>();
  const defaults = defaultsOf(schema);
  if (defaults.length === 0) return implied;
  const named = reference(target) ?? '';
  // TABLE, of FOREIGN TABLE too; but FOREIGN DATA WRAPPER has none.
  const sort = named.startsWith('FOREIGN TABLE') ? 'TABLES' : SORTS[named.split(' ', 1)[0] ?? ''];
  const own = sort === 'SCHEMAS' ? null : (target.schema ?? null);
  const matching = defaults.filter(
    (one) => one.name === sort && (one.schema === null || one.schema === own),
  );
  // Those of all schemas stand in place of Postgres's own, those of one schema come on top.
  for (const one of matching.sort(
    (a, b) => Number(a.schema !== null) - Number(b.schema !== null),
  )) {
    const grantee = optionalText(one, 'grantee');
    const usual = usualOf(sort ?? '', grantee);
    const before = implied.get(grantee)?.privileges ?? usual;
    const privileges = one.schema === null ? privilegesOf(one) : union(before, privilegesOf(one));
    implied.set(grantee, { privileges, usual });
  }
  return implied;
}

function usualOf(sort: string, grantee: string | null): Privileges {
  const usual: Readonly<Record<string, string>> = { FUNCTIONS: 'EXECUTE', TYPES: 'USAGE' };
  const privilege = grantee === null ? usual[sort] : undefined;
  return { privileges: privilege === undefined ? [] : [privilege], grantable: [] };
}
