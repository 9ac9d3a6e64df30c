// Takes a module's top level apart into units that can be evaluated one by one, each when somebody
// first asks for what it declares. Knows syntax only: no file, no sandbox.
import { ts } from 'ts-morph';
import { effectsOf, unwrap, type Effects } from './effects.ts';
import {
  DEFAULT_LOCAL,
  type BindingCode,
  type ImportCode,
  type ReexportCode,
  type Spot,
} from './module-code.ts';

/** How the code of a unit is to be written. */
type UnitShape =
  | { readonly kind: 'variable'; readonly node: ts.VariableDeclaration; readonly list: ts.Node }
  | { readonly kind: 'function'; readonly node: ts.FunctionDeclaration }
  | { readonly kind: 'class'; readonly node: ts.ClassDeclaration }
  | { readonly kind: 'enum'; readonly node: ts.EnumDeclaration }
  | { readonly kind: 'namespace'; readonly node: ts.ModuleDeclaration }
  | { readonly kind: 'expression'; readonly node: ts.Expression }
  | { readonly kind: 'statement'; readonly node: ts.Statement };

export interface Unit extends Spot {
  readonly shape: UnitShape;
  /** The statement of the file it comes from. */
  readonly statement: ts.Statement;
  /** Further parts of the namespace it declares. */
  readonly also: readonly ts.Statement[];
  readonly names: readonly string[];
  /** Names it changes without declaring them. */
  readonly mutates: readonly string[];
}

export interface Linked {
  readonly units: readonly Unit[];
  readonly bindings: readonly BindingCode[];
  readonly imports: readonly ImportCode[];
  readonly exports: readonly { readonly name: string; readonly local: string }[];
  readonly reexports: readonly ReexportCode[];
  readonly stars: readonly (Spot & { readonly specifier: string })[];
  /** Functions and classes that change top-level names when they are called. */
  readonly mutators: ReadonlySet<string>;
}

interface Draft {
  readonly shape: UnitShape;
  readonly statement: ts.Statement;
  readonly names: readonly string[];
  /** The name an earlier draft declared and this one adds to. */
  readonly merges: readonly string[];
  /** Later statements that belong to the same declaration. */
  readonly also: ts.Statement[];
  readonly mutable: boolean;
  readonly at: ts.Node;
}

interface Collected {
  readonly sourceFile: ts.SourceFile;
  readonly drafts: Draft[];
  readonly imports: ImportCode[];
  readonly exports: { name: string; local: string }[];
  readonly reexports: ReexportCode[];
  readonly stars: (Spot & { specifier: string })[];
}

/** Units, names and their order of evaluation, of one module. */
export function linkModule(sourceFile: ts.SourceFile): Linked {
  const into: Collected = {
    sourceFile,
    drafts: [],
    imports: [],
    exports: [],
    reexports: [],
    stars: [],
  };
  for (const statement of sourceFile.statements) collect(statement, into);
  const { drafts, imports, exports, reexports, stars } = into;
  const effects = drafts.map(({ shape }) => effectsOf(shape.node, shape.kind === 'statement'));
  const own = new Set([...drafts.flatMap(({ names }) => names), ...imports.map((i) => i.local)]);
  const later = changedLater(drafts, effects, own);
  const units = drafts.map((draft, index): Unit => {
    const { shape, statement } = draft;
    const mine = effects[index];
    const changed = mine === undefined ? [] : [...changedNow(draft, mine, later)];
    const others = changed.filter((name) => own.has(name) && !draft.names.includes(name));
    const mutates = [...new Set([...others, ...draft.merges])];
    const { names, also } = draft;
    return { ...spot(sourceFile, draft.at), shape, statement, names, also, mutates };
  });
  const bindings = bindingsOf(into, units, effects);
  const mutators = new Set(later.keys());
  return { units, bindings, imports, exports, reexports, stars, mutators };
}

/** The place of a node: of a declaration, its name. */
export function spot(sourceFile: ts.SourceFile, node: ts.Node): Spot {
  const at = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return { line: at.line + 1, column: at.character + 1 };
}

function collect(statement: ts.Statement, into: Collected): void {
  if (ts.isImportDeclaration(statement)) collectImport(statement, into);
  else if (ts.isImportEqualsDeclaration(statement)) collectImportEquals(statement, into);
  else if (ts.isExportDeclaration(statement)) collectExport(statement, into);
  else if (ts.isExportAssignment(statement)) {
    const { expression } = statement;
    // What `export =` gives is both the default and, for `import * as`, the namespace.
    declare(into, statement, [DEFAULT_LOCAL], { kind: 'expression', node: expression });
    into.exports.push({ name: 'default', local: DEFAULT_LOCAL });
  } else if (!isAmbient(statement)) collectDeclaration(statement, into);
}

