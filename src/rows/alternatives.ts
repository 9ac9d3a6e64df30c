// In which ways a condition can be met: each way asks something of some columns. Read from the
// condition's tree; parts that aren't understood ask nothing, and Postgres has the last word.
import type { Expression, Operation } from './expressions.ts';
import { about, ANYTHING, everyAlternative, MOST, type Alternative } from './alternative.ts';
import { between, callAlternatives, comparison, onSubject, subjectOf } from './comparisons.ts';

/** The ways in which a condition is true, or with `wanted` false, isn't. Empty where there is none. */
export function alternativesOf(expression: Expression, wanted = true): Alternative[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return several(expression, wanted);
    case 'not':
      return alternativesOf(expression.of, !wanted);
    case 'is null':
      return nullTest(expression, wanted);
    case 'is true':
      return alternativesOf(expression.of, expression.value === wanted);
    case 'case':
      return branches(expression, wanted);
    case 'constant':
      return constant(expression, wanted);
    case 'column':
      return [about(expression.name, { among: [String(wanted)], isNull: false })];
    case 'operation':
      return operationAlternatives(expression, wanted);
    case 'call':
      return callAlternatives(expression.name, expression.args, wanted);
    case 'now':
    case 'list':
    case 'unknown':
      return [ANYTHING];
  }
}

function nullTest(
  { of, negated }: Extract<Expression, { kind: 'is null' }>,
  wanted: boolean,
): Alternative[] {
  const column = subjectOf(of);
  return [column === null ? ANYTHING : about(column, { isNull: negated !== wanted })];
}

function constant(
  { text }: Extract<Expression, { kind: 'constant' }>,
  wanted: boolean,
): Alternative[] {
  return text === null || (text === 'true') === wanted ? [ANYTHING] : [];
}

/** Both hold, all of them, or one of them does. */
function several(
  { kind, parts }: Extract<Expression, { kind: 'and' | 'or' }>,
  wanted: boolean,
): Alternative[] {
  const ways = parts.map((part) => alternativesOf(part, wanted));
  return (kind === 'and') === wanted ? everyAlternative(ways) : ways.flat().slice(0, MOST);
}

function branches(
  { branches: all, otherwise }: Extract<Expression, { kind: 'case' }>,
  wanted: boolean,
): Alternative[] {
  const before: Alternative[][] = [];
  const ways: Alternative[] = [];
  for (const { when, then } of all) {
    ways.push(...everyAlternative([...before, alternativesOf(when), alternativesOf(then, wanted)]));
    before.push(alternativesOf(when, false));
  }
  return [...ways, ...everyAlternative([...before, alternativesOf(otherwise, wanted)])].slice(
    0,
    MOST,
  );
}

const NEGATED: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
  '~*': '!~*',
  '!~*': '~*',
  '~~': '!~~',
  '!~~': '~~',
  '~~*': '!~~*',
  '!~~*': '~~*',
};

const MIRRORED: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '=': '=',
  '<>': '<>',
};

function operationAlternatives(operation: Operation, wanted: boolean): Alternative[] {
  if (!wanted) return negatedAlternatives(operation);
  const { operator, left, right, over } = operation;
  if (over !== null) return overList(operation);
  const mirrored = MIRRORED[operator];
  if (isValue(left) && !isValue(right) && mirrored !== undefined) {
    return operationAlternatives(
      { ...operation, operator: mirrored, left: right, right: left },
      true,
    );
  }
  const sum = addends(left);
  if (sum.length > 0 && !isCondition(left) && right.kind === 'constant')
    return counted(sum, operator, Number(right.text));
  const condition = isCondition(left) || isCondition(right);
  if (condition && (operator === '=' || operator === '<>'))
    return equality(left, right, operator === '=');
  if (isValue(right)) return comparison(left, operator, right);
  return between(left, operator, right);
}

const isValue = ({ kind }: Expression): boolean =>
  kind === 'constant' || kind === 'now' || kind === 'list';

function negatedAlternatives(operation: Operation): Alternative[] {
  const operator = NEGATED[operation.operator];
  if (operator === undefined) return [ANYTHING];
  const over = operation.over === null ? null : operation.over === 'any' ? 'all' : 'any';
  return operationAlternatives({ ...operation, operator, over }, true);
}

/** Whether it is true or false by its form. */
const isCondition = (one: Expression): boolean =>
  ['and', 'or', 'not', 'is null', 'is true'].includes(one.kind) ||
  (one.kind === 'operation' && one.operator in NEGATED);

/** The conditions that `(a is null)::int + (b is null)::int` counts; none where it is another sum. */
function addends(sum: Expression): Expression[] {
  if (sum.kind === 'operation' && sum.operator === '+') {
    const [left, right] = [addends(sum.left), addends(sum.right)];
    return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
  }
  if (sum.kind === 'call' && /^num_(?:non)?nulls$/.test(sum.name)) {
    const negated = sum.name === 'num_nonnulls';
    return sum.args.map((of) => ({ kind: 'is null', of, negated }));
  }
  if (sum.kind === 'case' && sum.branches.length === 1) {
    const [branch] = sum.branches;
    const counts = branch?.then.kind === 'constant' && branch.then.text === '1';
    return branch && counts ? [branch.when] : [];
  }
  return isCondition(sum) ? [sum] : [];
}

/** Each choice among conditions of which so many hold. */
function counted(
  conditions: readonly Expression[],
  operator: string,
  value: number,
): Alternative[] {
  const ways: Alternative[] = [];
  for (let choice = 2 ** Math.min(conditions.length, 12) - 1; choice >= 0; choice -= 1) {
    const chosen = conditions.map((_, index) => ((choice >> index) & 1) === 1);
    if (!holds(chosen.filter(Boolean).length, operator, value)) continue;
    const parts = conditions.map((one, index) => alternativesOf(one, chosen[index] ?? false));
    ways.push(...everyAlternative(parts));
  }
  return ways.slice(0, MOST);
}

function holds(count: number, operator: string, value: number): boolean {
  switch (operator) {
    case '=':
      return count === value;
    case '<>':
      return count !== value;
    case '<':
      return count < value;
    case '<=':
      return count <= value;
    case '>':
      return count > value;
    default:
      return count >= value;
  }
}

function equality(left: Expression, right: Expression, same: boolean): Alternative[] {
  return [true, false].flatMap((value) =>
    everyAlternative([alternativesOf(left, value), alternativesOf(right, value === same)]),
  );
}

function overList({ operator, left, right, over }: Operation): Alternative[] {
  const items = right.kind === 'list' ? right.items : null;
  const texts = items?.flatMap((item) => (item.kind === 'constant' ? (item.text ?? []) : []));
  if (items === null || texts?.length !== items.length) {
    // `'x' = ANY (tags)`
    const tags = subjectOf(right);
    return [tags === null ? ANYTHING : about(tags, { shortest: 1 })];
  }
  if (operator === '=' && over === 'any') return onSubject(left, { among: texts });
  if (operator === '<>' && over === 'all') return onSubject(left, { without: texts });
  const ways = items.map((item) => comparison(left, operator, item));
  return over === 'all' ? everyAlternative(ways) : ways.flat();
}
