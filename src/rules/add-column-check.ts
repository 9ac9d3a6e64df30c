// ALTER TABLE … ADD COLUMN … CHECK: the check is verified on every row, even where the column is null everywhere.
import { addsColumnWith } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addColumnCheck = workRule({
  id: 'add-column-check',
  hazard: 'lock',
  work: ['verify'],
  because: (alteration) => addsColumnWith(alteration, 'CONSTR_CHECK'),
  instead:
    'Add the column alone, then the check NOT VALID, and VALIDATE it in a migration of its own',
});
