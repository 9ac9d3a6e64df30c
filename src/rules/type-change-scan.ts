// ALTER TABLE … ALTER COLUMN … TYPE that rewrites nothing, but verifies constraints or builds indexes on the column again.
import { typeChangeApart } from './instead.ts';
import { workRule } from './work-rule.ts';

export const typeChangeScan = workRule({
  id: 'type-change-scan',
  hazard: 'lock',
  work: ['verify', 'validate', 'build'],
  because: ({ command }) => command.subtype === 'AT_AlterColumnType',
  instead:
    'Drop the check or foreign key on the column, change the type, add it again NOT VALID and VALIDATE it in a migration of its own; an index that is built again can be dropped before and built CONCURRENTLY after',
  safe: typeChangeApart,
});
