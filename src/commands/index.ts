// Every command: what it does with its arguments, what it prints, and how it exits.
import { resolve } from 'node:path';
import { check } from '../check.ts';
import { EnvironmentError, messageOf, UsageError } from '../errors.ts';
import { terminalProgress } from '../progress.ts';
import { exitCodeOfError, type ExitCode } from '../report/exit-code.ts';
import { parseArguments, type CommandName } from './arguments.ts';
import type { Invocation, Surroundings } from './invocation.ts';
import { tellReport } from './tell-report.ts';

type Run = (invocation: Invocation) => Promise<ExitCode>;

/** Commands that need more code load it when they run. */
const runs: Readonly<Record<CommandName, () => Promise<Run>>> = {
  check: () => Promise.resolve(runCheck),
  makemigrations: async () => (await import('./makemigrations.ts')).runMakemigrations,
  migrate: async () => (await import('./migrate.ts')).runMigrate,
  showmigrations: async () => (await import('./showmigrations.ts')).runShowmigrations,
  rehearse: async () => (await import('./rehearse.ts')).runRehearse,
  stats: async () => (await import('./stats.ts')).runStats,
  rules: async () => (await import('./rules.ts')).runRules,
  explain: async () => (await import('./explain.ts')).runExplain,
  tables: async () => (await import('./tables.ts')).runTables,
};

/** Runs the command that the words name and returns its exit code. Never throws. */
export async function runCommand(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  const progress = terminalProgress(surroundings.terminal);
  try {
    const args = parseArguments(words, surroundings.out);
    if (args === null) return 0;
    const run = await runs[args.command]();
    return await run({
      args: { ...args, directory: resolve(args.directory) },
      surroundings,
      progress,
    });
  } catch (error) {
    progress.done();
    surroundings.error(describeError(error));
    return exitCodeOfError(error);
  }
}

function runCheck(invocation: Invocation): Promise<ExitCode> {
  const { args, progress } = invocation;
  return tellReport(invocation, () => check({ ...args, deadlineMs: args.timeoutMs }, progress));
}

function describeError(error: unknown): string {
  if (error instanceof UsageError) {
    return `plumbline: ${error.problems.join('\nplumbline: ')}\n`;
  }
  if (error instanceof EnvironmentError) {
    return `plumbline: ${error.message}\n  ${error.help}\n`;
  }
  const stack = error instanceof Error ? error.stack : undefined;
  return `plumbline: this is a bug, please report it: ${stack ?? messageOf(error)}\n`;
}