function isAmbient(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isEmptyStatement(statement)) return true;
  if (ts.isFunctionDeclaration(statement) && statement.body === undefined) return true;
  if (ts.isModuleDeclaration(statement) && !hasValues(statement)) return true;
  return has(statement, ts.SyntaxKind.DeclareKeyword) && !ts.isEnumDeclaration(statement);
}

/** A namespace that holds only types declares nothing. */
function hasValues(node: ts.ModuleDeclaration): boolean {
  if (!ts.isIdentifier(node.name) || (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0)
    return false;
  const { body } = node;
  if (body === undefined) return false;
  if (ts.isModuleDeclaration(body)) return hasValues(body);
  return ts.isModuleBlock(body) && body.statements.some((statement) => !isAmbient(statement));
}

function has(node: ts.Node, kind: ts.SyntaxKind): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}

function declare(
  into: Collected,
  statement: ts.Statement,
  names: readonly string[],
  shape: UnitShape,
): void {
  const { node } = shape;
  const name = 'name' in node ? (node.name as ts.Node | undefined) : undefined;
  const mutable =
    shape.kind === 'variable'
      ? (shape.list.flags & ts.NodeFlags.Const) === 0
      : shape.kind !== 'expression';
  into.drafts.push({ shape, statement, names, also: [], merges: [], mutable, at: name ?? node });
  if (!has(statement, ts.SyntaxKind.ExportKeyword)) return;
  const isDefault = has(statement, ts.SyntaxKind.DefaultKeyword);
  for (const name of names) into.exports.push({ name: isDefault ? 'default' : name, local: name });
}

function collectDeclaration(statement: ts.Statement, into: Collected): void {
  if (ts.isVariableStatement(statement)) {
    const list = statement.declarationList;
    for (const node of list.declarations)
      declare(into, statement, namesIn(node.name), { kind: 'variable', node, list });
    return;
  }
  const named = namedShape(statement);
  if (named === null) declare(into, statement, [], { kind: 'statement', node: statement });
  else declareNamed(into, statement, named);
}

type NamedShape = Extract<UnitShape, { kind: 'function' | 'class' | 'enum' | 'namespace' }>;

function namedShape(node: ts.Statement): NamedShape | null {
  if (ts.isFunctionDeclaration(node)) return { kind: 'function', node };
  if (ts.isClassDeclaration(node)) return { kind: 'class', node };
  if (ts.isEnumDeclaration(node)) return { kind: 'enum', node };
  return ts.isModuleDeclaration(node) ? { kind: 'namespace', node } : null;
}

/** A second declaration of one name (namespaces and enums merge) adds to what the first made. */
function declareNamed(into: Collected, statement: ts.Statement, shape: NamedShape): void {
  const name = shape.node.name?.text ?? DEFAULT_LOCAL;
  const first = into.drafts.find((draft) => draft.names.includes(name));
  const space = into.drafts.find(
    (draft) => isNamespaceOf(draft, name) && shape.kind === 'namespace',
  );
  // Parts of one namespace see each other's names, so they stay together.
  if (space !== undefined) space.also.push(statement);
  else if (first === undefined) declare(into, statement, [name], shape);
  else
    into.drafts.push({
      ...first,
      shape,
      statement,
      names: [],
      also: [],
      merges: [name],
      at: shape.node,
    });
}

const isNamespaceOf = ({ shape }: Draft, name: string): boolean =>
  shape.kind === 'namespace' && shape.node.name.text === name;

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isOmittedExpression(element) ? [] : namesIn(element.name),
  );
}

function collectImport(statement: ts.ImportDeclaration, into: Collected): void {
  const clause = statement.importClause;
  const specifier = textOf(statement.moduleSpecifier);
  if (clause === undefined || specifier === null || isTypeOnly(clause)) return;
  const at = (node: ts.Node): Spot => spot(into.sourceFile, node);
  if (clause.name !== undefined)
    into.imports.push({ local: clause.name.text, specifier, name: 'default', ...at(clause) });
  const named = clause.namedBindings;
  if (named === undefined) return;
  if (ts.isNamespaceImport(named)) {
    into.imports.push({ local: named.name.text, specifier, name: '*', ...at(named) });
    return;
  }
  for (const element of named.elements) {
    const name = (element.propertyName ?? element.name).text;
    if (!element.isTypeOnly)
      into.imports.push({ local: element.name.text, specifier, name, ...at(element) });
  }
}

const isTypeOnly = (clause: ts.ImportClause): boolean =>
  clause.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** `import x = require('y')` and `import x = A.B`. */
