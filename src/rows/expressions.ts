// The conditions of checks and partition bounds as small trees, read by Postgres's own parser. Casts
// are left out: values travel as text and get their type from the column.

export type Expression =
  | { readonly kind: 'column'; readonly name: string }
  /** As text; null for SQL's null. */
  | { readonly kind: 'constant'; readonly text: string | null }
  /** The time of the statement; `shift` says which way an interval moves it. */
  | { readonly kind: 'now'; readonly shift: -1 | 0 | 1 }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | Operation
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'is null'; readonly of: Expression; readonly negated: boolean }
  | { readonly kind: 'is true'; readonly of: Expression; readonly value: boolean }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
      readonly otherwise: Expression;
    }
  | { readonly kind: 'unknown'; readonly args: readonly Expression[] };

export interface Operation {
  readonly kind: 'operation';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  /** Over the items of what is on the right. */
  readonly over: 'any' | 'all' | null;
}

/** Parses expressions as pg_get_expr spells them; one that can't be parsed is unknown. */
export async function parseExpressions(texts: readonly string[]): Promise<Expression[]> {
  if (texts.length === 0) return [];
  const parser = await import('libpg-query');
  await parser.loadModule();
  const parse = (some: readonly string[]): Expression[] => {
    const { stmts } = parser.parseSync(`select ${some.join(', ')}`) as Parsed;
    const targets = stmts?.[0]?.stmt.SelectStmt?.targetList ?? [];
    return targets.map((target) => expressionOf(target['ResTarget']?.val));
  };
  try {
    const all = parse(texts);
    if (all.length === texts.length) return all;
  } catch {
    // One of them is to blame.
  }
  return texts.map((text) => {
    try {
      return parse([text])[0] ?? UNKNOWN;
    } catch {
      return UNKNOWN;
    }
  });
}

/** Names of the columns in it. */
export function columnsIn(expression: Expression): string[] {
  return expression.kind === 'column'
    ? [expression.name]
    : partsOf(expression).flatMap((part) => columnsIn(part));
}

/** The texts that it compares with. */
export function constantsIn(expression: Expression): string[] {
  return expression.kind === 'constant'
    ? expression.text === null
      ? []
      : [expression.text]
    : partsOf(expression).flatMap((part) => constantsIn(part));
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'column':
    case 'constant':
    case 'now':
      return [];
    case 'list':
      return expression.items;
    case 'operation':
      return [expression.left, expression.right];
    case 'and':
    case 'or':
      return expression.parts;
    case 'not':
    case 'is null':
    case 'is true':
      return [expression.of];
    case 'case':
      return [
        ...expression.branches.flatMap(({ when, then }) => [when, then]),
        expression.otherwise,
      ];
    case 'call':
    case 'unknown':
      return expression.args;
  }
}

const UNKNOWN: Expression = { kind: 'unknown', args: [] };
const NULL: Expression = { kind: 'constant', text: null };

interface Parsed {
  readonly stmts?: readonly {
    readonly stmt: { readonly SelectStmt?: { readonly targetList?: readonly Node[] } };
  }[];
}

/** A node of the parser: one member that names its type. Members absent are zero or empty. */
type Node = Readonly<Record<string, Fields | undefined>>;

interface Fields {
  readonly val?: Node;
  readonly arg?: Node | readonly Node[];
  readonly args?: readonly Node[];
  readonly fields?: readonly Node[];
  readonly elements?: readonly Node[];
  readonly name?: readonly Node[];
  readonly funcname?: readonly Node[];
  readonly lexpr?: Node;
  readonly rexpr?: Node;
  readonly kind?: string;
  readonly boolop?: string;
  readonly nulltesttype?: string;
  readonly booltesttype?: string;
  readonly typeName?: { readonly names?: readonly Node[]; readonly arrayBounds?: readonly Node[] };
  readonly expr?: Node;
  readonly result?: Node;
  readonly defresult?: Node;
  readonly op?: string;
  readonly sval?: string | { readonly sval?: string };
  readonly ival?: { readonly ival?: number };
  readonly fval?: { readonly fval?: string };
  readonly boolval?: { readonly boolval?: boolean };
  readonly isnull?: boolean;
}

