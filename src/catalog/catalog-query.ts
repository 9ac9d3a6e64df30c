// The statements that read the catalog: how the kinds' queries are put together, and what joins objects.
import { ASSUMED_COMMENT } from '../database/assumptions.ts';
import { quoteLiteral } from '../schema/identity.ts';
import { kinds } from './index.ts';
import type { Kind } from './kind.ts';
import { grantedQuery } from './privileges.ts';
import { uncoveredQuery } from './uncovered.ts';
import { PLACE } from './value-list.ts';

const all: readonly Kind[] = Object.values(kinds);

/** Which kinds there may be any of: planning the query of a kind takes longer than finding none. */
export const PRESENT = `array_remove(array[${all
  .map(({ name, rows }) =>
    rows === undefined ? `'${name}'` : `case when exists (select from ${rows}) then '${name}' end`,
  )
  .join(', ')}], null)`;

/** Words that an identifier can't be without quotes. */
export const KEYWORDS = `array(select word from pg_get_keywords() where catcode <> 'U')`;

/**
 * What is read, in statements that each give one row: while one runs, the answer of the one before it
 * is taken apart. An answer is named like the kind whose objects it tells. The columns come first,
 * because the others name them by number.
 */
export function composeQueries(version: number, present: readonly string[]): string[] {
  const shown = all.filter(({ name }) => present.includes(name));
  const isFirst = ({ name }: Kind): boolean => name === 'column';
  const selectKind = (kind: Kind): string =>
    `(select json_agg(${rowOf(kind)})::text from (${kind.query(version)}) as o) as "${kind.name}"`;
  return [
    [`(${ALIASES}) as aliases`, `(${dependencies(DEPENDENCIES)}) as dependencies`],
    [`(${OTHER_COLUMNS}) as columns`, ...shown.filter(isFirst).map(selectKind)],
    [
      `(select json_agg(u)::text from (${uncoveredQuery()}) u) as uncovered`,
      `(${dependencies(GRANTED)}) as "dependencies of grants"`,
      ...shown.filter((kind) => !isFirst(kind)).map(selectKind),
    ],
  ].map((answers) => `${sharedTables(version)}\n    select ${answers.join(',\n')}`);
}

/** The list that an object is told by: its place, then its attributes. */
function rowOf({ values }: Kind): string {
  return values
    ? 'listed'
    : `array[${PLACE.map((name) => `"${name}"::text`).join(', ')}, attributes::text]`;
}

function sharedTables(version: number): string {
  return `
    with ext as materialized (
      select classid, objid from pg_depend where refclassid = 'pg_extension'::regclass and deptype = 'e'),
    ns as materialized (
      select oid, nspname from pg_namespace n
      where nspname !~ '^pg_' and nspname <> 'information_schema'
        and obj_description(oid, 'pg_namespace') is distinct from ${quoteLiteral(ASSUMED_COMMENT)}
        and not exists (select from ext where classid = 'pg_namespace'::regclass and objid = n.oid)),
    -- Not materialized: where nothing was analysed yet, Postgres would scan it once for each row of another catalog.
    rel as not materialized (
      select c.*, n.nspname from pg_class c join ns n on n.oid = c.relnamespace
      where c.relpersistence <> 't'
        and not exists (select from ext where classid = 'pg_class'::regclass and objid = c.oid)),
    granted as materialized (${grantedQuery(version)})`;
}

/** Columns that are no objects of their own, for what names them by number. */
const OTHER_COLUMNS = `select json_agg(array[c.oid::text, a.attnum::text, a.attname])::text
  from (select c.oid, c.relkind = 'm' or r.oid is null as every from pg_class c left join rel r on r.oid = c.oid
    where c.oid >= 16384 and c.relkind in ('r', 'p', 'm')) c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.every or a.attinhcount > 0`;

