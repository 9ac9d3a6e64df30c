// Literals and reads: a spread or key that is unknown makes that one value unknown, not all around it.
import { ts } from 'ts-morph';
import { isNoisy } from './effects.ts';
import {
  RUNTIME,
  copyTo,
  skipTo,
  insert,
  startOf,
  spotOf,
  wrap,
  decide,
  visitChildren,
  wrapChildren,
  isLiteral,
  hasSpread,
  suspends,
  isAssignmentTarget,
  entry,
  type Writer,
  type Writers,
} from './writer.ts';

/** `[...a]`, `{...a}`: with an unknown among them the literal itself is unknown, not all around it. */
function writeLiteral(
  writer: Writer,
  node: ts.ObjectLiteralExpression | ts.ArrayLiteralExpression,
): void {
  if (isGuarded(writer, node)) wrapChildren(writer, node, `${RUNTIME}.l(()=>(`, '))');
  else visitChildren(writer, node);
}

function isGuarded({ source }: Writer, node: ts.Node): boolean {
  const literal = ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
  if (!literal || !hasSpread(node) || isAssignmentTarget(node)) return false;
  return !suspends(node) && !isNoisy(node, source.mutators);
}

function writeSpread(writer: Writer, node: ts.SpreadElement | ts.SpreadAssignment): void {
  const { expression } = node;
  if (isAssignmentTarget(node)) visitChildren(writer, node);
  else if (isGuarded(writer, node.parent))
    wrap(writer, expression, `${RUNTIME}.s(`, `,${spotOf(writer, expression)})`);
  else decide(writer, expression);
}

function writeElementAccess(writer: Writer, node: ts.ElementAccessExpression): void {
  const index = node.argumentExpression;
  const chained = (node.flags & ts.NodeFlags.OptionalChain) !== 0;
  const superOf = node.expression.kind === ts.SyntaxKind.SuperKeyword;
  if (chained || superOf || isLiteral(index) || !isPlainRead(node)) {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, `${RUNTIME}.g(`);
  writer.visit(node.expression);
  copyTo(writer, node.expression.end);
  insert(writer, ',(');
  skipTo(writer, startOf(writer, index));
  writer.visit(index);
  copyTo(writer, index.end);
  skipTo(writer, node.end, '))');
}

/** Read for its value: not called with its object as `this`, not assigned, deleted or stepped. */
function isPlainRead(node: ts.Expression): boolean {
  const { parent } = node;
  if (isConstructed(node)) return false;
  if (ts.isCallExpression(parent) || ts.isTaggedTemplateExpression(parent))
    return ts.isCallExpression(parent) && parent.expression !== node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent))
    return isPlainRead(parent);
  if (ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent)) return isPlainRead(parent);
  if (ts.isPostfixUnaryExpression(parent) || ts.isDeleteExpression(parent)) return false;
  if (ts.isPrefixUnaryExpression(parent))
    return (
      parent.operator !== ts.SyntaxKind.PlusPlusToken &&
      parent.operator !== ts.SyntaxKind.MinusMinusToken
    );
  if (
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
    isChained(parent)
  )
    return false;
  return !isAssignmentTarget(node);
}

/** Stands in what `new` constructs, where a call would become the thing constructed. */
function isConstructed(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.expression === node;
  const member = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
  return member && parent.expression === node && isConstructed(parent);
}

const isChained = (node: ts.Node): boolean => (node.flags & ts.NodeFlags.OptionalChain) !== 0;

function writeMeta(writer: Writer, node: ts.MetaProperty): void {
  if (node.keywordToken !== ts.SyntaxKind.ImportKeyword) return;
  copyTo(writer, startOf(writer, node));
  skipTo(writer, node.end, `${RUNTIME}.meta`);
}

function writeJsx(writer: Writer, node: ts.Node): void {
  copyTo(writer, startOf(writer, node));
  const breaks = writer.source.text.slice(writer.cursor, node.end).replace(/[^\n]/g, '');
  skipTo(writer, node.end, `${RUNTIME}.x(${spotOf(writer, node)}${breaks})`);
}

const isList = (node: ts.Node): node is ts.ObjectLiteralExpression | ts.ArrayLiteralExpression =>
  ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);

const isSpread = (node: ts.Node): node is ts.SpreadElement | ts.SpreadAssignment =>
  ts.isSpreadElement(node) || ts.isSpreadAssignment(node);

const isJsx = (node: ts.Node): node is ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment =>
  ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);

const K = ts.SyntaxKind;

export const LITERALS: Writers = [
  ...entry([K.ObjectLiteralExpression, K.ArrayLiteralExpression], isList, writeLiteral),
  ...entry([K.SpreadElement, K.SpreadAssignment], isSpread, writeSpread),
  ...entry([K.ElementAccessExpression], ts.isElementAccessExpression, writeElementAccess),
  ...entry([K.MetaProperty], ts.isMetaProperty, writeMeta),
  ...entry([K.JsxElement, K.JsxSelfClosingElement, K.JsxFragment], isJsx, writeJsx),
];
