// ALTER TABLE … ADD FOREIGN KEY, valid at once: both tables are closed to writers while every row is looked up.
import { relationNamed } from './facts.ts';
import { addedConstraint, alterations } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addForeignKey = workRule({
  id: 'add-foreign-key',
  hazard: 'lock',
  work: ['validate'],
  because: (alteration) => addedConstraint(alteration, 'CONSTR_FOREIGN') !== null,
  // What is checked are the partitions, what is named is the whole.
  instead: ({ postgres }, step) =>
    (postgres === null || postgres < 18) &&
    alterations(step).some(
      ({ relation }) => relationNamed(step, relation)?.kind === 'partitioned table',
    )
      ? 'Before PostgreSQL 18 a foreign key of a partitioned table has no NOT VALID: add one to each partition NOT VALID, VALIDATE them, then add that of the whole'
      : 'Add it NOT VALID, and VALIDATE it in a migration of its own: that keeps nobody out',
});
