// DROP COLUMN of a column in use.
import { listed, shortName } from './facts.ts';
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
        return {
          step,
          about: [`loss ${column.table}.${column.name}`],
          observed: `drops ${shortName(column.table)}.${column.name} with its values${also}`,
          why: 'nothing brings them back, and code that is still running and reads the column fails. Deploy code that no longer uses it first, and drop it in a later release',
          safeFor: [],
          tables: [column.table],
        };
      }),
    ),
};
