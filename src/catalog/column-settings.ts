// What a column has beside its type and values: how it is stored, what ANALYZE gathers, and a NOT NULL
// that isn't like others.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { isRecord, optionalText, plain, recordOf, textOf, type Alter } from './kind.ts';
import { alterColumn, tableName } from './names.ts';
import { changeOptions } from './options.ts';

/** The attributes of this file, in the order they must run. */
export const alterSettings: Readonly<Record<string, Alter>> = {
  notNullConstraint: changeNotNullConstraint,
  storage: (before, after) => setStorage(after, recordOf(before, 'storage'), before),
  compression: (_before, after) => [
    `${alterColumn(after)} SET COMPRESSION ${optionalText(after, 'compression') ?? 'default'};`,
  ],
  statistics: (_before, after) => [
    `${alterColumn(after)} SET STATISTICS ${plain(after.attributes['statistics'] ?? -1)};`,
  ],
  options: (before, after) => changeOptions(alterColumn(after), 'options', before, after),
};

export const settingReasons = {
  notNullConstraint: notNullReason,
  storage: (before: Json | undefined, after: Json | undefined): string => {
    const words = (value: Json | undefined): string =>
      isRecord(value) ? plain(value['is']) : 'the usual';
    return `storage: ${words(before)} → ${words(after)}`;
  },
};

/** Statements after a column's creation. */
export function settingsOf(column: SchemaObject): string[] {
  const bare = { ...column, attributes: { ...column.attributes, options: null } };
  const { compression, statistics } = column.attributes;
  const isSet = (value: Json | undefined): boolean => (value ?? null) !== null;
  return [
    ...(hasUnusualNotNull(column) ? [addNotNull(column)] : []),
    ...setStorage(column, null, column),
    ...(isSet(compression)
      ? [`${alterColumn(column)} SET COMPRESSION ${plain(compression)};`]
      : []),
    ...(isSet(statistics) ? [`${alterColumn(column)} SET STATISTICS ${plain(statistics)};`] : []),
    ...changeOptions(alterColumn(column), 'options', bare, column),
  ];
}

/** A new type brings its own storage and compression: what was set and stays is set again. */
export function settingsAgain(before: SchemaObject, after: SchemaObject): string[] {
  const [storage, wanted] = [recordOf(before, 'storage'), recordOf(after, 'storage')];
  const compression = optionalText(after, 'compression');
  const sameStorage =
    storage?.['is'] === wanted?.['is'] && storage?.['usual'] === wanted?.['usual'];
  return [
    ...(sameStorage ? setStorage(after, null, after) : []),
    ...(compression !== null && compression === optionalText(before, 'compression')
      ? [`${alterColumn(after)} SET COMPRESSION ${compression};`]
      : []),
  ];
}

/** Whether its NOT NULL is a constraint that is written apart. */
export function hasUnusualNotNull(column: SchemaObject): boolean {
  return recordOf(column, 'notNullConstraint') !== null;
}

function setStorage(
  column: SchemaObject,
  old: Readonly<Record<string, Json>> | null,
  before: SchemaObject,
): string[] {
  const wanted = recordOf(column, 'storage');
  if (wanted) return [`${alterColumn(column)} SET STORAGE ${plain(wanted['is'])};`];
  // A change of type has brought the usual one.
  return old && textOf(before, 'type') === textOf(column, 'type')
    ? [`${alterColumn(column)} SET STORAGE ${plain(old['usual'])};`]
    : [];
}

function addNotNull(column: SchemaObject): string {
  const { name, validated, noInherit } = recordOf(column, 'notNullConstraint') ?? {};
  const options = `${noInherit === true ? ' NO INHERIT' : ''}${validated === false ? ' NOT VALID' : ''}`;
  return `ALTER TABLE ${tableName(column)} ADD CONSTRAINT ${quoteIdentifier(plain(name))} NOT NULL ${quoteIdentifier(column.name)}${options};`;
}

function changeNotNullConstraint(before: SchemaObject, after: SchemaObject): string[] {
  if (after.attributes['notNull'] !== true) return [];
  const old = recordOf(before, 'notNullConstraint');
  const wanted = recordOf(after, 'notNullConstraint');
  const was = before.attributes['notNull'] === true;
  const drop = was ? [`${alterColumn(after)} DROP NOT NULL;`] : [];
  if (wanted && (!old || (old['validated'] === true && wanted['validated'] === false))) {
    return [...drop, addNotNull(after)];
  }
  return old ? settleNotNull(old, wanted, after) : [];
}

function settleNotNull(
  old: Readonly<Record<string, Json>>,
  wanted: Readonly<Record<string, Json>> | null,
  column: SchemaObject,
): string[] {
  const table = `ALTER TABLE ${tableName(column)}`;
  const was = quoteIdentifier(plain(old['name']));
  const name = wanted ? quoteIdentifier(plain(wanted['name'])) : was;
  const inherits = wanted?.['noInherit'] !== true;
  return [
    ...(name === was ? [] : [`${table} RENAME CONSTRAINT ${was} TO ${name};`]),
    ...(old['validated'] === false && wanted?.['validated'] !== false
      ? [`${table} VALIDATE CONSTRAINT ${name};`]
      : []),
    ...(inherits === (old['noInherit'] === true)
      ? [`${table} ALTER CONSTRAINT ${name} ${inherits ? 'INHERIT' : 'NO INHERIT'};`]
      : []),
  ];
}

function notNullReason(before: Json | undefined, after: Json | undefined): string | null {
  const words = (value: Json | undefined): string | null => {
    if (!isRecord(value)) return null;
    const { validated, noInherit } = value;
    const told = [validated === false ? 'NOT VALID' : '', noInherit === true ? 'NO INHERIT' : ''];
    return `not null ${told.filter((word) => word !== '').join(' ')}`;
  };
  const [old, wanted] = [words(before), words(after)];
  if (old === wanted) return 'not null under another name';
  return old === null ? `${wanted ?? ''} only in the models` : `${old} only in the database`;
}
