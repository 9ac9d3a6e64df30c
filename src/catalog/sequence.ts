import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import { listOf, optionalText, textOf, type Alter, type Kind } from './kind.ts';
import { sequenceResemblance } from './resemblance.ts';
import { columnList, qualifiedName, relationKey, relationName } from './names.ts';

/** The options of a sequence as JSON, given the alias of its pg_sequence row; its type apart. */
export const VALUE_OPTIONS = `'start', q.seqstart::text,
  'increment', q.seqincrement::text, 'min', q.seqmin::text, 'max', q.seqmax::text,
  'cache', q.seqcache::text, 'cycle', q.seqcycle`;

const MAXIMUM: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

export const sequenceKind: Kind = {
  name: 'sequence',
  // Its owner is told, but it is named on its own.
  identity: ({ schema, name }) => [schema ?? '', name],
  // Those of identity columns are part of the column.
  query: () => `
    select c.nspname as schema, o.relname as "table", c.relname as name,
      json_build_object('type', format_type(q.seqtypid, null), ${VALUE_OPTIONS},
        'ownedBy', case when o.relname is null then null else json_build_array(o.nspname, o.relname, a.attname) end
      ) as attributes,
      case when o.relname is null then null else json_build_array('column', o.nspname, o.relname, a.attname) end as parent,
      o.relname is not null as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c
    join pg_sequence q on q.seqrelid = c.oid
    left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid
      and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    left join (select t.oid, t.relname, tn.nspname from pg_class t join pg_namespace tn on tn.oid = t.relnamespace) o
      on o.oid = d.refobjid
    left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where c.relkind = 'S' and d.deptype is distinct from 'i'`,
  create: (object) => [
    `CREATE SEQUENCE ${qualifiedName(object.schema, object.name)}${typeClause(object)} ${options(object.attributes)};`,
  ],
  drop: ({ schema, name }) => [`DROP SEQUENCE ${qualifiedName(schema, name)};`],
  rename: (before, after) => [
    `ALTER SEQUENCE ${qualifiedName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  occupies: (sequence) => [relationKey(sequence)],
  reference: ({ schema, name }) => `SEQUENCE ${qualifiedName(schema, name)}`,
  alter: {
    type: set((object) => `AS ${textOf(object, 'type')}`),
    start: set((object) => `START WITH ${textOf(object, 'start')}`),
    increment: set((object) => `INCREMENT BY ${textOf(object, 'increment')}`),
    min: set((object) => `MINVALUE ${textOf(object, 'min')}`),
    max: set((object) => `MAXVALUE ${textOf(object, 'max')}`),
    cache: set((object) => `CACHE ${textOf(object, 'cache')}`),
    cycle: set((object) => (object.attributes['cycle'] === true ? 'CYCLE' : 'NO CYCLE')),
    ownedBy: (_before, after) => [ownership(after)],
  },
  traits: {
    resembles: sequenceResemblance,
    form: ['ownedBy'],
    follows: ['default', 'identity'],
    reasons: { ownedBy: ownedByReason },
  },
};

/** `ALTER SEQUENCE … OWNED BY …`. */
export function ownership(sequence: SchemaObject): string {
  const [schema, table, column] = listOf(sequence, 'ownedBy');
  const owner =
    table === undefined || column === undefined
      ? 'NONE'
      : `${relationName(schema ?? null, table)}.${columnList([column])}`;
  return `ALTER SEQUENCE ${qualifiedName(sequence.schema, sequence.name)} OWNED BY ${owner};`;
}

/** Sequence options in full, as drizzle-kit writes them. */
export function options(attributes: Readonly<Record<string, Json>>): string {
  const value = (name: string): string => {
    const option = attributes[name];
    return typeof option === 'string' ? option : '';
  };
  return `INCREMENT BY ${value('increment')} MINVALUE ${value('min')} MAXVALUE ${value('max')} START WITH ${value('start')} CACHE ${value('cache')}${attributes['cycle'] === true ? ' CYCLE' : ''}`;
}

/** The sequences that a column owns in a schema. */
export function ownedSequences(column: SchemaObject, schema: Schema): SchemaObject[] {
  return childrenOf(schema, column.id).filter(({ kind }) => kind === 'sequence');
}

/** The one that `serial` would make for the column, in every respect. */
export function serialSequence(column: SchemaObject, schema: Schema): SchemaObject | null {
  const id = objectId('sequence', column.schema ?? '', `${column.table ?? ''}_${column.name}_seq`);
  const sequence = schema.objects.get(id);
  const type = textOf(column, 'type');
  if (sequence?.parent !== column.id || column.attributes['notNull'] !== true) return null;
  const wanted = {
    type,
    start: '1',
    increment: '1',
    min: '1',
    max: MAXIMUM[type],
    cache: '1',
    cycle: false,
  };
  const same = Object.entries(wanted).every(([key, value]) => sequence.attributes[key] === value);
  return same && isCalled(sequence, column) ? sequence : null;
}

/** The owned sequence that a column takes its values from, whatever its name. */
export function callingSequence(column: SchemaObject, schema: Schema): SchemaObject | null {
  return ownedSequences(column, schema).find((one) => isCalled(one, column)) ?? null;
}

function isCalled(sequence: SchemaObject, column: SchemaObject): boolean {
  const calls = /^nextval\('(.+)'::regclass\)$/.exec(optionalText(column, 'default') ?? '')?.[1];
  return calls?.endsWith(sequenceReference(sequence)) === true;
}

function sequenceReference(sequence: SchemaObject): string {
  return objectId('', sequence.name).slice(1);
}

function typeClause(object: SchemaObject): string {
  const type = textOf(object, 'type');
  return type === 'bigint' ? '' : ` AS ${type}`;
}

function set(clause: (object: SchemaObject) => string): Alter {
  return (_before, after) => [
    `ALTER SEQUENCE ${qualifiedName(after.schema, after.name)} ${clause(after)};`,
  ];
}

function ownedByReason(before: Json | undefined, after: Json | undefined): string {
  const name = (value: Json | undefined): string =>
    Array.isArray(value) ? value.join('.') : 'nothing';
  return `owned by: ${name(before)} → ${name(after)}`;
}
