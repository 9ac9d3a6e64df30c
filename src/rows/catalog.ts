// What a row must know of tables: their columns, types, keys and constraints, in one query.
import type { Database } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';

export interface Column {
  readonly name: string;
  /** pg_attribute.attnum. */
  readonly number: number;
  /** pg_type.oid. */
  readonly type: number;
  /** pg_attribute.atttypmod; -1 where there is none. */
  readonly modifier: number;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  /** pg_class.oid of the sequence that gives its values: of an identity or of a default `nextval(…)`. */
  readonly sequence: number | null;
  readonly identityAlways: boolean;
  readonly generated: boolean;
}

/** A check, or the bound of a partition: an expression over columns. */
export interface Check {
  readonly name: string;
  readonly expression: string;
}

/** A unique index or an exclusion constraint. */
export interface Key {
  readonly name: string;
  /** Numbers of its columns, those within its expressions too. */
  readonly columns: readonly number[];
  /** Whether a null equals a null: declared so, or unknown because of an expression. */
  readonly nullsEqual: boolean;
  readonly primary: boolean;
}

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly number[];
  /** pg_class.oid of the table referred to. */
  readonly target: number;
  readonly targetColumns: readonly number[];
}

/** A partition that holds rows itself; its bound is that of all the levels above it too. */
interface Leaf {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly bound: string | null;
  readonly foreign: boolean;
  readonly checks: readonly Check[];
}

/** A table that rows are put into: never a partition, whose rows come by way of its parent. */
export interface Table {
  /** pg_class.oid. */
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly partitioned: boolean;
  readonly columns: readonly Column[];
  readonly checks: readonly Check[];
  readonly keys: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly leaves: readonly Leaf[];
}

export interface Type {
  readonly oid: number;
  /** As format_type spells it, without modifiers. */
  readonly name: string;
  /** Its bare name. */
  readonly bare: string;
  /** pg_type.typtype: b, c, d, e, m, p or r. */
  readonly kind: string;
  /** Of a domain: what is under it, and its modifier. */
  readonly base: number;
  readonly baseModifier: number;
  readonly notNull: boolean;
  /** Type of the elements of an array, 0 for others. */
  readonly element: number;
  /** Of a range or multirange: what it ranges over, 0 for others. */
  readonly subtype: number;
  readonly labels: readonly string[];
  readonly attributes: readonly Attribute[];
  /** Of a domain. */
  readonly checks: readonly Check[];
}

interface Attribute {
  readonly type: number;
  readonly modifier: number;
}

export interface Sequence {
  readonly oid: number;
  /** Quoted and qualified. */
  readonly name: string;
  /** The value that comes next; moves on with the rows that are inserted. */
  next: number;
  readonly increment: number;
  readonly greatest: number;
}

export interface Catalog {
  /** By pg_class.oid, the tables that can hold rows; partitions are leaves of theirs. */
  readonly tables: ReadonlyMap<number, Table>;
  /** By pg_type.oid, all that the columns are made of. */
  readonly types: ReadonlyMap<number, Type>;
  /** By pg_class.oid. */
  readonly sequences: ReadonlyMap<number, Sequence>;
}

