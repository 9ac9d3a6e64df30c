// Runs a command in this process and keeps what it printed.
import { WriteStream } from 'node:tty';
import { runCommand } from '../../src/commands/index.ts';

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** A stream that is no terminal: progress stays silent. */
export const noTerminal = Object.assign(Object.create(WriteStream.prototype) as WriteStream, {
  isTTY: false,
});

export function runPlumbline(...words: string[]): Promise<CommandResult> {
  return runPlumblineWith({}, ...words);
}

/** The same with variables of the environment. */
export async function runPlumblineWith(
  environment: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<CommandResult> {
  let out = '';
  let error = '';
  const code = await runCommand(words, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    terminal: noTerminal,
    color: false,
    environment,
  });
  return { code, out, error };
}
