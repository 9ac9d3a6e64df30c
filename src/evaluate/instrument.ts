// Writes an expression or statement with its operators, conditions, calls and literals handed to the
// runtime, so that unknowns are noticed and places remembered. Values and their order of evaluation
// stay those of the language. Knows nothing of modules.
import { ts } from 'ts-morph';
import { isAssignment, isNoisy, unwrap } from './effects.ts';
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

interface Writer {
  readonly source: Source;
  readonly parts: string[];
  cursor: number;
  /** How many functions deep, counted from what was asked for: 0 is the top level. */
  depth: number;
}

type Write<N extends ts.Node> = (writer: Writer, node: N) => void;

/** The code of one node, instrumented. */
export function instrument(source: Source, node: ts.Node, from?: number): string {
  const start = from ?? node.getStart(source.sourceFile);
  const writer: Writer = { source, parts: [], cursor: start, depth: 0 };
  visit(writer, node);
  copyTo(writer, node.end);
  return writer.parts.join('');
}

/** The code of what lies between two offsets around and including these nodes. */
export function instrumentAll(source: Source, nodes: readonly ts.Node[], from: number): string {
  const writer: Writer = { source, parts: [], cursor: from, depth: 0 };
  for (const node of nodes) visit(writer, node);
  return writer.parts.join('');
}

function copyTo(writer: Writer, offset: number): void {
  if (offset <= writer.cursor) return;
  writer.parts.push(writer.source.text.slice(writer.cursor, offset));
  writer.cursor = offset;
}

function skipTo(writer: Writer, offset: number, keep = ''): void {
  writer.parts.push(keep);
  writer.cursor = Math.max(writer.cursor, offset);
}

function insert(writer: Writer, text: string): void {
  writer.parts.push(text);
}

const startOf = ({ source }: Writer, node: ts.Node): number => node.getStart(source.sourceFile);

/** `line,column` of a node, as arguments. */
function spotOf(writer: Writer, node: ts.Node): string {
  const { line, column } = writer.source.spotAt(startOf(writer, node));
  return `${line},${column}`;
}

/** Writes `before`, the node as it would be, and `after`. */
function wrap(writer: Writer, node: ts.Node, before: string, after: string): void {
  copyTo(writer, startOf(writer, node));
  insert(writer, before);
  visit(writer, node);
  copyTo(writer, node.end);
  insert(writer, after);
}

/** Hands a deciding value to the runtime, which throws where it is unknown. */
function decide(writer: Writer, node: ts.Expression): void {
  if (isLiteral(node)) visit(writer, node);
  else wrap(writer, node, `${RUNTIME}.d((`, `),${spotOf(writer, node)})`);
}

