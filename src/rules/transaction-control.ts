// BEGIN, COMMIT or ROLLBACK in a migration that its tool runs in a transaction already.
import { refusesTransaction } from './concurrent.ts';
import type { Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

const ENDS = ['TRANS_STMT_COMMIT', 'TRANS_STMT_ROLLBACK'];
const BEGINS = ['TRANS_STMT_BEGIN', 'TRANS_STMT_START'];

export const transactionControl: Rule = {
  id: 'transaction-control',
  hazard: 'failure',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter(({ wrapped }) => wrapped)
      .flatMap((step) => {
        const kind = asNode(step.tree, 'TransactionStmt')?.kind ?? '';
        if (![...ENDS, ...BEGINS].includes(kind)) return [];
        const word = step.statement.sql.trim().split(/[\s;]/)[0]?.toUpperCase() ?? '';
        const makesRoom = ENDS.includes(kind) && precedesWhatRefuses(step, steps);
        return {
          ...{ step, about: [] },
          ...(makesRoom ? { severity: 'note' as const } : {}),
          observed: `says ${word} in a migration that runs in a transaction already`,
          why: makesRoom
            ? 'so that what follows can run outside of it. Where that fails, what came before stays, and the tool runs the whole migration again: write it so that it can be run twice'
            : ENDS.includes(kind)
              ? "it ends the tool's transaction: what comes after it is committed by itself, and the tool no longer knows whether the migration was applied. Remove it"
              : 'Postgres ignores it with a warning. Remove it, and the COMMIT that belongs to it',
          safeFor: [],
          tables: [],
          once: step.migration.name,
        };
      }),
};

/** Whether it lets a statement run that Postgres refuses in a transaction, for which the tool has no other way. */
function precedesWhatRefuses(step: Step, steps: readonly Step[]): boolean {
  return steps
    .slice(steps.indexOf(step))
    .some((later) => later.migration === step.migration && refusesTransaction(later));
}
