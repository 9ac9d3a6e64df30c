// How the catalog tells of indexes. What is rare is looked up only for the indexes that have it: there
// may be thousands, and each lookup is a query of its own.
import type { Json } from '../schema/objects.ts';
import { columnNumbers, names } from './constraint.ts';
import { INDEX_MARKS, MARK_VALUES } from './index-marks.ts';
import { flag, json, listed, text, type Names, type ValueList } from './value-list.ts';

export const INDEX_VALUES = {
  method: text,
  unique: flag,
  columns: (value, all) => (value.startsWith('[') ? json(value) : plainColumns(value, all)),
  directions: (value) => options(value, 1, ['asc', 'desc']),
  nulls: (value) => options(value, 2, ['last', 'first']),
  include: (value, all) => names(value, all).map((name) => all.quoted(name)),
  where: text,
  with: json,
  nullsNotDistinct: flag,
  valid: flag,
  classParameters: json,
  classSchemas: json,
  statistics: json,
  ...MARK_VALUES,
} as const satisfies ValueList;

/** Of those that stand for themselves: no constraint's, and no part of a partitioned table's. */
export function indexQuery(version: number): string {
  return `
    with unusual as materialized (${UNUSUAL})
    select ${listed(PLACE_OF_INDEX, INDEX_VALUES, values(version))}
    from rel c
    join pg_index i on i.indrelid = c.oid
    join pg_class x on x.oid = i.indexrelid and not x.relispartition
    join pg_am am on am.oid = x.relam
    where c.relkind in ('r', 'p', 'm')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`;
}

const PLACE_OF_INDEX = {
  schema: 'c.nspname',
  table: 'c.relname',
  name: 'x.relname',
  parent: `case when c.relkind = 'm' then 'materialized view' else 'table' end`,
  part: 'false',
  classid: `'pg_class'::regclass::oid`,
  objid: 'x.oid',
  objsubid: '0',
};

function values(version: number): Record<keyof typeof INDEX_VALUES, string> {
  const keys = '(i.indkey::int2[])[:i.indnkeyatts - 1]';
  return {
    method: 'am.amname',
    unique: 'i.indisunique',
    columns: `case when ${IS_PLAIN} then ${columnNumbers('i.indrelid', keys)} else (${COLUMNS})::text end`,
    directions: '(i.indoption::int2[])[:i.indnkeyatts - 1]',
    nulls: '(i.indoption::int2[])[:i.indnkeyatts - 1]',
    include: `case when i.indnatts > i.indnkeyatts then
      ${columnNumbers('i.indrelid', '(i.indkey::int2[])[i.indnkeyatts:]')} end`,
    where: 'pg_get_expr(i.indpred, i.indrelid)',
    with: `case when x.reloptions is not null then
      (select json_agg(option order by option) from unnest(x.reloptions) option) end`,
    nullsNotDistinct: version >= 150000 ? 'i.indnullsnotdistinct' : 'false',
    valid: 'i.indisvalid',
    classParameters: `case when ${HAS_PARAMETERS} then (${classes(PARAMETERS)}) end`,
    classSchemas: `case when ${HAS_PARAMETERS} or not i.indclass::oid[] <@ ${USUAL_CLASSES} then (${classes(SCHEMA)}) end`,
    statistics: `case when ${HAS_STATISTICS} then
      (select json_object_agg(a.attnum, a.attstattarget) from pg_attribute a
       where a.attrelid = i.indexrelid and a.attstattarget >= 0) end`,
    ...INDEX_MARKS,
  };
}

/** Columns of the table itself, with the usual operator classes and collations. */
function plainColumns(value: string, all: Names): Json {
  return names(value, all).map((name) => ({
    expression: all.quoted(name),
    class: null,
    collation: null,
  }));
}

/** A word for each number, whether it has the bit or not: `{0,3}`. */
function options(value: string, bit: number, [without, withIt]: readonly [string, string]): Json {
  const numbers = value.slice(1, -1).split(',');
  return numbers.map((number) => ((Number(number) & bit) === bit ? withIt : without));
}

// None of these depends on the index at hand: Postgres asks each once.
const USUAL_CLASSES = `array(select oid from pg_opclass where opcdefault)`;
const HAS_PARAMETERS = `i.indexrelid = any (array(select attrelid from unusual where parameters))`;
const HAS_STATISTICS = `i.indexrelid = any (array(select attrelid from unusual where statistics))`;
/** Relations with a column whose collation isn't the default one. */
const COLLATED = `array(select attrelid from unusual where collated)`;

/** Relations with columns that have something which few have. */
const UNUSUAL = `
  select attrelid, attoptions is not null as parameters, attstattarget >= 0 as statistics, attcollation not in (0, 100) as collated
  from pg_attribute where attrelid >= 16384 and attnum > 0
    and (attoptions is not null or attstattarget >= 0 or attcollation not in (0, 100))`;

const IS_PLAIN = `i.indexprs is null and i.indclass::oid[] <@ ${USUAL_CLASSES}
  and (i.indcollation::oid[] <@ '{0}' or i.indcollation::oid[] <@ '{0,100}' and i.indrelid <> all (${COLLATED}))`;

const COLUMN = `from pg_attribute a where a.attrelid = i.indrelid and a.attnum = u.number`;

/**
 * An operator class or collation that is the usual one isn't told. Nothing is joined to the columns:
 * so they come in their order, without the sort that takes longer than all the rest.
 */
const COLUMNS = `
  select json_agg(json_build_object(
      'expression', case when u.number = 0 then pg_get_indexdef(i.indexrelid, u.at::int, false)
        else (select quote_ident(a.attname) ${COLUMN}) end,
      'class', case when u.class <> all (${USUAL_CLASSES}) then (select opcname from pg_opclass where oid = u.class) end,
      'collation', case when u.coll <> 0 and u.coll <> coalesce((select a.attcollation ${COLUMN}), (
        select t.typcollation from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = i.indexrelid and a.attnum = u.at)) then u.coll::regcollation::text end))
  from unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[])
    with ordinality u (number, class, coll, at)
  where u.at <= i.indnkeyatts`;

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
