// Tables that become partitions or children of others, or cease to be: their rows stay where they are.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { columnKind } from './column.ts';
import { listOf, optionalText, type Alter, type Transition } from './kind.ts';
import { relationName } from './names.ts';
import { membersWithInherited, parentsOf } from './table-parents.ts';

/** The attributes of this file, in the order they must run. */
export const alterParents: Readonly<Record<string, Alter>> = {
  partitionOf: (before, after, transition) =>
    withColumns(before, after, transition, [detach(before, after), attach(after)]),
  bound: (before, after, transition) =>
    before.attributes['partitionOf'] === after.attributes['partitionOf']
      ? rebound(after, transition)
      : [],
  inherits: (before, after, transition) => {
    const [old, wanted] = [listOf(before, 'inherits'), listOf(after, 'inherits')];
    const table = `ALTER TABLE ${relationName(after.schema, after.name)}`;
    return withColumns(before, after, transition, [
      old.filter((one) => !wanted.includes(one)).map((one) => `${table} NO INHERIT ${one};`),
      wanted.filter((one) => !old.includes(one)).map((one) => `${table} INHERIT ${one};`),
    ]);
  },
};

/**
 * Partitions of one table whose bounds change: all leave before the first comes back, for meanwhile
 * they may overlap. The first one's alteration does it for all.
 */
function rebound(table: SchemaObject, { actual, desired }: Transition): string[] {
  const parent = optionalText(table, 'partitionOf');
  const changed = [...desired.objects.values()].filter((other) => {
    const old = actual.objects.get(other.id);
    return (
      other.kind === 'table' &&
      old !== undefined &&
      [other, old].every((one) => optionalText(one, 'partitionOf') === parent) &&
      optionalText(old, 'bound') !== optionalText(other, 'bound')
    );
  });
  const moved = changed.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (moved[0]?.id !== table.id) return [];
  return [...moved.flatMap((one) => detach(one, one)), ...moved.flatMap(attach)];
}

function detach(before: SchemaObject, after: SchemaObject): string[] {
  const parent = optionalText(before, 'partitionOf');
  return parent === null
    ? []
    : [`ALTER TABLE ${parent} DETACH PARTITION ${relationName(after.schema, after.name)};`];
}

function attach(table: SchemaObject): string[] {
  const parent = optionalText(table, 'partitionOf');
  const bound = optionalText(table, 'bound') ?? '';
  return parent === null
    ? []
    : [
        `ALTER TABLE ${parent} ATTACH PARTITION ${relationName(table.schema, table.name)} ${bound};`,
      ];
}

/** Columns that the old parents gave and the table is not to have. Their values are lost. */
export function lostColumns(
  before: SchemaObject,
  after: SchemaObject,
  { actual, desired }: Transition,
): SchemaObject[] {
  const wanted = membersWithInherited(after, desired, 'column').map(({ name }) => name);
  return parentsOf(before, actual)
    .flatMap((parent) => membersWithInherited(parent, actual, 'column'))
    .filter(({ name }) => !wanted.includes(name))
    .map((column) => ({ ...column, schema: after.schema, table: after.name }));
}

/** Leaves the old parents, drops what only they had and adds what the new ones have, and joins those. */
function withColumns(
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
  [leave, join]: readonly [leave: readonly string[], join: readonly string[]],
): string[] {
  const { actual, desired } = transition;
  const had = membersWithInherited(before, actual, 'column').map(({ name }) => name);
  const missing = parentsOf(after, desired)
    .flatMap((parent) => membersWithInherited(parent, desired, 'column'))
    .filter(({ name }) => !had.includes(name));
  return [
    ...leave,
    ...lostColumns(before, after, transition).flatMap((column) => columnKind.drop(column)),
    ...missing.flatMap((column) => addColumn(column, after, desired)),
    ...join,
  ];
}

function addColumn(column: SchemaObject, table: SchemaObject, schema: Schema): string[] {
  return columnKind.create({ ...column, schema: table.schema, table: table.name }, schema);
}
