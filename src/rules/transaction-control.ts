// BEGIN, COMMIT or ROLLBACK in a migration that its tool runs in a transaction already.
import type { Rule } from './rule.ts';
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
        return {
          step,
          about: [],
          observed: `says ${word} in a migration that runs in a transaction already`,
          why: ENDS.includes(kind)
            ? "it ends the tool's transaction: what comes after it is committed by itself, and the tool no longer knows whether the migration was applied. Remove it"
            : 'Postgres ignores it with a warning. Remove it, and the COMMIT that belongs to it',
          safeFor: [],
          tables: [],
          once: step.migration.name,
        };
      }),
};
