import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  readPage
} from "./part-RDMMD4FP.js";
import {
  UsageError,
  noSuchRule
} from "./part-G272ITKT.js";
import {
  findingKinds,
  manyLines
} from "./part-QBBLIP5F.js";

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
