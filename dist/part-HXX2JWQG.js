import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  pendingMigrations
} from "./part-R7VQ5U43.js";
import {
  eachKeptProject
} from "./part-UYCXUSFM.js";
import "./part-NKO3JU7S.js";
import "./part-XIRCNAWB.js";
import "./part-QH72P4VQ.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";
import "./part-2SOT55LS.js";
import {
  manyLines
} from "./part-XNBRO3PK.js";

// src/commands/showmigrations.ts
async function runShowmigrations(invocation) {
  const { surroundings, progress } = invocation;
  await eachKeptProject(invocation, async ({ project, migrations, target }) => {
    const pending = new Set(await pendingMigrations(target.database, migrations));
    progress.done();
    surroundings.out(manyLines(`${project.id} on ${target.label}
`));
    for (const migration of migrations.migrations) {
      const mark = pending.has(migration) ? "[ ]" : "[X]";
      surroundings.out(manyLines(`  ${mark} ${migration.name}
`));
    }
    if (migrations.migrations.length === 0) surroundings.out(manyLines("  (no migrations)\n"));
  });
  return 0;
}
export {
  runShowmigrations
};