/** What belongs to an extension is its own. */
const QUERY = `
  with recursive extension as materialized (
    select objid from pg_depend where classid = 'pg_class'::regclass and deptype = 'e'),
  relation as materialized (
    select c.oid, n.nspname, c.relname, c.relkind, c.relispartition from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and n.nspname not like 'pg\\_temp\\_%' and n.nspname not like 'pg\\_toast\\_temp\\_%'
      and c.oid not in (select objid from extension)),
  wanted as materialized (
    select unnest($1::oid[]) as oid
    union select c.confrelid from pg_constraint c where c.contype = 'f' and c.conrelid = any($1::oid[])),
  root as materialized (
    select * from relation where relkind in ('r', 'p') and not relispartition
      and ($1::oid[] is null or oid in (select oid from wanted))),
  part as (
    select r.oid as root, i.inhrelid as oid from root r join pg_inherits i on i.inhparent = r.oid where r.relkind = 'p'
    union all
    select p.root, i.inhrelid from part p join pg_class c on c.oid = p.oid join pg_inherits i on i.inhparent = p.oid
    where c.relkind = 'p'),
  attribute as materialized (
    select a.*, d.oid as default_oid, pg_get_expr(d.adbin, d.adrelid) as default_text
    from root r join pg_attribute a on a.attrelid = r.oid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped),
  used as (
    select atttypid as oid from attribute
    union
    select next.oid from used u join pg_type t on t.oid = u.oid
    left join pg_range g on g.rngtypid = t.oid or g.rngmultitypid = t.oid
    left join pg_attribute a on a.attrelid = t.typrelid and t.typtype = 'c' and a.attnum > 0 and not a.attisdropped
    cross join lateral (values (t.typbasetype), (case when t.typcategory = 'A' then t.typelem end), (g.rngsubtype),
      (case when t.typtype = 'm' then g.rngtypid end), (a.atttypid)) as next(oid)
    where next.oid <> 0),
  sequence as materialized (
    select d.refobjid as relation, d.refobjsubid as number, d.objid as oid from pg_depend d
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjsubid > 0
      and exists (select from pg_sequence s where s.seqrelid = d.objid)
    union
    select a.attrelid, a.attnum, d.refobjid from attribute a
    join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = a.default_oid and d.refclassid = 'pg_class'::regclass
    join pg_sequence s on s.seqrelid = d.refobjid
    where a.default_text ~ '^nextval\\(''[^'']*''::regclass\\)$'),
  "constraint" as materialized (
    select c.* from pg_constraint c where c.contype in ('c', 'f') and c.connamespace <> 'pg_catalog'::regnamespace),
  table_columns as (
    select a.attrelid as relation, json_agg(json_build_object('name', a.attname, 'number', a.attnum, 'type', a.atttypid::int8,
        'modifier', a.atttypmod, 'notNull', a.attnotnull, 'hasDefault', a.default_oid is not null, 'sequence', s.oid::int8,
        'identityAlways', a.attidentity = 'a', 'generated', a.attgenerated <> '') order by a.attnum) as list
    from attribute a
    left join (select relation, number, min(oid::int8) as oid from sequence group by 1, 2) s on s.relation = a.attrelid and s.number = a.attnum
    group by 1),
  table_checks as (
    select c.conrelid as relation, json_agg(json_build_object('name', c.conname, 'expression', pg_get_expr(c.conbin, c.conrelid))
        order by c.conname) as list,
      json_agg(json_build_object('name', c.conname, 'expression', pg_get_expr(c.conbin, c.conrelid)) order by c.conname)
        filter (where c.conislocal) as local
    from "constraint" c where c.contype = 'c' group by 1),
  foreign_keys as (
    select c.conrelid as relation, json_agg(json_build_object('name', c.conname, 'columns', c.conkey,
        'target', c.confrelid::int8, 'targetColumns', c.confkey) order by c.conname) as list
    from "constraint" c where c.contype = 'f' and c.conparentid = 0 group by 1)
  select json_build_object(
    'tables', (select json_agg(json_build_object('oid', r.oid::int8, 'schema', r.nspname, 'name', r.relname,
        'partitioned', r.relkind = 'p',
        'columns', coalesce(table_columns.list, '[]'), 'checks', coalesce(table_checks.list, '[]'),
        'foreignKeys', coalesce(foreign_keys.list, '[]'),
        'keys', coalesce((select json_agg(json_build_object('name', x.relname, 'primary', i.indisprimary,
            'columns', array(select distinct k from (
                select unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) as k
                union all
                select a.attnum from pg_attribute a where a.attrelid = i.indrelid and a.attnum > 0 and i.indexprs is not null
                  and strpos(pg_get_expr(i.indexprs, i.indrelid), quote_ident(a.attname)) > 0) as keys
              where k > 0),
            'nullsEqual', i.indexprs is not null or coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false)) order by x.relname)
          from pg_index i join pg_class x on x.oid = i.indexrelid
          where i.indrelid = r.oid and (i.indisunique or i.indisexclusion)), '[]'),
        'leaves', coalesce((select json_agg(json_build_object('oid', p.oid::int8, 'schema', l.nspname, 'name', l.relname,
            'bound', pg_get_partition_constraintdef(p.oid), 'foreign', l.relkind = 'f',
            'checks', coalesce(own.local, '[]')) order by l.relname)
          from part p join relation l on l.oid = p.oid left join table_checks own on own.relation = p.oid
          where r.relkind = 'p' and p.root = r.oid and l.relkind <> 'p'), '[]')
      ) order by r.nspname, r.relname)
      from root r left join table_columns on table_columns.relation = r.oid left join table_checks on table_checks.relation = r.oid
      left join foreign_keys on foreign_keys.relation = r.oid),
    'types', (select json_agg(json_build_object('oid', t.oid::int8, 'name', format_type(t.oid, -1), 'bare', t.typname, 'kind', t.typtype,
        'base', t.typbasetype::int8, 'baseModifier', t.typtypmod, 'notNull', t.typnotnull,
        'element', case when t.typcategory = 'A' then t.typelem::int8 else 0 end,
        'subtype', coalesce((select case t.typtype when 'm' then g.rngtypid else g.rngsubtype end::int8 from pg_range g
          where g.rngtypid = t.oid or g.rngmultitypid = t.oid), 0),
        'labels', coalesce((select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '[]'),
        'attributes', coalesce((select json_agg(json_build_object('type', a.atttypid::int8, 'modifier', a.atttypmod) order by a.attnum)
          from pg_attribute a where a.attrelid = t.typrelid and t.typtype = 'c' and a.attnum > 0 and not a.attisdropped), '[]'),
        'checks', coalesce((select json_agg(json_build_object('name', c.conname, 'expression', pg_get_expr(c.conbin, 0)) order by c.conname)
          from pg_constraint c where c.contypid = t.oid and c.contype = 'c' and t.typtype = 'd'), '[]')))
      from pg_type t where t.oid in (select oid from used)),
    'sequences', (select json_agg(json_build_object('oid', s.seqrelid::int8, 'name', format('%I.%I', n.nspname, c.relname),
        'start', s.seqstart, 'increment', s.seqincrement, 'last', pg_sequence_last_value(s.seqrelid),
        'greatest', case when s.seqincrement > 0 then s.seqmax else -s.seqmin end))
      from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
      where s.seqrelid in (select oid from sequence))
  ) as catalog`;

