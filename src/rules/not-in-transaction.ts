// VACUUM, CREATE DATABASE and the like in a migration that its tool runs in a transaction.
import { alone } from './instead.ts';
import type { Rule } from './rule.ts';

export const notInTransaction: Rule = {
  id: 'not-in-transaction',
  hazard: 'failure',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter(({ statement }) => statement.outcome.error?.code === '25001')
      .map((step) => ({
        step,
        about: ['error'],
        observed: `fails: ${step.statement.outcome.error?.message ?? ''}`,
        why: 'the migration runs in a transaction. Such a statement belongs to the running of the server, not to a migration',
        safeFor: alone(step),
        tables: [],
      })),
};
