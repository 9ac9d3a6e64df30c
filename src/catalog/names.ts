// How statements name things: unqualified in schema public, qualified elsewhere.
import { parseName } from '../schema/dotted-names.ts';
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';

/** `"users"`, or `"app"."users"`. */
export function relationName(schema: string | null, name: string): string {
  return schema === null || schema === 'public'
    ? quoteIdentifier(name)
    : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** `"public"."status"`: types and sequences are always named in full. */
export function qualifiedName(schema: string | null, name: string): string {
  return `${quoteIdentifier(schema ?? 'public')}.${quoteIdentifier(name)}`;
}

/** The table that an object belongs to, as a statement names it. */
export function tableName(object: SchemaObject): string {
  return relationName(object.schema, object.table ?? object.name);
}

/** Whether what Postgres spells, with public on its search path, is the name of this object. */
export function isNameOf(spelled: string, { schema, name }: SpelledObject): boolean {
  const [first, second] = parseName(spelled) ?? [];
  return second === undefined
    ? first === name && (schema ?? 'public') === 'public'
    : first === schema && second === name;
}

type SpelledObject = Pick<SchemaObject, 'schema' | 'name'>;

/** `ALTER TABLE "users" ALTER COLUMN "email"`. */
export function alterColumn(column: SchemaObject): string {
  return `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
}

/** `"a", "b"`. */
export function columnList(columns: readonly string[]): string {
  return columns.map(quoteIdentifier).join(', ');
}

/** Tables, indexes, sequences and views of a schema share their names. */
export function relationKey({ schema, name }: SchemaObject): string {
  return objectId('relation', schema ?? '', name);
}

/** So do types, and every table and view has one of its name. */
export function typeKey({ schema, name }: SchemaObject): string {
  return objectId('type', schema ?? '', name);
}

/** So do the constraints of a table. */
export function constraintKey({ schema, table, name }: SchemaObject): string {
  return objectId('constraint', schema ?? '', table ?? '', name);
}
