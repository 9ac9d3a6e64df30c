// How the catalog tells of indexes. What is rare is looked up only for the indexes that have it: there
// may be thousands, and each lookup is a query of its own.
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
        'with', case when x.reloptions is not null then
          (select json_agg(option order by option) from unnest(x.reloptions) option) end,
        'nullsNotDistinct', ${version >= 150000 ? 'i.indnullsnotdistinct' : 'false'},
        'valid', i.indisvalid,
        'classParameters', case when ${HAS_PARAMETERS} then (${classes(PARAMETERS)}) end,
        'classSchemas', case when ${HAS_PARAMETERS} or not i.indclass::oid[] <@ ${USUAL_CLASSES} then (${classes(SCHEMA)}) end,
        'statistics', case when ${HAS_STATISTICS} then
          (select json_object_agg(a.attnum, a.attstattarget) from pg_attribute a
           where a.attrelid = i.indexrelid and a.attstattarget >= 0) end,
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

// None of these depends on the index at hand: Postgres asks each once.
const USUAL_CLASSES = `array(select oid from pg_opclass where opcdefault)`;
const HAS_PARAMETERS = `i.indexrelid = any (array(select attrelid from pg_attribute where attoptions is not null))`;
const HAS_STATISTICS = `i.indexrelid = any (array(select attrelid from pg_attribute where attstattarget >= 0 and attnum > 0))`;

const COLUMN = `from pg_attribute a where a.attrelid = i.indrelid and a.attnum = u.number`;

/**
 * An operator class or collation that is the usual one isn't told. Nothing is joined to the columns:
 * so they come in their order, without the sort that takes longer than all the rest.
 */
const COLUMNS = `
  select
    json_agg(json_build_object(
      'expression', case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false)
        else (select quote_ident(a.attname) ${COLUMN}) end,
      'class', case when u.class <> all (${USUAL_CLASSES}) then (select opcname from pg_opclass where oid = u.class) end,
      'collation', case when u.coll <> 0 and u.coll <> coalesce((select a.attcollation ${COLUMN}), (
        select t.typcollation from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = i.indexrelid and a.attnum = u.at)) then u.coll::regcollation::text end))
      filter (where u.at <= i.indnkeyatts) as columns,
    json_agg(case when u.option & 1 = 1 then 'desc' else 'asc' end) filter (where u.at <= i.indnkeyatts) as directions,
    json_agg(case when u.option & 2 = 2 then 'first' else 'last' end) filter (where u.at <= i.indnkeyatts) as nulls,
    json_agg(case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false)
      else (select quote_ident(a.attname) ${COLUMN}) end) filter (where u.at > i.indnkeyatts) as include
  from unnest(i.indkey::int2[], i.indclass::oid[], i.indoption::int2[], i.indcollation::oid[])
    with ordinality u (number, class, option, coll, at)`;

/** Something of the operator class of each column; null where it is so for none. */
function classes(expression: string): string {
  return `select case when count(${expression}) > 0 then json_agg(${expression} order by u.at) end
    from unnest(i.indclass::oid[]) with ordinality u (class, at)
    left join pg_opclass o on o.oid = u.class
    left join pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = u.at`;
}

const SCHEMA = `case when not pg_opclass_is_visible(o.oid) and (not o.opcdefault or ia.attoptions is not null)
  then (select n.nspname from pg_namespace n where n.oid = o.opcnamespace) end`;

const PARAMETERS = `case when ia.attoptions is not null then quote_ident(o.opcname) || ' (' ||
  (select string_agg(quote_ident(p.option_name) || '=' || quote_literal(p.option_value), ', ' order by p.option_name)
   from pg_options_to_table(ia.attoptions) p) || ')' end`;
