// ALTER TABLE … ADD COLUMN … GENERATED ALWAYS AS (…) STORED: every row gets its value at once.
import { addsColumnWith } from './syntax.ts';
import { workRule } from './work-rule.ts';

export const addColumnGenerated = workRule({
  id: 'add-column-generated',
  hazard: 'rewrite',
  work: ['rewrite'],
  because: (alteration) => addsColumnWith(alteration, 'CONSTR_GENERATED'),
  instead: ({ postgres }) =>
    postgres !== null && postgres >= 18
      ? 'A VIRTUAL column rewrites nothing; where it must be stored, add a plain column, keep it with a trigger, and fill the rows in batches'
      : 'Add a plain column, keep it with a trigger, and fill the rows in batches',
});
