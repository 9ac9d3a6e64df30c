// How statements name things: unqualified in schema public, qualified elsewhere.
import { quoteIdentifier } from '../schema/identity.ts';
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

/** `"a", "b"`. */
export function columnList(columns: readonly string[]): string {
  return columns.map(quoteIdentifier).join(', ');
}
