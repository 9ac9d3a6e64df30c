// Names as people write them: parts joined by dots, quoted where a part holds a dot. Letters are taken
// as they stand, for nothing is folded to lower case here.
import { identityOf } from './identity.ts';

/** `auth."od.d".Name` → `['auth', 'od.d', 'Name']`; null for what is no name. */
export function parseName(text: string): readonly string[] | null {
  const parts: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")+)"|([^".\s][^".]*?))\s*(\.|$)/uy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    parts.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '.' && pattern.lastIndex === text.length) return null;
  }
  return parts.length === 0 ? null : parts;
}

/** The other way round, quoting only what would be read otherwise. */
export function writeName(parts: readonly string[]): string {
  return parts
    .map((part) => (/^[\p{L}\p{N}_$-]+$/u.test(part) ? part : `"${part.replaceAll('"', '""')}"`))
    .join('.');
}

/** The parts of an object's identity, by its id: `column:public.users.id` → `public`, `users`, `id`. */
export function partsOfId(id: string): readonly string[] {
  return parseName(identityOf(id)) ?? [];
}
