import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  readPage,
  titleOf
} from "./part-RDMMD4FP.js";
import {
  findingKinds,
  manyLines
} from "./part-QBBLIP5F.js";

// src/commands/rules.ts
var HAZARDS = [
  ...["data-loss", "failure", "rewrite", "lock"],
  ...["incompatibility", "operations", "security", "design"],
  ...["drift", "configuration", "unreadable"]
];
function runRules({ surroundings }) {
  const width = Math.max(...findingKinds.map(({ id }) => id.length));
  const groups = HAZARDS.map((hazard) => {
    const lines = findingKinds.filter((kind) => kind.hazard === hazard).map((kind) => line(kind, width));
    return `${hazard}
${lines.join("")}`;
  });
  surroundings.out(manyLines(groups.join("\n")));
  return Promise.resolve(0);
}
function line({ id, severity }, width) {
  return `  ${severity.padEnd(7)}  ${id.padEnd(width)}  ${titleOf(readPage(id))}
`;
}
export {
  runRules
};
