// What a table has of another: a partition of its table, a child of what it inherits from. Such
// columns and checks are no objects of their own.
import { equal } from '../schema/attributes.ts';
import { objectId } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf, dependentsOf } from '../schema/relations.ts';
import { listOf, optionalText } from './kind.ts';

/** The attributes that say of what a table has it. */
export const PARENTS = ['partitionOf', 'inherits'] as const;

/** Whether its columns are those of another table, and change with them. */
export function hasParents({ attributes }: SchemaObject): boolean {
  return PARENTS.some((name) => (attributes[name] ?? null) !== null);
}

/** The tables that a table is a partition or a child of. */
export function parentsOf(table: SchemaObject, { objects }: Schema): SchemaObject[] {
  const partitioned = optionalText(table, 'partitionOf');
  const names = [...(partitioned === null ? [] : [partitioned]), ...listOf(table, 'inherits')];
  return names.flatMap((name) => objects.get(tableId(name)) ?? []);
}

/** Whether tables inherit from the one that a member belongs to, in one of the schemas. */
export function hasHeirs(
  { parent }: SchemaObject,
  schemas: readonly (Schema | undefined)[],
): boolean {
  return schemas.some((schema) =>
    (schema && parent !== null ? dependentsOf(schema, parent) : []).some(
      ({ attributes }) => (attributes['inherits'] ?? null) !== null,
    ),
  );
}

/** What a table has of a kind, what comes from its parents included; each name once. */
export function membersWithInherited(
  table: SchemaObject,
  schema: Schema,
  kind: string,
): SchemaObject[] {
  const own = childrenOf(schema, table.id).filter((member) => member.kind === kind);
  const inherited = parentsOf(table, schema).flatMap((one) =>
    membersWithInherited(one, schema, kind),
  );
  const names = new Set<string>();
  return [...inherited, ...own].filter(({ name }) => !names.has(name) && names.add(name));
}

/** Whether a member of a table has its like in one of the table's parents, given the schema where it has them. */
export function comesFromParents(member: SchemaObject, schema: Schema): boolean {
  const table = schema.objects.get(member.parent ?? '');
  const parents = table ? parentsOf(table, schema) : [];
  return parents.some((parent) =>
    membersWithInherited(parent, schema, member.kind).some(({ name }) => name === member.name),
  );
}

/** Whether a key or an index of a table is one that its parents' tables bring along. */
export function resemblesParents(member: SchemaObject, schema: Schema): boolean {
  const table = schema.objects.get(member.parent ?? '');
  const parents = table ? parentsOf(table, schema) : [];
  return parents.some((parent) =>
    membersWithInherited(parent, schema, member.kind).some(({ attributes }) =>
      equal(attributes['columns'], member.attributes['columns']),
    ),
  );
}

/** `app."Order"` → the id of that table. */
function tableId(spelled: string): string {
  const parts = spelled.match(/"(?:[^"]|"")*"|[^".]+/g) ?? [];
  const names = parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part,
  );
  return objectId('table', ...(names.length === 1 ? ['public', ...names] : names));
}
