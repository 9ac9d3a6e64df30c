// DROP COLUMN of a column in use, and DROP ATTRIBUTE of a composite type that columns hold values of.
import { listed, shortName } from './facts.ts';
import { isUnused } from './dropped.ts';
import { goneColumns, takenIndexes } from './gone-columns.ts';
import type { Found, Rule, Step } from './rule.ts';

export const dropColumn: Rule = {
  id: 'drop-column',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    pass.steps.flatMap((step) => [
      ...goneAttributes(step),
      ...goneColumns(pass, step).map((column) => {
        const taken = takenIndexes(pass, step, column);
        const also = taken.length === 0 ? '' : `, and ${listed(taken.map(shortName))} with it`;
        const unused = isUnused(pass, 'column', `${column.table}.${column.name}`);
        return {
          step,
          ...(unused ? { severity: 'warning' as const } : {}),
          about: [`loss ${column.table}.${column.name}`],
          observed: `drops ${shortName(column.table)}.${column.name} with its values${also}`,
          why: unused
            ? 'nothing brings them back. No model of the running release names the column: only the values are at stake, so keep a copy where they may be needed'
            : 'nothing brings them back, and code that is still running and reads the column fails. Deploy code that no longer uses it first, and drop it in a later release',
          safeFor: [],
          tables: [column.table],
        };
      }),
    ]),
};

function goneAttributes(step: Step): Found[] {
  const { drops, rows } = step.statement;
  const [gone] = drops.filter(({ kind, cascade }) => kind === 'composite type column' && !cascade);
  if (gone === undefined) return [];
  return rows.flatMap(({ relation, changed }) =>
    changed.map(({ column }) => ({
      step,
      about: [`values ${relation.name}.${column}`],
      observed: `drops ${shortName(gone.identity)} with its values in ${shortName(relation.name)}.${column}`,
      why: 'nothing brings them back, and code that is still running and reads them fails. Deploy code that no longer uses the attribute first, and drop it in a later release',
      safeFor: [],
      tables: [relation.name],
    })),
  );
}
