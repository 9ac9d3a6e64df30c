// VALIDATE CONSTRAINT while an earlier statement of the transaction keeps others out of the table: the very
// scan under a lock that NOT VALID was to spare.
import { describeWork, factsOn, heldOn, shortName, unique, workOf } from './facts.ts';
import { isAtLeast } from '../rehearse/trace.ts';
import { inNextMigration } from './instead.ts';
import type { Rule } from './rule.ts';
import { alterations } from './syntax.ts';

export const validateInSameTransaction: Rule = {
  id: 'validate-in-same-transaction',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter((step) =>
        alterations(step).some(({ command }) => command.subtype === 'AT_ValidateConstraint'),
      )
      .flatMap((step) =>
        unique(workOf(step).map(({ table }) => table)).flatMap((table) => {
          const held = heldOn(step, table);
          if (held === null || !isAtLeast(held, 'SHARE ROW EXCLUSIVE')) return [];
          return {
            step,
            about: factsOn(step, table),
            observed: describeWork(step, [table]),
            why: `an earlier statement of the transaction took that lock on ${shortName(table.name)}, and it is held until the end. VALIDATE in a migration that runs in a transaction of its own`,
            safeFor: inNextMigration(step),
            tables: [table.name],
            grows: true,
          };
        }),
      ),
};
