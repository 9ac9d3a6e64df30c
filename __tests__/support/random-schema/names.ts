// Identifiers of any spelling.
import { quoteIdentifier } from '../../../src/schema/identity.ts';

const RESERVED = ['user', 'order', 'select', 'table', 'check', 'primary', 'all', 'group'];

const SPELLINGS: readonly ((base: string) => string)[] = [
  (base) => base,
  (base) => base.toUpperCase(),
  (base) => `${base} x"y`,
  (base) => `${base}ñ表`,
  (base) => base.padEnd(63, '_abcdefghi'),
  (base) => RESERVED[Number(/\d+/.exec(base)?.[0]) % RESERVED.length] ?? base,
  (base) => `${base}.z`,
  (base) => `${base}$1`,
  (base) => `${base}'q`,
  (base) => `${base}\\n%s`,
  (base) => `${base}${'é'.repeat(Math.floor((63 - base.length) / 2))}`,
];

/** How many ways there are to spell a name. */
export const spellings = SPELLINGS.length;

export function spell(base: string, spelling: number): string {
  return (SPELLINGS[spelling % SPELLINGS.length] ?? String)(base);
}

/** Whether a name spelled this way still says what it was made of. */
export function keepsBase(spelling: number): boolean {
  return spell('h1', spelling).toLowerCase().startsWith('h1');
}

/** `"schema"."name"`. */
export function qualified(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
