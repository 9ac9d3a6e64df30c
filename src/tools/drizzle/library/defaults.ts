// Spells a column's default as drizzle-kit of either generation does, and as Postgres needs it where
// drizzle-kit's own spelling would not run (a quote inside JSON, a point, an object).
import type { Json } from '../../../schema/objects.ts';
import { elementOf, type InternalColumn } from './internals.ts';
import { arrayLiteralOf, literalOf, scalarText } from './literals.ts';

export interface SpelledDefault {
  readonly sql: string;
  readonly kit: Json;
}

/** Generation 0: a string is quoted, JSON and dates are spelled, anything else is kept as it is. */
export function spellDefault0(column: InternalColumn, type: string): SpelledDefault {
  const value = column.default;
  const lowered = type.toLowerCase();
  if (typeof value === 'string')
    return { sql: quote(textDefault(value, lowered)), kit: quote(value) };
  if (lowered === 'json' || lowered === 'jsonb') {
    const text = JSON.stringify(value);
    return { sql: `${quote(text)}::${lowered}`, kit: `'${text}'::${lowered}` };
  }
  if (value instanceof Date) return both(`'${spellDate(value, lowered)}'`);
  if (/\[\d*\]/.test(lowered) && Array.isArray(value)) {
    return {
      sql: arrayLiteralOf(elementOf(column), value),
      kit: `'${arrayText0(value, lowered.split('[')[0] ?? '')}'`,
    };
  }
  return { sql: literalOf(column, value), kit: plain(value) };
}

function both(text: string): SpelledDefault {
  return { sql: text, kit: text };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** drizzle-kit passes a text on as JSON; one that isn't any can only have been meant as a JSON string. */
function textDefault(value: string, type: string): string {
  return (type === 'json' || type === 'jsonb') && !isJson(value) ? JSON.stringify(value) : value;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What JSON keeps of a value in a snapshot. */
function plain(value: unknown): Json {
  if (typeof value === 'bigint') return value.toString();
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as Json);
}

function spellDate(value: Date, type: string): string {
  if (type === 'date') return value.toISOString().split('T')[0] ?? '';
  if (type === 'timestamp') return value.toISOString().replace('T', ' ').slice(0, 23);
  return value.toISOString();
}

function arrayText0(values: readonly unknown[], type: string): string {
  const items = values.map((value) => {
    if (typeof value === 'number' || typeof value === 'bigint') return value.toString();
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (Array.isArray(value)) return arrayText0(value, type);
    if (value instanceof Date) return `"${spellDate(value, type)}"`;
    if (typeof value === 'object') {
      return `"${JSON.stringify(value).replaceAll('"', '\\"')}"`;
    }
    return `"${scalarText(value)}"`;
  });
  return `{${items.join(',')}}`;
}
