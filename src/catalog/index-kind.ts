// Indexes that stand for themselves: those behind a constraint are part of it, those of partitions of their parent's.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import type { Reason } from '../schema/traits.ts';
import { rebuildsType } from './blocking.ts';
import { indexOnline } from './index-online.ts';
import { isRecord, listOf, optionalText, plain, textOf, texts, type Kind } from './kind.ts';
import { columnList, relationKey, relationName, tableName } from './names.ts';

export const indexKind: Kind = {
  name: 'index',
  query: (version) => `
    select c.nspname as schema, c.relname as "table", x.relname as name,
      json_build_object(
        'method', am.amname,
        'unique', i.indisunique,
        'columns', (select json_agg(json_build_object(
            'expression', pg_get_indexdef(i.indexrelid, n::int, false),
            'class', case when not o.opcdefault then o.opcname end,
            'collation', (select quote_ident(l.collname) from pg_collation l, pg_attribute a
              where a.attrelid = i.indexrelid and a.attnum = n and l.oid = i.indcollation[n - 1]
                and i.indcollation[n - 1] <> coalesce(
                  (select ta.attcollation from pg_attribute ta
                   where ta.attrelid = i.indrelid and ta.attnum = i.indkey[n - 1] and ta.attnum > 0),
                  (select t.typcollation from pg_type t where t.oid = a.atttypid)))
          ) order by n)
          from generate_series(1, i.indnkeyatts) n join pg_opclass o on o.oid = i.indclass[n - 1]),
        'directions', (select json_agg(case when i.indoption[n - 1] & 1 = 1 then 'desc' else 'asc' end order by n)
          from generate_series(1, i.indnkeyatts) n),
        'nulls', (select json_agg(case when i.indoption[n - 1] & 2 = 2 then 'first' else 'last' end order by n)
          from generate_series(1, i.indnkeyatts) n),
        'include', (select json_agg(pg_get_indexdef(i.indexrelid, n::int, false) order by n)
          from generate_series(i.indnkeyatts + 1, i.indnatts) n),
        'where', pg_get_expr(i.indpred, i.indrelid),
        'with', (select json_agg(option order by option) from unnest(x.reloptions) option),
        'nullsNotDistinct', ${version >= 150000 ? 'i.indnullsnotdistinct' : 'false'},
        'valid', i.indisvalid
      ) as attributes,
      json_build_array(case when c.relkind = 'm' then 'materialized view' else 'table' end, c.nspname, c.relname) as parent,
      false as part,
      'pg_class'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from rel c
    join pg_index i on i.indrelid = c.oid
    join pg_class x on x.oid = i.indexrelid and not x.relispartition
    join pg_am am on am.oid = x.relam
    where c.relkind in ('r', 'p', 'm')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`,
  create: (object) => [createIndex(object)],
  drop: ({ schema, name }) => [`DROP INDEX ${relationName(schema, name)};`],
  online: indexOnline(createIndex),
  reference: ({ schema, name }) => `INDEX ${relationName(schema, name)}`,
  rename: (before, after) => [
    `ALTER INDEX ${relationName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {},
  occupies: (index) => [relationKey(index)],
  blocks: (_index, needed) => rebuildsType(needed),
  traits: {
    renamable: true,
    form: ['nulls'],
    reasons: {
      columns: columnsReason,
      directions: sameLength('directions'),
      nulls: sameLength('nulls'),
      valid: (before) => (before === true ? 'valid only in the database' : 'the index is invalid'),
    },
  },
};

function createIndex(
  object: SchemaObject,
  how: '' | 'CONCURRENTLY ' = '',
  on: '' | 'ONLY ' = '',
): string {
  const include = listOf(object, 'include');
  const settings = listOf(object, 'with');
  const where = optionalText(object, 'where');
  return [
    `CREATE ${object.attributes['unique'] === true ? 'UNIQUE ' : ''}INDEX ${how}${quoteIdentifier(object.name)}`,
    ` ON ${on}${tableName(object)} USING ${textOf(object, 'method')} (${indexColumns(object)})`,
    include.length > 0 ? ` INCLUDE (${include.join(', ')})` : '',
    object.attributes['nullsNotDistinct'] === true ? ' NULLS NOT DISTINCT' : '',
    settings.length > 0 ? ` WITH (${settings.join(', ')})` : '',
    where === null ? '' : ` WHERE ${where}`,
    ';',
  ].join('');
}

function indexColumns(object: SchemaObject): string {
  const columns = object.attributes['columns'];
  const directions = listOf(object, 'directions');
  const nulls = listOf(object, 'nulls');
  return (Array.isArray(columns) ? columns : [])
    .map((column: Json, index) => {
      const parts = isRecord(column) ? column : {};
      const descending = directions[index] === 'desc';
      const usual = descending ? 'first' : 'last';
      return [
        quoteColumn(plain(parts['expression'])),
        typeof parts['collation'] === 'string' ? ` COLLATE ${parts['collation']}` : '',
        typeof parts['class'] === 'string' ? ` ${parts['class']}` : '',
        descending ? ' DESC' : '',
        nulls[index] === usual ? '' : ` NULLS ${(nulls[index] ?? 'last').toUpperCase()}`,
      ].join('');
    })
    .join(',');
}

/** A plain column is quoted as everywhere; an expression stays as Postgres spells it. */
function quoteColumn(expression: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(expression) ? columnList([expression]) : expression;
}

/** Silent when the number of columns differs: that says enough. */
function sameLength(label: string): Reason {
  return (before, after) => {
    const [old, wanted] = [texts(before), texts(after)];
    return old.length === wanted.length
      ? `${label}: (${old.join(', ')}) → (${wanted.join(', ')})`
      : null;
  };
}

function columnsReason(before: Json | undefined, after: Json | undefined): string {
  const words = (value: Json | undefined): string =>
    (Array.isArray(value) ? value : [])
      .map((column: Json) =>
        isRecord(column)
          ? [column['expression'], column['collation'], column['class']]
              .filter((word) => typeof word === 'string')
              .join(' ')
          : '',
      )
      .join(', ');
  return `columns: (${words(before)}) → (${words(after)})`;
}
