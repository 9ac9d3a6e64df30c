// Comments between the statements of an SQL text. Those inside of statements, of texts in quotes and of
// function bodies are none.
import { lexStatements, skipComment } from '../database/lexer.ts';
import type { Place } from '../schema/objects.ts';
import { lineCounter, type Lines, type Remark } from './remark.ts';

/** A statement as its tool sends it, and where it begins in the text. */
export interface KnownStatement {
  readonly sql: string;
  readonly place: Pick<Place, 'line' | 'column'>;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Comment extends Span {
  /** How many statements come before it. */
  readonly index: number;
}

/** The comments of a text, with the statements that they stand before or behind. */
export function remarksInSql(text: string, known: readonly KnownStatement[]): Remark[] {
  // Places count from the first character, and a mark of byte order is none of SQL's.
  const plain = text.replace(/^\uFEFF/u, ' ');
  const { comments, statements } = walk(plain, known);
  const lineOf = lineCounter(plain);
  const linesOf = ({ from, to }: Span): Lines => ({ from: lineOf(from), to: lineOf(to - 1) });
  return comments.map((comment) => {
    const { index } = comment;
    const [before, after] = [statements[index - 1], statements[index]];
    const line = lineOf(comment.from);
    const isBehind =
      before !== undefined &&
      linesOf(before).to === line &&
      (after === undefined || linesOf(after).from > line);
    const about = isBehind ? before : after;
    return {
      text: bare(plain.slice(comment.from, comment.to)),
      line,
      about: about === undefined ? null : linesOf(about),
      onTop: index === 0,
    };
  });
}

/** From statement to statement: where the tool says that one begins, and where it says nothing, by SQL's own rules. */
function walk(
  text: string,
  known: readonly KnownStatement[],
): { comments: Comment[]; statements: Span[] } {
  const comments: Comment[] = [];
  const statements: Span[] = [];
  const spans = knownSpans(text, known);
  let at = 0;
  let upcoming = 0;
  while (at < text.length) {
    const from = at;
    while ((spans[upcoming]?.from ?? from) < from) upcoming += 1;
    const next = spans[upcoming];
    if (next?.from === from) {
      statements.push(next);
      at = next.to;
    } else if (/[\s;]/u.test(text.charAt(at))) at += 1;
    else {
      at = skipComment(text, from);
      if (at > from) comments.push({ from, to: at, index: statements.length });
      else at = passUnknown(text, from, next?.from ?? text.length, statements);
    }
  }
  return { comments, statements };
}

/** Past what the tool doesn't run, or a command of psql. */
function passUnknown(text: string, from: number, end: number, statements: Span[]): number {
  if (text.charAt(from) === '\\') return text.indexOf('\n', from) + 1 || text.length;
  const sql = lexStatements(text.slice(from, end))[0]?.sql ?? '';
  const to = from + Math.max(1, sql.length);
  statements.push({ from, to });
  return to;
}

function knownSpans(text: string, known: readonly KnownStatement[]): Span[] {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const offsets = known.flatMap(({ sql, place }) => {
    const start = (starts[place.line - 1] ?? 0) + (place.column ?? 1) - 1;
    const from = place.column === undefined ? start + blanksAt(text, start) : start;
    return text.startsWith(firstWord(sql), from) ? [{ from, sql }] : [];
  });
  offsets.sort((a, b) => a.from - b.from);
  return offsets.map(({ from, sql }, index) => {
    if (text.startsWith(sql, from)) return { from, to: from + sql.length };
    // What stands for values was filled in, so the text of the file has another length.
    const own = text.slice(from, offsets[index + 1]?.from);
    return { from, to: from + Math.max(1, lexStatements(own)[0]?.sql.length ?? 0) };
  });
}

const blanksAt = (text: string, offset: number): number =>
  /^[^\S\n]*/u.exec(text.slice(offset))?.[0].length ?? 0;

/** Statements that a tool sends by itself are in no file: they are told by how they begin. */
const firstWord = (sql: string): string => /^\w*/u.exec(sql)?.[0] ?? '';

function bare(comment: string): string {
  return comment.startsWith('--')
    ? comment.slice(2).trimEnd()
    : comment.slice(2, comment.endsWith('*/') ? -2 : undefined);
}
