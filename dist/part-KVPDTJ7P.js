import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  splitStatements
} from "./part-SJZNH6LM.js";
import {
  parseTree
} from "./part-G272ITKT.js";

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
  const parts = [];
  for (const { sql, offset } of statements) {
    const effect = SUSPICIOUS.test(sql) ? await effectOf(sql) : null;
    parts.push({ sql, place: placeAt(text, offset), effect });
  }
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
async function effectOf(sql) {
  const [entry] = Object.entries(await parseTree(sql) ?? {});
  return entry === void 0 ? null : effectOfNode(...entry);
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
  const code = body.replaceAll(/--.*?\\n/g, " ").replaceAll(/\/\*.*?\*\//g, " ").replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/\\[nrt]/g, " ");
  return /\b(?<!\bon\s+)(?:commit|rollback)\b(?!\s+to\b)/i.test(code);
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
  judge,
  committedBefore,
  placeAt
};
