import { equal } from '../schema/attributes.ts';
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf, dependentsOf } from '../schema/relations.ts';
import { checkClause, checkKind } from './check.ts';
import { columnDefinition } from './column.ts';
import { settingsOf } from './column-settings.ts';
import { keyClause, named } from './constraint.ts';
import { markIndex } from './index-marks.ts';
import { listOf, optionalText, type Kind, type Transition } from './kind.ts';
import { relationKey, relationName, typeKey } from './names.ts';
import { changeOptions, optionClause } from './options.ts';
import { tableResemblance } from './resemblance.ts';
import { uniqueKind } from './unique.ts';
import { keptSequences, disowned, ownership, sequenceKind, sequencesApart } from './sequence.ts';
import { tableOnline } from './table-online.ts';
import { alterParents } from './table-partition.ts';

export const tableKind: Kind = {
  name: 'table',
  rows: "pg_class where oid >= 16384 and relkind in ('r', 'p')",
  query: () => `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        'persistence', case c.relpersistence when 'u' then 'unlogged' else 'permanent' end,
        'partitionKey', case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
        'partitionOf', case when c.relispartition then (
          select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) end,
        'bound', pg_get_expr(c.relpartbound, c.oid),
        'inherits', case when not c.relispartition then (
          select json_agg(i.inhparent::regclass::text order by i.inhseqno)
          from pg_inherits i where i.inhrelid = c.oid) end,
        'rowSecurity', c.relrowsecurity,
        'forceRowSecurity', c.relforcerowsecurity,
        'options', case when c.reloptions is not null or x.reloptions is not null then (
          select json_agg(option order by option) from (
            select unnest(c.reloptions) as option union all select 'toast.' || unnest(x.reloptions)) o) end,
        'replicaIdentity', case c.relreplident when 'f' then 'full' when 'n' then 'nothing' when 'i' then 'index' end,
        'accessMethod', case when am.amname <> 'heap' then quote_ident(am.amname) end,
        'ofType', nullif(c.reloftype, 0)::regtype::text
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c
    left join pg_class x on x.oid = c.reltoastrelid and c.reltoastrelid <> 0
    left join pg_am am on am.oid = c.relam
    where c.relkind in ('r', 'p')`,
  create: createTable,
  drop: dropTable,
  reference: ({ schema, name }) => `TABLE ${relationName(schema, name)}`,
  rename: (before, after) => [
    `ALTER TABLE ${relationName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    persistence: (_before, after) => [
      `${alterTable(after)} SET ${after.attributes['persistence'] === 'unlogged' ? 'UNLOGGED' : 'LOGGED'};`,
    ],
    rowSecurity: (_before, after) => [
      `${alterTable(after)} ${after.attributes['rowSecurity'] === true ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY;`,
    ],
    forceRowSecurity: (_before, after) => [
      `${alterTable(after)} ${after.attributes['forceRowSecurity'] === true ? '' : 'NO '}FORCE ROW LEVEL SECURITY;`,
    ],
    options: (before, after) => changeOptions(alterTable(after), 'options', before, after),
    ...alterParents,
    replicaIdentity: (_before, after) => identifyRows(after),
    accessMethod: (_before, after) => [
      `${alterTable(after)} SET ACCESS METHOD ${optionalText(after, 'accessMethod') ?? 'heap'};`,
    ],
    ofType: (_before, after) => [`${alterTable(after)} ${ofClause(after)};`],
  },
  online: tableOnline(alterParents['partitionOf']),
  recreatable: () => false,
  occupies: (table) => [relationKey(table), typeKey(table)],
  traits: {
    resembles: tableResemblance,
    reasons: {
      rowSecurity: (_before, after) =>
        `row level security enabled only in the ${after === true ? 'models' : 'database'}`,
      forceRowSecurity: (_before, after) =>
        `row level security forced only in the ${after === true ? 'models' : 'database'}`,
    },
  },
};

/** A partition of what a foreign key refers to must leave it before it can go. */
function dropTable(table: SchemaObject, transition?: Transition): string[] {
  const parent = optionalText(table, 'partitionOf');
  const name = relationName(table.schema, table.name);
  const isReferred = table.needs.some((need) => {
    const needed = transition?.actual.objects.get(need);
    return needed?.kind === 'table' && transition && isTarget(needed, transition.actual);
  });
  const columns = transition ? childrenOf(transition.actual, table.id) : [];
  return [
    ...columns.flatMap((column) => keptSequences(column, transition)).map(disowned),
    ...(parent !== null && isReferred ? [`ALTER TABLE ${parent} DETACH PARTITION ${name};`] : []),
    `DROP TABLE ${name};`,
  ];
}

/** A foreign key needs the table's columns, and its key where that is no part of theirs. */
function isTarget({ id, schema, name }: SchemaObject, all: Schema): boolean {
  const members = [id, ...childrenOf(all, id).map((child) => child.id)];
  return members.some((member) =>
    dependentsOf(all, member).some(
      (other) =>
        other.kind === 'foreign key' && equal(other.attributes['target'] ?? null, [schema, name]),
    ),
  );
}

function createTable(table: SchemaObject, schema: Schema, actual?: Schema): string[] {
  const parts = childrenOf(schema, table.id).filter(({ part }) => part);
  const apart = parts.filter((part) => standsApart(part, parts));
  const inside = parts.filter((part) => !apart.includes(part));
  const columns = parts.filter((part) => part.kind === 'column');
  const sequences = columns.flatMap((column) => sequencesApart(column, schema, actual));
  return [
    ...sequences.flatMap((one) =>
      actual?.objects.has(one.id) ? [] : sequenceKind.create(one, schema),
    ),
    statement(table, { columns, parts: inside }, schema, actual),
    ...apart.flatMap((part) =>
      (part.kind === 'unique' ? uniqueKind : checkKind).create(part, schema),
    ),
    ...sequences.map(ownership),
    ...columns.flatMap(settingsOf),
    ...inside.flatMap(markIndex),
    ...tableSettings(table),
    ...(table.attributes['rowSecurity'] === true
      ? [`${alterTable(table)} ENABLE ROW LEVEL SECURITY;`]
      : []),
    ...(table.attributes['forceRowSecurity'] === true
      ? [`${alterTable(table)} FORCE ROW LEVEL SECURITY;`]
      : []),
  ];
}

/**
 * CREATE TABLE takes a check that is NOT VALID for valid, and leaves out a unique constraint over the
 * columns of another key.
 */
function standsApart(part: SchemaObject, parts: readonly SchemaObject[]): boolean {
  if (part.kind === 'check') return part.attributes['validated'] === false;
  if (part.kind !== 'unique') return false;
  const columns = listOf(part, 'order').join();
  const twins = parts.filter(
    (other) =>
      (other.kind === 'unique' || other.kind === 'primary key') &&
      listOf(other, 'order').join() === columns,
  );
  return twins.length > 1 && twins.some((twin) => twin.kind === 'primary key' || twin.id < part.id);
}

interface Members {
  readonly columns: readonly SchemaObject[];
  readonly parts: readonly SchemaObject[];
}

function statement(
  table: SchemaObject,
  { columns, parts }: Members,
  schema: Schema,
  actual: Schema | undefined,
): string {
  const partitionOf = optionalText(table, 'partitionOf');
  const key = optionalText(table, 'partitionKey');
  const inherits = listOf(table, 'inherits');
  const settings = listOf(table, 'options');
  const unlogged = table.attributes['persistence'] === 'unlogged' ? 'UNLOGGED ' : '';
  const head = `CREATE ${unlogged}TABLE ${relationName(table.schema, table.name)}`;
  const members = membersOf(table, { columns, parts }, schema, actual);
  const body =
    members.length > 0 ? ` (\n${members.map((member) => `\t${member}`).join(',\n')}\n)` : ' ()';
  return [
    head,
    partitionOf === null
      ? body
      : ` PARTITION OF ${partitionOf}${members.length > 0 ? body : ''} ${optionalText(table, 'bound') ?? ''}`,
    inherits.length > 0 ? ` INHERITS (${inherits.join(', ')})` : '',
    key === null ? '' : ` PARTITION BY ${key}`,
    settings.length > 0 ? ` WITH (${optionClause(settings)})` : '',
    ';',
  ].join('');
}

/** Columns and constraints, as lines between the parentheses. */
function membersOf(
  table: SchemaObject,
  { columns, parts }: Members,
  schema: Schema,
  actual: Schema | undefined,
): string[] {
  const inline = parts.find((part) => part.kind === 'primary key' && isPlainKey(part, table));
  const [keyColumn] = inline ? listOf(inline, 'order') : [];
  const plain = columns.some((column) => column.name === keyColumn);
  return [
    ...columns.map((column) => columnDefinition(column, schema, column.name === keyColumn, actual)),
    ...parts.filter((part) => !(plain && part === inline)).flatMap(constraintMember),
  ];
}

function constraintMember(part: SchemaObject): string[] {
  switch (part.kind) {
    case 'primary key':
      return [named(part, keyClause(part, 'PRIMARY KEY'))];
    case 'unique':
      return [named(part, keyClause(part, 'UNIQUE'))];
    case 'check':
      return [named(part, checkClause(part))];
    default:
      return [];
  }
}

/** A key that `PRIMARY KEY` behind its column would make. */
function isPlainKey(key: SchemaObject, table: SchemaObject): boolean {
  const usual = objectId('primary key', table.schema ?? '', table.name, `${table.name}_pkey`);
  const { deferrable, include } = key.attributes;
  return (
    key.id === usual && listOf(key, 'order').length === 1 && deferrable === null && include === null
  );
}

/** What CREATE TABLE has no word for, or not in every version. */
function tableSettings(table: SchemaObject): string[] {
  const { accessMethod, replicaIdentity, ofType } = table.attributes;
  return [
    ...((accessMethod ?? null) === null
      ? []
      : [`${alterTable(table)} SET ACCESS METHOD ${optionalText(table, 'accessMethod') ?? ''};`]),
    ...((replicaIdentity ?? null) === null ? [] : identifyRows(table)),
    ...((ofType ?? null) === null ? [] : [`${alterTable(table)} ${ofClause(table)};`]),
  ];
}

/** By an index: that is the index' to say. */
function identifyRows(table: SchemaObject): string[] {
  const identity = optionalText(table, 'replicaIdentity');
  return identity === 'index'
    ? []
    : [`${alterTable(table)} REPLICA IDENTITY ${(identity ?? 'default').toUpperCase()};`];
}

function ofClause(table: SchemaObject): string {
  const type = optionalText(table, 'ofType');
  return type === null ? 'NOT OF' : `OF ${type}`;
}

function alterTable(table: SchemaObject): string {
  return `ALTER TABLE ${relationName(table.schema, table.name)}`;
}
