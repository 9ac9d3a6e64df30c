// Views and materialized views: a definition as Postgres reprints it, and options.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { listOf, textOf, type Kind } from './kind.ts';
import { relationKey, relationName, typeKey } from './names.ts';

export const viewKind: Kind = {
  name: 'view',
  query: () => viewQuery('v'),
  create: (object) => [createView('VIEW', object)],
  drop: ({ schema, name }) => [`DROP VIEW ${relationName(schema, name)};`],
  rename: (before, after) => renameView('VIEW', before, after),
  reference: ({ schema, name }) => `VIEW ${relationName(schema, name)}`,
  alter: { options: (before, after) => setOptions('VIEW', before, after) },
  occupies: (view) => [relationKey(view), typeKey(view)],
  blocks: (_view, needed) => retypes(needed) || rebuildsType(needed),
  traits: {},
};

export const materializedViewKind: Kind = {
  name: 'materialized view',
  query: () => viewQuery('m'),
  create: (object) => [createView('MATERIALIZED VIEW', object)],
  drop: ({ schema, name }) => [`DROP MATERIALIZED VIEW ${relationName(schema, name)};`],
  rename: (before, after) => renameView('MATERIALIZED VIEW', before, after),
  reference: ({ schema, name }) => `MATERIALIZED VIEW ${relationName(schema, name)}`,
  alter: { options: (before, after) => setOptions('MATERIALIZED VIEW', before, after) },
  occupies: (view) => [relationKey(view), typeKey(view)],
  blocks: (_view, needed) => retypes(needed) || rebuildsType(needed),
  traits: {},
};

function viewQuery(relkind: string): string {
  return `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'definition', pg_get_viewdef(c.oid),
        'options', (select json_agg(option order by option) from unnest(c.reloptions) option)
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c where c.relkind = '${relkind}'`;
}

function createView(keyword: string, object: SchemaObject): string {
  const settings = listOf(object, 'options');
  const name = relationName(object.schema, object.name);
  const clause = settings.length > 0 ? ` WITH (${settings.join(', ')})` : '';
  return `CREATE ${keyword} ${name}${clause} AS ${textOf(object, 'definition').trim().replace(/;$/, '')};`;
}

function renameView(keyword: string, before: SchemaObject, after: SchemaObject): string[] {
  const name = relationName(before.schema, before.name);
  return [`ALTER ${keyword} ${name} RENAME TO ${quoteIdentifier(after.name)};`];
}

function setOptions(keyword: string, before: SchemaObject, after: SchemaObject): string[] {
  const name = relationName(after.schema, after.name);
  const wanted = listOf(after, 'options');
  const keys = wanted.map(optionName);
  const gone = listOf(before, 'options')
    .map(optionName)
    .filter((key) => !keys.includes(key));
  return [
    ...(wanted.length > 0 ? [`ALTER ${keyword} ${name} SET (${wanted.join(', ')});`] : []),
    ...(gone.length > 0 ? [`ALTER ${keyword} ${name} RESET (${gone.join(', ')});`] : []),
  ];
}

function optionName(option: string): string {
  return option.slice(0, option.indexOf('='));
}
