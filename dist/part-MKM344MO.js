import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  readPage,
  titleOf
} from "./part-5CROZYGW.js";
import {
  manyLines,
  rules
} from "./part-DBJXRJ25.js";

// src/commands/rules.ts
var HAZARDS = [
  ...["data-loss", "failure", "rewrite", "lock"],
  ...["incompatibility", "operations", "security", "design"]
];
function runRules({ surroundings }) {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const groups = HAZARDS.map((hazard) => {
    const lines = rules.filter((rule) => rule.hazard === hazard).map((rule) => line(rule, width));
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