const READERS: Readonly<Record<string, (node: Fields) => Expression>> = {
  ColumnRef: ({ fields }) => {
    const name = stringOf(fields?.at(-1));
    return name === '' ? UNKNOWN : { kind: 'column', name };
  },
  A_Const: constantOf,
  TypeCast: castOf,
  A_ArrayExpr: ({ elements }) => ({ kind: 'list', items: all(elements) }),
  BoolExpr: ({ boolop, args }) => {
    const [first = UNKNOWN, ...rest] = all(args);
    if (boolop === 'NOT_EXPR') return { kind: 'not', of: first };
    return { kind: boolop === 'OR_EXPR' ? 'or' : 'and', parts: [first, ...rest] };
  },
  NullTest: (node) => ({
    kind: 'is null',
    of: argOf(node),
    negated: node.nulltesttype === 'IS_NOT_NULL',
  }),
  BooleanTest: (node) => {
    const test = node.booltesttype ?? 'IS_TRUE';
    const of = argOf(node);
    if (test.endsWith('UNKNOWN')) return { kind: 'is null', of, negated: test.includes('NOT') };
    const value = test.endsWith('TRUE') !== test.includes('NOT');
    return { kind: 'is true', of, value };
  },
  A_Expr: operationOf,
  FuncCall: ({ funcname, args }) => callOf(stringOf(funcname?.at(-1)), all(args)),
  CoalesceExpr: ({ args }) => callOf('coalesce', all(args)),
  SQLValueFunction: ({ op }) => (/DATE|TIME/.test(op ?? '') ? { kind: 'now', shift: 0 } : UNKNOWN),
  CollateClause: argOf,
  CaseExpr: caseOf,
};

function expressionOf(node: Node | undefined): Expression {
  const [entry] = Object.entries(node ?? {});
  const [type, fields] = entry ?? [];
  if (type === undefined || fields === undefined) return UNKNOWN;
  const read = READERS[type];
  return read ? read(fields) : { kind: 'unknown', args: all(fields.args ?? fields.fields) };
}

const all = (nodes: readonly Node[] | undefined): Expression[] => (nodes ?? []).map(expressionOf);

function argOf({ arg }: Fields): Expression {
  return Array.isArray(arg) ? UNKNOWN : expressionOf(arg as Node | undefined);
}

function stringOf(node: Node | undefined): string {
  const text = node?.['String']?.sval;
  return typeof text === 'string' ? text : '';
}

function constantOf({ isnull, sval, ival, fval, boolval }: Fields): Expression {
  if (isnull === true) return NULL;
  if (typeof sval === 'object') return { kind: 'constant', text: sval.sval ?? '' };
  if (boolval) return { kind: 'constant', text: boolval.boolval === true ? 'true' : 'false' };
  if (fval) return { kind: 'constant', text: fval.fval ?? '0' };
  return { kind: 'constant', text: String(ival?.ival ?? 0) };
}

/** A literal of an array type is a list, one of a time may be a word. */
function castOf(node: Fields): Expression {
  const value = argOf(node);
  if (value.kind !== 'constant' || value.text === null) return value;
  const { names, arrayBounds } = node.typeName ?? {};
  if (arrayBounds !== undefined) return { kind: 'list', items: itemsOf(value.text) };
  const temporal = /^(?:date|timestamp|timestamptz)$/.test(stringOf(names?.at(-1)));
  return temporal && /^(?:now|today)$/i.test(value.text) ? { kind: 'now', shift: 0 } : value;
}

/** Of a flat array as Postgres prints it. */
function itemsOf(text: string): Expression[] {
  const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return items.map((item) => {
    if (item === 'NULL') return NULL;
    const plain = item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/g, '$1') : item;
    return { kind: 'constant', text: plain };
  });
}

function operationOf({ kind, name, lexpr, rexpr }: Fields): Expression {
  const operator = stringOf(name?.at(-1));
  const [left, right] = [expressionOf(lexpr), expressionOf(rexpr)];
  if (lexpr === undefined && operator === '-' && right.kind === 'constant') {
    return { kind: 'constant', text: `-${right.text ?? ''}` };
  }
  if (left.kind === 'now' && /^[-+]$/.test(operator)) {
    return { kind: 'now', shift: operator === '-' ? -1 : 1 };
  }
  const over = OVER[kind ?? ''] ?? null;
  // `x NOT IN (…)` is no operator's ANY.
  const all = kind === 'AEXPR_IN' && operator !== '=';
  return {
    kind: 'operation',
    operator: DISTINCT[kind ?? ''] ?? operator,
    left,
    right,
    over: all ? 'all' : over,
  };
}

const OVER: Readonly<Record<string, 'any' | 'all'>> = {
  AEXPR_OP_ANY: 'any',
  AEXPR_IN: 'any',
  AEXPR_OP_ALL: 'all',
};

const DISTINCT: Readonly<Record<string, string>> = {
  AEXPR_DISTINCT: '<>',
  AEXPR_NOT_DISTINCT: '=',
};

function callOf(name: string, args: readonly Expression[]): Expression {
  return /^(?:now|clock_timestamp|statement_timestamp|transaction_timestamp)$/.test(name)
    ? { kind: 'now', shift: 0 }
    : { kind: 'call', name, args };
}

function caseOf(node: Fields): Expression {
  const subject = node.arg === undefined ? null : argOf(node);
  const branches = (node.args ?? []).map((branch) => {
    const { expr, result } = branch['CaseWhen'] ?? {};
    const value = expressionOf(expr);
    const when: Expression = subject
      ? { kind: 'operation', operator: '=', left: subject, right: value, over: null }
      : value;
    return { when, then: expressionOf(result) };
  });
  const otherwise = node.defresult === undefined ? NULL : expressionOf(node.defresult);
  return { kind: 'case', branches, otherwise };
}
