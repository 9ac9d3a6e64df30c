// What to show at the lines of the changed files, as commands to the runner of GitHub's workflows:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { createHash } from 'node:crypto';
import { problemsOf, type Problem } from '../report/problems.ts';
import type { Report, Severity } from '../report/report.ts';
import { renderText } from '../report/text.ts';
import { manyLines, oneLine } from '../report/visible.ts';
import type { FormatContext } from './format.ts';
import { pathOf } from './places.ts';

// GitHub shows ten of a kind for each step, and the step's own failure or warning is one of them:
// https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
const MOST_OF_A_KIND = 9;
const MESSAGE_LENGTH = 4_000;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** The text for the log, and an annotation for what is at a line of some file. */
export function renderWorkflowCommands(report: Report, context: FormatContext): string {
  const options = { ...context, failing: true, withoutPlace: true };
  const text = renderText(report, { ...context.text, color: false });
  return [untrusted(text), ...annotationsOf(report, options)].map((line) => `${line}\n`).join('');
}

export interface AnnotationOptions {
  /** From the repository's root to the checked directory. */
  readonly prefix: string;
  /** Where nothing fails, nothing is an error either. */
  readonly failing: boolean;
  /** True where nothing else tells what isn't at a place. */
  readonly withoutPlace?: boolean;
  /**
   * The line to show it at, of a line of a file that is named from the repository's root; null for the file as a
   * whole. Absent where each is its own.
   */
  readonly lineAt?: ((file: string, line: number) => number | null) | null;
}

/** The worst first, no more than GitHub shows: the last of a kind says how many more there are. */
export function annotationsOf(report: Report, options: AnnotationOptions): readonly string[] {
  const { failing, withoutPlace = false } = options;
  const problems = problemsOf(report).filter(
    (problem) => isShown(problem) && (withoutPlace || problem.file !== null),
  );
  const severityOf = (problem: Problem): Severity =>
    problem.severity === 'error' && !failing ? 'warning' : problem.severity;
  return SEVERITIES.flatMap((severity) => {
    const all = problems.filter((problem) => severityOf(problem) === severity);
    const shown = all.slice(0, MOST_OF_A_KIND);
    return shown.map((problem, index) => {
      const more = index === MOST_OF_A_KIND - 1 ? all.length - shown.length : 0;
      return commandOf(problem, { ...options, severity, more });
    });
  });
}

/** What base has already, and what only differs in form, would only be in the way at a line. */
const isShown = ({ introduced, form, silenced }: Problem): boolean =>
  introduced && !form && silenced === null;

interface CommandOptions extends AnnotationOptions {
  readonly severity: Severity;
  /** How many of this kind are not shown. */
  readonly more: number;
}

function commandOf(problem: Problem, options: CommandOptions): string {
  const { rule, message, file } = problem;
  const { severity, more, prefix } = options;
  const line = lineOf(problem, options);
  const properties = [
    `title=${escapeProperty(`Plumbline: ${oneLine(rule)}`)}`,
    ...(file === null ? [] : [`file=${escapeProperty(pathOf(problem, prefix))}`]),
    ...(file === null || line === null ? [] : [`line=${String(line)}`]),
  ];
  const rest = more === 0 ? '' : `\n\n${moreOf(severity, more)}`;
  const text = `${manyLines(message).slice(0, MESSAGE_LENGTH)}${rest}`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(text)}`;
}

function lineOf({ file, line, ...problem }: Problem, options: AnnotationOptions): number | null {
  const { lineAt, prefix } = options;
  if (file === null || line === null || !lineAt) return line;
  return lineAt(pathOf({ ...problem, file, line }, prefix), line);
}

const moreOf = (severity: Severity, more: number): string =>
  `And ${String(more)} more ${severity}${more === 1 ? '' : 's'}, which GitHub has no room for: the report tells all.`;

/**
 * A text in which the runner looks for no commands. What ends it is made of the text's own hash, which nobody
 * can put into the text.
 */
export function untrusted(text: string): string {
  const token = createHash('sha256').update(text).digest('hex');
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
