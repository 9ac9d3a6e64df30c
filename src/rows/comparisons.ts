// Comparisons and calls within conditions: what each asks of the column in it.
import { about, ANYTHING, type Alternative, type Relation } from './alternative.ts';
import type { Expression } from './expressions.ts';
import { bothNeeds, type Need, type Pattern } from './needs.ts';
import { likeExpression, posixExpression } from './patterns.ts';

/** `left operator value`. */
export function comparison(left: Expression, operator: string, value: Expression): Alternative[] {
  if (left.kind === 'call') {
    const measured = measuredAlternatives(left, operator, value);
    if (measured !== null) return measured;
  }
  if (operator === '<@' && value.kind === 'list') {
    const texts = value.items.flatMap((item) =>
      item.kind === 'constant' ? (item.text ?? []) : [],
    );
    return onSubject(left, {
      among: ['{}', ...texts.map((text) => `{${JSON.stringify(text)}}`)].slice(1),
    });
  }
  if (value.kind !== 'constant' && value.kind !== 'now') return [ANYTHING];
  const text = value.kind === 'now' ? momentOf(value.shift, operator) : value.text;
  if (text === null) return [ANYTHING];
  const need = needOf(operator, text);
  return need === null ? [ANYTHING] : onSubject(left, need);
}

/** A time that is on the right side of now for years to come. */
function momentOf(shift: -1 | 0 | 1, operator: string): string {
  const late = operator.startsWith('>');
  if (shift === 0) return late ? '2150-01-01' : '2025-12-31';
  if (shift < 0) return late ? '2025-01-01' : '1950-12-31';
  return late ? '2180-01-01' : '2025-12-31';
}

function needOf(operator: string, text: string): Need | null {
  switch (operator) {
    case '=':
      return { among: [text] };
    case '<>':
      return { without: [text] };
    case '<':
    case '<=':
      return { most: { text, strict: operator === '<' } };
    case '>':
    case '>=':
      return { least: { text, strict: operator === '>' } };
    case '?':
      return { keys: [text], json: ['object'] };
    case '@>':
      return { json: [text.startsWith('[') ? 'array' : 'object'], among: [text] };
    default: {
      const pattern = patternOf(operator, text);
      return pattern && { patterns: [pattern] };
    }
  }
}

function patternOf(operator: string, text: string): Pattern | null {
  const match = /^(?<negated>!?)(?<like>~~?)(?<insensitive>\*?)$/.exec(operator);
  if (!match?.groups) return null;
  const insensitive = match.groups['insensitive'] === '*';
  const make = match.groups['like'] === '~~' ? likeExpression : posixExpression;
  const expression = make(text, insensitive);
  return expression && { expression, negated: match.groups['negated'] === '!' };
}

/** A need of the column within functions that leave a value much as it is. */
export function onSubject(expression: Expression, need: Need): Alternative[] {
  const column = subjectOf(expression);
  if (column === null) return [ANYTHING];
  const letters = lettersOf(expression);
  const full = letters === null ? need : (bothNeeds(need, { letters }) ?? need);
  return [about(column, full)];
}

const TRANSPARENT = [
  'lower',
  'upper',
  'btrim',
  'trim',
  'ltrim',
  'rtrim',
  'coalesce',
  'abs',
  'round',
  'floor',
];

export function subjectOf(expression: Expression): string | null {
  if (expression.kind === 'column') return expression.name;
  const [first] =
    expression.kind === 'call' && TRANSPARENT.includes(expression.name) ? expression.args : [];
  return first === undefined ? null : subjectOf(first);
}

function lettersOf(expression: Expression): 'lower' | 'upper' | null {
  if (expression.kind !== 'call') return null;
  if (expression.name === 'lower' || expression.name === 'upper') return expression.name;
  return expression.args[0] === undefined ? null : lettersOf(expression.args[0]);
}

const LENGTHS = [
  'length',
  'char_length',
  'character_length',
  'octet_length',
  'cardinality',
  'array_length',
  'jsonb_array_length',
  'json_array_length',
];

