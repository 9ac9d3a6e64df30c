// How objects are named and addressed: identifiers, literals and ids. Knows no kind.

/** The longest identifier Postgres keeps, in UTF-8 bytes (NAMEDATALEN - 1). */
const IDENTIFIER_BYTES = 63;

const PLAIN_IDENTIFIER = /^[a-z_][a-z0-9_$]*$/;

/** The id of an object: `objectId('column', 'public', 'Users', 'id')` → `column:public."Users".id`. */
export function objectId(kind: string, ...parts: string[]): string {
  return `${kind}:${parts.map((part) => spell(truncateIdentifier(part))).join('.')}`;
}

/** An identifier for SQL, always quoted: `user` → `"user"`. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal for SQL under standard_conforming_strings: `it's` → `'it''s'`. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Cuts an identifier as Postgres does: at 63 bytes of UTF-8, never inside a character. */
export function truncateIdentifier(name: string): string {
  if (name.length * 3 <= IDENTIFIER_BYTES) return name;
  if (Buffer.byteLength(name) <= IDENTIFIER_BYTES) return name;
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > IDENTIFIER_BYTES) break;
    kept += character;
  }
  return kept;
}

/** The kind in an id: `column:public.users.email` → `column`. */
export function kindOfId(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** What follows the kind in an id, for people: `column:public.users.email` → `public.users.email`. */
export function identityOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

function spell(part: string): string {
  return PLAIN_IDENTIFIER.test(part) ? part : quoteIdentifier(part);
}
