// One table of options: name, type, default, help. The command line, the action's inputs and
// plumbline.yml's schema all speak of these.
import { formatNames } from './formats/names.ts';

export interface Option {
  readonly name: string;
  readonly argument: string | null;
  readonly help: string;
  readonly fallback: string | boolean | null;
}

const option = (
  name: string,
  argument: string | null,
  help: string,
  fallback: string | boolean | null = null,
): Option => ({ name, argument, help, fallback });

/** Every option, by its name on the command line. */
export const options = {
  base: option(
    'base',
    'REF',
    'compare with this commit, branch or tag: what it has already is inherited',
  ),
  config: option('config', 'FILE', 'path of plumbline.yml (default: plumbline.yml in DIR)'),
  format: option('format', 'FORMAT', formatNames.join(', '), 'text'),
  report: option(
    'report',
    'FORMAT=FILE',
    'write the report to a file too, such as sarif=plumbline.sarif; may be given several times',
  ),
  project: option('project', 'ID', 'only this project; may be given several times'),
  rename: option(
    'rename',
    'OLD=NEW',
    'a rename, such as users.fullname=users.name; OLD= where it is dropped; may be given several times',
  ),
  timeout: option('timeout', 'SECONDS', 'time limit for the whole run', '300'),
  failOn: option(
    'fail-on',
    'LIST',
    'what exits 1: drift, inherited, unsafe, warning or none, with commas (default: drift,unsafe)',
  ),
  trace: option('trace', null, 'show what each statement did', false),
  verbose: option('verbose', null, 'show changes of form and inherited drift in full', false),
  name: option('name', 'NAME', "name of the migration; by default made in the tool's fashion"),
  dryRun: option('dry-run', null, 'print the files that would be written, write nothing', false),
  check: option('check', null, 'write nothing; exit 1 if a migration is missing', false),
  online: option(
    'online',
    null,
    'lock-light statements on tables in use, in as many migrations as they need',
    false,
  ),
  simple: option('simple', null, 'plain statements in one migration', false),
  output: option('output', 'FILE', 'the file to write (default: as `stats` in plumbline.yml)'),
  exact: option('exact', null, 'count every table, however long it takes', false),
  databaseUrl: option(
    'database-url',
    'URL',
    'a PostgreSQL server (default: DATABASE_URL, else the embedded database in .plumbline)',
  ),
} as const satisfies Record<string, Option>;
