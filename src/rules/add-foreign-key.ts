// ALTER TABLE … ADD FOREIGN KEY, valid at once: both tables are closed to writers while every row is looked up.
import { addedConstraint } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addForeignKey = workRule({
  id: 'add-foreign-key',
  hazard: 'lock',
  work: ['validate'],
  because: (alteration) => addedConstraint(alteration, 'CONSTR_FOREIGN') !== null,
  instead: ({ postgres }, _step, table) =>
    table.kind === 'partitioned table' && (postgres === null || postgres < 18)
      ? 'Before PostgreSQL 18 a foreign key of a partitioned table has no NOT VALID: add one to each partition NOT VALID, VALIDATE them, then add that of the whole'
      : 'Add it NOT VALID, and VALIDATE it in a migration of its own: that keeps nobody out',
});
