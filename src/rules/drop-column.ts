// DROP COLUMN of a column in use.
import { listed, shortName } from './facts.ts';
import { isUnused } from './dropped.ts';
import { goneColumns, takenIndexes } from './gone-columns.ts';
import type { Rule } from './rule.ts';

export const dropColumn: Rule = {
  id: 'drop-column',
  hazard: 'data-loss',
  severity: 'error',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      goneColumns(pass, step).map((column) => {
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
    ),
};
