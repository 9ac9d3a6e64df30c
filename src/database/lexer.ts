// Finds where statements end by SQL's lexical rules alone: for texts the parser refuses (they have an
// error to be told, or carry psql's COPY data), and to cut long texts into pieces for the parser.

/** A statement without its semicolon, and the offset of its first character in UTF-16 code units. */
export interface Statement {
  readonly sql: string;
  readonly offset: number;
}

const COPY_DATA = /^copy\b[^;]*\bfrom\s+stdin\b/i;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;

/** Splits at top-level semicolons. */
export function lexStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let start = skipBlank(sql, 0);
  while (start < sql.length) {
    let end = statementEnd(sql, start);
    let next = end + 1;
    if (COPY_DATA.test(sql.slice(start, end))) {
      const data = copyDataEnd(sql, next);
      if (data !== null) end = next = data;
    }
    const text = sql.slice(start, end).trimEnd();
    if (text !== '') statements.push({ sql: text, offset: start });
    start = skipBlank(sql, next);
  }
  return statements;
}

/** The offset of the first character that is neither white space, comment nor a psql command. */
export function skipBlank(sql: string, from: number): number {
  let at = from;
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === '\\') at = lineEnd(sql, at);
    else {
      const after = skipComment(sql, at);
      if (after === at) return at;
      at = after;
    }
  }
  return at;
}

/** The offset of the semicolon that ends the statement, or the text's length. */
function statementEnd(sql: string, from: number): number {
  let at = from;
  let previous = '';
  // Bodies of SQL-standard functions hold semicolons: BEGIN ATOMIC … END.
  let atomic = 0;
  while (at < sql.length) {
    if (sql.charAt(at) === ';' && atomic === 0) return at;
    WORD.lastIndex = at;
    const word = WORD.exec(sql)?.[0].toLowerCase();
    if (word === undefined) {
      at = skipToken(sql, at);
      continue;
    }
    at += word.length;
    if (word === 'e' && sql.charAt(at) === "'") at = skipQuoted(sql, at, true);
    else if (word === 'atomic' && previous === 'begin') atomic = 1;
    else if (atomic > 0 && word === 'case') atomic++;
    else if (atomic > 0 && word === 'end') atomic--;
    previous = word;
  }
  return sql.length;
}

function skipToken(sql: string, at: number): number {
  const character = sql.charAt(at);
  if (character === "'" || character === '"') return skipQuoted(sql, at, false);
  if (character === '$') return skipDollarQuoted(sql, at);
  return Math.max(skipComment(sql, at), at + 1);
}

/** Past a quoted text; a doubled quote is two texts in a row, which comes to the same. */
function skipQuoted(sql: string, open: number, backslashes: boolean): number {
  const quote = sql.charAt(open);
  let at = open + 1;
  while (at < sql.length && sql.charAt(at) !== quote) {
    at += backslashes && sql.charAt(at) === '\\' ? 2 : 1;
  }
  return at + 1;
}

function skipDollarQuoted(sql: string, at: number): number {
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === undefined) return at + 1;
  const close = sql.indexOf(tag, at + tag.length);
  return close === -1 ? sql.length : close + tag.length;
}

/** The offset after the comment that begins there, line break included; the same offset where none does. */
export function skipComment(sql: string, at: number): number {
  if (sql.startsWith('--', at)) return lineEnd(sql, at);
  if (!sql.startsWith('/*', at)) return at;
  let depth = 0;
  let end = at;
  do {
    if (sql.startsWith('/*', end)) depth++;
    else if (sql.startsWith('*/', end)) depth--;
    else {
      end++;
      continue;
    }
    end += 2;
  } while (depth > 0 && end < sql.length);
  return end;
}

function lineEnd(sql: string, at: number): number {
  const newline = sql.indexOf('\n', at);
  return newline === -1 ? sql.length : newline + 1;
}

/** The offset after the `\.` that ends COPY's data; null when none follows the statement. */
function copyDataEnd(sql: string, from: number): number | null {
  const end = /^[^\S\n]*\n(?:[\s\S]*?\n)??\\\.[^\S\n]*(?=\n|$)/.exec(sql.slice(from));
  return end ? from + end[0].length : null;
}
