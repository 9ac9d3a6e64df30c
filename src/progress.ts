// Says on a terminal what is going on; says nothing where nobody watches.
import type { WriteStream } from 'node:tty';

export interface Progress {
  /** A phase begins, perhaps with a count: `reading models`, `api: 67 tables`. */
  phase(name: string, detail?: string): void;
  /** Nothing more will come: the line is cleared. */
  done(): void;
}

/** Progress that nobody sees. */
const silentProgress: Progress = { phase: () => undefined, done: () => undefined };

/** Writes one line and rewrites it in place; `stream` must be a terminal for anything to show. */
export function terminalProgress(stream: WriteStream): Progress {
  if (!stream.isTTY) return silentProgress;
  const clear = '\r\u001B[2K';
  const started = performance.now();
  return {
    phase: (name, detail) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const line = `${seconds} s  ${name}${detail === undefined ? '' : `: ${detail}`}`;
      stream.write(`${clear}${line.slice(0, stream.columns - 1)}`);
    },
    done: () => stream.write(clear),
  };
}
