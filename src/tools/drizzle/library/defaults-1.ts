// Spells a column's default as drizzle-kit 1 does: one rule for each family of types.
import type { SpelledDefault } from './defaults.ts';
import { bracketsOf, type InternalColumn } from './internals.ts';
import { arrayLiteralOf, literalOf } from './literals.ts';

/** The spelling drizzle-kit 1 keeps, beside one that Postgres surely reads. */
export function spellDefault1(column: InternalColumn): SpelledDefault {
  const value = column.default;
  const dimensions = bracketsOf(column);
  if (dimensions > 0 && Array.isArray(value)) {
    const sql = arrayLiteralOf(column, value);
    return {
      sql,
      kit: value.flat(5).length === 0 ? "'{}'" : spellArray(column, value, dimensions),
    };
  }
  const kit = spellScalar(column, value);
  const passedOn = familyOf(column) === 'custom' && expression.test(kit);
  return { sql: passedOn ? kit : literalOf(column, value), kit };
}

/** What drizzle-kit passes on as it is for a custom type, where Postgres can read it: a literal, a call. */
const expression = /^(?:'.*'(?:::.*)?|-?\d+(?:\.\d+)?|true|false|null|[\w.]+\(.*\))$/is;

type Family =
  | 'text'
  | 'enum'
  | 'number'
  | 'quoted'
  | 'boolean'
  | 'json'
  | 'timetz'
  | 'timestamp'
  | 'timestamptz'
  | 'date'
  | 'vector'
  | 'point'
  | 'line'
  | 'geometry'
  | 'custom';

/** Matched in drizzle-kit's order, with its own loose patterns. */
const families: readonly (readonly [RegExp, Family])[] = [
  [/^\s*(smallint|integer|bigint)\s*$/i, 'number'],
  [/^\s*numeric|decimal(?:\(\d+(?:,\d+)?\))?\s*$/i, 'quoted'],
  [/^\s*(real|double|double precision)\s*$/i, 'number'],
  [/^\s*boolean\s*$/i, 'boolean'],
  [/^\s*(?:char|varchar|text)|character(?: varying)?(?:\(\d+\))?\s*$/i, 'text'],
  [/^\s*jsonb?\s*$/i, 'json'],
  [/^\s*time(?:\(\d+\))?\s*$/i, 'quoted'],
  [/^\s*time(?:\(\d+\))?\s+with time zone\s*$/i, 'timetz'],
  [/^\s*timestamp\s?(?:\(\d+\))?\s*$/i, 'timestamp'],
  [/^\s*timestamp\s?(?:\(\d+\))?\s+with time zone\s*$/i, 'timestamptz'],
  [/^(?:uuid|interval.*|inet|cidr|macaddr8?|sparsevec.*|bit(?:\(.*)?)\s*$/i, 'quoted'],
  [/^\s*(?:vector|halfvec)(?:\(\d+\))?\s*$/i, 'vector'],
  [/^\s*point\s*$/i, 'point'],
  [/^\s*line\s*$/i, 'line'],
  [/^\s*date\s*$/i, 'date'],
  [/^\s*geometry\(point(?:,\d+)?\)\s*$/i, 'geometry'],
];

function familyOf(column: InternalColumn): Family {
  if (column.columnType.startsWith('PgEnum')) return 'enum';
  const type = String(column.getSQLType());
  return families.find(([pattern]) => pattern.test(type))?.[1] ?? 'custom';
}

function spellScalar(column: InternalColumn, value: unknown): string {
  const family = familyOf(column);
  switch (family) {
    case 'number':
    case 'boolean':
    case 'custom':
      return String(value);
    case 'quoted':
      return wrap(String(value));
    case 'text':
      return `'${String(value).replace(/\\/g, '\\\\').replaceAll("'", "''")}'`;
    case 'enum':
      return `'${String(value).replaceAll("'", "''")}'`;
    case 'json':
      return `'${jsonText(value)}'`;
    case 'timetz':
      return wrap(withZone(String(value)));
    case 'timestamp':
    case 'timestamptz':
    case 'date':
      return wrap(timeText(family, value));
    case 'vector':
      return `'[${String(value).replaceAll(' ', '')}]'`;
    case 'point':
    case 'line':
    case 'geometry':
      return literalOf(column, value);
  }
}

function spellArray(column: InternalColumn, value: unknown[], dimensions: number): string {
  const family = familyOf(column);
  switch (family) {
    case 'json':
      return `'{${jsonItems(value, dimensions)}}'`;
    case 'vector':
      return wrap(join(value, (item) => `"[${String(item).replaceAll(' ', '')}]"`, dimensions));
    case 'point':
    case 'line':
    case 'geometry':
      return arrayLiteralOf(column, value);
    case 'custom':
      return String(value);
    default:
      return wrap(join(value, (item) => arrayItem(family, item), dimensions));
  }
}

function arrayItem(family: Family, item: unknown): string {
  const text = String(item);
  switch (family) {
    case 'boolean':
      return item === true ? 't' : 'f';
    case 'text': {
      const escaped = text.replaceAll("'", "''").replaceAll('\\', '\\\\').replaceAll('"', '\\"');
      return /[\\",]/.test(text) || text === '' ? `"${escaped}"` : escaped;
    }
    case 'enum': {
      const escaped = text.replace(/\\/g, '\\\\').replaceAll("'", "''").replaceAll('"', '\\"');
      return /[\\",]/.test(text) ? `"${escaped}"` : escaped;
    }
    case 'timetz':
      return withZone(text);
    case 'timestamp':
    case 'timestamptz':
      return `"${timeText(family, item)}"`;
    case 'date':
      return timeText(family, item);
    default:
      return text;
  }
}

function join(value: unknown, spell: (item: unknown) => string, depth: number): string {
  if (depth === 0 || !Array.isArray(value)) return spell(value);
  return `{${value.map((item) => join(item, spell, depth - 1)).join(',')}}`;
}

function wrap(text: string): string {
  return text.startsWith("'") && text.endsWith("'") ? text : `'${text}'`;
}

function withZone(text: string): string {
  return /([+-]\d{2}(:\d{2})?|Z)$/i.test(text) ? text : `${text}+00`;
}

function timeText(family: 'timestamp' | 'timestamptz' | 'date', value: unknown): string {
  if (!(value instanceof Date)) {
    return family === 'timestamptz' ? withZone(String(value)) : String(value);
  }
  const text = value.toISOString();
  if (family === 'date') return text.split('T')[0] ?? '';
  const spaced = text.replace('T', ' ');
  return family === 'timestamp'
    ? spaced.replace('Z', ' ').slice(0, 23)
    : spaced.replace('Z', '+00');
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? item.replaceAll("'", "''") : item,
  );
}

/** drizzle-kit flattens the inner dimensions of a JSON array. */
function jsonItems(value: unknown, depth: number): string {
  if (depth > 0 && Array.isArray(value)) {
    return value.map((item) => jsonItems(item, depth - 1)).join(',');
  }
  return `"${jsonText(value).replaceAll('"', '\\"')}"`;
}
