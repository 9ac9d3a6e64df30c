import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  pendingMigrations
} from "./part-MR3QEBGE.js";
import "./part-4GQHP3SG.js";
import {
  eachProject
} from "./part-ZKOXGVEL.js";
import {
  manyLines
} from "./part-AM2PGXMA.js";
import "./part-MC5YXB7Z.js";
import "./part-JOQAZX4P.js";

// src/commands/showmigrations.ts
async function runShowmigrations(invocation) {
  const { surroundings, progress } = invocation;
  await eachProject(invocation, async ({ project, migrations, target }) => {
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
