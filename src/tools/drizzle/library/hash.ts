// The short hash that drizzle-kit 1 puts into a foreign key's name when the full name is too long:
// a polynomial over code points, in the digits of its own dictionary.

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LENGTH = 12;

/** Twelve characters that stand for a text. */
export function shortHash(text: string): string {
  const base = BigInt(DIGITS.length);
  const limit = base ** BigInt(LENGTH);
  let power = 1n;
  let hash = 0n;
  for (const character of text) {
    hash = (hash + BigInt(character.codePointAt(0) ?? 0) * power) % limit;
    power = (power * 53n) % limit;
  }
  let result = '';
  for (let position = 0; position < LENGTH; position += 1) {
    result = (DIGITS[Number(hash % base)] ?? '') + result;
    hash /= base;
  }
  return result;
}
