import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/database/templates.ts
var BLOCK = 512;
var TEMPLATE = /^(?:\.?\/)?base\/[14]\/(?!PG_VERSION$)./;
function withoutTemplates(tar) {
  const bytes = Buffer.from(tar.buffer, tar.byteOffset, tar.length);
  const text = (from, length) => bytes.toString("latin1", from, from + length).replace(/\0.*$/s, "");
  const kept = [];
  let at = 0;
  for (let name = text(0, 100); name !== ""; name = text(at, 100)) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (!TEMPLATE.test(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  const lean = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of kept) {
    lean.set(part, filled);
    filled += part.length;
  }
  return lean;
}
function mayNeedTemplates(sql) {
  return /\bdatabase\b/i.test(sql);
}

export {
  withoutTemplates,
  mayNeedTemplates
};
