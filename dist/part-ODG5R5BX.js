import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  readPage
} from "./part-RDMMD4FP.js";
import {
  UsageError,
  noSuchRule
} from "./part-QH72P4VQ.js";
import {
  findingKinds,
  manyLines
} from "./part-XNBRO3PK.js";

// src/commands/explain.ts
function runExplain({ args, surroundings }) {
  const kind = findingKinds.find(({ id }) => id === args.rule);
  if (!kind) throw new UsageError(noSuchRule(args.rule ?? "", findingKinds));
  surroundings.out(manyLines(readPage(kind.id)));
  return Promise.resolve(0);
}
export {
  runExplain
};
