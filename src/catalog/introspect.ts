// Catalog to schema, in one query. Objects of extensions, of the system and of schemas that were
// only assumed are left out; what no kind covers is named.
import { ASSUMED_COMMENT } from '../database/assumptions.ts';
import type { Database } from '../database/database.ts';
import { spellGeometry } from '../database/postgis-stub.ts';
import { objectId, quoteLiteral } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { withoutBookkeeping, type Bookkeeping } from './bookkeeping.ts';
import {
  readAliases,
  readDependencies,
  resolveNeeds,
  wholeOf,
  type Address,
  type Aliases,
  type Needs,
} from './dependencies.ts';
import { kindOf, kinds } from './index.ts';
import { grantedQuery } from './privileges.ts';
import { uncoveredQuery } from './uncovered.ts';

export interface IntrospectOptions {
  /** Tables in which migrators keep what they applied. */
  readonly exclude?: readonly Bookkeeping[];
}

interface CatalogRow {
  readonly kind: string;
  readonly schema: string | null;
  readonly table: string | null;
  /** Null only for what is attached to a parent and has its name. */
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, Json>>;
  /** A kind and the parts of an id, or the three numbers of an address. */
  readonly parent: readonly string[] | readonly number[] | null;
  readonly part: boolean;
  readonly address: Address;
}

/** JSON comes as text: it may be tens of megabytes, and is parsed in the thread that uses it. */
interface CatalogAnswer {
  readonly objects: string | null;
  readonly aliases: string | null;
  readonly dependencies: string | null;
  readonly uncovered: readonly { readonly noun: string; readonly name: string }[] | null;
  readonly [key: string]: unknown;
}

interface Session {
  readonly path: string;
  readonly prepared: boolean;
  readonly [key: string]: unknown;
}

const PREPARED = 'plumbline_catalog';
const SESSION = `select current_setting('search_path') as path,
  exists (select from pg_prepared_statements where name = '${PREPARED}') as prepared`;

/** Everything the database holds. */
export async function introspect(db: Database, options: IntrospectOptions = {}): Promise<Schema> {
  const [session] = await db.query<Session>(SESSION);
  // How Postgres qualifies names in what it prints depends on it.
  await setSearchPath(db, 'public');
  // Planning it takes longer than running it: once is enough for a session.
  if (session?.prepared !== true)
    await db.exec(`prepare ${PREPARED} as ${composeQuery(db.version)}`);
  const [answer] = await db.query<CatalogAnswer>(`execute ${PREPARED}`);
  await setSearchPath(db, session?.path ?? 'public');
  const aliases = readAliases(answer?.aliases ?? null);
  const read = readObjects(JSON.parse(answer?.objects ?? '[]') as CatalogRow[], aliases);
  const ids = new Map(read.map(({ id, row }) => [row.address, id]));
  const needs = resolveNeeds(ids, aliases, readDependencies(answer?.dependencies ?? null));
  const objects = new Map(read.map((one) => [one.id, objectOf(one, needs)]));
  return withoutBookkeeping(
    { objects, uncovered: groupNames(answer?.uncovered ?? []) },
    options.exclude ?? [],
  );
}

interface Read {
  readonly row: CatalogRow;
  readonly id: string;
  readonly parent: string | null;
}

/** Rows with their ids; those attached to an object by its address come after all that may be it. */
function readObjects(rows: readonly CatalogRow[], aliases: Aliases): Read[] {
  const byAddress = new Map<Address, Read>();
  const read: Read[] = [];
  const enter = (row: CatalogRow, parent: string | null): void => {
    const one = { row, id: idOf(row, parent), parent };
    byAddress.set(row.address, one);
    read.push(one);
  };
  // A column that is no object stands for what it is a column of.
  const find = (address: Address): Read | undefined => {
    const exact = byAddress.get(address);
    if (exact !== undefined || address.endsWith(',0')) return exact;
    const whole = wholeOf(address);
    return byAddress.get(whole) ?? byAddress.get(aliases.get(whole) ?? '');
  };
  for (const row of rows) if (!isAddress(row.parent)) enter(row, namedParent(row.parent));
  for (const row of rows) {
    if (!isAddress(row.parent)) continue;
    const parent = find(row.parent.join());
    if (parent !== undefined) enter(placed(row, parent), parent.id);
  }
  return read;
}

/** What is attached and has no place of its own is where its parent is; a name of its own is a column's. */
function placed(row: CatalogRow, { row: parent }: Read): CatalogRow {
  const { schema, table, name } = row;
  if (schema !== null || table !== null) return row;
  return name === null
    ? { ...row, schema: parent.schema, table: parent.table, name: parent.name }
    : { ...row, schema: parent.schema, table: parent.table ?? parent.name };
}

