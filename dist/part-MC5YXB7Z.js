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

export {
  DatabaseError,
  offsetOfPosition
};
