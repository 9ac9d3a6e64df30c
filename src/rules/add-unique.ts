// ALTER TABLE … ADD UNIQUE without an index that is there already.
import { addedConstraint } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addUnique = workRule({
  id: 'add-unique',
  hazard: 'lock',
  work: ['build'],
  because: (alteration) => addedConstraint(alteration, 'CONSTR_UNIQUE') !== null,
  instead:
    'Build the unique index CONCURRENTLY in a migration outside of any transaction, and make it the constraint with ADD CONSTRAINT … UNIQUE USING INDEX',
});
