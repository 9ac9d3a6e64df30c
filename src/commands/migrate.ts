// plumbline migrate: applies what is pending, in the tool's own ledger.
import type { Invocation } from './invocation.ts';
import { migrate, type MigrateResult, type MigrationFailure } from '../migrate.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { eachProject } from './each-project.ts';

/** Exits 3 when a migration fails; those before it stay applied. */
export async function runMigrate(invocation: Invocation): Promise<ExitCode> {
  const { args, surroundings, progress } = invocation;
  const results = await eachProject(
    invocation,
    async ({ project, migrations, target }) => {
      const waitMs = args.timeoutMs;
      const result = await migrate(target.database, migrations, { progress, waitMs });
      progress.done();
      surroundings.out(manyLines(`${project.id} on ${target.label}\n${describe(result)}`));
      return result.failure === null;
    },
    { whole: true },
  );
  return results.every((ok) => ok) ? 0 : 3;
}

function describe({ applied, failure }: MigrateResult): string {
  const lines = applied.map(({ name }) => `  applied ${name}\n`);
  if (failure !== null) lines.push(...describeFailure(failure));
  else if (applied.length === 0) lines.push('  nothing to apply\n');
  return lines.join('');
}

function describeFailure({ migration, place, error, kept }: MigrationFailure): string[] {
  return [
    `  failed  ${migration.name} at ${place.file}:${place.line}\n`,
    `    ${error.message} (${error.code})\n`,
    error.detail === null ? '' : `    ${error.detail}\n`,
    error.hint === null ? '' : `    hint: ${error.hint}\n`,
    kept === 0
      ? '    nothing of this migration was kept\n'
      : `    it holds a statement that can't run in a transaction: its first ${kept} statement(s) ` +
        'stay applied and it is not recorded; undo them before you run it again\n',
  ];
}
