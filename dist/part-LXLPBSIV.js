import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  pendingMigrations
} from "./part-KTR7UGMG.js";
import {
  eachKeptProject
} from "./part-SO7KNMUN.js";
import "./part-VSWJCVOF.js";
import "./part-7LABKXAH.js";
import "./part-UDLH5YUZ.js";
import {
  manyLines
} from "./part-DBJXRJ25.js";
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
