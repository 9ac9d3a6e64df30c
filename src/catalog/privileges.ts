// Privileges as the catalog's access lists tell them, and the statements between two sets of them.
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { listOf, type Alter, type Identified } from './kind.ts';

/**
 * Body of the CTE `granted`: one row for each access list and each grantee whose privileges aren't
 * the ones that Postgres gives of itself. The owner's own are left out. An empty grantee is PUBLIC.
 */
export function grantedQuery(version: number): string {
  const ofPublicSchema = version >= 150000 ? `'{USAGE}'` : `'{CREATE,USAGE}'`;
  return `
    select row_number() over () as number, acl.*, g.grantee, g.privileges, g.grantable,
      case when g.grantee = 0 then acl.usual end as by_default
    from (
      select 'pg_class'::regclass::oid as classid, oid as objid, 0 as objsubid, null::name as attname,
        relacl as acl, relowner as owner, null::text[] as usual
        from rel where relacl is not null
      union all
      select 'pg_class'::regclass, c.oid, a.attnum, a.attname, a.attacl, c.relowner, null
        from pg_attribute a join rel c on c.oid = a.attrelid
        where a.attrelid >= 16384 and a.attacl is not null and not a.attisdropped
      union all
      select 'pg_proc'::regclass, p.oid, 0, null, p.proacl, p.proowner, '{EXECUTE}'
        from pg_proc p join ns n on n.oid = p.pronamespace where p.proacl is not null
      union all
      select 'pg_type'::regclass, t.oid, 0, null, t.typacl, t.typowner, '{USAGE}'
        from pg_type t join ns n on n.oid = t.typnamespace where t.typacl is not null
      union all
      select 'pg_namespace'::regclass, n.oid, 0, null, coalesce(s.nspacl, acldefault('n', s.nspowner)),
        s.nspowner, case when n.nspname = 'public' then ${ofPublicSchema}::text[] end
        from ns n join pg_namespace s on s.oid = n.oid
      union all
      select 'pg_foreign_data_wrapper'::regclass, oid, 0, null, fdwacl, fdwowner, null
        from pg_foreign_data_wrapper where fdwacl is not null
      union all
      select 'pg_foreign_server'::regclass, oid, 0, null, srvacl, srvowner, null
        from pg_foreign_server where srvacl is not null
      union all
      select 'pg_default_acl'::regclass, oid, 0, null, defaclacl, defaclrole,
        case when defaclnamespace <> 0 then null when defaclobjtype = 'f' then '{EXECUTE}'::text[]
          when defaclobjtype = 'T' then '{USAGE}' end
        from pg_default_acl
    ) acl
    cross join lateral (
      select x.grantee, array_agg(distinct x.privilege_type order by x.privilege_type) as privileges,
        array_agg(distinct x.privilege_type order by x.privilege_type) filter (where x.is_grantable) as grantable
      from aclexplode(acl.acl) x where x.grantee <> acl.owner group by x.grantee
      union all
      select 0, '{}', null where acl.usual is not null
        and not exists (select from aclexplode(acl.acl) x where x.grantee = 0)) g
    where (g.grantee <> 0 or g.privileges is distinct from acl.usual)
      and not exists (select from ext where ext.classid = acl.classid and ext.objid = acl.objid)`;
}

/** The attributes of a row of `granted`, given its alias. */
export const GRANTED_ATTRIBUTES = `
  'grantee', case when g.grantee <> 0 then pg_get_userbyid(g.grantee) end,
  'privileges', to_json(g.privileges), 'grantable', to_json(coalesce(g.grantable, '{}')),
  'byDefault', to_json(g.by_default)`;

/** What a role may do, and hand on. */
export interface Privileges {
  readonly privileges: readonly string[];
  readonly grantable: readonly string[];
}

export function privilegesOf(object: SchemaObject): Privileges {
  return { privileges: listOf(object, 'privileges'), grantable: listOf(object, 'grantable') };
}

/** What PUBLIC may do without being told. */
export function usualPrivileges(object: SchemaObject): Privileges {
  return { privileges: listOf(object, 'byDefault'), grantable: [] };
}

/** What either holds. */
export function union(a: Privileges, b: Privileges): Privileges {
  const all = (left: readonly string[], right: readonly string[]): string[] =>
    [...new Set([...left, ...right])].sort();
  return {
    privileges: all(a.privileges, b.privileges),
    grantable: all(a.grantable, b.grantable),
  };
}

/** What both hold. */
export function common(a: Privileges, b: Privileges): Privileges {
  return {
    privileges: a.privileges.filter((one) => b.privileges.includes(one)),
    grantable: a.grantable.filter((one) => b.grantable.includes(one)),
  };
}

/** What only the first holds. */
export function without(a: Privileges, b: Privileges): Privileges {
  return {
    privileges: a.privileges.filter((one) => !b.privileges.includes(one)),
    grantable: a.grantable.filter((one) => ![...b.privileges, ...b.grantable].includes(one)),
  };
}

/** `"app_user"`, or the keyword. */
export function granteeName({ attributes }: Identified): string {
  const { grantee } = attributes;
  return typeof grantee === 'string' ? quoteIdentifier(grantee) : 'PUBLIC';
}

/** The end of an id: `to app_user`. */
export function toGrantee({ attributes }: Identified): string {
  const { grantee } = attributes;
  return `to ${typeof grantee === 'string' ? objectId('', grantee).slice(1) : 'PUBLIC'}`;
}

/** How the words of GRANT and REVOKE go on after the privileges. */
export interface Grant {
  /** `ON TABLE "users"`. */
  readonly target: string;
  readonly grantee: string;
  /** For privileges on one column. */
  readonly column: string | null;
}

/** The statements between two sets, without a semicolon or what ALTER DEFAULT PRIVILEGES says first. */
export function changePrivileges(
  { target, grantee, column }: Grant,
  before: Privileges,
  after: Privileges,
): string[] {
  const list = (privileges: readonly string[]): string =>
    privileges
      .map((one) => (column === null ? one : `${one} (${quoteIdentifier(column)})`))
      .join(', ');
  const minus = (some: readonly string[], others: readonly string[]): string[] =>
    some.filter((one) => !others.includes(one));
  const gone = minus(before.privileges, after.privileges);
  const plain = minus(minus(before.grantable, after.grantable), gone);
  const grantable = minus(after.grantable, before.grantable);
  const fresh = minus(minus(after.privileges, before.privileges), grantable);
  return [
    ...(gone.length > 0 ? [`REVOKE ${list(gone)} ${target} FROM ${grantee}`] : []),
    ...(plain.length > 0
      ? [`REVOKE GRANT OPTION FOR ${list(plain)} ${target} FROM ${grantee}`]
      : []),
    ...(fresh.length > 0 ? [`GRANT ${list(fresh)} ${target} TO ${grantee}`] : []),
    ...(grantable.length > 0
      ? [`GRANT ${list(grantable)} ${target} TO ${grantee} WITH GRANT OPTION`]
      : []),
  ];
}

/** One statement may serve both attributes, so the first that differs speaks for them. */
export function alterPrivileges(statements: Alter): Readonly<Record<string, Alter>> {
  const same = (a: Json | undefined, b: Json | undefined): boolean =>
    JSON.stringify(a) === JSON.stringify(b);
  return {
    privileges: statements,
    grantable: (before, after, transition) =>
      same(before.attributes['privileges'], after.attributes['privileges'])
        ? statements(before, after, transition)
        : [],
  };
}
