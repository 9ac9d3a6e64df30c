// CONCURRENTLY in a migration that its tool runs in a transaction: Postgres refuses it there, always.
import { isConcurrent } from './concurrent.ts';
import { alone } from './instead.ts';
import type { Rule } from './rule.ts';

export const concurrentlyInTransaction: Rule = {
  id: 'concurrently-in-transaction',
  hazard: 'failure',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter(({ statement }) => statement.outcome.error?.code === '25001')
      .filter(isConcurrent)
      .map((step) => ({
        step,
        about: ['error'],
        observed: `fails: ${step.statement.outcome.error?.message ?? ''}`,
        why: 'the migration runs in a transaction. Put the statement into a migration of its own that runs outside of any, as far as your tool has such; otherwise run it by hand before, and write it IF NOT EXISTS here',
        safeFor: alone(step),
        tables: [],
      })),
};
