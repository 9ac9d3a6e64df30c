// ALTER TABLE … ADD COLUMN … DEFAULT … REFERENCES: with a default, every row is looked up in the other table.
import { addsColumnWith } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addColumnForeignKey = workRule({
  id: 'add-column-foreign-key',
  hazard: 'lock',
  work: ['validate'],
  because: (alteration) => addsColumnWith(alteration, 'CONSTR_FOREIGN'),
  instead:
    'Add the column alone, then the foreign key NOT VALID, and VALIDATE it in a migration of its own',
});
