// Statements: what decides them goes through the runtime, and a `catch` lets pass what isn't its own.
import { ts } from 'ts-morph';
import {
  RUNTIME,
  copyTo,
  skipTo,
  insert,
  startOf,
  spotOf,
  decide,
  visitChildren,
  entry,
  type Writer,
  type Writers,
} from './writer.ts';

/** `x as T`, `x!`: what follows the value goes, its line breaks stay; some of it is never erased before. */
function writeAssertion(
  writer: Writer,
  node: ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression,
): void {
  const { end } = node.expression;
  writer.visit(node.expression);
  copyTo(writer, end);
  skipTo(writer, node.end, writer.source.text.slice(end, node.end).replace(/[^\n]/g, ''));
}

function writeTypeAssertion(writer: Writer, node: ts.TypeAssertion): void {
  copyTo(writer, startOf(writer, node));
  skipTo(writer, startOf(writer, node.expression));
  writer.visit(node.expression);
}

function writeLoop(writer: Writer, node: ts.ForOfStatement | ts.ForInStatement): void {
  writer.visit(node.initializer);
  decide(writer, node.expression);
  writer.visit(node.statement);
}

function writeCondition(
  writer: Writer,
  node: ts.IfStatement | ts.WhileStatement | ts.DoStatement | ts.SwitchStatement | ts.CaseClause,
): void {
  ts.forEachChild(node, (child) => {
    if (child === node.expression) decide(writer, node.expression);
    else writer.visit(child);
  });
}

function writeFor(writer: Writer, node: ts.ForStatement): void {
  ts.forEachChild(node, (child) => {
    if (node.condition !== undefined && child === node.condition) decide(writer, node.condition);
    else writer.visit(child);
  });
}

/** A `catch` must let pass what stops the evaluation of the declaration. */
function writeCatch(writer: Writer, node: ts.CatchClause): void {
  const { variableDeclaration: variable, block } = node;
  const caught = `${RUNTIME}e`;
  if (variable === undefined) {
    copyTo(writer, startOf(writer, block));
    insert(writer, `(${caught})`);
  } else if (!ts.isIdentifier(variable.name)) {
    copyTo(writer, startOf(writer, variable));
    skipTo(writer, variable.end, caught);
  }
  const pattern = variable !== undefined && !ts.isIdentifier(variable.name) ? variable.name : null;
  const name = variable !== undefined && pattern === null ? variable.name.getText() : caught;
  copyTo(writer, startOf(writer, block) + 1);
  insert(writer, `${RUNTIME}.r(${name});`);
  if (pattern !== null) {
    insert(writer, `let ${writer.apart(pattern)}=${caught};`);
  }
  visitChildren(writer, block);
}

function writeAwait(writer: Writer, node: ts.AwaitExpression): void {
  if (writer.depth > 0) {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  skipTo(writer, startOf(writer, node.expression), `${RUNTIME}.a(`);
  writer.visit(node.expression);
  copyTo(writer, node.end);
  insert(writer, `,${spotOf(writer, node)})`);
}

const isAs = (
  node: ts.Node,
): node is ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node);
const isLoop = (node: ts.Node): node is ts.ForOfStatement | ts.ForInStatement =>
  ts.isForOfStatement(node) || ts.isForInStatement(node);

const isDecision = (
  node: ts.Node,
): node is
  ts.IfStatement | ts.WhileStatement | ts.DoStatement | ts.SwitchStatement | ts.CaseClause =>
  ts.isIfStatement(node) ||
  ts.isWhileStatement(node) ||
  ts.isDoStatement(node) ||
  ts.isSwitchStatement(node) ||
  ts.isCaseClause(node);

const K = ts.SyntaxKind;

export const STATEMENTS: Writers = [
  ...entry([K.AsExpression, K.SatisfiesExpression, K.NonNullExpression], isAs, writeAssertion),
  ...entry([K.TypeAssertionExpression], ts.isTypeAssertionExpression, writeTypeAssertion),
  ...entry([K.ForOfStatement, K.ForInStatement], isLoop, writeLoop),
  ...entry(
    [K.IfStatement, K.WhileStatement, K.DoStatement, K.SwitchStatement, K.CaseClause],
    isDecision,
    writeCondition,
  ),
  ...entry([K.ForStatement], ts.isForStatement, writeFor),
  ...entry([K.CatchClause], ts.isCatchClause, writeCatch),
  ...entry([K.AwaitExpression], ts.isAwaitExpression, writeAwait),
];
