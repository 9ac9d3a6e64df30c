// ALTER TABLE … ADD COLUMN … serial or GENERATED … AS IDENTITY: every row is given a number at once.
import { addsColumnWith, columnOf, stringsOf } from './syntax.ts';
import { workRule } from './work-rule.ts';

const SERIAL = /^(?:small|big)?serial[248]?$/;

export const addColumnSerial = workRule({
  id: 'add-column-serial',
  hazard: 'rewrite',
  work: ['rewrite'],
  because: (alteration) =>
    addsColumnWith(alteration, 'CONSTR_IDENTITY') ||
    (alteration.command.subtype === 'AT_AddColumn' &&
      stringsOf(columnOf(alteration)?.typeName?.names).some((name) => SERIAL.test(name))),
  instead:
    'Add a column that may be null, create a sequence and make it the default in a second statement, and number the rows that are there in batches',
});
