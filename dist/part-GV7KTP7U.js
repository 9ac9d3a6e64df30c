import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  migrate
} from "./part-23O5AMO7.js";
import "./part-QRMSZTRJ.js";
import {
  eachProject
} from "./part-GGJR74NK.js";
import {
  manyLines
} from "./part-ARAFE44X.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";

// src/commands/migrate.ts
async function runMigrate(invocation) {
  const { args, surroundings, progress } = invocation;
  const results = await eachProject(
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
function describeFailure({ migration, place, error, kept }) {
  return [
    `  failed  ${migration.name} at ${place.file}:${place.line}
`,
    `    ${error.message} (${error.code})
`,
    error.detail === null ? "" : `    ${error.detail}
`,
    error.hint === null ? "" : `    hint: ${error.hint}
`,
    kept === 0 ? "    nothing of this migration was kept\n" : `    it holds a statement that can't run in a transaction: its first ${kept} statement(s) stay applied and it is not recorded; undo them before you run it again
`
  ];
}
export {
  runMigrate
};