/** What a function of a column is compared with; null where the function isn't known. */
function measuredAlternatives(
  call: Extract<Expression, { kind: 'call' }>,
  operator: string,
  value: Expression,
): Alternative[] | null {
  const text = value.kind === 'constant' ? value.text : null;
  const [first, second] = call.args;
  if (text === null || first === undefined) return null;
  if (LENGTHS.includes(call.name)) return onSubject(first, lengthNeed(operator, Number(text)));
  if (/^jsonb?_typeof$/.test(call.name)) {
    return operator === '=' ? onSubject(first, { json: [text] }) : null;
  }
  if (/^(?:extract|date_part)$/.test(call.name)) return firstDay(call.args, operator, text);
  if (/^(?:position|strpos)$/.test(call.name))
    return onLike(first, second, (part) => `_%${part}_%`);
  if (/^(?:left|substr|substring)$/.test(call.name) && operator === '=') {
    return onLike(first, value, (part) => `${part}%`);
  }
  return TRANSPARENT.includes(call.name) ? null : [ANYTHING];
}

/** `EXTRACT(day FROM month) = 1` */
function firstDay(
  [field, subject]: readonly Expression[],
  operator: string,
  text: string,
): Alternative[] {
  const day = field?.kind === 'constant' && field.text === 'day' && operator === '=';
  return day && text === '1' && subject ? onSubject(subject, { truncated: 'month' }) : [ANYTHING];
}

/** That a text is like a pattern made from a constant. */
function onLike(
  subject: Expression,
  constant: Expression | undefined,
  spell: (text: string) => string,
): Alternative[] {
  if (constant?.kind !== 'constant' || constant.text === null) return [ANYTHING];
  const escaped = constant.text.replaceAll(/[%_\\]/g, '\\$&');
  const expression = likeExpression(spell(escaped), false);
  return onSubject(subject, { patterns: [{ expression, negated: false }] });
}

function lengthNeed(operator: string, length: number): Need {
  switch (operator) {
    case '=':
      return { shortest: length, longest: length };
    case '<':
      return { longest: length - 1 };
    case '<=':
      return { longest: length };
    case '>':
      return { shortest: length + 1 };
    case '>=':
      return { shortest: length };
    default:
      return { shortest: length + 1 };
  }
}

/** A comparison of two columns, or of a column with a function of itself. */
export function between(left: Expression, operator: string, right: Expression): Alternative[] {
  const [one, other] = [subjectOf(left), subjectOf(right)];
  if (operator === '=' && right.kind === 'call') return ownFunction(right, one);
  if (operator === '=' && left.kind === 'call') return ownFunction(left, other);
  if (one === null || other === null || one === other) return [ANYTHING];
  const relation = (from: string, sign: Relation['operator'], to: string): Alternative[] => [
    { needs: new Map(), relations: [{ left: from, operator: sign, right: to }] },
  ];
  switch (operator) {
    case '<':
    case '<=':
    case '=':
    case '<>':
      return relation(one, operator, other);
    case '>':
      return relation(other, '<', one);
    case '>=':
      return relation(other, '<=', one);
    default:
      return [ANYTHING];
  }
}

/** `name = lower(name)`, `day = date_trunc('month', day)`. */
function ownFunction(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  column: string | null,
): Alternative[] {
  const subject = args.map(subjectOf).find((found) => found !== null) ?? null;
  if (column === null || subject !== column) return [ANYTHING];
  if (name === 'lower' || name === 'upper') return [about(column, { letters: name })];
  const unit = args[0];
  return name === 'date_trunc' && unit?.kind === 'constant' && unit.text !== null
    ? [about(column, { truncated: unit.text })]
    : [ANYTHING];
}

/** Calls that are conditions by themselves. */
export function callAlternatives(
  name: string,
  [first, second]: readonly Expression[],
  wanted: boolean,
): Alternative[] {
  if (!wanted || first === undefined) return [ANYTHING];
  if (name === 'starts_with') return onLike(first, second, (text) => `${text}%`);
  if (name === 'jsonb_exists' && second?.kind === 'constant') {
    return onSubject(first, { keys: [second.text ?? ''], json: ['object'] });
  }
  return [ANYTHING];
}
