// ADD COLUMN … NOT NULL without a default: it works on an empty table only.
import { factsOn, relationNamed, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { addsColumnWith, alterations, columnOf } from './syntax.ts';

export const addRequiredColumn: Rule = {
  id: 'add-required-column',
  hazard: 'failure',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter(({ statement }) => statement.outcome.kind === 'fails on rows')
      .filter(({ statement }) => statement.outcome.error?.code === '23502')
      .flatMap((step) =>
        alterations(step)
          .filter((alteration) => addsColumnWith(alteration, 'CONSTR_NOTNULL', 'CONSTR_PRIMARY'))
          .slice(0, 1)
          .map((alteration) => {
            const relation = relationNamed(step, alteration.relation);
            const table = relation?.name ?? '';
            return {
              step,
              about: ['error', ...(relation ? factsOn(step, relation) : [])],
              observed: `fails on any row of ${shortName(table)}: ${step.statement.outcome.error?.message ?? ''}`,
              why: `the rows that are there have no value for ${columnOf(alteration)?.colname ?? 'it'}. Give it a DEFAULT, or add it without NOT NULL, fill it, and make it NOT NULL in a later migration`,
              safeFor: [],
              tables: [table],
            };
          }),
      ),
};
