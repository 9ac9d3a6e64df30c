import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/rules/pages.ts
import { readFileSync } from "node:fs";
var folder = import.meta.url.endsWith(".ts") ? "./" : "./rules/";
function readPage(id) {
  return readFileSync(new URL(`${folder}${id}.md`, import.meta.url), "utf8");
}
function titleOf(page) {
  return /^# (.*)$/m.exec(page)?.[1] ?? "";
}

export {
  readPage,
  titleOf
};
