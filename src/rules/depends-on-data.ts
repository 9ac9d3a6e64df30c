// A statement that fails on some of the rows that the schema allows, and passes on ordinary ones.
import { searchFor } from './row-search.ts';
import type { Rule, Step } from './rule.ts';

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
          ...{ step, about: ['error'] },
          ...(isSumOfExtremes(step) ? { severity: 'note' as const } : {}),
          observed: `fails on rows that the schema allows: ${error?.message ?? ''}${detail === null ? '' : ` (${detail.replace(/\.$/, '')})`}`,
          why: `whether it does in production depends on the rows there${searchFor(pass, step)}`,
          safeFor: [],
          tables: [],
        };
      }),
};

/** numeric_value_out_of_range; and of NaN and infinity, feature_not_supported. */
const OUT_OF_RANGE = ['22003', '0A000'];

/** Computing with the largest numbers there are overflows any sum: hardly a table holds such. */
function isSumOfExtremes({ statement, tree }: Step): boolean {
  const computes = ['UpdateStmt', 'InsertStmt', 'MergeStmt'].some((type) => type in (tree ?? {}));
  return computes && OUT_OF_RANGE.includes(statement.outcome.error?.code ?? '');
}
