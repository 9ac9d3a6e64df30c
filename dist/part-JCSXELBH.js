import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  pendingMigrations
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
