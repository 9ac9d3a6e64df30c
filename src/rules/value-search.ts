// The query that finds values which a new type doesn't take.
import { relationName } from '../catalog/names.ts';
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import { relationNamed } from './facts.ts';
import type { Pass, Step } from './rule.ts';
import type { Alteration } from './syntax.ts';

const RANGES: Readonly<Record<string, string>> = {
  smallint: '-32768 and 32767',
  integer: '-2147483648 and 2147483647',
  bigint: '-9223372036854775808 and 9223372036854775807',
};
const WHOLE = /^(?:smallint|integer|bigint|numeric|real|double precision)/;

/** Null where the action changes no type, or no query is known. */
export function searchForValues(pass: Pass, step: Step, alteration: Alteration): string | null {
  const { command, relation } = alteration;
  const name = relationNamed(step, relation)?.name ?? `public.${relation.relname ?? ''}`;
  if (command.subtype !== 'AT_AlterColumnType' || command.name === undefined) return null;
  const [schema = '', ...rest] = name.split('.');
  const table = relationName(schema, rest.join('.'));
  const [from, to] = [pass.base, pass.head].map((side) => typeIn(side.objects, name, command.name));
  if (from === undefined || to === undefined) return null;
  const column = quoteIdentifier(command.name);
  const condition = conditionFor(column, from, to, pass);
  return condition === null ? null : `select * from ${table} where ${condition};`;
}

function typeIn(
  objects: Pass['base']['objects'],
  table: string,
  column: string | undefined,
): string | undefined {
  for (const { kind, schema, table: owner, name, attributes } of objects.values()) {
    const { type } = attributes;
    const own = kind === 'column' && name === column && `${schema ?? ''}.${owner ?? ''}` === table;
    if (own && typeof type === 'string') return type;
  }
  return undefined;
}

function conditionFor(column: string, from: string, to: string, pass: Pass): string | null {
  const values = enumValues(to, pass);
  if (values !== null) return `${column}::text not in (${values.map(quoteLiteral).join(', ')})`;
  const length = /^(?:character varying|character)\((\d+)\)$/.exec(to)?.[1];
  if (length !== undefined) return `length(${column}::text) > ${length}`;
  if (WHOLE.test(from)) return numberCondition(column, to);
  // https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-VALIDITY, since PostgreSQL 16
  const old = pass.postgres !== null && pass.postgres < 16;
  if (old && /^(?:smallint|integer|bigint)$/.test(to)) {
    return `${column}::text !~ '^\\s*[-+]?\\d+\\s*$'`;
  }
  return old ? null : `not pg_input_is_valid(${column}::text, ${quoteLiteral(to)})`;
}

function numberCondition(column: string, to: string): string | null {
  const range = RANGES[to];
  if (range !== undefined) return `${column} not between ${range}`;
  const [, precision, scale = '0'] = /^numeric\((\d+)(?:,(-?\d+))?\)$/.exec(to) ?? [];
  if (precision === undefined) return null;
  return `abs(round(${column}::numeric, ${scale})) >= 1e${Number(precision) - Number(scale)}`;
}

function enumValues(type: string, { head }: Pass): string[] | null {
  for (const { kind, schema, name, attributes } of head.objects.values()) {
    const names = [name, `${schema ?? ''}.${name}`, quoteIdentifier(name)];
    const { order } = attributes;
    if (kind === 'enum' && names.includes(type) && Array.isArray(order)) return order.map(String);
  }
  return null;
}
