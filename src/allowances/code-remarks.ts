// Comments of a migration that is code, as TypeScript reads them: those in texts and in regular expressions
// are none.
import type { ts } from 'ts-morph';
import { lineCounter, type Remark } from './remark.ts';

type Compiler = typeof ts;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The comments of a file, with the calls that they stand before or behind. `first` is the line of the first
 * call that runs a statement.
 */
export async function remarksInCode(text: string, first: number): Promise<Remark[]> {
  const { ts } = await import('ts-morph');
  const source = ts.createSourceFile('migration.ts', text, ts.ScriptTarget.Latest, true);
  const lineOf = lineCounter(text);
  const remarks = new Map<number, Remark>();
  let before: ts.Node | null = null;
  for (const token of tokensOf(source, source)) {
    for (const { pos, end, kind } of commentsBefore(ts, text, token)) {
      const line = lineOf(pos);
      const isBehind =
        before !== null && lineOf(before.end - 1) === line && lineOf(token.getStart()) > line;
      const about =
        isBehind && before !== null ? endingWith(ts, before) : beginningWith(ts, token, source);
      remarks.set(pos, {
        text: text.slice(pos + 2, kind === ts.SyntaxKind.MultiLineCommentTrivia ? end - 2 : end),
        line,
        about: about === null ? null : { from: lineOf(about.from), to: lineOf(about.to - 1) },
        onTop: line < first,
      });
    }
    before = token;
  }
  return [...remarks.values()];
}

/** Every token in order, the end of the file too. */
function* tokensOf(node: ts.Node, source: ts.SourceFile): Generator<ts.Node> {
  const children = node.getChildren(source);
  if (children.length > 0) for (const child of children) yield* tokensOf(child, source);
  else if (node.end > node.pos || node === source.endOfFileToken) yield node;
}

/** TypeScript gives what stands on the line of the token before to that one. */
function commentsBefore(ts: Compiler, text: string, { pos }: ts.Node): ts.CommentRange[] {
  return [
    ...(ts.getTrailingCommentRanges(text, pos) ?? []),
    ...(ts.getLeadingCommentRanges(text, pos) ?? []),
  ];
}

/** The largest expression or simple statement that begins with a token; null where a block ends. */
function beginningWith(ts: Compiler, token: ts.Node, source: ts.SourceFile): Span | null {
  if (token === source.endOfFileToken || token.kind === ts.SyntaxKind.CloseBraceToken) return null;
  const start = token.getStart();
  // `.dropTable('users')` begins in the middle of its call.
  const call = chainedCall(ts, token.parent.parent);
  if (call?.from === start) return call;
  let node = token;
  while (node.parent.getStart() === start && !isCompound(ts, node.parent)) node = node.parent;
  return { from: start, to: node.end };
}

/** The call or simple statement that ends with a token. */
function endingWith(ts: Compiler, token: ts.Node): Span {
  let node = token;
  while (node.parent.end === token.end && !isCompound(ts, node.parent)) node = node.parent;
  const inner =
    ts.isExpressionStatement(node) || ts.isReturnStatement(node) ? node.expression : node;
  const call = inner !== undefined && ts.isAwaitExpression(inner) ? inner.expression : inner;
  const chained = call === undefined ? null : chainedCall(ts, call);
  return { from: chained?.from ?? node.getStart(), to: node.end };
}

/** A call on what another call gave, from its dot on; null for any other node. */
function chainedCall(ts: Compiler, node: ts.Node): Span | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: callee, end } = node;
  const dot = callee.getChildAt(1);
  return ts.isCallExpression(callee.expression) ? { from: dot.getStart(), to: end } : null;
}

/** What holds other statements: a comment speaks of one. */
function isCompound(ts: Compiler, node: ts.Node): boolean {
  return (
    ts.isSourceFile(node) ||
    ts.isBlock(node) ||
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isIfStatement(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isTryStatement(node) ||
    ts.isSwitchStatement(node) ||
    ts.isCaseOrDefaultClause(node)
  );
}
