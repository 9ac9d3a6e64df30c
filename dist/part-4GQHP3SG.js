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

// src/database/transaction-rules.ts
var SUSPICIOUS = /\b(?:concurrently|vacuum|cluster|database|tablespace|system|reindex|subscription|commit|end|rollback|abort|begin|start)\b/i;
async function judge(texts) {
  const judged = [];
  for (const text of texts) judged.push(...await judgeText(text));
  return judged;
}
async function judgeText(text) {
  const whole = [{ ...text, effect: null }];
  if (!SUSPICIOUS.test(text.sql)) return whole;
  const statements = await splitStatements(text.sql);
  const parser = await import("./vendor/libpg-query.js");
  await parser.loadModule();
  const parts = statements.map(({ sql, offset }) => ({
    sql,
    place: placeAt(text, offset),
    effect: SUSPICIOUS.test(sql) ? effectOf(sql, (one) => parser.parseSync(one)) : null
  }));
  return parts.some(({ effect }) => effect !== null) ? parts : whole;
}
function committedBefore(items, from, index) {
  let start = from;
  let open = true;
  for (const [at, { effect }] of items.slice(0, index).entries()) {
    if (at < from) continue;
    if (effect === "begins" && !open) [open, start] = [true, at];
    else if (effect === "chains") start = at + 1;
    else if (effect === "ends") open = false;
  }
  return open ? start : index;
}
function effectOf(sql, parse) {
  let parsed;
  try {
    parsed = parse(sql);
  } catch {
    return null;
  }
  const [entry] = Object.entries(parsed.stmts?.[0]?.stmt ?? {});
  return entry === void 0 ? null : effectOfNode(entry[0], entry[1]);
}
var REFUSES = {
  IndexStmt: ({ concurrent }) => concurrent === true,
  DropStmt: ({ concurrent }) => concurrent === true,
  VacuumStmt: (node) => node.is_vacuumcmd === true,
  ClusterStmt: ({ relation }) => relation === void 0,
  ReindexStmt: reindexRefuses,
  AlterTableStmt: ({ cmds }) => JSON.stringify(cmds ?? []).includes('"concurrent":true'),
  DoStmt: ({ args }) => endsTransactions(JSON.stringify(args ?? [])),
  CreatedbStmt: () => true,
  DropdbStmt: () => true,
  AlterSystemStmt: () => true,
  CreateTableSpaceStmt: () => true,
  DropTableSpaceStmt: () => true
};
function effectOfNode(type, node) {
  if (type === "TransactionStmt") return effectOfControl(node);
  return REFUSES[type]?.(node) === true ? "refuses" : null;
}
function effectOfControl({ kind, chain }) {
  switch (kind) {
    case "TRANS_STMT_BEGIN":
    case "TRANS_STMT_START":
      return "begins";
    case "TRANS_STMT_COMMIT":
    case "TRANS_STMT_ROLLBACK":
      return chain === true ? "chains" : "ends";
    default:
      return null;
  }
}
function reindexRefuses({ kind, params }) {
  const whole = /_(?:SCHEMA|SYSTEM|DATABASE)$/.test(kind ?? "");
  return whole || JSON.stringify(params ?? []).includes('"concurrently"');
}
function endsTransactions(body) {
  const code = body.replaceAll(/--.*?\\n/g, " ").replaceAll(/\/\*.*?\*\//g, " ").replaceAll(/'(?:[^']|'')*'/g, "''");
  return /\b(?:commit|rollback)\b(?!\s+to\b)/i.test(code);
}
function placeAt({ sql, place }, offset) {
  const lines = sql.slice(0, offset).split("\n");
  const width = lines.at(-1)?.length ?? 0;
  return {
    file: place.file,
    line: place.line + lines.length - 1,
    column: lines.length > 1 ? width + 1 : (place.column ?? 1) + width
  };
}

export {
  skipBlank,
  splitStatements,
  judge,
  committedBefore,
  placeAt
};
