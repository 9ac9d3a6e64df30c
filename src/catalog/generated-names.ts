// Names that nobody gave: those Postgres would choose, and those of what is there only for a while.
import { truncateIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';

const IDENTIFIER_BYTES = 63;

/** `("users", "email", "not_null")` → `users_email_not_null`, shortened as Postgres does it. */
export function generatedName(table: string, column: string, label: string): string {
  const room = IDENTIFIER_BYTES - Buffer.byteLength(label) - 2;
  let [first, second] = [Buffer.byteLength(table), Buffer.byteLength(column)];
  while (first + second > room) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return `${clip(table, first)}_${clip(column, second)}_${label}`;
}

/** The name, with the first number behind it that makes it one that nothing in its schema has. */
export function freeName(wanted: string, beside: SchemaObject, schemas: readonly Schema[]): string {
  const taken = new Set<string>();
  for (const { objects } of schemas) {
    for (const { schema, name } of objects.values()) if (schema === beside.schema) taken.add(name);
  }
  let name = truncateIdentifier(wanted);
  for (let number = 1; taken.has(name); number++) {
    name = `${clip(wanted, IDENTIFIER_BYTES - String(number).length)}${String(number)}`;
  }
  return name;
}

/** At most so many bytes of UTF-8, never a part of a character. */
export function clip(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept;
}
