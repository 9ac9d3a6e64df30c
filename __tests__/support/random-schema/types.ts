// Types that columns have, and expressions that are valid for each.
import { quoteLiteral } from '../../../src/schema/identity.ts';

export type Family =
  | 'integer'
  | 'numeric'
  | 'text'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'uuid'
  | 'json'
  | 'jsonb'
  | 'bytea'
  | 'interval'
  | 'inet'
  | 'bit'
  | 'array'
  | 'enum'
  | 'range'
  | 'composite';

export interface Type {
  /** As SQL names it. */
  readonly sql: string;
  readonly family: Family;
  /** Values as SQL, two at least and all different. */
  readonly values: readonly [string, string, ...string[]];
}

const base = (family: Family, values: Type['values'], ...names: string[]): Type[] =>
  names.map((sql) => ({ sql, family, values }));

/** The types that are always there; the first is the plainest. */
export const baseTypes: readonly Type[] = [
  ...base('integer', ['1', '2', '3'], 'integer', 'bigint', 'smallint'),
  ...base('text', [`'a'`, `'it''s'`, `'C:\\x'`], 'text', 'varchar(80)', 'varchar', 'char(5)'),
  ...base('boolean', ['true', 'false'], 'boolean'),
  ...base('numeric', ['1.5', '2.25'], 'numeric', 'numeric(10,2)', 'real', 'double precision'),
  ...base('date', [`'2026-01-01'`, `'2026-02-02'`], 'timestamp', 'timestamp(3)', 'date'),
  ...base('timestamptz', [`'2026-01-01+00'`, `'2026-02-02+00'`], 'timestamptz'),
  ...base(
    'uuid',
    [`'00000000-0000-0000-0000-000000000001'`, `'00000000-0000-0000-0000-000000000002'`],
    'uuid',
  ),
  ...base('jsonb', [`'{}'`, `'{"a": 1}'`], 'jsonb'),
  ...base('json', [`'{}'`, `'{"a": 1}'`], 'json'),
  ...base('bytea', [`'\\x01'`, `'\\x02'`], 'bytea'),
  ...base('interval', [`'1 day'`, `'2 hours'`], 'interval'),
  ...base('inet', [`'10.0.0.1'`, `'10.0.0.2'`], 'inet'),
  ...base('bit', [`B'101'`, `B'010'`], 'bit(3)', 'bit varying(3)'),
  ...base('range', [`'[1,2)'`, `'[3,9)'`], 'int4range'),
  ...base('array', [`'{}'`, `'{1}'`], 'integer[]', 'text[]'),
];

const COMPARABLE: readonly Family[] = [
  'integer',
  'numeric',
  'text',
  'boolean',
  'date',
  'timestamptz',
  'uuid',
  'jsonb',
  'bytea',
  'interval',
  'inet',
  'bit',
  'array',
  'enum',
  'range',
];

/** Whether its values can be told equal and put in order. */
export function isComparable(type: Type): boolean {
  return COMPARABLE.includes(type.family);
}

/** Its values as text can't be told from another's: arrays of it. */
export function arrayOf(type: Type): Type {
  const sql = `${type.sql}[]`;
  // What no index takes, none takes in arrays.
  const family = isComparable(type) ? 'array' : 'composite';
  // An element must meet what its domain demands.
  const second = 'path' in type ? `array[${type.values[0]}]::${sql}` : `'{NULL}'`;
  return { sql, family, values: [`'{}'`, second] };
}

type Expressions = Readonly<Partial<Record<Family, readonly ((column: string) => string)[]>>>;

const CONDITIONS: Expressions = {
  integer: [
    (c) => `${c} > 0`,
    (c) => `${c} in (1, 2, 3)`,
    (c) => `${c} between 1 and 99 or ${c} is null`,
  ],
  numeric: [(c) => `${c} >= 0`, (c) => `${c} <> 'NaN'`],
  text: [
    (c) => `${c} <> ''`,
    (c) => `length(${c}) < 100`,
    (c) => `${c} !~ '^[(]'`,
    (c) => `${c} <> 'it''s; --'`,
  ],
  boolean: [(c) => `${c} in (true, false)`, (c) => `${c} or not ${c}`],
  date: [(c) => `${c} > '2000-01-01'`],
  timestamptz: [(c) => `${c} > '2000-01-01 00:00:00+00'`],
  jsonb: [(c) => `jsonb_typeof(${c}) = 'object'`, (c) => `not ${c} ? 'b'`],
  range: [(c) => `lower_inf(${c}) in (true, false)`],
  array: [(c) => `cardinality(${c}) < 9`],
};

/** A condition on a column that its values meet. */
export function condition(column: string, type: Type, answer: number): string {
  const own = CONDITIONS[type.family] ?? [];
  const all = [
    ...own,
    ...(type.family === 'enum' ? [(c: string) => `${c} in (${type.values.join(', ')})`] : []),
    // A row of nulls is no null, but IS NOT NULL wants all of it.
    (c: string) =>
      type.family === 'composite' ? `${c} is distinct from null` : `${c} is not null`,
  ];
  return pick(all, answer)(column);
}

const INDEXED: Expressions = {
  integer: [(c) => `(${c} + 1)`, (c) => `abs(${c})`],
  numeric: [(c) => `abs(${c})`],
  text: [(c) => `lower(${c})`, (c) => `(${c} || 'x')`],
  date: [(c) => `(${c} - '2000-01-01')`],
  jsonb: [(c) => `(${c} ->> 'a')`],
  json: [(c) => `(${c} ->> 'a')`],
  boolean: [(c) => `(not ${c})`],
};

/** An immutable expression over a column that can be indexed, if there is one. */
export function indexable(column: string, type: Type, answer: number): string | null {
  const all = INDEXED[type.family];
  return all ? pick(all, answer)(column) : null;
}

const GENERATED: Expressions = {
  integer: [(c) => `${c} + 1`, (c) => `-${c}`],
  numeric: [(c) => `${c} * 2`],
  text: [(c) => `lower(${c})`, (c) => `replace(${c}, 'a)', '')`],
  boolean: [(c) => `not ${c}`],
  inet: [(c) => `host(${c})::inet`],
};

/** An immutable expression over a column that gives a value of the same type, if there is one. */
export function generated(column: string, type: Type, answer: number): string | null {
  const all = GENERATED[type.family];
  return all ? pick(all, answer)(column) : null;
}

const CALLS: Readonly<Partial<Record<Family, readonly string[]>>> = {
  date: ['CURRENT_TIMESTAMP'],
  timestamptz: ['now()', 'clock_timestamp()'],
  uuid: ['gen_random_uuid()'],
  text: ['md5(random()::text)', 'lower(CURRENT_USER)'],
  numeric: ['random()'],
  integer: ['(1 + 2)'],
};

/** A default that is a value, or now and then a call. */
export function defaultOf(type: Type, answer: number): string {
  const calls = CALLS[type.family] ?? [];
  // A cast from text to `"char"(5)` and the like would not fit.
  return pick([...type.values, ...(/\(\d\)/.test(type.sql) ? [] : calls)], answer);
}

/** The value as a literal of the type, where the context doesn't say which. */
export function typed(value: string, type: Type): string {
  return `${value}::${type.sql}`;
}

/** Values of an enum or composite, as SQL. */
export function labels(texts: readonly [string, string, ...string[]]): Type['values'] {
  const [first, second, ...others] = texts;
  return [quoteLiteral(first), quoteLiteral(second), ...others.map(quoteLiteral)];
}

export function pick<T>(list: readonly [T, ...T[]] | readonly T[], answer: number): T {
  const found = list[answer % list.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