interface Answer {
  readonly tables: readonly Table[] | null;
  readonly types: readonly Type[] | null;
  readonly sequences:
    readonly (Omit<Sequence, 'next'> & { start: number; last: number | null })[] | null;
}

/**
 * Reads it all, or only those of some numbers and the tables that these refer to. Partitions, foreign
 * tables and what an extension owns are no tables of their own.
 */
export async function readCatalog(
  db: Database,
  only: readonly number[] | null = null,
): Promise<Catalog> {
  const oids = only === null ? null : `{${only.join(',')}}`;
  const [row] = await db.query<{ catalog: Answer }>(QUERY, [oids]);
  const { tables, types, sequences } = row?.catalog ?? {};
  return {
    tables: byOid(tables ?? []),
    types: byOid(types ?? []),
    sequences: byOid(
      (sequences ?? []).map(({ start, last, ...sequence }) => ({
        ...sequence,
        next: last === null ? start : last + sequence.increment,
      })),
    ),
  };
}

function byOid<T extends { readonly oid: number }>(all: readonly T[]): Map<number, T> {
  return new Map(all.map((one) => [one.oid, one]));
}

/** Always qualified: the search path is somebody else's. */
export function nameOf({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** The type under any domains, with the modifier that holds for it. */
export function underDomains(
  types: Catalog['types'],
  { type, modifier }: Attribute,
): { readonly type: Type | null; readonly modifier: number; readonly domains: readonly Type[] } {
  const domains: Type[] = [];
  let found = types.get(type);
  let own = modifier;
  while (found?.kind === 'd') {
    domains.push(found);
    own = found.baseModifier;
    found = types.get(found.base);
  }
  return { type: found ?? null, modifier: own, domains };
}
