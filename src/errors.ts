// The three ways a run can end badly. Findings and unknowns are data, never thrown.

/** The user's options or configuration are wrong: exit code 2. `problems` holds every one found. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly problems: readonly string[];

  constructor(problems: string | readonly string[]) {
    const list = typeof problems === 'string' ? [problems] : problems;
    super(list.join('\n'));
    this.problems = list;
  }
}

/** The surroundings failed us (a server, git, the deadline): exit code 3, `help` says what to do. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly help: string;

  constructor(message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.help = help;
  }
}

/** A message for any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
