import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { columnOnline } from './column-online.ts';
import { COLUMN_VALUES, columnQuery } from './column-query.ts';
import {
  alterSettings,
  hasUnusualNotNull,
  settingReasons,
  settingsAgain,
  settingsOf,
} from './column-settings.ts';
import {
  callsItsOwnByAnotherName,
  changeDefault,
  changeIdentity,
  identityByWayOfSequence,
  identityClause,
  lastName,
  renameOwnSequence,
  restoreDefault,
} from './column-values.ts';
import {
  isRecord,
  optionalText,
  plain,
  recordOf,
  textOf,
  type Kind,
  type Transition,
} from './kind.ts';
import { alterColumn, isNameOf, tableName } from './names.ts';
import { namesakes } from './namesakes.ts';
import { columnResemblance } from './resemblance.ts';
import {
  disowned,
  freshSerial,
  keptSequences,
  ownedSequences,
  ownership,
  sequenceKind,
  sequencesApart,
} from './sequence.ts';
import { comesFromParents, hasHeirs, PARENTS } from './table-parents.ts';
import { isPassed } from './type-rebuild.ts';
import { bare, conversion, shortDefault, shortType } from './types.ts';

const SERIAL: Readonly<Record<string, string>> = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

export const columnKind: Kind = {
  name: 'column',
  query: columnQuery,
  values: COLUMN_VALUES,
  rows: "pg_class where oid >= 16384 and relkind in ('r', 'p')",
  create: createColumn,
  drop: (object, transition) => [
    ...keptSequences(object, transition).map(disowned),
    `ALTER TABLE ${tableName(object)} DROP COLUMN ${quoteIdentifier(object.name)};`,
  ],
  reference: (object) => `COLUMN ${tableName(object)}.${quoteIdentifier(object.name)}`,
  online: columnOnline(columnDefinition),
  rename: (before, after) => [
    `ALTER TABLE ${tableName(before)} RENAME COLUMN ${quoteIdentifier(before.name)} TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    generated: changeGenerated,
    type: changeType,
    collation: (before, after, transition) =>
      sameType(before, after) ? changeCollation(before, after, transition) : [],
    identity: (before, after, transition) =>
      leavesIdentityForType(before, after) ? [] : changeIdentity(before, after, transition),
    identitySequence: renameIdentitySequence,
    default: (before, after, transition) =>
      sameType(before, after) ? changeDefault(before, after, transition) : [],
    notNull: changeNotNull,
    ...alterSettings,
  },
  // Only values that are computed can be had again.
  recreatable: (before, after) =>
    recordOf(before, 'generated') !== null || recordOf(after, 'generated') !== null,
  byWayOf: onItsWay,
  blocks: (column, needed) =>
    recordOf(column, 'generated') !== null && (retypes(needed) || rebuildsType(needed)),
  rebinds: namesakes,
  release: (column, gone) =>
    optionalText(column, 'default') !== null && [...gone].every(isValueSource)
      ? { default: null }
      : {},
  traits: {
    resembles: columnResemblance,
    form: ['identitySequence'],
    follows: PARENTS,
    followsIf: comesFromParents,
    formWhen: { default: callsItsOwnByAnotherName },
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? 'models' : 'database'}`,
      identity: identityReason,
      generated: generatedReason,
      identitySequence: sequenceReason,
      ...settingReasons,
    },
  },
};

/** The column while it leans neither on what it did nor on what it shall: text, or without its default. */
function onItsWay(
  before: SchemaObject,
  after: SchemaObject,
  { actual, desired }: Transition,
): SchemaObject | null {
  const isPlain = (column: SchemaObject, schema: Schema): boolean =>
    recordOf(column, 'generated') === null &&
    recordOf(column, 'identity') === null &&
    ownedSequences(column, schema).length === 0;
  if (!isPlain(before, actual) || !isPlain(after, desired)) return null;
  if (sameType(before, after)) {
    const needs = before.needs.filter((need) => !isValueSource(need));
    return optionalText(before, 'default') === null
      ? null
      : { ...before, needs, attributes: { ...before.attributes, default: null } };
  }
  if (isInPartitionKey(before, actual)) return null;
  return asText(before);
}

