// ALTER TABLE … SET NOT NULL where no validated check proves it.
import { workRule } from './work-rule.ts';

export const setNotNull = workRule({
  id: 'set-not-null',
  hazard: 'lock',
  work: ['verify'],
  because: ({ command }) => command.subtype === 'AT_SetNotNull',
  instead: ({ postgres }) =>
    postgres !== null && postgres >= 18
      ? 'Add the constraint NOT NULL … NOT VALID, and VALIDATE it in a migration of its own'
      : 'Add a check (… IS NOT NULL) NOT VALID, VALIDATE it in a migration of its own, then SET NOT NULL, which skips the scan, and drop the check',
});