function collectImportEquals(statement: ts.ImportEqualsDeclaration, into: Collected): void {
  const { moduleReference: target, name } = statement;
  if (statement.isTypeOnly) return;
  if (!ts.isExternalModuleReference(target)) {
    // An entity name `A.B` reads as the expression it looks like.
    const node = target as ts.Node as ts.Expression;
    declare(into, statement, [name.text], { kind: 'expression', node });
    return;
  }
  const specifier = textOf(target.expression);
  if (specifier === null) return;
  into.imports.push({ local: name.text, specifier, name: '=', ...spot(into.sourceFile, name) });
  if (has(statement, ts.SyntaxKind.ExportKeyword))
    into.exports.push({ name: name.text, local: name.text });
}

function collectExport(statement: ts.ExportDeclaration, into: Collected): void {
  if (statement.isTypeOnly) return;
  const clause = statement.exportClause;
  const specifier = statement.moduleSpecifier && textOf(statement.moduleSpecifier);
  const at = spot(into.sourceFile, statement);
  if (clause === undefined) {
    if (typeof specifier === 'string') into.stars.push({ specifier, ...at });
  } else if (ts.isNamespaceExport(clause)) {
    if (typeof specifier === 'string')
      into.reexports.push({ name: clause.name.text, specifier, imported: '*', ...at });
  } else {
    for (const element of clause.elements) {
      const imported = (element.propertyName ?? element.name).text;
      const name = element.name.text;
      if (element.isTypeOnly) continue;
      if (typeof specifier === 'string')
        into.reexports.push({ name, specifier, imported, ...spot(into.sourceFile, element) });
      else into.exports.push({ name, local: imported });
    }
  }
}

const textOf = (node: ts.Expression): string | null =>
  ts.isStringLiteralLike(node) ? node.text : null;

/** For each name that can be called, the top-level names it changes then, directly or through others. */
function changedLater(
  drafts: readonly Draft[],
  effects: readonly Effects[],
  own: ReadonlySet<string>,
): Map<string, Set<string>> {
  const later = new Map<string, Set<string>>();
  const callable = drafts.flatMap(({ names, shape }, index) => {
    const mine = effects[index];
    return mine === undefined || shape.kind === 'statement' ? [] : [{ names, mine }];
  });
  for (const { names, mine } of callable) {
    const changed = new Set([...mine.changesLater].filter((name) => own.has(name)));
    if (changed.size > 0) for (const name of names) later.set(name, changed);
  }
  for (let grown = later.size > 0; grown;) {
    grown = false;
    for (const { names, mine } of callable)
      for (const name of names) grown = inherit(later, name, mine.refs) || grown;
  }
  return later;
}

function inherit(
  later: Map<string, Set<string>>,
  name: string,
  refs: ReadonlySet<string>,
): boolean {
  const mine = later.get(name) ?? new Set<string>();
  const before = mine.size;
  for (const ref of refs) for (const changed of later.get(ref) ?? []) mine.add(changed);
  if (mine.size > 0) later.set(name, mine);
  return mine.size > before;
}

/** What evaluating a unit changes; a function or class by itself changes nothing. */
function changedNow(
  draft: Draft,
  { refs, changes, changesLater }: Effects,
  later: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  if (isFunctionLike(draft.shape)) return new Set(changes);
  const through = [...refs].flatMap((name) => [...(later.get(name) ?? [])]);
  return new Set([...changes, ...changesLater, ...through]);
}

function isFunctionLike(shape: UnitShape): boolean {
  if (shape.kind === 'function' || shape.kind === 'class') return true;
  const node = shape.kind === 'variable' ? shape.node.initializer : shape.node;
  if (node === undefined || !ts.isExpression(node)) return false;
  const value = unwrap(node);
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isClassExpression(value);
}

function bindingsOf(
  { drafts, imports }: Collected,
  units: readonly Unit[],
  effects: readonly Effects[],
): BindingCode[] {
  const changers = new Map<string, number[]>();
  units.forEach((unit, index) => {
    for (const name of unit.mutates) changers.set(name, [...(changers.get(name) ?? []), index]);
  });
  const schedule = (name: string, unit: number): number[] => {
    const changes = changers.get(name);
    if (changes === undefined) return [];
    const last = changes.at(-1) ?? -1;
    // Whoever reads the name between two changes must have read it by then.
    const readers = drafts.flatMap((draft, index) => {
      const reads = effects[index]?.refs.has(name) ?? false;
      const between = index > unit && index < last && !isFunctionLike(draft.shape);
      return reads && between && draft.names.length > 0 ? [index] : [];
    });
    return [...new Set([...changes, ...readers])].sort((a, b) => a - b);
  };
  const declared = units.flatMap(({ names, line, column }, unit) =>
    names.map((name): BindingCode => {
      const mutable = drafts[unit]?.mutable ?? false;
      return { name, unit, mutable, line, column, schedule: schedule(name, unit) };
    }),
  );
  const imported = imports.map(({ local, line, column }): BindingCode => {
    return { name: local, unit: -1, mutable: false, line, column, schedule: schedule(local, -1) };
  });
  return [...declared, ...imported];
}
