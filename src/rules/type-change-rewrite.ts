// ALTER TABLE … ALTER COLUMN … TYPE where the values are stored in another way.
import { workRule } from './work-rule.ts';

export const typeChangeRewrite = workRule({
  id: 'type-change-rewrite',
  hazard: 'rewrite',
  work: ['rewrite'],
  because: ({ command }) => command.subtype === 'AT_AlterColumnType',
  instead:
    'Add a column of the new type, keep it with a trigger, fill it in batches, and swap the names',
});