function asText(column: SchemaObject): SchemaObject {
  const type = textOf(column, 'type').endsWith('[]') ? 'text[]' : 'text';
  return {
    ...column,
    needs: column.needs.filter((need) => need === column.parent),
    attributes: { ...column.attributes, type, collation: null, default: null },
  };
}

/** What a default may call, in contrast to what the column's type needs. */
function isValueSource(id: string): boolean {
  return /^(?:function|aggregate|operator|cast|sequence):/.test(id);
}

function createColumn(column: SchemaObject, schema: Schema, actual?: Schema): string[] {
  if (recordOf(column, 'identity') && hasHeirs(column, [schema, actual])) {
    return addIdentityUnderHeirs(column);
  }
  const sequences = sequencesApart(column, schema, actual);
  return [
    ...sequences.flatMap((one) =>
      actual?.objects.has(one.id) ? [] : sequenceKind.create(one, schema),
    ),
    `ALTER TABLE ${tableName(column)} ADD COLUMN ${columnDefinition(column, schema, false, actual)};`,
    ...sequences.map(ownership),
    ...settingsOf(column),
  ];
}

/** Postgres adds no identity to children: the column gets its values from a sequence first. */
function addIdentityUnderHeirs(column: SchemaObject): string[] {
  const plainly = { ...column, attributes: { ...column.attributes, identity: null } };
  const { first, then } = identityByWayOfSequence(column);
  const definition = columnDefinition(plainly, { objects: new Map(), uncovered: {} });
  return [
    first.create,
    `ALTER TABLE ${tableName(column)} ADD COLUMN ${definition} DEFAULT ${first.value};`,
    ...then,
    ...settingsOf(column),
  ];
}

