// Foreign tables, with their columns and checks: none of them stands for itself.
import { quoteIdentifier } from '../schema/identity.ts';
import { equal } from '../schema/attributes.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import { rebuildsType } from './blocking.ts';
import {
  alterOptions,
  optionChanges,
  optionsClause,
  optionsQuery,
  optionsReason,
} from './foreign-options.ts';
import {
  isRecord,
  listOf,
  optionalText,
  plain,
  textOf,
  type Kind,
  type Transition,
} from './kind.ts';
import { relationName } from './names.ts';
import { bare, shortDefault, shortType } from './types.ts';

export const foreignTableKind: Kind = {
  name: 'foreign table',
  rows: 'pg_foreign_table',
  query: () => `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'server', s.srvname,
        'columns', (select json_agg(json_build_object(
            'name', a.attname,
            'type', format_type(a.atttypid, a.atttypmod),
            'collation', (select quote_ident(l.collname) from pg_collation l, pg_type t
              where t.oid = a.atttypid and l.oid = a.attcollation and a.attcollation <> t.typcollation),
            'notNull', a.attnotnull,
            'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
            'generated', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
            'options', ${optionsQuery('a.attfdwoptions')}) order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
        'checks', (select json_agg(json_build_object('name', k.conname,
            'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.conname collate "C")
          from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'),
        'inherits', (select json_agg(i.inhparent::regclass::text order by i.inhseqno)
          from pg_inherits i where i.inhrelid = c.oid),
        'bound', pg_get_expr(c.relpartbound, c.oid),
        'options', ${optionsQuery('f.ftoptions')}
      ) as attributes,
      null as parent, false as part, 'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c
    join pg_foreign_table f on f.ftrelid = c.oid
    join pg_foreign_server s on s.oid = f.ftserver
    where c.relkind = 'f'`,
  create: createForeignTable,
  drop: (object) => [`DROP ${foreignTable(object)};`],
  reference: foreignTable,
  rename: (before, after) => [
    `ALTER ${foreignTable(before)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    columns: changeColumns,
    checks: changeChecks,
    options: alterOptions((object) => `ALTER ${foreignTable(object)}`),
  },
  blocks: (_table, needed) => rebuildsType(needed),
  traits: { reasons: { options: optionsReason, columns: columnsReason, checks: checksReason } },
};

function foreignTable({ schema, name }: SchemaObject): string {
  return `FOREIGN TABLE ${relationName(schema, name)}`;
}

function createForeignTable(object: SchemaObject): string[] {
  const inherits = listOf(object, 'inherits');
  const bound = optionalText(object, 'bound');
  const members = [
    ...(bound === null ? columnsOf(object).map(definition) : []),
    ...records(object.attributes['checks']).map((check) => checkClause(check)),
  ];
  const body = `(\n${members.map((member) => `\t${member}`).join(',\n')}\n)`;
  const head = `CREATE ${foreignTable(object)}`;
  return [
    [
      bound === null
        ? `${head} ${members.length > 0 ? body : '()'}${inherits.length > 0 ? ` INHERITS (${inherits.join(', ')})` : ''}`
        : `${head} PARTITION OF ${inherits.join(', ')} ${bound}`,
      ` SERVER ${quoteIdentifier(textOf(object, 'server'))}${optionsClause(object)};`,
    ].join(''),
  ];
}

type Column = Readonly<Record<string, Json>>;

function records(value: Json | undefined): Column[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function columnsOf(object: SchemaObject): Column[] {
  return records(object.attributes['columns']);
}

function definition(column: Column): string {
  const { collation, notNull, default: fallback, generated } = column;
  const type = plain(column['type']);
  const options = optionChanges(null, column['options']).map((one) => one.replace(/^ADD /, ''));
  return [
    quoteIdentifier(plain(column['name'])),
    shortType(type),
    ...(options.length > 0 ? [`OPTIONS (${options.join(', ')})`] : []),
    ...(typeof collation === 'string' ? [`COLLATE ${collation}`] : []),
    ...(typeof generated === 'string' ? [`GENERATED ALWAYS AS (${bare(generated)}) STORED`] : []),
    ...(typeof fallback === 'string' ? [`DEFAULT ${shortDefault(fallback, type)}`] : []),
    ...(notNull === true ? ['NOT NULL'] : []),
  ].join(' ');
}

/** Columns come, go and change; another order or expression makes the table anew, for it holds no rows. */
function changeColumns(
  before: SchemaObject,
  after: SchemaObject,
  { actual }: Transition,
): string[] | null {
  const byName = new Map(columnsOf(before).map((column) => [column['name'], column]));
  const wanted = columnsOf(after);
  const names = new Set(wanted.map((column) => column['name']));
  const kept = [...byName.keys()].filter((name) => names.has(name ?? null));
  const inPlace = wanted.every(
    (column, index) => index >= kept.length || column['name'] === kept[index],
  );
  if (!inPlace || optionalText(after, 'bound') !== null) return null;
  const clauses = wanted.map((column) => {
    const old = byName.get(column['name']);
    return old ? columnChanges(old, column) : [`ADD COLUMN ${definition(column)}`];
  });
  if (clauses.some((list) => list === null)) return null;
  const gone = [...byName.keys()].filter((name) => !names.has(name ?? null));
  const retyped = clauses.flat().some((clause) => clause?.includes(' SET DATA TYPE '));
  // A view on it keeps a column as it is, so both are made anew.
  const leaning = dependentsOf(actual, before.id).some(({ parent }) => parent !== before.id);
  if (leaning && (gone.length > 0 || retyped)) return null;
  return [
    ...gone.map((name) => `DROP COLUMN ${quoteIdentifier(plain(name))}`),
    ...clauses.flatMap((list) => list ?? []),
  ].map((clause) => `ALTER ${foreignTable(after)} ${clause};`);
}

/** Null where only another table will do. */
function columnChanges(old: Column, wanted: Column): string[] | null {
  if (!equal(old['generated'], wanted['generated'])) return null;
  const differs = (name: string): boolean => !equal(old[name], wanted[name]);
  const { collation, notNull, default: fallback } = wanted;
  const type = plain(wanted['type']);
  const options = optionChanges(old['options'], wanted['options']);
  const retyped = differs('type') || differs('collation');
  const hadDefault = typeof old['default'] === 'string';
  const clauses = [
    ...(retyped && hadDefault ? ['DROP DEFAULT'] : []),
    ...(retyped
      ? [
          `SET DATA TYPE ${shortType(type)}${typeof collation === 'string' ? ` COLLATE ${collation}` : ''}`,
        ]
      : []),
    ...(typeof fallback === 'string' && (retyped || differs('default'))
      ? [`SET DEFAULT ${shortDefault(fallback, type)}`]
      : []),
    ...(typeof fallback !== 'string' && hadDefault && !retyped ? ['DROP DEFAULT'] : []),
    ...(differs('notNull') ? [`${notNull === true ? 'SET' : 'DROP'} NOT NULL`] : []),
    ...(options.length > 0 ? [`OPTIONS (${options.join(', ')})`] : []),
  ];
  return clauses.map(
    (clause) => `ALTER COLUMN ${quoteIdentifier(plain(wanted['name']))} ${clause}`,
  );
}

function checkClause(check: Column): string {
  return `CONSTRAINT ${quoteIdentifier(plain(check['name']))} CHECK (${bare(plain(check['expression']))})`;
}

function changeChecks(before: SchemaObject, after: SchemaObject): string[] {
  const old = records(before.attributes['checks']);
  const wanted = records(after.attributes['checks']);
  const missing = (some: readonly Column[], others: readonly Column[]): Column[] =>
    some.filter((one) => !others.some((other) => equal(one, other)));
  return [
    ...missing(old, wanted).map((one) => `DROP CONSTRAINT ${quoteIdentifier(plain(one['name']))}`),
    ...missing(wanted, old).map((one) => `ADD ${checkClause(one)}`),
  ].map((clause) => `ALTER ${foreignTable(after)} ${clause};`);
}

function columnsReason(before: Json | undefined, after: Json | undefined): string {
  return membersReason('columns', before, after);
}

function checksReason(before: Json | undefined, after: Json | undefined): string {
  return membersReason('checks', before, after);
}

/** Which come, go or differ, by name. */
function membersReason(label: string, before: Json | undefined, after: Json | undefined): string {
  const [old, wanted] = [records(before), records(after)];
  const named = (list: readonly Column[], name: Json | undefined): Column | undefined =>
    list.find((one) => one['name'] === name);
  const words = [
    ...wanted.filter(({ name }) => !named(old, name)).map(({ name }) => `+ ${plain(name)}`),
    ...old.filter(({ name }) => !named(wanted, name)).map(({ name }) => `- ${plain(name)}`),
    ...wanted
      .filter(({ name }) => named(old, name) && !equal(named(old, name), named(wanted, name)))
      .map(({ name }) => `${plain(name)} differs`),
  ];
  return `${label}: ${words.length > 0 ? words.join(', ') : 'in another order'}`;
}
