// BEGIN without COMMIT in a migration that runs outside of any transaction: all of it is rolled back in silence.
import type { Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const uncommittedTransaction: Rule = {
  id: 'uncommitted-transaction',
  hazard: 'failure',
  severity: 'error',
  detect: ({ trace, steps }) =>
    trace.migrations.flatMap((migration) => {
      const own = steps.filter((step) => step.migration === migration && !step.wrapped);
      const control = own.filter((step) => /BEGIN|START|COMMIT|ROLLBACK$/.test(kindOf(step)));
      const last = control.at(-1);
      if (!last || !/BEGIN|START/.test(kindOf(last))) return [];
      return {
        step: last,
        about: [],
        observed: 'begins a transaction that nothing commits',
        why: 'what follows is rolled back when the connection closes, and no error says so. Write COMMIT at its end',
        safeFor: [],
        tables: [],
      };
    }),
};

function kindOf({ tree }: Step): string {
  return asNode(tree, 'TransactionStmt')?.kind ?? '';
}
