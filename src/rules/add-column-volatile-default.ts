// ALTER TABLE … ADD COLUMN … DEFAULT that gives each row another value. A constant, or now(), rewrites nothing.
import { addsColumnWith } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addColumnVolatileDefault = workRule({
  id: 'add-column-volatile-default',
  hazard: 'rewrite',
  work: ['rewrite'],
  because: (alteration) => addsColumnWith(alteration, 'CONSTR_DEFAULT'),
  instead:
    'Add the column without the default, set the default in a second statement, and fill the rows that are there in batches',
});
