import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { passesThroughText, rebuildsType, retypes } from './blocking.ts';
import { columnNames } from './constraint.ts';
import { listOf, type Kind } from './kind.ts';
import { namesakes } from './namesakes.ts';
import { columnList, qualifiedName, relationName } from './names.ts';
import { bare } from './types.ts';

export const statisticsKind: Kind = {
  name: 'statistics',
  plural: 'statistics',
  // It lives in a schema of its own choice, whatever its table's is.
  identity: ({ schema, name }) => [schema ?? '', name],
  rows: 'pg_statistic_ext',
  query: (version) => `
    select n.nspname as schema, c.relname as "table", s.stxname as name,
      json_build_object(
        'on', json_build_array(c.nspname, c.relname),
        'kinds', (select json_agg(case kind when 'd' then 'ndistinct' when 'f' then 'dependencies' when 'm' then 'mcv' end
            order by kind) from unnest(s.stxkind) kind where kind <> 'e'),
        'columns', ${columnNames('c.oid', 's.stxkeys::int2[]', true)},
        'expressions', ${version >= 140000 ? 'to_json(pg_get_statisticsobjdef_expressions(s.oid))' : 'null'},
        'target', nullif(s.stxstattarget, -1)
      ) as attributes,
      json_build_array('pg_class'::regclass::oid::int8, c.oid::int8, 0) as parent, false as part,
      'pg_statistic_ext'::regclass::oid as classid, s.oid as objid, 0 as objsubid
    from pg_statistic_ext s
    join pg_namespace n on n.oid = s.stxnamespace
    join rel c on c.oid = s.stxrelid
    where not exists (select from ext where classid = 'pg_statistic_ext'::regclass and objid = s.oid)`,
  create: createStatistics,
  drop: ({ schema, name }) => [`DROP STATISTICS ${qualifiedName(schema, name)};`],
  reference: ({ schema, name }) => `STATISTICS ${qualifiedName(schema, name)}`,
  rename: (before, after) => [
    ...(before.name === after.name
      ? []
      : [`${alter(before)} RENAME TO ${quoteIdentifier(after.name)};`]),
    ...(before.schema === after.schema
      ? []
      : [
          `${alter({ ...after, schema: before.schema })} SET SCHEMA ${quoteIdentifier(after.schema ?? 'public')};`,
        ]),
  ],
  alter: { target: (_before, after) => [setTarget(after)] },
  rebinds: namesakes,
  // Postgres makes it anew for a column's new type, and forgets its target.
  blocks: (statistics, needed) =>
    rebuildsType(needed) ||
    (passesThroughText(needed) && listOf(statistics, 'expressions').length > 0) ||
    (retypes(needed) && (statistics.attributes['target'] ?? null) !== null),
  traits: { renamable: true },
};

function createStatistics(object: SchemaObject): string[] {
  const [schema, table] = listOf(object, 'on');
  const kinds = listOf(object, 'kinds');
  const columns = listOf(object, 'columns');
  const elements = [
    ...(columns.length > 0 ? [columnList(columns)] : []),
    ...listOf(object, 'expressions').map((expression) => `(${bare(expression)})`),
  ];
  return [
    [
      `CREATE STATISTICS ${qualifiedName(object.schema, object.name)}`,
      kinds.length > 0 ? ` (${kinds.join(', ')})` : '',
      ` ON ${elements.join(', ')} FROM ${relationName(schema ?? null, table ?? '')};`,
    ].join(''),
    ...(typeof object.attributes['target'] === 'number' ? [setTarget(object)] : []),
  ];
}

function setTarget(object: SchemaObject): string {
  const { target } = object.attributes;
  return `${alter(object)} SET STATISTICS ${typeof target === 'number' ? String(target) : '-1'};`;
}

function alter({ schema, name }: SchemaObject): string {
  return `ALTER STATISTICS ${qualifiedName(schema, name)}`;
}
