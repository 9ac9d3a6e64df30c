// ALTER TABLE … ADD CONSTRAINT … CHECK, valid at once.
import { addedConstraint } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addCheck = workRule({
  id: 'add-check',
  hazard: 'lock',
  work: ['verify'],
  because: (alteration) => addedConstraint(alteration, 'CONSTR_CHECK') !== null,
  instead: 'Add it NOT VALID, and VALIDATE it in a migration of its own: that keeps nobody out',
});
