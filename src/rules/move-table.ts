// ALTER TABLE … SET ACCESS METHOD or SET TABLESPACE: the files are written anew under the lock.
import { workRule } from './work-rule.ts';

export const moveTable = workRule({
  id: 'move-table',
  hazard: 'rewrite',
  work: ['rewrite', 'build'],
  because: ({ command }) =>
    command.subtype === 'AT_SetAccessMethod' || command.subtype === 'AT_SetTableSpace',
  instead: 'Do it with pg_repack, or while nobody needs the table',
});