/** A column as CREATE TABLE and ADD COLUMN write it. */
export function columnDefinition(
  column: SchemaObject,
  schema: Schema,
  primaryKey = false,
  actual?: Schema,
): string {
  const serial = freshSerial(column, schema, actual);
  const type = textOf(column, 'type');
  const collation = optionalText(column, 'collation');
  const fallback = serial ? null : optionalText(column, 'default');
  const generated = recordOf(column, 'generated');
  return [
    quoteIdentifier(column.name),
    serial ? (SERIAL[type] ?? type) : shortType(type),
    collation === null ? '' : `COLLATE ${collation}`,
    primaryKey ? 'PRIMARY KEY' : '',
    generated ? generatedClause(generated) : '',
    identityClause(column),
    fallback === null ? '' : `DEFAULT ${shortDefault(fallback, type)}`,
    column.attributes['notNull'] === true && !hasUnusualNotNull(column) ? 'NOT NULL' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function generatedClause(generated: Readonly<Record<string, Json>>): string {
  const { expression, stored } = generated;
  return `GENERATED ALWAYS AS (${typeof expression === 'string' ? bare(expression) : ''}) ${stored === true ? 'STORED' : 'VIRTUAL'}`;
}

/** A stored expression can be given up; any other change of it makes the column anew. */
function changeGenerated(before: SchemaObject, after: SchemaObject): string[] | null {
  const old = recordOf(before, 'generated');
  if (recordOf(after, 'generated') !== null || old?.['stored'] !== true) return null;
  return [`${alterColumn(after)} DROP EXPRESSION;`];
}

function changeType(
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
): string[] | null {
  if (isInPartitionKey(before, transition.actual)) return null;
  if (recordOf(after, 'generated') !== null) return setType(before, after, transition);
  const plainly = { ...after, attributes: { ...after.attributes, default: null } };
  const leaves = leavesIdentityForType(before, after);
  const moved = renameOwnSequence(before, after, transition);
  return [
    ...(leaves ? (changeIdentity(before, plainly, transition) ?? []) : []),
    ...(moved ?? []),
    ...(optionalText(before, 'default') === null ? [] : [`${alterColumn(after)} DROP DEFAULT;`]),
    ...setType(before, after, transition),
    ...restoreDefault(before, after, transition, moved !== null),
  ];
}

/** Only integers have an identity: it goes before the type changes. */
function leavesIdentityForType(before: SchemaObject, after: SchemaObject): boolean {
  const leaves = recordOf(before, 'identity') !== null && recordOf(after, 'identity') === null;
  return leaves && !sameType(before, after);
}

function changeCollation(
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
): string[] | null {
  return isInPartitionKey(before, transition.actual) ? null : setType(before, after, transition);
}

function setType(
  before: SchemaObject,
  after: SchemaObject,
  { actual, desired }: Transition,
): string[] {
  const name = quoteIdentifier(after.name);
  const type = textOf(after, 'type');
  const collation = optionalText(after, 'collation');
  const from = isPassed(before, after, { actual, desired })
    ? textOf(asText(before), 'type')
    : baseType(before, actual);
  const using = conversion(name, [from, baseType(after, desired)], type);
  return [
    `${alterColumn(after)} SET DATA TYPE ${shortType(type)}${collation === null ? '' : ` COLLATE ${collation}`}${using === null ? '' : ` USING ${using}`};`,
    ...settingsAgain(before, after),
  ];
}

/** The type of a column, or what the domain that it has is over. */
function baseType(column: SchemaObject, { objects }: Schema): string {
  const base = (type: string, needs: readonly string[]): string => {
    const domain = needs
      .map((need) => objects.get(need))
      .find((one) => one?.kind === 'domain' && isNameOf(type, one));
    return domain ? base(textOf(domain, 'type'), domain.needs) : type;
  };
  return base(textOf(column, 'type'), column.needs);
}

/** Postgres refuses to convert what decides which partition a row is in. */
function isInPartitionKey(column: SchemaObject, { objects }: Schema): boolean {
  const table = objects.get(column.parent ?? '');
  const key = table ? optionalText(table, 'partitionKey') : null;
  const words = key?.match(/"(?:[^"]|"")*"|[\w$\u0080-\uffff]+/g) ?? [];
  return words.some((word) => word === column.name || word === quoteIdentifier(column.name));
}

function changeNotNull(_before: SchemaObject, after: SchemaObject): string[] {
  if (hasUnusualNotNull(after)) return [];
  const verb = after.attributes['notNull'] === true ? 'SET' : 'DROP';
  return [`${alterColumn(after)} ${verb} NOT NULL;`];
}

function renameIdentitySequence(before: SchemaObject, after: SchemaObject): string[] {
  const old = optionalText(before, 'identitySequence');
  const wanted = optionalText(after, 'identitySequence');
  if (old === null || wanted === null) return [];
  return [`ALTER SEQUENCE ${old} RENAME TO ${lastName(wanted)};`];
}

function sameType(before: SchemaObject, after: SchemaObject): boolean {
  return textOf(before, 'type') === textOf(after, 'type');
}

function identityReason(before: Json | undefined, after: Json | undefined): string {
  const words = (value: Json | undefined): string =>
    isRecord(value) ? plain(value['generation']).toLowerCase() : 'none';
  if (!isRecord(before) || !isRecord(after)) {
    return `identity: ${words(before)} → ${words(after)}`;
  }
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  const parts = changed.map((key) => `${key} ${plain(before[key])} → ${plain(after[key])}`);
  return `identity: ${parts.join(', ')}`;
}

function sequenceReason(before: Json | undefined, after: Json | undefined): string | null {
  return typeof before === 'string' && typeof after === 'string'
    ? `its sequence under another name: ${before} → ${after}`
    : null;
}

function generatedReason(before: Json | undefined, after: Json | undefined): string {
  const words = (value: Json | undefined): string =>
    isRecord(value)
      ? `${plain(value['expression'])}${value['stored'] === true ? '' : ' (virtual)'}`
      : 'none';
  return `generated: ${words(before)} → ${words(after)}`;
}