function isAddress(parent: CatalogRow['parent']): parent is readonly number[] {
  return typeof parent?.[0] === 'number';
}

function namedParent(parent: readonly string[] | null): string | null {
  const [kind = '', ...parts] = parent ?? [];
  return parent ? objectId(kind, ...parts) : null;
}

async function setSearchPath(db: Database, path: string): Promise<void> {
  await db.query(`select set_config('search_path', $1, false)`, [path]);
}

function idOf(row: CatalogRow, parent: string | null): string {
  const { kind, schema, table, name } = row;
  const own = kindOf(kind).identity?.({ ...row, name: name ?? '' }, parent);
  if (typeof own === 'string') return `${kind}:${own}`;
  return objectId(kind, ...(own ?? [schema, table, name].filter((part) => part !== null)));
}

function objectOf({ row, id, parent }: Read, needs: ReadonlyMap<string, Needs>): SchemaObject {
  return {
    id,
    kind: row.kind,
    schema: row.schema,
    table: row.table,
    name: row.name ?? '',
    parent,
    part: row.part,
    attributes: spelled(row),
    needs: withParent(needs, id, parent),
    fallsWith: needs.get(id)?.fallsWith ?? [],
  };
}

/** The stub of PostGIS prints its modifiers as a number. */
function spelled({ kind, attributes }: CatalogRow): Readonly<Record<string, Json>> {
  const { type } = attributes;
  return kind === 'column' && typeof type === 'string'
    ? { ...attributes, type: spellGeometry(type) }
    : attributes;
}

/** What belongs to a parent needs it, unless the parent needs it in turn (a column its sequence). */
function withParent(
  needs: ReadonlyMap<string, Needs>,
  id: string,
  parent: string | null,
): string[] {
  const others = (needs.get(id)?.needs ?? []).filter((need) => need !== parent);
  if (parent === null || needs.get(parent)?.needs.includes(id) === true) return others;
  return [...others, parent].sort();
}

function groupNames(
  found: readonly { readonly noun: string; readonly name: string }[],
): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const { noun, name } of found) (groups[noun] ??= []).push(name);
  for (const names of Object.values(groups)) names.sort();
  return groups;
}

function composeQuery(version: number): string {
  const objects = Object.values(kinds).map(
    (kind) => `select '${kind.name}' as kind, schema, "table", name, attributes, parent::json, part,
      concat_ws(',', classid::int8, objid::int8, objsubid) as address from (${kind.query(version)}) as objects`,
  );
  return `
    with ext as materialized (select classid, objid from pg_depend where deptype = 'e'),
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
    granted as materialized (${grantedQuery(version)})
    select
      (select json_agg(o)::text from (${objects.join('\nunion all\n')}) o) as objects,
      (${ALIASES}) as aliases,
      (${DEPENDENCIES}) as dependencies,
      (select json_agg(u) from (${uncoveredQuery()}) u) as uncovered`;
}

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
    select e.classid, e.objid, e.refclassid, e.refobjid, 0 from pg_depend e where e.deptype = 'e'
    union all
    select 'pg_type'::regclass, t.typarray, e.refclassid, e.refobjid, 0
      from pg_depend e join pg_type t on t.oid = e.objid and e.classid = 'pg_type'::regclass
      where e.deptype = 'e' and t.typarray <> 0) as alias
    union all
    select 'pg_class'::regclass, a.attrelid, 'pg_class'::regclass, i.inhparent, p.attnum::int, a.attnum::int
      from pg_inherits i
      join pg_attribute a on a.attrelid = i.inhrelid and a.attinhcount > 0 and not a.attislocal
      join pg_attribute p on p.attrelid = i.inhparent and p.attname = a.attname and p.attnum > 0) as alias`;

const DEPENDENCIES = `select string_agg(
      concat_ws(',', classid::int8, objid::int8, objsubid, refclassid::int8, refobjid::int8, refobjsubid, automatic::int), ';') from (
    select classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype <> 'n' as automatic from pg_depend
      where objid >= 16384 and refobjid >= 2200 and deptype <> 'e'
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
    select 'pg_shdepend'::regclass, number, 0, 'pg_authid'::regclass, grantee, 0, false from granted where grantee <> 0
    union all
    select 'pg_shdepend'::regclass, g.number, 0, on_what.classid, on_what.objid, 0, false
      from granted g join pg_default_acl d on g.classid = 'pg_default_acl'::regclass and d.oid = g.objid,
        lateral (values ('pg_authid'::regclass, d.defaclrole), ('pg_namespace'::regclass, d.defaclnamespace)) on_what (classid, objid)
    union all
    -- The columns of a relation live in the relation's schema.
    select 'pg_class'::regclass, c.oid, 0, 'pg_namespace'::regclass, c.relnamespace, 0, false from rel c) as dependency`;
