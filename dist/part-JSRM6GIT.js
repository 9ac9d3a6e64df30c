import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  pendingMigrations
} from "./part-QGGOB3E3.js";
import {
  eachKeptProject
} from "./part-EWH2MOE4.js";
import "./part-QQBTVB6N.js";
import "./part-QOWOFXIS.js";
import "./part-6O5UCE35.js";
import {
  manyLines
} from "./part-GCLYWY3I.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";

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
