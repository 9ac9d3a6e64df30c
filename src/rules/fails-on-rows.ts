// A statement that passes on empty tables only. The rows of a rehearsal are made up: a value that does not
// fit may well fit in production, a missing one (23502, not_null_violation) is missing there too.
import type { Finding } from '../report/report.ts';
import { searchFor } from './row-search.ts';
import type { Rule } from './rule.ts';

const NOT_NULL_VIOLATION = '23502';

export const failsOnRows: Rule = {
  id: 'fails-on-rows',
  hazard: 'failure',
  severity: 'warning',
  detect: (pass) =>
    pass.steps
      .filter(({ statement }) => statement.outcome.kind === 'fails on rows')
      .map((step) => ({
        ...{ step, about: ['error'] },
        ...severityOf(step.statement.outcome.error),
        observed: `fails on ordinary rows, and passes on empty tables only: ${errorOf(step.statement.outcome.error)}`,
        why: `it fails in production unless the rows there happen to fit${searchFor(pass, step)}`,
        safeFor: [],
        tables: [],
      })),
};

/** What a JSON value is made of, no schema says: that one which was made up has another shape shows little. */
const SHAPE = /^cannot (?:\w+ )+(?:non-)?(?:object|array|scalar)\b/;

function severityOf(
  error: { readonly code: string | null; readonly message: string } | null,
): Partial<Pick<Finding, 'severity'>> {
  if (error?.code === NOT_NULL_VIOLATION) return { severity: 'error' };
  return SHAPE.test(error?.message ?? '') ? { severity: 'note' } : {};
}

function errorOf(error: { message: string; detail: string | null } | null): string {
  const detail = error?.detail ?? null;
  return `${error?.message ?? ''}${detail === null ? '' : ` (${detail.replace(/\.$/, '')})`}`;
}
