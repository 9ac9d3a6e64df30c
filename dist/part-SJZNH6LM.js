import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  EnvironmentError,
  UsageError,
  messageOf,
  noSuchRule,
  ruleKeys,
  ruleLevels,
  ruleSettingsOf
} from "./part-G272ITKT.js";
import {
  DatabaseError,
  filesOfTar
} from "./part-7MOL3VE2.js";
import {
  ENGINE_MESSAGE,
  compileEngine,
  createBridge
} from "./part-C5UJGS33.js";
import {
  count
} from "./part-KH2B3PAS.js";
import {
  addTo,
  kindOfId,
  objectId,
  parseName,
  partsOfId,
  quoteIdentifier,
  quoteLiteral,
  truncateIdentifier,
  writeName
} from "./part-QBBLIP5F.js";

// src/workspace/projects.ts
import { posix as posix10 } from "node:path";

// src/tools/drizzle/detect.ts
import { posix as posix6 } from "node:path";

// src/tools/drizzle/config.ts
import { posix as posix5 } from "node:path";
import { z as z2 } from "./vendor/zod.js";

// src/evaluate/sandbox.ts
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";

// src/assets.ts
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
var here = dirname(fileURLToPath(import.meta.url));
var fromSource = import.meta.url.endsWith(".ts");
var directory = fromSource ? join(here, "../build/assets") : join(here, "assets");
function assetPath(name2) {
  const path = join(directory, name2);
  if (existsSync(path)) return path;
  throw new EnvironmentError(
    `asset ${name2} is missing`,
    fromSource ? "Run `npm run assets` once in the checkout." : "The dist folder is incomplete: take it whole."
  );
}

// src/evaluate/compile.ts
import { blankSourceFile } from "./vendor/ts-blank-space.js";
import { ts as ts10 } from "./vendor/ts-morph.js";

// src/evaluate/instrument.ts
import { ts as ts7 } from "./vendor/ts-morph.js";

// src/evaluate/write-calls.ts
import { ts as ts3 } from "./vendor/ts-morph.js";

// src/evaluate/effects.ts
import { ts } from "./vendor/ts-morph.js";
var MUTATORS = new Set(
  "push pop shift unshift splice sort reverse fill copyWithin set add delete clear assign defineProperty defineProperties setPrototypeOf".split(" ")
);
var CHANGES_ARGUMENT = /* @__PURE__ */ new Set([
  "assign",
  "defineProperty",
  "defineProperties",
  "setPrototypeOf",
  "set"
]);
function effectsOf(node, statement) {
  const refs = /* @__PURE__ */ new Set();
  const changes = /* @__PURE__ */ new Set();
  const changesLater = /* @__PURE__ */ new Set();
  const visit3 = (child, nested) => {
    if (ts.isTypeNode(child) && !ts.isExpressionWithTypeArguments(child)) return;
    if (ts.isIdentifier(child)) {
      if (isReference(child)) refs.add(child.text);
      return;
    }
    const into = nested ? changesLater : changes;
    for (const name2 of changedBy(child, statement && !nested)) into.add(name2);
    const inside2 = nested || ts.isFunctionLike(child);
    ts.forEachChild(child, (next) => {
      visit3(next, inside2);
    });
  };
  visit3(node, false);
  return { refs, changes, changesLater };
}
function isNoisy(node, mutators) {
  if (ts.isIdentifier(node)) return mutators.has(node.text) && isReference(node);
  if (changesAnything(node)) return true;
  return ts.forEachChild(node, (child) => isNoisy(child, mutators) || void 0) ?? false;
}
function changesAnything(node) {
  if (ts.isYieldExpression(node) || ts.isDeleteExpression(node)) return true;
  if (ts.isBinaryExpression(node)) return isAssignment(node.operatorToken.kind);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return isStep(node);
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && MUTATORS.has(node.expression.name.text);
}
function isStep(node) {
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
}
function isReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.name !== node;
  return true;
}
function changedBy(node, statement) {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind))
    return targetsOf(node.left);
  if (ts.isDeleteExpression(node)) return rootsOf([node.expression]);
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node))
    return rootsOf([node.operand]);
  if ((ts.isForOfStatement(node) || ts.isForInStatement(node)) && ts.isExpression(node.initializer))
    return targetsOf(node.initializer);
  return ts.isCallExpression(node) ? changedByCall(node, statement) : [];
}
function changedByCall(node, statement) {
  const callee = unwrap(node.expression);
  const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : null;
  if (statement) {
    const on = method === null || isConsole(callee) ? [] : [callee];
    return isConsole(callee) ? [] : rootsOf([...on, ...node.arguments]);
  }
  if (method === null || !MUTATORS.has(method)) return [];
  const [first] = node.arguments;
  return rootsOf(CHANGES_ARGUMENT.has(method) && first !== void 0 ? [callee, first] : [callee]);
}
var isConsole = (callee) => rootOf(callee) === "console";
function targetsOf(pattern) {
  const target2 = unwrap(pattern);
  if (ts.isArrayLiteralExpression(target2)) return target2.elements.flatMap(targetsOf);
  if (ts.isSpreadElement(target2)) return targetsOf(target2.expression);
  if (ts.isBinaryExpression(target2)) return targetsOf(target2.left);
  if (!ts.isObjectLiteralExpression(target2)) return rootsOf([target2]);
  return target2.properties.flatMap((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return [property.name.text];
    if (ts.isPropertyAssignment(property)) return targetsOf(property.initializer);
    return ts.isSpreadAssignment(property) ? targetsOf(property.expression) : [];
  });
}
function rootsOf(expressions) {
  return expressions.map(rootOf).filter((name2) => name2 !== null);
}
function rootOf(expression) {
  let node = unwrap(expression);
  while (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    node = unwrap(node.expression);
  return ts.isIdentifier(node) ? node.text : null;
}
function unwrap(expression) {
  let node = expression;
  while (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node))
    node = node.expression;
  return node;
}
function isAssignment(kind) {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

// src/evaluate/writer.ts
import { ts as ts2 } from "./vendor/ts-morph.js";
var RUNTIME = "\u1405";
function copyTo(writer, offset) {
  if (offset <= writer.cursor) return;
  writer.parts.push(writer.source.text.slice(writer.cursor, offset));
  writer.cursor = offset;
}
function skipTo(writer, offset, keep = "") {
  writer.parts.push(keep);
  writer.cursor = Math.max(writer.cursor, offset);
}
function insert(writer, text2) {
  writer.parts.push(text2);
}
var startOf = ({ source }, node) => node.getStart(source.sourceFile);
function spotOf(writer, node) {
  const { line, column } = writer.source.spotAt(startOf(writer, node));
  return `${line},${column}`;
}
function wrap(writer, node, before, after) {
  copyTo(writer, startOf(writer, node));
  insert(writer, before);
  writer.visit(node);
  copyTo(writer, node.end);
  insert(writer, after);
}
function decide(writer, node) {
  if (isLiteral(node)) writer.visit(node);
  else wrap(writer, node, `${RUNTIME}.d((`, `),${spotOf(writer, node)})`);
}
function visitChildren(writer, node) {
  const deeper = ts2.isFunctionLike(node) || ts2.isPropertyDeclaration(node) ? 1 : 0;
  writer.depth += deeper;
  ts2.forEachChild(node, (child) => {
    writer.visit(child);
  });
  writer.depth -= deeper;
}
function wrapChildren(writer, node, before, after) {
  copyTo(writer, startOf(writer, node));
  insert(writer, before);
  visitChildren(writer, node);
  copyTo(writer, node.end);
  insert(writer, after);
}
function isLiteral(node) {
  return ts2.isLiteralExpression(node) || node.kind === ts2.SyntaxKind.TrueKeyword || node.kind === ts2.SyntaxKind.FalseKeyword || node.kind === ts2.SyntaxKind.NullKeyword || ts2.isFunctionExpression(node) || ts2.isArrowFunction(node) || ts2.isObjectLiteralExpression(node) && !hasSpread(node);
}
function hasSpread(node) {
  return ts2.isObjectLiteralExpression(node) ? node.properties.some(ts2.isSpreadAssignment) : node.elements.some(ts2.isSpreadElement);
}
function suspends(node) {
  if (ts2.isAwaitExpression(node) || ts2.isYieldExpression(node)) return true;
  if (ts2.isFunctionLike(node)) return false;
  return ts2.forEachChild(node, (child) => suspends(child) || void 0) ?? false;
}
function isAssignmentTarget(node) {
  const { parent } = node;
  if (ts2.isBinaryExpression(parent) && isAssignment(parent.operatorToken.kind))
    return parent.left === node;
  if (ts2.isForOfStatement(parent) || ts2.isForInStatement(parent))
    return parent.initializer === node;
  const inside2 = ts2.isArrayLiteralExpression(parent) || ts2.isObjectLiteralExpression(parent) || ts2.isPropertyAssignment(parent) || ts2.isSpreadElement(parent) || ts2.isSpreadAssignment(parent) || ts2.isParenthesizedExpression(parent);
  return inside2 && isAssignmentTarget(parent);
}
function isDiscarded(node) {
  const { parent } = node;
  if (ts2.isParenthesizedExpression(parent)) return isDiscarded(parent);
  if (ts2.isExpressionStatement(parent) || ts2.isVoidExpression(parent)) return true;
  if (ts2.isForStatement(parent)) return parent.initializer === node || parent.incrementor === node;
  return ts2.isBinaryExpression(parent) ? parent.operatorToken.kind === ts2.SyntaxKind.CommaToken && parent.left === node : false;
}
function entry(kinds2, is2, write2) {
  const guarded = (writer, node) => {
    if (is2(node)) write2(writer, node);
  };
  return kinds2.map((kind) => [kind, guarded]);
}

// src/evaluate/write-calls.ts
function writeCall(writer, node) {
  if (ts3.isCallExpression(node) && node.expression.kind === ts3.SyntaxKind.ImportKeyword) {
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
var isStatementCall = (node) => ts3.isExpressionStatement(node.parent);
function noisyCall(writer, node) {
  const noisy = node.arguments?.some((argument) => isNoisy(argument, writer.source.mutators));
  if (noisy !== true) return null;
  return { before: `${RUNTIME}.d(`, after: `,${spotOf(writer, node)})` };
}
function placedCall(writer, node) {
  if (ts3.isCallExpression(node) && node.expression.kind === ts3.SyntaxKind.SuperKeyword) return null;
  let outer = node;
  while (ts3.isNonNullExpression(outer.parent)) outer = outer.parent;
  const { parent } = outer;
  const chain = ts3.isPropertyAccessExpression(parent) || ts3.isElementAccessExpression(parent) || ts3.isCallExpression(parent) || ts3.isTaggedTemplateExpression(parent) || ts3.isNewExpression(parent) || ts3.isDecorator(parent);
  if (chain && !isArgument(parent, outer)) return null;
  if (ts3.isAwaitExpression(parent)) return null;
  const at = placeOf(writer, node);
  if (isContained(writer, node)) return { before: `${RUNTIME}.h(()=>`, after: `,${at})` };
  return { before: `${RUNTIME}.p(`, after: `,${at})` };
}
function isContained({ source }, node) {
  return isNamed(node, ts3.isPropertyAssignment) && !suspends(node) && !isNoisy(node, source.mutators);
}
function isArgument(parent, node) {
  if (ts3.isCallExpression(parent) || ts3.isNewExpression(parent))
    return parent.arguments?.includes(node) ?? false;
  return ts3.isElementAccessExpression(parent) && parent.argumentExpression === node;
}
function placeOf(writer, node) {
  const { parent } = topOf(node);
  return spotOf(writer, isNamed(node, isNaming) && isNaming(parent) ? parent.name : node);
}
var isNaming = (node) => ts3.isPropertyAssignment(node) || ts3.isVariableDeclaration(node) || ts3.isPropertyDeclaration(node);
function isNamed(node, is2) {
  const top = topOf(node);
  return is2(top.parent) && top.parent.initializer === top;
}
function topOf(node) {
  let top = node;
  while (ts3.isAsExpression(top.parent) || ts3.isSatisfiesExpression(top.parent) || ts3.isNonNullExpression(top.parent) || ts3.isParenthesizedExpression(top.parent) || ts3.isConditionalExpression(top.parent) && top.parent.condition !== top)
    top = top.parent;
  return top;
}
function writeCallee(writer, node) {
  const callee = node.expression;
  if (ts3.isCallExpression(node) && isConversion(callee, writer) && node.arguments.length > 0) {
    copyTo(writer, startOf(writer, callee));
    insert(writer, `${RUNTIME}.k(`);
    copyTo(writer, callee.end);
    skipTo(writer, writer.source.text.indexOf("(", callee.end) + 1, ",");
  } else if (ts3.isCallExpression(node) && ts3.isIdentifier(callee) && writer.source.scope.has(callee.text)) {
    copyTo(writer, startOf(writer, callee));
    insert(writer, "(0,");
    copyTo(writer, callee.end);
    insert(writer, ")");
  } else writer.visit(callee);
  for (const argument of node.arguments ?? []) writer.visit(argument);
}
var CONVERSIONS = new Set(
  "String Number Boolean BigInt parseInt parseFloat isNaN isFinite encodeURIComponent".split(" ")
);
function isConversion(callee, { source }) {
  return ts3.isIdentifier(callee) && CONVERSIONS.has(callee.text) && !source.scope.has(callee.text);
}
function writeTagged(writer, node) {
  const { tag } = node;
  if (ts3.isIdentifier(tag) && writer.source.scope.has(tag.text)) {
    copyTo(writer, startOf(writer, tag));
    insert(writer, "(0,");
    copyTo(writer, tag.end);
    insert(writer, ")");
  } else writer.visit(tag);
  writer.visit(node.template);
}
var isCallOrNew = (node) => ts3.isCallExpression(node) || ts3.isNewExpression(node);
var K = ts3.SyntaxKind;
var CALLS = [
  ...entry([K.CallExpression, K.NewExpression], isCallOrNew, writeCall),
  ...entry([K.TaggedTemplateExpression], ts3.isTaggedTemplateExpression, writeTagged)
];

// src/evaluate/write-literals.ts
import { ts as ts4 } from "./vendor/ts-morph.js";
function writeLiteral(writer, node) {
  if (isGuarded(writer, node)) wrapChildren(writer, node, `${RUNTIME}.l(()=>(`, "))");
  else visitChildren(writer, node);
}
function isGuarded({ source }, node) {
  const literal = ts4.isObjectLiteralExpression(node) || ts4.isArrayLiteralExpression(node);
  if (!literal || !hasSpread(node) || isAssignmentTarget(node)) return false;
  return !suspends(node) && !isNoisy(node, source.mutators);
}
function writeSpread(writer, node) {
  const { expression } = node;
  if (isAssignmentTarget(node)) visitChildren(writer, node);
  else if (isGuarded(writer, node.parent))
    wrap(writer, expression, `${RUNTIME}.s(`, `,${spotOf(writer, expression)})`);
  else decide(writer, expression);
}
function writeElementAccess(writer, node) {
  const index = node.argumentExpression;
  const chained = (node.flags & ts4.NodeFlags.OptionalChain) !== 0;
  const superOf = node.expression.kind === ts4.SyntaxKind.SuperKeyword;
  if (chained || superOf || isLiteral(index) || !isPlainRead(node)) {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, `${RUNTIME}.g(`);
  writer.visit(node.expression);
  copyTo(writer, node.expression.end);
  insert(writer, ",(");
  skipTo(writer, startOf(writer, index));
  writer.visit(index);
  copyTo(writer, index.end);
  skipTo(writer, node.end, "))");
}
function isPlainRead(node) {
  const { parent } = node;
  if (isConstructed(node)) return false;
  if (ts4.isCallExpression(parent) || ts4.isTaggedTemplateExpression(parent))
    return ts4.isCallExpression(parent) && parent.expression !== node;
  if (ts4.isParenthesizedExpression(parent) || ts4.isNonNullExpression(parent))
    return isPlainRead(parent);
  if (ts4.isAsExpression(parent) || ts4.isSatisfiesExpression(parent)) return isPlainRead(parent);
  if (ts4.isPostfixUnaryExpression(parent) || ts4.isDeleteExpression(parent)) return false;
  if (ts4.isPrefixUnaryExpression(parent))
    return parent.operator !== ts4.SyntaxKind.PlusPlusToken && parent.operator !== ts4.SyntaxKind.MinusMinusToken;
  if ((ts4.isPropertyAccessExpression(parent) || ts4.isElementAccessExpression(parent)) && isChained(parent))
    return false;
  return !isAssignmentTarget(node);
}
function isConstructed(node) {
  const { parent } = node;
  if (ts4.isNewExpression(parent)) return parent.expression === node;
  const member2 = ts4.isPropertyAccessExpression(parent) || ts4.isElementAccessExpression(parent);
  return member2 && parent.expression === node && isConstructed(parent);
}
var isChained = (node) => (node.flags & ts4.NodeFlags.OptionalChain) !== 0;
function writeMeta(writer, node) {
  if (node.keywordToken !== ts4.SyntaxKind.ImportKeyword) return;
  copyTo(writer, startOf(writer, node));
  skipTo(writer, node.end, `${RUNTIME}.meta`);
}
function writeJsx(writer, node) {
  copyTo(writer, startOf(writer, node));
  const breaks = writer.source.text.slice(writer.cursor, node.end).replace(/[^\n]/g, "");
  skipTo(writer, node.end, `${RUNTIME}.x(${spotOf(writer, node)}${breaks})`);
}
var isList = (node) => ts4.isObjectLiteralExpression(node) || ts4.isArrayLiteralExpression(node);
var isSpread = (node) => ts4.isSpreadElement(node) || ts4.isSpreadAssignment(node);
var isJsx = (node) => ts4.isJsxElement(node) || ts4.isJsxSelfClosingElement(node) || ts4.isJsxFragment(node);
var K2 = ts4.SyntaxKind;
var LITERALS = [
  ...entry([K2.ObjectLiteralExpression, K2.ArrayLiteralExpression], isList, writeLiteral),
  ...entry([K2.SpreadElement, K2.SpreadAssignment], isSpread, writeSpread),
  ...entry([K2.ElementAccessExpression], ts4.isElementAccessExpression, writeElementAccess),
  ...entry([K2.MetaProperty], ts4.isMetaProperty, writeMeta),
  ...entry([K2.JsxElement, K2.JsxSelfClosingElement, K2.JsxFragment], isJsx, writeJsx)
];

// src/evaluate/write-operators.ts
import { ts as ts5 } from "./vendor/ts-morph.js";
function writeBinary(writer, node) {
  const operator = node.operatorToken.kind;
  const symbol = ts5.tokenToString(operator) ?? "";
  if (operator === ts5.SyntaxKind.AmpersandAmpersandToken) writeAnd(writer, node);
  else if (operator === ts5.SyntaxKind.BarBarToken || operator === ts5.SyntaxKind.QuestionQuestionToken)
    writeOr(writer, node);
  else if (isAssignment(operator)) writeAssignment(writer, node, symbol);
  else if (operator === ts5.SyntaxKind.CommaToken || ts5.isPrivateIdentifier(node.left))
    visitChildren(writer, node);
  else if (isLiteral(node.left) && isLiteral(node.right)) visitChildren(writer, node);
  else writeOperator(writer, node, symbol);
}
function writeOperator(writer, node, symbol) {
  copyTo(writer, startOf(writer, node));
  insert(writer, `${RUNTIME}["${symbol}"](`);
  writeOperands(writer, node);
  insert(writer, ")");
}
function writeOperands(writer, { left, operatorToken, right }) {
  writer.visit(left);
  copyTo(writer, startOf(writer, operatorToken));
  skipTo(writer, operatorToken.end, ",");
  writer.visit(right);
  copyTo(writer, right.end);
}
function writeAnd(writer, node) {
  const { left, right } = node;
  if (isDiscarded(node) || isNoisy(right, writer.source.mutators)) {
    decide(writer, left);
    writer.visit(right);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, "(");
  writeEither(writer, left);
  writer.visit(right);
  copyTo(writer, node.end);
  insert(writer, ")");
}
function writeEither(writer, condition) {
  const at = spotOf(writer, condition);
  wrap(writer, condition, `${RUNTIME}.q(`, `)?${RUNTIME}.w(${at}):${RUNTIME}.v()`);
}
function writeOr(writer, node) {
  const { left, right } = node;
  if (isDiscarded(node) || isNoisy(right, writer.source.mutators)) decide(writer, left);
  else writer.visit(left);
  writer.visit(right);
}
function writeConditional(writer, node) {
  const { mutators } = writer.source;
  const { condition, whenTrue, whenFalse } = node;
  if (isDiscarded(node) || isNoisy(whenTrue, mutators) || isNoisy(whenFalse, mutators)) {
    decide(writer, condition);
    writer.visit(whenTrue);
    writer.visit(whenFalse);
    return;
  }
  copyTo(writer, startOf(writer, node));
  insert(writer, "(");
  writeEither(writer, condition);
  writer.visit(whenTrue);
  writer.visit(whenFalse);
  copyTo(writer, node.end);
  insert(writer, ")");
}
function writeAssignment(writer, node, symbol) {
  const { left, operatorToken, right } = node;
  const simple = symbol === "=" || !isPlainChain(left);
  if (simple || symbol === "||=" || symbol === "??=") {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  const target2 = writer.source.text.slice(startOf(writer, left), left.end);
  if (symbol === "&&=") {
    insert(writer, `${RUNTIME}.d(${target2},${spotOf(writer, left)})&&(`);
    copyTo(writer, startOf(writer, operatorToken));
    skipTo(writer, operatorToken.end, "=");
  } else {
    copyTo(writer, startOf(writer, operatorToken));
    skipTo(writer, operatorToken.end, `=${RUNTIME}["${symbol.slice(0, -1)}"](${target2},`);
  }
  writer.visit(right);
  copyTo(writer, right.end);
  insert(writer, ")");
}
function isPlainChain(node) {
  if (ts5.isIdentifier(node) || node.kind === ts5.SyntaxKind.ThisKeyword) return true;
  return ts5.isPropertyAccessExpression(node) && isPlainChain(node.expression);
}
function writePrefix(writer, node) {
  const symbol = ts5.tokenToString(node.operator) ?? "";
  if (symbol === "++" || symbol === "--" || isLiteral(node.operand)) {
    visitChildren(writer, node);
    return;
  }
  copyTo(writer, startOf(writer, node));
  skipTo(writer, startOf(writer, node.operand), `${RUNTIME}["u${symbol}"](`);
  writer.visit(node.operand);
  copyTo(writer, node.end);
  insert(writer, ")");
}
function writeTypeof(writer, node) {
  const operand = unwrap(node.expression);
  copyTo(writer, startOf(writer, node));
  if (ts5.isIdentifier(operand)) {
    const name2 = operand.text;
    skipTo(writer, node.end, `${RUNTIME}.y(typeof ${name2}==="undefined"?void 0:${name2})`);
    return;
  }
  skipTo(writer, startOf(writer, node.expression), `${RUNTIME}.y(`);
  writer.visit(node.expression);
  copyTo(writer, node.end);
  insert(writer, ")");
}
function writeTemplate(writer, node) {
  if (!ts5.isTaggedTemplateExpression(node.parent)) {
    copyTo(writer, startOf(writer, node));
    insert(writer, `${RUNTIME}.t`);
  }
  visitChildren(writer, node);
}
var K3 = ts5.SyntaxKind;
var OPERATORS = [
  ...entry([K3.BinaryExpression], ts5.isBinaryExpression, writeBinary),
  ...entry([K3.ConditionalExpression], ts5.isConditionalExpression, writeConditional),
  ...entry([K3.PrefixUnaryExpression], ts5.isPrefixUnaryExpression, writePrefix),
  ...entry([K3.TypeOfExpression], ts5.isTypeOfExpression, writeTypeof),
  ...entry([K3.TemplateExpression], ts5.isTemplateExpression, writeTemplate)
];

// src/evaluate/write-statements.ts
import { ts as ts6 } from "./vendor/ts-morph.js";
function writeAssertion(writer, node) {
  const { end } = node.expression;
  writer.visit(node.expression);
  copyTo(writer, end);
  skipTo(writer, node.end, writer.source.text.slice(end, node.end).replace(/[^\n]/g, ""));
}
function writeTypeAssertion(writer, node) {
  copyTo(writer, startOf(writer, node));
  skipTo(writer, startOf(writer, node.expression));
  writer.visit(node.expression);
}
function writeLoop(writer, node) {
  writer.visit(node.initializer);
  decide(writer, node.expression);
  writer.visit(node.statement);
}
function writeCondition(writer, node) {
  ts6.forEachChild(node, (child) => {
    if (child === node.expression) decide(writer, node.expression);
    else writer.visit(child);
  });
}
function writeFor(writer, node) {
  ts6.forEachChild(node, (child) => {
    if (node.condition !== void 0 && child === node.condition) decide(writer, node.condition);
    else writer.visit(child);
  });
}
function writeCatch(writer, node) {
  const { variableDeclaration: variable, block } = node;
  const caught = `${RUNTIME}e`;
  if (variable === void 0) {
    copyTo(writer, startOf(writer, block));
    insert(writer, `(${caught})`);
  } else if (!ts6.isIdentifier(variable.name)) {
    copyTo(writer, startOf(writer, variable));
    skipTo(writer, variable.end, caught);
  }
  const pattern = variable !== void 0 && !ts6.isIdentifier(variable.name) ? variable.name : null;
  const name2 = variable !== void 0 && pattern === null ? variable.name.getText() : caught;
  copyTo(writer, startOf(writer, block) + 1);
  insert(writer, `${RUNTIME}.r(${name2});`);
  if (pattern !== null) {
    insert(writer, `let ${writer.apart(pattern)}=${caught};`);
  }
  visitChildren(writer, block);
}
function writeAwait(writer, node) {
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
var isAs = (node) => ts6.isAsExpression(node) || ts6.isSatisfiesExpression(node) || ts6.isNonNullExpression(node);
var isLoop = (node) => ts6.isForOfStatement(node) || ts6.isForInStatement(node);
var isDecision = (node) => ts6.isIfStatement(node) || ts6.isWhileStatement(node) || ts6.isDoStatement(node) || ts6.isSwitchStatement(node) || ts6.isCaseClause(node);
var K4 = ts6.SyntaxKind;
var STATEMENTS = [
  ...entry([K4.AsExpression, K4.SatisfiesExpression, K4.NonNullExpression], isAs, writeAssertion),
  ...entry([K4.TypeAssertionExpression], ts6.isTypeAssertionExpression, writeTypeAssertion),
  ...entry([K4.ForOfStatement, K4.ForInStatement], isLoop, writeLoop),
  ...entry(
    [K4.IfStatement, K4.WhileStatement, K4.DoStatement, K4.SwitchStatement, K4.CaseClause],
    isDecision,
    writeCondition
  ),
  ...entry([K4.ForStatement], ts6.isForStatement, writeFor),
  ...entry([K4.CatchClause], ts6.isCatchClause, writeCatch),
  ...entry([K4.AwaitExpression], ts6.isAwaitExpression, writeAwait)
];

// src/evaluate/instrument.ts
var WRITERS = new Map([...OPERATORS, ...LITERALS, ...CALLS, ...STATEMENTS]);
function instrument(source, node, from) {
  const writer = writerAt(source, from ?? node.getStart(source.sourceFile));
  writer.visit(node);
  copyTo(writer, node.end);
  return writer.parts.join("");
}
function instrumentAll(source, nodes, from) {
  const writer = writerAt(source, from);
  for (const node of nodes) writer.visit(node);
  const last = nodes.at(-1);
  if (last !== void 0) copyTo(writer, last.end);
  return writer.parts.join("");
}
function writerAt(source, cursor) {
  const writer = {
    source,
    parts: [],
    cursor,
    depth: 0,
    visit: (node) => {
      visit(writer, node);
    },
    apart: (node) => instrument(source, node)
  };
  return writer;
}
function visit(writer, node) {
  if (isErased(node)) return;
  const write2 = WRITERS.get(node.kind);
  if (write2 === void 0) visitChildren(writer, node);
  else write2(writer, node);
  if (needsSemicolon(node)) endStatement(writer, node);
}
function isErased(node) {
  if (node.kind >= ts7.SyntaxKind.FirstTypeNode && node.kind <= ts7.SyntaxKind.LastTypeNode)
    return true;
  if (ts7.isInterfaceDeclaration(node) || ts7.isTypeAliasDeclaration(node)) return true;
  if (ts7.isHeritageClause(node)) return node.token === ts7.SyntaxKind.ImplementsKeyword;
  if (ts7.isFunctionLike(node) && !ts7.isArrowFunction(node))
    return !("body" in node) || node.body === void 0;
  return ts7.isTypeParameterDeclaration(node);
}
function needsSemicolon(node) {
  return ts7.isExpressionStatement(node) || ts7.isVariableStatement(node) || ts7.isReturnStatement(node) || ts7.isThrowStatement(node) || ts7.isPropertyDeclaration(node);
}
function endStatement(writer, node) {
  copyTo(writer, node.end);
  if (writer.source.sourceFile.text[node.end - 1] !== ";") insert(writer, ";");
}

// src/evaluate/link.ts
import { ts as ts8 } from "./vendor/ts-morph.js";

// src/evaluate/module-code.ts
var DEFAULT_LOCAL = "*default*";

// src/evaluate/link.ts
function linkModule(sourceFile) {
  const into = {
    sourceFile,
    drafts: [],
    imports: [],
    exports: [],
    reexports: [],
    stars: []
  };
  for (const statement of sourceFile.statements) collect(statement, into);
  const { drafts, imports, exports, reexports, stars } = into;
  const effects = drafts.map(({ shape }) => effectsOf(shape.node, shape.kind === "statement"));
  const own2 = /* @__PURE__ */ new Set([...drafts.flatMap(({ names }) => names), ...imports.map((i) => i.local)]);
  const later = changedLater(drafts, effects, own2);
  const units = drafts.map((draft, index) => {
    const { shape, statement } = draft;
    const mine = effects[index];
    const changed = mine === void 0 ? [] : [...changedNow(draft, mine, later)];
    const others2 = changed.filter((name2) => own2.has(name2) && !draft.names.includes(name2));
    const mutates = [.../* @__PURE__ */ new Set([...others2, ...draft.merges])];
    const { names, also } = draft;
    return { ...spot(sourceFile, draft.at), shape, statement, names, also, mutates };
  });
  const bindings = bindingsOf(into, units, effects);
  const mutators = new Set(later.keys());
  return { units, bindings, imports, exports, reexports, stars, mutators };
}
function spot(sourceFile, node) {
  const at = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return { line: at.line + 1, column: at.character + 1 };
}
function collect(statement, into) {
  if (ts8.isImportDeclaration(statement)) collectImport(statement, into);
  else if (ts8.isImportEqualsDeclaration(statement)) collectImportEquals(statement, into);
  else if (ts8.isExportDeclaration(statement)) collectExport(statement, into);
  else if (ts8.isExportAssignment(statement)) {
    const { expression } = statement;
    declare(into, statement, [DEFAULT_LOCAL], { kind: "expression", node: expression });
    into.exports.push({ name: "default", local: DEFAULT_LOCAL });
  } else if (!isAmbient(statement)) collectDeclaration(statement, into);
}
function isAmbient(statement) {
  if (ts8.isInterfaceDeclaration(statement) || ts8.isTypeAliasDeclaration(statement)) return true;
  if (ts8.isEmptyStatement(statement)) return true;
  if (ts8.isFunctionDeclaration(statement) && statement.body === void 0) return true;
  if (ts8.isModuleDeclaration(statement) && !hasValues(statement)) return true;
  return has(statement, ts8.SyntaxKind.DeclareKeyword) && !ts8.isEnumDeclaration(statement);
}
function hasValues(node) {
  if (!ts8.isIdentifier(node.name) || (node.flags & ts8.NodeFlags.GlobalAugmentation) !== 0)
    return false;
  const { body } = node;
  if (body === void 0) return false;
  if (ts8.isModuleDeclaration(body)) return hasValues(body);
  return ts8.isModuleBlock(body) && body.statements.some((statement) => !isAmbient(statement));
}
function has(node, kind) {
  if (!ts8.canHaveModifiers(node)) return false;
  return ts8.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}
function declare(into, statement, names, shape) {
  const { node } = shape;
  const name2 = "name" in node ? node.name : void 0;
  const mutable = shape.kind === "variable" ? (shape.list.flags & ts8.NodeFlags.Const) === 0 : shape.kind !== "expression";
  into.drafts.push({ shape, statement, names, also: [], merges: [], mutable, at: name2 ?? node });
  if (!has(statement, ts8.SyntaxKind.ExportKeyword)) return;
  const isDefault = has(statement, ts8.SyntaxKind.DefaultKeyword);
  for (const name3 of names) into.exports.push({ name: isDefault ? "default" : name3, local: name3 });
}
function collectDeclaration(statement, into) {
  if (ts8.isVariableStatement(statement)) {
    const list = statement.declarationList;
    for (const node of list.declarations)
      declare(into, statement, namesIn(node.name), { kind: "variable", node, list });
    return;
  }
  const named3 = namedShape(statement);
  if (named3 === null) declare(into, statement, [], { kind: "statement", node: statement });
  else declareNamed(into, statement, named3);
}
function namedShape(node) {
  if (ts8.isFunctionDeclaration(node)) return { kind: "function", node };
  if (ts8.isClassDeclaration(node)) return { kind: "class", node };
  if (ts8.isEnumDeclaration(node)) return { kind: "enum", node };
  return ts8.isModuleDeclaration(node) ? { kind: "namespace", node } : null;
}
function declareNamed(into, statement, shape) {
  const name2 = shape.node.name?.text ?? DEFAULT_LOCAL;
  const first = into.drafts.find((draft) => draft.names.includes(name2));
  const space = into.drafts.find(
    (draft) => isNamespaceOf(draft, name2) && shape.kind === "namespace"
  );
  if (space !== void 0) space.also.push(statement);
  else if (first === void 0) declare(into, statement, [name2], shape);
  else
    into.drafts.push({
      ...first,
      shape,
      statement,
      names: [],
      also: [],
      merges: [name2],
      at: shape.node
    });
}
var isNamespaceOf = ({ shape }, name2) => shape.kind === "namespace" && shape.node.name.text === name2;
function namesIn(name2) {
  if (ts8.isIdentifier(name2)) return [name2.text];
  return name2.elements.flatMap(
    (element) => ts8.isOmittedExpression(element) ? [] : namesIn(element.name)
  );
}
function collectImport(statement, into) {
  const clause = statement.importClause;
  const specifier = textOf(statement.moduleSpecifier);
  if (clause === void 0 || specifier === null || isTypeOnly(clause)) return;
  const at = (node) => spot(into.sourceFile, node);
  if (clause.name !== void 0)
    into.imports.push({ local: clause.name.text, specifier, name: "default", ...at(clause) });
  const named3 = clause.namedBindings;
  if (named3 === void 0) return;
  if (ts8.isNamespaceImport(named3)) {
    into.imports.push({ local: named3.name.text, specifier, name: "*", ...at(named3) });
    return;
  }
  for (const element of named3.elements) {
    const name2 = (element.propertyName ?? element.name).text;
    if (!element.isTypeOnly)
      into.imports.push({ local: element.name.text, specifier, name: name2, ...at(element) });
  }
}
var isTypeOnly = (clause) => clause.phaseModifier === ts8.SyntaxKind.TypeKeyword;
function collectImportEquals(statement, into) {
  const { moduleReference: target2, name: name2 } = statement;
  if (statement.isTypeOnly) return;
  if (!ts8.isExternalModuleReference(target2)) {
    const node = target2;
    declare(into, statement, [name2.text], { kind: "expression", node });
    return;
  }
  const specifier = textOf(target2.expression);
  if (specifier === null) return;
  into.imports.push({ local: name2.text, specifier, name: "=", ...spot(into.sourceFile, name2) });
  if (has(statement, ts8.SyntaxKind.ExportKeyword))
    into.exports.push({ name: name2.text, local: name2.text });
}
function collectExport(statement, into) {
  if (statement.isTypeOnly) return;
  const clause = statement.exportClause;
  const specifier = statement.moduleSpecifier && textOf(statement.moduleSpecifier);
  const at = spot(into.sourceFile, statement);
  if (clause === void 0) {
    if (typeof specifier === "string") into.stars.push({ specifier, ...at });
  } else if (ts8.isNamespaceExport(clause)) {
    if (typeof specifier === "string")
      into.reexports.push({ name: clause.name.text, specifier, imported: "*", ...at });
  } else {
    for (const element of clause.elements) {
      const imported = (element.propertyName ?? element.name).text;
      const name2 = element.name.text;
      if (element.isTypeOnly) continue;
      if (typeof specifier === "string")
        into.reexports.push({ name: name2, specifier, imported, ...spot(into.sourceFile, element) });
      else into.exports.push({ name: name2, local: imported });
    }
  }
}
var textOf = (node) => ts8.isStringLiteralLike(node) ? node.text : null;
function changedLater(drafts, effects, own2) {
  const later = /* @__PURE__ */ new Map();
  const callable = drafts.flatMap(({ names, shape }, index) => {
    const mine = effects[index];
    return mine === void 0 || shape.kind === "statement" ? [] : [{ names, mine }];
  });
  for (const { names, mine } of callable) {
    const changed = new Set([...mine.changesLater].filter((name2) => own2.has(name2)));
    if (changed.size > 0) for (const name2 of names) later.set(name2, changed);
  }
  for (let grown = later.size > 0; grown; ) {
    grown = false;
    for (const { names, mine } of callable)
      for (const name2 of names) grown = inherit(later, name2, mine.refs) || grown;
  }
  return later;
}
function inherit(later, name2, refs) {
  const mine = later.get(name2) ?? /* @__PURE__ */ new Set();
  const before = mine.size;
  for (const ref of refs) for (const changed of later.get(ref) ?? []) mine.add(changed);
  if (mine.size > 0) later.set(name2, mine);
  return mine.size > before;
}
function changedNow(draft, { refs, changes, changesLater }, later) {
  if (isFunctionLike(draft.shape)) return new Set(changes);
  const through = [...refs].flatMap((name2) => [...later.get(name2) ?? []]);
  return /* @__PURE__ */ new Set([...changes, ...changesLater, ...through]);
}
function isFunctionLike(shape) {
  if (shape.kind === "function" || shape.kind === "class") return true;
  const node = shape.kind === "variable" ? shape.node.initializer : shape.node;
  if (node === void 0 || !ts8.isExpression(node)) return false;
  const value = unwrap(node);
  return ts8.isArrowFunction(value) || ts8.isFunctionExpression(value) || ts8.isClassExpression(value);
}
function bindingsOf({ drafts, imports }, units, effects) {
  const changers = /* @__PURE__ */ new Map();
  units.forEach((unit, index) => {
    for (const name2 of unit.mutates) changers.set(name2, [...changers.get(name2) ?? [], index]);
  });
  const schedule = (name2, unit) => {
    const changes = changers.get(name2);
    if (changes === void 0) return [];
    const last = changes.at(-1) ?? -1;
    const readers = drafts.flatMap((draft, index) => {
      const reads = effects[index]?.refs.has(name2) ?? false;
      const between = index > unit && index < last && !isFunctionLike(draft.shape);
      return reads && between && draft.names.length > 0 ? [index] : [];
    });
    return [.../* @__PURE__ */ new Set([...changes, ...readers])].sort((a, b) => a - b);
  };
  const declared = units.flatMap(
    ({ names, line, column }, unit) => names.map((name2) => {
      const mutable = drafts[unit]?.mutable ?? false;
      return { name: name2, unit, mutable, line, column, schedule: schedule(name2, unit) };
    })
  );
  const imported = imports.map(({ local, line, column }) => {
    return { name: local, unit: -1, mutable: false, line, column, schedule: schedule(local, -1) };
  });
  return [...declared, ...imported];
}

// src/evaluate/lower.ts
import { ts as ts9 } from "./vendor/ts-morph.js";
function lowerStatement(text2, legacyDecorators) {
  const { outputText, sourceMapText } = ts9.transpileModule(text2, {
    fileName: "statement.ts",
    compilerOptions: {
      target: ts9.ScriptTarget.ES2022,
      module: ts9.ModuleKind.ESNext,
      experimentalDecorators: legacyDecorators,
      verbatimModuleSyntax: true,
      preserveConstEnums: true,
      sourceMap: true
    }
  });
  const code = outputText.replace(/^\/\/# sourceMappingURL.*$/m, "");
  const kind = ts9.ScriptKind.JS;
  const sourceFile = ts9.createSourceFile("lowered.js", code, ts9.ScriptTarget.ESNext, true, kind);
  const original = ts9.createSourceFile("statement.ts", text2, ts9.ScriptTarget.ESNext);
  const rows = decodeMappings(sourceMapText ?? "");
  return {
    sourceFile,
    originOf(offset) {
      const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
      const row3 = rows[line] ?? [];
      const found = row3.findLast((segment) => segment.column <= character) ?? row3[0];
      if (found === void 0) return 0;
      return original.getPositionOfLineAndCharacter(found.line, found.originalColumn);
    }
  };
}
var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function decodeMappings(sourceMap) {
  const match = /"mappings":"([^"]*)"/.exec(sourceMap);
  let [line, originalColumn] = [0, 0];
  return (match?.[1] ?? "").split(";").map((row3) => {
    let column = 0;
    return row3.split(",").flatMap((segment) => {
      const [columns, , lines, originalColumns] = decodeNumbers(segment);
      if (columns === void 0 || lines === void 0 || originalColumns === void 0) return [];
      column += columns;
      line += lines;
      originalColumn += originalColumns;
      return [{ column, line, originalColumn }];
    });
  });
}
function decodeNumbers(segment) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

// src/evaluate/compile.ts
var SCRIPT_KINDS = {
  js: ts10.ScriptKind.JSX,
  mjs: ts10.ScriptKind.JS,
  cjs: ts10.ScriptKind.JS,
  jsx: ts10.ScriptKind.JSX,
  tsx: ts10.ScriptKind.TSX
};
function compileModule(file, text2, options) {
  const extension = file.slice(file.lastIndexOf(".") + 1);
  if (extension === "json") return compileJson(text2);
  const scriptKind = SCRIPT_KINDS[extension] ?? ts10.ScriptKind.TS;
  const parsing = { languageVersion: ts10.ScriptTarget.ESNext };
  const sourceFile = ts10.createSourceFile(file, text2, parsing, true, scriptKind);
  const linked = linkModule(sourceFile);
  const error = firstError(sourceFile);
  const described = describe(linked);
  const broken = (message, line = 1, column = 1) => script({ ...described, broken: { message, line, column } }, "");
  if (error !== null) return { script: broken(error.message, error.line, error.column), broken };
  if (isCommonJs(sourceFile)) return { script: compileCommonJs(sourceFile), broken };
  return { script: script(described, writeUnits(sourceFile, linked, options)), broken };
}
function script(code, body) {
  return `({code:${JSON.stringify(code)},run(${RUNTIME}){with(${RUNTIME}.scope){${body}
}}})`;
}
var EMPTY = {
  format: "module",
  units: [],
  bindings: [],
  imports: [],
  exports: [],
  reexports: [],
  stars: [],
  broken: null
};
function compileJson(text2) {
  const code = { ...EMPTY, format: "json" };
  const broken = (message) => script({ ...code, broken: { message, line: 1, column: 1 } }, "");
  const body = `${RUNTIME}.json(${JSON.stringify(text2.replace(/^\uFEFF/, ""))})`;
  return { script: script(code, body), broken };
}
function firstError(sourceFile) {
  const { parseDiagnostics } = sourceFile;
  const [first] = parseDiagnostics ?? [];
  if (first === void 0) return null;
  const at = sourceFile.getLineAndCharacterOfPosition(first.start);
  const message = ts10.flattenDiagnosticMessageText(first.messageText, " ");
  return { message: `it doesn't parse: ${message}`, line: at.line + 1, column: at.character + 1 };
}
function describe(linked) {
  const { bindings, imports, exports, reexports, stars } = linked;
  const units = linked.units.map(({ names, mutates, line, column, shape }) => ({
    names,
    mutates,
    many: shape.kind === "variable" && !ts10.isIdentifier(shape.node.name),
    line,
    column
  }));
  return { ...EMPTY, units, bindings, imports, exports, reexports, stars };
}
function isCommonJs(sourceFile) {
  if (/\.[cm]?tsx?$/.test(sourceFile.fileName) || ts10.isExternalModule(sourceFile)) return false;
  return /\b(?:module\.exports|exports\.|exports\[)/.test(sourceFile.text);
}
function compileCommonJs(sourceFile) {
  const { text: text2 } = sourceFile;
  const source = sourceOf(sourceFile, text2, EMPTY_LINKED);
  const body = instrumentAll(source, sourceFile.statements, 0);
  const code = { ...EMPTY, format: "commonjs" };
  const parameters = "exports,require,module,__filename,__dirname";
  const hashbang = body.startsWith("#!") ? `//${body}` : body;
  return script(code, `${RUNTIME}.commonjs(function(${parameters}){${hashbang}
});`);
}
var EMPTY_LINKED = { bindings: [], mutators: /* @__PURE__ */ new Set() };
function sourceOf(sourceFile, text2, { bindings, mutators }) {
  return {
    sourceFile,
    text: text2,
    scope: new Set(bindings.map(({ name: name2 }) => name2)),
    mutators,
    spotAt(offset) {
      const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
      return { line: line + 1, column: character + 1 };
    }
  };
}
function writeUnits(sourceFile, linked, options) {
  const unerased = /* @__PURE__ */ new Set();
  const text2 = eraseTypes(sourceFile, (node) => {
    if (!ts10.isTypeAssertionExpression(node)) unerased.add(topLevelOf(node));
  });
  for (const statement of sourceFile.statements)
    if (needsLowering(statement)) unerased.add(statement);
  const source = sourceOf(sourceFile, text2, linked);
  const compilation = { sourceFile, source, options, unerased };
  const lines = new LineKeeper(sourceFile);
  const last = [];
  linked.units.forEach((unit, index) => {
    if (unit.names.length === 0 && unit.mutates.length === 0) return;
    const lowered = isLowered(compilation, unit);
    const body = lowered ? writeLowered(compilation, unit) : writeUnit(compilation, unit);
    const code = `${RUNTIME}.unit(${index},function(){${body}});`;
    if (lowered) last.push(code);
    else lines.write(unit, code);
  });
  return [lines.text(), ...last].join("\n");
}
var eraseTypes = blankSourceFile;
var LineKeeper = class {
  #sourceFile;
  #parts = [];
  #line = 0;
  constructor(sourceFile) {
    this.#sourceFile = sourceFile;
  }
  write(unit, code) {
    const start = startOfCode(unit, this.#sourceFile);
    const { line } = this.#sourceFile.getLineAndCharacterOfPosition(start);
    this.#parts.push("\n".repeat(Math.max(0, line - this.#line)), code);
    this.#line = Math.max(line, this.#line) + code.split("\n").length - 1;
  }
  text() {
    return this.#parts.join("");
  }
};
function startOfCode({ shape, statement }, sourceFile) {
  if (shape.kind === "variable" && ts10.isIdentifier(shape.node.name))
    return (shape.node.initializer ?? shape.node).getStart(sourceFile);
  if (shape.kind === "function" || shape.kind === "class")
    return afterExport(statement, sourceFile);
  return shape.node.getStart(sourceFile);
}
function topLevelOf(node) {
  let top = node;
  while (!ts10.isSourceFile(top.parent)) top = top.parent;
  return top;
}
function needsLowering(node) {
  if (ts10.isDecorator(node) || node.kind === ts10.SyntaxKind.AccessorKeyword) return true;
  if (ts10.isVariableDeclarationList(node) && (node.flags & ts10.NodeFlags.Using) !== 0) return true;
  return ts10.forEachChild(node, (child) => needsLowering(child) || void 0) ?? false;
}
function isLowered({ unerased }, { shape, statement }) {
  if (shape.kind === "enum") return false;
  return shape.kind === "namespace" || unerased.has(statement);
}
function writeUnit({ sourceFile, source }, unit) {
  const { shape } = unit;
  switch (shape.kind) {
    case "variable":
      return writeVariable(source, shape.node);
    case "function":
      return writeFunction(source, shape.node);
    case "class":
      return writeClass(source, shape.node);
    case "enum":
      return writeEnum(source, shape.node, unit.names.length === 0);
    case "expression":
      return `"use strict";return ${named("default", shape.node, instrument(source, shape.node))};`;
    case "namespace":
    case "statement":
      return `"use strict";${instrument(source, shape.node, shape.node.getStart(sourceFile))}`;
  }
}
function writeVariable(source, node) {
  const { name: name2, initializer } = node;
  if (ts10.isIdentifier(name2)) {
    if (initializer === void 0) return "";
    return `"use strict";return ${named(name2.text, initializer, instrument(source, initializer))};`;
  }
  const pattern = instrument(source, name2);
  const value = initializer === void 0 ? "void 0" : instrument(source, initializer);
  return `"use strict";const ${pattern}=${value};return {${boundIn(name2).join()}};`;
}
function boundIn(name2) {
  if (ts10.isIdentifier(name2)) return [name2.text];
  return name2.elements.flatMap(
    (element) => ts10.isOmittedExpression(element) ? [] : boundIn(element.name)
  );
}
function named(name2, node, code) {
  let value = node;
  while (ts10.isAsExpression(value) || ts10.isSatisfiesExpression(value)) value = value.expression;
  const anonymous = ts10.isArrowFunction(value) || (ts10.isFunctionExpression(value) || ts10.isClassExpression(value)) && value.name === void 0;
  if (!anonymous || name2 === "__proto__") return `(${code})`;
  return `({${JSON.stringify(name2)}:${code}})[${JSON.stringify(name2)}]`;
}
function afterExport(statement, sourceFile) {
  if (!ts10.canHaveModifiers(statement)) return statement.getStart(sourceFile);
  const exporting = (ts10.getModifiers(statement) ?? []).filter(
    ({ kind }) => kind === ts10.SyntaxKind.ExportKeyword || kind === ts10.SyntaxKind.DefaultKeyword
  );
  const end = exporting.at(-1)?.end;
  if (end === void 0) return statement.getStart(sourceFile);
  const rest = sourceFile.text.slice(end);
  return end + (/^(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*/.exec(rest)?.[0].length ?? 0);
}
function writeFunction(source, node) {
  const start = afterExport(node, source.sourceFile);
  const name2 = JSON.stringify(node.name?.text ?? "default");
  const whole = instrument(source, node, start);
  const nameAt = node.name === void 0 ? null : node.name.getStart(source.sourceFile) - start;
  const code = nameAt === null || node.name === void 0 ? whole : whole.slice(0, nameAt) + whole.slice(nameAt + node.name.text.length);
  return `"use strict";return ({${name2}:${code}})[${name2}];`;
}
function writeClass(source, node) {
  const code = instrument(source, node, afterExport(node, source.sourceFile));
  if (node.name !== void 0) return `"use strict";${code};return ${node.name.text};`;
  return `"use strict";return ({"default":${code}})["default"];`;
}
function writeEnum(source, node, merged) {
  const scope = `${RUNTIME}m`;
  const name2 = node.name.text;
  const parts = [`return ${RUNTIME}.enumeration(function(${scope}){with(${scope}.names){`];
  let line = 0;
  const { sourceFile } = source;
  const lineOf = (at) => sourceFile.getLineAndCharacterOfPosition(at.getStart(sourceFile)).line;
  const first = lineOf(node);
  for (const member2 of node.members) {
    const target2 = lineOf(member2.initializer ?? member2) - first;
    parts.push("\n".repeat(Math.max(0, target2 - line)));
    const value = member2.initializer === void 0 ? "" : instrument(source, member2.initializer);
    line = Math.max(target2, line) + value.split("\n").length - 1;
    const key = ts10.isComputedPropertyName(member2.name) ? instrument(source, member2.name.expression) : JSON.stringify(member2.name.text);
    parts.push(`${scope}.add(${key}${value === "" ? "" : `,(${value})`});`);
  }
  parts.push(`}},${JSON.stringify(name2)}${merged ? `,${name2}` : ""});`);
  return parts.join("");
}
function writeLowered(compilation, unit) {
  const { sourceFile, source, options } = compilation;
  const { shape, statement } = unit;
  const { text: text2, start, result } = lowerable(unit, sourceFile);
  const lowered = lowerStatement(text2, options.legacyDecorators);
  const inner = {
    ...source,
    sourceFile: lowered.sourceFile,
    text: lowered.sourceFile.text,
    spotAt: (offset) => source.spotAt(Math.max(start, start + lowered.originOf(offset)))
  };
  const { statements } = lowered.sourceFile;
  const merged = shape.kind === "namespace" && unit.names.length === 0;
  const kept = merged ? statements.filter((s) => !ts10.isVariableStatement(s)) : [...statements];
  const code = kept.map((node) => instrument(inner, node)).join("\n");
  const place = spot(sourceFile, statement);
  return `/* line ${place.line} */"use strict";${code}
${result}`;
}
function lowerable({ shape, statement, names, also }, sourceFile) {
  const start = statement.getStart(sourceFile);
  if (shape.kind === "variable") {
    const from = shape.node.getStart(sourceFile);
    const text3 = `const ${sourceFile.text.slice(from, shape.node.end)};`;
    const single = ts10.isIdentifier(shape.node.name) ? shape.node.name.text : null;
    const result = single === null ? `return {${names.join()}};` : `return ${single};`;
    return { text: text3, start: from - "const ".length, result };
  }
  if (shape.kind === "expression") {
    const from = shape.node.getStart(sourceFile);
    const text3 = `const ${RUNTIME}x=${sourceFile.text.slice(from, shape.node.end)};`;
    return { text: text3, start: from - `const ${RUNTIME}x=`.length, result: `return ${RUNTIME}x;` };
  }
  const [name2 = DEFAULT_LOCAL] = names;
  const parts = [statement, ...also].map((part) => withoutExport(part, sourceFile));
  const text2 = parts.join("\n");
  if (shape.kind === "statement" || names.length === 0) return { text: text2, start, result: "" };
  if (name2 !== DEFAULT_LOCAL) return { text: text2, start, result: `return ${name2};` };
  return { text: withName(text2), start, result: `return ${RUNTIME}x;` };
}
function withoutExport(statement, sourceFile) {
  const start = statement.getStart(sourceFile);
  let text2 = sourceFile.text.slice(start, statement.end);
  const modifiers = ts10.canHaveModifiers(statement) ? ts10.getModifiers(statement) : void 0;
  for (const modifier of modifiers ?? []) {
    const { kind } = modifier;
    if (kind !== ts10.SyntaxKind.ExportKeyword && kind !== ts10.SyntaxKind.DefaultKeyword) continue;
    const from = modifier.getStart(sourceFile) - start;
    const to = modifier.end - start;
    text2 = text2.slice(0, from) + " ".repeat(to - from) + text2.slice(to);
  }
  return text2;
}
var withName = (text2) => text2.replace(/\b(class|function\s*\*?)(?=\s*(?:extends\b|implements\b|[{(<]))/, `$1 ${RUNTIME}x`);

// src/evaluate/project.ts
import { isBuiltin } from "node:module";
import { posix as posix3 } from "node:path";

// src/evaluate/manifests.ts
import { posix } from "node:path";
function manifestsOf(revision) {
  let byName2 = null;
  const read2 = (directory2) => {
    const fields = readJson(revision, posix.join(directory2, "package.json"));
    return fields === null ? null : { directory: directory2, fields };
  };
  return {
    named(name2) {
      byName2 ??= indexByName(revision, read2);
      return byName2.get(name2) ?? null;
    },
    above(file) {
      for (const directory2 of directoriesAbove(file)) {
        const manifest = read2(directory2);
        if (manifest !== null) return manifest;
      }
      return null;
    }
  };
}
function indexByName(revision, read2) {
  const byName2 = /* @__PURE__ */ new Map();
  const found = revision.list().filter((path) => posix.basename(path) === "package.json");
  const depth = (path) => path.split("/").length;
  for (const path of found.sort((a, b) => depth(a) - depth(b))) {
    const manifest = read2(directoryOf(path));
    const name2 = manifest?.fields["name"];
    if (manifest !== null && typeof name2 === "string" && !byName2.has(name2))
      byName2.set(name2, manifest);
  }
  return byName2;
}
function directoryOf(file) {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "" : file.slice(0, slash);
}
function directoriesAbove(file) {
  const directories = [];
  for (let at = directoryOf(file); at !== ""; at = directoryOf(at)) directories.push(at);
  return [...directories, ""];
}
function readJson(revision, path) {
  if (!revision.isFile(path)) return null;
  try {
    const value = JSON.parse(revision.read(path).replace(/^\uFEFF/, ""));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function entryCandidates({ directory: directory2, fields }, subpath) {
  const key = subpath === "" ? "." : `./${subpath}`;
  const targets = targetsFor(fields["exports"], key);
  const mains = ["source", "module", "main", "types", "typings"].map((field) => fields[field]).filter((value) => typeof value === "string");
  const plain = subpath === "" ? [...mains, "index", "src/index"] : [subpath, `src/${subpath}`];
  const paths2 = [...targets, ...plain].flatMap((target2) => [target2, ...sourcesOf(target2)]);
  return [...new Set(paths2)].map((path) => posix.join(directory2, path)).filter((path) => path === directory2 || !path.startsWith(".."));
}
function importCandidates({ directory: directory2, fields }, specifier) {
  return targetsFor(fields["imports"], specifier).flatMap(
    (target2) => target2.startsWith(".") ? [target2, ...sourcesOf(target2)].map((path) => `./${posix.join(directory2, path)}`) : [target2]
  );
}
function targetsFor(map, key) {
  if (!isRecord(map)) return key === "." ? flatten(map, "") : [];
  const keys = Object.keys(map);
  if (!keys.some((name2) => name2.startsWith(".") || name2.startsWith("#")))
    return key === "." ? flatten(map, "") : [];
  if (keys.includes(key)) return flatten(map[key], "");
  const patterns2 = keys.map((name2) => ({ name: name2, star: starOf(name2, key) })).filter((match) => match.star !== null).sort((a, b) => b.name.length - a.name.length);
  const [best] = patterns2;
  return best === void 0 ? [] : flatten(map[best.name], best.star ?? "");
}
function starOf(pattern, key) {
  const full = pattern.endsWith("/") ? `${pattern}*` : pattern;
  const at = full.indexOf("*");
  if (at < 0) return null;
  const [head, tail] = [full.slice(0, at), full.slice(at + 1)];
  const fits = key.length > head.length + tail.length && key.startsWith(head) && key.endsWith(tail);
  return fits ? key.slice(head.length, key.length - tail.length) : null;
}
function flatten(target2, star) {
  if (typeof target2 === "string")
    return [target2.endsWith("/") ? target2 + star : target2.replaceAll("*", star)];
  if (Array.isArray(target2)) return target2.flatMap((each) => flatten(each, star));
  return isRecord(target2) ? Object.values(target2).flatMap((each) => flatten(each, star)) : [];
}
var BUILT = /\.(?:d\.)?[cm]?[jt]sx?$/;
function sourcesOf(target2) {
  const parts = posix.normalize(target2.replace(BUILT, "")).split("/");
  return parts.slice(0, -1).flatMap((_, index) => {
    const rest = parts.slice(index + 1).join("/");
    return [`src/${rest}`, rest];
  });
}

// src/evaluate/tsconfig.ts
import { posix as posix2 } from "node:path";
import { ts as ts11 } from "./vendor/ts-morph.js";
var NOTHING = { paths: [], baseUrl: null, legacyDecorators: null };
function tsConfigsOf(revision, manifests, fallback) {
  const cache = /* @__PURE__ */ new Map();
  const inDirectory = (directory2) => {
    const known = cache.get(directory2);
    if (known !== void 0) return known;
    const settings = configsIn(revision, directory2).map(
      (path) => readSettings({ revision, manifests, leaf: directoryOf(path) }, path, /* @__PURE__ */ new Set())
    );
    cache.set(directory2, settings);
    return settings;
  };
  const around = (file) => {
    const last = directoriesAbove(posix2.join(fallback, "x"));
    return [.../* @__PURE__ */ new Set([...directoriesAbove(file), ...last])].flatMap(inDirectory);
  };
  return {
    aliases: (file, specifier) => around(file).flatMap((settings) => aliasesIn(settings, specifier)),
    legacyDecorators(file) {
      const said = around(file).find((settings) => settings.legacyDecorators !== null);
      return said?.legacyDecorators ?? null;
    }
  };
}
function configsIn(revision, directory2) {
  const main = ["tsconfig.json", "jsconfig.json"].map((name2) => posix2.join(directory2, name2));
  const prefix = posix2.join(directory2, "tsconfig.");
  const siblings = revision.list().filter((path) => path.startsWith(prefix) && path.endsWith(".json") && !main.includes(path)).filter((path) => directoryOf(path) === directory2);
  return [...main.filter((path) => revision.isFile(path)), ...siblings];
}
function readSettings(reading, path, seen) {
  const { revision } = reading;
  if (seen.has(path) || !revision.isFile(path)) return NOTHING;
  seen.add(path);
  const parsed = ts11.parseConfigFileTextToJson(path, readText(revision, path)).config;
  if (!isRecord(parsed)) return NOTHING;
  const inherited = basesOf(reading, path, parsed["extends"]).map(
    (base) => readSettings(reading, base, seen)
  );
  const own2 = ownSettings(reading, path, parsed["compilerOptions"]);
  return inherited.reduceRight(
    (mine, base) => ({
      paths: mine.paths.length > 0 ? mine.paths : base.paths,
      baseUrl: mine.baseUrl ?? base.baseUrl,
      legacyDecorators: mine.legacyDecorators ?? base.legacyDecorators
    }),
    own2
  );
}
function readText(revision, path) {
  try {
    return revision.read(path);
  } catch {
    return "{}";
  }
}
function ownSettings({ leaf }, path, options) {
  if (!isRecord(options)) return NOTHING;
  const directory2 = directoryOf(path);
  const located = (target2) => target2.startsWith("${configDir}") ? posix2.join(leaf, target2.slice("${configDir}".length)) : posix2.join(base, target2);
  const { baseUrl: url, paths: paths2, experimentalDecorators: legacy } = options;
  const baseUrl = typeof url === "string" ? posix2.join(directory2, url) : null;
  const base = baseUrl ?? directory2;
  const entries = isRecord(paths2) ? Object.entries(paths2) : [];
  return {
    baseUrl,
    legacyDecorators: typeof legacy === "boolean" ? legacy : null,
    paths: entries.map(([pattern, targets]) => ({
      pattern,
      targets: stringsOf(targets).map(located)
    }))
  };
}
var stringsOf = (value) => (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
function basesOf({ revision, manifests }, path, value) {
  return stringsOf(value).flatMap((name2) => {
    const [scope = "", second = "", ...rest] = name2.split("/");
    const scoped = scope.startsWith("@");
    const named3 = manifests.named(scoped ? `${scope}/${second}` : scope);
    const inside2 = scoped ? rest.join("/") : [second, ...rest].join("/");
    const from = name2.startsWith(".") ? directoryOf(path) : named3?.directory ?? null;
    if (from === null) return [];
    const at = posix2.join(from, name2.startsWith(".") ? name2 : inside2);
    const candidates2 = [at, `${at}.json`, posix2.join(at, "tsconfig.json")];
    const found = candidates2.find((candidate) => revision.isFile(candidate));
    return found === void 0 ? [] : [found];
  });
}
function aliasesIn({ paths: paths2, baseUrl }, specifier) {
  const matches = paths2.map(({ pattern, targets }) => ({ pattern, targets, star: starOf2(pattern, specifier) })).filter((match) => match.star !== null).sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern));
  const [best] = matches;
  const mapped = best?.targets.map((target2) => target2.replace("*", () => best.star ?? "")) ?? [];
  return baseUrl === null ? mapped : [...mapped, posix2.join(baseUrl, specifier)];
}
function prefixLength(pattern) {
  return pattern.includes("*") ? pattern.indexOf("*") : Infinity;
}
function starOf2(pattern, specifier) {
  const at = pattern.indexOf("*");
  if (at < 0) return pattern === specifier ? "" : null;
  const [head, tail] = [pattern.slice(0, at), pattern.slice(at + 1)];
  if (specifier.length < head.length + tail.length) return null;
  if (!specifier.startsWith(head) || !specifier.endsWith(tail)) return null;
  return specifier.slice(head.length, specifier.length - tail.length);
}

// src/evaluate/project.ts
var PURE_BUILTINS = /* @__PURE__ */ new Set(["path", "path/posix", "url", "process"]);
function openProject(revision, libraries, workingDirectory) {
  const manifests = manifestsOf(revision);
  const configs = tsConfigsOf(revision, manifests, workingDirectory);
  const fileAt = (path) => findFile(revision, path);
  const firstOf = (paths2) => {
    for (const path of paths2) {
      const file = fileAt(path);
      if (file !== null) return { kind: "file", file };
    }
    return null;
  };
  const relative3 = (from, specifier) => firstOf([posix3.join(directoryOf(from), stripQuery(specifier))]) ?? missing(`"${specifier}" leads to no module of the repository`);
  const privateImport = (from, specifier) => {
    const manifest = manifests.above(from);
    const targets = manifest === null ? [] : importCandidates(manifest, specifier);
    for (const target2 of targets) {
      const found = target2.startsWith(".") ? firstOf([target2]) : bare3(from, target2);
      if (found !== null && found.kind !== "missing") return found;
    }
    return null;
  };
  const workspacePackage = (specifier) => {
    const { name: name2, subpath } = packageOf(specifier);
    const manifest = manifests.named(name2);
    if (manifest === null) return null;
    const unbuilt = `"${specifier}" of the package in ${manifest.directory || "."} has no source in the repository`;
    return firstOf(entryCandidates(manifest, subpath)) ?? missing(unbuilt);
  };
  const bare3 = (from, specifier) => inLibraries(libraries, specifier) ?? builtin(specifier) ?? (specifier.startsWith("#") ? privateImport(from, specifier) : null) ?? firstOf(configs.aliases(from, specifier)) ?? workspacePackage(specifier) ?? missing(`package "${packageOf(specifier).name}" is not in the repository`);
  return {
    resolve: (from, specifier) => isRelative(specifier) ? relative3(from, specifier) : bare3(from, specifier),
    legacyDecorators: (file) => configs.legacyDecorators(file) ?? true
  };
}
var missing = (reason) => ({ kind: "missing", reason });
var isRelative = (specifier) => /^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier);
var stripQuery = (specifier) => specifier.replace(/\?[^/]*$/, "");
function inLibraries(libraries, specifier) {
  for (const { name: name2, modules } of libraries) {
    const path = Object.hasOwn(modules, specifier) ? modules[specifier] : void 0;
    if (path !== void 0) return { kind: "library", library: name2, path };
  }
  return null;
}
function builtin(specifier) {
  const name2 = specifier.replace(/^node:/, "");
  if (!isBuiltin(specifier)) return null;
  if (PURE_BUILTINS.has(name2)) return { kind: "builtin", name: name2 };
  return missing(`Node's module "${specifier}" reaches outside the repository`);
}
function packageOf(specifier) {
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  return { name: parts.slice(0, length).join("/"), subpath: parts.slice(length).join("/") };
}
var CODE = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];
var DECLARATION = /\.d\.[cm]?ts$/;
var WRITTEN_IN = {
  ".js": [".ts", ".tsx", ".js", ".jsx"],
  ".jsx": [".tsx", ".jsx"],
  ".mjs": [".mts", ".mjs"],
  ".cjs": [".cts", ".cjs"]
};
function findFile(revision, written) {
  const path = posix3.normalize(written);
  if (path.startsWith("..")) return null;
  const isCode = (file) => !DECLARATION.test(file) && revision.isFile(file);
  const extension = posix3.extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const sources2 = (WRITTEN_IN[extension] ?? (CODE.includes(extension) ? [extension] : [])).map(
    (each) => stem + each
  );
  const extended = CODE.map((each) => path + each);
  const found = [...sources2, ...extended].find(isCode);
  if (found !== void 0) return found;
  const index = CODE.map((each) => posix3.join(path === "." ? "" : path, `index${each}`));
  return index.find(isCode) ?? null;
}

// src/evaluate/sandbox.ts
var SandboxError = class extends Error {
  name = "SandboxError";
  kind;
  place;
  constructor(kind, message, place) {
    super(message);
    this.kind = kind;
    this.place = place;
  }
};
var DEFAULTS = {
  memoryBytes: 256 * 1048576,
  wallClockMs: 3e4,
  instructions: 2e10
};
var STACK = { threadMegabytes: 16, bytes: 640 * 1024 };
var GRACE_MS = 500;
var engine = null;
async function openSandbox(options) {
  const { revision, workingDirectory, libraries } = options;
  const given = { ...DEFAULTS, ...options.limits };
  const { timeLeft = given.wallClockMs } = options;
  const limits = { ...given, wallClockMs: Math.min(given.wallClockMs, timeLeft) };
  const { near, far, transfer } = createBridge();
  const thread = await startThread(
    { ...await threadStart(options, limits), bridge: far },
    transfer
  );
  const project = openProject(revision, libraries, workingDirectory);
  const session = { revision, project, bridge: near, evaluated: /* @__PURE__ */ new Set(), last: null };
  let dead = null;
  const kill = (error) => {
    dead = error;
    void thread.terminate();
    return error;
  };
  return {
    async call(library, fn, args) {
      if (dead !== null) throw new SandboxError(dead.kind, dead.message, dead.place);
      near.send({ kind: "call", library, fn, args: JSON.stringify(args) });
      const ended = await waitForEnd(session, limits.wallClockMs + GRACE_MS);
      if (ended.kind === "result") return resultOf(ended.json);
      if (ended.kind === "failure") throw new Error(ended.message);
      throw kill(stopped(session, ended));
    },
    files: () => [...session.evaluated].sort(),
    dispose() {
      void thread.terminate();
    }
  };
}
async function threadStart({ libraries, env, workingDirectory }, limits) {
  engine ??= readFile(assetPath("quickjs.wasm")).then(compileEngine);
  const [module, runtime] = await Promise.all([
    engine,
    readFile(assetPath("sandbox-runtime.js"), "utf8")
  ]);
  return {
    module,
    runtime,
    libraries: libraries.map(({ name: name2, code }) => ({ name: name2, code })),
    settings: {
      env,
      workingDirectory,
      libraries: Object.fromEntries(libraries.map(({ name: name2, global }) => [name2, global]))
    },
    limits: { ...limits, stackBytes: STACK.bytes }
  };
}
function threadUrl() {
  const fromSource2 = import.meta.url.endsWith(".ts");
  return new URL(fromSource2 ? "./sandbox-thread.ts" : "./sandbox-thread.js", import.meta.url);
}
function startThread(start, transferList) {
  const thread = new Worker(threadUrl(), {
    workerData: start,
    transferList,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { stackSizeMb: STACK.threadMegabytes }
  });
  return new Promise((resolve, reject) => {
    thread.once("error", reject);
    thread.once("message", () => {
      thread.unref();
      thread.off("error", reject);
      thread.on("error", () => void 0);
      resolve(thread);
    });
  });
}
async function waitForEnd(session, limitMs) {
  const { bridge, project } = session;
  let left = limitMs;
  for (; ; ) {
    const before = performance.now();
    const message = await bridge.receive(left);
    left -= performance.now() - before;
    if (message === null) return { kind: "silent", afterMs: limitMs - GRACE_MS };
    if (message.kind === "load")
      bridge.send({ kind: "script", script: loadScript(session, message.file) });
    else if (message.kind === "resolve")
      bridge.send({
        kind: "resolution",
        resolution: project.resolve(message.from, message.specifier)
      });
    else return message;
  }
}
function stopped(session, ended) {
  const kind = ended.kind === "stop" ? ended.cause : "timeout";
  const message = ended.kind === "stop" ? ended.message : `it takes more than ${String(Math.round(ended.afterMs / 100) / 10)} s`;
  const traced = ended.kind === "stop" ? placeIn(ended.trace, session.evaluated) : null;
  const place = traced ?? (session.last === null ? null : { file: session.last, line: 1 });
  const where = traced === null ? place?.file ?? "A library" : `${traced.file}:${traced.line}`;
  return new SandboxError(kind, `${where} can't be evaluated: ${message}`, place);
}
function loadScript(session, file) {
  const { revision, project, evaluated } = session;
  evaluated.add(file);
  session.last = file;
  const { text: text2, problem } = readOrExplain(revision, file);
  const compiled2 = compileOnce(file, text2, project.legacyDecorators(file));
  const broken = compiled2.broken(ENGINE_MESSAGE);
  return { script: problem === null ? compiled2.script : compiled2.broken(problem), broken };
}
var compilations = /* @__PURE__ */ new Map();
function compileOnce(file, text2, legacyDecorators) {
  const key = `${file}\0${legacyDecorators}`;
  const known = compilations.get(key);
  if (known?.text === text2) return known.compiled;
  const compiled2 = compileModule(file, text2, { legacyDecorators });
  compilations.set(key, { text: text2, compiled: compiled2 });
  return compiled2;
}
function readOrExplain(revision, file) {
  try {
    return { text: revision.read(file), problem: null };
  } catch (error) {
    return { text: "", problem: error instanceof Error ? error.message : String(error) };
  }
}
function resultOf(text2) {
  const result = JSON.parse(text2);
  if (result.ok) return result.value;
  throw new SandboxError("exception", result.message, result.place);
}
function placeIn(trace, files2) {
  for (const [, file, line] of trace.matchAll(/\(([^()]+?):(\d+)(?::\d+)?\)/g))
    if (file !== void 0 && files2.has(file)) return { file, line: Number(line) };
  return null;
}

// src/revision/revision.ts
var UnreadableFile = class extends Error {
  name = "UnreadableFile";
  place;
  constructor(file, reason) {
    super(`${file}: ${reason}`);
    this.place = { file, line: 1 };
  }
};
function readIfReadable(revision, file) {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}

// src/tools/drizzle/layout.ts
function journalPath(directory2) {
  return join2(directory2, "meta/_journal.json");
}
function join2(directory2, name2) {
  return directory2 === "" ? name2 : `${directory2}/${name2}`;
}
function migrationFolders(revision, directory2) {
  const prefix = directory2 === "" ? "" : `${directory2}/`;
  return revision.list().filter((file) => file.startsWith(prefix) && file.endsWith("/migration.sql")).map((file) => file.slice(prefix.length, -"/migration.sql".length)).filter((name2) => name2 !== "" && !name2.includes("/")).sort((a, b) => a.localeCompare(b));
}
function layoutOf(revision, directory2) {
  if (migrationFolders(revision, directory2).length > 0) return { generation: 1, directory: directory2 };
  if (revision.isFile(journalPath(directory2))) return { generation: 0, directory: directory2 };
  return null;
}

// src/tools/drizzle/libraries.ts
import { readFileSync } from "node:fs";
var ormParts = [
  "alias",
  "column",
  "column-builder",
  "entity",
  // Its place until 0.29.
  "expressions",
  "operations",
  "relations",
  "sql",
  "sql/expressions",
  "sql/expressions/conditions",
  "sql/functions",
  "sql/sql",
  "subquery",
  "table",
  "utils",
  "view-common"
];
var pgParts = [
  "alias",
  "checks",
  "columns",
  "foreign-keys",
  "index",
  "indexes",
  "policies",
  "primary-keys",
  "roles",
  "schema",
  "sequence",
  "table",
  "unique-constraint",
  "utils",
  "view",
  ...[
    ...["bigint", "bigserial", "boolean", "bytea", "char", "cidr", "common", "custom", "date"],
    ...[
      "double-precision",
      "enum",
      "index",
      "inet",
      "integer",
      "interval",
      "json",
      "jsonb",
      "line"
    ],
    ...["macaddr", "macaddr8", "numeric", "point", "postgis_extension/geometry", "real", "serial"],
    ...["smallint", "smallserial", "text", "time", "timestamp", "uuid", "varchar"],
    ...["vector_extension/bit", "vector_extension/halfvec", "vector_extension/sparsevec"],
    "vector_extension/vector"
  ].map((name2) => `columns/${name2}`)
];
var modulePaths = {
  "drizzle-orm": "modules.orm",
  ...Object.fromEntries(ormParts.map((part) => [`drizzle-orm/${part}`, "modules.orm"])),
  "drizzle-orm/_relations": "modules.legacyRelations",
  "drizzle-orm/casing": "modules.casing",
  "drizzle-orm/supabase": "modules.supabase",
  "drizzle-orm/supabase/rls": "modules.supabase",
  "drizzle-orm/neon": "modules.neon",
  "drizzle-orm/neon/rls": "modules.neon",
  "drizzle-orm/pg-core": "modules.pgCore",
  ...Object.fromEntries(pgParts.map((part) => [`drizzle-orm/pg-core/${part}`, "modules.pgCore"])),
  "drizzle-kit": "modules.kit"
};
var texts = /* @__PURE__ */ new Map();
function drizzleLibrary(generation) {
  const global = `drizzle${generation}`;
  return { name: global, code: bundle(`drizzle-${generation}.js`), global, modules: modulePaths };
}
var lodashFunctions = ["omit", "pick", "mapValues", "mapKeys", "merge", "keyBy", "cloneDeep"];
var utilityPaths = {
  "es-toolkit": "modules.esToolkit",
  lodash: "modules.lodash",
  "lodash-es": "modules.lodash",
  radash: "modules.radash",
  ramda: "modules.ramda",
  remeda: "modules.remeda",
  ...Object.fromEntries(
    lodashFunctions.flatMap((name2) => [
      [`lodash/${name2}`, `modules.each.${name2}`],
      [`lodash/${name2}.js`, `modules.each.${name2}`],
      [`lodash-es/${name2}`, `modules.each.${name2}`]
    ])
  )
};
function librariesFor(missing4, versionOf3) {
  const utilities = Object.keys(utilityPaths).some((name2) => missing4.has(name2));
  return [
    ...missing4.has("zod") ? [zodLibrary(versionOf3("zod"))] : [],
    ...utilities ? [utilityLibrary()] : []
  ];
}
function utilityLibrary() {
  const code = bundle("utilities.js");
  return { name: "utilities", code, global: "utilities", modules: utilityPaths };
}
function zodLibrary(declared) {
  const own2 = declared !== null && /^[\^~>=v\s]*3\b/.test(declared) ? "modules.v3" : "modules.v4";
  const modules = { zod: own2, "zod/v3": "modules.v3", "zod/v4": "modules.v4" };
  return { name: "zod", code: bundle("zod.js"), global: "zod", modules };
}
function bundle(name2) {
  const known = texts.get(name2);
  if (known !== void 0) return known;
  const text2 = readFileSync(assetPath(name2), "utf8");
  texts.set(name2, text2);
  return text2;
}

// src/tools/drizzle/credentials.ts
import { ts as ts12 } from "./vendor/ts-morph.js";
function withoutCredentials(revision, file) {
  return {
    label: revision.label,
    commit: revision.commit,
    list: () => revision.list(),
    isFile: (path) => revision.isFile(path),
    isDirectory: (path) => revision.isDirectory(path),
    read: (path) => path === file ? hide(file, revision.read(path)) : revision.read(path)
  };
}
function hide(file, text2) {
  if (!text2.includes("dbCredentials")) return text2;
  const source = ts12.createSourceFile(file, text2, ts12.ScriptTarget.ESNext);
  const spans = [];
  const visit3 = (node) => {
    if (ts12.isPropertyAssignment(node) && node.name.getText(source) === "dbCredentials") {
      spans.push({ start: node.initializer.getStart(source), end: node.initializer.end });
      return;
    }
    ts12.forEachChild(node, visit3);
  };
  visit3(source);
  let result = text2;
  for (const { start, end } of spans.reverse()) {
    const lines = result.slice(start, end).split("\n").length - 1;
    result = `${result.slice(0, start)}null${"\n".repeat(lines)}${result.slice(end)}`;
  }
  return result;
}

// src/tools/drizzle/manifest.ts
import { posix as posix4 } from "node:path";
import { z } from "./vendor/zod.js";
var dependencies = z.record(z.string(), z.unknown()).optional();
var manifestSchema = z.looseObject({
  name: z.string().optional(),
  dependencies,
  devDependencies: dependencies,
  peerDependencies: dependencies
});
function nearestManifest(revision, directory2) {
  for (const candidate of ancestors(directory2)) {
    const file = candidate === "" ? "package.json" : `${candidate}/package.json`;
    const manifest = revision.isFile(file) ? readManifest(revision, file, candidate) : null;
    if (manifest !== null) return manifest;
  }
  return null;
}
function ancestors(directory2) {
  const normal = directory2 === "." ? "" : directory2;
  const found = [normal];
  let current = normal;
  while (current !== "") {
    const parent = posix4.dirname(current);
    current = parent === "." ? "" : parent;
    found.push(current);
  }
  return found;
}
function readManifest(revision, file, directory2) {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(revision.read(file)));
    if (!parsed.success) return null;
    const { name: name2, dependencies: own2, devDependencies, peerDependencies } = parsed.data;
    const all = Object.entries({ ...peerDependencies, ...devDependencies, ...own2 });
    const versions = all.filter((entry2) => typeof entry2[1] === "string");
    return { directory: directory2, name: name2 ?? null, versions: Object.fromEntries(versions) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnreadableFile) return null;
    throw error;
  }
}

// src/tools/drizzle/model-files.ts
import picomatch from "./vendor/picomatch.js";
var sources = /\.(?:ts|mts|cts|js|mjs|cjs|tsx|jsx)$/;
function modelFiles(revision, patterns2) {
  const files2 = /* @__PURE__ */ new Set();
  for (const pattern of patterns2) {
    for (const file of filesOf(revision, pattern)) files2.add(file);
  }
  return [...files2];
}
function filesOf(revision, pattern) {
  if (revision.isFile(pattern)) return [pattern];
  if (revision.isDirectory(pattern)) return children(revision, pattern).filter(isSource);
  const matches = picomatch(pattern);
  const files2 = revision.list();
  const folders2 = foldersOf(files2).filter((folder) => matches(folder));
  return [
    ...files2.filter((file) => matches(file) && isSource(file)),
    ...folders2.flatMap((folder) => children(revision, folder).filter(isSource))
  ];
}
function isSource(file) {
  return sources.test(file) && !/\.d\.[cm]?ts$/.test(file);
}
function children(revision, folder) {
  const prefix = folder === "" ? "" : `${folder}/`;
  return revision.list().filter((file) => file.startsWith(prefix) && !file.slice(prefix.length).includes("/"));
}
function foldersOf(files2) {
  const folders2 = /* @__PURE__ */ new Set();
  for (const file of files2) {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      folders2.add(file.slice(0, end));
    }
  }
  return [...folders2];
}

// src/tools/drizzle/prefix.ts
var prefixStyles = ["index", "timestamp", "supabase", "unix", "none"];
function prefixStyleOf(entries, configured2) {
  if (configured2 !== null) return configured2;
  const last = entries.at(-1)?.tag ?? "0000_";
  if (/^\d{14}_/.test(last)) return "timestamp";
  if (/^\d{10}_/.test(last)) return "unix";
  return last.startsWith("_") ? "none" : "index";
}
function prefixOf(style, idx, now) {
  switch (style) {
    case "index":
      return idx.toFixed(0).padStart(4, "0");
    case "timestamp":
    case "supabase":
      return stamp(now);
    case "unix":
      return String(Math.floor(now / 1e3));
    case "none":
      return "";
  }
}
function stamp(now) {
  return new Date(now).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14);
}

// src/tools/drizzle/config.ts
var texts2 = z2.union([z2.string(), z2.array(z2.string())]);
var configSchema = z2.looseObject({
  dialect: z2.string().nullish(),
  driver: z2.string().nullish(),
  schema: texts2.nullish().catch(null),
  out: z2.string().nullish().catch(null),
  casing: z2.enum(["snake_case", "camelCase", "preserve"]).nullish().catch(null),
  schemaFilter: texts2.nullish().catch(null),
  tablesFilter: texts2.nullish().catch(null),
  breakpoints: z2.boolean().nullish().catch(null),
  migrations: z2.looseObject({
    table: z2.string().nullish(),
    schema: z2.string().nullish(),
    prefix: z2.enum(prefixStyles).nullish().catch(null)
  }).nullish().catch(null),
  entities: z2.looseObject({ roles: z2.unknown() }).nullish().catch(null)
});
async function readConfig(revision, file, context) {
  const directory2 = posix5.dirname(file) === "." ? "" : posix5.dirname(file);
  let best = null;
  let collected = null;
  for (const root of workingDirectories(revision, directory2)) {
    if (collected === null || asksForDirectory(revision, file)) {
      collected = await evaluate(revision, file, root, context);
    }
    if ("problem" in collected) return unreadable(revision, file, directory2, collected.problem);
    const config = interpret(revision, file, root, collected);
    if (best === null || scoreOf(revision, config) > scoreOf(revision, best)) best = config;
    if (scoreOf(revision, best) === BOTH) return best;
    if (!config.usable && config.findings.length === 0) return config;
  }
  return best ?? unusable(file, directory2, "nothing could be read from it");
}
var BOTH = 3;
function scoreOf(revision, { models, out }) {
  const migrations = out !== null && layoutOf(revision, out) !== null;
  return (models.length > 0 ? 2 : 0) + (migrations ? 1 : 0);
}
function asksForDirectory(revision, file) {
  return /\bcwd\b/.test(textOf2(revision, file));
}
function workingDirectories(revision, directory2) {
  const home = nearestManifest(revision, directory2)?.directory;
  const all = [directory2, ...home === void 0 ? [] : [home], ...ancestors(directory2)];
  return [...new Set(all)];
}
async function evaluate(revision, file, root, context) {
  if (file.endsWith(".json")) return readJson2(revision, file);
  const library = drizzleLibrary(0);
  const sandbox = await openSandbox({
    revision: withoutCredentials(revision, file),
    workingDirectory: root,
    env: context.env,
    libraries: [library]
  });
  try {
    const result = await sandbox.call(library.name, "collectConfig", [file]);
    return result;
  } catch (error) {
    return { problem: `it could not be evaluated: ${messageOf(error)}` };
  } finally {
    sandbox.dispose();
  }
}
function readJson2(revision, file) {
  try {
    return { value: JSON.parse(revision.read(file)), undecided: [] };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
function interpret(revision, file, root, { value, undecided }) {
  const parsed = configSchema.safeParse(value);
  const values = parsed.success ? parsed.data : {};
  const dialect = dialectOf(values);
  const whole = undecided.find((it) => it.path === "");
  if (whole === void 0 && dialect !== "postgresql") {
    return unusable(file, root, `its dialect is ${dialect ?? "not given"}`, outOf(root, values));
  }
  const blocking = undecided.filter(
    (it) => ["", "schema", "out", "casing", "dialect"].includes(it.path)
  );
  const patterns2 = [values.schema ?? []].flat();
  const models = modelPaths(revision, root, patterns2);
  const out = outOf(root, values);
  const findings = blocking.map((it) => undecidedFinding(revision, file, it));
  const exists = models.length > 0 || layoutOf(revision, out) !== null;
  return {
    file,
    root,
    models,
    out,
    settings: settingsOf(values),
    findings: exists || findings.length > 0 ? findings : [leadsNowhere(file, patterns2)],
    usable: exists,
    remark: remarkOf(exists, patterns2, findings)
  };
}
function remarkOf(exists, patterns2, findings) {
  if (exists) return "a project";
  const reason = findings[0]?.message;
  return reason ?? `its schema (${patterns2.join(", ")}) and migrations were not found`;
}
function unusable(file, root, remark, out = null) {
  return { file, root, models: [], out, settings: {}, findings: [], usable: false, remark };
}
function unreadable(revision, file, directory2, problem) {
  const config = unusable(file, directory2, problem);
  const text2 = revision.isFile(file) ? textOf2(revision, file) : "";
  if (text2 !== "" && !/postgres|['"]pg['"]/.test(text2)) return config;
  const finding = {
    rule: "config-undecided",
    severity: "error",
    hazard: "configuration",
    message: `The configuration can't be read: ${problem}`,
    file,
    line: 1
  };
  return { ...config, findings: [finding] };
}
function textOf2(revision, file) {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) return "";
    throw error;
  }
}
function dialectOf(values) {
  if (typeof values.dialect === "string") return values.dialect;
  return values.driver === "pg" ? "postgresql" : values.driver ?? null;
}
function outOf(root, values) {
  return inWorkspace(root, values.out ?? "drizzle") ?? "";
}
var SANDBOX_ROOT = "/workspace/";
function inWorkspace(root, path) {
  const relative3 = path.startsWith(SANDBOX_ROOT) ? path.slice(SANDBOX_ROOT.length) : posix5.join(root, path);
  const joined2 = posix5.normalize(relative3).replace(/\/$/, "");
  if (joined2 === ".." || joined2.startsWith("../")) return null;
  return joined2 === "." ? "" : joined2;
}
function modelPaths(revision, root, patterns2) {
  const located = patterns2.map((pattern) => locate(revision, root, pattern));
  if (located.every((path) => path === null)) return [];
  return located.map((path, index) => {
    const pattern = patterns2[index] ?? "";
    return path ?? inWorkspace(root, pattern) ?? pattern;
  });
}
function locate(revision, root, pattern) {
  const path = inWorkspace(root, pattern);
  if (path === null) return null;
  return candidatesOf(path).find((it) => modelFiles(revision, [it]).length > 0) ?? null;
}
var compiled = /(^|\/)(?:dist|build|lib|out)\//;
function candidatesOf(path) {
  const sources2 = [path];
  if (compiled.test(path)) {
    sources2.push(path.replace(compiled, "$1"), path.replace(compiled, "$1src/"));
  }
  return sources2.flatMap((it) => {
    const typescript = it.replace(/\.([cm]?)js$/, ".$1ts");
    return it.includes("*") || it === "" ? [it, typescript] : [it, typescript, `${it}.ts`, `${it}/index.ts`, `${it}.js`];
  });
}
function settingsOf(values) {
  const casing = values.casing === "preserve" ? null : values.casing ?? null;
  const list = (value) => value === null || value === void 0 ? null : [value].flat();
  return {
    casing,
    schemaFilter: list(values.schemaFilter),
    tablesFilter: list(values.tablesFilter),
    roles: managesRoles(values.entities?.roles),
    breakpoints: values.breakpoints ?? true,
    prefix: values.migrations?.prefix ?? null,
    bookkeeping: {
      schema: values.migrations?.schema ?? "drizzle",
      table: values.migrations?.table ?? "__drizzle_migrations"
    }
  };
}
function managesRoles(roles) {
  return roles === true || typeof roles === "object" && roles !== null;
}
function undecidedFinding(revision, file, it) {
  const what = it.path === "" ? "The configuration" : `"${it.path}" of the configuration`;
  return {
    rule: "config-undecided",
    severity: "error",
    hazard: "configuration",
    message: `${what} can't be decided from the repository: ${it.reason}. Give the value in plumbline.yml (\`env: { NAME: value }\`), or name \`models\` and \`migrations\` of the project there.`,
    file: it.file ?? file,
    line: it.line ?? lineOfSetting(revision.read(file), it.path)
  };
}
function lineOfSetting(text2, setting) {
  const found = text2.split("\n").findIndex((line) => new RegExp(`\\b${setting}\\b`).test(line));
  return found + 1 || 1;
}
function leadsNowhere(file, patterns2) {
  return {
    rule: "models-missing",
    severity: "note",
    hazard: "configuration",
    message: `Neither the schema (${patterns2.join(", ") || "none is named"}) nor the migrations of ${file} were found, so it is left out. If it is a project, name its \`models\` and \`migrations\` in plumbline.yml.`,
    file,
    line: 1
  };
}

// src/tools/drizzle/detect.ts
var configName = /^drizzle(?:[.-][\w-]+)*\.(?:ts|mts|cts|js|mjs|cjs|json)$/;
function isConfig(file) {
  const name2 = posix6.basename(file);
  return configName.test(name2) && /[.-]config\./.test(name2) && !/[.-](?:test|spec)\./.test(name2);
}
async function detect(revision, context) {
  const configs = revision.list().filter(isConfig);
  const looked = [];
  const findings = [];
  const found = [];
  const claimed = /* @__PURE__ */ new Set();
  for (const file of configs) {
    const config = await readConfig(revision, file, context);
    looked.push(`${file}: ${config.remark}`);
    findings.push(...config.findings);
    if (config.out !== null) claimed.add(config.out);
    if (config.usable) found.push(config);
  }
  const { chosen, twins } = withoutTwins(found);
  for (const { config, kept } of twins) {
    looked.push(`${config.file}: same migrations as ${kept.file}, left out`);
    findings.push(...modelsLeftOut(revision, config, kept));
  }
  const projects = chosen.map((config) => projectOf(revision, config));
  if (projects.length === 0) projects.push(...projectsOfFolders(revision, claimed, looked));
  if (configs.length === 0) looked.push("no drizzle.config.{ts,js,mjs,cjs,json} in any folder");
  const own2 = projects.flatMap(({ migrations }) => migrations ?? []);
  return {
    projects: withUniqueIds(projects),
    claimed: [.../* @__PURE__ */ new Set([...claimed, ...own2])],
    findings,
    looked
  };
}
function withoutTwins(configs) {
  const byContent = /* @__PURE__ */ new Map();
  const twins = [];
  const sorted2 = [...configs].sort(
    (a, b) => distance(a) - distance(b) || a.file.length - b.file.length
  );
  for (const config of sorted2) {
    const key = config.out ?? "";
    const kept = byContent.get(key);
    if (kept === void 0) byContent.set(key, config);
    else twins.push({ config, kept });
  }
  return { chosen: configs.filter((config) => [...byContent.values()].includes(config)), twins };
}
function modelsLeftOut(revision, config, kept) {
  const known = new Set(modelFiles(revision, kept.models));
  const lost = modelFiles(revision, config.models).filter((file) => !known.has(file));
  if (lost.length === 0) return [];
  return [
    {
      rule: "config-left-out",
      severity: "warning",
      hazard: "configuration",
      message: `${config.file} writes to the same migrations as ${kept.file}, whose models are the ones that are compared; these are not: ${lost.slice(0, 5).join(", ")}. Name all of them in one of the two, or in plumbline.yml.`,
      file: config.file,
      line: 1
    }
  ];
}
function distance({ root, out }) {
  const path = posix6.relative(root, out ?? "");
  return path.startsWith("..") ? Infinity : path.split("/").length;
}
function projectOf(revision, config) {
  return {
    id: idOf(revision, config.root, config.file),
    root: config.root,
    tool: "drizzle",
    configFile: config.file,
    models: config.models,
    migrations: config.out,
    env: {},
    ignore: [],
    settings: config.settings
  };
}
function idOf(revision, root, file) {
  const name2 = nearestManifest(revision, root)?.name ?? "";
  const base = /^[\w@][\w@./-]*$/.test(name2) ? name2 : posix6.basename(root) || "app";
  const words3 = posix6.basename(file ?? "").split(".").slice(0, -1).flatMap((part) => part.split("-")).filter((word) => word !== "drizzle" && word !== "config" && word !== "");
  return [base, ...words3].join("/");
}
function projectsOfFolders(revision, claimed, looked) {
  return migrationDirectories(revision).filter((directory2) => !claimed.has(directory2)).flatMap((directory2) => {
    const layout = layoutOf(revision, directory2);
    if (layout === null || isPrismas(revision, directory2) || !isPostgres(revision, directory2))
      return [];
    looked.push(`${directory2}: migrations without a drizzle.config`);
    const root = nearestManifest(revision, posix6.dirname(directory2))?.directory ?? "";
    return [
      {
        id: idOf(revision, root, null),
        root,
        tool: "drizzle",
        configFile: null,
        models: [],
        migrations: directory2,
        env: {},
        ignore: [],
        settings: {}
      }
    ];
  });
}
function migrationDirectories(revision) {
  const directories = /* @__PURE__ */ new Set();
  for (const file of revision.list()) {
    if (/(?:^|\/)meta\/_journal\.json$/.test(file)) {
      directories.add(posix6.dirname(posix6.dirname(file)));
    } else if (/(?:^|\/)\d{14}_[^/]+\/migration\.sql$/.test(file)) {
      directories.add(posix6.dirname(posix6.dirname(file)));
    }
  }
  return [...directories].map((directory2) => directory2 === "." ? "" : directory2);
}
function isPrismas(revision, directory2) {
  return revision.isFile(join2(directory2, "migration_lock.toml"));
}
function isPostgres(revision, directory2) {
  const prefix = directory2 === "" ? "" : `${directory2}/`;
  const file = revision.list().find(
    (it) => it === `${prefix}meta/_journal.json` || it.startsWith(prefix) && /^\d{14}_[^/]+\/snapshot\.json$/.test(it.slice(prefix.length))
  );
  if (file === void 0) return true;
  const dialect = /"dialect":\s*"(\w+)"/.exec(revision.read(file))?.[1];
  return dialect === void 0 || /^(?:pg|postgres|postgresql)$/.test(dialect);
}
function withUniqueIds(projects) {
  const seen = /* @__PURE__ */ new Map();
  return projects.map((project) => {
    const count2 = (seen.get(project.id) ?? 0) + 1;
    seen.set(project.id, count2);
    return count2 === 1 ? project : { ...project, id: `${project.id}-${count2}` };
  });
}

// src/tools/drizzle/migrations.ts
import { createHash } from "node:crypto";

// src/tools/drizzle/baseline.ts
var MARK = /^\s*-- Current sql file was generated after introspecting the database\n/;
var COMMENT = /^(?<head>(?:\s|--[^\n]*\n)*)\/\*(?<body>[^]*)\*\/(?<tail>\s*)$/;
function baselineIn(text2) {
  if (!MARK.test(text2)) return null;
  const { head, body, tail } = COMMENT.exec(text2)?.groups ?? {};
  if (head === void 0 || body === void 0 || body.includes("*/")) return null;
  return `${head}  ${body}  ${tail ?? ""}`;
}

// src/tools/drizzle/snapshots.ts
import { z as z3 } from "./vendor/zod.js";

// src/tools/drizzle/rows.ts
var identities = {
  schemas: ["name"],
  roles: ["name"],
  tables: ["schema", "name"],
  enums: ["schema", "name"],
  sequences: ["schema", "name"],
  views: ["schema", "name"],
  indexes: ["schema", "name"]
};
function textOf3(row3, field) {
  const value = row3[field];
  return typeof value === "string" ? value : "";
}
function keyOf(row3) {
  const kind = textOf3(row3, "entityType");
  const fields = identities[kind] ?? ["schema", "table", "name"];
  return `${kind}\0${JSON.stringify(fields.map((field) => row3[field]))}`;
}
function renameRows(rows, renames2) {
  const deltas = [];
  let current = rows;
  for (const { entityType, path, name: name2 } of renames2) {
    const key = `${entityType}\0${JSON.stringify(path)}`;
    if (!current.some((row3) => keyOf(row3) === key)) continue;
    const delta2 = { op: "rename", key, set: { name: name2 } };
    deltas.push(delta2);
    current = applyDeltas(current, [delta2]);
  }
  return { deltas, rows: current };
}
function differencesOf(before, after) {
  const old = new Map(before.map((row3) => [keyOf(row3), row3]));
  const current = new Map(after.map((row3) => [keyOf(row3), row3]));
  const created = after.filter((row3) => !old.has(keyOf(row3)));
  const dropped = [...old.keys()].filter((key) => !current.has(key));
  const altered = [...old].flatMap(([key, row3]) => {
    const next = current.get(key);
    const set = next === void 0 ? {} : changedFields(row3, next);
    return Object.keys(set).length === 0 ? [] : [{ op: "alter", key, set }];
  });
  return [
    ...created.map((row3) => ({ op: "create", row: row3 })),
    ...dropped.map((key) => ({ op: "drop", key })),
    ...altered
  ];
}
function changedFields(before, after) {
  const fields = Object.entries(after).filter(([field, value]) => !same(before[field], value));
  return Object.fromEntries(fields);
}
function same(a, b) {
  return JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null));
}
function sorted(value) {
  if (isList2(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
function isList2(value) {
  return Array.isArray(value);
}
function applyDeltas(rows, deltas) {
  let result = new Map(rows.map((row3) => [keyOf(row3), row3]));
  for (const delta2 of deltas) {
    if (delta2.op === "create") result.set(keyOf(delta2.row), delta2.row);
    else if (delta2.op === "drop") result.delete(delta2.key);
    else {
      const row3 = result.get(delta2.key);
      if (row3 === void 0) continue;
      const next = { ...row3, ...delta2.set };
      const moved = [...result.values()].map((it) => it === row3 ? next : follow(it, row3, next));
      result = new Map(moved.map((it) => [keyOf(it), it]));
    }
  }
  return [...result.values()];
}
function follow(row3, before, after) {
  if (keyOf(before) === keyOf(after)) return row3;
  const kind = before["entityType"];
  if (kind === "schemas") return replaced(row3, ["schema", "schemaTo", "typeSchema"], before, after);
  if (kind === "tables")
    return followTable(followTable(row3, before, after, own), before, after, target);
  if (kind === "columns")
    return followColumn(followColumn(row3, before, after, own), before, after, target);
  if (kind === "enums") return followEnum(row3, before, after);
  return kind === "roles" ? followRole(row3, before, after) : row3;
}
function replaced(row3, fields, before, after) {
  const entries = fields.filter((field) => field in row3 && row3[field] === before["name"]).map((field) => [field, after["name"] ?? null]);
  return entries.length === 0 ? row3 : { ...row3, ...Object.fromEntries(entries) };
}
var own = { schema: "schema", table: "table", columns: "columns" };
var target = { schema: "schemaTo", table: "tableTo", columns: "columnsTo" };
function followTable(row3, before, after, fields) {
  const refers = row3[fields.schema] === before["schema"] && row3[fields.table] === before["name"];
  if (!refers) return row3;
  return {
    ...row3,
    [fields.schema]: after["schema"] ?? null,
    [fields.table]: after["name"] ?? null
  };
}
function followColumn(row3, before, after, fields) {
  const list = row3[fields.columns];
  const refers = row3[fields.schema] === before["schema"] && row3[fields.table] === before["table"];
  if (!refers || list === void 0 || !isList2(list)) return row3;
  const name2 = (item) => item === before["name"] ? after["name"] ?? null : item;
  const columns = list.map((item) => {
    if (typeof item !== "object" || item === null || isList2(item)) return name2(item);
    return item["isExpression"] === true ? item : { ...item, value: name2(item["value"] ?? null) };
  });
  return { ...row3, [fields.columns]: columns };
}
function followEnum(row3, before, after) {
  const refers = row3["typeSchema"] === before["schema"] && row3["type"] === before["name"];
  if (!refers) return row3;
  return { ...row3, typeSchema: after["schema"] ?? null, type: after["name"] ?? null };
}
function followRole(row3, before, after) {
  const roles = row3["roles"];
  if (roles === void 0 || !isList2(roles)) return row3;
  return {
    ...row3,
    roles: roles.map((role) => role === before["name"] ? after["name"] ?? null : role)
  };
}

// src/tools/drizzle/snapshots.ts
var NEWEST = 8;
function readJournalSnapshots(revision, directory2, entries) {
  const meta = join2(directory2, "meta/");
  const files2 = revision.list().filter((file) => file.startsWith(meta) && file.endsWith("_snapshot.json"));
  const last = entries.at(-1);
  const expected = last === void 0 ? null : `${meta}${prefixOf2(last.tag)}_snapshot.json`;
  const findings = expected === null || files2.includes(expected) ? [] : [missing2(expected, last?.tag ?? "")];
  return withHeaders(revision, files2, findings);
}
function prefixOf2(tag) {
  return tag.split("_")[0] ?? tag;
}
function readFolderSnapshots(revision, directory2, folders2) {
  const files2 = folders2.map((name2) => join2(directory2, `${name2}/snapshot.json`)).filter((file) => revision.isFile(file));
  const last = folders2.at(-1);
  const expected = last === void 0 ? null : join2(directory2, `${last}/snapshot.json`);
  const findings = expected === null || files2.includes(expected) ? [] : [missing2(expected, last ?? "")];
  return withHeaders(revision, files2, findings);
}
function missing2(file, migration) {
  return {
    rule: "snapshot-stale",
    severity: "note",
    hazard: "configuration",
    message: `${migration} has no snapshot (${file}): drizzle-kit compares the models with an older one, and may write again what ${migration} already does.`,
    file: null,
    line: null
  };
}
function withHeaders(revision, files2, findings) {
  const last = readTexts(revision, files2.slice(-1))[0];
  const newest = last === void 0 ? null : parse(last.text);
  const partial = newest !== null && newest.tables === void 0 && newest.ddl === void 0;
  const texts3 = readTexts(revision, partial ? files2 : files2.slice(-NEWEST));
  const headers = texts3.flatMap(({ file, text: text2 }) => headerOf(file, text2));
  const parents = new Set(headers.flatMap((header) => header.parents));
  const rows = partial ? replay(texts3) : newest?.ddl ?? [];
  return {
    state: {
      version: newest?.version ?? null,
      newest: headers.at(-1)?.id ?? null,
      last: last ?? null,
      rows,
      leaves: headers.map((header) => header.id).filter((id) => !parents.has(id)).reverse(),
      tables: newest === null ? [] : tablesOf(newest, rows)
    },
    findings: [...findings, ...forks(headers)]
  };
}
function readTexts(revision, files2) {
  return files2.flatMap((file) => {
    const text2 = readIfReadable(revision, file);
    return text2 === null ? [] : [{ file, text: text2 }];
  });
}
function replay(texts3) {
  let rows = [];
  for (const { text: text2 } of texts3) {
    const snapshot = parse(text2);
    if (snapshot?.ddl !== void 0) rows = snapshot.ddl;
    if (snapshot?.deltas !== void 0) rows = applyDeltas(rows, snapshot.deltas);
  }
  return rows;
}
function headerOf(file, text2) {
  const id = /^ {2}"id":\s*"([^"]+)"/m.exec(text2)?.[1] ?? /"id":\s*"([^"]+)"/.exec(text2)?.[1];
  if (id === void 0) return [];
  const one = /"prevId":\s*"([^"]+)"/.exec(text2)?.[1];
  const many = /"prevIds":\s*\[([^\]]*)\]/.exec(text2)?.[1];
  const parents = many === void 0 ? [] : [...many.matchAll(/"([^"]+)"/g)].map((it) => it[1] ?? "");
  return [{ file, id, parents: one === void 0 ? parents : [one] }];
}
function forks(headers) {
  const byParent = /* @__PURE__ */ new Map();
  const findings = [];
  for (const header of headers) {
    for (const parent of header.parents) {
      const twin = byParent.get(parent);
      byParent.set(parent, header);
      if (twin === void 0) continue;
      findings.push({
        rule: "snapshot-fork",
        severity: "note",
        hazard: "configuration",
        message: `${twin.file} and ${header.file} follow the same snapshot: drizzle-kit refuses to generate until one of them follows the other.`,
        file: header.file,
        line: 1
      });
    }
  }
  return findings;
}
var named2 = z3.object({ name: z3.string(), schema: z3.string().optional() });
var row = z3.record(z3.string(), z3.json());
var delta = z3.union([
  z3.object({ op: z3.literal("create"), row }),
  z3.object({ op: z3.literal("drop"), key: z3.string() }),
  z3.object({ op: z3.enum(["alter", "rename"]), key: z3.string(), set: row })
]);
var snapshotSchema = z3.looseObject({
  version: z3.string().optional(),
  tables: z3.record(z3.string(), named2).optional(),
  ddl: z3.array(row).optional(),
  deltas: z3.array(delta).optional()
});
function parse(text2) {
  try {
    return snapshotSchema.safeParse(JSON.parse(text2)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
function tablesOf(newest, rows) {
  if (newest.tables !== void 0) {
    return Object.values(newest.tables).map((table) => [
      table.schema === void 0 || table.schema === "" ? "public" : table.schema,
      table.name
    ]);
  }
  return rows.filter((it) => it["entityType"] === "tables").map((it) => [textOf3(it, "schema"), textOf3(it, "name")]);
}

// src/tools/drizzle/folders.ts
function readFolders(revision, directory2) {
  const folders2 = migrationFolders(revision, directory2);
  const findings = [...checkNames(directory2, folders2), ...checkJournal(revision, directory2)];
  const snapshots = readFolderSnapshots(revision, directory2, folders2);
  return {
    entries: folders2.map((name2) => ({
      name: name2,
      file: join2(directory2, `${name2}/migration.sql`),
      timestamp: timeOf(name2) ?? 0
    })),
    findings: [...findings, ...snapshots.findings],
    state: { generation: 1, snapshots: snapshots.state, journal: null }
  };
}
function timeOf(name2) {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(name2);
  if (match === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
function checkNames(directory2, folders2) {
  return folders2.filter((name2) => timeOf(name2) === null).map((name2) => ({
    rule: "migration-unlisted",
    severity: "warning",
    hazard: "configuration",
    message: `The folder ${name2} does not begin with a time (YYYYMMDDhhmmss): drizzle's migrator records no time for it.`,
    file: join2(directory2, `${name2}/migration.sql`),
    line: 1
  }));
}
function checkJournal(revision, directory2) {
  const file = journalPath(directory2);
  if (!revision.isFile(file)) return [];
  return [
    {
      rule: "journal-invalid",
      severity: "warning",
      hazard: "configuration",
      message: `The directory ${directory2} holds both a journal and folders of migrations. drizzle's newer migrator refuses it: run \`drizzle-kit up\`, or remove the journal.`,
      file,
      line: 1
    }
  ];
}

// src/tools/drizzle/journal.ts
import { ts as ts13 } from "./vendor/ts-morph.js";
import { z as z4 } from "./vendor/zod.js";
var journalSchema = z4.object({
  version: z4.string().default("7"),
  dialect: z4.string().default("postgresql"),
  entries: z4.array(
    z4.object({
      idx: z4.number(),
      version: z4.string().default("7"),
      when: z4.number(),
      tag: z4.string(),
      breakpoints: z4.boolean().default(true)
    })
  )
});
function readJournal(revision, directory2) {
  const findings = [];
  const file = journalPath(directory2);
  const text2 = readText2(revision, file, findings);
  const journal = text2 === null ? null : parseJournal(file, text2, findings);
  const entries = journal?.entries ?? [];
  if (journal !== null && text2 !== null) {
    const lineOf = (entry2) => lineOfEntry(text2, entry2);
    findings.push(...checkEntries(file, entries, lineOf));
    findings.push(...checkFiles(revision, directory2, entries, { file, lineOf }));
  }
  const usable = entries.filter((it) => revision.isFile(join2(directory2, `${it.tag}.sql`)));
  const snapshots = readJournalSnapshots(revision, directory2, usable);
  return {
    entries: usable.map((entry2) => ({
      name: entry2.tag,
      file: join2(directory2, `${entry2.tag}.sql`),
      timestamp: entry2.when
    })),
    findings: [...findings, ...snapshots.findings],
    state: {
      generation: 0,
      snapshots: snapshots.state,
      journal: journal === null || text2 === null ? null : { ...journal, text: text2 }
    }
  };
}
function readText2(revision, file, findings) {
  try {
    return revision.read(file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push(invalid(file, 1, error.message));
    return null;
  }
}
function parseJournal(file, text2, findings) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    findings.push(
      invalid(file, lineOfError(file, text2), `The journal is not valid JSON: ${String(error)}`)
    );
    return null;
  }
  const result = journalSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  findings.push(invalid(file, 1, `The journal is not drizzle's: ${path} ${issue?.message ?? ""}`));
  return null;
}
function invalid(file, line, message) {
  return {
    rule: "journal-invalid",
    severity: "error",
    hazard: "configuration",
    message,
    file,
    line
  };
}
function lineOfError(file, text2) {
  const start = ts13.parseConfigFileTextToJson(file, text2).error?.start;
  return text2.slice(0, start ?? text2.length).split("\n").length;
}
function lineOfEntry(text2, entry2) {
  const at = text2.indexOf(JSON.stringify(entry2.tag));
  return at === -1 ? 1 : text2.slice(0, at).split("\n").length;
}
function checkEntries(file, entries, lineOf) {
  const findings = [];
  const byIndex = /* @__PURE__ */ new Map();
  let newest = null;
  for (const entry2 of entries) {
    const twin = byIndex.get(entry2.idx);
    if (twin !== void 0) {
      findings.push(
        invalid(
          file,
          lineOf(entry2),
          `Two journal entries have the index ${entry2.idx}: ${twin.tag} and ${entry2.tag}. Renumber the later one.`
        )
      );
    }
    byIndex.set(entry2.idx, entry2);
    if (newest !== null && entry2.when <= newest.when) {
      findings.push(skipped(file, lineOf(entry2), entry2, newest));
    } else newest = entry2;
  }
  return findings;
}
function skipped(file, line, entry2, newest) {
  return {
    rule: "migration-skipped",
    severity: "warning",
    hazard: "configuration",
    message: `drizzle's migrator skips ${entry2.tag} on a database that already has ${newest.tag}: its "when" (${entry2.when}) is not after ${newest.when}. Give it a later "when".`,
    file,
    line,
    migration: entry2.tag
  };
}
function checkFiles(revision, directory2, entries, journal) {
  const findings = [];
  const named3 = new Set(entries.map((entry2) => join2(directory2, `${entry2.tag}.sql`)));
  for (const entry2 of entries) {
    const file = join2(directory2, `${entry2.tag}.sql`);
    if (revision.isFile(file)) continue;
    findings.push(
      invalid(
        journal.file,
        journal.lineOf(entry2),
        `The journal names ${entry2.tag}, but ${file} does not exist. drizzle's migrator stops there.`
      )
    );
  }
  const prefix = directory2 === "" ? "" : `${directory2}/`;
  for (const file of revision.list()) {
    const own2 = file.startsWith(prefix) && !file.slice(prefix.length).includes("/");
    if (!own2 || !file.endsWith(".sql") || named3.has(file)) continue;
    findings.push({
      rule: "migration-unlisted",
      severity: "warning",
      hazard: "configuration",
      message: `The journal does not name ${file}, so drizzle's migrator never runs it. Add it to ${journal.file}, or remove it.`,
      file,
      line: 1
    });
  }
  return findings;
}

// src/tools/drizzle/spelling.ts
function qualified(schema2, name2) {
  return `${quoteIdentifier(schema2)}.${quoteIdentifier(name2)}`;
}
function quotedList(names) {
  return names.map(quoteIdentifier).join(",");
}
function sequenceOptions(options) {
  return [
    `INCREMENT BY ${options.increment}`,
    `MINVALUE ${options.minValue}`,
    `MAXVALUE ${options.maxValue}`,
    `START WITH ${options.startWith}`,
    `CACHE ${options.cache}`,
    ...options.cycle ? ["CYCLE"] : []
  ].join(" ");
}
function plainText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

// src/tools/drizzle/ledger.ts
function createLedger(bookkeeping6, migrations, generation) {
  return generation === 0 ? ledger0(bookkeeping6, migrations) : ledger1(bookkeeping6, migrations);
}
function ledger0({ schema: schema2, table }, migrations) {
  const name2 = qualified(schema2, table);
  return {
    create: [
      `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema2)}`,
      `CREATE TABLE IF NOT EXISTS ${name2} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`
    ],
    read: `select id, hash, created_at from ${name2} order by created_at desc limit 1`,
    pending: (rows) => {
      const last = rows[0];
      return last === void 0 ? migrations : migrations.filter((it) => Number(last["created_at"]) < it.timestamp);
    },
    record: (migration) => ({
      sql: `insert into ${name2} ("hash", "created_at") values ($1, $2)`,
      parameters: [migration.hash, migration.timestamp]
    })
  };
}
function ledger1({ schema: schema2, table }, migrations) {
  const name2 = qualified(schema2, table);
  return {
    create: [
      `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema2)}`,
      `CREATE TABLE IF NOT EXISTS ${name2} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint, name text, applied_at timestamp with time zone DEFAULT now())`,
      `ALTER TABLE ${name2} ADD COLUMN IF NOT EXISTS name text`,
      `ALTER TABLE ${name2} ADD COLUMN IF NOT EXISTS applied_at timestamp with time zone DEFAULT now()`,
      ...nameRows(name2, migrations)
    ],
    read: `select id, hash, created_at, to_jsonb(m) ->> 'name' as name from ${name2} m`,
    pending: (rows) => {
      const applied = new Set(rows.map((row3) => nameOf(row3, migrations)));
      return migrations.filter((it) => !applied.has(it.name));
    },
    record: (migration) => ({
      sql: `insert into ${name2} ("hash", "created_at", "name") values ($1, $2, $3)`,
      parameters: [migration.hash, migration.timestamp, migration.name]
    })
  };
}
function nameOf(row3, migrations) {
  if (typeof row3["name"] === "string") return row3["name"];
  const second = Math.floor(Number(row3["created_at"]) / 1e3) * 1e3;
  const candidates2 = migrations.filter((it) => it.timestamp === second);
  const only2 = candidates2.length === 1 ? candidates2[0] : void 0;
  return (only2 ?? migrations.find((it) => it.hash === row3["hash"]))?.name ?? "";
}
function nameRows(table, migrations) {
  if (migrations.length === 0) return [];
  const seconds = migrations.map((it) => it.timestamp);
  const values = migrations.map((it) => {
    const alone = seconds.filter((second) => second === it.timestamp).length === 1;
    return `(${quoteLiteral(it.hash)}, ${alone ? it.timestamp : "null"}::bigint, ${quoteLiteral(it.name)})`;
  });
  return [
    `UPDATE ${table} m SET name = v.name, applied_at = NULL FROM (VALUES ${values.join(", ")}) AS v(hash, second, name) WHERE m.name IS NULL AND (m.created_at / 1000 * 1000 = v.second OR (v.second IS NULL AND m.hash = v.hash))`
  ];
}

// src/tools/drizzle/settings.ts
import { z as z5 } from "./vendor/zod.js";

// src/tools/drizzle/version.ts
import { parse as parse2 } from "./vendor/yaml.js";
function declaredGeneration(revision, directory2) {
  for (const candidate of ancestors(directory2)) {
    const manifest = nearestManifest(revision, candidate);
    const version = manifest?.versions["drizzle-kit"] ?? manifest?.versions["drizzle-orm"];
    if (version === void 0) continue;
    const resolved = version.startsWith("catalog:") ? catalogVersion(
      revision,
      version.slice("catalog:".length),
      manifest?.versions["drizzle-kit"] === void 0 ? "drizzle-orm" : "drizzle-kit"
    ) : version;
    return /^[\^~>=v\s]*[1-9]|^beta$|^rc$/.test(resolved) ? 1 : 0;
  }
  return 0;
}
function catalogVersion(revision, catalog, name2) {
  const file = "pnpm-workspace.yaml";
  if (!revision.isFile(file)) return "";
  const workspace = parse2(revision.read(file));
  const path = catalog === "" || catalog === "default" ? ["catalog", name2] : ["catalogs", catalog, name2];
  let value = workspace;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
  }
  return typeof value === "string" ? value : "";
}

// src/tools/drizzle/settings.ts
var schema = z5.object({
  casing: z5.enum(["snake_case", "camelCase"]).nullable().default(null),
  schemaFilter: z5.array(z5.string()).nullable().default(null),
  tablesFilter: z5.array(z5.string()).nullable().default(null),
  roles: z5.boolean().default(false),
  breakpoints: z5.boolean().default(true),
  prefix: z5.enum(prefixStyles).nullable().default(null),
  bookkeeping: z5.object({ schema: z5.string(), table: z5.string() }).default({ schema: "drizzle", table: "__drizzle_migrations" })
});
function readSettings2(revision, project) {
  const layout = project.migrations === null ? null : layoutOf(revision, project.migrations);
  return {
    ...schema.parse(project.settings),
    generation: layout?.generation ?? declaredGeneration(revision, project.root)
  };
}

// src/tools/drizzle/split.ts
var BREAKPOINT = "--> statement-breakpoint";
function splitMigration(text2, file) {
  const statements = [];
  let offset = 0;
  let line = 1;
  for (const part of text2.split(BREAKPOINT)) {
    const start = part.search(/\S/);
    const lines = countLines(part);
    if (start !== -1) {
      const before = part.slice(0, start);
      const lastBreak = before.lastIndexOf("\n");
      const column = lastBreak === -1 ? offset + start - text2.lastIndexOf("\n", offset - 1) : start - lastBreak;
      statements.push({
        sql: part.slice(start).trimEnd(),
        place: { file, line: line + countLines(before), column }
      });
    }
    line += lines;
    offset += part.length + BREAKPOINT.length;
  }
  return statements;
}
function countLines(text2) {
  let lines = 0;
  for (let at = text2.indexOf("\n"); at !== -1; at = text2.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

// src/tools/drizzle/migrations.ts
function readMigrations(revision, project) {
  return Promise.resolve(read(revision, project));
}
function read(revision, project) {
  const directory2 = project.migrations ?? "";
  const settings = readSettings2(revision, project);
  const generation = project.migrations === null ? null : layoutOf(revision, directory2)?.generation ?? null;
  const layout = readLayout(revision, directory2, generation);
  const findings = [...layout.findings];
  if (generation === null) findings.push(noMigrations(revision, project));
  const migrations = [];
  for (const entry2 of layout.entries) {
    const migration = readMigration(revision, entry2, findings);
    if (migration !== null) migrations.push(migration);
  }
  return {
    directory: directory2,
    migrations,
    bookkeeping: settings.bookkeeping,
    // `session.transaction` around them all: drizzle-orm 0.45, pg-core/dialect.ts; 1.0, pg-core/async/session.ts.
    transactions: "one for all",
    downs: false,
    ledger: createLedger(settings.bookkeeping, migrations, generation ?? settings.generation),
    findings,
    modelledBefore: layout.state.snapshots.tables.map(
      ([schema2, name2]) => objectId("table", schema2, name2)
    ),
    toolState: { ...layout.state, generation: generation ?? settings.generation }
  };
}
function readLayout(revision, directory2, generation) {
  if (generation === 0) return readJournal(revision, directory2);
  if (generation === 1) return readFolders(revision, directory2);
  const snapshots = {
    version: null,
    leaves: [],
    newest: null,
    last: null,
    rows: [],
    tables: []
  };
  return { entries: [], findings: [], state: { generation: 0, snapshots, journal: null } };
}
function noMigrations(revision, project) {
  const { migrations: directory2, configFile } = project;
  const hazard = "configuration";
  const place = { file: configFile, line: configFile === null ? null : 1 };
  if (directory2 === null) {
    const message2 = `No directory of migrations is known for ${project.id}. Name it in plumbline.yml, under \`migrations\` of the project.`;
    return { rule: "migrations-missing", severity: "error", hazard, message: message2, ...place };
  }
  const journal = journalPath(directory2);
  const prefix = join2(directory2, "");
  const stray = revision.list().find(
    (file) => file.endsWith(".sql") && file.startsWith(prefix) && !file.slice(prefix.length).includes("/")
  );
  if (stray !== void 0) {
    const message2 = `${stray} is there, but not ${journal}, which tells the migrations' order (or git ignores it). Commit it; without it neither drizzle nor this check knows what was applied. If another tool runs these files, this check can not follow it: leave the project out, or name another directory in plumbline.yml.`;
    return { rule: "journal-invalid", severity: "error", hazard, message: message2, file: stray, line: 1 };
  }
  const message = `No migrations were found: neither ${journal} nor folders with a migration.sql in ${directory2}. The first one goes there; if there are some elsewhere, name their directory in plumbline.yml.`;
  return { rule: "migrations-missing", severity: "note", hazard, message, ...place };
}
function baselineTaken({ name: name2, file }) {
  return {
    rule: "baseline-commented",
    severity: "note",
    hazard: "configuration",
    message: `${name2} is what drizzle-kit pull read from the database, and all a comment: it is taken for what the database held before the migrations.`,
    file,
    line: 1
  };
}
function readMigration(revision, entry2, findings) {
  try {
    const text2 = revision.read(entry2.file);
    const baseline = baselineIn(text2);
    if (baseline !== null) findings.push(baselineTaken(entry2));
    return {
      ...entry2,
      statements: splitMigration(baseline ?? text2, entry2.file),
      baseline: baseline !== null,
      hash: createHash("sha256").update(text2).digest("hex")
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    findings.push({
      rule: "migration-unreadable",
      severity: "error",
      hazard: "unreadable",
      message: error.message,
      file: entry2.file,
      line: 1
    });
    return null;
  }
}

// src/tools/drizzle/foreign-keys.ts
function foreignKeysOf(table) {
  const byName2 = /* @__PURE__ */ new Map();
  const clashes = [];
  for (const key of table.foreignKeys) {
    const name2 = truncateIdentifier(key.name);
    const twin = byName2.get(name2);
    if (twin === void 0 || twin.name === key.name) byName2.set(name2, key);
    else clashes.push({ key, twin });
  }
  return { keys: [...byName2.values()], clashes };
}
function createForeignKeys(table) {
  return foreignKeysOf(table).keys.map((key) => createForeignKey(table, key));
}
function createForeignKey(table, key) {
  const action2 = (event, value) => value === null ? "" : ` ON ${event} ${value.toUpperCase()}`;
  return {
    sql: `ALTER TABLE ${qualified(table.schema, table.name)} ADD CONSTRAINT ${quoteIdentifier(key.name)} FOREIGN KEY (${quotedList(key.columns)}) REFERENCES ${qualified(key.toSchema, key.toTable)}(${quotedList(key.toColumns)})${action2("DELETE", key.onDelete)}${action2("UPDATE", key.onUpdate)};`,
    object: objectId("foreign key", table.schema, table.name, key.name),
    place: key.place ?? table.place
  };
}

// src/tools/drizzle/readable.ts
function readableDeclarations(collected) {
  const findings = [];
  const all = { ...collected, tables: once(collected.tables, "table", findings) };
  const lost = new Set(all.unreadable.map((item) => keyOf2(item.object)));
  const unreadable2 = [...all.unreadable];
  const readableTables = all.tables.filter((table) => {
    const broken = table.columns.find(
      (column) => column.enumSchema !== null && lost.has(`enum ${column.enumSchema} ${column.type.replace(/\[.*/, "")}`)
    );
    if (broken === void 0) return true;
    unreadable2.push({
      reason: `the type of its column ${broken.name} can't be read`,
      object: { kind: "table", path: [table.schema, table.name] },
      place: broken.place ?? table.place,
      exported: null
    });
    lost.add(`table ${table.schema} ${table.name}`);
    return false;
  });
  const tables = readableTables.map((table) => withoutLostKeys(table, lost, unreadable2));
  for (const table of tables) {
    const { clashes } = foreignKeysOf(table);
    findings.push(...clashes.map(({ key, twin }) => sameName(table, key, twin)));
  }
  const views = once(all.views, "view", findings);
  return {
    declarations: {
      ...all,
      schemas: distinctSchemas(all.schemas),
      tables,
      views,
      enums: once(all.enums, "enum", findings),
      sequences: once(all.sequences, "sequence", findings),
      policies: all.policies.filter((it) => !lost.has(`table ${it.schema} ${it.table}`)),
      unreadable: unreadable2
    },
    findings
  };
}
function keyOf2(object) {
  return object === null ? "" : [object.kind, ...object.path].join(" ");
}
function withoutLostKeys(table, lost, unreadable2) {
  const kept = table.foreignKeys.filter((key) => {
    if (!lost.has(`table ${key.toSchema} ${key.toTable}`)) return true;
    unreadable2.push({
      reason: `it refers to the table ${key.toTable}, which can't be read`,
      object: { kind: "foreign key", path: [table.schema, table.name, key.name] },
      place: key.place ?? table.place,
      exported: null
    });
    return false;
  });
  return kept.length === table.foreignKeys.length ? table : { ...table, foreignKeys: kept };
}
function sameName(table, key, twin) {
  return {
    rule: "model-name-clash",
    severity: "warning",
    hazard: "configuration",
    message: `Postgres cuts the names ${twin.name} and ${key.name} to the same 63 bytes, so only the first of these foreign keys of ${table.name} can exist. Give this one a name of its own: foreignKey({ name: \u2026 }).`,
    file: key.place?.file ?? table.place?.file ?? null,
    line: key.place?.line ?? table.place?.line ?? null
  };
}
function distinctSchemas(schemas) {
  return [...new Map(schemas.map((schema2) => [schema2.name, schema2])).values()];
}
function once(items, kind, findings) {
  const byName2 = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = `${item.schema} ${item.name}`;
    const earlier = byName2.get(key);
    if (earlier !== void 0) {
      const other = earlier.place === null ? "" : ` and ${earlier.place.file}:${earlier.place.line}`;
      findings.push({
        rule: "model-duplicate",
        severity: "warning",
        hazard: "configuration",
        message: `The ${kind} ${item.schema}.${item.name} is declared twice${other === "" ? "" : `, here${other}`}. The last declaration counts.`,
        file: item.place?.file ?? null,
        line: item.place?.line ?? null
      });
    }
    byName2.set(key, item);
  }
  return [...byName2.values()];
}

// src/tools/drizzle/extensions.ts
var words = [
  ["vector", /\b(?:vector|halfvec|sparsevec)(?:_\w+_ops)?\b/],
  ["pg_trgm", /\b(?:gin|gist)_trgm_ops\b|\b(?:word_|strict_word_)?similarity\s*\(/],
  ["citext", /\bcitext\b/],
  ["hstore", /\bhstore\b/],
  ["ltree", /\blx?tree\b|\bltxtquery\b/],
  ["cube", /\bcube\b/],
  ["postgis", /\b(?:geometry|geography)\b/],
  ["uuid-ossp", /\buuid_generate_v[1345](?:mc)?\b/],
  ["pgcrypto", /\b(?:gen_random_bytes|digest|hmac|crypt|gen_salt|pgp_sym_\w+)\s*\(/],
  ["unaccent", /\bunaccent\s*\(/],
  ["intarray", /\bgin?__int_ops\b|\bgist__int(?:big)?_ops\b/]
];
var scalarMethods = { gin: "btree_gin", gist: "btree_gist" };
var ownTypes = /\[|json|tsvector|tsquery|range|point|box|circle|polygon|inet|hstore|ltree|cube|geo/;
function neededExtensions(declarations) {
  const texts3 = textsOf(declarations);
  const found = words.filter(([, word]) => texts3.some((text2) => word.test(text2)));
  return [...found.map(([name2]) => name2), ...scalarIndexes(declarations)];
}
function textsOf(declarations) {
  const texts3 = [];
  for (const table of declarations.tables) {
    for (const column of table.columns) {
      if (column.enumSchema === null) texts3.push(column.type.toLowerCase());
      texts3.push(column.default?.sql ?? "", column.generated?.sql ?? "");
    }
    for (const check of table.checks) texts3.push(check.value.sql);
    for (const index of table.indexes) {
      texts3.push(index.where?.sql ?? "");
      for (const column of index.columns) {
        texts3.push(column.operatorClass ?? "", column.isExpression ? column.value.sql : "");
      }
    }
  }
  return texts3.map((text2) => text2.replace(/"[^"]*"|'[^']*'/g, ""));
}
function scalarIndexes(declarations) {
  const needed = /* @__PURE__ */ new Set();
  for (const table of declarations.tables) {
    const types = new Map(table.columns.map((column) => [column.name, column.type.toLowerCase()]));
    for (const index of table.indexes) {
      const extension = scalarMethods[index.method];
      const scalar = index.columns.some(
        (column) => column.operatorClass === null && !column.isExpression && !ownTypes.test(types.get(column.value.sql) ?? "[")
      );
      if (extension !== void 0 && scalar) needed.add(extension);
    }
  }
  return [...needed];
}

// src/tools/drizzle/index-statement.ts
function createIndex(table, index, generation) {
  const columns = index.columns.map((column) => indexMember(column, generation)).join(",");
  const options = Object.entries(index.with).map(([key, value]) => `${key}=${plainText(value)}`);
  const storage = options.length === 0 ? "" : ` WITH (${options.join(",")})`;
  const where = index.where === null ? "" : ` WHERE ${index.where.sql}`;
  return {
    sql: `CREATE ${index.unique ? "UNIQUE " : ""}INDEX ${quoteIdentifier(index.name)} ON ${qualified(table.schema, table.name)} USING ${index.method} (${columns})${storage}${where};`,
    object: objectId("index", table.schema, table.name, index.name),
    place: index.place ?? table.place
  };
}
function indexMember(column, generation) {
  if (column.isExpression) return column.value.sql;
  const name2 = quoteIdentifier(column.value.sql);
  return name2 + (generation === 0 ? order0(column) : order1(column));
}
function order0(column) {
  if (column.operatorClass !== null) return ` ${column.operatorClass}`;
  const ascending = column.order === "asc";
  const nulls = column.nulls ?? (column.order === "desc" ? "first" : "last");
  if (ascending && nulls === "last") return "";
  return `${ascending ? "" : " DESC"} NULLS ${nulls.toUpperCase()}`;
}
function order1(column) {
  const { descending, nullsFirst } = orderOf(column);
  const operatorClass = column.operatorClass === null ? "" : ` ${column.operatorClass}`;
  const direction = descending ? " DESC" : "";
  if (descending === nullsFirst) return operatorClass + direction;
  return `${operatorClass}${direction} NULLS ${nullsFirst ? "FIRST" : "LAST"}`;
}
function orderOf(column) {
  const descending = column.order === "desc";
  return { descending, nullsFirst: column.nulls === null ? descending : column.nulls === "first" };
}

// src/tools/drizzle/table-statement.ts
function createTable(table, generation, external) {
  const members = [
    ...table.columns.map((column) => columnMember(column, table)),
    ...primaryKeyMembers(table, generation),
    ...uniquesOf(table, generation).map((unique) => uniqueMember(unique, generation)),
    ...table.checks.map(
      (check) => `CONSTRAINT ${quoteIdentifier(check.name)} CHECK (${check.value.sql})`
    )
  ];
  const body = members.map((member2) => `
	${member2}`).join(",");
  return {
    sql: `CREATE TABLE ${external ? "IF NOT EXISTS " : ""}${qualified(table.schema, table.name)} (${body}
);`,
    object: objectId("table", table.schema, table.name),
    place: table.place
  };
}
function columnMember(column, table) {
  const parts = [quoteIdentifier(column.name), columnType(column)];
  if (column.default !== null) parts.push(`DEFAULT ${column.default.sql}`);
  if (column.generated !== null) parts.push(`GENERATED ALWAYS AS (${column.generated.sql}) STORED`);
  if (column.notNull && column.identity === null) parts.push("NOT NULL");
  if (column.identity !== null) {
    const kind = column.identity.type === "always" ? "ALWAYS" : "BY DEFAULT";
    const sequence = qualified(table.schema, column.identity.name);
    parts.push(
      `GENERATED ${kind} AS IDENTITY (SEQUENCE NAME ${sequence} ${sequenceOptions(column.identity)})`
    );
  }
  return parts.join(" ");
}
function columnType(column) {
  if (column.enumSchema === null) return column.type;
  const brackets = column.type.indexOf("[");
  const name2 = brackets === -1 ? column.type : column.type.slice(0, brackets);
  const suffix = brackets === -1 ? "" : column.type.slice(brackets);
  return qualified(column.enumSchema, name2) + suffix;
}
function primaryKeysOf(table, generation) {
  const marked = table.columns.filter((column) => column.primaryKey);
  const inline = generation === 1 ? marked.slice(0, 1) : marked;
  const own2 = inline.map((column) => ({
    name: postgresName(table.name, [], "pkey"),
    nameExplicit: false,
    columns: [column.name],
    place: column.place
  }));
  return table.primaryKeys.length > 0 ? [...table.primaryKeys] : own2;
}
function primaryKeyMembers(table, generation) {
  const named3 = table.primaryKeys.length > 0;
  return primaryKeysOf(table, generation).map((key) => {
    const name2 = named3 ? `CONSTRAINT ${quoteIdentifier(key.name)} ` : "";
    return `${name2}PRIMARY KEY(${quotedList(key.columns)})`;
  });
}
function uniquesOf(table, generation) {
  const inline = inlineUniques(table, generation);
  return generation === 1 ? [...table.uniques, ...inline] : byName([...inline, ...table.uniques]);
}
function inlineUniques(table, generation) {
  const all = table.columns.flatMap(
    (column) => column.unique === null ? [] : [{ ...column.unique, columns: [column.name], place: column.place }]
  );
  if (generation === 0) return all;
  const known = new Set(table.uniques.map((it) => it.columns.join("\0")));
  return all.filter((it) => !known.has(it.columns.join("\0")));
}
function byName(uniques) {
  const found = /* @__PURE__ */ new Map();
  for (const unique of uniques) if (!found.has(unique.name)) found.set(unique.name, unique);
  return [...found.values()];
}
function uniqueMember(unique, generation) {
  const unnamed = generation === 1 && !unique.nameExplicit && unique.columns.length === 1;
  const name2 = unnamed ? "" : `CONSTRAINT ${quoteIdentifier(unique.name)} `;
  const nulls = unique.nullsNotDistinct ? " NULLS NOT DISTINCT" : "";
  return `${name2}UNIQUE${nulls}(${quotedList(unique.columns)})`;
}
function uniqueName(unique, table, generation) {
  return generation === 1 && !unique.nameExplicit && unique.columns.length === 1 ? postgresName(table.name, unique.columns, "key") : unique.name;
}
function postgresName(table, columns, label) {
  let first = Buffer.from(table);
  let second = Buffer.from(columns.join("_"));
  const separators = second.length === 0 ? 1 : 2;
  const room = 63 - label.length - separators;
  while (first.length + second.length > room) {
    if (first.length > second.length) first = first.subarray(0, -1);
    else second = second.subarray(0, -1);
  }
  const parts = [first.toString(), second.toString(), label];
  return parts.filter((part) => part !== "").join("_");
}

// src/tools/drizzle/view-statement.ts
function createViews(views) {
  return inOrder(views.filter((view) => !view.existing)).map((view) => ({
    sql: createView(view),
    object: viewId(view),
    place: view.place
  }));
}
function viewsInOrder(declarations) {
  const { views } = declarations;
  return [...views.filter((it) => !it.materialized), ...views.filter((it) => it.materialized)];
}
function viewId(view) {
  return objectId(view.materialized ? "materialized view" : "view", view.schema, view.name);
}
function createView(view) {
  const options = Object.entries(view.with ?? {}).filter(([, value]) => value !== null).map(([key, value]) => `${snakeCase(key)} = ${plainText(value)}`);
  return [
    `CREATE ${view.materialized ? "MATERIALIZED " : ""}VIEW ${qualified(view.schema, view.name)}`,
    ...view.using === null ? [] : [`USING ${quoteIdentifier(view.using)}`],
    ...options.length === 0 ? [] : [`WITH (${options.join(", ")})`],
    ...view.tablespace === null ? [] : [`TABLESPACE ${view.tablespace}`],
    `AS (${view.definition?.sql ?? ""})`,
    ...view.withNoData === true ? ["WITH NO DATA"] : []
  ].join(" ") + ";";
}
function snakeCase(key) {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function inOrder(views) {
  const ordered = /* @__PURE__ */ new Set();
  const underway = /* @__PURE__ */ new Set();
  const visit3 = (view) => {
    if (ordered.has(view) || underway.has(view)) return;
    underway.add(view);
    for (const other of views) if (other !== view && mentions(view, other.name)) visit3(other);
    ordered.add(view);
  };
  for (const view of views) visit3(view);
  return [...ordered];
}
function mentions(view, name2) {
  const text2 = view.definition?.sql ?? "";
  return text2.includes(quoteIdentifier(name2)) || text2.split(/\W+/).includes(name2);
}

// src/tools/drizzle/statements.ts
function createStatements(declarations, options) {
  const { generation } = options;
  const isExternal = (it) => options.external.includes(objectId("table", it.schema, it.name));
  const tables = declarations.tables.filter((it) => !isExternal(it));
  const policies2 = policiesOf({ ...declarations, tables });
  return [
    ...createSchemas(declarations),
    ...neededExtensions(declarations).map((name2) => createExtension(name2)),
    ...options.roles ? declarations.roles.filter((role) => !role.existing).map(createRole) : [],
    ...declarations.enums.map(createEnum),
    ...declarations.sequences.map(createSequence),
    ...declarations.tables.map((table) => createTable(table, generation, isExternal(table))),
    ...tables.flatMap(createForeignKeys),
    ...tables.flatMap(
      (table) => table.indexes.map((index) => createIndex(table, index, generation))
    ),
    ...createViews(declarations.views),
    ...tables.flatMap((table) => createRowSecurity(table, declarations)),
    ...policies2.map(createPolicy)
  ];
}
function createSchemas(declarations) {
  const places = new Map(declarations.schemas.map((schema2) => [schema2.name, schema2.place]));
  const dwellers = [
    ...declarations.enums,
    ...declarations.sequences,
    ...declarations.tables,
    ...declarations.views.filter((view) => !view.existing)
  ];
  for (const { schema: schema2, place } of dwellers) {
    if (!places.has(schema2)) places.set(schema2, place);
  }
  places.delete("public");
  return [...places].map(([name2, place]) => ({
    sql: `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(name2)};`,
    object: objectId("schema", name2),
    place
  }));
}
function createExtension(name2) {
  return {
    sql: `CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(name2)};`,
    object: objectId("extension", name2),
    place: null
  };
}
function createRole(role) {
  const options = [
    role.createDb ? " CREATEDB" : "",
    role.createRole ? " CREATEROLE" : "",
    role.inherit ? "" : " NOINHERIT"
  ].join("");
  return {
    sql: `CREATE ROLE ${quoteIdentifier(role.name)}${options === "" ? "" : ` WITH${options}`};`,
    object: objectId("role", role.name),
    place: role.place
  };
}
function createEnum(declared) {
  const values = declared.values.map(quoteLiteral).join(", ");
  return {
    sql: `CREATE TYPE ${qualified(declared.schema, declared.name)} AS ENUM(${values});`,
    object: objectId("enum", declared.schema, declared.name),
    place: declared.place
  };
}
function createSequence(sequence) {
  return {
    sql: `CREATE SEQUENCE ${qualified(sequence.schema, sequence.name)} ${sequenceOptions(sequence)};`,
    object: objectId("sequence", sequence.schema, sequence.name),
    place: sequence.place
  };
}
function createRowSecurity(table, declarations) {
  const linked = declarations.policies.some(
    (it) => it.schema === table.schema && it.table === table.name
  );
  if (!table.rowSecurity && table.policies.length === 0 && !linked) return [];
  return [
    {
      sql: `ALTER TABLE ${qualified(table.schema, table.name)} ENABLE ROW LEVEL SECURITY;`,
      object: objectId("table", table.schema, table.name),
      place: table.place
    }
  ];
}
function policiesOf(declarations) {
  return [...declarations.tables.flatMap((table) => table.policies), ...declarations.policies];
}
var roleWords = ["current_user", "current_role", "session_user", "public"];
function createPolicy(policy) {
  const roles = policy.to.map((role) => roleWords.includes(role) ? role : quoteIdentifier(role)).join(", ");
  const using = policy.using === null ? "" : ` USING (${policy.using.sql})`;
  const check = policy.withCheck === null ? "" : ` WITH CHECK (${policy.withCheck.sql})`;
  return {
    sql: `CREATE POLICY ${quoteIdentifier(policy.name)} ON ${qualified(policy.schema, policy.table)} AS ${policy.as} FOR ${policy.for} TO ${roles}${using}${check};`,
    object: objectId("policy", policy.schema, policy.table, policy.name),
    place: policy.place
  };
}
function roleNames(declarations) {
  const named3 = policiesOf(declarations).flatMap((policy) => policy.to);
  const declared = declarations.roles.map((role) => role.name);
  const names = new Set([...named3, ...declared].filter((role) => !roleWords.includes(role)));
  return [...names].sort();
}

// src/tools/drizzle/places.ts
function placesOf(declarations, generation) {
  const places = /* @__PURE__ */ new Map();
  const put = (id, place) => {
    if (place !== null) places.set(id, place);
  };
  for (const it of declarations.schemas) put(objectId("schema", it.name), it.place);
  for (const it of declarations.roles) put(objectId("role", it.name), it.place);
  for (const it of declarations.enums) put(objectId("enum", it.schema, it.name), it.place);
  for (const it of declarations.sequences) put(objectId("sequence", it.schema, it.name), it.place);
  for (const it of declarations.views) put(viewId(it), it.place);
  for (const table of declarations.tables) putTable(table, generation, put);
  for (const it of policiesOf(declarations)) {
    put(objectId("policy", it.schema, it.table, it.name), it.place);
  }
  return places;
}
function putTable(table, generation, put) {
  const member2 = (kind, name2, place) => {
    put(objectId(kind, table.schema, table.name, name2), place ?? table.place);
  };
  put(objectId("table", table.schema, table.name), table.place);
  for (const it of table.columns) member2("column", it.name, it.place);
  for (const it of primaryKeysOf(table, generation)) member2("primary key", it.name, it.place);
  for (const it of uniquesOf(table, generation)) {
    member2("unique", uniqueName(it, table, generation), it.place);
  }
  for (const it of table.foreignKeys) member2("foreign key", it.name, it.place);
  for (const it of table.checks) member2("check", it.name, it.place);
  for (const it of table.indexes) member2("index", it.name, it.place);
}

// src/tools/drizzle/queries.ts
function queriesOf({ tables, views }, external) {
  const ofTables = tables.map(({ schema: schema2, name: name2, columns }) => ({
    ...{ object: objectId("table", schema2, name2), schema: schema2, name: name2, inserted: true },
    columns: columns.map(queried)
  }));
  const ofViews = views.map((view) => ({
    ...{ object: viewId(view), schema: view.schema, name: view.name, inserted: false },
    columns: view.columns.map(queried)
  }));
  return [...ofTables, ...ofViews].filter(({ object }) => !external.includes(object));
}
function queried(column) {
  return { name: column.name, insert: insertOf(column), misread: (type2) => misread(column, type2) };
}
function insertOf(column) {
  if (column.generated !== null) return "never";
  if (column.filledByCode) return "value";
  if (column.identity !== null || column.default !== null) return "default";
  if (/^(?:small|big)?serial/u.test(column.type)) return "default";
  return column.notNull || column.primaryKey ? "value" : "any";
}
function received(type2) {
  if (/^(?:smallint|integer|oid|real|double precision)$/u.test(type2)) return "number";
  if (/^(?:bigint|numeric(?:\(.*\))?)$/u.test(type2)) return "digits";
  if (type2 === "boolean") return "boolean";
  if (/^(?:jsonb?|point|circle|bytea)$/u.test(type2)) return "object";
  return /^(?:timestamp|date\b)/u.test(type2) ? "time" : "text";
}
var WHOLE = /^Pg(?:Integer|SmallInt|Serial|SmallSerial)$/u;
var NUMBER = /^Pg(?:BigInt53|BigSerial53|Real|DoublePrecision|NumericNumber)$/u;
var BIGINT = /^Pg(?:BigInt64|BigSerial64|NumericBigInt)$/u;
var TEXT = /^Pg(?:Text|Varchar|Char|UUID|Uuid|EnumColumn|EnumObjectColumn|Time|Interval|Cidr|Inet|Macaddr|Macaddr8)$/u;
function misread(column, type2) {
  const { columnType: columnType2 } = column;
  if (columnType2 === "PgCustomColumn") return null;
  const isArray = /\[\d*\]$/u.test(column.type);
  if (isArray !== type2.endsWith("[]")) {
    return certain(isArray ? "one value where it expects an array" : "an array");
  }
  const element = type2.replace(/(?:\[\])+$/u, "");
  const got = received(element);
  if (columnType2 === "PgBoolean") {
    return got === "boolean" ? null : certain(`${words2(got)} where it expects a boolean`);
  }
  if (/^PgJsonb?$/u.test(columnType2)) return null;
  if (columnType2.startsWith("PgTimestamp") || columnType2.startsWith("PgDate")) {
    return misreadTime(column, element, got);
  }
  if (TEXT.test(columnType2)) {
    const copes = got === "text" || got === "digits" || got === "time";
    return copes ? null : certain(`${words2(got)} where it expects a string`);
  }
  return misreadNumber(columnType2, element, got);
}
function misreadNumber(columnType2, type2, got) {
  const [whole, number, big] = [WHOLE, NUMBER, BIGINT].map((one) => one.test(columnType2));
  if (whole !== true && number !== true && big !== true) return null;
  if (got === "boolean" || got === "object" || got === "time") {
    return certain(`${words2(got)} where it expects a number`);
  }
  if (got === "text") return maybe("NaN for text that is no number");
  const fractions = /^(?:real|double precision|numeric(?!\(\d+(?:,0)?\)))/u.test(type2);
  if (big === true && fractions) return maybe("an error: BigInt() refuses fractions");
  return whole === true && fractions && got === "digits" ? maybe("numbers cut to whole ones") : null;
}
function misreadTime(column, type2, got) {
  if (got !== "time") return certain(`${words2(got)} where it expects a time`);
  if (!column.columnType.startsWith("PgTimestamp")) {
    const isDate = type2 === "date" || column.columnType === "PgDate";
    return isDate ? null : certain("a time of day behind the date");
  }
  const [declared, actual] = [column.type, type2].map((one) => one.includes("with time zone"));
  if (declared === actual) return null;
  if (column.columnType === "PgTimestampString") {
    return certain(
      declared === true ? "times without their zone" : "times with a zone behind them"
    );
  }
  return declared === true ? maybe("times taken for those of its own process's time zone") : maybe("times that are off by the session's time zone, unless that is UTC");
}
function words2(got) {
  if (got === "object" || got === "time") return got === "time" ? "a time" : "an object";
  if (got === "number" || got === "boolean") return `a ${got}`;
  return "a string";
}
var certain = (instead) => ({ certain: true, instead });
var maybe = (instead) => ({ certain: false, instead });

// src/evaluate/doc-tags.ts
import { ts as ts14 } from "./vendor/ts-morph.js";
function openDocTags(revision, files2, tag) {
  const parsed = /* @__PURE__ */ new Map();
  const textOf6 = (file) => revision.isFile(file) ? readIfReadable(revision, file) : null;
  const sourceOf2 = (file) => {
    const known = parsed.get(file);
    if (known !== void 0) return known;
    const source = parse3(file, textOf6(file));
    parsed.set(file, source);
    return source;
  };
  const isTagged = (file) => textOf6(file)?.includes(`@${tag}`) === true;
  const tagged = new Set(files2.filter(isTagged));
  const read2 = (node) => tagsBefore(node, tag);
  return {
    at: (place) => {
      const source = place !== null && tagged.has(place.file) ? sourceOf2(place.file) : null;
      const node = source === null || place === null ? null : nodeAt(source, place);
      return node === null ? [] : read2(declarationOf(node));
    },
    texts: [...tagged].flatMap((file) => {
      const source = sourceOf2(file);
      return source === null ? [] : taggedTexts(source, read2, sourceOf2);
    })
  };
}
function parse3(file, text2) {
  return text2 === null ? null : ts14.createSourceFile(file, text2, ts14.ScriptTarget.Latest, true);
}
function nodeAt(source, { line, column = 1 }) {
  const starts = source.getLineStarts();
  const start = starts[line - 1];
  if (start === void 0) return null;
  const offset = start + column - 1;
  let found = null;
  const visit3 = (node) => {
    if (node.pos > offset || node.end <= offset) return;
    if (node !== source && node.getStart(source) <= offset) found = node;
    ts14.forEachChild(node, visit3);
  };
  visit3(source);
  return found;
}
function declarationOf(node) {
  let current = node;
  while (!ts14.isSourceFile(current.parent)) {
    if (ts14.isObjectLiteralElement(current) || ts14.isEnumMember(current)) return current;
    if (ts14.isArrayLiteralExpression(current.parent)) return current;
    if (ts14.isVariableDeclaration(current)) {
      const list = current.parent;
      const alone = ts14.isVariableDeclarationList(list) && list.declarations[0] === current;
      return alone ? list.parent : current;
    }
    if (ts14.isStatement(current)) return current;
    current = current.parent;
  }
  return current;
}
function tagsBefore(node, tag) {
  const source = node.getSourceFile();
  const { text: text2 } = source;
  const from = node.getFullStart();
  const sameLine = (ts14.getTrailingCommentRanges(text2, from) ?? []).filter(
    ({ end }) => !text2.slice(end, node.getStart(source)).includes("\n")
  );
  const comments = [...sameLine, ...ts14.getLeadingCommentRanges(text2, from) ?? []];
  return comments.flatMap(({ pos, end }) => {
    if (!text2.startsWith("/**", pos)) return [];
    const pattern = new RegExp(String.raw`@${tag}(?![\w-])[^\S\n]*([^\n]*)`, "gu");
    return [...text2.slice(pos, end - 2).matchAll(pattern)].map((match) => ({
      text: (match[1] ?? "").trim(),
      place: placeOf2(source, pos + match.index)
    }));
  });
}
function placeOf2(source, offset) {
  const { line, character } = source.getLineAndCharacterOfPosition(offset);
  return { file: source.fileName, line: line + 1, column: character + 1 };
}
function taggedTexts(source, read2, sourceOf2) {
  const found = [];
  const visit3 = (node) => {
    const value = textOf4(node);
    if (value !== null) {
      const isPartOf = (place) => belongs(node, place, sourceOf2);
      for (const tag of read2(node)) found.push({ ...tag, value, isPartOf });
    }
    ts14.forEachChild(node, visit3);
  };
  visit3(source);
  return found;
}
function textOf4(node) {
  if (ts14.isEnumMember(node) || ts14.isPropertyAssignment(node)) {
    return node.initializer && ts14.isStringLiteralLike(node.initializer) ? node.initializer.text : null;
  }
  const inList = ts14.isStringLiteralLike(node) && ts14.isArrayLiteralExpression(node.parent);
  return inList ? node.text : null;
}
function belongs(node, place, sourceOf2) {
  const source = sourceOf2(place.file);
  const at = source && nodeAt(source, place);
  if (!source || !at) return false;
  const declaration = declarationOf(at);
  if (node.getSourceFile() === source && node.pos >= declaration.pos && node.end <= declaration.end)
    return true;
  const name2 = declaredName(node);
  return name2 !== null && mentions2(declaration, name2);
}
function declaredName(node) {
  let current = node;
  while (!ts14.isSourceFile(current)) {
    if (ts14.isEnumDeclaration(current)) return current.name.text;
    if (ts14.isVariableDeclaration(current) && ts14.isIdentifier(current.name)) {
      return current.name.text;
    }
    current = current.parent;
  }
  return null;
}
function mentions2(node, name2) {
  if (ts14.isIdentifier(node) && node.text === name2) return true;
  return ts14.forEachChild(node, (child) => mentions2(child, name2) || void 0) === true;
}

// src/tools/drizzle/rename-tags.ts
var TAG = "renamedFrom";
function readRenameTags(revision, files2, declarations) {
  const tags = openDocTags(revision, files2, TAG);
  const tagged = [
    ...declarations.tables.flatMap((table) => taggedInTable(table, tags)),
    ...declarations.enums.flatMap((one) => taggedInEnum(one, tags)),
    ...declarations.views.flatMap((one) => taggedAt(viewId(one), one.place, tags)),
    ...declarations.sequences.flatMap(
      (one) => taggedAt(objectId("sequence", one.schema, one.name), one.place, tags)
    ),
    ...declarations.schemas.flatMap(
      (one) => taggedAt(objectId("schema", one.name), one.place, tags)
    )
  ];
  const read2 = tagged.map((one) => ({ ...one, names: namesIn2(one.tag.text) }));
  const nameless = read2.filter(({ names }) => names === null).map(({ tag }) => tag);
  return {
    renames: read2.flatMap(
      ({ id, member: member2, tag, names }) => names === null ? [] : decision(id, member2, tag, names)
    ),
    findings: distinct(nameless).map(sayNoName)
  };
}
function taggedAt(id, place, tags) {
  const found = joined(tags.at(place));
  return found === null ? [] : [{ id, member: null, tag: found }];
}
function taggedInTable(table, tags) {
  const { schema: schema2, name: name2 } = table;
  return [
    ...taggedAt(objectId("table", schema2, name2), table.place, tags),
    ...table.columns.flatMap(
      (column) => taggedAt(objectId("column", schema2, name2, column.name), column.place, tags)
    )
  ];
}
function taggedInEnum({ schema: schema2, name: name2, place, values }, tags) {
  const id = objectId("enum", schema2, name2);
  if (place === null) return [];
  const own2 = values.flatMap((member2) => {
    const all = tags.texts.filter((one) => one.value === member2 && one.isPartOf(place));
    const found = joined(all);
    return found === null ? [] : [{ id, member: member2, tag: found }];
  });
  return [...taggedAt(id, place, tags), ...own2];
}
function joined(tags) {
  const [first] = tags;
  return first ? { ...first, text: tags.map(({ text: text2 }) => text2).join(", ") } : null;
}
function namesIn2(text2) {
  if (/^-(?:\s|$)/u.test(text2)) return "-";
  const part = String.raw`(?:"(?:[^"]|"")+"|[^\s,."]+)`;
  const name2 = String.raw`${part}(?:\.${part})*`;
  const list = new RegExp(String.raw`^${name2}(?:\s*,\s*${name2})*`, "u").exec(text2)?.[0];
  const names = list?.match(new RegExp(name2, "gu")) ?? [];
  return names.length > 0 && names.every((one) => parseName(one) !== null) ? names : null;
}
function decision(id, member2, { text: text2, place }, names) {
  const { file, line } = place;
  return {
    kind: kindOfId(id),
    from: names === "-" ? null : names,
    to: writeName([...partsOfId(id), ...member2 === null ? [] : [member2]]),
    source: { text: `@${TAG} ${text2}`, file, line, way: "tag", shared: false }
  };
}
function distinct(tags) {
  const byPlace = new Map(
    tags.map((tag) => [`${tag.place.file}:${tag.place.line}:${tag.place.column ?? 0}`, tag])
  );
  return [...byPlace.values()];
}
function sayNoName({ place }) {
  return {
    rule: "wrong-rename",
    severity: "error",
    hazard: "configuration",
    message: `@${TAG} names nothing: write the older name as the database spells it, or - for what is new`,
    file: place.file,
    line: place.line
  };
}

// src/tools/drizzle/scope.ts
import picomatch2 from "./vendor/picomatch.js";
var kinds = [
  "schema",
  "extension",
  "enum",
  "sequence",
  "table",
  "column",
  "primary key",
  "unique",
  "foreign key",
  "check",
  "index",
  "view",
  "materialized view",
  "policy"
];
var silent = {
  extension: ["version", "schema"],
  role: [
    "login",
    "inherit",
    "createdb",
    "createrole",
    "replication",
    "bypassrls",
    "connectionLimit",
    "memberOf"
  ],
  table: [
    "persistence",
    "partitionKey",
    "partitionOf",
    "bound",
    "inherits",
    "forceRowSecurity",
    "options",
    "replicaIdentity",
    "accessMethod",
    "ofType"
  ],
  column: ["collation", "notNullConstraint", "storage", "compression", "statistics", "options"],
  sequence: ["type", "ownedBy"],
  "primary key": ["include", "deferrable", "withoutOverlaps", "clustered", "replicaIdentity"],
  unique: ["include", "deferrable", "withoutOverlaps", "clustered", "replicaIdentity"],
  "foreign key": ["match", "deferrable", "enforced", "onDeleteColumns", "period"],
  check: ["noInherit", "enforced"],
  index: [
    "collation",
    "include",
    "nullsNotDistinct",
    "classParameters",
    "classSchemas",
    "statistics",
    "clustered",
    "replicaIdentity"
  ],
  view: ["defaults"],
  // Whether it holds rows is up to whoever refreshes it.
  "materialized view": ["populated"]
};
function readScope(declarations, settings) {
  return {
    kinds: settings.roles ? [...kinds, "role"] : kinds,
    silent,
    ifDeclared: { kinds: ["policy"], attributes: { table: ["rowSecurity"] } },
    unsaidOn: { "materialized view": ["index"] },
    external: [...existingObjects(declarations), ...filteredTables(declarations, settings)]
  };
}
function existingObjects(declarations) {
  const schemas = declarations.schemas.filter((schema2) => schema2.existing);
  const views = declarations.views.filter((view) => view.existing);
  const own2 = new Set(declarations.roles.filter((it) => !it.existing).map((it) => it.name));
  const roles = roleNames(declarations).filter((name2) => !own2.has(name2));
  return [
    ...schemas.map((schema2) => objectId("schema", schema2.name)),
    ...views.map(viewId),
    ...roles.map((name2) => objectId("role", name2))
  ];
}
function filteredTables(declarations, settings) {
  const chosen = tableFilter(settings.tablesFilter);
  const { schemaFilter } = settings;
  return declarations.tables.filter(
    (table) => !chosen(table.name) || schemaFilter !== null && !schemaFilter.includes(table.schema)
  ).map((table) => objectId("table", table.schema, table.name));
}
function tableFilter(patterns2) {
  if (patterns2 === null || patterns2.length === 0) return () => true;
  const negative = patterns2.filter((it) => it.startsWith("!")).map((it) => picomatch2(it.slice(1)));
  const positive = patterns2.filter((it) => !it.startsWith("!")).map((it) => picomatch2(it));
  return (name2) => !negative.some((matches) => matches(name2)) && (positive.length === 0 || positive.some((matches) => matches(name2)));
}

// src/tools/drizzle/source.ts
import { posix as posix7 } from "node:path";
var makers = /^(?:pg[A-Z]\w*|\w*(?:[tT]able|[eE]num|[vV]iew|[sS]equence|[pP]olic(?:y|ies)|[rR]ole)\w*|schema)$/;
var others = /^(?:create(?:Insert|Select|Update)Schema|\w*[rR]elations?)$/;
var validators = /^(?:z|zod|v|valibot|t|Type|S|Schema|yup|Joi|s|typebox|arktype)$/;
function judge(revision, item) {
  const { exported } = item;
  if (exported === null) return "model";
  const text2 = declarationText(revision, exported.name, exported.declaredAt);
  if (text2 === null) return "model";
  return judgeText(text2, revision, exported.declaredAt?.file ?? null);
}
function judgeText(text2, revision, file) {
  const first = calleesOf(text2)[0];
  if (first === void 0) return "none";
  const last = first.at(-1) ?? "";
  if (makers.test(last) && !others.test(last) && !validators.test(first[0] ?? "")) return "model";
  if (file !== null && first.length === 1 && makesModels(revision, file, last)) return "model";
  return validators.test(first[0] ?? "") || others.test(last) ? "none" : "unclear";
}
function makesModels(revision, file, name2) {
  const from = importedFrom(revision, file, name2);
  const text2 = declarationText(revision, name2, { file: from ?? file, line: 0 });
  const callees = text2 === null ? [] : calleesOf(text2);
  return callees.some((path) => {
    const last = path.at(-1) ?? "";
    return makers.test(last) && !others.test(last) && !validators.test(path[0] ?? "");
  });
}
function importedFrom(revision, file, name2) {
  const clause = new RegExp(
    `import\\s*(?:type\\s*)?\\{[^}]*\\b${escape(name2)}\\b[^}]*\\}\\s*from\\s*['"](\\.[^'"]*)['"]`
  );
  const path = clause.exec(readIfReadable(revision, file) ?? "")?.[1];
  if (path === void 0) return null;
  const bare3 = posix7.join(posix7.dirname(file), path).replace(/\.[cm]?[jt]sx?$/, "");
  const candidates2 = [".ts", ".tsx", ".mts", ".js", "/index.ts", "/index.js"];
  return candidates2.map((end) => bare3 + end).find((it) => revision.isFile(it)) ?? null;
}
function calleesOf(text2) {
  return [...text2.matchAll(/([\w$]+(?:\s*\.\s*[\w$]+)*)\s*(?:<[^()]*>)?\(/g)].map(
    ([, path = ""]) => path.replaceAll(/\s/g, "").split(".")
  );
}
function declarationText(revision, name2, place) {
  if (place === null) return null;
  const lines = readIfReadable(revision, place.file)?.split("\n");
  if (lines === void 0) return null;
  const declared = new RegExp(
    `^(?:export\\s+)?(?:const|let|var|(?:async\\s+)?function\\*?)\\s+${escape(name2)}\\b`
  );
  const found = lines.findIndex((it) => declared.test(it));
  if (found === -1 && place.line === 0) return null;
  const start = found === -1 ? place.line - 1 : found;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((it) => /^(?:export|const|let|var|function|class|import)\b/.test(it));
  const body = [lines[start] ?? "", ...rest.slice(0, end === -1 ? void 0 : end)].join("\n");
  return body.slice(body.indexOf("=") + 1);
}
function escape(text2) {
  return text2.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// src/tools/drizzle/model-findings.ts
var MANY = 5;
function noModels(project) {
  const looked = project.models.length === 0 ? "no models are configured" : project.models.join(", ");
  return missing3(
    project,
    "error",
    `No model file was found (${looked}). Name them in plumbline.yml: projects: [{ id: ${inYaml(project.id)}, root: ${project.root === "" ? "." : project.root}, models: src/schema.ts }]`
  );
}
function inYaml(text2) {
  return /^[A-Za-z][\w./-]*$/.test(text2) ? text2 : `'${text2.replaceAll("'", "''")}'`;
}
function missingModels(revision, project) {
  const empty = project.models.filter((path) => modelFiles(revision, [path]).length === 0);
  return empty.map(
    (path) => /[*?[{(]/.test(path) ? missing3(
      project,
      "warning",
      `No model file matches ${path}: what it stands for is not compared.`
    ) : missing3(
      project,
      "error",
      `The model file ${path} does not exist, or git ignores it: what it declares is not compared. Commit it, or take it out of the configuration.`
    )
  );
}
function missing3(project, severity, message) {
  const file = project.configFile;
  const line = file === null ? null : 1;
  return { rule: "models-missing", severity, hazard: "configuration", message, file, line };
}
function exportsNotRead(items) {
  const [first] = items;
  if (first === void 0) return [];
  const names = items.map(({ exported }) => exported?.name ?? "");
  const more = names.length > MANY ? ` and ${names.length - MANY} more` : "";
  const place = first.exported?.declaredAt ?? first.place;
  return [
    {
      rule: "export-not-read",
      severity: "note",
      hazard: "unreadable",
      message: `${names.slice(0, MANY).join(", ")}${more}: taken for no part of the schema, for nothing in its text declares a table, and its value can't be decided from the repository (${first.reason})`,
      file: place?.file ?? null,
      line: place?.line ?? null
    }
  ];
}

// src/tools/drizzle/models.ts
async function readModels(revision, project, context) {
  const settings = readSettings2(revision, project);
  const entries = modelFiles(revision, project.models);
  if (entries.length === 0) return emptyReading(settings, [noModels(project)]);
  const missing4 = missingModels(revision, project);
  const request = {
    files: entries,
    generation: settings.generation,
    casing: settings.casing
  };
  try {
    const input = { revision, project, context, request };
    const alone = toReading(revision, await evaluate2(input, []), settings, missing4);
    const versions = nearestManifest(revision, project.root)?.versions;
    const others2 = librariesFor(missingPackages(alone), (name2) => versions?.[name2] ?? null);
    if (others2.length === 0) return alone;
    return toReading(revision, await evaluate2(input, others2), settings, missing4);
  } catch (error) {
    const finding = unreadableModels(error, entries[0] ?? null);
    if (finding === null) throw error;
    return emptyReading(settings, [finding]);
  }
}
function missingPackages({ unknowns }) {
  const names = unknowns.flatMap(
    ({ reason }) => [...reason.matchAll(/package "([^"]+)"/gu)].map(([, name2 = ""]) => name2)
  );
  return new Set(names);
}
async function evaluate2({ revision, project, context, request }, others2) {
  const library = drizzleLibrary(request.generation);
  const sandbox = await openSandbox({
    revision,
    workingDirectory: project.root,
    env: { ...context.env, ...project.env },
    libraries: [library, ...others2],
    // The rest is for telling that they took too long.
    ...context.timeLeft === void 0 ? {} : { timeLeft: context.timeLeft() / 2 }
  });
  try {
    const result = await sandbox.call(library.name, "collect", [{ ...request }]);
    return { collected: result, files: sandbox.files() };
  } finally {
    sandbox.dispose();
  }
}
function toReading(revision, { collected, files: files2 }, settings, missing4) {
  const readings = collected.unreadable.map((item) => ({ item, is: judge(revision, item) }));
  const own2 = readings.filter(({ is: is2 }) => is2 === "model").map(({ item }) => item);
  const unclear = readings.filter(({ is: is2 }) => is2 === "unclear").map(({ item }) => item);
  const readable = readableDeclarations({ ...collected, unreadable: own2 });
  const { declarations } = readable;
  const tags = readRenameTags(revision, files2, declarations);
  const findings = [...missing4, ...readable.findings, ...exportsNotRead(unclear), ...tags.findings];
  const scope = readScope(declarations, settings);
  const counted = declarations.tables.filter(
    (table) => !scope.external.includes(objectId("table", table.schema, table.name))
  );
  return {
    files: files2,
    statements: createStatements(declarations, {
      generation: settings.generation,
      roles: settings.roles,
      external: scope.external
    }),
    places: placesOf(declarations, settings.generation),
    unknowns: declarations.unreadable.map(toUnknown),
    findings,
    renames: tags.renames,
    scope,
    tables: counted.length,
    columns: counted.reduce((sum2, table) => sum2 + table.columns.length, 0),
    extensions: neededExtensions(declarations),
    roles: roleNames(declarations),
    queries: queriesOf(declarations, scope.external),
    toolState: { declarations, settings }
  };
}
function toUnknown(item) {
  const { object } = item;
  return {
    reason: item.exported === null ? item.reason : `${item.exported.name}: ${item.reason}`,
    object: object === null ? null : objectId(object.kind, ...object.path),
    place: item.place
  };
}
function emptyReading(settings, findings) {
  const declarations = {
    schemas: [],
    enums: [],
    sequences: [],
    tables: [],
    roles: [],
    views: [],
    policies: [],
    unreadable: []
  };
  return {
    files: [],
    statements: [],
    places: /* @__PURE__ */ new Map(),
    unknowns: [],
    findings,
    scope: readScope(declarations, settings),
    tables: 0,
    columns: 0,
    extensions: [],
    roles: [],
    toolState: { declarations, settings }
  };
}
function unreadableModels(error, entry2) {
  const place = error instanceof SandboxError || error instanceof UnreadableFile ? error.place : void 0;
  if (place === void 0) return null;
  return {
    rule: "models-unreadable",
    severity: "error",
    hazard: "unreadable",
    message: `The models could not be evaluated: ${messageOf(error)}`,
    file: place?.file ?? entry2,
    line: place?.line ?? null
  };
}

// src/tools/drizzle/write.ts
import { createHash as createHash2 } from "node:crypto";
import { posix as posix8 } from "node:path";

// src/tools/drizzle/naming.ts
var LONGEST = 60;
function nameOfChanges(statements) {
  const words3 = statements.flatMap((statement) => describe2(statement));
  const subjects = new Set(words3.map((it) => it.subject));
  const [first] = words3;
  if (first === void 0) return "update_schema";
  const actions = new Set(words3.map((it) => it.name));
  if (actions.size === 1) return fit(first.name);
  const created = words3.filter((it) => it.name.startsWith("create_table_"));
  const names = new Set(created.map((it) => it.subject));
  if (created.length > 0 && names.size <= 2) return fit(`create_${[...names].join("_and_")}`);
  if (subjects.size <= 2) return fit(`change_${[...subjects].join("_and_")}`);
  const others2 = words3.filter(({ subject, name: name2 }) => !names.has(subject) && !isMade(name2));
  return others2.length === 0 ? `create_${names.size}_tables` : `change_${subjects.size}_objects`;
}
var isMade = (name2) => name2.startsWith("create_");
var identifier = String.raw`(?:IF (?:NOT )?EXISTS )?(?:"[^"]+"\.)?"?([^"\s.(;]+)"?`;
var patterns = [
  [new RegExp(`^CREATE TABLE ${identifier}`, "i"), (m) => action("create_table", m[1])],
  [new RegExp(`^DROP TABLE ${identifier}`, "i"), (m) => action("drop_table", m[1])],
  [
    new RegExp(`^ALTER TABLE (?:ONLY )?${identifier} (ADD|DROP) COLUMN ${identifier}`, "i"),
    (m) => ({ name: `${lower(m[2])}_${lower(m[1])}_${lower(m[3])}`, subject: lower(m[1]) })
  ],
  [
    new RegExp(`^CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?${identifier} ON ${identifier}`, "i"),
    (m) => ({ name: `index_${lower(m[2])}`, subject: lower(m[2]) })
  ],
  [
    new RegExp(`^ALTER TABLE (?:ONLY )?${identifier} RENAME COLUMN ${identifier} TO`, "i"),
    (m) => ({ name: `rename_${lower(m[1])}_${lower(m[2])}`, subject: lower(m[1]) })
  ],
  [
    new RegExp(
      `^ALTER (?:TABLE|TYPE|SCHEMA|SEQUENCE|(?:MATERIALIZED )?VIEW) ${identifier} RENAME TO`,
      "i"
    ),
    (m) => action("rename", m[1])
  ],
  [
    new RegExp(`^ALTER TABLE (?:ONLY )?${identifier} VALIDATE `, "i"),
    (m) => action("validate", m[1])
  ],
  [new RegExp(`^ALTER TABLE (?:ONLY )?${identifier}`, "i"), (m) => action("alter", m[1])],
  [new RegExp(`^(?:DO \\$\\$.*?)?UPDATE ${identifier}`, "i"), (m) => action("fill", m[1])],
  [
    new RegExp(`^CREATE (?:TYPE|SCHEMA|SEQUENCE|(?:MATERIALIZED )?VIEW) ${identifier}`, "i"),
    (m) => action("create", m[1])
  ],
  [
    new RegExp(`^DROP (?:TYPE|SCHEMA|SEQUENCE|INDEX|(?:MATERIALIZED )?VIEW) ${identifier}`, "i"),
    (m) => action("drop", m[1])
  ],
  [new RegExp(`^ALTER (?:TYPE|SEQUENCE|INDEX) ${identifier}`, "i"), (m) => action("alter", m[1])],
  [
    new RegExp(`^(?:CREATE|DROP|ALTER) POLICY (?:"[^"]+"|\\S+) ON ${identifier}`, "i"),
    (m) => action("policies_of", m[1])
  ]
];
function describe2(statement) {
  const text2 = statement.trim().replaceAll(/\s+/g, " ");
  for (const [pattern, toAction] of patterns) {
    const match = pattern.exec(text2);
    if (match !== null) return [toAction(match)];
  }
  return [];
}
function action(verb, name2) {
  return { name: `${verb}_${lower(name2)}`, subject: lower(name2) };
}
function lower(text2) {
  return (text2 ?? "").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "_");
}
function fit(name2) {
  return name2.length <= LONGEST ? name2 : name2.slice(0, LONGEST).replace(/_[^_]*$/, "");
}

// src/tools/drizzle/rename-records.ts
var entities = {
  schema: "schemas",
  enum: "enums",
  table: "tables",
  column: "columns",
  view: "views",
  "materialized view": "views",
  sequence: "sequences"
};
function renameRecords(renames2) {
  const own2 = renames2.filter(
    ({ kind, before, after }) => entities[kind] !== void 0 && before.id !== after.id
  );
  const meta = (kind) => Object.fromEntries(
    own2.filter((one) => one.kind === kind).map(({ before, after }) => [quoted(before.id), quoted(after.id)])
  );
  const order = Object.keys(entities);
  const sorted2 = own2.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const schemas = own2.filter(({ kind }) => kind === "schema");
  return {
    meta: {
      columns: meta("column"),
      schemas: Object.fromEntries(schemas.map(({ before, after }) => [before.name, after.name])),
      tables: meta("table")
    },
    texts: sorted2.map(
      ({ before, after }) => `${partsOfId(before.id).join(".")}->${partsOfId(after.id).join(".")}`
    ),
    rows: sorted2.map(({ kind, before, after }) => ({
      entityType: entities[kind] ?? "",
      path: partsOfId(before.id),
      name: after.name
    }))
  };
}
var quoted = (id) => partsOfId(id).map((part) => `"${part}"`).join(".");

// src/tools/drizzle/snapshot-0.ts
var NONE = { columns: {}, schemas: {}, tables: {} };
function snapshot0(declarations, { renames: renames2 = NONE, ...ids }) {
  return {
    ...ids,
    version: "7",
    dialect: "postgresql",
    tables: byKey(
      declarations.tables,
      (it) => `${it.schema}.${it.name}`,
      (it) => tableEntry(it, declarations)
    ),
    enums: byKey(
      declarations.enums.filter((it) => it.exported),
      (it) => `${it.schema}.${it.name}`,
      (it) => ({
        name: it.name,
        schema: it.schema,
        values: it.values
      })
    ),
    schemas: byKey(
      declarations.schemas.filter((it) => it.name !== "public"),
      (it) => it.name,
      (it) => it.name
    ),
    sequences: byKey(
      declarations.sequences,
      (it) => `${it.schema}.${it.name}`,
      (it) => ({
        name: it.name,
        schema: it.schema,
        increment: it.increment,
        startWith: it.startWith,
        minValue: it.minValue,
        maxValue: it.maxValue,
        cache: it.cache,
        cycle: it.cycle
      })
    ),
    roles: byKey(
      declarations.roles.filter((it) => !it.existing),
      (it) => it.name,
      ({ name: name2, createDb, createRole: createRole2, inherit: inherit2 }) => ({ name: name2, createDb, createRole: createRole2, inherit: inherit2 })
    ),
    policies: byKey(
      declarations.policies.filter((it) => !ownTable(it, declarations)),
      (it) => it.name,
      (it) => ({ ...policyEntry(it), schema: it.schema, on: `"${it.schema}"."${it.table}"` })
    ),
    views: byKey(viewsInOrder(declarations), (it) => `${it.schema}.${it.name}`, viewEntry),
    _meta: renames2
  };
}
function byKey(items, key, value) {
  return Object.fromEntries(items.map((item) => [key(item), value(item)]));
}
function ownTable(policy, declarations) {
  return declarations.tables.some(
    (table) => table.schema === policy.schema && table.name === policy.table
  );
}
function tableEntry(table, declarations) {
  const linked = declarations.policies.filter(
    (it) => it.schema === table.schema && it.table === table.name
  );
  return {
    name: table.name,
    schema: table.schemaNamed ? table.schema : "",
    columns: byKey(
      table.columns,
      (it) => it.name,
      (it) => columnEntry(it, table)
    ),
    indexes: byKey(table.indexes, (it) => it.name, indexEntry),
    foreignKeys: byKey(
      table.foreignKeys,
      (it) => it.name,
      (it) => ({
        name: it.name,
        tableFrom: table.name,
        tableTo: it.toTable,
        schemaTo: it.toSchemaNamed ? it.toSchema : void 0,
        columnsFrom: it.columns,
        columnsTo: it.toColumns,
        onDelete: it.onDelete ?? void 0,
        onUpdate: it.onUpdate ?? void 0
      })
    ),
    compositePrimaryKeys: byKey(
      table.primaryKeys,
      (it) => it.name,
      (it) => ({
        name: it.name,
        columns: it.columns
      })
    ),
    uniqueConstraints: byKey(
      uniquesOf(table, 0),
      (it) => it.name,
      (it) => ({
        name: it.name,
        nullsNotDistinct: it.nullsNotDistinct,
        columns: it.columns
      })
    ),
    policies: byKey([...table.policies, ...linked], (it) => it.name, policyEntry),
    checkConstraints: byKey(
      table.checks,
      (it) => it.name,
      (it) => ({
        name: it.name,
        value: it.value.kit
      })
    ),
    isRLSEnabled: table.rowSecurity
  };
}
function columnEntry(column, owner) {
  return {
    name: column.name,
    type: column.type,
    typeSchema: column.enumOfObject ? void 0 : column.enumSchema ?? void 0,
    primaryKey: column.primaryKey,
    notNull: column.notNull,
    generated: column.generated === null ? void 0 : { as: column.generated.kit, type: "stored" },
    identity: column.identity === null ? void 0 : identityEntry(column.identity, owner.schema),
    default: column.default?.kit
  };
}
function identityEntry(identity, schema2) {
  return {
    type: identity.type,
    name: identity.name,
    schema: schema2,
    increment: identity.increment,
    startWith: identity.startWith,
    minValue: identity.minValue,
    maxValue: identity.maxValue,
    cache: identity.cache,
    cycle: identity.cycle
  };
}
function indexEntry(index) {
  return {
    name: index.name,
    columns: index.columns.map(
      (column) => column.isExpression ? { expression: column.value.kit, asc: true, isExpression: true, nulls: "last" } : {
        expression: column.value.kit,
        isExpression: false,
        asc: column.order === "asc",
        nulls: column.nulls ?? (column.order === "desc" ? "first" : "last"),
        opclass: column.operatorClass ?? void 0
      }
    ),
    isUnique: index.unique,
    where: index.where?.kit,
    concurrently: index.concurrently,
    method: index.method,
    with: index.with
  };
}
function policyEntry(policy) {
  const text2 = (value) => value?.kit;
  return {
    name: policy.name,
    as: policy.as,
    for: policy.for,
    to: policy.to,
    using: text2(policy.using),
    withCheck: text2(policy.withCheck)
  };
}
function viewEntry(view) {
  return {
    columns: byKey(
      view.columns,
      (it) => it.name,
      (it) => columnEntry(it, view)
    ),
    definition: view.definition?.kit,
    name: view.name,
    schema: view.schema,
    isExisting: view.existing,
    with: view.with ?? void 0,
    withNoData: view.withNoData ?? void 0,
    materialized: view.materialized,
    tablespace: view.tablespace ?? void 0,
    using: view.using ?? void 0
  };
}

// src/tools/drizzle/snapshot-1.ts
function snapshot1(declarations, options) {
  const rows = rowsOf(declarations);
  const header = { version: "9", dialect: "postgres", id: options.id };
  const prevIds = options.parents;
  if (options.version !== null && Number(options.version) <= 8) {
    return {
      version: options.version,
      dialect: "postgres",
      id: options.id,
      prevIds,
      ddl: rows,
      renames: options.renames.texts
    };
  }
  const renamed = renameRows(options.previous, options.renames.rows);
  return options.version === null ? { type: "base", ...header, prevIds, footprints: [], ddl: rows } : {
    type: "diff",
    ...header,
    prevIds,
    footprints: [],
    deltas: [...renamed.deltas, ...differencesOf(renamed.rows, rows)]
  };
}
function rowsOf(declarations) {
  const { tables } = declarations;
  return [
    ...declarations.schemas.filter((it) => !it.existing && it.name !== "public").map((it) => row2("schemas", { name: it.name })),
    ...tables.map((it) => tableRow(it, declarations)),
    ...declarations.enums.filter((it) => it.exported).map((it) => row2("enums", { schema: it.schema, name: it.name, values: it.values })),
    ...tables.flatMap((table) => table.columns.map((it) => columnRow(it, table))),
    ...tables.flatMap((table) => table.indexes.map((it) => indexRow(it, table))),
    ...tables.flatMap(foreignKeyRows),
    ...keyRows(tables),
    ...tables.flatMap(
      (table) => table.checks.map((it) => member("checks", table, { name: it.name, value: it.value.kit }))
    ),
    ...declarations.sequences.map(
      (it) => row2("sequences", {
        schema: it.schema,
        name: it.name,
        incrementBy: it.increment,
        startWith: it.startWith,
        minValue: it.minValue,
        maxValue: it.maxValue,
        cacheSize: Number(it.cache),
        cycle: it.cycle
      })
    ),
    ...roleRows(declarations),
    ...policies(declarations).map(policyRow),
    ...viewsInOrder(declarations).filter((it) => !it.existing).map(viewRow)
  ];
}
function row2(entityType, fields) {
  return { ...fields, entityType };
}
function member(entityType, table, fields) {
  return { ...fields, entityType, schema: table.schema, table: table.name };
}
function policies(declarations) {
  return [...declarations.policies, ...declarations.tables.flatMap((table) => table.policies)];
}
function tableRow(table, declarations) {
  const secured = policies(declarations).some(
    (it) => it.schema === table.schema && it.table === table.name
  );
  return row2("tables", {
    schema: table.schema,
    name: table.name,
    isRlsEnabled: table.rowSecurity || secured
  });
}
function columnRow(column, table) {
  const inKey = table.primaryKeys.some((key) => key.columns.includes(column.name));
  const { identity } = column;
  return member("columns", table, {
    name: column.name,
    type: column.type.replaceAll(/\[\d*\]/g, "").replace(", ", ",").replace("timestamp (", "timestamp("),
    typeSchema: column.enumSchema,
    dimensions: column.dimensions,
    notNull: column.notNull || column.primaryKey || inKey,
    default: column.default === null ? null : plainText(column.default.kit),
    generated: column.generated === null ? null : { as: column.generated.kit, type: "stored" },
    identity: identity === null ? null : {
      type: identity.type,
      name: identity.name,
      increment: identity.increment,
      startWith: identity.startWith,
      minValue: identity.minValue,
      maxValue: identity.maxValue,
      cache: Number(identity.cache),
      cycle: identity.cycle
    }
  });
}
function indexRow(index, table) {
  return member("indexes", table, {
    nameExplicit: index.nameExplicit,
    columns: index.columns.map((column) => {
      const { descending, nullsFirst } = orderOf(column);
      return {
        value: column.value.kit,
        isExpression: column.isExpression,
        asc: !descending,
        nullsFirst,
        opclass: column.operatorClass === null ? null : { name: column.operatorClass, default: false }
      };
    }),
    isUnique: index.unique,
    where: text(index.where),
    with: Object.entries(index.with).map(([key, value]) => `${key}=${plainText(value)}`).join(", "),
    method: index.method,
    concurrently: index.concurrently,
    name: index.name
  });
}
function foreignKeyRows(table) {
  return table.foreignKeys.map(
    (key) => member("fks", table, {
      nameExplicit: key.nameExplicit,
      columns: key.columns,
      schemaTo: key.toSchema,
      tableTo: key.toTable,
      columnsTo: key.toColumns,
      onUpdate: key.onUpdate?.toUpperCase() ?? null,
      onDelete: key.onDelete?.toUpperCase() ?? null,
      name: key.name
    })
  );
}
function keyRows(tables) {
  const unkeyed = tables.filter((table) => table.primaryKeys.length === 0);
  return [
    ...tables.flatMap((table) => table.primaryKeys.map((key) => primaryKeyRow(key, table))),
    ...unkeyed.flatMap((table) => primaryKeysOf(table, 1).map((key) => primaryKeyRow(key, table))),
    ...tables.flatMap((table) => table.uniques.map((it) => uniqueRow(it, table))),
    ...tables.flatMap((table) => inlineUniques(table, 1).map((it) => uniqueRow(it, table)))
  ];
}
function primaryKeyRow(key, table) {
  const name2 = key.nameExplicit ? key.name : `${table.name}_pkey`;
  return member("pks", table, { columns: key.columns, nameExplicit: key.nameExplicit, name: name2 });
}
function uniqueRow(unique, table) {
  return member("uniques", table, {
    nameExplicit: unique.nameExplicit,
    columns: unique.columns,
    nullsNotDistinct: unique.nullsNotDistinct,
    name: unique.name
  });
}
function roleRows(declarations) {
  return declarations.roles.filter((role) => !role.existing).map(
    (role) => row2("roles", {
      name: role.name,
      superuser: false,
      createDb: role.createDb,
      createRole: role.createRole,
      inherit: role.inherit,
      canLogin: false,
      replication: false,
      bypassRls: false,
      connLimit: -1,
      password: null,
      validUntil: null
    })
  );
}
function policyRow(policy) {
  return {
    as: policy.as,
    for: policy.for,
    roles: policy.to,
    using: text(policy.using),
    withCheck: text(policy.withCheck),
    name: policy.name,
    entityType: "policies",
    schema: policy.schema,
    table: policy.table
  };
}
var viewOptions = [
  "checkOption",
  "securityBarrier",
  "securityInvoker",
  "autovacuumEnabled",
  "autovacuumFreezeMaxAge",
  "autovacuumFreezeMinAge",
  "autovacuumFreezeTableAge",
  "autovacuumMultixactFreezeMaxAge",
  "autovacuumMultixactFreezeMinAge",
  "autovacuumMultixactFreezeTableAge",
  "autovacuumVacuumCostDelay",
  "autovacuumVacuumCostLimit",
  "autovacuumVacuumScaleFactor",
  "autovacuumVacuumThreshold",
  "fillfactor",
  "logAutovacuumMinDuration",
  "parallelWorkers",
  "toastTupleTarget",
  "userCatalogTable",
  "vacuumIndexCleanup",
  "vacuumTruncate"
];
function viewRow(view) {
  const given = view.with ?? {};
  const options = Object.fromEntries(viewOptions.map((key) => [key, given[key] ?? null]));
  const some = Object.values(options).some((value) => value !== null);
  return row2("views", {
    definition: text(view.definition),
    name: view.name,
    schema: view.schema,
    with: some ? options : null,
    withNoData: view.withNoData,
    materialized: view.materialized,
    tablespace: view.tablespace,
    using: view.using
  });
}
function text(value) {
  return value?.kit ?? null;
}

// src/tools/drizzle/write.ts
var NO_PARENT = "00000000-0000-0000-0000-000000000000";
function write(request) {
  const models = request.models.toolState;
  const migrations = request.migrations.toolState;
  return migrations.generation === 0 ? writeJournal(request, models, migrations) : writeFolders(request, models, migrations);
}
var SECOND = 1e3;
function writeJournal(request, models, migrations) {
  const journal = migrations.journal ?? emptyJournal;
  const last = journal.entries.at(-1);
  const when = Math.max(request.now, ...journal.entries.map((entry2) => entry2.when + 1));
  const style = prefixStyleOf(journal.entries, models.settings.prefix);
  const { breakpoints } = models.settings;
  const { directory: directory2 } = request.migrations;
  const names = fileNames(request);
  const entries = [];
  const texts3 = [];
  const snapshots = [];
  const records = renameRecords(request.renames ?? []);
  let prevId = migrations.snapshots.newest ?? NO_PARENT;
  for (const [at, part] of request.parts.entries()) {
    const idx = (last === void 0 ? 0 : last.idx + 1) + at;
    const prefix = prefixOf(style, idx, when + at * SECOND);
    const tag = `${prefix}_${names[at] ?? ""}`;
    const sql2 = textOf5(part, breakpoints);
    const id = makeId([prevId, tag, sql2]);
    entries.push({ idx, version: "7", when: when + at * SECOND, tag, breakpoints });
    texts3.push({ path: join2(directory2, `${tag}.sql`), content: sql2 });
    const renames2 = at === 0 ? records.meta : renameRecords([]).meta;
    const snapshot = snapshot0(models.declarations, { id, prevId, renames: renames2 });
    const path = join2(directory2, `meta/${prefix}_snapshot.json`);
    snapshots.push(besideLast(path, JSON.stringify(snapshot, null, 2), migrations.snapshots));
    prevId = id;
  }
  return [
    ...texts3,
    {
      path: journalPath(directory2),
      content: appendEntries(journal, entries),
      ...migrations.journal === null ? {} : { replaces: migrations.journal.text }
    },
    // Without prefixes they share a file, and the last one is what counts.
    ...new Map(snapshots.map((file) => [file.path, file])).values()
  ];
}
var emptyJournal = {
  version: "7",
  dialect: "postgresql",
  text: '{\n  "version": "7",\n  "dialect": "postgresql",\n  "entries": []\n}',
  entries: []
};
function appendEntries(journal, entries) {
  const value = JSON.parse(journal.text);
  const indent = /\n([ \t]+)"/.exec(journal.text)?.[1] ?? "  ";
  const all = [...value.entries, ...entries];
  const text2 = JSON.stringify({ ...value, entries: all }, null, indent);
  return journal.text.endsWith("\n") ? `${text2}
` : text2;
}
function writeFolders(request, models, migrations) {
  const before = request.migrations.migrations;
  const latest = Math.max(request.now, ...before.map((it) => it.timestamp + SECOND));
  const names = fileNames(request);
  const known = before.map((it) => it.name);
  const texts3 = [];
  const snapshots = [];
  const { leaves: leaves3, version } = migrations.snapshots;
  let previous = migrations.snapshots.rows;
  let renames2 = renameRecords(request.renames ?? []);
  let parents = leaves3.length > 0 ? leaves3 : [NO_PARENT];
  for (const [at, part] of request.parts.entries()) {
    const folder = `${stamp(latest + at * SECOND)}_${names[at] ?? ""}`;
    const sql2 = textOf5(part, models.settings.breakpoints);
    const id = makeId([...parents, ...known, folder, sql2]);
    const snapshot = snapshot1(models.declarations, { id, parents, version, previous, renames: renames2 });
    const directory2 = join2(request.migrations.directory, folder);
    texts3.push({ path: posix8.join(directory2, "migration.sql"), content: sql2 });
    const path = posix8.join(directory2, "snapshot.json");
    snapshots.push(besideLast(path, JSON.stringify(snapshot, null, 2), migrations.snapshots));
    parents = [id];
    previous = rowsOf(models.declarations);
    renames2 = renameRecords([]);
  }
  return [...texts3, ...snapshots];
}
function besideLast(path, content, { last }) {
  if (last === null) return { path, content };
  const isUnnumbered = posix8.basename(path) === "_snapshot.json";
  if (last.file === path) return { path, content, ...isUnnumbered && { replaces: last.text } };
  return { path, content, like: { path: last.file, content: last.text } };
}
function fileNames({ name: name2, parts }) {
  const given = name2?.trim().replaceAll(/[^\p{L}\p{N}_-]+/gu, "_") ?? "";
  if (given !== "") {
    return parts.map((_part, at) => parts.length === 1 ? given : `${given}_${String(at + 1)}`);
  }
  const used = /* @__PURE__ */ new Set();
  return parts.map(({ statements }) => {
    const wanted = nameOfChanges(statements);
    let own2 = wanted;
    for (let number = 2; used.has(own2); number++) own2 = `${wanted}_${String(number)}`;
    used.add(own2);
    return own2;
  });
}
function textOf5({ statements, comment }, breakpoints) {
  const sql2 = joinStatements(statements, breakpoints);
  return comment === null ? sql2 : `-- ${comment}
${sql2}`;
}
function joinStatements(statements, breakpoints) {
  const texts3 = statements.map((statement) => {
    const text2 = statement.trim().replace(/;*$/, ";");
    return /^CREATE (?:TABLE|SCHEMA)\b/i.test(text2) ? `${text2}
` : text2;
  });
  return texts3.join(breakpoints ? `${BREAKPOINT}
` : "\n");
}
function makeId(parts) {
  const hex = createHash2("sha256").update(parts.join("\0")).digest("hex");
  const variant = (parseInt(hex.slice(16, 17), 16) & 3 | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join("-");
}

// src/tools/drizzle/index.ts
var drizzle = {
  name: "drizzle",
  detect,
  readModels,
  readMigrations,
  write
};

// src/tools/sql/flyway-config.ts
import { posix as posix9 } from "node:path";
import { parseAllDocuments } from "./vendor/yaml.js";

// src/tools/sql/folder.ts
function openFolder(revision, directory2) {
  const prefix = directory2 === "" ? "" : `${directory2}/`;
  const names = revision.list().filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  const texts3 = /* @__PURE__ */ new Map();
  const read2 = (name2) => {
    const known = texts3.get(name2);
    if (known !== void 0) return known;
    const text2 = readIfReadable(revision, prefix + name2) ?? "";
    texts3.set(name2, text2);
    return text2;
  };
  return {
    revision,
    directory: directory2,
    files: names.filter((name2) => name2.endsWith(".sql")),
    others: names.filter((name2) => !name2.endsWith(".sql")),
    path: (name2) => prefix + name2,
    read: read2
  };
}
function flat(names) {
  return names.filter((name2) => !name2.includes("/"));
}
function upwards(directory2) {
  const parts = directory2 === "" ? [] : directory2.split("/");
  return Array.from(
    { length: parts.length + 1 },
    (_, gone) => parts.slice(0, parts.length - gone).join("/")
  );
}
function isWithin(directory2, other) {
  return directory2 === other || directory2.startsWith(`${other}/`);
}
function byVersion(a, b) {
  const [one, other] = [BigInt(a.digits), BigInt(b.digits)];
  if (one !== other) return one < other ? -1 : 1;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

// src/tools/sql/flyway-config.ts
var FILES = ["flyway.conf", "conf/flyway.conf", "flyway.toml"];
var APPLICATION = ["properties", "yml", "yaml"].flatMap((end) => [
  `application.${end}`,
  `src/main/resources/application.${end}`
]);
var PREFIX = /^(?:spring\.|quarkus\.)?flyway\./;
function readFlywayConfig(folder, values) {
  const { file, settings } = nearest(folder);
  const list = settings.get("schemas") ?? settings.get("defaultSchema") ?? "";
  const schemas = [settings.get("defaultSchema") ?? "", ...list.split(",")].map((schema2) => schema2.trim()).filter((schema2, at, all) => /^\w+$/.test(schema2) && all.indexOf(schema2) === at);
  const table = settings.get("table") ?? "flyway_schema_history";
  const placeholders = [...settings].filter(([key]) => key.startsWith("placeholders.")).filter(([, value]) => !value.includes("${")).map(([key, value]) => [key.slice("placeholders.".length), value]);
  return {
    file,
    schemas,
    table: /^\w+$/.test(table) ? table : "flyway_schema_history",
    placeholders: {
      "flyway:defaultSchema": schemas[0] ?? "public",
      "flyway:table": table,
      ...Object.fromEntries(placeholders),
      ...values
    },
    replaces: settings.get("placeholderReplacement") !== "false",
    url: settings.get("url") ?? null,
    locations: locationsIn(file, settings.get("locations") ?? "")
  };
}
function locationsIn(file, list) {
  if (file === null) return [];
  const home = posix9.dirname(file);
  const isResource = /(?:^|\/)application\.\w+$/.test(file);
  return list.split(",").map((location) => /^\s*(?:(classpath|filesystem):)?(.*?)\s*$/.exec(location) ?? []).filter(
    ([, kind, path = ""]) => path !== "" && !/[*{]/.test(path) && kind === "filesystem" !== isResource
  ).map(([, , path = ""]) => posix9.join(home, path).replace(/\/$/, "")).filter((path) => !path.startsWith("..") && !posix9.isAbsolute(path));
}
function nearest({ revision, directory: directory2 }) {
  for (const at of upwards(directory2)) {
    for (const name2 of [...FILES, ...APPLICATION]) {
      const file = at === "" ? name2 : `${at}/${name2}`;
      const text2 = revision.isFile(file) ? readIfReadable(revision, file) : null;
      const settings = text2 === null ? /* @__PURE__ */ new Map() : settingsIn(file, text2);
      if (settings.size > 0) return { file, settings };
    }
  }
  return { file: null, settings: /* @__PURE__ */ new Map() };
}
function settingsIn(file, text2) {
  const pairs = /\.ya?ml$/.test(file) ? inYaml2(text2) : inLines(text2, file.endsWith(".toml"));
  return new Map(
    pairs.filter(([key]) => PREFIX.test(key)).map(([key, value]) => [camel(key.replace(PREFIX, "")), value])
  );
}
function camel(key) {
  if (key.startsWith("placeholders.")) return key;
  return key.replaceAll(/-(\w)/g, (_dash, letter) => letter.toUpperCase());
}
function inLines(text2, sections) {
  let section = "";
  return text2.split("\n").flatMap((line) => {
    const header = sections ? /^\s*\[([\w.]+)\]/.exec(line)?.[1] : void 0;
    if (header !== void 0) section = `${header}.`;
    const [, key, value] = /^\s*([\w.:-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === void 0 || value === void 0) return [];
    return [[section + key, value.replace(/^\[(.*)\]$/, "$1").replaceAll(/["']/g, "")]];
  });
}
function inYaml2(text2) {
  return parseAllDocuments(text2).flatMap((document) => {
    try {
      return "toJS" in document ? leaves(document.toJS(), "") : [];
    } catch {
      return [];
    }
  });
}
function leaves(value, path) {
  if (Array.isArray(value)) return [[path, value.map(String).join(",")]];
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null)
    return [[path, value === null ? "" : JSON.stringify(value)]];
  return Object.entries(value).flatMap(
    ([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`)
  );
}

// src/tools/sql/prisma.ts
var COLUMNS = "id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0";
var LOCK = "migration_lock.toml";
var NAME = /^([^/]+)\/migration\.sql$/;
var prisma = {
  name: "prisma",
  recognise: (folder) => folder.others.includes(LOCK) && folder.files.some((name2) => NAME.test(name2)),
  read: (folder) => {
    const sending = sendsApart(folder) ? "apart" : "message";
    return {
      entries: folder.files.flatMap((name2) => ({ name: name2, folder: NAME.exec(name2)?.[1] ?? "" })).filter(({ folder: own2 }) => own2 !== "").sort((a, b) => a.folder < b.folder ? -1 : 1).map(({ name: name2, folder: own2 }) => ({
        name: own2,
        up: { file: folder.path(name2), text: folder.read(name2) },
        down: null,
        sending,
        mayBracket: true,
        version: Number(/^\d+/.exec(own2)?.[0] ?? 0)
      })),
      findings: otherProvider(folder),
      strays: [],
      bookkeeping: { schema: "public", table: "_prisma_migrations" },
      columns: COLUMNS,
      ofEdits: "warned",
      transactions: "one each",
      downs: false,
      ledger: null
    };
  }
};
function providerOf(folder) {
  const text2 = folder.others.includes(LOCK) ? folder.read(LOCK) : "";
  return /^\s*provider\s*=\s*"([^"]+)"/m.exec(text2)?.[1] ?? null;
}
var isPostgresProvider = (provider) => provider === "postgresql" || provider === "postgres";
function otherProvider(folder) {
  const provider = providerOf(folder);
  if (provider === null || isPostgresProvider(provider)) return [];
  return [
    {
      rule: "not-postgres",
      severity: "error",
      hazard: "configuration",
      message: `these migrations are for ${provider}: Plumbline knows PostgreSQL only`,
      file: folder.path(LOCK),
      line: 1
    }
  ];
}
function sendsApart({ revision, directory: directory2 }) {
  for (const at of upwards(directory2)) {
    const text2 = readIfReadable(revision, at === "" ? "package.json" : `${at}/package.json`);
    const version = /"prisma"\s*:\s*"[^\d"]*(\d+)(?:\.(\d+))?/.exec(text2 ?? "");
    if (version === null) continue;
    const [major, minor] = [Number(version[1]), Number(version[2] ?? 0)];
    return major > 7 || major === 7 && minor >= 4;
  }
  return false;
}

// src/tools/sql/parsed.ts
var FUNCTION_BODY = "FunctionBody";
function* nodesIn(value, field = "") {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [field, value];
  for (const [name2, inner] of Object.entries(value)) {
    yield* nodesIn(inner, Array.isArray(value) ? field : name2);
  }
}
function wordsOf(list) {
  if (!Array.isArray(list)) return [];
  return list.map(({ String: word }) => word?.sval ?? "");
}
function sqlBodyOf({ options = [] }) {
  const of = (name2) => options.find(({ DefElem }) => DefElem?.defname === name2)?.DefElem?.arg;
  if (of("language")?.String?.sval?.toLowerCase() !== "sql") return null;
  return of("as")?.List?.items?.[0]?.String?.sval ?? null;
}

// src/tools/sql/foreign-words.ts
var WORDS = "datetime|tinyint|mediumint|mediumtext|longtext|tinytext|(?:tiny|medium|long)?blob|nvarchar2?|varchar2|uniqueidentifier|ifnull|getdate|sysdate|strftime|unixepoch|julianday|last_insert_rowid|auto_increment|autoincrement|crdb_internal|unique_rowid";
var WORD = new RegExp(`^(?:${WORDS})$`, "i");
var ANYWHERE = new RegExp(`\\b(?:${WORDS})\\b`, "i");
var hasForeignWord = (code) => ANYWHERE.test(code);
function foreignWords() {
  const made = /* @__PURE__ */ new Set();
  return (node) => {
    for (const name2 of madeBy(node ?? {})) made.add(name2);
    return [...nodesIn(node)].flatMap(([, { names, funcname }]) => [...wordsOf(names), ...wordsOf(funcname)]).some((name2) => WORD.test(name2) && !made.has(name2));
  };
}
var madeBy = ({ funcname, domainname, typeName, typevar }) => [
  ...wordsOf(funcname),
  ...wordsOf(domainname),
  ...wordsOf(typeName),
  typevar?.relname ?? ""
];

// src/tools/sql/leaning.ts
var ON_RELATION = [
  "AlterTableStmt",
  "RenameStmt",
  "IndexStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "CreateTrigStmt"
];
var GIVEN = /^(?:pg_.*|information_schema|public|auth|storage|realtime|extensions|vault|cron|net|graphql|graphql_public|supabase_.*|pgsodium|partman|topology|tiger)$/;
var OF_EXTENSIONS = /^(?:spatial_ref_sys|geometry_columns|geography_columns|raster_(?:columns|overviews)|hypopg.*)$/;
var MADE = /\bcreate\s+(?:(?:or\s+replace|unlogged|temp|temporary|global|local|foreign|materialized|recursive)\s+)*(?:table|view|sequence)\s+(?:if\s+not\s+exists\s+)?("[^"]+"|[\w$]+)(?:\s*\.\s*("[^"]+"|[\w$]+))?/gi;
var SCHEMA_MADE = /\bcreate\s+schema\s+(?:if\s+not\s+exists\s+)?(?:authorization\s+)?("[^"]+"|[\w$]+)/gi;
var RENAMED = /\brename\s+to\s+("[^"]+"|[\w$]+)|\binto\s+(?:temp\s+|table\s+)*("[^"]+"|[\w$]+)/gi;
var COMPUTED = /\bexecute\b[^]*\bcreate\b|\bcreate\s+(?:table|schema)\b[^]*%[IsL]/i;
var bare = (name2) => name2.startsWith('"') ? name2.slice(1, -1) : name2.toLowerCase();
function leansOn(statements) {
  const made = { relations: /* @__PURE__ */ new Set(), schemas: /* @__PURE__ */ new Set() };
  for (const statement of statements) {
    const { sql: sql2, place } = statement;
    if (COMPUTED.test(sql2) || /^\s*(?:copy|import)\b/i.test(sql2)) return null;
    for (const [, name3 = ""] of sql2.matchAll(SCHEMA_MADE)) made.schemas.add(bare(name3));
    const own2 = needOf(statement, made);
    if (own2 !== null) return { name: own2, place };
    for (const [, first = "", second] of sql2.matchAll(MADE))
      made.relations.add(bare(second ?? first));
    for (const [, first, second = ""] of sql2.matchAll(RENAMED)) {
      made.relations.add(bare(first ?? second));
    }
    const name2 = referredIn(statement).find((relation) => isMissing(relation, made))?.relname;
    if (name2 !== void 0) return { name: name2, place };
  }
  return calledIn(statements, made) ?? readInFunctions(statements, made);
}
var KNOWN = /^(?:pg_cron|vector|pgcrypto|uuid-ossp|citext|pg_trgm|btree_gin|btree_gist|hstore|ltree|unaccent|pg_stat_statements|plpgsql)$/;
function calledIn(statements, { schemas }) {
  const extensions = statements.filter(({ type: type2 }) => type2 === "CreateExtensionStmt");
  if (!extensions.every(({ node }) => KNOWN.test((node ?? {}).extname ?? "")))
    return null;
  for (const { type: type2, node, place } of statements) {
    if (type2 !== "SelectStmt" && type2 !== "CallStmt") continue;
    for (const [, { funcname }] of nodesIn(node)) {
      const [schema2 = "", ...rest] = wordsOf(funcname);
      if (rest.length > 0 && !GIVEN.test(schema2) && !schemas.has(schema2))
        return { name: `schema ${schema2}`, place };
    }
  }
  return null;
}
function readInFunctions(statements, made) {
  if (statements.some(({ sql: sql2 }) => /\bcheck_function_bodies\b/i.test(sql2))) return null;
  for (const { type: type2, node, place } of statements) {
    const nodes = type2 === FUNCTION_BODY ? [...nodesIn(node)] : [];
    const own2 = new Set(nodes.map(([, { ctename }]) => ctename));
    const name2 = nodes.flatMap(([field, inner]) => field === "RangeVar" ? [inner] : []).filter(({ schemaname = "public" }) => schemaname === "public").filter(({ relname }) => !own2.has(relname) && !OF_EXTENSIONS.test(relname ?? "")).find((relation) => isMissing(relation, made))?.relname;
    if (name2 !== void 0) return { name: name2, place };
  }
  return null;
}
function needOf({ type: type2, node }, made) {
  const fields = node ?? {};
  const { schemaname = "public" } = fields.relation ?? {};
  if (type2 === "CreateStmt" && !GIVEN.test(schemaname) && !made.schemas.has(schemaname))
    return `schema ${schemaname}`;
  if (type2 === "CreatePolicyStmt") return missingOf(fields.table, made);
  if (!ON_RELATION.includes(type2) || fields.missing_ok === true || !isTable(fields)) return null;
  return missingOf(fields.relation, made);
}
var missingOf = (relation, made) => relation !== void 0 && isMissing(relation, made) ? relation.relname ?? null : null;
function isMissing({ schemaname = "public", relname }, { relations }) {
  if (relname === void 0 || relations.has(relname) || relname.startsWith("pg_")) return false;
  return schemaname === "public" || !GIVEN.test(schemaname);
}
var referredIn = ({ node }) => [...nodesIn(node)].flatMap(([field, inner]) => field === "pktable" ? [inner] : []);
function isTable({ objtype = "OBJECT_TABLE", renameType = "OBJECT_TABLE" }) {
  return objtype === "OBJECT_TABLE" && /_(?:TABLE|COLUMN)$/.test(renameType);
}

// src/database/lexer.ts
var COPY_DATA = /^copy\b[^;]*\bfrom\s+stdin\b/i;
var DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
var WORD2 = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
function lexStatements(sql2) {
  const statements = [];
  let start = skipBlank(sql2, 0);
  while (start < sql2.length) {
    let end = statementEnd(sql2, start);
    let next = end + 1;
    if (COPY_DATA.test(sql2.slice(start, end))) {
      const data = copyDataEnd(sql2, next);
      if (data !== null) end = next = data;
    }
    const text2 = sql2.slice(start, end).trimEnd();
    if (text2 !== "") statements.push({ sql: text2, offset: start });
    start = skipBlank(sql2, next);
  }
  return statements;
}
function skipBlank(sql2, from) {
  let at = from;
  while (at < sql2.length) {
    const character = sql2.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === "\\") at = lineEnd(sql2, at);
    else {
      const after = skipComment(sql2, at);
      if (after === at) return at;
      at = after;
    }
  }
  return at;
}
function statementEnd(sql2, from) {
  let at = from;
  let previous = "";
  let atomic = 0;
  while (at < sql2.length) {
    if (sql2.charAt(at) === ";" && atomic === 0) return at;
    WORD2.lastIndex = at;
    const word = WORD2.exec(sql2)?.[0].toLowerCase();
    if (word === void 0) {
      at = skipToken(sql2, at);
      continue;
    }
    at += word.length;
    if (word === "e" && sql2.charAt(at) === "'") at = skipQuoted(sql2, at, true);
    else if (word === "atomic" && previous === "begin") atomic = 1;
    else if (atomic > 0 && word === "case") atomic++;
    else if (atomic > 0 && word === "end") atomic--;
    previous = word;
  }
  return sql2.length;
}
function skipToken(sql2, at) {
  const character = sql2.charAt(at);
  if (character === "'" || character === '"') return skipQuoted(sql2, at, false);
  if (character === "$") return skipDollarQuoted(sql2, at);
  return Math.max(skipComment(sql2, at), at + 1);
}
function skipQuoted(sql2, open, backslashes) {
  const quote = sql2.charAt(open);
  let at = open + 1;
  while (at < sql2.length && sql2.charAt(at) !== quote) {
    at += backslashes && sql2.charAt(at) === "\\" ? 2 : 1;
  }
  return at + 1;
}
function skipDollarQuoted(sql2, at) {
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(sql2)?.[0];
  if (tag === void 0) return at + 1;
  const close = sql2.indexOf(tag, at + tag.length);
  return close === -1 ? sql2.length : close + tag.length;
}
function skipComment(sql2, at) {
  if (sql2.startsWith("--", at)) return lineEnd(sql2, at);
  if (!sql2.startsWith("/*", at)) return at;
  let depth = 0;
  let end = at;
  do {
    if (sql2.startsWith("/*", end)) depth++;
    else if (sql2.startsWith("*/", end)) depth--;
    else {
      end++;
      continue;
    }
    end += 2;
  } while (depth > 0 && end < sql2.length);
  return end;
}
function lineEnd(sql2, at) {
  const newline = sql2.indexOf("\n", at);
  return newline === -1 ? sql2.length : newline + 1;
}
function copyDataEnd(sql2, from) {
  const end = /^[^\S\n]*\n(?:[\s\S]*?\n)??\\\.[^\S\n]*(?=\n|$)/.exec(sql2.slice(from));
  return end ? from + end[0].length : null;
}

// src/database/statements.ts
var CHUNK_LENGTH = 1e5;
async function splitStatements(sql2) {
  const lexed = lexStatements(sql2);
  if (lexed.length < 2) return lexed;
  const parser = await import("./vendor/libpg-query.js");
  await parser.loadModule();
  return chunks(lexed).flatMap((chunk) => {
    const [first] = chunk;
    const last = chunk.at(-1);
    if (first === void 0 || last === void 0) return [];
    const text2 = sql2.slice(first.offset, last.offset + last.sql.length);
    const parsed = parseStatements(text2, (part) => parser.parseSync(part).stmts ?? []);
    return parsed?.map((one) => ({ ...one, offset: one.offset + first.offset })) ?? chunk;
  });
}
function parseStatements(text2, parse4) {
  let places;
  try {
    places = parse4(text2);
  } catch {
    return null;
  }
  const bytes = Buffer.from(text2);
  let byte = 0;
  let offset = 0;
  const offsetOf2 = (target2) => {
    offset += bytes.toString("utf8", byte, target2).length;
    byte = target2;
    return offset;
  };
  return places.map(({ stmt_location: from = 0, stmt_len: length = 0 }) => {
    const begin = offsetOf2(from);
    const end = offsetOf2(length === 0 ? bytes.length : from + length);
    const start = skipBlank(text2, begin);
    return { sql: text2.slice(start, end).trimEnd(), offset: start };
  });
}
function chunks(statements) {
  const result = [];
  let begin = -Infinity;
  for (const statement of statements) {
    if (statement.offset - begin > CHUNK_LENGTH) {
      result.push([]);
      begin = statement.offset;
    }
    result.at(-1)?.push(statement);
  }
  return result;
}

// src/tools/sql/statements.ts
async function statementsOf({ file, text: text2 }, fill) {
  const plain = text2.replace(/^\uFEFF/, " ");
  const placeOf3 = placesIn(file, plain);
  const statements = await splitStatements(plain);
  return statements.map((statement) => {
    const place = placeOf3(statement.offset);
    const filled = fill?.(statement) ?? { sql: statement.sql, unknown: [] };
    return { ...filled, place };
  });
}
function placesIn(file, text2) {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (; ; ) {
      const next = text2.indexOf("\n", start);
      if (next === -1 || next >= offset) break;
      line += 1;
      start = next + 1;
    }
    return { file, line, column: offset - start + 1 };
  };
}

// src/tools/sql/evidence.ts
var OWN = /\b(?:bigserial|smallserial|serial|timestamptz|jsonb|bytea|tsvector|plpgsql|citext|inet|pg_catalog|pg_trgm|gen_random_uuid|uuid_generate_v4|concurrently|nextval)\b|\btimestamp\s+with(?:out)?\s+time\s+zone\b|\$\w*\$|::\s*"?[a-z]|\bcreate\s+(?:extension|type|domain|materialized\s+view|sequence|policy)\b|\bcomment\s+on\b|\busing\s+(?:gin|gist|brin|btree|hash)\b|\b(?:text|integer|int|bigint|uuid|varchar)\s*\[\]|\brow\s+level\s+security\b|\bnot\s+valid\b|\bas\s+identity\b/i;
var MANIFESTS = [
  "package.json",
  "go.mod",
  "Cargo.toml",
  "pyproject.toml",
  "requirements.txt",
  "Gemfile",
  "mix.exs",
  "pom.xml",
  "build.gradle",
  "build.gradle.kts",
  "docker-compose.yml",
  "docker-compose.yaml",
  "compose.yml",
  "compose.yaml",
  ".env.example",
  "sqlc.yaml",
  "sqlc.yml",
  "wrangler.toml",
  "wrangler.jsonc",
  "wrangler.json"
];
var FOR = /postgres|"pg"|"@types\/pg"|jackc\/pgx|lib\/pq|psycopg|asyncpg|"@?neon|supabase|timescale|pgvector/i;
var AGAINST = /mysql|mariadb|sqlite|better-sqlite3|cockroach|clickhouse|mssql|sqlserver|d1_databases|libsql|oracle|duckdb|scylla|cassandra/i;
async function whyNotHistory(format, folder, layout) {
  const provider = format.name === "prisma" ? providerOf(folder) : null;
  if (format.name === "prisma" && !isPostgresProvider(provider))
    return { why: `Prisma's provider is ${provider ?? "not told"}` };
  const url = format.name === "flyway" ? readFlywayConfig(folder, {}).url : null;
  if (url?.startsWith("jdbc:") === true && !/^jdbc:(?:\w+:)?postgresql:/.test(url))
    return { why: `Flyway's configuration says ${url.split(":").slice(0, 2).join(":")}` };
  const { refused, own: own2, foreign, parsed } = await languageOf(layout);
  const isSure = provider !== null || format.name === "supabase" || own2;
  if (refused !== null)
    return { why: `${refused} is no SQL that PostgreSQL knows`, incomplete: isSure };
  if (foreign !== null) return { why: `${foreign} has words of another database` };
  const around = isSure ? "postgres" : surroundings(folder);
  if (around === "other") return { why: "the project speaks of other databases" };
  if (around === null) return { why: "nothing says that it is for PostgreSQL" };
  return whyNotWhole(layout, parsed);
}
function whyNotWhole({ bookkeeping: bookkeeping6 }, parsed) {
  const missing4 = leansOn(parsed);
  if (missing4 === null || missing4.name === bookkeeping6.table) return null;
  const { name: name2, place } = missing4;
  const why = `line ${place.line} of ${baseOf(place.file)} needs ${name2}, which no migration before it makes, so they don't begin with an empty database; name the folder in plumbline.yml (tool: sql) if they are to be run all the same`;
  return { why, incomplete: true };
}
async function languageOf({ entries }) {
  const parser = await import("./vendor/libpg-query.js");
  await parser.loadModule();
  const parsed = [];
  const isForeign = foreignWords();
  let own2 = false;
  for (const { up, fill } of entries) {
    for (const { sql: sql2, place, unknown } of await statementsOf(up, fill)) {
      const where = `${place.file}:${place.line}`;
      const code = withoutWords(sql2);
      const plain = withoutNames(code);
      own2 ||= OWN.test(plain);
      if (code.trim() === "" || unknown.length > 0 || /^copy\b[^;]*\bfrom\s+stdin\b/i.test(sql2))
        continue;
      const tree = treeOf(parser, sql2);
      if (tree === null ? hasForeignWord(plain) : isForeign(tree[1]))
        return { refused: null, own: own2, foreign: where, parsed };
      if (tree === null) return { refused: where, own: own2, foreign: null, parsed };
      const [type2 = "", node] = tree;
      parsed.push({ type: type2, node, sql: code, place });
      const body = type2 === "CreateFunctionStmt" ? sqlBodyOf(node ?? {}) : null;
      const inner = body === null ? null : statementsIn(parser, body);
      if (inner !== null) parsed.push({ type: FUNCTION_BODY, node: inner, sql: "", place });
    }
  }
  return { refused: null, own: own2, foreign: null, parsed };
}
var baseOf = (file) => /(?:[^/]+\/(?:up|migration)|[^/]+)\.sql$/.exec(file)?.[0] ?? file;
function statementsIn(parser, sql2) {
  try {
    return parser.parseSync(sql2).stmts ?? [];
  } catch {
    return null;
  }
}
function treeOf(parser, sql2) {
  const statements = statementsIn(parser, sql2);
  if (statements === null) return null;
  const [entry2] = Object.entries(statements[0]?.stmt ?? {});
  return entry2 ?? [];
}
function withoutWords(sql2) {
  return sql2.replaceAll(/--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'/g, " ");
}
var withoutNames = (code) => code.replaceAll(/"[^"]*"/g, " ");
function surroundings({ revision, directory: directory2 }) {
  for (const at of upwards(directory2)) {
    const text2 = MANIFESTS.map((name2) => textAt(revision, at, name2)).join("\n");
    const [one, other] = [FOR.test(text2), AGAINST.test(text2)];
    if (other) return "other";
    if (one) return "postgres";
  }
  return null;
}
function textAt(revision, directory2, name2) {
  const file = directory2 === "" ? name2 : `${directory2}/${name2}`;
  return revision.isFile(file) ? readIfReadable(revision, file) ?? "" : "";
}

// src/tools/sql/ledgers.ts
function rowLedger(rows, migrations) {
  const { bookkeeping: bookkeeping6, key, where } = rows;
  const table = `${quoteIdentifier(bookkeeping6.schema)}.${quoteIdentifier(bookkeeping6.table)}`;
  return {
    create: [
      `create schema if not exists ${quoteIdentifier(bookkeeping6.schema)}`,
      `create table if not exists ${table} (${rows.columns})`,
      ...rows.first === void 0 ? [] : [
        `insert into ${table} (${rows.first.columns}) select ${rows.first.values} where not exists (select from ${table})`
      ]
    ],
    read: `select (${key})::text as key from ${table}${where === void 0 ? "" : ` where ${where}`}`,
    pending: (applied) => {
      const keys = new Set(applied.map((row3) => String(row3["key"])));
      return migrations.filter((migration) => !keys.has(rows.keyOf(migration)));
    },
    record: (migration) => {
      const entries = Object.entries(rows.row(migration));
      const names = entries.map(([name2]) => quoteIdentifier(name2)).join(", ");
      const values = entries.map((_, index) => `$${String(index + 1)}`).join(", ");
      return {
        sql: `insert into ${table} (${names}) values (${values})`,
        parameters: entries.map(([, value]) => value)
      };
    }
  };
}

// src/tools/sql/sections.ts
function markersIn(text2, pattern) {
  return [...text2.matchAll(new RegExp(pattern.source, "gim"))].map((match) => ({
    words: (match[1] ?? match[0]).trim(),
    from: match.index,
    to: match.index + match[0].length
  }));
}
function only(text2, from, to) {
  return blank(text2.slice(0, from)) + text2.slice(from, to) + blank(text2.slice(to));
}
function blank(text2) {
  return text2.replaceAll(/[^\n]/gu, (character) => " ".repeat(character.length));
}

// src/tools/sql/dbmate.ts
var MARKER = /^--[ \t]*migrate:((?:up|down)\b[^\n]*)(?:\n|$)/;
var NAME2 = /^(\d+).*\.sql$/;
var bookkeeping = { schema: "public", table: "schema_migrations" };
var COLUMNS2 = "version varchar(128) primary key";
var dbmate = {
  name: "dbmate",
  recognise: (folder) => flat(folder.files).some((name2) => NAME2.test(name2) && isMarked(folder.read(name2))),
  read: (folder) => {
    const names = flat(folder.files);
    const entries = names.flatMap((name2) => ({ name: name2, digits: NAME2.exec(name2)?.[1] ?? "" })).filter(({ name: name2, digits }) => digits !== "" && isMarked(folder.read(name2))).sort(byVersion).map((file) => entryOf(folder, file));
    const read2 = new Set(entries.map(({ up }) => up.file));
    return {
      entries,
      findings: [],
      strays: names.filter((name2) => !read2.has(folder.path(name2))),
      bookkeeping,
      columns: COLUMNS2,
      transactions: "one each",
      downs: true,
      ledger: (migrations) => rowLedger(
        {
          bookkeeping,
          columns: COLUMNS2,
          key: "version",
          row: (migration) => ({ version: versionOf(migration.name) }),
          keyOf: (migration) => versionOf(migration.name)
        },
        migrations
      )
    };
  }
};
var versionOf = (name2) => /^\d+/.exec(name2)?.[0] ?? name2;
function isMarked(text2) {
  return markersIn(text2, MARKER).some(({ words: words3 }) => /^up\b/i.test(words3));
}
function entryOf(folder, { name: name2, digits }) {
  const text2 = folder.read(name2);
  const file = folder.path(name2);
  const markers = markersIn(text2, MARKER);
  const up = markers.find(({ words: words3 }) => /^up\b/i.test(words3));
  const down = markers.find(({ words: words3 }) => /^down\b/i.test(words3));
  const from = up?.to ?? 0;
  const end = down === void 0 || down.from < from ? text2.length : down.from;
  return {
    name: name2.slice(0, -".sql".length),
    up: { file, text: only(text2, from, end) },
    down: down === void 0 ? null : { file, text: only(text2, down.to, text2.length) },
    sending: /transaction:\s*false/i.test(up?.words ?? "") ? "message" : "transaction",
    version: Number(digits)
  };
}

// src/tools/sql/fill.ts
var VARIABLE = /\$\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|(?<![\w$])\$([A-Za-z_]\w*)(?![\w$]*\$)/g;
function fillEnvironment(sql2, values) {
  const unknown = [];
  const filled = sql2.replaceAll(
    VARIABLE,
    (whole, braced, fallback, bare3) => {
      const name2 = braced ?? bare3 ?? "";
      const value = values[name2] ?? fallback;
      if (value === void 0) unknown.push(name2);
      return value ?? whole;
    }
  );
  return { sql: filled, unknown };
}
var PLACEHOLDER = /\$\{([\w:.-]+)\}/g;
var COLON_NAME = /(?<![:\w]):([A-Z][A-Z\d_]*)\b/g;
function fillPlaceholders(sql2, values, pattern = PLACEHOLDER) {
  const unknown = [];
  const filled = sql2.replaceAll(pattern, (whole, name2) => {
    const value = values[name2];
    if (value === void 0) unknown.push(name2);
    return value ?? whole;
  });
  return { sql: filled, unknown };
}

// src/tools/sql/format.ts
var formatNames = [
  "prisma",
  "flyway",
  "goose",
  "dbmate",
  "node-pg-migrate",
  "supabase",
  "golang-migrate",
  "numbered"
];
function notObserved(message, file) {
  const line = file === null ? null : 1;
  return { rule: "not-observed", severity: "warning", hazard: "unreadable", message, file, line };
}

// src/tools/sql/flyway.ts
var VERSIONED = /^([VUB])(\d+(?:[._]\d+)*)(?:__(.*))?\.sql$/;
var REPEATABLE = /^R__(.*)\.sql$/;
var CODE2 = /^[VR][\d._]*__\w+\.(?:java|kt|groovy|scala|class)$/;
var CALLBACK = /^(?:before|after)[A-Z]\w*?(?:__.*)?\.sql$/;
var COLUMNS3 = "installed_rank integer primary key, version varchar(50), description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum integer, installed_by varchar(100) not null, installed_on timestamp not null default now(), execution_time integer not null, success boolean not null";
var flyway = {
  name: "flyway",
  recognise: ({ files: files2 }) => files2.some((name2) => VERSIONED.exec(baseOf2(name2))?.[1] === "V"),
  read: (whole, values) => {
    const config = readFlywayConfig(whole, values);
    const folder = within(whole, config.locations);
    const versioned = folder.files.flatMap(versionedOf);
    const { ups, covered } = fromBaseline(versioned);
    const repeatable = folder.files.filter((name2) => REPEATABLE.test(baseOf2(name2))).sort((a, b) => baseOf2(a) < baseOf2(b) ? -1 : 1);
    const undos = versioned.filter(({ prefix }) => prefix === "U");
    const entryOf6 = (name2, version) => makeEntry(folder, config, { name: name2, undo: undoOf(undos, version) });
    return {
      entries: [
        ...schemaCreation(config),
        ...ups.map((one) => ({
          ...entryOf6(one.name, one.version),
          version: Number(one.version.at(0) ?? 0n),
          baseline: one.prefix === "B"
        })),
        ...repeatable.map((name2) => ({ ...entryOf6(name2, null), repeatable: true }))
      ],
      findings: [...covered, ...unseen(folder)],
      strays: folder.files.filter((name2) => {
        const base = baseOf2(name2);
        return !VERSIONED.test(base) && !REPEATABLE.test(base) && !CALLBACK.test(base);
      }),
      bookkeeping: { schema: config.schemas[0] ?? "public", table: config.table },
      columns: COLUMNS3,
      ofEdits: "refused",
      transactions: "one each",
      downs: undos.length > 0,
      ledger: null
    };
  }
};
function within(folder, locations) {
  const own2 = locations.filter((one) => isWithin(one, folder.directory));
  if (own2.length === 0) return folder;
  const isOwn = (name2) => own2.some((one) => isWithin(folder.path(name2), one));
  return { ...folder, files: folder.files.filter(isOwn), others: folder.others.filter(isOwn) };
}
var baseOf2 = (name2) => name2.slice(name2.lastIndexOf("/") + 1);
function versionedOf(name2) {
  const [, prefix, version] = VERSIONED.exec(baseOf2(name2)) ?? [];
  if (prefix === void 0 || version === void 0) return [];
  return [{ name: name2, prefix, version: version.split(/[._]/).map(BigInt) }];
}
function fromBaseline(all) {
  const ups = all.filter(({ prefix }) => prefix === "V").sort(byParts);
  const baseline = all.filter(({ prefix }) => prefix === "B").sort(byParts).at(-1);
  if (baseline === void 0) return { ups, covered: [] };
  const later = ups.filter((one) => compareParts(one.version, baseline.version) > 0);
  return {
    ups: [baseline, ...later],
    covered: [
      {
        rule: "baseline-taken",
        severity: "note",
        hazard: "configuration",
        message: `${baseOf2(baseline.name)} stands for what came before it, as it does on a new database: ${ups.length - later.length} older migrations are not run`,
        file: null,
        line: null
      }
    ]
  };
}
function byParts(a, b) {
  return compareParts(a.version, b.version) || (a.name < b.name ? -1 : 1);
}
function compareParts(a, b) {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [one, other] = [a[at] ?? 0n, b[at] ?? 0n];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
function undoOf(undos, version) {
  if (version === null) return null;
  return undos.find((undo) => compareParts(undo.version, version) === 0)?.name ?? null;
}
function schemaCreation({ schemas, file }) {
  const own2 = schemas.filter((schema2) => schema2 !== "public");
  if (own2.length === 0 || file === null) return [];
  const before = own2.map((schema2) => `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema2)}`);
  return [
    {
      name: "<< Flyway Schema Creation >>",
      up: { file, text: "" },
      down: null,
      sending: "transaction",
      version: 0,
      before
    }
  ];
}
function makeEntry(folder, config, { name: name2, undo }) {
  const script2 = scriptConfig(folder, name2);
  const [schema2] = config.schemas;
  const known = { ...config.placeholders, "flyway:filename": baseOf2(name2) };
  const replaces = config.replaces && script2["placeholderReplacement"] !== "false";
  return {
    name: baseOf2(name2).slice(0, -".sql".length),
    up: { file: folder.path(name2), text: folder.read(name2) },
    down: undo === null ? null : { file: folder.path(undo), text: folder.read(undo) },
    sending: script2["executeInTransaction"] === "false" ? "statements" : "apart",
    version: 0,
    ...schema2 === void 0 || schema2 === "public" ? {} : { before: [`SET search_path TO ${quoteIdentifier(schema2)}, public`] },
    ...replaces ? { fill: ({ sql: sql2 }) => fillPlaceholders(sql2, known) } : {}
  };
}
function scriptConfig(folder, name2) {
  const file = `${name2}.conf`;
  if (!folder.others.includes(file)) return {};
  const lines = folder.read(file).split("\n");
  return Object.fromEntries(
    lines.map((line) => {
      const [key = "", value = ""] = line.split("=").map((part) => part.trim());
      return [key, value];
    })
  );
}
function unseen(folder) {
  const code = folder.others.filter((name2) => CODE2.test(baseOf2(name2))).map(
    (name2) => notObserved(`${name2} is a migration in code, which is not run here`, folder.path(name2))
  );
  const [first, ...more] = folder.files.filter((name2) => CALLBACK.test(baseOf2(name2)));
  if (first === void 0) return code;
  const told = more.length === 0 ? `${first} is a callback, which is not run here` : `${first} and ${more.length} more are callbacks, which are not run here`;
  return [...code, notObserved(told, folder.path(first))];
}

// src/tools/sql/golang-migrate.ts
var NAME3 = /^(\d+)_(.*)\.(up|down)\.sql$/;
var golangMigrate = {
  name: "golang-migrate",
  recognise: (folder) => {
    const names = flat(folder.files);
    const own2 = names.filter((name2) => NAME3.test(name2));
    return own2.length > 0 && own2.some((name2) => name2.endsWith(".up.sql")) && !isSqlx(folder);
  },
  read: (folder) => {
    const names = flat(folder.files);
    const entries = names.map((name2) => ({ name: name2, match: NAME3.exec(name2) })).filter(({ match }) => match?.[3] === "up").map(({ name: name2, match }) => ({ name: name2, digits: match?.[1] ?? "" })).sort(byVersion).map((file) => entryOf2(folder, file));
    return {
      entries,
      findings: [],
      strays: names.filter((name2) => !NAME3.test(name2)),
      bookkeeping: bookkeeping2,
      columns: COLUMNS4,
      transactions: "one each",
      downs: true,
      ledger
    };
  }
};
var bookkeeping2 = { schema: "public", table: "schema_migrations" };
var COLUMNS4 = "version bigint not null primary key, dirty boolean not null";
function isSqlx({ revision, directory: directory2 }) {
  const manifests = upwards(directory2).map((at) => at === "" ? "Cargo.toml" : `${at}/Cargo.toml`);
  return manifests.some((file) => revision.isFile(file) && /\bsqlx\b/.test(revision.read(file)));
}
function entryOf2(folder, { name: name2, digits }) {
  const down = flat(folder.files).find((other) => {
    const match = NAME3.exec(other);
    return match?.[3] === "down" && BigInt(match[1] ?? 0) === BigInt(digits);
  });
  return {
    name: name2.slice(0, -".up.sql".length),
    up: { file: folder.path(name2), text: folder.read(name2) },
    down: down === void 0 ? null : { file: folder.path(down), text: folder.read(down) },
    sending: "message",
    version: Number(digits)
  };
}
function ledger(migrations) {
  const table = "public.schema_migrations";
  return {
    create: [`create table if not exists ${table} (${COLUMNS4})`],
    read: `select version::text as version from ${table} limit 1`,
    pending: ([row3]) => {
      const at = row3 === void 0 ? -1 : Number(row3["version"]);
      return migrations.filter(({ timestamp }) => timestamp > at);
    },
    record: ({ timestamp }) => ({
      sql: `with gone as (delete from ${table}) insert into ${table} (version, dirty) values ($1, false)`,
      parameters: [timestamp]
    })
  };
}

// src/tools/sql/goose.ts
var MARKER2 = /^--[ \t]*\+goose[ \t]+([^\n]*)(?:\n|$)/;
var NAME4 = /^(\d+)_.*\.sql$/;
var CODE3 = /^\d+_.*(?<!_test)\.go$/;
var bookkeeping3 = { schema: "public", table: "goose_db_version" };
var COLUMNS5 = "id integer primary key generated by default as identity, version_id bigint not null, is_applied boolean not null, tstamp timestamp not null default now()";
var goose = {
  name: "goose",
  recognise: (folder) => flat(folder.files).some((name2) => isAnnotated(folder.read(name2))),
  read: (folder, values) => {
    const names = flat(folder.files);
    const entries = names.map((name2) => ({ name: name2, digits: NAME4.exec(name2)?.[1] ?? "" })).filter(({ name: name2, digits }) => digits !== "" && isAnnotated(folder.read(name2))).sort(byVersion).map((file) => entryOf3(folder, file, values));
    const read2 = new Set(entries.map(({ up }) => up.file));
    return {
      entries,
      findings: flat(folder.others).filter((name2) => CODE3.test(name2)).map(
        (name2) => notObserved(`${name2} is a migration in Go, which is not run here`, folder.path(name2))
      ),
      strays: names.filter((name2) => !read2.has(folder.path(name2))),
      bookkeeping: bookkeeping3,
      columns: COLUMNS5,
      transactions: "one each",
      downs: true,
      ledger: (migrations) => rowLedger(
        {
          bookkeeping: bookkeeping3,
          columns: COLUMNS5,
          // goose takes a table without rows for a broken one.
          first: { columns: "version_id, is_applied", values: "0, true" },
          key: "version_id",
          where: "is_applied",
          row: ({ timestamp }) => ({ version_id: timestamp, is_applied: true }),
          keyOf: ({ timestamp }) => String(timestamp)
        },
        migrations
      )
    };
  }
};
var is = (marker, words3) => words3.test(marker.words);
function isAnnotated(text2) {
  return markersIn(text2, MARKER2).some((marker) => is(marker, /^up$/i));
}
function entryOf3(folder, { name: name2, digits }, values) {
  const text2 = folder.read(name2);
  const file = folder.path(name2);
  const markers = markersIn(text2, MARKER2);
  const up = markers.find((marker) => is(marker, /^up$/i));
  const down = markers.find((marker) => is(marker, /^down$/i));
  const substituted = rangesOf(markers, text2.length);
  return {
    name: name2.slice(0, -".sql".length),
    up: { file, text: only(text2, up?.to ?? 0, down?.from ?? text2.length) },
    down: down === void 0 ? null : { file, text: only(text2, down.to, text2.length) },
    sending: markers.some((marker) => is(marker, /^no\s+transaction$/i)) ? "statements" : "transaction",
    version: Number(digits),
    ...substituted.length === 0 ? {} : {
      fill: ({ sql: sql2, offset }) => substituted.some(([from, to]) => offset >= from && offset < to) ? fillEnvironment(sql2, values) : { sql: sql2, unknown: [] }
    }
  };
}
function rangesOf(markers, end) {
  const ranges = [];
  for (const marker of markers) {
    const last = ranges.at(-1);
    if (is(marker, /^envsub\s+on$/i)) ranges.push([marker.to, end]);
    else if (is(marker, /^envsub\s+off$/i) && last !== void 0) last[1] = marker.from;
  }
  return ranges;
}

// src/tools/sql/node-pg-migrate.ts
var MARKER3 = /^[ \t]*--[ \t-]*((?:up|down)[ \t]+migration)[^\n]*(?:\n|$)/;
var NAME5 = /^(\d+)[_-].*\.sql$/;
var CODE4 = /^\d+[_-].*\.[cm]?[jt]s$/;
var bookkeeping4 = { schema: "public", table: "pgmigrations" };
var COLUMNS6 = "id serial primary key, name varchar(255) not null, run_on timestamp not null";
var nodePgMigrate = {
  name: "node-pg-migrate",
  recognise: (folder) => flat(folder.files).some((name2) => NAME5.test(name2) && isMarked2(folder.read(name2))),
  read: (folder) => {
    const names = flat(folder.files);
    const entries = names.map((name2) => ({ name: name2, digits: NAME5.exec(name2)?.[1] ?? "" })).filter(({ digits }) => digits !== "").sort(byVersion).map((file) => entryOf4(folder, file));
    return {
      entries,
      findings: flat(folder.others).filter((name2) => CODE4.test(name2)).map(
        (name2) => notObserved(`${name2} is a migration in code, which is not run here`, folder.path(name2))
      ),
      strays: names.filter((name2) => !NAME5.test(name2)),
      bookkeeping: bookkeeping4,
      columns: COLUMNS6,
      transactions: "one for all",
      downs: true,
      ledger: (migrations) => rowLedger(
        {
          bookkeeping: bookkeeping4,
          columns: COLUMNS6,
          key: "name",
          row: ({ name: name2 }) => ({ name: name2, run_on: (/* @__PURE__ */ new Date()).toISOString() }),
          keyOf: ({ name: name2 }) => name2
        },
        migrations
      )
    };
  }
};
function isMarked2(text2) {
  return markersIn(text2, MARKER3).some(({ words: words3 }) => /^up/i.test(words3));
}
function entryOf4(folder, { name: name2, digits }) {
  const text2 = folder.read(name2);
  const file = folder.path(name2);
  const markers = markersIn(text2, MARKER3);
  const up = markers.find(({ words: words3 }) => /^up/i.test(words3));
  const down = markers.find(({ words: words3 }) => /^down/i.test(words3));
  return {
    name: name2.slice(0, -".sql".length),
    up: { file, text: only(text2, up?.to ?? 0, down?.from ?? text2.length) },
    down: down === void 0 ? null : { file, text: only(text2, down.to, text2.length) },
    sending: "transaction",
    version: Number(digits)
  };
}

// src/tools/sql/numbered.ts
var NAME6 = /^[vV]?\d[\d.]*(?:[-_ .].*)?\.sql$/;
var UP = /[._-](?:up|do|deploy|apply)\.sql$/i;
var DOWN = /[._-](?:down|undo|rollback|revert)\.sql$/i;
var IN_FOLDER = /^([^/]*\d[^/]*)\/(up|down)\.sql$/;
var NO_TRANSACTION = /^(?:\s|--[^\n]*\n)*--!?[ \t]*(?:no-transaction|atlas:txmode[ \t]+none|postgres-migrations[ \t]+disable-transaction)\b/i;
var COLUMNS7 = "version varchar(50) primary key, run_on timestamp not null default current_timestamp";
var COMMITTED = "--! Previous:";
var numbered = {
  name: "numbered",
  recognise: (folder) => {
    if (/(?:^|\/)current$/.test(folder.directory)) return false;
    const names = flat(folder.files);
    const ups = names.filter((name2) => NAME6.test(name2) && !DOWN.test(name2));
    return ups.length > 0 || folder.files.some((name2) => IN_FOLDER.exec(name2)?.[2] === "up");
  },
  read: (folder, values) => {
    const names = flat(folder.files);
    const plain = (names.some((name2) => NAME6.test(name2)) ? files : folders)(folder);
    const entries = plain.map(
      (entry2) => entry2.up.text.startsWith(COMMITTED) ? { ...entry2, fill: ({ sql: sql2 }) => fillPlaceholders(sql2, values, COLON_NAME) } : entry2
    );
    const read2 = new Set(entries.flatMap(({ up, down }) => [up.file, down?.file ?? ""]));
    return {
      entries,
      findings: [],
      strays: names.filter((name2) => !read2.has(folder.path(name2))),
      bookkeeping: {
        schema: "public",
        table: isDiesels(folder) ? "__diesel_schema_migrations" : "schema_migrations"
      },
      columns: isDiesels(folder) ? COLUMNS7 : "",
      transactions: "one each",
      downs: entries.some(({ down }) => down !== null),
      ledger: null
    };
  }
};
function files(folder) {
  const names = flat(folder.files).filter((name2) => NAME6.test(name2));
  const downs = new Map(
    names.filter((name2) => DOWN.test(name2)).map((name2) => [stemOf(name2), name2])
  );
  return names.filter((name2) => !DOWN.test(name2)).sort(naturally).map((name2) => entryOf5(folder, stemOf(name2), { up: name2, down: downs.get(stemOf(name2)) }));
}
function folders(folder) {
  return folder.files.filter((name2) => IN_FOLDER.exec(name2)?.[2] === "up").sort(naturally).map((name2) => {
    const own2 = IN_FOLDER.exec(name2)?.[1] ?? "";
    const down = `${own2}/down.sql`;
    const entry2 = entryOf5(folder, own2, {
      up: name2,
      down: folder.files.includes(down) ? down : void 0
    });
    const metadata = `${own2}/metadata.toml`;
    const alone = folder.others.includes(metadata) && /^\s*run_in_transaction\s*=\s*false/m.test(folder.read(metadata));
    return alone ? { ...entry2, sending: "statements" } : entry2;
  });
}
function entryOf5(folder, name2, { up, down }) {
  const text2 = folder.read(up);
  return {
    name: name2,
    up: { file: folder.path(up), text: text2 },
    down: down === void 0 ? null : { file: folder.path(down), text: folder.read(down) },
    sending: NO_TRANSACTION.test(text2) ? "statements" : "transaction",
    // What runs it may well begin none.
    mayBracket: true,
    version: Number(/\d+/.exec(name2)?.[0] ?? 0)
  };
}
function stemOf(name2) {
  return name2.replace(UP, "").replace(DOWN, "").replace(/\.sql$/, "");
}
function naturally(a, b) {
  const [one, other] = [a, b].map((name2) => plainTime(name2).match(/\d+|\D+/g) ?? []);
  for (const [at, part] of (one ?? []).entries()) {
    const against = other?.[at];
    if (against === void 0) return 1;
    if (part === against) continue;
    const numbers = /^\d/.test(part) && /^\d/.test(against);
    const order = numbers ? compare(BigInt(part), BigInt(against)) : compare(part, against);
    if (order !== 0) return order;
  }
  return compare(a, b);
}
function plainTime(name2) {
  const time = /^\d{4}-\d\d-\d\d(?:[-_T]\d\d[-:]?\d\d[-:]?\d\d)?(?!\d)/.exec(name2)?.[0] ?? "";
  return time.replaceAll(/\D/g, "") + name2.slice(time.length);
}
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var isDiesels = (folder) => !flat(folder.files).some((name2) => NAME6.test(name2)) && folder.files.some((name2) => IN_FOLDER.test(name2));

// src/tools/sql/supabase.ts
var NAME7 = /^(\d+)_(.*)\.sql$/;
var SEARCH_PATH = 'SET search_path TO "$user", public, extensions';
var bookkeeping5 = { schema: "supabase_migrations", table: "schema_migrations" };
var COLUMNS8 = "version text not null primary key, statements text[], name text";
var supabase = {
  name: "supabase",
  recognise: ({ directory: directory2, files: files2, revision }) => {
    const at = directory2.replace(/\/?[^/]+$/, "");
    const config = at === "" ? "config.toml" : `${at}/config.toml`;
    const isHome = /(?:^|\/)supabase\/migrations$/.test(directory2) || revision.isFile(config);
    return isHome && /(?:^|\/)migrations$/.test(directory2) && flat(files2).some((name2) => NAME7.test(name2));
  },
  read: (folder) => {
    const names = flat(folder.files);
    const speaksOfIt = names.some((name2) => /\bextensions\b/.test(folder.read(name2)));
    return {
      entries: names.filter((name2) => NAME7.test(name2)).map((name2) => ({
        name: name2.slice(0, -".sql".length),
        up: { file: folder.path(name2), text: folder.read(name2) },
        down: null,
        sending: "apart",
        mayBracket: true,
        ...speaksOfIt ? { before: [SEARCH_PATH] } : {},
        version: Number(NAME7.exec(name2)?.[1] ?? 0)
      })),
      findings: [],
      strays: names.filter((name2) => !NAME7.test(name2)),
      bookkeeping: bookkeeping5,
      columns: COLUMNS8,
      transactions: "one each",
      downs: false,
      ledger: (migrations) => rowLedger(
        {
          bookkeeping: bookkeeping5,
          columns: COLUMNS8,
          key: "version",
          row: ({ name: name2, statements }) => ({
            version: versionOf2(name2),
            statements: statements.map(({ sql: sql2 }) => sql2),
            name: NAME7.exec(`${name2}.sql`)?.[2] ?? ""
          }),
          keyOf: ({ name: name2 }) => versionOf2(name2)
        },
        migrations
      )
    };
  }
};
var versionOf2 = (name2) => /^\d+/.exec(name2)?.[0] ?? name2;

// src/tools/sql/formats.ts
var formats = [
  prisma,
  flyway,
  goose,
  dbmate,
  nodePgMigrate,
  supabase,
  golangMigrate,
  numbered
];
function formatNamed(name2) {
  return formats.find((format) => format.name === name2) ?? null;
}
function formatOf(folder) {
  return isDrizzles(folder) ? null : formats.find((format) => format.recognise(folder)) ?? null;
}
function isDrizzles(folder) {
  return folder.others.some(
    (name2) => name2 === "meta/_journal.json" || /^[^/]+\/snapshot\.json$/.test(name2)
  ) || folder.files.some((name2) => folder.read(name2).includes("--> statement-breakpoint"));
}

// src/tools/sql/detect.ts
var LEFT_OUT = /^(?:seeds?|seeders?|seeding|fixtures?|queries|query|dumps?|backups?|tests?|__tests__|__fixtures__|test[-_]?data|specs?|e2e|mocks?|examples?|samples?|demos?|docs?|templates?|vendor|third[-_]party|sqlite3?|mysql|mariadb|mssql|sqlserver|oracle|h2|hsqldb|derby|clickhouse|cassandra|scylla|cockroach(?:db)?|crdb|spanner|duckdb|d1|snowflake|bigquery|redshift|db2|libsql|turso|yugabyte(?:db)?)$/i;
var FOR_MIGRATIONS = /^(?:db|sql|schema|database|pg|postgres)?[-_]?migrations?(?:[-_]?(?:sql|db|pg|postgres(?:ql)?))?$|^migrate$/i;
var MANIFEST = /^(?:package\.json|go\.mod|Cargo\.toml|pyproject\.toml|pom\.xml|build\.gradle(?:\.kts)?|mix\.exs|Gemfile|composer\.json|deno\.jsonc?)$/;
async function detect2(revision, context) {
  const manifests = directoriesOf(revision, MANIFEST);
  const projects = [];
  const findings = [];
  const looked = [];
  for (const directory2 of candidates(revision)) {
    const doubt = await doubtAbout(revision, directory2, context);
    if (doubt === null) projects.push(projectOf2(directory2, manifests));
    else if (doubt.why !== "") looked.push(`${directory2 === "" ? "." : directory2}: ${doubt.why}`);
    if (doubt?.incomplete === true) findings.push(leftOut(directory2, doubt));
  }
  if (projects.length + looked.length === 0) looked.push("no folder of SQL migrations");
  return { projects, findings, looked };
}
async function doubtAbout(revision, directory2, context) {
  const doubt = await judge2(revision, directory2, context);
  const { base = null } = context;
  if (doubt === null || doubt.why === "" || base === null) return doubt;
  return await judge2(base, directory2, context) === null ? null : doubt;
}
function leftOut(directory2, { why }) {
  return {
    rule: "folder-left-out",
    severity: "note",
    hazard: "configuration",
    message: `the migrations in ${directory2 === "" ? "the root" : directory2} are not run: ${why}`,
    file: null,
    line: null
  };
}
async function judge2(revision, directory2, { claimed = [], env }) {
  const folder = openFolder(revision, directory2);
  const format = formatOf(folder);
  if (format === null) return { why: "" };
  if (claimed.some((other) => isWithin(directory2, other) || isWithin(other, directory2)))
    return { why: "" };
  const word = directory2.split("/").find((part) => LEFT_OUT.test(part));
  if (word !== void 0) return { why: `SQL files, left out for the name of the folder ${word}` };
  const layout = format.read(folder, env);
  const beside = format.name === "numbered" && claimed.length > 0;
  const doubt = beside ? "numbered SQL files, beside the migrations of another tool" : doubtOf(format, layout, folder);
  return doubt === null ? whyNotHistory(format, folder, layout) : { why: doubt };
}
function doubtOf(format, layout, { directory: directory2, others: others2 }) {
  if (layout.entries.length === 0) return "SQL files, but no migration to run";
  const code = others2.find(
    (name2) => /^\d+[_-][^/]*\.(?:[cm]?[jt]s|go|py|rb|php|exs?|cs)$/.test(name2)
  );
  if (code !== void 0) return `migrations in code are among the SQL files (${code})`;
  if (format.name === "flyway" && layout.findings.some(({ message }) => message.includes("in code")))
    return "migrations in code are among the SQL files";
  if (format.name !== "numbered") return null;
  if (!directory2.split("/").some((part) => FOR_MIGRATIONS.test(part)))
    return "numbered SQL files, in a folder that is not named for migrations";
  const inFolders = layout.entries.every(({ up }) => up.file.endsWith("/up.sql"));
  const stray = layout.strays.find(
    (name2) => !inFolders && !/^(?:schema|structure|seeds?|dump)\.sql$/i.test(name2)
  );
  return stray === void 0 ? null : `numbered SQL files, and others whose order is not known (${stray})`;
}
function candidates(revision) {
  const found = /* @__PURE__ */ new Set();
  const flyways = /* @__PURE__ */ new Map();
  for (const file of revision.list()) {
    if (!file.endsWith(".sql")) continue;
    const parts = file.split("/");
    const base = parts.pop() ?? "";
    if (/^(?:migration|up|down)\.sql$/.test(base)) parts.pop();
    if (/^[VUB]\d[\d._]*__|^R__/.test(base)) addTo(flyways, locationOf(parts), parts.join("/"));
    else found.add(parts.join("/"));
  }
  const locations = [...flyways.keys()];
  for (const location of locations) {
    if (locations.some((one) => one !== location && isWithin(location, one))) continue;
    const below = locations.filter((one) => isWithin(one, location));
    const own2 = sharedBy(below.flatMap((one) => flyways.get(one) ?? []));
    const told = readFlywayConfig(openFolder(revision, own2), {}).locations;
    const shared = told.some((one) => isWithin(own2, one)) ? sharedBy(told) : own2;
    for (const above of upwards(shared)) found.delete(above);
    found.add(shared);
  }
  return [...found].sort();
}
function locationOf(parts) {
  const at = parts.findLastIndex((part) => /migrat/i.test(part));
  const below = parts.slice(at + 1);
  const apart = below.some((part) => LEFT_OUT.test(part) || /postgres|^pg$/i.test(part));
  return (at === -1 || apart ? parts : parts.slice(0, at + 1)).join("/");
}
function sharedBy(directories) {
  const [first = "", ...rest] = directories;
  return upwards(first).find((at) => at === "" || rest.every((one) => isWithin(one, at))) ?? "";
}
function directoriesOf(revision, name2) {
  const files2 = revision.list().filter((file) => name2.test(file.slice(file.lastIndexOf("/") + 1)));
  return new Set(
    files2.map((file) => file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "")
  );
}
function projectOf2(directory2, manifests) {
  return {
    id: directory2 === "" ? "migrations" : directory2,
    root: upwards(directory2).find((at) => manifests.has(at)) ?? "",
    tool: "sql",
    configFile: null,
    models: [],
    migrations: directory2,
    env: {},
    ignore: [],
    settings: {}
  };
}

// src/tools/sql/migrations.ts
import { createHash as createHash3 } from "node:crypto";
var NONE2 = {
  entries: [],
  findings: [],
  strays: [],
  bookkeeping: { schema: "public", table: "schema_migrations" },
  columns: "",
  transactions: "one each",
  downs: false,
  ledger: null
};
async function readMigrations2(revision, project) {
  const folder = openFolder(revision, project.migrations ?? "");
  const format = formatNamed(project.settings["format"]) ?? formatOf(folder);
  const known = format !== null && project.migrations !== null;
  const layout = known ? format.read(folder, project.env) : NONE2;
  const findings = [...layout.findings, ...strayFindings(folder, layout)];
  if (layout.entries.length === 0) findings.push(nothingRead(project, folder));
  const migrations = [];
  for (const entry2 of layout.entries) {
    const unreadable2 = unreadableFile(revision, entry2);
    if (unreadable2 === null) migrations.push(await readEntry(entry2, findings));
    else findings.push(unreadable2);
  }
  return {
    directory: folder.directory,
    migrations: withBooks(layout, migrations),
    bookkeeping: layout.bookkeeping,
    ledger: layout.ledger?.(migrations) ?? null,
    transactions: layout.transactions,
    downs: layout.downs,
    ...layout.ofEdits === void 0 ? {} : { ofEdits: layout.ofEdits },
    findings,
    modelledBefore: [],
    toolState: format?.name ?? null
  };
}
function withBooks({ bookkeeping: bookkeeping6, columns }, migrations) {
  const [first, ...rest] = migrations;
  const spoken = new RegExp(`\\b${bookkeeping6.table}\\b`);
  const making = new RegExp(`create\\s+table[^(]*\\b${bookkeeping6.table}\\b`, "i");
  const texts3 = migrations.flatMap(({ statements: statements2 }) => statements2.map(({ sql: sql2 }) => sql2));
  const isSpokenOf = texts3.some((sql2) => spoken.test(sql2)) && !texts3.some((sql2) => making.test(sql2));
  if (first === void 0 || columns === "" || !isSpokenOf) return migrations;
  const schema2 = quoteIdentifier(bookkeeping6.schema);
  const table = `${schema2}.${quoteIdentifier(bookkeeping6.table)}`;
  const before = [
    `CREATE SCHEMA IF NOT EXISTS ${schema2}`,
    `CREATE TABLE IF NOT EXISTS ${table} (${columns})`
  ];
  const place = { file: first.file, line: 1, column: 1 };
  const statements = [...before.map((sql2) => ({ sql: sql2, place })), ...first.statements];
  return [{ ...first, statements }, ...rest];
}
async function readEntry(entry2, findings) {
  const { name: name2, up, down, before = [], fill } = entry2;
  const written = await statementsOf(up, fill);
  const own2 = withoutBrackets(written, entry2);
  const back = down === null ? [] : withoutBrackets(await statementsOf(down, fill), entry2);
  findings.push(...withoutValue(name2, [...own2, ...back]));
  const first = before.map((sql2) => ({ sql: sql2, place: { file: up.file, line: 1, column: 1 } }));
  return {
    name: name2,
    file: up.file,
    statements: [...first, ...own2.map(bare2)],
    baseline: entry2.baseline === true,
    hash: createHash3("sha256").update(up.text).digest("hex"),
    timestamp: entry2.version,
    ...transactionOf(entry2, own2, written.length),
    ...down === null ? {} : { down: { file: down.file, statements: back.map(bare2) } },
    ...entry2.repeatable === true ? { repeatable: true } : {}
  };
}
var bare2 = ({ sql: sql2, place }) => ({ sql: sql2, place });
var BEGIN = /^(?:begin|start\s+transaction)\b/i;
var COMMIT = /^(?:commit|end)\b/i;
var CONTROL = /^(?:begin|start\s+transaction|commit|end|rollback|abort|prepare\s+transaction)\b/i;
function withoutBrackets(statements, { sending, mayBracket = sending === "message" }) {
  if (!mayBracket || sending === "statements") return statements;
  const [begin, commit, ...more] = statements.filter(({ sql: sql2 }) => CONTROL.test(sql2));
  const isWhole = more.length === 0 && commit !== void 0 && commit === statements.at(-1) && BEGIN.test(begin?.sql ?? "") && COMMIT.test(commit.sql);
  return isWhole ? statements.filter((one) => one !== begin && one !== commit) : statements;
}
function transactionOf({ sending }, statements, sent) {
  switch (sending) {
    case "transaction":
      return {};
    case "statements":
      return { transaction: false };
    case "message":
      return { transaction: sent > 1 };
    case "apart":
      return statements.some(({ sql: sql2 }) => REFUSES.test(sql2)) ? { transaction: false } : {};
  }
}
var REFUSES = /^(?:(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\b.*\bconcurrently|reindex\s+(?:\([^)]*\)\s*)?(?:verbose\s+)?(?:schema|database|system)|vacuum|(?:create|drop)\s+(?:database|tablespace|subscription)|alter\s+system|cluster\s*$|discard\s+all)\b/i;
function withoutValue(name2, statements) {
  const seen = /* @__PURE__ */ new Set();
  return statements.flatMap(
    ({ unknown, place }) => unknown.filter((variable) => seen.size < seen.add(variable).size).map((variable) => ({
      rule: "not-observed",
      severity: "error",
      hazard: "configuration",
      message: `${name2}: ${variable} has no value here, so what it stands for is not observed. Give it the value it has for the project in plumbline.yml: env: { ${variable}: \u2026 }`,
      file: place.file,
      line: place.line
    }))
  );
}
function unreadableFile(revision, { up, down }) {
  const files2 = [up.file, ...down === null ? [] : [down.file]];
  const file = files2.find((one) => readIfReadable(revision, one) === null);
  if (file === void 0) return null;
  return {
    rule: "migration-unreadable",
    severity: "error",
    hazard: "unreadable",
    message: `${file} can't be read as text`,
    file,
    line: 1
  };
}
var SHOWN = 5;
function strayFindings(folder, { strays, entries }) {
  if (strays.length === 0 || entries.length === 0) return [];
  const more = strays.length > SHOWN ? ` and ${strays.length - SHOWN} more` : "";
  return [
    {
      rule: "migration-unlisted",
      severity: "note",
      hazard: "configuration",
      message: `not named as migrations are here, and so not run: ${strays.slice(0, SHOWN).join(", ")}${more}`,
      file: folder.path(strays[0] ?? ""),
      line: 1
    }
  ];
}
function nothingRead({ id, migrations }, folder) {
  const nowhere = { file: null, line: null };
  const hazard = "configuration";
  if (migrations === null) {
    const message2 = `No directory of migrations is known for ${id}. Name it in plumbline.yml, under \`migrations\` of the project.`;
    return { rule: "migrations-missing", severity: "error", hazard, message: message2, ...nowhere };
  }
  const [first] = flat(folder.files);
  if (first === void 0) {
    const message2 = `No migrations were found in ${migrations}. The first one goes there; if there are some elsewhere, name their directory in plumbline.yml.`;
    return { rule: "migrations-missing", severity: "note", hazard, message: message2, ...nowhere };
  }
  const message = `The SQL files in ${migrations} are in no layout that is known here, so their order isn't either. Say which it is in plumbline.yml, under \`format\`: ${formatNames.join(", ")}`;
  return {
    rule: "migrations-missing",
    severity: "error",
    hazard,
    message,
    file: folder.path(first),
    line: 1
  };
}

// src/tools/sql/index.ts
var sql = { name: "sql", detect: detect2, readModels: null, readMigrations: readMigrations2, write: null };

// src/tools/index.ts
var tools = [drizzle, sql];

// src/workspace/projects.ts
function toolOf(project) {
  const tool = tools.find(({ name: name2 }) => name2 === project.tool);
  if (tool === void 0) throw new UsageError(`${project.id}: there is no tool ${project.tool}`);
  return tool;
}
async function findProjects(revision, config, wanted, base = null) {
  const detections = [];
  for (const tool of tools) {
    const claimed = detections.flatMap((one) => one.claimed ?? []);
    detections.push(await tool.detect(revision, { env: textValues(config.env), claimed, base }));
  }
  const detected = detections.flatMap(({ projects: projects2 }) => projects2);
  const projects = config.projects === void 0 ? detected.map((project) => withDefaults(project, config)) : config.projects.map((entry2) => configured(entry2, detected, config));
  if (projects.length === 0) throw nothingFound(detections);
  const chosen = choose(projects, wanted);
  const findings = detections.flatMap((one) => one.findings);
  const told = findings.filter(
    ({ severity }) => config.projects === void 0 || severity !== "note"
  );
  return { projects: chosen, findings: told };
}
function choose(projects, wanted) {
  const unknown = wanted.filter((id) => !projects.some((project) => project.id === id));
  if (unknown.length > 0) {
    const known = projects.map(({ id }) => id).join(", ");
    throw new UsageError(
      unknown.map((id) => `--project ${id}: there is no such project; there are: ${known}`)
    );
  }
  return wanted.length === 0 ? projects : projects.filter(({ id }) => wanted.includes(id));
}
function withDefaults(project, config) {
  return {
    ...project,
    env: { ...textValues(config.env), ...project.env },
    ignore: [...config.ignore, ...project.ignore],
    renames: config.renames,
    ...inProduction(config),
    stats: statsOf({ root: "" }, config)
  };
}
function configured(entry2, detected, config) {
  const root = inWorkspace2("", entry2.root);
  const found = detectedAs(entry2, detected, root);
  const models = [entry2.models ?? []].flat().map((path) => inWorkspace2(root, path));
  const migrations = entry2.migrations === void 0 ? found?.migrations ?? null : inWorkspace2(root, entry2.migrations);
  return {
    id: entry2.id,
    root,
    tool: entry2.tool,
    configFile: found?.configFile ?? null,
    models: entry2.models === void 0 ? found?.models ?? [] : models,
    migrations,
    env: { ...textValues(config.env), ...textValues(entry2.env) },
    ignore: [...config.ignore, ...entry2.ignore],
    renames: [...config.renames, ...entry2.renames],
    ...inProduction({ ...config, ...entry2 }),
    rules: [...entry2.rules ?? [], ...config.rules ?? []],
    stats: statsOf(entry2, config),
    settings: {
      ...found?.settings,
      ...entry2.format === void 0 ? {} : { format: entry2.format }
    }
  };
}
function inProduction({
  postgres,
  migrator: migrator2,
  lockTimeout,
  smallTable: smallTable2,
  largeTable: largeTable2,
  rules
}) {
  return { postgres, migrator: migrator2, lockTimeout, smallTable: smallTable2, largeTable: largeTable2, rules: rules ?? [] };
}
function statsOf({ root, stats: stats2 }, config) {
  if (stats2 !== void 0) return inWorkspace2(inWorkspace2("", root), stats2);
  return config.stats === void 0 ? void 0 : inWorkspace2("", config.stats);
}
function detectedAs({ id, tool, migrations }, detected, root) {
  const candidates2 = detected.filter((project) => project.tool === tool);
  const directory2 = migrations === void 0 ? null : inWorkspace2(root, migrations);
  return candidates2.find((project) => directory2 !== null && project.migrations === directory2) ?? candidates2.find((project) => project.root === root || project.id === id);
}
function inWorkspace2(root, path) {
  const joined2 = posix10.normalize(posix10.join(root, path)).replace(/\/$/, "");
  if (joined2 === ".." || joined2.startsWith("../") || posix10.isAbsolute(path)) {
    throw new UsageError(`plumbline.yml: ${path} leads out of the workspace`);
  }
  return joined2 === "." ? "" : joined2;
}
var textValues = (values) => Object.fromEntries(Object.entries(values).map(([name2, value]) => [name2, String(value)]));
function nothingFound(detections) {
  const reasons = detections.flatMap(
    ({ findings }) => findings.map(({ file, line, message }) => `${file ?? ""}:${String(line ?? 1)}: ${message}`)
  );
  return new UsageError([
    "found no project with models and migrations for Postgres",
    ...detections.flatMap(({ looked }) => looked.map((place) => `  looked at ${place}`)),
    ...reasons,
    `say where they are in plumbline.yml:

  projects:
    - id: app
      root: .
      models: src/db/schema.ts
      migrations: drizzle
`
  ]);
}

// src/report/status.ts
var STATUS_OF_ERROR = {
  configuration: "error",
  unreadable: "error",
  failure: "error",
  "data-loss": "unsafe",
  rewrite: "unsafe",
  lock: "unsafe",
  incompatibility: "unsafe",
  operations: "unsafe",
  security: "unsafe",
  design: "unsafe",
  drift: "drift"
};
var FROM_BEST_TO_WORST = ["ok", "drift", "unsafe", "error"];
var isOfMigration = ({ hazard, migration }) => hazard === "failure" && migration !== void 0;
var UNREADABLE_MODEL = "unreadable-model";
function groupDrift(drift) {
  const introduced = drift.filter((item) => item.introduced);
  return {
    blocking: introduced.filter((item) => item.weight === "substance"),
    form: introduced.filter((item) => item.weight === "form"),
    inherited: drift.filter((item) => !item.introduced)
  };
}
function openRenames({ renames: renames2 }) {
  return renames2.filter(({ introduced }) => introduced);
}
function missingChanges({
  drift,
  renames: renames2
}) {
  const bare3 = (name2) => name2.replaceAll('"', "");
  const open = openRenames({ renames: renames2 });
  const asked = new Set(
    open.flatMap(({ kind, from, to }) => [
      `drop ${kind} ${bare3(from)}`,
      `create ${kind} ${bare3(to)}`
    ])
  );
  const { blocking } = groupDrift(drift);
  return blocking.filter(({ op, kind, object }) => !asked.has(`${op} ${kind} ${bare3(object)}`));
}
function projectStatus(project) {
  return worst([isDrifted(project) ? "drift" : "ok", ...project.findings.map(statusOfFinding)]);
}
function isDrifted({
  drift,
  findings,
  models
}) {
  return groupDrift(drift).blocking.length > 0 || models?.unknowns.some(({ introduced }) => introduced) === true || findings.some((finding) => statusOfFinding(finding) === "drift");
}
function worstFirst(projects) {
  return projects.toSorted(
    (a, b) => FROM_BEST_TO_WORST.indexOf(b.status) - FROM_BEST_TO_WORST.indexOf(a.status)
  );
}
function reportStatus(report) {
  return worst([
    ...report.projects.map((project) => project.status),
    ...report.findings.map(statusOfFinding)
  ]);
}
function statusOfFinding(finding) {
  if (finding.severity !== "error") return "ok";
  if (isOfMigration(finding)) return "unsafe";
  return finding.rule === UNREADABLE_MODEL ? "drift" : STATUS_OF_ERROR[finding.hazard];
}
function worst(statuses) {
  return FROM_BEST_TO_WORST.findLast((status) => statuses.includes(status)) ?? "ok";
}

// src/settings/config.ts
import { isAlias, LineCounter, parseDocument, visit as visit2 } from "./vendor/yaml.js";
import { z as z6 } from "./vendor/zod.js";

// src/report/verdict.ts
var SEVERITIES = ["error", "warning", "note"];
function verdictOf(report) {
  const sentence = VERDICTS[report.status](report);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
function allFindings(report) {
  return sortFindings([
    ...report.findings,
    ...report.projects.flatMap((project) => project.findings)
  ]);
}
function sortFindings(findings) {
  return findings.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  );
}
var VERDICTS = {
  ok: okVerdict,
  drift: driftVerdict,
  unsafe: (report) => [unsafeVerdict(report), ...driftParts(report)].join(", and "),
  error: (report) => {
    const errors = countErrors(allFindings(report));
    return `no answer: ${count(errors, "error")} must be mended first`;
  }
};
function isSkipped({ findings }) {
  return findings.some(({ rule }) => rule === "nothing-changed") || isSuperseded({ findings });
}
function isSuperseded({ findings }) {
  return findings.some(({ rule }) => rule === "newer-commit");
}
function okVerdict(report) {
  if (isSuperseded(report)) return "a newer commit of the pull request has a check of its own";
  if (isSkipped(report)) return "nothing that models or migrations are made of changed";
  if (report.projects.length === 0) return "nothing to check";
  const warnings = allFindings(report).filter(({ severity }) => severity === "warning").length;
  const aside = warnings > 0 ? `; ${count(warnings, "warning")}` : "";
  return `${agreement(report.projects)}${aside}`;
}
function agreement(projects) {
  const without = projects.filter(({ models }) => models === null).length;
  if (without === 0) return "models and migrations match";
  return without === projects.length ? "migrations run; no models to compare" : "models and migrations match, where there are models";
}
function driftVerdict(report) {
  const parts = driftParts(report);
  return parts.length > 0 ? parts.join(", and ") : "models and migrations differ";
}
function driftParts(report) {
  const changes = sum(report.projects, (project) => missingChanges(project).length);
  const unknowns = sum(report.projects, introducedUnknowns);
  const renames2 = sum(report.projects, (project) => openRenames(project).length);
  const history = countErrors(allFindings(report).filter(isOfHistory));
  return [
    ...changes > 0 ? [`${count(changes, "model change")} ${changes === 1 ? "has" : "have"} no migration`] : [],
    ...renames2 > 0 ? [`${count(renames2, "rename")} must be decided`] : [],
    ...unknowns > 0 ? [`${count(unknowns, "part")} of the models can't be read`] : [],
    ...history > 0 ? [`${count(history, "error")} in the history of the migrations`] : []
  ];
}
function unsafeSteps(report) {
  const unsafe = allFindings(report).filter((one) => statusOfFinding(one) === "unsafe");
  const places = unsafe.map(
    ({ file, line }, index) => file === null || line === null ? String(index) : `${String(line)} ${file}`
  );
  return new Set(places).size;
}
function unsafeVerdict(report) {
  const unsafe = unsafeSteps(report);
  return `${count(unsafe, "step")} of the new migrations ${unsafe === 1 ? "is" : "are"} unsafe`;
}
var isOfHistory = ({ hazard, migration }) => hazard === "drift" && migration !== void 0;
var introducedUnknowns = ({ models }) => models?.unknowns.filter(({ introduced }) => introduced).length ?? 0;
function countErrors(findings) {
  return findings.filter((finding) => finding.severity === "error").length;
}
function sum(projects, number) {
  return projects.reduce((total, project) => total + number(project), 0);
}

// src/report/gate.ts
var failOnNames = ["drift", "inherited", "unsafe", "warning", "none"];
var usualFailOn = ["drift", "unsafe"];
function failOnOf(text2) {
  const words3 = text2.split(/[\n,]/).map((word) => word.trim());
  const names = words3.filter((word) => word !== "");
  const strange = names.filter((name2) => !isFailOn(name2));
  if (strange.length > 0) return `${strange.join(", ")} is none of ${failOnNames.join(", ")}`;
  if (names.length === 0) return `say one or more of ${failOnNames.join(", ")}`;
  if (names.includes("none") && names.length > 1) return "none stands alone";
  return names.filter(isFailOn);
}
var isFailOn = (name2) => failOnNames.some((known) => known === name2);
function failuresOf(report, failOn2) {
  if (report.status === "error") return ["there is no answer"];
  return failOn2.flatMap((name2) => REASONS[name2](report) ?? []);
}
var REASONS = {
  drift: (report) => hasDrift(report) ? driftVerdict(report) : null,
  inherited: ({ projects }) => {
    const items = projects.flatMap(({ drift }) => groupDrift(drift).inherited);
    const changes = items.filter(({ weight }) => weight === "substance").length;
    const verb = changes === 1 ? "lacks" : "lack";
    return changes === 0 ? null : `${count(changes, "change")} of base ${verb} a migration`;
  },
  unsafe: (report) => {
    const unsafe = unsafeSteps(report);
    const verb = unsafe === 1 ? "is" : "are";
    return unsafe === 0 && report.status !== "unsafe" ? null : `${count(unsafe, "step")} of the new migrations ${verb} unsafe`;
  },
  warning: (report) => {
    const warnings = allFindings(report).filter(({ severity }) => severity === "warning").length;
    return warnings === 0 ? null : count(warnings, "warning");
  },
  none: () => null
};
function hasDrift({ status, projects, findings }) {
  return status === "drift" || projects.some(isDrifted) || findings.some((finding) => statusOfFinding(finding) === "drift");
}

// src/settings/renames.ts
function renameOfConfig([from, to], place) {
  const { file, line, shared } = place;
  const text2 = `renames: ${from}: ${to ?? "null"}`;
  return { kind: null, from: [from], to, source: { text: text2, file, line, way: "file", shared } };
}
function renameOfOption(option, name2) {
  const parts = splitAtSign(option);
  if (parts === null) return null;
  const [from, to] = parts.map((part) => part.trim());
  const names = [from, to].filter((part) => part !== void 0 && part !== "");
  if (names.length === 0 || names.some((part) => parseName(part ?? "") === null)) return null;
  const text2 = `${name2} ${option}`;
  return {
    kind: null,
    from: from === void 0 || from === "" ? null : [from],
    to: to === void 0 || to === "" ? null : to,
    source: { text: text2, file: null, line: null, way: "option", shared: true }
  };
}
function splitAtSign(option) {
  const match = /^((?:"(?:[^"]|"")*"|[^"=])*)=(.*)$/su.exec(option);
  return match === null ? null : [match[1] ?? "", match[2] ?? ""];
}
function describeOption(option, name2) {
  return `${name2} ${option}: must be old=new, such as users.fullname=users.name; old= where it is dropped`;
}

// src/settings/config.ts
var identifier2 = z6.string().regex(/^[\w@][\w@./-]*$/u, "must be letters, digits, and any of _ - . / @");
var paths = z6.union([z6.string(), z6.array(z6.string())]);
var environment = z6.record(z6.string(), z6.union([z6.string(), z6.number(), z6.boolean()]));
var name = z6.string().refine((text2) => parseName(text2) !== null, "must be a name, such as users.fullname");
var migrator = z6.enum(["plumbline", "tool"]);
var duration = z6.string().regex(/^\d+(?:ms|s|min)$/u, "must be a duration, such as 5s or 500ms");
var failOn = z6.union([z6.string(), z6.array(z6.enum(failOnNames))], {
  error: `must be a list of ${failOnNames.join(", ")}`
}).superRefine((value, context) => {
  const names = failOnOf([value].flat().join(","));
  if (typeof names === "string") context.addIssue({ code: "custom", message: names });
});
var smallTable = z6.number().int().min(0);
var largeTable = z6.number().int().min(1);
var stats = z6.string().min(1);
var renames = z6.record(name, z6.union([name, z6.null()]));
var projectShape = z6.strictObject({
  id: identifier2.describe("Name of the project in reports and for --project."),
  root: z6.string().default(".").describe("Directory of the project, from the workspace root."),
  tool: z6.enum(["drizzle", "sql"]).default("drizzle").describe(
    "The tool whose models and migrations these are; `sql` for SQL files without models."
  ),
  models: paths.optional().describe("Model files or globs, from the project root."),
  migrations: z6.string().optional().describe("Directory of the migrations, from the project root."),
  format: z6.enum(formatNames).optional().describe(
    "Layout of the SQL files, where it is not the one they are recognised by; for `tool: sql`."
  ),
  env: environment.default({}).describe("Values for process.env while models are evaluated, and for ${\u2026} in SQL files."),
  ignore: z6.array(z6.string()).default([]).describe("Globs of object names, such as public.audit_*, that are never compared."),
  renames: renames.default({}).describe(
    "What was renamed: { users.fullname: users.name }; null for what is dropped. Once migrated, an entry has no effect."
  ),
  postgres: z6.number().int().min(13).max(18).optional().describe("Major version of PostgreSQL in production."),
  migrator: migrator.optional().describe(
    "What runs the migrations in production: `plumbline` (`plumbline migrate`, each in its own transaction), or the tool's own migrator (the default)."
  ),
  lockTimeout: duration.optional().describe("How long a statement on a table in use may wait for its lock (default: 5s)."),
  rules: ruleLevels.optional().describe(
    "How much findings of a rule weigh: { drop-index: note }; by path or table in a list, the first that fits: { create-index: [{ level: off, tables: public.tiny_* }, warning] }."
  ),
  stats: stats.optional().describe(
    "The file that `plumbline stats` writes, from the project root (default: plumbline.stats.json of the workspace)."
  ),
  smallTable: smallTable.optional().describe(
    "With fewer rows a table is small: what takes the longer the larger it is weighs a warning at most (default: 10000)."
  ),
  largeTable: largeTable.optional().describe(
    "With so many rows a table is very large: what takes the longer the larger it is weighs an error (default: 10000000)."
  )
});
var always = {
  when: ({ value }) => typeof value === "object" && value !== null
};
var projectSchema = projectShape.refine(({ tool, format }) => tool === "sql" || format === void 0, {
  path: ["format"],
  message: "is for tool: sql only",
  ...always
}).refine(({ tool, models }) => tool !== "sql" || models === void 0, {
  path: ["models"],
  message: "SQL files have no models (tool: sql)",
  ...always
});
var configSchema2 = z6.strictObject({
  projects: z6.array(projectSchema).optional().describe("The projects to check; those found by their own configuration when left out."),
  env: environment.default({}).describe("Values for process.env, for every project."),
  ignore: z6.array(z6.string()).default([]).describe("As in a project, for every project."),
  renames: renames.default({}).describe("As in a project, for every project."),
  postgres: z6.number().int().min(13).max(18).optional().describe("As in a project, for every project."),
  migrator: migrator.optional().describe("As in a project, for every project."),
  lockTimeout: duration.optional().describe("As in a project, for every project."),
  rules: ruleLevels.optional().describe("As in a project, for every project."),
  stats: stats.optional().describe("As in a project, for every project; from the workspace root."),
  smallTable: smallTable.optional().describe("As in a project, for every project."),
  largeTable: largeTable.optional().describe("As in a project, for every project."),
  "fail-on": failOn.optional().describe(
    "What fails the check: drift, inherited, unsafe, warning or none, as a list or with commas (default: drift, unsafe). The option and the input win."
  )
});
var defaultNames = ["plumbline.yml", "plumbline.yaml"];
function readConfig2(revision, path) {
  const file = path ?? defaultNames.find((name2) => revision.isFile(name2));
  if (file === void 0) return parseConfig("plumbline.yml", "");
  return parseConfig(file, readFile2(revision, file));
}
function readFile2(revision, file) {
  try {
    return revision.read(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageError(error.message);
    throw error;
  }
}
function parseConfig(file, text2) {
  const lines = new LineCounter();
  const document = parseDocument(text2, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset) => lines.linePos(offset ?? 0).line;
  const problems = document.errors.map(
    (error) => `${file}:${lineOf(error.pos[0])}: ${error.message}`
  );
  visit2(document, {
    Node: (_key, node) => {
      if (isAlias(node))
        problems.push(`${file}:${lineOf(node.range?.[0])}: aliases are not allowed`);
    }
  });
  if (problems.length > 0) throw new UsageError(problems);
  const result = configSchema2.safeParse(document.toJS() ?? {});
  if (result.success) {
    checkIds(file, result.data);
    return withPlaces(result.data, (path) => ({ file, line: lineOf(offsetOf(document, path)) }));
  }
  throw new UsageError(
    result.error.issues.flatMap(
      (issue) => describeIssue(issue, (path) => {
        return `${file}:${lineOf(offsetOf(document, path))}`;
      })
    )
  );
}
function describeIssue(issue, place) {
  const name2 = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      if (issue.path.at(-1) === "rules")
        return `${place([...issue.path, key])}: ${noSuchRule(key)}`;
      const known = Object.keys(knownKeys(issue.path)).join(", ");
      return `${place([...issue.path, key])}: unknown key ${key}; known here: ${known}`;
    });
  }
  const inner = issue.code === "invalid_key" ? issue.issues[0]?.message : void 0;
  return [`${place(issue.path)}: ${name2 === "" ? "" : `${name2}: `}${inner ?? issue.message}`];
}
var knownKeys = (path) => path.includes("rules") ? ruleKeys : path.length === 0 ? configSchema2.shape : projectShape.shape;
function offsetOf(document, path) {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return void 0;
}
var hasRange = (node) => typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
function withPlaces({ projects, renames: common, rules: commonRules, ...config }, placeOf3) {
  const located = (entries, path, shared) => Object.entries(entries).map(
    (entry2) => renameOfConfig(entry2, { ...placeOf3([...path, "renames", entry2[0]]), shared })
  );
  const weights = (rules, path) => rules === void 0 ? {} : { rules: ruleSettingsOf(rules, (keys) => placeOf3([...path, "rules", ...keys])) };
  const own2 = projects?.map(({ rules, ...project }, index) => ({
    ...project,
    ...weights(rules, ["projects", index]),
    renames: located(project.renames, ["projects", index], false)
  }));
  return {
    ...config,
    ...own2 === void 0 ? {} : { projects: own2 },
    ...weights(commonRules, []),
    renames: located(common, [], true)
  };
}
function checkIds(file, config) {
  const seen = /* @__PURE__ */ new Set();
  const twice = (config.projects ?? []).filter(({ id }) => seen.size === seen.add(id).size);
  if (twice.length === 0) return;
  throw new UsageError(twice.map(({ id }) => `${file}: two projects have the id ${id}`));
}

// src/revision/open.ts
import { existsSync as existsSync2, realpathSync as realpathSync2, statSync as statSync2 } from "node:fs";
import { relative as relative2 } from "node:path";

// src/revision/git-tree.ts
import { posix as posix11 } from "node:path";

// src/revision/directories.ts
var skipped2 = /* @__PURE__ */ new Set(["node_modules", ".git", ".plumbline"]);
function isOurs(path) {
  return !path.split("/").some((part) => skipped2.has(part));
}
function directoriesOf2(files2) {
  const directories = /* @__PURE__ */ new Set([""]);
  for (const file of files2) {
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const directory2 = file.slice(0, end);
      if (directories.has(directory2)) break;
      directories.add(directory2);
    }
  }
  return directories;
}

// src/revision/git.ts
import { execFileSync, spawnSync } from "node:child_process";
var maxOutput = 1024 ** 3;
var safe = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.quotePath=false"
];
function git(directory2, args, input) {
  const result = spawnSync("git", [...safe, ...args], {
    cwd: directory2,
    maxBuffer: maxOutput,
    ...input === void 0 ? {} : { input },
    stdio: [input === void 0 ? "ignore" : "pipe", "pipe", "pipe"]
  });
  return result.status === 0 ? result.stdout : null;
}
function requireGit() {
  const { error } = spawnSync("git", ["--version"], { stdio: "ignore" });
  if (error === void 0) return;
  throw new EnvironmentError("git is not installed", "Install git, or leave out --base.");
}
function repositoryRoot(directory2) {
  return git(directory2, ["rev-parse", "--show-toplevel"])?.toString("utf8").trim() ?? null;
}
function prefixOf3(directory2) {
  return git(directory2, ["rev-parse", "--show-prefix"])?.toString("utf8").trim() ?? null;
}
function resolveCommit(directory2, ref) {
  if (ref.startsWith("-")) return null;
  const found = git(directory2, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`
  ]);
  return found?.toString("utf8").trim() ?? null;
}
function isShallow(directory2) {
  return git(directory2, ["rev-parse", "--is-shallow-repository"])?.toString("utf8").trim() === "true";
}
function mergeBase(directory2, one, other) {
  return git(directory2, ["merge-base", one, other])?.toString("utf8").trim() ?? null;
}
function listTree(directory2, commit) {
  const output = git(directory2, ["ls-tree", "-r", "-l", "-z", "--full-tree", commit]);
  const entries = /* @__PURE__ */ new Map();
  for (const record of (output?.toString("utf8") ?? "").split("\0")) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(record);
    if (match === null) continue;
    const [, mode = "", id = "", size = "0", path = ""] = match;
    entries.set(path, { mode, id, size: Number(size) });
  }
  return entries;
}
function readBlobs(directory2, ids) {
  const output = execFileSync("git", [...safe, "cat-file", "--batch"], {
    cwd: directory2,
    input: ids.join("\n") + "\n",
    maxBuffer: maxOutput,
    env: { ...process.env, GIT_NO_LAZY_FETCH: "1" },
    stdio: ["pipe", "pipe", "ignore"]
  });
  const blobs = /* @__PURE__ */ new Map();
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf(10, offset);
    const [id = "", type2, size = "0"] = output.toString("utf8", offset, end).split(" ");
    offset = end + 1;
    if (type2 !== "blob") continue;
    blobs.set(id, output.subarray(offset, offset + Number(size)));
    offset += Number(size) + 1;
  }
  return blobs;
}
var REMOVED = "R";
function listWorkTree(directory2) {
  const which = ["--cached", "--others", "--deleted", "--exclude-standard"];
  const output = git(directory2, ["ls-files", "-z", "-t", ...which]);
  if (output === null) return null;
  const lines = output.toString("utf8").split("\0").filter((line) => line !== "").map((line) => ({ tag: line[0], path: line.slice(2) }));
  const gone = new Set(lines.filter(({ tag }) => tag === REMOVED).map(({ path }) => path));
  return [...new Set(lines.map(({ path }) => path))].filter((path) => !gone.has(path));
}

// src/revision/text.ts
var maxFileBytes = 32 * 1024 * 1024;
function decode(path, bytes) {
  if (bytes.length > maxFileBytes) throw tooLarge(path, bytes.length);
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new UnreadableFile(path, "this is a binary file, not text");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(path, "this file is not UTF-8 text");
  }
}
function tooLarge(path, size) {
  const megabytes = (size / 1024 / 1024).toFixed(0);
  return new UnreadableFile(path, `${megabytes} MB is more than the limit of 32 MB for one file`);
}

// src/revision/git-tree.ts
var linkMode = "120000";
var maxLinks = 20;
var batch = 400;
function openCommit(options) {
  const { repository, commit, prefix, label } = options;
  const entries = /* @__PURE__ */ new Map();
  for (const [path, entry2] of listTree(repository, commit)) {
    const inside2 = path.slice(prefix.length);
    if (path.startsWith(prefix) && isOurs(inside2)) entries.set(inside2, entry2);
  }
  const files2 = [...entries.keys()].sort();
  const directories = directoriesOf2(files2);
  const contents = /* @__PURE__ */ new Map();
  const load = (path, entry2) => {
    if (!contents.has(entry2.id)) {
      const ids = neighbours(files2, entries, path).filter((id) => !contents.has(id));
      for (const [id, bytes2] of readBlobs(repository, [.../* @__PURE__ */ new Set([entry2.id, ...ids])])) {
        contents.set(id, bytes2);
      }
    }
    const bytes = contents.get(entry2.id);
    if (bytes === void 0) {
      throw new UnreadableFile(path, "the clone lacks this file: fetch it without a filter");
    }
    return bytes;
  };
  const find = (path, links = 0) => {
    const entry2 = entries.get(path);
    if (entry2 === void 0) throw new UnreadableFile(path, "no such file");
    if (entry2.mode !== linkMode) return [path, entry2];
    const link = decode(path, load(path, entry2));
    const target2 = posix11.join(posix11.dirname(path), link);
    if (links > maxLinks || target2.startsWith("..") || posix11.isAbsolute(link)) {
      throw new UnreadableFile(
        path,
        "this leads out of the workspace: a link there is not followed"
      );
    }
    return find(target2, links + 1);
  };
  const read2 = (path) => {
    const [real, entry2] = find(path);
    if (entry2.size > maxFileBytes) throw tooLarge(path, entry2.size);
    return decode(path, load(real, entry2));
  };
  return {
    label,
    commit,
    list: () => files2,
    isFile: (path) => entries.has(path),
    isDirectory: (path) => directories.has(path),
    read: read2
  };
}
function neighbours(files2, entries, path) {
  const ending = posix11.extname(path);
  const at = files2.indexOf(path);
  return files2.slice(Math.max(0, at - batch), at + batch).filter((file) => posix11.extname(file) === ending).flatMap((file) => entries.get(file) ?? []).filter((entry2) => entry2.size < 512 * 1024).map((entry2) => entry2.id);
}

// src/revision/work-tree.ts
import { lstatSync, readdirSync, readFileSync as readFileSync2, realpathSync, statSync } from "node:fs";
import { join as join3, relative, sep } from "node:path";
var maxWalked = 5e5;
function openWorkTree(root, commit = null) {
  const realRoot = realpathSync(root);
  let listed = null;
  let directories = null;
  const list = () => listed ??= listFiles(realRoot);
  return {
    label: "working tree",
    commit,
    list,
    isFile: (path) => inside(realRoot, path)?.isFile() ?? false,
    isDirectory: (path) => {
      directories ??= directoriesOf2(list());
      return directories.has(path) || (inside(realRoot, path)?.isDirectory() ?? false);
    },
    read: (path) => readText3(realRoot, path)
  };
}
function listFiles(root) {
  const known = listWorkTree(root);
  const files2 = known ?? [...walk(root, "")];
  return files2.filter(isOurs).sort();
}
function* walk(root, directory2) {
  const pending = [directory2];
  let count2 = 0;
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    for (const entry2 of readdirSync(join3(root, next), { withFileTypes: true })) {
      if (skipped2.has(entry2.name) || (count2 += 1) > maxWalked) continue;
      const path = next === "" ? entry2.name : `${next}/${entry2.name}`;
      if (entry2.isDirectory()) pending.push(path);
      else if (entry2.isFile() || entry2.isSymbolicLink()) yield path;
    }
  }
}
function inside(root, path) {
  try {
    const real = realpathSync(join3(root, path));
    return leaves2(root, real) ? null : statSync(real);
  } catch {
    return null;
  }
}
function leaves2(root, real) {
  const way = relative(root, real);
  return way === ".." || way.startsWith(`..${sep}`);
}
function readText3(root, path) {
  const absolute = join3(root, path);
  let real;
  try {
    real = realpathSync(absolute);
  } catch {
    throw new UnreadableFile(
      path,
      isLink(absolute) ? "a symbolic link to nothing" : "no such file"
    );
  }
  if (leaves2(root, real)) {
    throw new UnreadableFile(path, "this leads out of the workspace: a link there is not followed");
  }
  const { size } = statSync(real);
  if (size > maxFileBytes) throw tooLarge(path, size);
  return decode(path, readFileSync2(real));
}
function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

// src/revision/open.ts
function openRevisions(directory2, baseRef, headCommit = null) {
  const root = rootOf2(directory2);
  if (headCommit !== null) return openCommits(root, baseRef, headCommit);
  const repository = baseRef === null && !existsSync2(`${root}/.git`) ? null : repositoryRoot(root);
  const commit = repository === null ? null : resolveCommit(repository, "HEAD");
  const head = openWorkTree(root, isClean(repository, root) ? commit : null);
  if (baseRef === null) {
    return { head, base: null, tip: null, versioned: repository !== null };
  }
  if (repository === null) {
    requireGit();
    throw new UsageError(
      `--base ${baseRef} needs a git repository, and ${directory2} is not in one`
    );
  }
  const way = relative2(realpathSync2(repository), root).replaceAll("\\", "/");
  const bases = openBase({ repository, way, baseRef, headCommit: commit });
  return { head, ...bases, versioned: true };
}
function openDirectory(directory2) {
  return openWorkTree(rootOf2(directory2));
}
function rootOf2(directory2) {
  if (!existsSync2(directory2) || !statSync2(directory2).isDirectory()) {
    throw new UsageError(`${directory2} is not a directory`);
  }
  return realpathSync2(directory2);
}
function openCommits(root, baseRef, { ref, within: within2 }) {
  const repository = repositoryRoot(root) ?? root;
  const commit = resolveCommit(repository, ref);
  if (commit === null) requireGit();
  if (commit === null) throw new UsageError(`${root} has no commit, branch or tag ${ref}`);
  const head = openCommit({
    repository,
    commit,
    prefix: prefixOf4(within2),
    label: ref.startsWith(commit) ? commit.slice(0, 7) : `${ref} (${commit.slice(0, 7)})`
  });
  const bases = baseRef === null ? { base: null, tip: null } : openBase({ repository, way: within2, baseRef, headCommit: commit });
  return { head, ...bases, versioned: true };
}
var prefixOf4 = (way) => way === "" ? "" : `${way}/`;
function openBase(options) {
  const { repository, way, baseRef, headCommit } = options;
  const named3 = resolveCommit(repository, baseRef);
  if (named3 === null) throw missingBase(repository, baseRef);
  const commit = (headCommit === null ? null : mergeBase(repository, named3, headCommit)) ?? named3;
  const open = (id) => openCommit({
    repository,
    commit: id,
    prefix: prefixOf4(way),
    label: `${baseRef} (${id.slice(0, 7)})`
  });
  return { base: open(commit), tip: named3 === commit ? null : open(named3) };
}
function missingBase(repository, ref) {
  if (!isShallow(repository)) {
    return new UsageError(`--base ${ref}: this repository has no such commit, branch or tag`);
  }
  return new EnvironmentError(
    `base ${ref} is not in this shallow clone`,
    `Fetch it: in a workflow give actions/checkout \`fetch-depth: 2\` (pull requests) or \`fetch-depth: 0\`; by hand \`git fetch --depth=1 origin ${ref}\`.`
  );
}
function isClean(repository, root) {
  if (repository === null) return false;
  return git(root, ["status", "--porcelain", "--", "."])?.length === 0;
}

// src/database/postgis-stub.ts
var SHAPES = [
  "Geometry",
  "Point",
  "LineString",
  "Polygon",
  "MultiPoint",
  "MultiLineString",
  "MultiPolygon",
  "GeometryCollection",
  "CircularString",
  "CompoundCurve",
  "CurvePolygon",
  "MultiCurve",
  "MultiSurface",
  "PolyhedralSurface",
  "TIN",
  "Triangle"
].flatMap((shape) => [shape, `${shape}Z`, `${shape}M`, `${shape}ZM`]);
var HEADER = 4;
var SRIDS = 1e6;
var COMPARISONS = [
  ["lt", "<"],
  ["le", "<="],
  ["eq", "="],
  ["ge", ">="],
  ["gt", ">"]
];
var type = (name2) => `
  create type ${name2};
  create function ${name2}_in(cstring, oid, int4) returns ${name2} language internal immutable strict as 'varcharin';
  create function ${name2}_out(${name2}) returns cstring language internal immutable strict as 'varcharout';
  create type ${name2} (input = ${name2}_in, output = ${name2}_out, typmod_in = postgis_typmod_in,
    typmod_out = postgis_typmod_out, internallength = variable, alignment = double, storage = main);
  ${COMPARISONS.map(
  ([word, symbol]) => `
  create function ${name2}_${word}(${name2}, ${name2}) returns boolean language internal immutable strict as 'bytea${word}';
  create operator ${symbol} (leftarg = ${name2}, rightarg = ${name2}, function = ${name2}_${word});`
).join("")}
  create function ${name2}_cmp(${name2}, ${name2}) returns int4 language internal immutable strict as 'byteacmp';
  create operator class btree_${name2}_ops default for type ${name2} using btree as
    ${COMPARISONS.map(([, symbol], at) => `operator ${String(at + 1)} ${symbol}`).join(", ")}, function 1 ${name2}_cmp(${name2}, ${name2});
  create operator class gist_${name2}_ops default for type ${name2} using gist as
    function 1 gist_box_consistent(internal, box, smallint, oid, internal),
    function 2 gist_box_union(internal, internal),
    function 5 gist_box_penalty(internal, internal, internal),
    function 6 gist_box_picksplit(internal, internal),
    function 7 gist_box_same(box, box, internal);`;
var FUNCTIONS = [
  ["st_makepoint(float8, float8)", "geometry"],
  ["st_point(float8, float8)", "geometry"],
  ["st_point(float8, float8, int)", "geometry"],
  ["st_setsrid(geometry, int)", "geometry"],
  ["st_transform(geometry, int)", "geometry"],
  ["st_geomfromtext(text)", "geometry"],
  ["st_geomfromtext(text, int)", "geometry"],
  ["st_geomfromgeojson(text)", "geometry"],
  ["st_geogfromtext(text)", "geography"],
  ["st_x(geometry)", "float8"],
  ["st_y(geometry)", "float8"],
  ["st_distance(geometry, geometry)", "float8"],
  ["st_distance(geography, geography)", "float8"],
  ["st_dwithin(geometry, geometry, float8)", "boolean"],
  ["st_dwithin(geography, geography, float8)", "boolean"],
  ["st_contains(geometry, geometry)", "boolean"],
  ["st_intersects(geometry, geometry)", "boolean"],
  ["st_area(geometry)", "float8"],
  ["st_isvalid(geometry)", "boolean"],
  ["st_srid(geometry)", "int"],
  ["st_astext(geometry)", "text"],
  ["st_asgeojson(geometry)", "text"]
];
var POSTGIS_SQL = `
  create function postgis_typmod_in(cstring[]) returns int4 language sql immutable strict as $$
    select ${String(HEADER)} + coalesce($1[2]::text::int4, 0) + ${String(SRIDS)} * array_position(
      array[${SHAPES.map((shape) => `'${shape.toLowerCase()}'`).join(", ")}], lower($1[1]::text)) $$;
  create function postgis_typmod_out(int4) returns cstring language internal immutable strict as 'varchartypmodout';
  ${type("geometry")}
  ${type("geography")}
  create cast (geometry as geography) without function as implicit;
  create cast (geography as geometry) without function;
  ${FUNCTIONS.map(
  ([signature, result]) => `create function ${signature} returns ${result} language sql immutable as 'select null::${result}';`
).join("\n")}`;
function spellGeometry(type2) {
  return type2.replace(
    /\b(geometry|geography)\((\d{7,})\)/,
    (_all, name2, digits) => {
      const modifier = Number(digits);
      const shape = SHAPES[Math.floor(modifier / SRIDS) - 1] ?? "Geometry";
      const srid = modifier % SRIDS;
      return srid === 0 ? `${name2}(${shape})` : `${name2}(${shape},${String(srid)})`;
    }
  );
}

// src/database/extensions.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { dirname as dirname2 } from "node:path";

// src/database/pgmq-stub.ts
var FUNCTIONS2 = [
  ["send(queue_name text, msg jsonb, delay integer default 0)", "setof bigint", "select 1::bigint"],
  [
    "send_batch(queue_name text, msgs jsonb[], delay integer default 0)",
    "setof bigint",
    "select 1::bigint"
  ],
  ["delete(queue_name text, msg_id bigint)", "boolean", "select true"],
  ["delete(queue_name text, msg_ids bigint[])", "setof bigint", "select 1::bigint"],
  ["archive(queue_name text, msg_id bigint)", "boolean", "select true"],
  ["archive(queue_name text, msg_ids bigint[])", "setof bigint", "select 1::bigint"],
  ["purge_queue(queue_name text)", "bigint", "select 0::bigint"],
  ["drop_queue(queue_name text)", "boolean", "select true"]
];
var READS = [
  `read(queue_name text, vt integer, qty integer, conditional jsonb default '{}')`,
  `read_with_poll(queue_name text, vt integer, qty integer, max_poll_seconds integer default 5,
    poll_interval_ms integer default 100, conditional jsonb default '{}')`,
  "pop(queue_name text)",
  "set_vt(queue_name text, msg_id bigint, vt integer)"
];
var create = (name2) => `
  create function pgmq.${name2}(queue_name text) returns void language plpgsql as $create$ begin
    execute format('create table if not exists pgmq.%I (msg_id bigint primary key generated always as identity,
      read_ct integer not null default 0, enqueued_at timestamptz not null default now(),
      vt timestamptz not null, message jsonb, headers jsonb)', pgmq.format_table_name(queue_name, 'q'));
    execute format('create table if not exists pgmq.%I (msg_id bigint primary key,
      read_ct integer not null default 0, enqueued_at timestamptz not null default now(),
      archived_at timestamptz not null default now(), vt timestamptz not null, message jsonb, headers jsonb)',
      pgmq.format_table_name(queue_name, 'a'));
    insert into pgmq.meta values (queue_name, false, false) on conflict do nothing;
  end $create$;`;
var PGMQ_SQL = `
  create table pgmq.meta (queue_name varchar primary key, is_partitioned boolean not null,
    is_unlogged boolean not null, created_at timestamptz not null default now());
  create type pgmq.message_record as (msg_id bigint, read_ct integer, enqueued_at timestamptz, vt timestamptz,
    message jsonb, headers jsonb);
  create type pgmq.queue_record as (queue_name varchar, is_partitioned boolean, is_unlogged boolean,
    created_at timestamptz);
  create function pgmq.format_table_name(queue_name text, prefix text) returns text language sql
    as $$ select lower(prefix || '_' || queue_name) $$;
  create function pgmq.list_queues() returns setof pgmq.queue_record language sql as
    $$ select queue_name, is_partitioned, is_unlogged, created_at from pgmq.meta $$;
  ${["create", "create_non_partitioned", "create_unlogged"].map(create).join("")}
  ${FUNCTIONS2.map(
  ([signature, result, value]) => `create function pgmq.${signature} returns ${result} language sql as '${value}';`
).join("\n  ")}
  ${READS.map(
  (signature) => `create function pgmq.${signature} returns setof pgmq.message_record language plpgsql as 'begin end';`
).join("\n  ")}`;

// src/database/timescale-stub.ts
var TIMESCALE_SQL = `
  create type dimension_info as (column_name name);
  create function by_range(column_name name, partition_interval anycompatible default null::bigint)
    returns dimension_info language sql as 'select row($1)::dimension_info';
  create function by_hash(column_name name, number_partitions integer)
    returns dimension_info language sql as 'select row($1)::dimension_info';
  create function create_hypertable(relation regclass, time_column_name name,
    partitioning_column name default null, number_partitions integer default null,
    chunk_time_interval anycompatible default null::bigint, create_default_indexes boolean default true,
    if_not_exists boolean default false, migrate_data boolean default false)
    returns void language sql as '';
  create function create_hypertable(relation regclass, dimension dimension_info,
    create_default_indexes boolean default true, if_not_exists boolean default false,
    migrate_data boolean default false)
    returns void language sql as '';
  create function add_dimension(hypertable regclass, dimension dimension_info, if_not_exists boolean default false)
    returns void language sql as '';
  create function set_chunk_time_interval(hypertable regclass, chunk_time_interval anycompatible)
    returns void language sql as '';
  create function add_retention_policy(relation regclass, drop_after anycompatible default null::interval,
    if_not_exists boolean default false, schedule_interval interval default null,
    initial_start timestamptz default null, timezone text default null)
    returns integer language sql as 'select 1';
  create function remove_retention_policy(relation regclass, if_exists boolean default false)
    returns void language sql as '';
  create function add_compression_policy(hypertable regclass, compress_after anycompatible default null::interval,
    if_not_exists boolean default false, schedule_interval interval default null)
    returns integer language sql as 'select 1';
  create function remove_compression_policy(hypertable regclass, if_exists boolean default false)
    returns boolean language sql as 'select true';
  create procedure add_columnstore_policy(hypertable regclass, after anycompatible default null::interval,
    if_not_exists boolean default false)
    language sql as '';
  create function add_continuous_aggregate_policy(continuous_aggregate regclass, start_offset anycompatible,
    end_offset anycompatible, schedule_interval interval, if_not_exists boolean default false,
    initial_start timestamptz default null, timezone text default null)
    returns integer language sql as 'select 1';
  create function remove_continuous_aggregate_policy(continuous_aggregate regclass, if_exists boolean default false)
    returns void language sql as '';
  create procedure refresh_continuous_aggregate(continuous_aggregate regclass, window_start anycompatible,
    window_end anycompatible)
    language sql as '';
  create function time_bucket(bucket_width interval, ts timestamptz) returns timestamptz
    language sql immutable as $$ select date_bin($1, $2, '2000-01-03 00:00:00+00'::timestamptz) $$;
  create function time_bucket(bucket_width interval, ts timestamp) returns timestamp
    language sql immutable as $$ select date_bin($1, $2, '2000-01-03'::timestamp) $$;
  create function time_bucket(bucket_width interval, ts date) returns date
    language sql immutable as $$ select date_bin($1, $2, '2000-01-03'::timestamp)::date $$;
  create function time_bucket(bucket_width bigint, ts bigint) returns bigint
    language sql immutable as 'select $2 - mod($2, $1)';
  create function keep_first(anyelement, anyelement, anycompatible) returns anyelement
    language sql immutable as 'select coalesce($1, $2)';
  create function keep_last(anyelement, anyelement, anycompatible) returns anyelement
    language sql immutable as 'select $2';
  create aggregate first(anyelement, anycompatible) (sfunc = keep_first, stype = anyelement);
  create aggregate last(anyelement, anycompatible) (sfunc = keep_last, stype = anyelement);`;
var OPTIONS = /\b(?<word>with|set)\s*\(\s*timescaledb\.[^()]*\)/gi;
function withoutTimescaleOptions(sql2) {
  const words3 = [...sql2.matchAll(OPTIONS)].map(({ groups }) => groups?.["word"]?.toLowerCase());
  if (words3.length === 0) return null;
  return words3.includes("set") ? "SELECT" : sql2.replaceAll(OPTIONS, "");
}

// src/database/stubs.ts
var SQL = {
  postgis: POSTGIS_SQL,
  http: `
    create domain http_method as text;
    create type http_header as (field varchar, value varchar);
    create type http_request as (method http_method, uri varchar, headers http_header[], content_type varchar,
      content varchar);
    create type http_response as (status integer, content_type varchar, headers http_header[], content varchar);
    create function http_header(field varchar, value varchar) returns http_header language sql as 'select $1, $2';
    create function http(request http_request) returns http_response language sql as 'select null::http_response';
    create function http_get(uri varchar) returns http_response language sql as 'select null::http_response';
    create function http_post(uri varchar, content varchar, content_type varchar) returns http_response
      language sql as 'select null::http_response';`,
  pg_net: `
    create schema if not exists net;
    create table net._http_response (id bigint, status_code integer, content_type text, headers jsonb, content text,
      timed_out boolean, error_msg text, created timestamptz not null default now());
    create function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds integer default 5000) returns bigint language sql as 'select 1::bigint';
    create function net.http_delete(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds integer default 5000) returns bigint language sql as 'select 1::bigint';
    create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{}', timeout_milliseconds integer default 5000)
      returns bigint language sql as 'select 1::bigint';`,
  pg_cron: `
    create schema cron;
    create table cron.job (jobid bigint primary key, schedule text, command text, nodename text, nodeport integer,
      database text, username text, active boolean, jobname text);
    create table cron.job_run_details (jobid bigint, runid bigint primary key, job_pid integer, database text,
      username text, command text, status text, return_message text, start_time timestamptz, end_time timestamptz);
    create function cron.schedule_in_database(job_name text, schedule text, command text, database text,
      username text default null, active boolean default true) returns bigint language sql as 'select 1::bigint';
    create function cron.alter_job(job_id bigint, schedule text default null, command text default null,
      database text default null, username text default null, active boolean default null)
      returns void language sql as '';
    create function cron.schedule(job_name text, schedule text, command text) returns bigint language sql as 'select 1::bigint';
    create function cron.schedule(schedule text, command text) returns bigint language sql as 'select 1::bigint';
    create function cron.unschedule(job_name text) returns boolean language sql as 'select true';
    create function cron.unschedule(job_id bigint) returns boolean language sql as 'select true';`,
  pg_uuidv7: `
    create function uuid_generate_v7() returns uuid language sql volatile as 'select uuidv7()';`,
  pgmq: PGMQ_SQL,
  timescaledb: TIMESCALE_SQL
};
var SCHEMAS = {
  age: "ag_catalog",
  pg_graphql: "graphql",
  pg_tle: "pgtle",
  pgmq: "pgmq",
  pgsodium: "pgsodium",
  postgis_tiger_geocoder: "tiger",
  postgis_topology: "topology",
  supabase_vault: "vault"
};
function stubFiles(extension) {
  const script2 = SQL[extension] ?? "";
  const schema2 = SCHEMAS[extension];
  const place = schema2 === void 0 ? `relocatable = ${script2 === "" ? "true" : "false"}` : `relocatable = false
schema = '${schema2}'`;
  return {
    [`${extension}.control`]: `default_version = '1.0'
${place}
`,
    [`${extension}--1.0.sql`]: `${script2}
`
  };
}

// src/database/extensions.ts
var BUNDLES = {
  autoinc: ["spi"],
  earthdistance: ["cube", "earthdistance"],
  insert_username: ["spi"],
  moddatetime: ["spi"],
  refint: ["spi"]
};
var BUILT_IN = ["plpgsql"];
function availableExtensions() {
  const bundles = bundleNames();
  const aliases = Object.keys(BUNDLES);
  return [.../* @__PURE__ */ new Set([...BUILT_IN, ...bundles, ...aliases])].filter((name2) => name2 !== "spi").sort();
}
function selectExtensions(asked) {
  const available = new Set(availableExtensions());
  const names = [...new Set(asked)].sort();
  const loaded = names.filter((name2) => available.has(name2) && !BUILT_IN.includes(name2));
  const stubbed = names.filter((name2) => !available.has(name2));
  const bundles = loaded.flatMap((name2) => BUNDLES[name2] ?? [name2]);
  return {
    bundles: Object.fromEntries(
      bundles.map((name2) => [name2, assetPath(`extensions/${name2}.tar.gz`)])
    ),
    stubs: Object.assign({}, ...stubbed.map(stubFiles)),
    stubbed
  };
}
function extensionsIn(sql2) {
  const created = sql2.replaceAll(/^\s*--.*/gm, " ").matchAll(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?("(?:[^"]|"")+"|[a-z_][\w$]*)/gi);
  const names = [...created].map(
    ([, name2 = ""]) => name2.startsWith('"') ? name2.slice(1, -1).replaceAll('""', '"') : name2.toLowerCase()
  );
  return [...new Set(names)].sort();
}
function bundleNames() {
  return readdirSync2(dirname2(assetPath("extensions/vector.tar.gz"))).filter((file) => file.endsWith(".tar.gz")).map((file) => file.slice(0, -".tar.gz".length));
}

// src/database/embedded.ts
import { readFile as readFile3 } from "node:fs/promises";
import { promisify } from "node:util";
import { Worker as Worker2 } from "node:worker_threads";
import { brotliDecompress } from "node:zlib";

// src/database/data-directory.ts
import { mkdirSync, readFileSync as readFileSync3, rmSync, writeFileSync } from "node:fs";
import { dirname as dirname3 } from "node:path";
function lockDataDirectory(directory2) {
  const file = `${directory2}.lock`;
  mkdirSync(dirname3(directory2), { recursive: true });
  if (!take(file)) {
    const owner = readOwner(file);
    if (isAlive(owner)) {
      throw new EnvironmentError(
        `${directory2} is in use by process ${String(owner)}`,
        "Wait for it to end, or end it, and run again."
      );
    }
    rmSync(file, { force: true });
    if (!take(file)) return lockDataDirectory(directory2);
  }
  return () => {
    rmSync(file, { force: true });
  };
}
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
function readOwner(file) {
  try {
    return Number(readFileSync3(file, "utf8"));
  } catch {
    return NaN;
  }
}
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// src/database/scratch.ts
function scratchOver(exec) {
  let depth = 0;
  return async (work) => {
    const savepoint = `plumbline_scratch_${String(depth)}`;
    await exec(depth === 0 ? "BEGIN" : `SAVEPOINT ${savepoint}`);
    depth++;
    try {
      return await work();
    } finally {
      depth--;
      await exec(
        depth === 0 ? "ROLLBACK" : `ROLLBACK TO SAVEPOINT ${savepoint}; RELEASE SAVEPOINT ${savepoint}`
      );
    }
  };
}

// src/database/embedded.ts
var DEADLINE_MS = 6e4;
var TOTAL_DEADLINE_MS = 6e5;
var START_MS = 6e4;
var CLOSE_MS = 1e4;
async function openEmbedded(options = {}) {
  const selected = selectExtensions(options.extensions ?? []);
  const progress = new SharedArrayBuffer(8);
  const { arrays, ...empty } = await emptyCluster();
  const { dataDirectory } = options;
  const link = new WorkerLink(
    {
      engine: await compiledEngine(),
      files: assetPath("pglite.data"),
      cluster: options.from ?? empty.cluster,
      arrays,
      bundles: selected.bundles,
      stubs: selected.stubs,
      dataDirectory: dataDirectory ?? null,
      progress
    },
    options.totalDeadlineMs ?? TOTAL_DEADLINE_MS,
    dataDirectory === void 0 ? () => void 0 : lockDataDirectory(dataDirectory)
  );
  const deadline = options.deadlineMs ?? DEADLINE_MS;
  options.signal?.addEventListener("abort", () => {
    link.end();
  });
  await link.started(START_MS);
  const [row3] = await rowsOf2(
    link.ask({ kind: "query", sql: "show server_version_num", parameters: [] }, deadline)
  );
  const inMemory = dataDirectory === void 0;
  return handle(link, {
    deadline,
    inMemory,
    version: Number(row3?.["server_version_num"]),
    stubbed: selected.stubbed
  });
}
var engine2 = null;
function compiledEngine() {
  engine2 ??= readFile3(assetPath("pglite.wasm")).then((bytes) => WebAssembly.compile(bytes));
  return engine2;
}
var CLUSTER_BYTES = 48 * 1048576;
var beginning = null;
function emptyCluster() {
  beginning ??= readEmptyCluster();
  return beginning;
}
async function readEmptyCluster() {
  const packed = await readFile3(assetPath("pgdata.tar.br"));
  const tar = await promisify(brotliDecompress)(packed, { chunkSize: CLUSTER_BYTES });
  const arrays = JSON.parse(await readFile3(assetPath("array-types.json"), "utf8"));
  return { cluster: filesOfTar(tar), arrays };
}
function handle(link, instance) {
  const { deadline, inMemory, version, stubbed } = instance;
  let isRetired = false;
  const ask = (question) => isRetired ? Promise.reject(closed()) : link.ask(question, deadline);
  const run = async (texts3) => {
    const answer = await ask({ kind: "run", texts: texts3 });
    if (answer.kind !== "failed") return { ok: true };
    return { ok: false, index: answer.index, error: new DatabaseError(answer.error) };
  };
  const exec = async (sql2) => {
    const result = await run([sql2]);
    if (!result.ok) throw result.error;
  };
  return {
    version,
    stubbed,
    exec,
    run,
    watch: async (sql2) => {
      const answer = await ask({ kind: "watch", sql: sql2 });
      if (answer.kind !== "watched") throw unusable2("it answered another question");
      const { error, messages, ms } = answer;
      return { error: error === null ? null : new DatabaseError(error), messages, ms };
    },
    snapshot: async ({ templates } = { templates: true }) => {
      const answer = await ask({ kind: "snapshot", templates });
      if (answer.kind !== "snapshot") throw unusable2("it answered another question");
      return answer.files;
    },
    query: (sql2, parameters = []) => rowsOf2(ask({ kind: "query", sql: sql2, parameters })),
    scratch: scratchOver(exec),
    retire: () => {
      isRetired = true;
      return retired(link, instance);
    },
    close: async () => {
      if (inMemory) link.end();
      else await link.close();
    }
  };
}
async function rowsOf2(asked) {
  const answer = await asked;
  if (answer.kind === "failed") throw new DatabaseError(answer.error);
  return answer.kind === "rows" ? answer.rows : [];
}
function retired(link, instance) {
  return {
    restart: async ({ from, deadlineMs = DEADLINE_MS }) => {
      const cluster = from ?? (await emptyCluster()).cluster;
      await link.ask({ kind: "restart", cluster }, Math.min(deadlineMs, START_MS));
      return handle(link, { ...instance, deadline: deadlineMs });
    },
    end: () => {
      link.end();
    }
  };
}
var WorkerLink = class {
  #worker;
  #progress;
  #pending = /* @__PURE__ */ new Map();
  #end;
  /** Gives back what the instance held. */
  #release;
  #last = 0;
  #dead = null;
  #ended = Promise.resolve();
  constructor(start, totalDeadlineMs, release) {
    this.#release = release;
    this.#progress = new Int32Array(start.progress);
    this.#end = performance.now() + totalDeadlineMs;
    this.#worker = new Worker2(workerUrl(), {
      workerData: start,
      stdout: true,
      stderr: true
    });
    this.#worker.on("message", (response) => {
      this.#settle(response);
    });
    this.#worker.on("error", (error) => {
      this.#kill(unusable2(messageOf(error)));
    });
    this.#worker.on("exit", () => {
      this.#kill(unusable2("it ended unexpectedly"));
    });
  }
  started(deadlineMs) {
    return this.#await(0, deadlineMs, () => "the start of the embedded Postgres");
  }
  ask(question, deadlineMs) {
    if (this.#dead) return Promise.reject(this.#dead);
    const id = ++this.#last;
    const request = { ...question, id };
    this.#worker.ref();
    this.#worker.postMessage(request);
    return this.#await(id, deadlineMs, () => describe3(request, Atomics.load(this.#progress, 1)));
  }
  async close() {
    if (this.#dead) return;
    try {
      await this.ask({ kind: "close" }, CLOSE_MS);
    } finally {
      this.end();
      await this.#ended;
    }
  }
  /** Without waiting for anything. */
  end() {
    this.#kill(closed());
  }
  #await(id, deadlineMs, subject) {
    return new Promise((resolve, reject) => {
      const left = Math.min(deadlineMs, this.#end - performance.now());
      const timer = setTimeout(
        () => {
          this.#kill(expired(subject(), Math.max(left, 0)));
        },
        Math.max(left, 0)
      );
      this.#pending.set(id, {
        resolve: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        }
      });
    });
  }
  #settle(response) {
    if (response.kind === "fatal") {
      this.#kill(unusable2(response.message));
      return;
    }
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if (this.#pending.size === 0) this.#worker.unref();
    pending?.resolve(response);
  }
  #kill(reason) {
    if (this.#dead) return;
    this.#dead = reason;
    this.#ended = this.#worker.terminate().then(this.#release);
    for (const pending of this.#pending.values()) pending.reject(reason);
    this.#pending.clear();
  }
};
function workerUrl() {
  return new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
}
function describe3(request, index) {
  if (request.kind === "close") return "closing";
  if (request.kind === "snapshot") return "a copy of the database";
  if (request.kind === "restart") return "the start of the embedded Postgres";
  return excerpt(request.kind === "run" ? request.texts[index] ?? "" : request.sql);
}
function excerpt(sql2) {
  const line = sql2.trim().replaceAll(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 200)}\u2026` : line;
}
function expired(subject, ms) {
  const seconds = Math.round(ms / 100) / 10;
  return new EnvironmentError(
    `no answer from the embedded Postgres within ${String(seconds)} s: ${subject}`,
    "The statement may never end. If it is only slow, give it more time with --timeout."
  );
}
function closed() {
  return new EnvironmentError("the embedded Postgres is closed", "Open another.");
}
function unusable2(message) {
  return new EnvironmentError(
    `the embedded Postgres failed: ${message}`,
    "Run it again; if it fails again, report this as a bug with the statement."
  );
}

export {
  spellGeometry,
  lexStatements,
  skipBlank,
  skipComment,
  splitStatements,
  withoutTimescaleOptions,
  extensionsIn,
  scratchOver,
  openEmbedded,
  UnreadableFile,
  readIfReadable,
  toolOf,
  findProjects,
  statsOf,
  groupDrift,
  openRenames,
  missingChanges,
  projectStatus,
  isDrifted,
  worstFirst,
  reportStatus,
  statusOfFinding,
  verdictOf,
  allFindings,
  sortFindings,
  isSkipped,
  usualFailOn,
  failOnOf,
  failuresOf,
  renameOfOption,
  describeOption,
  readConfig2 as readConfig,
  directoriesOf2 as directoriesOf,
  git,
  requireGit,
  repositoryRoot,
  prefixOf3 as prefixOf,
  resolveCommit,
  isShallow,
  mergeBase,
  listTree,
  openRevisions,
  openDirectory
};
