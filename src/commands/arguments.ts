// Command-line words → a command and its checked options. Every mistake is reported at once.
import { Command, InvalidArgumentError, type Command as CommandType } from 'commander';
import { UsageError } from '../errors.ts';
import { formatNames, isFormatName, reportFileOf } from '../formats/names.ts';
import type { FormatName, ReportFile } from '../formats/names.ts';
import { options, type Option } from '../options.ts';
import { failOnOf, type FailOn } from '../report/gate.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';
import { describeOption, renameOfOption } from '../settings/renames.ts';
import { version } from '../version.ts';

export interface Arguments {
  readonly command: CommandName;
  readonly directory: string;
  readonly base: string | null;
  readonly config: string | null;
  readonly format: FormatName;
  /** Files to write the report to, as the user spells them. */
  readonly reports: readonly ReportFile[];
  readonly projects: readonly string[];
  readonly renames: readonly RenameDecision[];
  readonly timeoutMs: number;
  /** What makes it exit 1; null where only the configuration may say. */
  readonly failOn: readonly FailOn[] | null;
  readonly verbose: boolean;
  readonly name: string | null;
  readonly dryRun: boolean;
  readonly check: boolean;
  readonly forms: 'online' | 'simple' | null;
  readonly databaseUrl: string | null;
  /** The rule to explain. */
  readonly rule: string | null;
  /** Migrations to rehearse, as paths; none means those that base lacks. */
  readonly files: readonly string[];
  readonly trace: boolean;
  /** The file to write, as the user spells it. */
  readonly output: string | null;
  readonly exact: boolean;
}

interface CommandSpec {
  readonly summary: string;
  readonly options: readonly (keyof typeof options)[];
  /** What it takes beside options; a directory where nothing is said. */
  readonly argument?: 'RULE' | 'FILE' | null;
}

const everywhere = ['project', 'config', 'timeout'] as const;

