// Makes untrusted text harmless to look at: control, bidi and other invisible characters become
// readable escapes. Every renderer passes what it did not write itself through here first.

// Cc control, Cf format (bidi overrides, tags, zero width), Zl/Zp separators, Cs lone surrogates.
// U+200C and U+200D stay: scripts and emoji need them, and they hide nothing.
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Half a character, left by cutting text or by hostile input, becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/** One line: line breaks and tabs become spaces, `\x1b` → `\u{1B}`. */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .trim()
    .replace(INVISIBLE, escapeOf);
}

/** Several lines: line feeds and tabs stay, everything else invisible is escaped. */
export function manyLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, (character) =>
      character === '\n' || character === '\t' ? character : escapeOf(character),
    );
}
