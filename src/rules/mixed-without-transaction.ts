// A statement that can't run in a transaction, with others in its file: where one of them fails, half is done.
import { refusesTransaction } from './concurrent.ts';
import { alone } from './instead.ts';
import type { Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const mixedWithoutTransaction: Rule = {
  id: 'mixed-without-transaction',
  hazard: 'failure',
  severity: 'warning',
  detect: ({ trace, steps }) =>
    trace.migrations.flatMap((migration) => {
      const own = steps.filter((step) => step.migration === migration && !step.wrapped);
      const step = own.find(refusesTransaction);
      const others = own.filter((one) => one !== step && !canRunAgain(one));
      if (!step || others.length === 0) return [];
      return {
        step,
        about: [],
        observed: `runs outside of any transaction, beside ${others.length === 1 ? 'another statement' : `${others.length} other statements`}`,
        why: 'where one of them fails, those before it stay done, and the migration can not be run again. Put it into a file of its own',
        safeFor: alone(step),
        tables: [],
      };
    }),
};

/** Settings, and what says IF EXISTS or IF NOT EXISTS, do no harm a second time. */
function canRunAgain({ tree, statement }: Step): boolean {
  if (asNode(tree, 'VariableSetStmt') ?? asNode(tree, 'TransactionStmt')) return true;
  return /\bif\s+(?:not\s+)?exists\b/i.test(statement.sql);
}
