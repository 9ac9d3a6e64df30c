// plumbline migrate: applies what is pending, in the tool's own ledger.
import type { Invocation } from './invocation.ts';
import { migrate, type MigrateResult } from '../migrate.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { eachProject } from './each-project.ts';

/** Exits 3 when a migration fails; those before it stay applied. */
export async function runMigrate(invocation: Invocation): Promise<ExitCode> {
  const { surroundings, progress } = invocation;
  const results = await eachProject(invocation, async ({ project, migrations, target }) => {
    const result = await migrate(target.database, migrations, progress);
    progress.done();
    surroundings.out(manyLines(`${project.id} on ${target.label}\n${describe(result)}`));
    const errors = migrations.findings.filter(({ severity }) => severity === 'error');
    for (const { message } of errors) surroundings.error(manyLines(`plumbline: ${message}\n`));
    return result.failure === null && errors.length === 0;
  });
  return results.every((ok) => ok) ? 0 : 3;
}

function describe({ applied, failure }: MigrateResult): string {
  const lines = applied.map(({ name }) => `  applied ${name}\n`);
  if (failure !== null) {
    const { migration, statement, error } = failure;
    const { file, line } = statement.place;
    const hint = error.hint === null ? '' : `    hint: ${error.hint}\n`;
    lines.push(
      `  failed  ${migration.name} at ${file}:${line}\n`,
      `    ${error.message} (${error.code})\n`,
      hint,
      '    nothing of this migration was kept, unless it holds statements that run outside a transaction\n',
    );
  } else if (applied.length === 0) {
    lines.push('  nothing to apply\n');
  }
  return lines.join('');
}
