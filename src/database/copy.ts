// COPY … FROM STDIN inside SQL text. PGlite waits for its data for ever, so the data (as a psql dump
// carries it, up to `\.`) or the lack of it must be sent in the same buffer as the statement.

const MENTIONS_COPY = /\bcopy\b[^;]*\bfrom\s+stdin\b/i;
const WITH_DATA = /^(\s*copy\b[^;]*\bfrom\s+stdin\b[^;]*;)[^\S\n]*\n([\s\S]*?)^\\\.[^\S\n]*$/im;

export interface CopyText {
  readonly sql: string;
  /** Null when the text carries none. */
  readonly data: string | null;
}

/** The statement and its data when the text may copy from standard input, else null. May be wrong, harmlessly. */
export function copyFromStdin(text: string): CopyText | null {
  if (!MENTIONS_COPY.test(text)) return null;
  const match = WITH_DATA.exec(text);
  const [, sql, data] = match ?? [];
  return sql !== undefined && data !== undefined && text.startsWith(match?.[0] ?? '')
    ? { sql, data }
    : { sql: text, data: null };
}

const WITH_PROGRAM = /^\s*(?:--[^\n]*\n\s*)*copy\b[^;]*\b(?:from|to)\s+program\b/i;

/** Whether a statement asks the server to run a program, of which PGlite dies. */
export function copiesWithProgram(statement: string): boolean {
  return WITH_PROGRAM.test(statement);
}
