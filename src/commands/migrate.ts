// plumbline migrate: applies what is pending, in the tool's own ledger.
import type { Invocation } from './invocation.ts';
import { migrate, type MigrateResult, type MigrationFailure } from '../migrate.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { eachKeptProject } from './each-project.ts';

/** Exits 3 when a migration fails; those before it stay applied. */
export async function runMigrate(invocation: Invocation): Promise<ExitCode> {
  const { args, surroundings, progress } = invocation;
  const results = await eachKeptProject(
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

function describeFailure(failure: MigrationFailure): string[] {
  const { migration, place, error, kept, invalidIndex } = failure;
  const run = 'before you run it again';
  return [
    `  failed  ${migration.name} at ${place.file}:${place.line}\n`,
    `    ${error.message} (${error.code})\n`,
    error.detail === null ? '' : `    ${error.detail}\n`,
    error.hint === null ? '' : `    hint: ${error.hint}\n`,
    invalidIndex === null
      ? ''
      : `    it left an invalid index behind: DROP INDEX CONCURRENTLY ${invalidIndex}; ${run}\n`,
    kept === 0
      ? `    ${invalidIndex === null ? 'nothing of this migration' : 'nothing else of it'} was kept\n`
      : `    its first ${kept} statement(s) stay applied, for not all of it can run in one transaction, ` +
        `and it is not recorded; undo them ${run}\n`,
  ];
}
