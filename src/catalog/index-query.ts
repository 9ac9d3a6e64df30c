// How the catalog tells of indexes.
import { INDEX_MARKS } from './index-marks.ts';

/** Of those that stand for themselves: no constraint's, and no part of a partitioned table's. */
export function indexQuery(version: number): string {
  return `
    select c.nspname as schema, c.relname as "table", x.relname as name,
      json_build_object(
        'method', am.amname,
        'unique', i.indisunique,
        'columns', k.columns,
        'directions', k.directions,
        'nulls', k.nulls,
        'include', k.include,
        'where', pg_get_expr(i.indpred, i.indrelid),
        'with', (select json_agg(option order by option) from unnest(x.reloptions) option),
        'nullsNotDistinct', ${version >= 150000 ? 'i.indnullsnotdistinct' : 'false'},
        'valid', i.indisvalid,
        'classParameters', k.parameters,
        'classSchemas', k.schemas,
        'statistics', k.statistics,
        ${INDEX_MARKS}
      ) as attributes,
      json_build_array(case when c.relkind = 'm' then 'materialized view' else 'table' end, c.nspname, c.relname) as parent,
      false as part,
      'pg_class'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from rel c
    join pg_index i on i.indrelid = c.oid
    join pg_class x on x.oid = i.indexrelid and not x.relispartition
    join pg_am am on am.oid = x.relam
    cross join lateral (${COLUMNS}) k
    where c.relkind in ('r', 'p', 'm')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`;
}

const CLASS_SCHEMA = `case when o.oid is not null and not pg_opclass_is_visible(o.oid) and (not o.opcdefault or ia.attoptions is not null)
  then (select n.nspname from pg_namespace n where n.oid = o.opcnamespace) end`;

const CLASS_PARAMETERS = `case when n.at <= i.indnkeyatts and ia.attoptions is not null then quote_ident(o.opcname) || ' (' ||
  (select string_agg(quote_ident(p.option_name) || '=' || quote_literal(p.option_value), ', ' order by p.option_name)
   from pg_options_to_table(ia.attoptions) p) || ')' end`;

/** An operator class or collation that is the usual one isn't told. */
const COLUMNS = `
  select
    json_agg(json_build_object('expression', n.expression,
      'class', case when not o.opcdefault then o.opcname end,
      'collation', case when n.coll <> coalesce(n.attcollation, t.typcollation) then n.coll::regcollation::text end)
      order by n.at) filter (where n.at <= i.indnkeyatts) as columns,
    json_agg(case when n.option & 1 = 1 then 'desc' else 'asc' end order by n.at) filter (where n.at <= i.indnkeyatts) as directions,
    json_agg(case when n.option & 2 = 2 then 'first' else 'last' end order by n.at) filter (where n.at <= i.indnkeyatts) as nulls,
    json_agg(n.expression order by n.at) filter (where n.at > i.indnkeyatts) as include,
    case when count(${CLASS_PARAMETERS}) > 0 then json_agg(${CLASS_PARAMETERS} order by n.at) end as parameters,
    case when count(${CLASS_SCHEMA}) > 0 then json_agg(${CLASS_SCHEMA} order by n.at) end as schemas,
    json_object_agg(n.at, ia.attstattarget) filter (where ia.attstattarget >= 0) as statistics
  from (
    select u.at, u.class, u.option, u.coll, ta.attcollation,
      case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false) else quote_ident(ta.attname) end as expression
    from unnest(i.indkey::int2[], i.indclass::oid[], i.indoption::int2[], i.indcollation::oid[])
      with ordinality u (number, class, option, coll, at)
    left join pg_attribute ta on ta.attrelid = i.indrelid and ta.attnum = u.number and u.number <> 0) n
  left join pg_opclass o on o.oid = n.class
  left join pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = n.at
  left join pg_type t on t.oid = ia.atttypid`;
