// The action's inputs and outputs in one table: `action.yml` says the same, and a test holds it to
// that. Defaults stand here and not there, so that a configuration file can give them too.
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { formatNames, reportFileOf, type FormatName, type ReportFile } from '../formats/names.ts';
import { failOnOf, type FailOn } from '../report/gate.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';
import { describeOption, renameOfOption } from '../settings/renames.ts';
import { unknownInputs } from './unknown-inputs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every input, with its description. */
export const inputs = {
  mode: '`check` (default), or `comment`: on the event `workflow_run`, comment on the pull request from the report of the run that ended, which `report-path` names',
  'github-token':
    'Token that reads the pull request and writes the comment: needs `pull-requests: write`',
  config: 'Path of plumbline.yml (default: plumbline.yml in the working directory)',
  'working-directory': 'Directory that is checked (default: the workspace)',
  project: 'Check only these projects: ids, separated by commas or line breaks (default: all)',
  renames:
    'Renames that nobody wrote down yet, one a line: `users.fullname=users.name`, or `users.legacy=` where it is dropped',
  'fail-on':
    'What fails the step: any of `drift`, `inherited` (drift that base has), `unsafe` and `warning`, or `none` (default: `drift, unsafe`, or what plumbline.yml says). A check that gives no answer always fails',
  comment:
    'When to comment on the pull request: `on-change` (default: when there is something to say, then kept up to date), `always`, `on-failure` or `never`',
  commit:
    'Whether the missing migration is committed to the branch of the pull request: `never` (default) or `same-repo` (never to forks). Needs `contents: write`, or a commit-token',
  'commit-token':
    "Token of a GitHub App for that commit, so that its checks run by themselves (default: `github-token`, whose commits' checks wait for a person)",
  'commit-message': 'Subject of that commit (default: `Add the missing migration`)',
  suggestions:
    'Whether to suggest the safe form of a statement in review comments, where it can take its place: `true` or `false` (default)',
  'base-ref':
    'Commit, branch or tag to compare with (default: what the event says the change goes into)',
  'report-path':
    'Where to write the JSON report (default: in the temporary directory of the job); with `mode: comment` the report to read',
  'sarif-path': 'Where to write SARIF for github/codeql-action/upload-sarif (default: nowhere)',
  reports: `More files, one a line: \`junit=reports/plumbline.xml\`. The formats: ${formatNames.join(', ')}`,
  'timeout-seconds': 'Time limit for the whole check (default: 300)',
} as const satisfies Record<string, string>;

/** Every output, with its description. All of them are set by every run. */
export const outputs = {
  status:
    '`ok`, `drift`, `unsafe`, `error`, or `skipped`: nothing that models or migrations are made of changed, or a newer commit has a run of its own',
  drift: '`true` when a migration is missing that this change needs',
  unsafe: '`true` when a step of the new migrations is unsafe',
  'changes-count': 'Number of changes that no migration makes',
  'findings-count': 'Number of errors and warnings',
  projects: 'JSON list of the projects: id, root, status, changes, migration-file',
  'report-path': 'Path of the JSON report; empty when it could not be written',
  'sarif-path': 'Path of the SARIF file; empty when there is none',
  'patch-path':
    'Path of the missing migrations as a patch, for `git apply` at the root of the repository; empty where nothing is missing',
  'comment-id': 'Id of the comment on the pull request; empty when there is none',
  'comment-url': 'Address of that comment; empty when there is none',
  committed: '`true` when the missing migration was committed',
  'commit-sha': 'That commit; empty when there is none',
  'migration-files':
    'JSON list of the files of the missing migrations, from the root of the repository: what was committed, else the SQL',
  'migration-file':
    'File that `plumbline makemigrations` would write for the first project that lacks one',
} as const satisfies Record<string, string>;

type InputName = keyof typeof inputs;
export type OutputName = keyof typeof outputs;

const MODE = ['check', 'comment'] as const;
const COMMIT = ['never', 'same-repo'] as const;
const SUGGESTIONS = ['false', 'true'] as const;
const COMMENT = ['on-change', 'always', 'on-failure', 'never'] as const;

/** A file to write. */
interface ReportOutput {
  readonly format: FormatName;
  /** Absolute. */
  readonly path: string;
  /** A path of the workspace must not leave it, whatever links a pull request puts there; null for others. */
  readonly within: string | null;
}

export interface Settings {
  readonly mode: (typeof MODE)[number];
  readonly token: string;
  readonly config: string | null;
  /** Absolute. */
  readonly workspace: string;
  /** Absolute. */
  readonly directory: string;
  /** From the workspace to that directory: `packages/api`, or empty. */
  readonly within: string;
  readonly projects: readonly string[];
  readonly renames: readonly RenameDecision[];
  /** Null where the configuration may say. */
  readonly failOn: readonly FailOn[] | null;
  readonly comment: (typeof COMMENT)[number];
  readonly commit: (typeof COMMIT)[number];
  /** Empty when there is none at all. */
  readonly commitToken: string;
  /** Empty for ours. */
  readonly commitMessage: string;
  /** Whether to write review comments. */
  readonly suggestions: boolean;
  readonly baseRef: string | null;
  readonly reports: readonly ReportOutput[];
  /** The JSON report, to be written or read. Absolute. */
  readonly reportPath: string;
  readonly deadlineMs: number;
  /** Tells the comments of several runs on one pull request apart. */
  readonly commentId: string;
}

