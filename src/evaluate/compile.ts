// Source text of one module → the script the sandbox evaluates. Each unit of the module becomes a
// function of its own, on the line it was written on. Knows nothing of other modules.
import { blankSourceFile } from 'ts-blank-space';
import { ts } from 'ts-morph';
import { instrument, instrumentAll } from './instrument.ts';
import { RUNTIME, type Source } from './writer.ts';
import { linkModule, spot, type Linked, type Unit } from './link.ts';
import { lowerStatement } from './lower.ts';
import { DEFAULT_LOCAL, type ModuleCode, type UnitCode } from './module-code.ts';

export interface CompileOptions {
  /** `experimentalDecorators` of the project. */
  readonly legacyDecorators: boolean;
}

export interface Compiled {
  /** An expression: `{ code: ModuleCode, run(runtime) }`. */
  readonly script: string;
  /** The same module with nothing to run, for an engine that can't parse the script. */
  broken(message: string): string;
}

interface Compilation {
  readonly sourceFile: ts.SourceFile;
  readonly source: Source;
  readonly options: CompileOptions;
  /** Top-level statements whose TypeScript the eraser couldn't erase. */
  readonly unerased: ReadonlySet<ts.Statement>;
}

const SCRIPT_KINDS: Readonly<Record<string, ts.ScriptKind>> = {
  js: ts.ScriptKind.JSX,
  mjs: ts.ScriptKind.JS,
  cjs: ts.ScriptKind.JS,
  jsx: ts.ScriptKind.JSX,
  tsx: ts.ScriptKind.TSX,
};

/** Compiles one file; what is wrong with it is written into the module instead of thrown. */
export function compileModule(file: string, text: string, options: CompileOptions): Compiled {
  const extension = file.slice(file.lastIndexOf('.') + 1);
  if (extension === 'json') return compileJson(text);
  const scriptKind = SCRIPT_KINDS[extension] ?? ts.ScriptKind.TS;
  const parsing = { languageVersion: ts.ScriptTarget.ESNext };
  const sourceFile = ts.createSourceFile(file, text, parsing, true, scriptKind);
  const linked = linkModule(sourceFile);
  const error = firstError(sourceFile);
  const described = describe(linked);
  const broken = (message: string, line = 1, column = 1): string =>
    script({ ...described, broken: { message, line, column } }, '');
  if (error !== null) return { script: broken(error.message, error.line, error.column), broken };
  if (isCommonJs(sourceFile)) return { script: compileCommonJs(sourceFile), broken };
  return { script: script(described, writeUnits(sourceFile, linked, options)), broken };
}

function script(code: ModuleCode, body: string): string {
  return `({code:${JSON.stringify(code)},run(${RUNTIME}){with(${RUNTIME}.scope){${body}\n}}})`;
}

const EMPTY: ModuleCode = {
  format: 'module',
  units: [],
  bindings: [],
  imports: [],
  exports: [],
  reexports: [],
  stars: [],
  broken: null,
};

function compileJson(text: string): Compiled {
  const code: ModuleCode = { ...EMPTY, format: 'json' };
  const broken = (message: string): string =>
    script({ ...code, broken: { message, line: 1, column: 1 } }, '');
  const body = `${RUNTIME}.json(${JSON.stringify(text.replace(/^\uFEFF/, ''))})`;
  return { script: script(code, body), broken };
}

/** The parser's own complaints, which the public type leaves out. */
function firstError(
  sourceFile: ts.SourceFile,
): { message: string; line: number; column: number } | null {
  const { parseDiagnostics } = sourceFile as ts.SourceFile & {
    parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
  };
  const [first] = parseDiagnostics ?? [];
  if (first === undefined) return null;
  const at = sourceFile.getLineAndCharacterOfPosition(first.start);
  const message = ts.flattenDiagnosticMessageText(first.messageText, ' ');
  return { message: `it doesn't parse: ${message}`, line: at.line + 1, column: at.character + 1 };
}

function describe(linked: Linked): ModuleCode {
  const { bindings, imports, exports, reexports, stars } = linked;
  const units = linked.units.map(({ names, mutates, line, column, shape }): UnitCode => ({
    names,
    mutates,
    many: shape.kind === 'variable' && !ts.isIdentifier(shape.node.name),
    line,
    column,
  }));
  return { ...EMPTY, units, bindings, imports, exports, reexports, stars };
}

