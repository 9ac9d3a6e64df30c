// What a command is given: its arguments and its surroundings.
import type { WriteStream } from 'node:tty';
import type { Progress } from '../progress.ts';
import type { Arguments } from './arguments.ts';
import type { Dialogue } from './ask-rename.ts';

/** Where a command prints and what it knows of its surroundings. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly terminal: WriteStream;
  readonly color: boolean;
  /** Where somebody can be asked; absent where nobody is there. */
  readonly dialogue?: Dialogue | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Invocation {
  readonly args: Arguments;
  readonly surroundings: Surroundings;
  readonly progress: Progress;
}
