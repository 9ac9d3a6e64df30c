// ALTER TABLE … ADD EXCLUDE: there is no way to add one without building its index under a lock.
import { addedConstraint } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addExclusion = workRule({
  id: 'add-exclusion',
  hazard: 'lock',
  work: ['build'],
  because: (alteration) => addedConstraint(alteration, 'CONSTR_EXCLUSION') !== null,
  instead:
    'Postgres can add an exclusion constraint in no other way: do it while nobody needs the table, or on a new table that takes its place',
});