function isLiteral(node: ts.Node): boolean {
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

function hasSpread(node: ts.ObjectLiteralExpression | ts.ArrayLiteralExpression): boolean {
  return ts.isObjectLiteralExpression(node)
    ? node.properties.some(ts.isSpreadAssignment)
    : node.elements.some(ts.isSpreadElement);
}

function visitChildren(writer: Writer, node: ts.Node): void {
  const deeper = ts.isFunctionLike(node) || ts.isPropertyDeclaration(node) ? 1 : 0;
  writer.depth += deeper;
  ts.forEachChild(node, (child) => {
    visit(writer, child);
  });
  writer.depth -= deeper;
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

/** `x as T`: the eraser may have put a semicolon after `x`, which would now end up too early. */
function writeAssertion(writer: Writer, node: ts.AsExpression | ts.SatisfiesExpression): void {
  const { end } = node.expression;
  visit(writer, node.expression);
  copyTo(writer, end);
  const { text, sourceFile } = writer.source;
  if (text[end] === ';' && sourceFile.text[end] !== ';') skipTo(writer, end + 1, ' ');
}

function writeTypeAssertion(writer: Writer, node: ts.TypeAssertion): void {
  copyTo(writer, startOf(writer, node));
  skipTo(writer, startOf(writer, node.expression));
  visit(writer, node.expression);
}

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
  visit(writer, left);
  copyTo(writer, startOf(writer, operatorToken));
  skipTo(writer, operatorToken.end, ',');
  visit(writer, right);
  copyTo(writer, right.end);
}

/** `a && b`: an unknown `a` makes the whole unknown, unless evaluating `b` would have changed things. */
function writeAnd(writer: Writer, node: ts.BinaryExpression): void {
  const { left, right } = node;
  if (isDiscarded(node) || isNoisy(right, writer.source.mutators)) {
    decide(writer, left);
    visit(writer, right);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, '(');
  writeEither(writer, left);
  visit(writer, right);
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
  else visit(writer, left);
  visit(writer, right);
}

function writeConditional(writer: Writer, node: ts.ConditionalExpression): void {
  const { mutators } = writer.source;
  const { condition, whenTrue, whenFalse } = node;
  if (isDiscarded(node) || isNoisy(whenTrue, mutators) || isNoisy(whenFalse, mutators)) {
    decide(writer, condition);
    visit(writer, whenTrue);
    visit(writer, whenFalse);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, '(');
  writeEither(writer, condition);
  visit(writer, whenTrue);
  visit(writer, whenFalse);
  copyTo(writer, node.end);
  insert(writer, ')');
}

/** Nobody takes the value: it was written for its effects. */
function isDiscarded(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isDiscarded(parent);
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return true;
  if (ts.isForStatement(parent)) return parent.initializer === node || parent.incrementor === node;
  return ts.isBinaryExpression(parent)
    ? parent.operatorToken.kind === ts.SyntaxKind.CommaToken && parent.left === node
    : false;
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
  visit(writer, right);
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
  visit(writer, node.operand);
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
  visit(writer, node.expression);
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

function wrapChildren(writer: Writer, node: ts.Node, before: string, after: string): void {
  copyTo(writer, startOf(writer, node));
  insert(writer, before);
  visitChildren(writer, node);
  copyTo(writer, node.end);
  insert(writer, after);
}

function isAssignmentTarget(node: ts.Node): boolean {
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

/** Contains an `await` or `yield` of the function it stands in. */
function suspends(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => suspends(child) || undefined) ?? false;
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
  visit(writer, node.expression);
  copyTo(writer, node.expression.end);
  insert(writer, ',(');
  skipTo(writer, startOf(writer, index));
  visit(writer, index);
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
  return { before: `${RUNTIME}.p(`, after: `,${placeOf(writer, node)})` };
}

function isArgument(parent: ts.Node, node: ts.Expression): boolean {
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.arguments?.includes(node) ?? false;
  return ts.isElementAccessExpression(parent) && parent.argumentExpression === node;
}

/** The place of the property or variable a value is given to, or else of the expression itself. */
function placeOf(writer: Writer, node: ts.Expression): string {
  let top: ts.Node = node;
  while (
    ts.isAsExpression(top.parent) ||
    ts.isSatisfiesExpression(top.parent) ||
    ts.isParenthesizedExpression(top.parent)
  )
    top = top.parent;
  const { parent } = top;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyDeclaration(parent);
  return spotOf(writer, named && parent.initializer === top ? parent.name : node);
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
  } else visit(writer, callee);
  for (const argument of node.arguments ?? []) visit(writer, argument);
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
  } else visit(writer, tag);
  visit(writer, node.template);
}

function writeLoop(writer: Writer, node: ts.ForOfStatement | ts.ForInStatement): void {
  visit(writer, node.initializer);
  decide(writer, node.expression);
  visit(writer, node.statement);
}

function writeCondition(
  writer: Writer,
  node: ts.IfStatement | ts.WhileStatement | ts.DoStatement | ts.SwitchStatement | ts.CaseClause,
): void {
  ts.forEachChild(node, (child) => {
    if (child === node.expression) decide(writer, node.expression);
    else visit(writer, child);
  });
}

