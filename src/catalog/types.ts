// Spelling of types and defaults in statements, and which type changes Postgres does by itself.

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^character varying/, 'varchar'],
  [/^character(?=\(|\[|$)/, 'char'],
  [/^(timestamp|time)(\(\d\))? without time zone/, '$1$2'],
];

/** `character varying(80)` → `varchar(80)`. */
export function shortType(type: string): string {
  return SHORT.reduce((text, [pattern, short]) => text.replace(pattern, short), type);
}

/** Leaves out a literal's cast to the column's own type: `'x'::text` → `'x'`. */
export function shortDefault(expression: string, type: string): string {
  const [, literal, cast] = /^('(?:[^']|'')*')::([a-z ]+(?:\(\d+\))?)$/.exec(expression) ?? [];
  return literal !== undefined && cast !== undefined && base(cast) === base(type)
    ? literal
    : expression;
}

/**
 * Without the parentheses that Postgres puts around a whole expression: `((a > 0))` → `a > 0`. Those
 * of a subquery stay, and so do all where a quoted text makes pairing them unsure.
 */
export function bare(expression: string): string {
  const inner = expression.slice(1, -1);
  if (!expression.startsWith('(') || !expression.endsWith(')')) return expression;
  if (/^\s*(?:select|with|values|table)\b/i.test(inner) || /['"][^'"]*[()]/.test(inner)) {
    return expression;
  }
  let depth = 0;
  for (const character of inner) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth < 0) return expression;
  }
  return bare(inner);
}

/** Types within one group are converted by assignment. */
const ASSIGNABLE: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'],
  ['timestamp without time zone', 'timestamp with time zone', 'date'],
  ['json', 'jsonb'],
  ['bit', 'bit varying'],
  ['cidr', 'inet'],
];

const TEXT = ['text', 'character varying', 'character', 'name', 'citext'];

/** Pairs with a cast of their own, that must be asked for. */
const EXPLICIT: readonly (readonly [string, string])[] = [
  ['integer', 'boolean'],
  ['boolean', 'integer'],
  ['integer', 'bit'],
  ['bigint', 'bit'],
  ['numeric', 'money'],
  ['timestamp with time zone', 'time without time zone'],
  ['timestamp without time zone', 'time without time zone'],
  ['jsonb', 'boolean'],
  ['jsonb', 'integer'],
  ['jsonb', 'bigint'],
  ['jsonb', 'numeric'],
];

/**
 * The expression that converts a column to its new type; null where Postgres needs none. `to` is the
 * type itself where the one it is converted into is what a domain is over.
 */
export function conversion(
  column: string,
  [from, into]: readonly [from: string, into: string],
  to: string = into,
): string | null {
  const old = base(from);
  const wanted = base(into);
  if (old === wanted || TEXT.includes(wanted)) return null;
  if (ASSIGNABLE.some((group) => group.includes(old) && group.includes(wanted))) return null;
  const explicit = EXPLICIT.some(([a, b]) => a === old && b === wanted);
  if (explicit || TEXT.includes(old)) return `${column}::${shortType(to)}`;
  const text = old.endsWith('[]') && wanted.endsWith('[]') ? 'text[]' : 'text';
  return text === to ? `${column}::${text}` : `${column}::${text}::${shortType(to)}`;
}

/** Whether values of both types can be told equal, as a foreign key must. */
export function comparable(a: string, b: string): boolean {
  const [left, right] = [base(a), base(b)];
  const groups = [...ASSIGNABLE.slice(0, 2), TEXT];
  return left === right || groups.some((group) => group.includes(left) && group.includes(right));
}

/** Without modifiers: `numeric(10,2)` → `numeric`, `timestamp(3) with time zone` → `timestamp with time zone`. */
function base(type: string): string {
  return type.replace(/\([^)]*\)/, '');
}
