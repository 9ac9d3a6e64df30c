// Which top-level names a piece of code may change. Works on syntax alone and rather says too much
// than too little: a statement named here for nothing is only evaluated for nothing.
import { ts } from 'ts-morph';

/** Methods that change what they are called on. */
const MUTATORS = new Set(
  (
    'push pop shift unshift splice sort reverse fill copyWithin set add delete clear assign ' +
    'defineProperty defineProperties setPrototypeOf'
  ).split(' '),
);

/** Static methods that change their first argument. */
const CHANGES_ARGUMENT = new Set([
  'assign',
  'defineProperty',
  'defineProperties',
  'setPrototypeOf',
  'set',
]);

/** What one statement or declaration refers to and changes, by name, whatever the scope. */
export interface Effects {
  readonly refs: ReadonlySet<string>;
  /** Changed when it is evaluated. */
  readonly changes: ReadonlySet<string>;
  /** Changed inside functions it contains. */
  readonly changesLater: ReadonlySet<string>;
}

/** Reads the effects of a piece of code; `statement` also counts calls on names and with names. */
export function effectsOf(node: ts.Node, statement: boolean): Effects {
  const refs = new Set<string>();
  const changes = new Set<string>();
  const changesLater = new Set<string>();
  const visit = (child: ts.Node, nested: boolean): void => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    if (ts.isIdentifier(child)) {
      if (isReference(child)) refs.add(child.text);
      return;
    }
    const into = nested ? changesLater : changes;
    for (const name of changedBy(child, statement && !nested)) into.add(name);
    const inside = nested || ts.isFunctionLike(child);
    ts.forEachChild(child, (next) => {
      visit(next, inside);
    });
  };
  visit(node, false);
  return { refs, changes, changesLater };
}

/** Whether evaluating the code may change something that outlives it, calls of mutators included. */
export function isNoisy(node: ts.Node, mutators: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node)) return mutators.has(node.text) && isReference(node);
  if (changesAnything(node)) return true;
  return ts.forEachChild(node, (child) => isNoisy(child, mutators) || undefined) ?? false;
}

function changesAnything(node: ts.Node): boolean {
  if (ts.isYieldExpression(node) || ts.isDeleteExpression(node)) return true;
  if (ts.isBinaryExpression(node)) return isAssignment(node.operatorToken.kind);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return isStep(node);
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    MUTATORS.has(node.expression.name.text)
  );
}

function isStep(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): boolean {
  return (
    node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken
  );
}

/** An identifier that is looked up in a scope, not a name of a property or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.name !== node;
  return true;
}

function changedBy(node: ts.Node, statement: boolean): string[] {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
    return targetsOf(node.left);
  if (ts.isDeleteExpression(node)) return rootsOf([node.expression]);
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node))
    return rootsOf([node.operand]);
  if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && ts.isExpression(node.initializer))
    return targetsOf(node.initializer);
  return ts.isCallExpression(node) ? changedByCall(node, statement) : [];
}

function changedByCall(node: ts.CallExpression, statement: boolean): string[] {
  const callee = unwrap(node.expression);
  const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : null;
  if (statement) {
    const on = method === null || isConsole(callee) ? [] : [callee];
    return isConsole(callee) ? [] : rootsOf([...on, ...node.arguments]);
  }
  if (method === null || !MUTATORS.has(method)) return [];
  const [first] = node.arguments;
  return rootsOf(CHANGES_ARGUMENT.has(method) && first !== undefined ? [callee, first] : [callee]);
}

const isConsole = (callee: ts.Expression): boolean => rootOf(callee) === 'console';

/** Names an assignment pattern assigns to. */
function targetsOf(pattern: ts.Expression): string[] {
  const target = unwrap(pattern);
  if (ts.isArrayLiteralExpression(target)) return target.elements.flatMap(targetsOf);
  if (ts.isSpreadElement(target)) return targetsOf(target.expression);
  if (ts.isBinaryExpression(target)) return targetsOf(target.left);
  if (!ts.isObjectLiteralExpression(target)) return rootsOf([target]);
  return target.properties.flatMap((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return [property.name.text];
    if (ts.isPropertyAssignment(property)) return targetsOf(property.initializer);
    return ts.isSpreadAssignment(property) ? targetsOf(property.expression) : [];
  });
}

function rootsOf(expressions: readonly ts.Expression[]): string[] {
  return expressions.map(rootOf).filter((name) => name !== null);
}

/** The identifier a chain of members starts from: `a.b[c]` → `a`. */
function rootOf(expression: ts.Expression): string | null {
  let node = unwrap(expression);
  while (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    node = unwrap(node.expression);
  return ts.isIdentifier(node) ? node.text : null;
}

/** Strips parentheses and what TypeScript erases. */
export function unwrap(expression: ts.Expression): ts.Expression {
  let node = expression;
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  )
    node = node.expression;
  return node;
}

/** True for `=` and every compound assignment. */
export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
