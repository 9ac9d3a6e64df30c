import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/database/database.ts
var DatabaseError = class extends Error {
  name = "DatabaseError";
  /** SQLSTATE, for example `42P07`. */
  code;
  detail;
  hint;
  /** 0-based offset in UTF-16 code units into the SQL that was sent; null when Postgres gave none. */
  position;
  constructor(fields) {
    super(fields.message);
    this.code = fields.code;
    this.detail = fields.detail ?? null;
    this.hint = fields.hint ?? null;
    this.position = fields.position ?? null;
  }
};
function offsetOfPosition(sql, position) {
  const characters = Number(position) - 1;
  if (!Number.isInteger(characters) || characters < 0) return null;
  let offset = 0;
  for (let i = 0; i < characters && offset < sql.length; i++) {
    offset += (sql.codePointAt(offset) ?? 0) > 65535 ? 2 : 1;
  }
  return offset;
}

// src/database/cluster-files.ts
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function gatherFiles(files) {
  const size = files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let filled = 0;
  const entries = files.map(({ path, content }) => {
    if (content === null) return { path, content };
    const from = filled;
    bytes.set(content, from);
    filled += content.length;
    return { path, content: { from, length: content.length } };
  });
  return { bytes, entries };
}
var BLOCK = 512;
var DIRECTORY = "5";
function filesOfTar(tar) {
  const text = (from, length) => tar.toString("latin1", from, from + length).replace(/\0.*$/s, "");
  const files = [];
  let at = 0;
  for (let name = text(0, 100); name !== ""; name = text(at, 100)) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const begin = at + BLOCK;
    const isDirectory = text(at + 156, 1) === DIRECTORY;
    files.push({
      path: name.replace(/^\.?\//, "").replace(/\/$/, ""),
      content: isDirectory ? null : tar.subarray(begin, begin + size)
    });
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return gatherFiles(files);
}
function writeCluster({ bytes, entries }, directory) {
  const fresh = `${directory}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(directory), { recursive: true });
  mkdirSync(fresh, { mode: 448 });
  for (const { path, content } of entries) {
    const file = join(fresh, path);
    if (content === null) {
      mkdirSync(file, { recursive: true, mode: 448 });
    } else {
      const { from, length } = content;
      writeFileSync(file, bytes.subarray(from, from + length), { mode: 384 });
    }
  }
  renameSync(fresh, directory);
}

export {
  DatabaseError,
  offsetOfPosition,
  gatherFiles,
  filesOfTar,
  writeCluster
};