/** Every command: what it does and which options it takes. */
export const commands = {
  check: {
    summary: 'compare models and migrations; exit 1 when a migration is missing',
    options: [
      'base',
      'rename',
      'online',
      'simple',
      'failOn',
      'format',
      'report',
      'verbose',
      ...everywhere,
    ],
  },
  makemigrations: {
    summary: "write the missing migration in the project's own format, proved first",
    options: ['name', 'rename', 'online', 'simple', 'dryRun', 'check', ...everywhere],
  },
  migrate: {
    summary: 'apply pending migrations to the embedded database or a server',
    options: ['databaseUrl', ...everywhere],
  },
  showmigrations: {
    summary: 'list the migrations and which of them are applied',
    options: ['databaseUrl', ...everywhere],
  },
  tables: {
    summary: 'show the tables of the embedded database or a server',
    options: ['databaseUrl', ...everywhere],
  },
  rehearse: {
    summary: 'run new migrations on rows and say what is unsafe; exit 1 when something is',
    options: ['base', 'trace', 'failOn', 'format', 'report', ...everywhere],
    argument: 'FILE',
  },
  stats: {
    summary: "write how large a server's tables are, to be committed: rows and bytes, no data",
    options: ['databaseUrl', 'output', 'exact', ...everywhere],
  },
  rules: {
    summary: 'list what is looked for in new migrations, with how much each finding weighs',
    options: [],
    argument: null,
  },
  explain: {
    summary: 'show the page of a rule: what it finds, why it hurts, what to write instead',
    options: [],
    argument: 'RULE',
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;

const repeatable: ReadonlySet<string> = new Set(['project', 'rename', 'report']);

const shorthands: Readonly<Partial<Record<keyof typeof options, string>>> = { name: '-m' };

/**
 * Parses the words after the program's name. Prints help or the version where asked and returns
 * null then. Throws `UsageError` with every mistake.
 */
export function parseArguments(
  words: readonly string[],
  print: (text: string) => void,
): Arguments | null {
  let chosen: { name: CommandName; command: CommandType } | null = null;
  const problems: string[] = [];
  const program = new Command('plumbline')
    .description('Safe schema changes for TypeScript projects on Postgres.')
    .version(version, '-V, --version')
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .exitOverride()
    .showHelpAfterError(false);
  for (const [name, spec] of Object.entries(commands)) {
    const command = addCommand(program, name, spec);
    command.action(() => {
      chosen = { name: name as CommandName, command };
    });
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (isDisplay(error)) return null;
    problems.push(messageFor(error));
  }
  const found = chosen as { name: CommandName; command: CommandType } | null;
  if (found === null) {
    if (problems.length === 0) print(program.helpInformation());
    throw new UsageError(
      problems.length > 0 ? problems : ['say which command: check, makemigrations, …'],
    );
  }
  return checked(found.name, found.command, problems);
}

function addCommand(program: CommandType, name: string, spec: CommandSpec): CommandType {
  const command = program
    .command(name)
    .summary(spec.summary)
    .description(spec.summary)
    .allowUnknownOption()
    .allowExcessArguments();
  const { argument } = spec;
  if (argument === undefined) command.argument('[DIR]', 'directory of the workspace', '.');
  else if (argument === 'FILE') command.argument('[FILE...]', 'migrations; else those base lacks');
  else if (argument !== null) command.argument(`[${argument}]`, 'the id of a rule');
  for (const key of spec.options) addOption(command, options[key], shorthands[key]);
  return command;
}

function addOption(command: CommandType, option: Option, shorthand: string | undefined): void {
  const flags = [
    shorthand,
    `--${option.name}${option.argument === null ? '' : ` <${option.argument}>`}`,
  ];
  const text = flags.filter((flag) => flag !== undefined).join(', ');
  if (repeatable.has(option.name)) {
    command.option(text, option.help, (value: string, all: string[]) => [...all, value], []);
  } else if (option.fallback === null || typeof option.fallback === 'boolean') {
    command.option(text, option.help);
  } else {
    command.option(text, option.help, option.fallback);
  }
}

function checked(name: CommandName, command: CommandType, problems: string[]): Arguments {
  const values = command.opts<Record<string, string | boolean | string[] | undefined>>();
  const text = (key: string): string | null => {
    const value = values[key];
    return typeof value === 'string' ? value : null;
  };
  const spec: CommandSpec = commands[name];
  for (const word of command.args.filter((arg) => arg.startsWith('-'))) {
    const known = spec.options.map((key) => `--${options[key].name}`).join(' ');
    problems.push(`${word}: no such option for ${name}; it takes ${known || 'none'}`);
  }
  const words = command.args.filter((word) => !word.startsWith('-'));
  const { directory, rule, files } = positional(spec, words, problems);
  const format = text('format') ?? 'text';
  if (!isFormatName(format)) {
    problems.push(`--format ${format}: must be one of ${formatNames.join(', ')}`);
  }
  const seconds = Number(text('timeout') ?? options.timeout.fallback);
  if (!(seconds > 0 && seconds <= 86_400)) {
    problems.push(`--timeout ${text('timeout') ?? ''}: must be a number of seconds above 0`);
  }
  const migrationName = text('name');
  if (migrationName !== null && !/^[\w-]+$/u.test(migrationName)) {
    problems.push(`--name ${migrationName}: letters, digits, _ and - only`);
  }
  const renames = renamesOf(values['rename'], problems);
  const reports = reportsOf(values['report'], problems);
  const forms = formsOf(values, problems);
  const failOn = failOnIn(text('failOn'), problems);
  if (problems.length > 0) throw new UsageError(problems);
  return {
    command: name,
    directory,
    base: text('base'),
    config: text('config'),
    format: isFormatName(format) ? format : 'text',
    reports,
    projects: Array.isArray(values['project']) ? values['project'] : [],
    renames,
    timeoutMs: seconds * 1000,
    failOn,
    verbose: values['verbose'] === true,
    name: migrationName,
    dryRun: values['dryRun'] === true,
    check: values['check'] === true,
    forms,
    databaseUrl: text('databaseUrl'),
    rule,
    files,
    trace: values['trace'] === true,
    output: text('output'),
    exact: values['exact'] === true,
  };
}

function positional(
  { argument }: CommandSpec,
  words: readonly string[],
  problems: string[],
): Pick<Arguments, 'directory' | 'rule' | 'files'> {
  if (argument === 'FILE') return { directory: '.', rule: null, files: words };
  const rest = words.slice(argument === null ? 0 : 1);
  const [first] = words;
  if (rest.length > 0) {
    const enough = argument === undefined ? 'one directory' : 'one rule';
    problems.push(
      `${rest.join(' ')}: ${argument === null ? 'it takes nothing' : `${enough} is enough`}`,
    );
  }
  if (argument === 'RULE') {
    if (first === undefined) problems.push('say which rule: `plumbline rules` lists them');
    return { directory: '.', rule: first ?? null, files: [] };
  }
  return { directory: (argument === null ? undefined : first) ?? '.', rule: null, files: [] };
}

function renamesOf(values: unknown, problems: string[]): RenameDecision[] {
  const texts: readonly unknown[] = Array.isArray(values) ? values : [];
  return texts.flatMap((text) => {
    const rename = renameOfOption(String(text), '--rename');
    if (rename === null) problems.push(describeOption(String(text), '--rename'));
    return rename ?? [];
  });
}

function reportsOf(values: unknown, problems: string[]): ReportFile[] {
  const texts: readonly unknown[] = Array.isArray(values) ? values : [];
  return texts.flatMap((text) => {
    const file = reportFileOf(String(text));
    if (typeof file !== 'string') return file;
    problems.push(`--report ${String(text)}: ${file}`);
    return [];
  });
}

function failOnIn(text: string | null, problems: string[]): Arguments['failOn'] {
  const names = text === null ? null : failOnOf(text);
  if (typeof names !== 'string') return names;
  problems.push(`--fail-on ${text ?? ''}: ${names}`);
  return null;
}

function formsOf(
  { online, simple }: Readonly<Record<string, unknown>>,
  problems: string[],
): Arguments['forms'] {
  if (online === true && simple === true) problems.push('--online --simple: one of them is enough');
  if (online === true) return 'online';
  return simple === true ? 'simple' : null;
}

const isDisplay = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'commander.helpDisplayed' ||
    error.code === 'commander.version' ||
    error.code === 'commander.help');

function messageFor(error: unknown): string {
  if (error instanceof InvalidArgumentError || error instanceof Error) {
    return error.message.replace(/^error: /, '');
  }
  return String(error);
}
