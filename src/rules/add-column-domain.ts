// ALTER TABLE … ADD COLUMN of a domain with constraints: a rewrite, even where every row is null in it.
import { workRule } from './work-rule.ts';

export const addColumnDomain = workRule({
  id: 'add-column-domain',
  hazard: 'rewrite',
  work: ['rewrite'],
  because: ({ command }) => command.subtype === 'AT_AddColumn',
  instead:
    "Postgres rewrites a table for a column of a domain that has constraints. Give the column the domain's base type and the table a check NOT VALID, and VALIDATE that in a migration of its own",
});
