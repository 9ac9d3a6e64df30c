import { equal } from '../schema/attributes.ts';
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf, dependentsOf } from '../schema/relations.ts';
import { checkClause, checkKind } from './check.ts';
import { columnDefinition } from './column.ts';
import { keyClause, named } from './constraint.ts';
import { listOf, optionalText, type Kind, type Transition } from './kind.ts';
import { relationKey, relationName, typeKey } from './names.ts';
import { tableResemblance } from './resemblance.ts';
import { uniqueKind } from './unique.ts';
import { ownedSequences, ownership, sequenceKind, serialSequence } from './sequence.ts';

export const tableKind: Kind = {
  name: 'table',
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
        'options', (select json_agg(option order by option) from unnest(c.reloptions) option)
      ) as attributes,
      null as parent, false as part,
      'pg_class'::regclass::oid as classid, c.oid as objid, 0 as objsubid
    from rel c where c.relkind in ('r', 'p')`,
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
    options: setOptions,
    inherits: (before, after) => {
      const old = listOf(before, 'inherits');
      const wanted = listOf(after, 'inherits');
      return [
        ...old
          .filter((one) => !wanted.includes(one))
          .map((one) => `${alterTable(after)} NO INHERIT ${one};`),
        ...wanted
          .filter((one) => !old.includes(one))
          .map((one) => `${alterTable(after)} INHERIT ${one};`),
      ];
    },
  },
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
  return [
    ...(parent !== null && isReferred ? [`ALTER TABLE ${parent} DETACH PARTITION ${name};`] : []),
    `DROP TABLE ${name};`,
  ];
}

function isTarget({ id, schema, name }: SchemaObject, all: Schema): boolean {
  return dependentsOf(all, id).some(
    (other) =>
      other.kind === 'foreign key' && equal(other.attributes['target'] ?? null, [schema, name]),
  );
}

function createTable(table: SchemaObject, schema: Schema): string[] {
  const parts = childrenOf(schema, table.id).filter(({ part }) => part);
  const apart = parts.filter((part) => standsApart(part, parts));
  const inside = parts.filter((part) => !apart.includes(part));
  const columns = parts.filter((part) => part.kind === 'column');
  const sequences = columns.flatMap((column) =>
    ownedSequences(column, schema).filter((one) => one !== serialSequence(column, schema)),
  );
  return [
    ...sequences.flatMap((sequence) => sequenceKind.create(sequence, schema)),
    statement(table, columns, inside, schema),
    ...apart.flatMap((part) =>
      (part.kind === 'unique' ? uniqueKind : checkKind).create(part, schema),
    ),
    ...sequences.map(ownership),
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

function statement(
  table: SchemaObject,
  columns: readonly SchemaObject[],
  parts: readonly SchemaObject[],
  schema: Schema,
): string {
  const partitionOf = optionalText(table, 'partitionOf');
  const key = optionalText(table, 'partitionKey');
  const inherits = listOf(table, 'inherits');
  const settings = listOf(table, 'options');
  const unlogged = table.attributes['persistence'] === 'unlogged' ? 'UNLOGGED ' : '';
  const head = `CREATE ${unlogged}TABLE ${relationName(table.schema, table.name)}`;
  const members = membersOf(table, columns, parts, schema);
  const body =
    members.length > 0 ? ` (\n${members.map((member) => `\t${member}`).join(',\n')}\n)` : ' ()';
  return [
    head,
    partitionOf === null
      ? body
      : ` PARTITION OF ${partitionOf}${members.length > 0 ? body : ''} ${optionalText(table, 'bound') ?? ''}`,
    inherits.length > 0 ? ` INHERITS (${inherits.join(', ')})` : '',
    key === null ? '' : ` PARTITION BY ${key}`,
    settings.length > 0 ? ` WITH (${settings.join(', ')})` : '',
    ';',
  ].join('');
}

/** Columns and constraints, as lines between the parentheses. */
function membersOf(
  table: SchemaObject,
  columns: readonly SchemaObject[],
  parts: readonly SchemaObject[],
  schema: Schema,
): string[] {
  const inline = parts.find((part) => part.kind === 'primary key' && isPlainKey(part, table));
  const [keyColumn] = inline ? listOf(inline, 'order') : [];
  const plain = columns.some((column) => column.name === keyColumn);
  return [
    ...columns.map((column) => columnDefinition(column, schema, column.name === keyColumn)),
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

function setOptions(before: SchemaObject, after: SchemaObject): string[] {
  const wanted = listOf(after, 'options');
  const names = wanted.map((option) => option.split('=')[0]);
  const gone = listOf(before, 'options')
    .map((option) => option.split('=')[0])
    .filter((name) => !names.includes(name));
  return [
    ...(wanted.length > 0 ? [`${alterTable(after)} SET (${wanted.join(', ')});`] : []),
    ...(gone.length > 0 ? [`${alterTable(after)} RESET (${gone.join(', ')});`] : []),
  ];
}

function alterTable(table: SchemaObject): string {
  return `ALTER TABLE ${relationName(table.schema, table.name)}`;
}
