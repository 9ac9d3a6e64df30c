// ALTER TABLE … ATTACH PARTITION where no check proves that the rows belong there.
import { workRule } from './work-rule.ts';

export const attachPartition = workRule({
  id: 'attach-partition',
  hazard: 'lock',
  work: ['verify', 'build', 'validate'],
  because: ({ command }) => command.subtype === 'AT_AttachPartition',
  instead:
    'Give the table a check that says what the partition says, NOT VALID and validated before: then ATTACH reads nothing. Build the indexes of the parent on it before, too; a default partition needs a check that excludes the new rows',
});
