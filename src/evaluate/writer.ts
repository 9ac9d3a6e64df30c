// The text being written from a syntax tree, and what every part of the instrumentation needs of it.
import { ts } from 'ts-morph';
import { isAssignment } from './effects.ts';
import type { Spot } from './module-code.ts';

/** The name the runtime goes by in the code we write: a letter nobody uses. */
export const RUNTIME = 'ᐅ';

export interface Source {
  readonly sourceFile: ts.SourceFile;
  /** JavaScript of the same length as the file, types replaced by blanks. */
  readonly text: string;
  /** Names of the module's own scope, which the code reaches through an object. */
  readonly scope: ReadonlySet<string>;
  readonly mutators: ReadonlySet<string>;
  /** Where an offset of the text was written. */
  spotAt(offset: number): Spot;
}

export interface Writer {
  readonly source: Source;
  readonly parts: string[];
  cursor: number;
  /** How many functions deep, counted from what was asked for: 0 is the top level. */
  depth: number;
  /** Writes a node by the writer of its kind. */
  readonly visit: (node: ts.Node) => void;
  /** Writes a node of its own, away from the text under way. */
  readonly apart: (node: ts.Node) => string;
}

export type Write<N extends ts.Node> = (writer: Writer, node: N) => void;

/** Writers by the kind of node. */
export type Writers = readonly (readonly [ts.SyntaxKind, Write<ts.Node>])[];

export function copyTo(writer: Writer, offset: number): void {
  if (offset <= writer.cursor) return;
  writer.parts.push(writer.source.text.slice(writer.cursor, offset));
  writer.cursor = offset;
}

export function skipTo(writer: Writer, offset: number, keep = ''): void {
  writer.parts.push(keep);
  writer.cursor = Math.max(writer.cursor, offset);
}

export function insert(writer: Writer, text: string): void {
  writer.parts.push(text);
}

export const startOf = ({ source }: Writer, node: ts.Node): number =>
  node.getStart(source.sourceFile);

/** `line,column` of a node, as arguments. */
export function spotOf(writer: Writer, node: ts.Node): string {
  const { line, column } = writer.source.spotAt(startOf(writer, node));
  return `${line},${column}`;
}

/** Writes `before`, the node as it would be, and `after`. */
export function wrap(writer: Writer, node: ts.Node, before: string, after: string): void {
  copyTo(writer, startOf(writer, node));
  insert(writer, before);
  writer.visit(node);
  copyTo(writer, node.end);
  insert(writer, after);
}

/** Hands a deciding value to the runtime, which throws where it is unknown. */
export function decide(writer: Writer, node: ts.Expression): void {
  if (isLiteral(node)) writer.visit(node);
  else wrap(writer, node, `${RUNTIME}.d((`, `),${spotOf(writer, node)})`);
}

export function visitChildren(writer: Writer, node: ts.Node): void {
  const deeper = ts.isFunctionLike(node) || ts.isPropertyDeclaration(node) ? 1 : 0;
  writer.depth += deeper;
  ts.forEachChild(node, (child) => {
    writer.visit(child);
  });
  writer.depth -= deeper;
}

export function wrapChildren(writer: Writer, node: ts.Node, before: string, after: string): void {
  copyTo(writer, startOf(writer, node));
  insert(writer, before);
  visitChildren(writer, node);
  copyTo(writer, node.end);
  insert(writer, after);
}

export function isLiteral(node: ts.Node): boolean {
  return (
    ts.isLiteralExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    (ts.isObjectLiteralExpression(node) && !hasSpread(node))
  );
}

export function hasSpread(node: ts.ObjectLiteralExpression | ts.ArrayLiteralExpression): boolean {
  return ts.isObjectLiteralExpression(node)
    ? node.properties.some(ts.isSpreadAssignment)
    : node.elements.some(ts.isSpreadElement);
}

/** Contains an `await` or `yield` of the function it stands in. */
export function suspends(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => suspends(child) || undefined) ?? false;
}

export function isAssignmentTarget(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind))
    return parent.left === node;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent))
    return parent.initializer === node;
  const inside =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isParenthesizedExpression(parent);
  return inside && isAssignmentTarget(parent);
}

/** Nobody takes the value: it was written for its effects. */
export function isDiscarded(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isDiscarded(parent);
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return true;
  if (ts.isForStatement(parent)) return parent.initializer === node || parent.incrementor === node;
  return ts.isBinaryExpression(parent)
    ? parent.operatorToken.kind === ts.SyntaxKind.CommaToken && parent.left === node
    : false;
}

/** The writer of these kinds, which `is` tells apart from all others. */
export function entry<N extends ts.Node>(
  kinds: readonly ts.SyntaxKind[],
  is: (node: ts.Node) => node is N,
  write: Write<N>,
): Writers {
  const guarded: Write<ts.Node> = (writer, node) => {
    if (is(node)) write(writer, node);
  };
  return kinds.map((kind) => [kind, guarded] as const);
}
