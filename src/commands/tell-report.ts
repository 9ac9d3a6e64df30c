// Where the report of a command goes: what is printed, and the files that were asked for.
import { relative, sep } from 'node:path';
import { messageOf } from '../errors.ts';
import { writeOutput } from '../files.ts';
import type { FormatContext } from '../formats/format.ts';
import { renderAs } from '../formats/index.ts';
import { pageUrl } from '../formats/pages.ts';
import { failureReport } from '../record/failure-report.ts';
import { exitCodeOf, type ExitCode } from '../report/exit-code.ts';
import { failuresOf, usualFailOn } from '../report/gate.ts';
import type { Report } from '../report/report.ts';
import { prefixOf } from '../revision/git.ts';
import { version } from '../version.ts';
import { failOnFor } from '../workspace/fail-on.ts';
import type { Invocation } from './invocation.ts';

/**
 * Prints the report that is found, in the format that was asked for, and writes it to the files. Where none is
 * found because something is thrown, files and formats tell of that, and it is thrown on.
 */
export async function tellReport(
  invocation: Invocation,
  find: () => Promise<Report>,
): Promise<ExitCode> {
  const { args, surroundings } = invocation;
  // Asked for first: starting a process takes longer, the more memory this one holds.
  const prefix = prefixOf(args.directory);
  let report: Report;
  try {
    report = await find();
  } catch (error) {
    invocation.progress.done();
    await tellFailure(error, invocation, prefix);
    throw error;
  }
  // Without an answer it fails whatever is asked, and the configuration may be what is wrong.
  const failOn = report.status === 'error' ? usualFailOn : failOnFor(args.failOn, args);
  const decided = { ...invocation, args: { ...args, failOn } };
  const context = contextOf(decided, prefix);
  await printReport(report, decided, context);
  await writeReports(report, decided, context);
  const code = exitCodeOf(report, failOn);
  if (report.status === 'ok' && code !== 0) {
    surroundings.error(`plumbline: it is to fail on ${failuresOf(report, failOn).join(' and ')}\n`);
  }
  return code;
}

/** As a text it is told where the command ends. */
async function tellFailure(
  error: unknown,
  invocation: Invocation,
  prefix: string | null,
): Promise<void> {
  const report = failureReport(error);
  const context = contextOf(invocation, prefix);
  if (invocation.args.format !== 'text') await printReport(report, invocation, context);
  try {
    await writeReports(report, invocation, context);
  } catch (second) {
    invocation.surroundings.error(`plumbline: ${messageOf(second)}\n`);
  }
}

async function printReport(
  report: Report,
  { args, surroundings }: Invocation,
  context: FormatContext,
): Promise<void> {
  surroundings.out(await renderAs(args.format, report, context));
}

/** One that can't be written keeps none of the others from it. Throws its `EnvironmentError` then. */
async function writeReports(
  report: Report,
  { args }: Invocation,
  context: FormatContext,
): Promise<void> {
  const inFiles = { ...context, text: { ...context.text, color: false } };
  const errors: unknown[] = [];
  for (const { format, path } of args.reports) {
    const text = await renderAs(format, report, inFiles);
    try {
      writeOutput(path, text, null);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

function contextOf({ args, surroundings }: Invocation, prefix: string | null): FormatContext {
  const fromHere = directoryPrefix(relative(process.cwd(), args.directory));
  return {
    repositoryUrl: null,
    commit: null,
    runUrl: null,
    head: null,
    base: null,
    pageOf: (rule) => pageUrl(rule, version),
    prefix: prefix ?? fromHere,
    fromHere,
    projects: args.projects,
    // Code scanning opens an alert for what is suppressed all the same.
    tellsSilenced: surroundings.environment['GITHUB_ACTIONS'] !== 'true',
    failOn: args.failOn ?? usualFailOn,
    text: { color: surroundings.color, verbose: args.verbose },
  };
}

function directoryPrefix(way: string): string {
  return way === '' ? '' : `${way.split(sep).join('/')}/`;
}
