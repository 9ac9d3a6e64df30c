import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/database/lexer.ts
var COPY_DATA = /^copy\b[^;]*\bfrom\s+stdin\b/i;
var DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
var WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
function lexStatements(sql) {
  const statements = [];
  let start = skipBlank(sql, 0);
  while (start < sql.length) {
    let end = statementEnd(sql, start);
    let next = end + 1;
    if (COPY_DATA.test(sql.slice(start, end))) {
      const data = copyDataEnd(sql, next);
      if (data !== null) end = next = data;
    }
    const text = sql.slice(start, end).trimEnd();
    if (text !== "") statements.push({ sql: text, offset: start });
    start = skipBlank(sql, next);
  }
  return statements;
}
function skipBlank(sql, from) {
  let at = from;
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === "\\") at = lineEnd(sql, at);
    else {
      const after = skipComment(sql, at);
      if (after === at) return at;
      at = after;
    }
  }
  return at;
}
function statementEnd(sql, from) {
  let at = from;
  let previous = "";
  let atomic = 0;
  while (at < sql.length) {
    if (sql.charAt(at) === ";" && atomic === 0) return at;
    WORD.lastIndex = at;
    const word = WORD.exec(sql)?.[0].toLowerCase();
    if (word === void 0) {
      at = skipToken(sql, at);
      continue;
    }
    at += word.length;
    if (word === "e" && sql.charAt(at) === "'") at = skipQuoted(sql, at, true);
    else if (word === "atomic" && previous === "begin") atomic = 1;
    else if (atomic > 0 && word === "case") atomic++;
    else if (atomic > 0 && word === "end") atomic--;
    previous = word;
  }
  return sql.length;
}
function skipToken(sql, at) {
  const character = sql.charAt(at);
  if (character === "'" || character === '"') return skipQuoted(sql, at, false);
  if (character === "$") return skipDollarQuoted(sql, at);
  return Math.max(skipComment(sql, at), at + 1);
}
function skipQuoted(sql, open, backslashes) {
  const quote = sql.charAt(open);
  let at = open + 1;
  while (at < sql.length && sql.charAt(at) !== quote) {
    at += backslashes && sql.charAt(at) === "\\" ? 2 : 1;
  }
  return at + 1;
}
function skipDollarQuoted(sql, at) {
  DOLLAR_TAG.lastIndex = at;
  const tag = DOLLAR_TAG.exec(sql)?.[0];
  if (tag === void 0) return at + 1;
  const close = sql.indexOf(tag, at + tag.length);
  return close === -1 ? sql.length : close + tag.length;
}
function skipComment(sql, at) {
  if (sql.startsWith("--", at)) return lineEnd(sql, at);
  if (!sql.startsWith("/*", at)) return at;
  let depth = 0;
  let end = at;
  do {
    if (sql.startsWith("/*", end)) depth++;
    else if (sql.startsWith("*/", end)) depth--;
    else {
      end++;
      continue;
    }
    end += 2;
  } while (depth > 0 && end < sql.length);
  return end;
}
function lineEnd(sql, at) {
  const newline = sql.indexOf("\n", at);
  return newline === -1 ? sql.length : newline + 1;
}
function copyDataEnd(sql, from) {
  const end = /^[^\S\n]*\n(?:[\s\S]*?\n)??\\\.[^\S\n]*(?=\n|$)/.exec(sql.slice(from));
  return end ? from + end[0].length : null;
}

// src/database/statements.ts
var CHUNK_LENGTH = 1e5;
async function splitStatements(sql) {
  const lexed = lexStatements(sql);
  if (lexed.length < 2) return lexed;
  const parser = await import("./vendor/libpg-query.js");
  await parser.loadModule();
  return chunks(lexed).flatMap((chunk) => {
    const [first] = chunk;
    const last = chunk.at(-1);
    if (first === void 0 || last === void 0) return [];
    const text = sql.slice(first.offset, last.offset + last.sql.length);
    const parsed = parseStatements(text, (part) => parser.parseSync(part).stmts ?? []);
    return parsed?.map((one) => ({ ...one, offset: one.offset + first.offset })) ?? chunk;
  });
}
function parseStatements(text, parse) {
  let places;
  try {
    places = parse(text);
  } catch {
    return null;
  }
  const bytes = Buffer.from(text);
  let byte = 0;
  let offset = 0;
  const offsetOf = (target) => {
    offset += bytes.toString("utf8", byte, target).length;
    byte = target;
    return offset;
  };
  return places.map(({ stmt_location: from = 0, stmt_len: length = 0 }) => {
    const begin = offsetOf(from);
    const end = offsetOf(length === 0 ? bytes.length : from + length);
    const start = skipBlank(text, begin);
    return { sql: text.slice(start, end).trimEnd(), offset: start };
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

export {
  splitStatements
};
