// ALTER TABLE … ADD COLUMN … UNIQUE or PRIMARY KEY: the index is built while the table is locked.
import { addsColumnWith } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addColumnUnique = workRule({
  id: 'add-column-unique',
  hazard: 'lock',
  work: ['build'],
  because: (alteration) => addsColumnWith(alteration, 'CONSTR_UNIQUE', 'CONSTR_PRIMARY'),
  instead:
    'Add the column alone, build the unique index CONCURRENTLY in a migration outside of any transaction, and make it the constraint with ADD CONSTRAINT … USING INDEX',
});
