import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  migrate
} from "./part-LASPKU2S.js";
import {
  eachKeptProject
} from "./part-27ZFK3GM.js";
import "./part-KVPDTJ7P.js";
import "./part-SJZNH6LM.js";
import "./part-G272ITKT.js";
import "./part-7MOL3VE2.js";
import "./part-C5UJGS33.js";
import "./part-KH2B3PAS.js";
import {
  manyLines
} from "./part-QBBLIP5F.js";

// src/commands/migrate.ts
async function runMigrate(invocation) {
  const { args, surroundings, progress } = invocation;
  const results = await eachKeptProject(
    invocation,
    async ({ project, migrations, target }) => {
      const waitMs = args.timeoutMs;
      const result = await migrate(target.database, migrations, { progress, waitMs });
      progress.done();
      surroundings.out(manyLines(`${project.id} on ${target.label}
${describe(result)}`));
      return result.failure === null;
    },
    { whole: true }
  );
  return results.every((ok) => ok) ? 0 : 3;
}
function describe({ applied, failure }) {
  const lines = applied.map(({ name }) => `  applied ${name}
`);
  if (failure !== null) lines.push(...describeFailure(failure));
  else if (applied.length === 0) lines.push("  nothing to apply\n");
  return lines.join("");
}
function describeFailure(failure) {
  const { migration, place, error, kept, invalidIndex } = failure;
  const run = "before you run it again";
  return [
    `  failed  ${migration.name} at ${place.file}:${place.line}
`,
    `    ${error.message} (${error.code})
`,
    error.detail === null ? "" : `    ${error.detail}
`,
    error.hint === null ? "" : `    hint: ${error.hint}
`,
    invalidIndex === null ? "" : `    it left an invalid index behind: DROP INDEX CONCURRENTLY ${invalidIndex}; ${run}
`,
    kept === 0 ? `    ${invalidIndex === null ? "nothing of this migration" : "nothing else of it"} was kept
` : `    its first ${kept} statement(s) stay applied, for not all of it can run in one transaction, and it is not recorded; undo them ${run}
`
  ];
}
export {
  runMigrate
};
