// Values that a column of a type may hold, as text: the extremes that tell one type from the next.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { textIn, textsIn, typeOf } from './code.ts';

const WHOLE: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
};

const FIXED: Readonly<Record<string, readonly string[]>> = {
  text: ['', 'plumb line', 'x'.repeat(2000)],
  citext: ['', 'plumb line', 'x'.repeat(2000)],
  boolean: ['true', 'false'],
  uuid: ['7d444840-9dc0-4b3c-8b3e-5c1f0a6e2b11'],
  date: ['2024-02-29'],
  json: ['{"a": [1, "b"]}', '[]'],
  jsonb: ['{"a": [1, "b"]}', '[]'],
  bytea: ['\\x00ff'],
  inet: ['192.168.0.1/24'],
  cidr: ['192.168.0.0/24'],
  real: ['0.5', '-7'],
  'double precision': ['0.5', '-7'],
};

/** None for a type whose values nobody knows. */
export function samplesOf(column: SchemaObject, schema: Schema): readonly string[] {
  const values = typeOf(column, schema, 'enum');
  const type = textIn(column, 'type') ?? '';
  const isArray = type.endsWith('[]');
  const element = type.replace(/(?:\[\])+$/u, '');
  const scalars = values === null ? ofType(element) : textsIn(values, 'order');
  return isArray ? scalars.filter((it) => it !== '').map(inArray) : scalars;
}

const inArray = (value: string): string => `{"${value.replaceAll(/["\\]/gu, '\\$&')}"}`;

function ofType(type: string): readonly string[] {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  const whole = WHOLE[type];
  if (whole !== undefined) return ['1', whole, `-${whole}`];
  const length = /^character(?: varying)?(?:\((\d+)\))?$/u.exec(type);
  if (length !== null) return ['', 'p', 'x'.repeat(Math.min(Number(length[1] ?? 2000), 2000))];
  if (type.startsWith('timestamp')) {
    return [`2024-02-29 12:34:56.789${type.includes('with time zone') ? '+02' : ''}`];
  }
  const numeric = /^numeric\((\d+),(-?\d+)\)$/u.exec(type);
  if (numeric !== null)
    return ['1', '9'.repeat(Math.max(Number(numeric[1]) - Number(numeric[2]), 1))];
  return type === 'numeric' ? ['1', '1e30'] : [];
}
