// ALTER TABLE … SET LOGGED: the whole table is written anew, into the log as well.
import { workRule } from './work-rule.ts';

export const setLogged = workRule({
  id: 'set-logged',
  hazard: 'rewrite',
  work: ['rewrite'],
  because: ({ command }) => command.subtype === 'AT_SetLogged',
  instead: 'Create a logged table, copy the rows in batches, and swap the names',
});
