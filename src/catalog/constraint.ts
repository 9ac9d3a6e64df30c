// What primary keys, unique constraints, checks and foreign keys share.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import type { Reason } from '../schema/traits.ts';
import { retypes } from './blocking.ts';
import { INDEX_MARKS, MARK_VALUES } from './index-marks.ts';
import { columnList, tableName } from './names.ts';
import { listOf, texts, type Alteration } from './kind.ts';
import { flag, listed, text, type Names, type ValueList } from './value-list.ts';

/** Over the constraints of one type, without those a partition takes from its parent. */
export function constraintQuery<L extends ValueList>(
  { type, part }: { readonly type: string; readonly part: boolean },
  list: L,
  expressions: Readonly<Record<keyof L & string, string>>,
): string {
  const place = {
    schema: 'c.nspname',
    table: 'c.relname',
    name: 'k.conname',
    parent: `'table'`,
    part: String(part),
    classid: `'pg_constraint'::regclass::oid`,
    objid: 'k.oid',
    objsubid: '0',
  };
  return `
    select ${listed(place, list, expressions)}
    from rel c
    join pg_constraint k on k.conrelid = c.oid
    left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
    where k.contype = '${type}' and c.relkind in ('r', 'p') and k.conparentid = 0 and k.conislocal
    order by k.oid`;
}

/**
 * Names of the columns numbered in an array, in its order, or sorted. Nothing is joined to the numbers:
 * so they stay in their order without a sort, which takes longer than all the rest.
 */
export function columnNames(relation: string, numbers: string, sorted = false): string {
  const name = columnName(relation, 'n');
  const order = sorted ? ` order by ${name} collate "C"` : '';
  return `(select json_agg(${name}${order}) from unnest(${numbers}) n)`;
}

/** The name of the column of this number. */
export function columnName(relation: string, number: string): string {
  return `(select a.attname from pg_attribute a where a.attrelid = ${relation} and a.attnum = ${number})`;
}

/** `NOT DEFERRABLE` is null. */
export const DEFERRABLE = `case when k.condeferred then 'DEFERRABLE INITIALLY DEFERRED'
  when k.condeferrable then 'DEFERRABLE' end`;

export function deferrableClause(object: SchemaObject): string {
  const clause = object.attributes['deferrable'];
  return typeof clause === 'string' ? ` ${clause}` : '';
}

/** Some columns by their numbers: `16384{1,3}`. Their names are looked up here: that is many queries less. */
export function columnNumbers(relation: string, numbers: string): string {
  return `${relation}::text || (${numbers})::text`;
}

/** Their names. */
export function names(value: string, all: Names): string[] {
  const [relation = '', numbers = ''] = value.split('{');
  return all.columns(relation, numbers.slice(0, -1).split(','));
}

/** Their names as a set. */
function sortedNames(value: string, all: Names): string[] {
  return names(value, all).sort(byBytes);
}

/** As `collate "C"` sorts. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The attributes of a key: its columns as a set, their order apart, because order is form. */
export const KEY_VALUES = {
  columns: sortedNames,
  order: names,
  include: names,
  nullsNotDistinct: flag,
  withoutOverlaps: flag,
  deferrable: text,
  ...MARK_VALUES,
} as const satisfies ValueList;

/** Keys of one type: primary, or unique. */
export function keyQuery(type: string, version: number): string {
  return constraintQuery({ type, part: true }, KEY_VALUES, {
    columns: columnNumbers('k.conrelid', 'k.conkey'),
    order: columnNumbers('k.conrelid', 'k.conkey'),
    include: `case when i.indnatts > i.indnkeyatts then
      ${columnNumbers('i.indrelid', '(i.indkey::int2[])[i.indnkeyatts:]')} end`,
    nullsNotDistinct: version >= 150000 ? 'coalesce(i.indnullsnotdistinct, false)' : 'false',
    withoutOverlaps: version >= 180000 ? 'k.conperiod' : 'false',
    deferrable: DEFERRABLE,
    ...INDEX_MARKS,
  });
}

/** Postgres can't make a key anew for an included column's new type where a foreign key refers to it. */
export function includesRetyped(key: SchemaObject, needed: Alteration): boolean {
  return retypes(needed) && listOf(key, 'include').includes(needed.before.name);
}

/** `UNIQUE NULLS NOT DISTINCT("a","b")`, after its keyword. */
export function keyClause(object: SchemaObject, keyword: string): string {
  const include = listOf(object, 'include');
  const columns = listOf(object, 'order');
  const last = object.attributes['withoutOverlaps'] === true ? ' WITHOUT OVERLAPS' : '';
  return [
    keyword,
    object.attributes['nullsNotDistinct'] === true ? ' NULLS NOT DISTINCT' : '',
    `(${columnList(columns)}${last})`,
    include.length > 0 ? ` INCLUDE (${columnList(include)})` : '',
    deferrableClause(object),
  ].join('');
}

/** `CONSTRAINT "name" …`. */
export function named(object: SchemaObject, clause: string): string {
  return `CONSTRAINT ${quoteIdentifier(object.name)} ${clause}`;
}

export function addConstraint(object: SchemaObject, clause: string): string[] {
  return [`ALTER TABLE ${tableName(object)} ADD ${named(object, clause)};`];
}

export function dropConstraint(object: SchemaObject): string[] {
  return [`ALTER TABLE ${tableName(object)} DROP CONSTRAINT ${quoteIdentifier(object.name)};`];
}

export function renameConstraint(before: SchemaObject, after: SchemaObject): string[] {
  return [
    `ALTER TABLE ${tableName(before)} RENAME CONSTRAINT ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)};`,
  ];
}

export function constraintReference(object: SchemaObject): string {
  return `CONSTRAINT ${quoteIdentifier(object.name)} ON ${tableName(object)}`;
}

export function validateConstraint(object: SchemaObject): string[] | null {
  return object.attributes['validated'] === true
    ? [`ALTER TABLE ${tableName(object)} VALIDATE CONSTRAINT ${quoteIdentifier(object.name)};`]
    : null;
}

export function validatedReason(_before: Json | undefined, after: Json | undefined): string {
  return `NOT VALID only in the ${after === true ? 'database' : 'models'}`;
}

/** Whether the rows there are known to satisfy it; of one that isn't enforced, nothing is to be known. */
export function validatedColumn(version: number): string {
  return version >= 180000 ? '(k.convalidated or not k.conenforced)' : 'k.convalidated';
}

/** Says how a list is ordered otherwise; silent when its members differ, for that is told elsewhere. */
export function orderReason(label: string): Reason {
  return (before, after) => {
    const [old, wanted] = [texts(before), texts(after)];
    const same = old.length === wanted.length && old.every((one) => wanted.includes(one));
    return same ? `${label}: (${old.join(', ')}) → (${wanted.join(', ')})` : null;
  };
}
