// Operators: each is handed to the runtime with its operands, which may be unknown.
import { ts } from 'ts-morph';
import { isAssignment, isNoisy, unwrap } from './effects.ts';
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
  isLiteral,
  isDiscarded,
  entry,
  type Writer,
  type Writers,
} from './writer.ts';

function writeBinary(writer: Writer, node: ts.BinaryExpression): void {
  const operator = node.operatorToken.kind;
  const symbol = ts.tokenToString(operator) ?? '';
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken) writeAnd(writer, node);
  else if (
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken
  )
    writeOr(writer, node);
  else if (isAssignment(operator)) writeAssignment(writer, node, symbol);
  else if (operator === ts.SyntaxKind.CommaToken || ts.isPrivateIdentifier(node.left))
    visitChildren(writer, node);
  else if (isLiteral(node.left) && isLiteral(node.right)) visitChildren(writer, node);
  else writeOperator(writer, node, symbol);
}

function writeOperator(writer: Writer, node: ts.BinaryExpression, symbol: string): void {
  copyTo(writer, startOf(writer, node));
  insert(writer, `${RUNTIME}["${symbol}"](`);
  writeOperands(writer, node);
  insert(writer, ')');
}

/** `a + b` → `a , b`. */
function writeOperands(writer: Writer, { left, operatorToken, right }: ts.BinaryExpression): void {
  writer.visit(left);
  copyTo(writer, startOf(writer, operatorToken));
  skipTo(writer, operatorToken.end, ',');
  writer.visit(right);
  copyTo(writer, right.end);
}

/** `a && b`: an unknown `a` makes the whole unknown, unless evaluating `b` would have changed things. */
function writeAnd(writer: Writer, node: ts.BinaryExpression): void {
  const { left, right } = node;
  if (isDiscarded(node) || isNoisy(right, writer.source.mutators)) {
    decide(writer, left);
    writer.visit(right);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, '(');
  writeEither(writer, left);
  writer.visit(right);
  copyTo(writer, node.end);
  insert(writer, ')');
}

/** `c` → `q(c)?w():v()`: what follows is evaluated with `c` unless that is unknown. */
function writeEither(writer: Writer, condition: ts.Expression): void {
  const at = spotOf(writer, condition);
  wrap(writer, condition, `${RUNTIME}.q(`, `)?${RUNTIME}.w(${at}):${RUNTIME}.v()`);
}

/** `a || b`, `a ?? b`: an unknown counts as a value, so it passes through; only side effects need more. */
function writeOr(writer: Writer, node: ts.BinaryExpression): void {
  const { left, right } = node;
  if (isDiscarded(node) || isNoisy(right, writer.source.mutators)) decide(writer, left);
  else writer.visit(left);
  writer.visit(right);
}

function writeConditional(writer: Writer, node: ts.ConditionalExpression): void {
  const { mutators } = writer.source;
  const { condition, whenTrue, whenFalse } = node;
  if (isDiscarded(node) || isNoisy(whenTrue, mutators) || isNoisy(whenFalse, mutators)) {
    decide(writer, condition);
    writer.visit(whenTrue);
    writer.visit(whenFalse);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, '(');
  writeEither(writer, condition);
  writer.visit(whenTrue);
  writer.visit(whenFalse);
  copyTo(writer, node.end);
  insert(writer, ')');
}

/** `x += y` → `x = add(x, y)` where naming `x` twice has no effect. */
function writeAssignment(writer: Writer, node: ts.BinaryExpression, symbol: string): void {
  const { left, operatorToken, right } = node;
  const simple = symbol === '=' || !isPlainChain(left);
  if (simple || symbol === '||=' || symbol === '??=') {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  const target = writer.source.text.slice(startOf(writer, left), left.end);
  if (symbol === '&&=') {
    insert(writer, `${RUNTIME}.d(${target},${spotOf(writer, left)})&&(`);
    copyTo(writer, startOf(writer, operatorToken));
    skipTo(writer, operatorToken.end, '=');
  } else {
    copyTo(writer, startOf(writer, operatorToken));
    skipTo(writer, operatorToken.end, `=${RUNTIME}["${symbol.slice(0, -1)}"](${target},`);
  }
  writer.visit(right);
  copyTo(writer, right.end);
  insert(writer, ')');
}

function isPlainChain(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  return ts.isPropertyAccessExpression(node) && isPlainChain(node.expression);
}

function writePrefix(writer: Writer, node: ts.PrefixUnaryExpression): void {
  const symbol = ts.tokenToString(node.operator) ?? '';
  if (symbol === '++' || symbol === '--' || isLiteral(node.operand)) {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  skipTo(writer, startOf(writer, node.operand), `${RUNTIME}["u${symbol}"](`);
  writer.visit(node.operand);
  copyTo(writer, node.end);
  insert(writer, ')');
}

function writeTypeof(writer: Writer, node: ts.TypeOfExpression): void {
  const operand = unwrap(node.expression);
  copyTo(writer, startOf(writer, node));
  if (ts.isIdentifier(operand)) {
    const name = operand.text;
    skipTo(writer, node.end, `${RUNTIME}.y(typeof ${name}==="undefined"?void 0:${name})`);
    return;
  }
  skipTo(writer, startOf(writer, node.expression), `${RUNTIME}.y(`);
  writer.visit(node.expression);
  copyTo(writer, node.end);
  insert(writer, ')');
}

function writeTemplate(writer: Writer, node: ts.TemplateExpression): void {
  if (!ts.isTaggedTemplateExpression(node.parent)) {
    copyTo(writer, startOf(writer, node));
    insert(writer, `${RUNTIME}.t`);
  }
  visitChildren(writer, node);
}

const K = ts.SyntaxKind;

export const OPERATORS: Writers = [
  ...entry([K.BinaryExpression], ts.isBinaryExpression, writeBinary),
  ...entry([K.ConditionalExpression], ts.isConditionalExpression, writeConditional),
  ...entry([K.PrefixUnaryExpression], ts.isPrefixUnaryExpression, writePrefix),
  ...entry([K.TypeOfExpression], ts.isTypeOfExpression, writeTypeof),
  ...entry([K.TemplateExpression], ts.isTemplateExpression, writeTemplate),
];
