// ALTER TABLE … ADD PRIMARY KEY: builds an index, or reads every row for nulls where the index is given.
import { addedConstraint } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addPrimaryKey = workRule({
  id: 'add-primary-key',
  hazard: 'lock',
  work: ['build', 'verify'],
  because: (alteration) => addedConstraint(alteration, 'CONSTR_PRIMARY') !== null,
  instead:
    'Make the columns NOT NULL by way of a validated check, build the unique index CONCURRENTLY, and make it the key with ADD CONSTRAINT … PRIMARY KEY USING INDEX',
});
