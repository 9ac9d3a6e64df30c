// Calls: the value that ends a chain of them is remembered with the place it was written at.
import { ts } from 'ts-morph';
import { isNoisy } from './effects.ts';
import {
  RUNTIME,
  copyTo,
  skipTo,
  insert,
  startOf,
  suspends,
  spotOf,
  visitChildren,
  entry,
  type Writer,
  type Writers,
} from './writer.ts';

function writeCall(writer: Writer, node: ts.CallExpression | ts.NewExpression): void {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    copyTo(writer, startOf(writer, node));
    skipTo(writer, node.expression.end, `${RUNTIME}.i`);
    visitChildren(writer, node);
    return;
  }
  const written = isStatementCall(node) ? noisyCall(writer, node) : placedCall(writer, node);
  if (written === null) {
    writeCallee(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, written.before);
  writeCallee(writer, node);
  copyTo(writer, node.end);
  insert(writer, written.after);
}

const isStatementCall = (node: ts.Expression): boolean => ts.isExpressionStatement(node.parent);

interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/** A call that is a statement and is handed code with effects: an unknown may or may not run that. */
function noisyCall(writer: Writer, node: ts.CallExpression | ts.NewExpression): Wrapping | null {
  const noisy = node.arguments?.some((argument) => isNoisy(argument, writer.source.mutators));
  if (noisy !== true) return null;
  return { before: `${RUNTIME}.d(`, after: `,${spotOf(writer, node)})` };
}

/** A call that ends a chain: its value is remembered as written here. */
function placedCall(writer: Writer, node: ts.CallExpression | ts.NewExpression): Wrapping | null {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) return null;
  let outer: ts.Expression = node;
  while (ts.isNonNullExpression(outer.parent)) outer = outer.parent;
  const { parent } = outer;
  const chain =
    ts.isPropertyAccessExpression(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isCallExpression(parent) ||
    ts.isTaggedTemplateExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isDecorator(parent);
  if (chain && !isArgument(parent, outer)) return null;
  if (ts.isAwaitExpression(parent)) return null;
  const at = placeOf(writer, node);
  if (isContained(writer, node)) return { before: `${RUNTIME}.h(()=>`, after: `,${at})` };
  return { before: `${RUNTIME}.p(`, after: `,${at})` };
}

/** The value of a property: when it can't be decided, the rest of the object still can. */
function isContained({ source }: Writer, node: ts.Expression): boolean {
  return (
    isNamed(node, ts.isPropertyAssignment) && !suspends(node) && !isNoisy(node, source.mutators)
  );
}

function isArgument(parent: ts.Node, node: ts.Expression): boolean {
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.arguments?.includes(node) ?? false;
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === node;
}

/** The place of the property or variable a value is given to, or else of the expression itself. */
function placeOf(writer: Writer, node: ts.Expression): string {
  const { parent } = topOf(node);
  return spotOf(writer, isNamed(node, isNaming) && isNaming(parent) ? parent.name : node);
}

type Naming = ts.PropertyAssignment | ts.VariableDeclaration | ts.PropertyDeclaration;

const isNaming = (node: ts.Node): node is Naming =>
  ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node);

/** The expression is all that such a declaration is given. */
function isNamed(node: ts.Expression, is: (parent: ts.Node) => parent is Naming): boolean {
  const top = topOf(node);
  return is(top.parent) && top.parent.initializer === top;
}

function topOf(node: ts.Node): ts.Node {
  let top = node;
  while (
    ts.isAsExpression(top.parent) ||
    ts.isSatisfiesExpression(top.parent) ||
    ts.isNonNullExpression(top.parent) ||
    ts.isParenthesizedExpression(top.parent) ||
    (ts.isConditionalExpression(top.parent) && top.parent.condition !== top)
  )
    top = top.parent;
  return top;
}

/** A call of a name in the module's scope must not get that scope as `this`. */
function writeCallee(writer: Writer, node: ts.CallExpression | ts.NewExpression): void {
  const callee = node.expression;
  if (ts.isCallExpression(node) && isConversion(callee, writer) && node.arguments.length > 0) {
    copyTo(writer, startOf(writer, callee));
    insert(writer, `${RUNTIME}.k(`);
    copyTo(writer, callee.end);
    skipTo(writer, writer.source.text.indexOf('(', callee.end) + 1, ',');
  } else if (
    ts.isCallExpression(node) &&
    ts.isIdentifier(callee) &&
    writer.source.scope.has(callee.text)
  ) {
    copyTo(writer, startOf(writer, callee));
    insert(writer, '(0,');
    copyTo(writer, callee.end);
    insert(writer, ')');
  } else writer.visit(callee);
  for (const argument of node.arguments ?? []) writer.visit(argument);
}

const CONVERSIONS = new Set(
  'String Number Boolean BigInt parseInt parseFloat isNaN isFinite encodeURIComponent'.split(' '),
);

/** A global that makes another value of one, where an unknown is to stay unknown. */
function isConversion(callee: ts.Expression, { source }: Writer): boolean {
  return ts.isIdentifier(callee) && CONVERSIONS.has(callee.text) && !source.scope.has(callee.text);
}

function writeTagged(writer: Writer, node: ts.TaggedTemplateExpression): void {
  const { tag } = node;
  if (ts.isIdentifier(tag) && writer.source.scope.has(tag.text)) {
    copyTo(writer, startOf(writer, tag));
    insert(writer, '(0,');
    copyTo(writer, tag.end);
    insert(writer, ')');
  } else writer.visit(tag);
  writer.visit(node.template);
}

const isCallOrNew = (node: ts.Node): node is ts.CallExpression | ts.NewExpression =>
  ts.isCallExpression(node) || ts.isNewExpression(node);

const K = ts.SyntaxKind;

export const CALLS: Writers = [
  ...entry([K.CallExpression, K.NewExpression], isCallOrNew, writeCall),
  ...entry([K.TaggedTemplateExpression], ts.isTaggedTemplateExpression, writeTagged),
];