function isCommonJs(sourceFile: ts.SourceFile): boolean {
  if (/\.[cm]?tsx?$/.test(sourceFile.fileName) || ts.isExternalModule(sourceFile)) return false;
  return /\b(?:module\.exports|exports\.|exports\[)/.test(sourceFile.text);
}

function compileCommonJs(sourceFile: ts.SourceFile): string {
  const { text } = sourceFile;
  const source = sourceOf(sourceFile, text, EMPTY_LINKED);
  const body = instrumentAll(source, sourceFile.statements, 0);
  const code: ModuleCode = { ...EMPTY, format: 'commonjs' };
  const parameters = 'exports,require,module,__filename,__dirname';
  const hashbang = body.startsWith('#!') ? `//${body}` : body;
  return script(code, `${RUNTIME}.commonjs(function(${parameters}){${hashbang}\n});`);
}

const EMPTY_LINKED = { bindings: [], mutators: new Set<string>() };

function sourceOf(
  sourceFile: ts.SourceFile,
  text: string,
  { bindings, mutators }: Pick<Linked, 'bindings' | 'mutators'>,
): Source {
  return {
    sourceFile,
    text,
    scope: new Set(bindings.map(({ name }) => name)),
    mutators,
    spotAt(offset) {
      const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
      return { line: line + 1, column: character + 1 };
    },
  };
}

function writeUnits(sourceFile: ts.SourceFile, linked: Linked, options: CompileOptions): string {
  const unerased = new Set<ts.Statement>();
  const text = eraseTypes(sourceFile, (node) => {
    if (!ts.isTypeAssertionExpression(node)) unerased.add(topLevelOf(node));
  });
  for (const statement of sourceFile.statements)
    if (needsLowering(statement)) unerased.add(statement);
  const source = sourceOf(sourceFile, text, linked);
  const compilation = { sourceFile, source, options, unerased };
  const lines = new LineKeeper(sourceFile);
  // What is lowered has other lines than it was written on, so it comes last.
  const last: string[] = [];
  linked.units.forEach((unit, index) => {
    if (unit.names.length === 0 && unit.mutates.length === 0) return;
    const lowered = isLowered(compilation, unit);
    const body = lowered ? writeLowered(compilation, unit) : writeUnit(compilation, unit);
    const code = `${RUNTIME}.unit(${index},function(){${body}});`;
    if (lowered) last.push(code);
    else lines.write(unit, code);
  });
  return [lines.text(), ...last].join('\n');
}

/** The eraser is typed against another copy of the compiler; the nodes are the same. */
const eraseTypes = blankSourceFile as unknown as (
  sourceFile: ts.SourceFile,
  onError: (node: ts.Node) => void,
) => string;

/** Puts each piece of code on the line it was written on. */
class LineKeeper {
  readonly #sourceFile: ts.SourceFile;
  readonly #parts: string[] = [];
  #line = 0;

  constructor(sourceFile: ts.SourceFile) {
    this.#sourceFile = sourceFile;
  }

  write(unit: Unit, code: string): void {
    const start = startOfCode(unit, this.#sourceFile);
    const { line } = this.#sourceFile.getLineAndCharacterOfPosition(start);
    this.#parts.push('\n'.repeat(Math.max(0, line - this.#line)), code);
    this.#line = Math.max(line, this.#line) + code.split('\n').length - 1;
  }

  text(): string {
    return this.#parts.join('');
  }
}

/** Where the text begins that a unit's code is a copy of. */
function startOfCode({ shape, statement }: Unit, sourceFile: ts.SourceFile): number {
  if (shape.kind === 'variable' && ts.isIdentifier(shape.node.name))
    return (shape.node.initializer ?? shape.node).getStart(sourceFile);
  if (shape.kind === 'function' || shape.kind === 'class')
    return afterExport(statement, sourceFile);
  return shape.node.getStart(sourceFile);
}

function topLevelOf(node: ts.Node): ts.Statement {
  let top = node;
  while (!ts.isSourceFile(top.parent)) top = top.parent;
  return top as ts.Statement;
}

/** Syntax that no engine here has: decorators, `accessor`, `using`. */
function needsLowering(node: ts.Node): boolean {
  if (ts.isDecorator(node) || node.kind === ts.SyntaxKind.AccessorKeyword) return true;
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) !== 0) return true;
  return ts.forEachChild(node, (child) => needsLowering(child) || undefined) ?? false;
}

