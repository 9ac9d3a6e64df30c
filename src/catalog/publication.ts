// Publications. The tables and schemas in them are objects of their own: they go with either side.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { listOf, optionalText, textOf, type Alter, type Kind } from './kind.ts';
import { columnList, tableName } from './names.ts';
import { bare } from './types.ts';

export const publicationKind: Kind = {
  name: 'publication',
  rows: 'pg_publication',
  query: (version) => `
    select null as schema, null as "table", p.pubname as name,
      json_build_object(
        'allTables', p.puballtables,
        'publish', array_to_json(array_remove(array[case when p.pubinsert then 'insert' end,
          case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end,
          case when p.pubtruncate then 'truncate' end], null)),
        'viaRoot', p.pubviaroot,
        'generatedColumns', ${version >= 180000 ? `case p.pubgencols when 's' then 'stored' else 'none' end` : `'none'`}
      ) as attributes,
      null as parent, false as part, 'pg_publication'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from pg_publication p
    where not exists (select from ext where classid = 'pg_publication'::regclass and objid = p.oid)`,
  create: (object) => {
    const { viaRoot, generatedColumns, allTables } = object.attributes;
    const settings = [
      ...(listOf(object, 'publish').join() === ALL ? [] : [publish(object)]),
      ...(viaRoot === true ? [VIA_ROOT(true)] : []),
      ...(generatedColumns === 'stored' ? [generated(object)] : []),
    ];
    return [
      `CREATE PUBLICATION ${quoteIdentifier(object.name)}${allTables === true ? ' FOR ALL TABLES' : ''}${settings.length > 0 ? ` WITH (${settings.join(', ')})` : ''};`,
    ];
  },
  drop: ({ name }) => [`DROP PUBLICATION ${quoteIdentifier(name)};`],
  reference: ({ name }) => `PUBLICATION ${quoteIdentifier(name)}`,
  rename: (before, after) => [
    `ALTER PUBLICATION ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  // FOR ALL TABLES is decided once.
  alter: {
    publish: set(publish),
    viaRoot: set((object) => VIA_ROOT(object.attributes['viaRoot'] === true)),
    generatedColumns: set(generated),
  },
  traits: {},
};

const ALL = 'insert,update,delete,truncate';

const VIA_ROOT = (on: boolean): string => `publish_via_partition_root = ${String(on)}`;

function publish(object: SchemaObject): string {
  return `publish = '${listOf(object, 'publish').join(', ')}'`;
}

function generated(object: SchemaObject): string {
  return `publish_generated_columns = ${textOf(object, 'generatedColumns')}`;
}

function set(option: (object: SchemaObject) => string): Alter {
  return (_before, after) => [
    `ALTER PUBLICATION ${quoteIdentifier(after.name)} SET (${option(after)});`,
  ];
}

export const publicationTableKind: Kind = {
  name: 'publication table',
  rows: 'pg_publication',
  query: (version) => `
    select c.nspname as schema, c.relname as "table", p.pubname as name,
      json_build_object(
        'columns', ${
          version >= 150000
            ? `(select json_agg(a.attname order by a.attname collate "C") from pg_attribute a
                where a.attrelid = r.prrelid and a.attnum = any (r.prattrs))`
            : 'null'
        },
        'where', ${version >= 150000 ? 'pg_get_expr(r.prqual, r.prrelid)' : 'null'}
      ) as attributes,
      json_build_array(case c.relkind when 'f' then 'foreign table' else 'table' end, c.nspname, c.relname) as parent,
      false as part, 'pg_publication_rel'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from pg_publication_rel r
    join pg_publication p on p.oid = r.prpubid
    join rel c on c.oid = r.prrelid
    where not exists (select from ext where classid = 'pg_publication'::regclass and objid = p.oid)`,
  identity: ({ schema, table, name }) => [name, schema ?? '', table ?? ''],
  create: (object) => {
    const columns = listOf(object, 'columns');
    const where = optionalText(object, 'where');
    return [
      `ALTER PUBLICATION ${quoteIdentifier(object.name)} ADD TABLE ${tableName(object)}${columns.length > 0 ? ` (${columnList(columns)})` : ''}${where === null ? '' : ` WHERE (${bare(where)})`};`,
    ];
  },
  drop: (object) => [
    `ALTER PUBLICATION ${quoteIdentifier(object.name)} DROP TABLE ${tableName(object)};`,
  ],
  alter: {},
  blocks: (_member, needed) => retypes(needed) || rebuildsType(needed),
  traits: {},
};

export const publicationSchemaKind: Kind = {
  name: 'publication schema',
  rows: 'pg_publication',
  query: (version) =>
    version >= 150000
      ? `
    select n.nspname as schema, null as "table", p.pubname as name, '{}'::json as attributes,
      case when n.nspname <> 'public' then json_build_array('schema', n.nspname) end as parent, false as part,
      'pg_publication_namespace'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from pg_publication_namespace r
    join pg_publication p on p.oid = r.pnpubid
    join ns n on n.oid = r.pnnspid
    where not exists (select from ext where classid = 'pg_publication'::regclass and objid = p.oid)`
      : `
    select null::name as schema, null as "table", null::name as name, '{}'::json as attributes, null as parent,
      false as part, 0::oid as classid, 0::oid as objid, 0 as objsubid where false`,
  identity: ({ schema, name }) => [name, schema ?? ''],
  create: ({ name, schema }) => [
    `ALTER PUBLICATION ${quoteIdentifier(name)} ADD TABLES IN SCHEMA ${quoteIdentifier(schema ?? '')};`,
  ],
  drop: ({ name, schema }) => [
    `ALTER PUBLICATION ${quoteIdentifier(name)} DROP TABLES IN SCHEMA ${quoteIdentifier(schema ?? '')};`,
  ],
  alter: {},
  traits: {},
};