/** Catalog rows that are part of an object of ours: a default of its column, an array type of its element. */
const ALIASES = `select string_agg(concat_ws(',', classid::int8, objid::int8, fromsub, toclass::int8, toid::int8, tosub), ';') from (
    select alias.*, 0 as fromsub from (
    select 'pg_attrdef'::regclass as classid, d.oid as objid, 'pg_class'::regclass as toclass, d.adrelid as toid, d.adnum::int as tosub
      from pg_attrdef d join rel c on c.oid = d.adrelid
    union all
    select 'pg_rewrite'::regclass, r.oid, 'pg_class'::regclass, r.ev_class, 0
      from pg_rewrite r join rel c on c.oid = r.ev_class where c.relkind in ('v', 'm')
    union all
    select 'pg_type'::regclass, t.oid, 'pg_class'::regclass, t.typrelid, 0
      from pg_type t join rel c on c.oid = t.typrelid
    union all
    select 'pg_type'::regclass, t.typarray, 'pg_type'::regclass, t.oid, 0
      from pg_type t join ns n on n.oid = t.typnamespace where t.typarray <> 0
    union all
    select 'pg_class'::regclass, k.conindid, 'pg_constraint'::regclass, k.oid, 0
      from pg_constraint k join rel c on c.oid = k.conrelid where k.contype in ('p', 'u', 'x')
    union all
    select 'pg_constraint'::regclass, k.oid, 'pg_type'::regclass, k.contypid, 0 from pg_constraint k where k.contypid <> 0
    union all
    select 'pg_class'::regclass, c.oid, 'pg_type'::regclass, c.reltype, 0 from rel c where c.relkind = 'c'
    union all
    select 'pg_type'::regclass, d.objid, d.refclassid, d.refobjid, 0
      from pg_depend d join pg_range r on r.rngtypid = d.refobjid
      where d.classid = 'pg_type'::regclass and d.refclassid = 'pg_type'::regclass and d.deptype = 'i' and d.objid >= 16384
    union all
    select d.classid, d.objid, d.refclassid, d.refobjid, 0
      from pg_depend d where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_type'::regclass and d.deptype = 'i'
    union all
    select e.classid, e.objid, e.refclassid, e.refobjid, 0 from pg_depend e where e.refclassid = 'pg_extension'::regclass and e.deptype = 'e'
    union all
    select 'pg_type'::regclass, t.typarray, e.refclassid, e.refobjid, 0
      from pg_depend e join pg_type t on t.oid = e.objid and e.classid = 'pg_type'::regclass
      where e.refclassid = 'pg_extension'::regclass and e.deptype = 'e' and t.typarray <> 0) as alias
    union all
    select 'pg_class'::regclass, a.attrelid, 'pg_class'::regclass, i.inhparent, p.attnum::int, a.attnum::int
      from pg_inherits i
      join pg_attribute a on a.attrelid = i.inhrelid and a.attinhcount > 0 and not a.attislocal
      join pg_attribute p on p.attrelid = i.inhparent and p.attname = a.attname and p.attnum > 0) as alias`;

function dependencies(rows: string): string {
  return `select string_agg(concat_ws(',', classid::int8, objid::int8, objsubid, refclassid::int8, refobjid::int8,
    refobjsubid, automatic::int), ';') from (${rows}) as dependency`;
}

/** Of what has no object here, the triggers of foreign keys are the most. */
const DEPENDENCIES = `
    select classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype <> 'n' as automatic from pg_depend
      where objid >= 16384 and refobjid >= 2200 and deptype <> 'e' and (classid <> 'pg_trigger'::regclass or deptype <> 'i')
        and refclassid in ('pg_class'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass, 'pg_namespace'::regclass,
          'pg_proc'::regclass, 'pg_collation'::regclass, 'pg_opclass'::regclass, 'pg_operator'::regclass, 'pg_extension'::regclass, 'pg_publication'::regclass,
          'pg_foreign_data_wrapper'::regclass, 'pg_foreign_server'::regclass)
    union all
    select 'pg_policy'::regclass, p.oid, 0, 'pg_authid'::regclass, role, 0, false
      from pg_policy p, unnest(p.polroles) role where role <> 0
    union all
    select 'pg_authid'::regclass, member, 0, 'pg_authid'::regclass, roleid, 0, false from pg_auth_members
    union all
    select 'pg_user_mapping'::regclass, umid, 0, 'pg_authid'::regclass, umuser, 0, false from pg_user_mappings where umuser <> 0
    union all
    -- The columns of a relation live in the relation's schema; public is no object.
    select 'pg_class'::regclass, c.oid, 0, 'pg_namespace'::regclass, c.relnamespace, 0, false from rel c
      where c.nspname <> 'public'`;

/** In the statement that reads grants: their numbers are its own. */
const GRANTED = `
    select 'pg_shdepend'::regclass as classid, number as objid, 0 as objsubid,
      'pg_authid'::regclass as refclassid, grantee as refobjid, 0 as refobjsubid, false as automatic
      from granted where grantee <> 0
    union all
    select 'pg_shdepend'::regclass, g.number, 0, on_what.classid, on_what.objid, 0, false
      from granted g join pg_default_acl d on g.classid = 'pg_default_acl'::regclass and d.oid = g.objid,
        lateral (values ('pg_authid'::regclass, d.defaclrole), ('pg_namespace'::regclass, d.defaclnamespace)) on_what (classid, objid)`;