/** The settings of this run. Throws one `UsageError` with everything that is wrong. */
export function readInputs(env: Environment): Settings {
  const input = (name: InputName): string => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
  const problems: string[] = [...unknownInputs(env, Object.keys(inputs))];
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const workingDirectory = input('working-directory');
  const projects = input('project')
    .split(/[\n,]/)
    .map((id) => id.trim());
  const mode = oneOf(MODE, { name: 'mode', value: input('mode') }, problems);
  if (mode === 'comment') problems.push(...idleInputs(input));
  const within = withinOf(workspace, workingDirectory, problems);
  if (mode === 'check' && env['GITHUB_EVENT_NAME'] !== 'pull_request_target') {
    requireDirectory(workspace, within, problems);
  }
  const reportPath = input('report-path') || defaultReportPath(env);
  const settings: Settings = {
    mode,
    token: input('github-token'),
    config: input('config') || null,
    workspace,
    directory: resolve(workspace, within),
    within,
    projects: projects.filter((id) => id !== ''),
    renames: renamesIn(input('renames'), problems),
    failOn: failOnIn(input('fail-on'), problems),
    comment: oneOf(COMMENT, { name: 'comment', value: input('comment') }, problems),
    commit: oneOf(COMMIT, { name: 'commit', value: input('commit') }, problems),
    commitToken: input('commit-token') || input('github-token'),
    commitMessage: input('commit-message'),
    suggestions:
      oneOf(SUGGESTIONS, { name: 'suggestions', value: input('suggestions') }, problems) === 'true',
    baseRef: input('base-ref') || null,
    reports: [
      { format: 'json' as const, path: reportPath },
      ...(input('sarif-path') === ''
        ? []
        : [{ format: 'sarif', path: input('sarif-path') } as const]),
      ...reportsIn(input('reports'), problems),
      { format: 'patch' as const, path: join(temporaryOf(env), 'plumbline.patch') },
    ].map(({ format, path }) => ({
      format,
      path: resolve(workspace, path),
      within: isAbsolute(path) ? null : workspace,
    })),
    reportPath: resolve(workspace, reportPath),
    deadlineMs: seconds(input('timeout-seconds'), problems) * 1000,
    commentId: [workingDirectory, ...projects].filter((part) => part !== '').join(' ') || 'default',
  };
  if (problems.length > 0) throw new UsageError(problems);
  return settings;
}

function failOnIn(text: string, problems: string[]): Settings['failOn'] {
  const names = text === '' ? null : failOnOf(text);
  if (typeof names !== 'string') return names;
  problems.push(`fail-on: ${names}`);
  return null;
}

function renamesIn(text: string, problems: string[]): RenameDecision[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const rename = renameOfOption(line, 'renames:');
      if (rename === null) problems.push(describeOption(line, 'renames:'));
      return rename ?? [];
    });
}

function reportsIn(text: string, problems: string[]): ReportFile[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const file = reportFileOf(line);
      if (typeof file !== 'string') return file;
      problems.push(`reports: ${line}: ${file}`);
      return [];
    });
}

const temporaryOf = (env: Environment): string => env['RUNNER_TEMP'] ?? tmpdir();

function defaultReportPath(env: Environment): string {
  return join(temporaryOf(env), 'plumbline-report.json');
}

function withinOf(workspace: string, path: string, problems: string[]): string {
  const way = relative(workspace, resolve(workspace, path));
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) {
    return way.split(sep).join('/');
  }
  problems.push(`working-directory: ${path} lies outside of the workspace`);
  return '';
}

function requireDirectory(workspace: string, within: string, problems: string[]): void {
  const directory = resolve(workspace, within);
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  problems.push(
    within === ''
      ? `the workspace ${workspace} does not exist: run actions/checkout first`
      : `working-directory: ${within} is no directory of the workspace`,
  );
}

/** What `mode: comment` reads. */
const OF_COMMENT: ReadonlySet<string> = new Set<InputName>([
  'mode',
  'config',
  'github-token',
  'working-directory',
  'project',
  'comment',
  'report-path',
]);

function idleInputs(input: (name: InputName) => string): readonly string[] {
  const names = Object.keys(inputs) as InputName[];
  const idle = names.filter((name) => !OF_COMMENT.has(name) && input(name) !== '');
  const missing = input('report-path') === '' ? ['report-path: mode: comment reads a report'] : [];
  return [...idle.map((name) => `${name}: has no effect with mode: comment`), ...missing];
}

function oneOf<const Value extends string>(
  values: readonly [Value, ...Value[]],
  input: { readonly name: InputName; readonly value: string },
  problems: string[],
): Value {
  if (input.value === '') return values[0];
  const found = values.find((value) => value === input.value);
  if (found === undefined) {
    problems.push(`${input.name}: ${input.value} is none of ${values.join(', ')}`);
  }
  return found ?? values[0];
}

function seconds(value: string, problems: string[]): number {
  if (value === '') return 300;
  if (!/^[1-9]\d{0,4}$/.test(value)) {
    problems.push(`timeout-seconds: ${value} is no whole number from 1 to 99999`);
  }
  return Number(value);
}