function isLowered({ unerased }: Compilation, { shape, statement }: Unit): boolean {
  if (shape.kind === 'enum') return false;
  return shape.kind === 'namespace' || unerased.has(statement);
}

function writeUnit({ sourceFile, source }: Compilation, unit: Unit): string {
  const { shape } = unit;
  switch (shape.kind) {
    case 'variable':
      return writeVariable(source, shape.node);
    case 'function':
      return writeFunction(source, shape.node);
    case 'class':
      return writeClass(source, shape.node);
    case 'enum':
      return writeEnum(source, shape.node, unit.names.length === 0);
    case 'expression':
      return `"use strict";return ${named('default', shape.node, instrument(source, shape.node))};`;
    case 'namespace':
    case 'statement':
      return `"use strict";${instrument(source, shape.node, shape.node.getStart(sourceFile))}`;
  }
}

function writeVariable(source: Source, node: ts.VariableDeclaration): string {
  const { name, initializer } = node;
  if (ts.isIdentifier(name)) {
    if (initializer === undefined) return '';
    return `"use strict";return ${named(name.text, initializer, instrument(source, initializer))};`;
  }
  const pattern = instrument(source, name);
  const value = initializer === undefined ? 'void 0' : instrument(source, initializer);
  return `"use strict";const ${pattern}=${value};return {${boundIn(name).join()}};`;
}

function boundIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : boundIn(element.name),
  );
}

/** The value of an initialiser; a function without a name gets the one it is given to. */
function named(name: string, node: ts.Expression, code: string): string {
  let value = node;
  while (ts.isAsExpression(value) || ts.isSatisfiesExpression(value)) value = value.expression;
  const anonymous =
    ts.isArrowFunction(value) ||
    ((ts.isFunctionExpression(value) || ts.isClassExpression(value)) && value.name === undefined);
  if (!anonymous || name === '__proto__') return `(${code})`;
  return `({${JSON.stringify(name)}:${code}})[${JSON.stringify(name)}]`;
}

/** Offset after `export` and `default`. */
function afterExport(statement: ts.Statement, sourceFile: ts.SourceFile): number {
  if (!ts.canHaveModifiers(statement)) return statement.getStart(sourceFile);
  const exporting = (ts.getModifiers(statement) ?? []).filter(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword,
  );
  const end = exporting.at(-1)?.end;
  if (end === undefined) return statement.getStart(sourceFile);
  const rest = sourceFile.text.slice(end);
  return end + (/^(?:\s|\/\*[^]*?\*\/|\/\/[^\n]*\n)*/.exec(rest)?.[0].length ?? 0);
}

/** A function declaration is its own name's only holder: written anonymous, it can be reassigned. */
function writeFunction(source: Source, node: ts.FunctionDeclaration): string {
  const start = afterExport(node, source.sourceFile);
  const name = JSON.stringify(node.name?.text ?? 'default');
  const whole = instrument(source, node, start);
  const nameAt = node.name === undefined ? null : node.name.getStart(source.sourceFile) - start;
  const code =
    nameAt === null || node.name === undefined
      ? whole
      : whole.slice(0, nameAt) + whole.slice(nameAt + node.name.text.length);
  return `"use strict";return ({${name}:${code}})[${name}];`;
}

function writeClass(source: Source, node: ts.ClassDeclaration): string {
  const code = instrument(source, node, afterExport(node, source.sourceFile));
  if (node.name !== undefined) return `"use strict";${code};return ${node.name.text};`;
  return `"use strict";return ({"default":${code}})["default"];`;
}

