// A statement that passes on empty tables only.
import { searchFor } from './row-search.ts';
import type { Rule } from './rule.ts';

export const failsOnRows: Rule = {
  id: 'fails-on-rows',
  hazard: 'failure',
  severity: 'error',
  detect: (pass) =>
    pass.steps
      .filter(({ statement }) => statement.outcome.kind === 'fails on rows')
      .map((step) => ({
        step,
        about: ['error'],
        observed: `fails on ordinary rows, and passes on empty tables only: ${errorOf(step.statement.outcome.error)}`,
        why: `it fails in production unless the rows there happen to fit${searchFor(pass, step)}`,
        safeFor: [],
        tables: [],
      })),
};

function errorOf(error: { message: string; detail: string | null } | null): string {
  return [error?.message, error?.detail].filter(Boolean).join('. ');
}
