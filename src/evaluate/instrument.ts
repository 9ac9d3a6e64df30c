// Writes an expression or statement with its operators, conditions, calls and literals handed to the
// runtime, so that unknowns are noticed and places remembered. Values and their order of evaluation
// stay those of the language. Knows nothing of modules.
import { ts } from 'ts-morph';
import { CALLS } from './write-calls.ts';
import { LITERALS } from './write-literals.ts';
import { OPERATORS } from './write-operators.ts';
import { STATEMENTS } from './write-statements.ts';
import { copyTo, insert, visitChildren, type Source, type Writer } from './writer.ts';

const WRITERS = new Map([...OPERATORS, ...LITERALS, ...CALLS, ...STATEMENTS]);

/** The code of one node, instrumented. */
export function instrument(source: Source, node: ts.Node, from?: number): string {
  const writer = writerAt(source, from ?? node.getStart(source.sourceFile));
  writer.visit(node);
  copyTo(writer, node.end);
  return writer.parts.join('');
}

/** The code from an offset to the end of the last of these nodes, instrumented. */
export function instrumentAll(source: Source, nodes: readonly ts.Node[], from: number): string {
  const writer = writerAt(source, from);
  for (const node of nodes) writer.visit(node);
  const last = nodes.at(-1);
  if (last !== undefined) copyTo(writer, last.end);
  return writer.parts.join('');
}

function writerAt(source: Source, cursor: number): Writer {
  const writer: Writer = {
    source,
    parts: [],
    cursor,
    depth: 0,
    visit: (node) => {
      visit(writer, node);
    },
    apart: (node) => instrument(source, node),
  };
  return writer;
}

function visit(writer: Writer, node: ts.Node): void {
  if (isErased(node)) return;
  const write = WRITERS.get(node.kind);
  if (write === undefined) visitChildren(writer, node);
  else write(writer, node);
  if (needsSemicolon(node)) endStatement(writer, node);
}

function isErased(node: ts.Node): boolean {
  if (node.kind >= ts.SyntaxKind.FirstTypeNode && node.kind <= ts.SyntaxKind.LastTypeNode)
    return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isHeritageClause(node)) return node.token === ts.SyntaxKind.ImplementsKeyword;
  if (ts.isFunctionLike(node) && !ts.isArrowFunction(node))
    return !('body' in node) || node.body === undefined;
  return ts.isTypeParameterDeclaration(node);
}

function needsSemicolon(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isPropertyDeclaration(node)
  );
}

/** Ends a statement that leaves its semicolon to the line break, which our text may have undone. */
function endStatement(writer: Writer, node: ts.Node): void {
  copyTo(writer, node.end);
  if (writer.source.sourceFile.text[node.end - 1] !== ';') insert(writer, ';');
}