/** Members see each other by name, which only an object for a scope can give them. */
function writeEnum(source: Source, node: ts.EnumDeclaration, merged: boolean): string {
  const scope = `${RUNTIME}m`;
  const name = node.name.text;
  const parts = [`return ${RUNTIME}.enumeration(function(${scope}){with(${scope}.names){`];
  let line = 0;
  const { sourceFile } = source;
  const lineOf = (at: ts.Node): number =>
    sourceFile.getLineAndCharacterOfPosition(at.getStart(sourceFile)).line;
  const first = lineOf(node);
  for (const member of node.members) {
    const target = lineOf(member.initializer ?? member) - first;
    parts.push('\n'.repeat(Math.max(0, target - line)));
    const value = member.initializer === undefined ? '' : instrument(source, member.initializer);
    line = Math.max(target, line) + value.split('\n').length - 1;
    const key = ts.isComputedPropertyName(member.name)
      ? instrument(source, member.name.expression)
      : JSON.stringify(member.name.text);
    parts.push(`${scope}.add(${key}${value === '' ? '' : `,(${value})`});`);
  }
  parts.push(`}},${JSON.stringify(name)}${merged ? `,${name}` : ''});`);
  return parts.join('');
}

function writeLowered(compilation: Compilation, unit: Unit): string {
  const { sourceFile, source, options } = compilation;
  const { shape, statement } = unit;
  const { text, start, result } = lowerable(unit, sourceFile);
  const lowered = lowerStatement(text, options.legacyDecorators);
  const inner: Source = {
    ...source,
    sourceFile: lowered.sourceFile,
    text: lowered.sourceFile.text,
    spotAt: (offset) => source.spotAt(Math.max(start, start + lowered.originOf(offset))),
  };
  const { statements } = lowered.sourceFile;
  // A merged namespace adds to the value in scope: the `var` that would hide it is left out.
  const merged = shape.kind === 'namespace' && unit.names.length === 0;
  const kept = merged ? statements.filter((s) => !ts.isVariableStatement(s)) : [...statements];
  const code = kept.map((node) => instrument(inner, node)).join('\n');
  const place = spot(sourceFile, statement);
  return `/* line ${place.line} */"use strict";${code}\n${result}`;
}

/** The text to lower, the offset its first character has in the file, and what to return of it. */
function lowerable(
  { shape, statement, names, also }: Unit,
  sourceFile: ts.SourceFile,
): { text: string; start: number; result: string } {
  const start = statement.getStart(sourceFile);
  if (shape.kind === 'variable') {
    const from = shape.node.getStart(sourceFile);
    const text = `const ${sourceFile.text.slice(from, shape.node.end)};`;
    const single = ts.isIdentifier(shape.node.name) ? shape.node.name.text : null;
    const result = single === null ? `return {${names.join()}};` : `return ${single};`;
    return { text, start: from - 'const '.length, result };
  }
  if (shape.kind === 'expression') {
    const from = shape.node.getStart(sourceFile);
    const text = `const ${RUNTIME}x=${sourceFile.text.slice(from, shape.node.end)};`;
    return { text, start: from - `const ${RUNTIME}x=`.length, result: `return ${RUNTIME}x;` };
  }
  const [name = DEFAULT_LOCAL] = names;
  const parts = [statement, ...also].map((part) => withoutExport(part, sourceFile));
  const text = parts.join('\n');
  if (shape.kind === 'statement' || names.length === 0) return { text, start, result: '' };
  if (name !== DEFAULT_LOCAL) return { text, start, result: `return ${name};` };
  return { text: withName(text), start, result: `return ${RUNTIME}x;` };
}

/** The statement's text with blanks where `export` and `default` stood. */
function withoutExport(statement: ts.Statement, sourceFile: ts.SourceFile): string {
  const start = statement.getStart(sourceFile);
  let text = sourceFile.text.slice(start, statement.end);
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  for (const modifier of modifiers ?? []) {
    const { kind } = modifier;
    if (kind !== ts.SyntaxKind.ExportKeyword && kind !== ts.SyntaxKind.DefaultKeyword) continue;
    const from = modifier.getStart(sourceFile) - start;
    const to = modifier.end - start;
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  return text;
}

/** Gives a default export that has no name one to return it by. */
const withName = (text: string): string =>
  text.replace(/\b(class|function\s*\*?)(?=\s*(?:extends\b|implements\b|[{(<]))/, `$1 ${RUNTIME}x`);
