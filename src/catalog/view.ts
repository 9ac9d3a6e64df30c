// Views and materialized views: a definition as Postgres reprints it, and options.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { isRecord, listOf, plain, recordOf, textOf, type Kind } from './kind.ts';
import { namesakes } from './namesakes.ts';
import { relationKey, relationName, typeKey } from './names.ts';
import { changeOptions, optionClause } from './options.ts';
import { keepsColumns } from './view-definition.ts';

export const viewKind: Kind = {
  ...kindOfView('view'),
  rows: "pg_class where oid >= 16384 and relkind = 'v'",
  query: () =>
    viewQuery(
      'v',
      `'defaults', (select json_object_agg(a.attname, pg_get_expr(d.adbin, d.adrelid) order by a.attname collate "C")
        from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where d.adrelid = c.oid)`,
    ),
  create: (object) => [`CREATE ${definition(object)};`, ...changeDefaults(null, object)],
  alter: {
    definition: (before, after) =>
      isReplaced(before, after) ? [`CREATE OR REPLACE ${definition(after)};`] : null,
    // With a new definition the options are given as well.
    options: (before, after) =>
      isReplaced(before, after) ? [] : changeOptions(alterView(after), 'options', before, after),
    defaults: changeDefaults,
  },
};

export const materializedViewKind: Kind = {
  ...kindOfView('materialized view'),
  rows: "pg_class where oid >= 16384 and relkind = 'm'",
  query: () =>
    viewQuery(
      'm',
      `'populated', c.relispopulated,
       'accessMethod', (select m.amname from pg_am m where m.oid = c.relam)`,
    ),
  create: (object) => [
    `CREATE ${definition(object)}${object.attributes['populated'] === false ? ' WITH NO DATA' : ''};`,
  ],
  alter: {
    options: (before, after) => changeOptions(alterView(after), 'options', before, after),
    populated: (_before, after) => [
      `REFRESH ${reference(after)}${after.attributes['populated'] === false ? ' WITH NO DATA' : ''};`,
    ],
  },
};

function kindOfView(name: 'view' | 'materialized view'): Omit<Kind, 'query' | 'create' | 'alter'> {
  return {
    name,
    drop: (object) => [`DROP ${reference(object)};`],
    rename: (before, after) => [`${alterView(before)} RENAME TO ${quoteIdentifier(after.name)};`],
    reference,
    occupies: (view) => [relationKey(view), typeKey(view)],
    rebinds: namesakes,
    blocks: (_view, needed) => retypes(needed) || rebuildsType(needed),
    traits: {
      reasons: {
        defaults: (before, after) =>
          `defaults: ${defaultsInWords(before)} → ${defaultsInWords(after)}`,
        populated: (_before, after) =>
          `populated only in the ${after === true ? 'models' : 'database'}`,
      },
    },
  };
}

function viewQuery(relkind: string, attributes: string): string {
  return `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'definition', pg_get_viewdef(c.oid),
        'options', (select json_agg(option order by option) from unnest(c.reloptions) option),
        ${attributes}
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c where c.relkind = '${relkind}'`;
}

/** Everything after CREATE or CREATE OR REPLACE. */
function definition(object: SchemaObject): string {
  const options = listOf(object, 'options');
  const method = textOf(object, 'accessMethod');
  return [
    reference(object),
    method === '' || method === 'heap' ? '' : ` USING ${quoteIdentifier(method)}`,
    options.length > 0 ? ` WITH (${optionClause(options)})` : '',
    ` AS ${textOf(object, 'definition').trim().replace(/;$/, '')}`,
  ].join('');
}

function isReplaced(before: SchemaObject, after: SchemaObject): boolean {
  const [old, wanted] = [textOf(before, 'definition'), textOf(after, 'definition')];
  return old !== wanted && keepsColumns(old, wanted);
}

function changeDefaults(before: SchemaObject | null, after: SchemaObject): string[] {
  const old = (before && recordOf(before, 'defaults')) ?? {};
  const wanted = recordOf(after, 'defaults') ?? {};
  const column = (name: string): string =>
    `${alterView(after)} ALTER COLUMN ${quoteIdentifier(name)}`;
  return [
    ...Object.keys(old)
      .filter((name) => !(name in wanted))
      .map((name) => `${column(name)} DROP DEFAULT;`),
    ...Object.entries(wanted)
      .filter(([name, value]) => old[name] !== value)
      .map(([name, value]) => `${column(name)} SET DEFAULT ${plain(value)};`),
  ];
}

function defaultsInWords(value: Json | undefined): string {
  const entries = Object.entries(isRecord(value) ? value : {}).map(
    ([name, text]) => `${name} = ${plain(text)}`,
  );
  return entries.length > 0 ? entries.join(', ') : 'none';
}

function alterView(object: SchemaObject): string {
  return `ALTER ${reference(object)}`;
}

/** `VIEW "v"`, `MATERIALIZED VIEW "app"."m"`. */
function reference(object: SchemaObject): string {
  return `${object.kind.toUpperCase()} ${relationName(object.schema, object.name)}`;
}
