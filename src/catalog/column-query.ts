// How the catalog tells of columns.
import { VALUE_OPTIONS } from './sequence.ts';
import { flag, json, listed, text, type ValueList } from './value-list.ts';

export const COLUMN_VALUES = {
  type: text,
  collation: text,
  notNull: flag,
  notNullConstraint: json,
  default: text,
  identity: json,
  identitySequence: text,
  generated: json,
  storage: json,
  compression: text,
  statistics: json,
  options: json,
} as const satisfies ValueList;

const STORAGE = (letter: string): string =>
  `case ${letter} when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end`;

/** Of tables; what a partition or a child takes from its parent is the parent's. */
export function columnQuery(version: number): string {
  return `
    select ${listed(PLACE_OF_COLUMN, COLUMN_VALUES, values(version))}
    from rel c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join (
      select i.refobjid, i.refobjsubid, q.* from pg_depend i join pg_sequence q on q.seqrelid = i.objid
      where i.classid = 'pg_class'::regclass and i.refclassid = 'pg_class'::regclass and i.deptype = 'i') q
      on q.refobjid = a.attrelid and q.refobjsubid = a.attnum
    ${version >= 180000 ? NOT_NULL_JOIN : ''}
    where c.relkind in ('r', 'p') and a.attinhcount = 0
    order by c.oid, a.attnum`;
}

const PLACE_OF_COLUMN = {
  schema: 'c.nspname',
  table: 'c.relname',
  name: 'a.attname',
  parent: `'table'`,
  part: 'true',
  classid: `'pg_class'::regclass::oid`,
  objid: 'c.oid',
  objsubid: 'a.attnum',
};

function values(version: number): Record<keyof typeof COLUMN_VALUES, string> {
  return {
    type: 'format_type(a.atttypid, a.atttypmod)',
    collation: 'case when a.attcollation <> t.typcollation then a.attcollation::regcollation end',
    notNull: 'a.attnotnull',
    notNullConstraint: version >= 180000 ? UNUSUAL_NOT_NULL : 'null',
    // Without a table: a default knows no columns, and Postgres would open the table to name them.
    default: `case when a.attgenerated = '' then
      substring(pg_get_expr(d.adbin, 0) from '^(?!NULL::[^()]*(?:\\(\\d+\\))?$).+$') end`,
    identity: `case when a.attidentity <> '' then json_build_object(
      'generation', case a.attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end, ${VALUE_OPTIONS}) end`,
    identitySequence: `case when a.attidentity <> '' then q.seqrelid::regclass end`,
    generated: `case when a.attgenerated <> '' then json_build_object(
      'expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's') end`,
    storage: `case when a.attstorage <> t.typstorage then json_build_object(
      'is', ${STORAGE('a.attstorage')}, 'usual', ${STORAGE('t.typstorage')}) end`,
    compression:
      version >= 140000
        ? `case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end`
        : 'null',
    statistics: 'nullif(a.attstattarget, -1)',
    options: `case when a.attoptions is not null then
      (select json_agg(option order by option) from unnest(a.attoptions) option) end`,
  };
}

/** PostgreSQL 18 keeps NOT NULL as a constraint: one that is like any NOT NULL of before isn't told. */
const UNUSUAL_NOT_NULL = `case when k.conname is not null then json_build_object(
  'name', k.conname, 'validated', k.convalidated, 'noInherit', k.connoinherit) end`;

const NOT_NULL_JOIN = `left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'n' and k.conkey[1] = a.attnum
  and not (k.convalidated and not k.connoinherit)`;
