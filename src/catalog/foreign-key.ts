import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import { retypes } from './blocking.ts';
import {
  addConstraint,
  byBytes,
  columnName,
  columnNumbers,
  constraintQuery,
  constraintReference,
  DEFERRABLE,
  deferrableClause,
  dropConstraint,
  names,
  renameConstraint,
  validateConstraint,
  validatedColumn,
  validatedReason,
} from './constraint.ts';
import { addedThenValidated, validatedOnline } from './constraint-online.ts';
import { isRecord, listOf, optionalText, plain, textOf, type Kind } from './kind.ts';
import { columnList, constraintKey, qualifiedName, tableName } from './names.ts';
import { isOnPartitioned } from './partitions.ts';
import { PARENTS, resemblesParents } from './table-parents.ts';
import { comparable } from './types.ts';
import { flag, json, text, type Names, type ValueList } from './value-list.ts';

const ACTION = (column: string): string => `case k.${column}
  when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
  when 'n' then 'set null' when 'd' then 'set default' end`;

/** `16384{1,3} 16390{1,2}`. */
const PAIRS = `${columnNumbers('k.conrelid', 'k.conkey')} || ' ' || ${columnNumbers('k.confrelid', 'k.confkey')}`;

/** Columns in the order of the referencing ones' names: the order of the pairs means nothing. */
function paired(value: string, all: Names): (readonly [local: string, remote: string])[] {
  const [local = '', remote = ''] = value.split(' ');
  const others = names(remote, all);
  return names(local, all)
    .map((name, index) => [name, others[index] ?? ''] as const)
    .sort(([a], [b]) => byBytes(a, b));
}

/** The last pair of columns, where it is one of periods. */
const PERIOD = `case when k.conperiod then ${columnName('k.conrelid', 'k.conkey[array_upper(k.conkey, 1)]')} end`;

const FOREIGN_KEY_VALUES = {
  columns: (value, all) => paired(value, all).map(([local]) => local),
  target: json,
  targetColumns: (value, all) => paired(value, all).map(([, remote]) => remote),
  onDelete: text,
  onDeleteColumns: names,
  onUpdate: text,
  match: text,
  deferrable: text,
  enforced: flag,
  validated: flag,
  period: text,
} as const satisfies ValueList;

export const foreignKeyKind: Kind = {
  name: 'foreign key',
  query: (version) =>
    constraintQuery({ type: 'f', part: false }, FOREIGN_KEY_VALUES, {
      columns: PAIRS,
      target: `(select json_build_array(tn.nspname, t.relname)
        from pg_class t join pg_namespace tn on tn.oid = t.relnamespace where t.oid = k.confrelid)`,
      targetColumns: PAIRS,
      onDelete: ACTION('confdeltype'),
      onDeleteColumns: version >= 150000 ? columnNumbers('k.conrelid', 'k.confdelsetcols') : 'null',
      onUpdate: ACTION('confupdtype'),
      match: `case k.confmatchtype when 'f' then 'full' when 'p' then 'partial' else 'simple' end`,
      deferrable: DEFERRABLE,
      enforced: version >= 180000 ? 'k.conenforced' : 'true',
      validated: validatedColumn(version),
      period: version >= 180000 ? PERIOD : 'null',
    }),
  values: FOREIGN_KEY_VALUES,
  rows: "pg_constraint where oid >= 16384 and contype = 'f'",
  create: (object) => addConstraint(object, foreignKeyClause(object)),
  drop: dropConstraint,
  online: {
    // One of a partitioned table is checked at once before PostgreSQL 18.
    create: (object, { desired, version }) =>
      version < 18 && isOnPartitioned(object, desired)
        ? null
        : addedThenValidated(object, foreignKeyClause(object)),
    alter: { validated: validatedOnline },
  },
  reference: constraintReference,
  rename: renameConstraint,
  rebinds: keysOfTarget,
  occupies: (key) => [constraintKey(key)],
  alter: {
    deferrable: (before, after) =>
      hasItsKey(before, after)
        ? [`${alterConstraint(after)}${deferrableClause(after) || ' NOT DEFERRABLE'};`]
        : null,
    enforced: (_before, after) => [
      `${alterConstraint(after)}${after.attributes['enforced'] === true ? '' : ' NOT'} ENFORCED;`,
    ],
    validated: (_before, after) => validateConstraint(after),
  },
  // Its two sides can't be compared while one of them has the other type.
  blocks: (_key, needed) =>
    retypes(needed) && !comparable(textOf(needed.before, 'type'), textOf(needed.after, 'type')),
  traits: {
    renamable: true,
    form: ['validated'],
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: { validated: validatedReason },
  },
};

function foreignKeyClause(object: SchemaObject): string {
  const [schema, table] = listOf(object, 'target');
  const deleteColumns = listOf(object, 'onDeleteColumns');
  const { match, enforced, validated } = object.attributes;
  return [
    `FOREIGN KEY (${keyColumns(object, 'columns')}) `,
    `REFERENCES ${qualifiedName(schema ?? null, table ?? '')}(${keyColumns(object, 'targetColumns')})`,
    match === 'full' ? ' MATCH FULL' : '',
    ` ON DELETE ${textOf(object, 'onDelete')}`,
    deleteColumns.length > 0 ? ` (${columnList(deleteColumns)})` : '',
    ` ON UPDATE ${textOf(object, 'onUpdate')}`,
    deferrableClause(object),
    enforced === false ? ' NOT ENFORCED' : '',
    validated === false && enforced !== false ? ' NOT VALID' : '',
  ].join('');
}

/** One over periods has them last. */
function keyColumns(object: SchemaObject, attribute: 'columns' | 'targetColumns'): string {
  const columns = listOf(object, attribute);
  const at = listOf(object, 'columns').indexOf(optionalText(object, 'period') ?? '');
  if (at === -1) return columnList(columns);
  const period = columns[at] ?? '';
  return [
    ...columns.filter((_column, index) => index !== at).map(quoteIdentifier),
    `PERIOD ${quoteIdentifier(period)}`,
  ].join(', ');
}

/** Whether the key that it leans on is the same one afterwards. */
function hasItsKey(before: SchemaObject, after: SchemaObject): boolean {
  const isKey = (id: string): boolean => /^(?:primary key|unique|index):/.test(id);
  return before.needs.filter(isKey).every((id) => after.needs.includes(id));
}

/** Keys and unique indexes of the target over the columns referred to. */
function keysOfTarget(object: SchemaObject, schema: Schema): string[] {
  const wanted = [...listOf(object, 'targetColumns')].sort().join();
  const id = objectId('table', ...listOf(object, 'target'));
  return childrenOf(schema, id)
    .filter((key) => key.kind === 'primary key' || key.kind === 'unique' || isPlainUnique(key))
    .filter((key) => [...columnsOfKey(key)].sort().join() === wanted)
    .map((key) => key.id);
}

function isPlainUnique({ kind, attributes }: SchemaObject): boolean {
  return kind === 'index' && attributes['unique'] === true && attributes['where'] === null;
}

function columnsOfKey(key: SchemaObject): string[] {
  if (key.kind !== 'index') return listOf(key, 'order');
  const columns = key.attributes['columns'];
  return (Array.isArray(columns) ? columns : []).map((column: Json) =>
    isRecord(column) ? plain(column['expression']) : '',
  );
}

function alterConstraint(object: SchemaObject): string {
  return `ALTER TABLE ${tableName(object)} ALTER CONSTRAINT ${quoteIdentifier(object.name)}`;
}
