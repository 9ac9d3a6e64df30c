import { objectId, quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import { listOf, optionalText, textOf, type Alter, type Kind, type Transition } from './kind.ts';
import { sequenceResemblance } from './resemblance.ts';
import { columnList, isNameOf, qualifiedName, relationKey, relationName } from './names.ts';

/** The options of a sequence as JSON, given the alias of its pg_sequence row; its type apart. */
export const VALUE_OPTIONS = `'start', q.seqstart::text,
  'increment', q.seqincrement::text, 'min', q.seqmin::text, 'max', q.seqmax::text,
  'cache', q.seqcache::text, 'cycle', q.seqcycle`;

const MAXIMUM: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

const CLAUSES = {
  type: (object) => `AS ${textOf(object, 'type')}`,
  increment: (object) => `INCREMENT BY ${textOf(object, 'increment')}`,
  min: (object) => `MINVALUE ${textOf(object, 'min')}`,
  max: (object) => `MAXVALUE ${textOf(object, 'max')}`,
  start: (object) => `START WITH ${textOf(object, 'start')}`,
  cache: (object) => `CACHE ${textOf(object, 'cache')}`,
  cycle: (object) => (object.attributes['cycle'] === true ? 'CYCLE' : 'NO CYCLE'),
} as const satisfies Readonly<Record<string, (object: SchemaObject) => string>>;

type Option = keyof typeof CLAUSES;

const OPTIONS = ['type', 'increment', 'min', 'max', 'start', 'cache', 'cycle'] as const;

export const sequenceKind: Kind = {
  name: 'sequence',
  // Its owner is told, but it is named on its own.
  identity: ({ schema, name }) => [schema ?? '', name],
  // Those of identity columns are part of the column.
  rows: 'pg_sequence where seqrelid >= 16384',
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
    ...Object.fromEntries(OPTIONS.map((name) => [name, changeOptions(name)])),
    ownedBy: changeOwner,
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

/** Where the column that owned it goes, or the one that shall comes, that takes care of it. */
function changeOwner(
  before: SchemaObject,
  after: SchemaObject,
  { actual, desired }: Transition,
): string[] {
  const { parent } = after;
  if (parent !== null) return actual.objects.has(parent) ? [ownership(after)] : [];
  return desired.objects.has(before.parent ?? '') ? [ownership(after)] : [];
}

/** `ALTER SEQUENCE … OWNED BY NONE`. */
export function disowned(sequence: SchemaObject): string {
  return ownership({ ...sequence, attributes: { ...sequence.attributes, ownedBy: null } });
}

/** Sequences that a column owns and that stay when it goes. */
export function keptSequences(column: SchemaObject, transition?: Transition): SchemaObject[] {
  if (!transition) return [];
  return ownedSequences(column, transition.actual).filter(
    ({ id }) => transition.desired.objects.has(id) && !transition.desired.objects.has(column.id),
  );
}

/** The one that `serial` makes for a column that is created; null where a sequence has that name already. */
export function freshSerial(
  column: SchemaObject,
  schema: Schema,
  actual?: Schema,
): SchemaObject | null {
  const serial = serialSequence(column, schema);
  return serial && actual?.objects.has(serial.id) === true ? null : serial;
}

/** The others that it owns: they have statements of their own. */
export function sequencesApart(
  column: SchemaObject,
  schema: Schema,
  actual?: Schema,
): SchemaObject[] {
  const serial = freshSerial(column, schema, actual);
  return ownedSequences(column, schema).filter((one) => one !== serial);
}

/** The sequences that a column owns in a schema. */
export function ownedSequences(column: SchemaObject, schema: Schema): SchemaObject[] {
  return childrenOf(schema, column.id).filter(({ kind }) => kind === 'sequence');
}

/** The one that `serial` would make for the column, in every respect. */
function serialSequence(column: SchemaObject, schema: Schema): SchemaObject | null {
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
  const calls = /^nextval\('(.+)'::regclass\)$/s.exec(optionalText(column, 'default') ?? '')?.[1];
  return calls !== undefined && isNameOf(calls.replaceAll("''", "'"), sequence);
}

function typeClause(object: SchemaObject): string {
  const type = textOf(object, 'type');
  return type === 'bigint' ? '' : ` AS ${type}`;
}

/** All options that differ go into one statement, for they must fit each other: the first one's. */
function changeOptions(name: Option): Alter {
  return (before, after) => {
    const differing = OPTIONS.filter((one) => before.attributes[one] !== after.attributes[one]);
    if (differing[0] !== name) return [];
    const clauses = differing.map((one) => CLAUSES[one](after));
    const sequence = qualifiedName(after.schema, after.name);
    const { moves, restarts } = positionWithin(before, after);
    return [
      ...(moves === null
        ? []
        : [`SELECT setval(${quoteLiteral(sequence)}, ${moves}) FROM ${sequence};`]),
      `ALTER SEQUENCE ${sequence} ${clauses.join(' ')}${restarts};`,
    ];
  };
}

/**
 * Its position must lie within the new bounds. One that nothing was taken from yet stands at its old
 * start and goes to the new one; where the bounds have nothing in common it starts anew; else Postgres
 * refuses to leave a value behind that is out of bounds.
 */
function positionWithin(
  before: SchemaObject,
  after: SchemaObject,
): { moves: string | null; restarts: string } {
  const bound = (object: SchemaObject, name: string): bigint => BigInt(textOf(object, name) || '0');
  const isWithin = (value: bigint, object: SchemaObject): boolean =>
    value >= bound(object, 'min') && value <= bound(object, 'max');
  if (isWithin(bound(before, 'start'), after)) return { moves: null, restarts: '' };
  const start = bound(after, 'start');
  if (!isWithin(start, before)) return { moves: null, restarts: ` RESTART WITH ${String(start)}` };
  const value = `CASE WHEN is_called THEN last_value ELSE ${String(start)} END`;
  return { moves: `${value}, is_called`, restarts: '' };
}

function ownedByReason(before: Json | undefined, after: Json | undefined): string {
  const name = (value: Json | undefined): string =>
    Array.isArray(value) ? value.join('.') : 'nothing';
  return `owned by: ${name(before)} → ${name(after)}`;
}
