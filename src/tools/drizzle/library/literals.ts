// Literals that Postgres reads for the values drizzle's columns take as defaults.
import type { InternalColumn } from './internals.ts';

/** A literal of one value: `{ x: 1, y: 2 }` of a point → `'(1,2)'`. */
export function literalOf(column: InternalColumn, value: unknown): string {
  if (/^PgJsonb?$/.test(column.columnType)) {
    return `'${JSON.stringify(value).replaceAll("'", "''")}'`;
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  if (value === null) return 'NULL';
  return `'${textOf(column, value).replaceAll("'", "''")}'`;
}

/** An array literal: `[1, [2]]` → `'{1,{2}}'`. */
export function arrayLiteralOf(element: InternalColumn, values: readonly unknown[]): string {
  return `'${arrayText(element, values).replaceAll("'", "''")}'`;
}

/** A value as the text that its type reads, unquoted. */
function textOf(column: InternalColumn, value: unknown): string {
  if (value instanceof Date) {
    return column.columnType.startsWith('PgDate')
      ? (value.toISOString().split('T')[0] ?? '')
      : value.toISOString();
  }
  if (/^PgJsonb?$/.test(column.columnType)) return JSON.stringify(value);
  if (value instanceof Uint8Array) return `\\x${hex(value)}`;
  const shape = shapes[column.columnType];
  if (shape !== undefined) return shape(value, column);
  return scalarText(value);
}

function arrayText(element: InternalColumn, values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (value === null) return 'NULL';
    if (Array.isArray(value) && !isTuple(element)) return arrayText(element, value);
    const text = textOf(element, value);
    return /^[\w.-]+$/.test(text) && text.toLowerCase() !== 'null'
      ? text
      : `"${text.replace(/[\\"]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Columns whose single values are arrays in JavaScript. */
function isTuple(column: InternalColumn): boolean {
  return column.columnType in shapes;
}

type Shape = (value: unknown, column: InternalColumn) => string;

const numbers = (value: unknown, ...keys: string[]): string[] =>
  Array.isArray(value)
    ? value.map(String)
    : keys.map((key) => String((value as Record<string, unknown>)[key]));

const point: Shape = (value) => `(${numbers(value, 'x', 'y').join(',')})`;
const line: Shape = (value) => `{${numbers(value, 'a', 'b', 'c').join(',')}}`;
const vector: Shape = (value) => (Array.isArray(value) ? `[${value.join(',')}]` : String(value));
const geometry: Shape = (value, column) => {
  const srid = column.srid === undefined ? '' : `SRID=${column.srid};`;
  return `${srid}POINT(${numbers(value, 'x', 'y').join(' ')})`;
};

const shapes: Readonly<Record<string, Shape>> = {
  PgPointTuple: point,
  PgPointObject: point,
  PgLine: line,
  PgLineTuple: line,
  PgLineABC: line,
  PgVector: vector,
  PgHalfVector: vector,
  PgGeometry: geometry,
  PgGeometryObject: geometry,
};

/** Any value as text; an object as JSON. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'function' || value === undefined ? '' : JSON.stringify(value);
}
