import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  readPage
} from "./part-5CROZYGW.js";
import {
  UsageError,
  noSuchRule
} from "./part-UDLH5YUZ.js";
import {
  manyLines,
  rules
} from "./part-DBJXRJ25.js";

// src/commands/explain.ts
function runExplain({ args, surroundings }) {
  const rule = rules.find(({ id }) => id === args.rule);
  if (!rule) throw new UsageError(noSuchRule(args.rule ?? ""));
  surroundings.out(manyLines(readPage(rule.id)));
  return Promise.resolve(0);
}
export {
  runExplain
};
