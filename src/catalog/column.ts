import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { columnOnline } from './column-online.ts';
import {
  callsItsOwnByAnotherName,
  changeDefault,
  changeIdentity,
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
import { tableName } from './names.ts';
import { columnResemblance } from './resemblance.ts';
import { serialSequence, VALUE_OPTIONS } from './sequence.ts';
import { bare, conversion, shortDefault, shortType } from './types.ts';

const SERIAL: Readonly<Record<string, string>> = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

export const columnKind: Kind = {
  name: 'column',
  // What a partition or a child takes from its parent is the parent's.
  query: () => `
    select c.nspname as schema, c.relname as "table", a.attname as name,
      json_build_object(
        'type', format_type(a.atttypid, a.atttypmod),
        'collation', (select quote_ident(l.collname) from pg_collation l
          where l.oid = a.attcollation and a.attcollation <> t.typcollation),
        'notNull', a.attnotnull,
        'default', case when a.attgenerated = '' and pg_get_expr(d.adbin, d.adrelid) !~ '^NULL::[^()]*(\\(\\d+\\))?$'
          then pg_get_expr(d.adbin, d.adrelid) end,
        'identity', (select json_build_object(
            'generation', case a.attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end, ${VALUE_OPTIONS})
          from pg_depend i join pg_sequence q on q.seqrelid = i.objid
          where a.attidentity <> '' and i.refclassid = 'pg_class'::regclass and i.refobjid = c.oid
            and i.refobjsubid = a.attnum and i.classid = 'pg_class'::regclass and i.deptype = 'i'),
        'identitySequence', (select i.objid::regclass::text
          from pg_depend i
          where a.attidentity <> '' and i.refclassid = 'pg_class'::regclass and i.refobjid = c.oid
            and i.refobjsubid = a.attnum and i.classid = 'pg_class'::regclass and i.deptype = 'i'),
        'generated', case when a.attgenerated <> '' then json_build_object(
          'expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's') end
      ) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, true as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, a.attnum::int as objsubid
    from rel c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and (a.attislocal or a.attinhcount = 0)
    order by c.oid, a.attnum`,
  create: (object, schema) => [
    `ALTER TABLE ${tableName(object)} ADD COLUMN ${columnDefinition(object, schema)};`,
  ],
  drop: (object) => [
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
    collation: (before, after) => (sameType(before, after) ? setType(before, after) : []),
    identity: (before, after, transition) =>
      leavesIdentityForType(before, after) ? [] : changeIdentity(before, after, transition),
    identitySequence: renameIdentitySequence,
    default: (before, after, transition) =>
      sameType(before, after) ? changeDefault(before, after, transition) : [],
    notNull: changeNotNull,
  },
  // Only values that are computed can be had again.
  recreatable: (before, after) =>
    recordOf(before, 'generated') !== null || recordOf(after, 'generated') !== null,
  blocks: (column, needed) =>
    recordOf(column, 'generated') !== null && (retypes(needed) || rebuildsType(needed)),
  release: (column, gone) =>
    optionalText(column, 'default') !== null && [...gone].every(isValueSource)
      ? { default: null }
      : {},
  traits: {
    resembles: columnResemblance,
    form: ['identitySequence'],
    formWhen: { default: callsItsOwnByAnotherName },
    reasons: {
      notNull: (_before, after) => `not null only in the ${after === true ? 'models' : 'database'}`,
      identity: identityReason,
      generated: generatedReason,
      identitySequence: sequenceReason,
    },
  },
};

/** What a default may call, in contrast to what the column's type needs. */
function isValueSource(id: string): boolean {
  return /^(?:function|aggregate|operator|cast|sequence):/.test(id);
}

/** A column as CREATE TABLE and ADD COLUMN write it. */
export function columnDefinition(column: SchemaObject, schema: Schema, primaryKey = false): string {
  const serial = serialSequence(column, schema);
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
    column.attributes['notNull'] === true ? 'NOT NULL' : '',
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

function changeType(before: SchemaObject, after: SchemaObject, transition: Transition): string[] {
  if (recordOf(after, 'generated') !== null) return setType(before, after);
  const plainly = { ...after, attributes: { ...after.attributes, default: null } };
  const leaves = leavesIdentityForType(before, after);
  const moved = renameOwnSequence(before, after, transition);
  return [
    ...(leaves ? (changeIdentity(before, plainly, transition) ?? []) : []),
    ...(moved ?? []),
    ...(optionalText(before, 'default') === null ? [] : [`${alterColumn(after)} DROP DEFAULT;`]),
    ...setType(before, after),
    ...restoreDefault(before, after, transition, moved !== null),
  ];
}

/** Only integers have an identity: it goes before the type changes. */
function leavesIdentityForType(before: SchemaObject, after: SchemaObject): boolean {
  const leaves = recordOf(before, 'identity') !== null && recordOf(after, 'identity') === null;
  return leaves && !sameType(before, after);
}

function setType(before: SchemaObject, after: SchemaObject): string[] {
  const name = quoteIdentifier(after.name);
  const type = textOf(after, 'type');
  const collation = optionalText(after, 'collation');
  const using = conversion(name, textOf(before, 'type'), type);
  return [
    `${alterColumn(after)} SET DATA TYPE ${shortType(type)}${collation === null ? '' : ` COLLATE ${collation}`}${using === null ? '' : ` USING ${using}`};`,
  ];
}

function changeNotNull(_before: SchemaObject, after: SchemaObject): string[] {
  const verb = after.attributes['notNull'] === true ? 'SET' : 'DROP';
  return [`${alterColumn(after)} ${verb} NOT NULL;`];
}

function renameIdentitySequence(before: SchemaObject, after: SchemaObject): string[] {
  const old = optionalText(before, 'identitySequence');
  const wanted = optionalText(after, 'identitySequence');
  if (old === null || wanted === null) return [];
  return [`ALTER SEQUENCE ${old} RENAME TO ${lastName(wanted)};`];
}

function alterColumn(column: SchemaObject): string {
  return `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
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
