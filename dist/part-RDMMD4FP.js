import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);

// src/findings/pages.ts
import { existsSync, readFileSync } from "node:fs";
var folders = import.meta.url.endsWith(".ts") ? ["../rules/", "./"] : ["./pages/"];
function readPage(id) {
  const places = folders.map((folder) => new URL(`${folder}${id}.md`, import.meta.url));
  const place = places.find((one) => existsSync(one)) ?? places[0];
  return place === void 0 ? "" : readFileSync(place, "utf8");
}
function titleOf(page) {
  return /^# (.*)$/m.exec(page)?.[1] ?? "";
}

export {
  readPage,
  titleOf
};
