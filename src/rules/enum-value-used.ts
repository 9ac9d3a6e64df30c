// A value that was added to an enum and is used before its transaction is committed.
import { inNextMigration } from './instead.ts';
import type { Rule } from './rule.ts';

export const enumValueUsed: Rule = {
  id: 'enum-value-used',
  hazard: 'failure',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter(({ statement }) => statement.outcome.error?.code === '55P04')
      .map((step) => ({
        step,
        about: ['error'],
        observed: `fails: ${step.statement.outcome.error?.message ?? ''}`,
        why: 'a new value of an enum can be used once the transaction that added it is committed. Add it in a migration that is deployed before; where the tool runs all migrations in one transaction, make the type anew with the value instead',
        safeFor: inNextMigration(step),
        tables: [],
      })),
};
