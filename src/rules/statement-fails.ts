// A statement that fails whatever the rows: as was seen, or in versions before the one it was rehearsed on.
import { relationNamed, shortName } from './facts.ts';
import type { Found, Pass, Rule } from './rule.ts';
import { addedConstraint, alterations } from './syntax.ts';

export const statementFails: Rule = {
  id: 'statement-fails',
  hazard: 'failure',
  severity: 'error',
  detect: (pass) => [...seen(pass), ...inOlderVersions(pass)],
};

const seen = ({ steps }: Pass): Found[] =>
  steps
    .filter(({ statement }) => statement.outcome.kind === 'failed')
    .map((step) => {
      const { error } = step.statement.outcome;
      const { code = '', message = '' } = error ?? {};
      const said = [error?.detail, error?.hint].filter((part) => typeof part === 'string');
      return {
        step,
        about: ['error'],
        observed: `fails: ${message} (${code})`,
        why: [HELP[code] ?? 'it fails whatever the rows', ...said].join('. ').replace(/\.$/, ''),
        safeFor: [],
        tables: [],
      };
    });

/** From this version on a foreign key of a partitioned table may be NOT VALID. */
const NOT_VALID_OF_PARTITIONED = 18;

/** What was seen to pass, and fails before the version that first has it. */
function inOlderVersions({ steps, postgres }: Pass): Found[] {
  if (postgres !== null && postgres >= NOT_VALID_OF_PARTITIONED) return [];
  return steps.flatMap((step) => {
    if (step.statement.outcome.kind === 'failed') return [];
    const table = alterations(step)
      .filter((one) => addedConstraint(one, 'CONSTR_FOREIGN')?.skip_validation === true)
      .map(({ relation }) => relationNamed(step, relation))
      .find((relation) => relation?.kind === 'partitioned table');
    if (!table) return [];
    return {
      step,
      ...(postgres === null ? { severity: 'warning' as const } : {}),
      about: [],
      observed: `adds a foreign key of ${shortName(table.name)}, which is partitioned, as NOT VALID`,
      why: 'PostgreSQL before 18 refuses that (42809). Add one to each partition NOT VALID, VALIDATE them, then add that of the whole',
      safeFor: [],
      tables: [table.name],
    };
  });
}

/** What is behind an error that Postgres's own words leave open. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const HELP: Readonly<Record<string, string>> = {
  '2BP01': 'something leans on it. Drop that first, or change it so that it no longer does',
  '0A000':
    'something that leans on it keeps it from being changed. Drop that, change this, and create it again',
  '42804':
    'there is no conversion that Postgres applies by itself. Say it with USING, and drop a default that does not fit before',
  '42830': 'the columns that a foreign key refers to need a unique constraint over exactly them',
  '42P01': 'the table is not there at this point: an earlier migration must create it',
  '42703': 'the column is not there at this point: an earlier migration must add it',
  '42P07': 'it is there already: another migration creates it',
  '42701': 'it is there already: another migration adds it',
  '42710': 'it is there already: another migration creates it',
};
