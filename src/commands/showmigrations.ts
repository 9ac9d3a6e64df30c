// plumbline showmigrations: [X] applied, [ ] pending.
import type { Invocation } from './invocation.ts';
import { pendingMigrations } from '../migrate.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { eachKeptProject } from './each-project.ts';

/** Lists every migration of every project in order. */
export async function runShowmigrations(invocation: Invocation): Promise<ExitCode> {
  const { surroundings, progress } = invocation;
  await eachKeptProject(invocation, async ({ project, migrations, target }) => {
    const pending = new Set(await pendingMigrations(target.database, migrations));
    progress.done();
    surroundings.out(manyLines(`${project.id} on ${target.label}\n`));
    for (const migration of migrations.migrations) {
      const mark = pending.has(migration) ? '[ ]' : '[X]';
      surroundings.out(manyLines(`  ${mark} ${migration.name}\n`));
    }
    if (migrations.migrations.length === 0) surroundings.out(manyLines('  (no migrations)\n'));
  });
  return 0;
}
