// Tags in the comments of declarations (`/** @tag text */`), found in the syntax at the places where
// the sandbox says that things were made. Files that don't hold the tag are not parsed.
import { ts } from 'ts-morph';
import { readIfReadable, type Revision } from '../revision/revision.ts';
import type { Place } from '../schema/objects.ts';

export interface DocTag {
  /** What follows the tag's name on its line. */
  readonly text: string;
  readonly place: Place;
}

/** A tagged text: an element of a list, or a member of a TypeScript enum. */
interface TaggedText extends DocTag {
  readonly value: string;
  /** Whether it is part of the declaration at a place, or of something that one names. */
  isPartOf(place: Place): boolean;
}

export interface DocTags {
  /** Those of the property, the variable or the export that stands there. */
  at(place: Place | null): readonly DocTag[];
  /** All that stand before texts of lists and members of enums. */
  readonly texts: readonly TaggedText[];
}

/** Finds the tags of one name in files of a revision. */
export function openDocTags(revision: Revision, files: readonly string[], tag: string): DocTags {
  const parsed = new Map<string, ts.SourceFile | null>();
  const textOf = (file: string): string | null =>
    revision.isFile(file) ? readIfReadable(revision, file) : null;
  const sourceOf = (file: string): ts.SourceFile | null => {
    const known = parsed.get(file);
    if (known !== undefined) return known;
    const source = parse(file, textOf(file));
    parsed.set(file, source);
    return source;
  };
  const isTagged = (file: string): boolean => textOf(file)?.includes(`@${tag}`) === true;
  const tagged = new Set(files.filter(isTagged));
  const read = (node: ts.Node): DocTag[] => tagsBefore(node, tag);
  return {
    at: (place) => {
      const source = place !== null && tagged.has(place.file) ? sourceOf(place.file) : null;
      const node = source === null || place === null ? null : nodeAt(source, place);
      return node === null ? [] : read(declarationOf(node));
    },
    texts: [...tagged].flatMap((file) => {
      const source = sourceOf(file);
      return source === null ? [] : taggedTexts(source, read, sourceOf);
    }),
  };
}

function parse(file: string, text: string | null): ts.SourceFile | null {
  return text === null ? null : ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** The innermost node that begins there. */
function nodeAt(source: ts.SourceFile, { line, column = 1 }: Place): ts.Node | null {
  const starts = source.getLineStarts();
  const start = starts[line - 1];
  if (start === undefined) return null;
  const offset = start + column - 1;
  let found: ts.Node | null = null;
  const visit = (node: ts.Node): void => {
    if (node.pos > offset || node.end <= offset) return;
    if (node !== source && node.getStart(source) <= offset) found = node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What a comment about the node stands before. */
function declarationOf(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isSourceFile(current.parent)) {
    if (ts.isObjectLiteralElement(current) || ts.isEnumMember(current)) return current;
    if (ts.isArrayLiteralExpression(current.parent)) return current;
    if (ts.isVariableDeclaration(current)) {
      const list = current.parent;
      const alone = ts.isVariableDeclarationList(list) && list.declarations[0] === current;
      return alone ? list.parent : current;
    }
    if (ts.isStatement(current)) return current;
    current = current.parent;
  }
  return current;
}

function tagsBefore(node: ts.Node, tag: string): DocTag[] {
  const source = node.getSourceFile();
  const { text } = source;
  const from = node.getFullStart();
  // One on the line of what comes before belongs here only if the node stands on that line too.
  const sameLine = (ts.getTrailingCommentRanges(text, from) ?? []).filter(
    ({ end }) => !text.slice(end, node.getStart(source)).includes('\n'),
  );
  const comments = [...sameLine, ...(ts.getLeadingCommentRanges(text, from) ?? [])];
  return comments.flatMap(({ pos, end }) => {
    if (!text.startsWith('/**', pos)) return [];
    const pattern = new RegExp(String.raw`@${tag}(?![\w-])[^\S\n]*([^\n]*)`, 'gu');
    return [...text.slice(pos, end - 2).matchAll(pattern)].map((match) => ({
      text: (match[1] ?? '').trim(),
      place: placeOf(source, pos + match.index),
    }));
  });
}

function placeOf(source: ts.SourceFile, offset: number): Place {
  const { line, character } = source.getLineAndCharacterOfPosition(offset);
  return { file: source.fileName, line: line + 1, column: character + 1 };
}

function taggedTexts(
  source: ts.SourceFile,
  read: (node: ts.Node) => DocTag[],
  sourceOf: (file: string) => ts.SourceFile | null,
): TaggedText[] {
  const found: TaggedText[] = [];
  const visit = (node: ts.Node): void => {
    const value = textOf(node);
    if (value !== null) {
      const isPartOf = (place: Place): boolean => belongs(node, place, sourceOf);
      for (const tag of read(node)) found.push({ ...tag, value, isPartOf });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text that an element of a list is, or that a member of an enum or an object has. */
function textOf(node: ts.Node): string | null {
  if (ts.isEnumMember(node) || ts.isPropertyAssignment(node)) {
    return node.initializer && ts.isStringLiteralLike(node.initializer)
      ? node.initializer.text
      : null;
  }
  const inList = ts.isStringLiteralLike(node) && ts.isArrayLiteralExpression(node.parent);
  return inList ? node.text : null;
}

/** Within the declaration at the place, or within one whose name that declaration speaks of. */
function belongs(
  node: ts.Node,
  place: Place,
  sourceOf: (file: string) => ts.SourceFile | null,
): boolean {
  const source = sourceOf(place.file);
  const at = source && nodeAt(source, place);
  if (!source || !at) return false;
  const declaration = declarationOf(at);
  if (node.getSourceFile() === source && node.pos >= declaration.pos && node.end <= declaration.end)
    return true;
  const name = declaredName(node);
  return name !== null && mentions(declaration, name);
}

function declaredName(node: ts.Node): string | null {
  let current: ts.Node = node;
  while (!ts.isSourceFile(current)) {
    if (ts.isEnumDeclaration(current)) return current.name.text;
    if (ts.isVariableDeclaration(current) && ts.isIdentifier(current.name)) {
      return current.name.text;
    }
    current = current.parent;
  }
  return null;
}

function mentions(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (child) => mentions(child, name) || undefined) === true;
}