function writeFor(writer: Writer, node: ts.ForStatement): void {
  ts.forEachChild(node, (child) => {
    if (node.condition !== undefined && child === node.condition) decide(writer, node.condition);
    else visit(writer, child);
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
    const { source } = writer;
    insert(writer, `let ${instrument(source, pattern)}=${caught};`);
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
  visit(writer, node.expression);
  copyTo(writer, node.end);
  insert(writer, `,${spotOf(writer, node)})`);
}

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

/** Calls `write` for the kinds that `is` names. */
function entry<N extends ts.Node>(
  kinds: readonly ts.SyntaxKind[],
  is: (node: ts.Node) => node is N,
  write: Write<N>,
): [ts.SyntaxKind, Write<ts.Node>][] {
  const guarded: Write<ts.Node> = (writer, node) => {
    if (is(node)) write(writer, node);
  };
  return kinds.map((kind) => [kind, guarded]);
}

const K = ts.SyntaxKind;
const isCallOrNew = (node: ts.Node): node is ts.CallExpression | ts.NewExpression =>
  ts.isCallExpression(node) || ts.isNewExpression(node);
const isAs = (node: ts.Node): node is ts.AsExpression | ts.SatisfiesExpression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
const isLoop = (node: ts.Node): node is ts.ForOfStatement | ts.ForInStatement =>
  ts.isForOfStatement(node) || ts.isForInStatement(node);
const isSpread = (node: ts.Node): node is ts.SpreadElement | ts.SpreadAssignment =>
  ts.isSpreadElement(node) || ts.isSpreadAssignment(node);
const isList = (node: ts.Node): node is ts.ObjectLiteralExpression | ts.ArrayLiteralExpression =>
  ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
const isDecision = (
  node: ts.Node,
): node is
  ts.IfStatement | ts.WhileStatement | ts.DoStatement | ts.SwitchStatement | ts.CaseClause =>
  ts.isIfStatement(node) ||
  ts.isWhileStatement(node) ||
  ts.isDoStatement(node) ||
  ts.isSwitchStatement(node) ||
  ts.isCaseClause(node);
const isNode = (_node: ts.Node): _node is ts.Node => true;

const WRITERS: ReadonlyMap<ts.SyntaxKind, Write<ts.Node>> = new Map([
  ...entry([K.AsExpression, K.SatisfiesExpression], isAs, writeAssertion),
  ...entry([K.TypeAssertionExpression], ts.isTypeAssertionExpression, writeTypeAssertion),
  ...entry([K.BinaryExpression], ts.isBinaryExpression, writeBinary),
  ...entry([K.ConditionalExpression], ts.isConditionalExpression, writeConditional),
  ...entry([K.PrefixUnaryExpression], ts.isPrefixUnaryExpression, writePrefix),
  ...entry([K.TypeOfExpression], ts.isTypeOfExpression, writeTypeof),
  ...entry([K.TemplateExpression], ts.isTemplateExpression, writeTemplate),
  ...entry([K.ObjectLiteralExpression, K.ArrayLiteralExpression], isList, writeLiteral),
  ...entry([K.SpreadElement, K.SpreadAssignment], isSpread, writeSpread),
  ...entry([K.ElementAccessExpression], ts.isElementAccessExpression, writeElementAccess),
  ...entry([K.CallExpression, K.NewExpression], isCallOrNew, writeCall),
  ...entry([K.TaggedTemplateExpression], ts.isTaggedTemplateExpression, writeTagged),
  ...entry([K.ForOfStatement, K.ForInStatement], isLoop, writeLoop),
  ...entry(
    [K.IfStatement, K.WhileStatement, K.DoStatement, K.SwitchStatement, K.CaseClause],
    isDecision,
    writeCondition,
  ),
  ...entry([K.ForStatement], ts.isForStatement, writeFor),
  ...entry([K.CatchClause], ts.isCatchClause, writeCatch),
  ...entry([K.AwaitExpression], ts.isAwaitExpression, writeAwait),
  ...entry([K.MetaProperty], ts.isMetaProperty, writeMeta),
  ...entry([K.JsxElement, K.JsxSelfClosingElement, K.JsxFragment], isNode, writeJsx),
]);
