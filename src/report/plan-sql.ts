// The SQL of a plan, told apart by the migrations that hold it.
import type { PlanReport } from './report.ts';

/** One text for each statement; where there are several migrations, each begins with the name of its file. */
export function planStatements({ up, migrations }: PlanReport): readonly string[] {
  const [only, ...others] = migrations;
  if (only === undefined || (others.length === 0 && only.transaction)) {
    return up.map((sql) => sql.trim());
  }
  return migrations.flatMap(({ file, statements, transaction }) => {
    const title = `-- ${file}${transaction ? '' : ' (not in a transaction)'}`;
    const [first = '', ...rest] = statements.map((sql) => sql.trim());
    return [`${title}\n${first}`, ...rest];
  });
}
