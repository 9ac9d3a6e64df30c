// A statement that fails on some of the rows that the schema allows, and passes on ordinary ones.
import { searchFor } from './row-search.ts';
import type { Rule } from './rule.ts';

export const dependsOnData: Rule = {
  id: 'depends-on-data',
  hazard: 'failure',
  severity: 'warning',
  detect: (pass) =>
    pass.steps
      .filter(({ statement }) => statement.outcome.kind === 'depends on data')
      .map((step) => {
        const { error } = step.statement.outcome;
        const detail = error?.detail ?? null;
        return {
          step,
          about: ['error'],
          observed: `fails on rows that the schema allows: ${error?.message ?? ''}${detail === null ? '' : ` (${detail.replace(/\.$/, '')})`}`,
          why: `whether it does in production depends on the rows there${searchFor(pass, step)}`,
          safeFor: [],
          tables: [],
        };
      }),
};
