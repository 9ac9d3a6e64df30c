// The one interface to a Postgres, whichever it is: PGlite in a worker, or a server.

export type Row = Readonly<Record<string, unknown>>;

export interface Database {
  /** Server version number as `SHOW server_version_num` gives it, for example 180006. */
  readonly version: number;
  /** Extensions that aren't available here and were replaced by a stub: what leans on them is not observed. */
  readonly stubbed: readonly string[];
  /** Runs any number of statements through the simple protocol. Throws `DatabaseError`. */
  exec(sql: string): Promise<void>;
  /** Runs texts one after the other through the simple protocol, stops at the first that fails and tells which. */
  run(texts: readonly string[]): Promise<RunResult>;
  /** Runs one text through the simple protocol and tells what the server said meanwhile. A statement that fails is an answer. */
  watch(sql: string): Promise<Watched>;
  /** Runs one statement with parameters and returns its rows. Throws `DatabaseError`. */
  query<T extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Begins, runs `work`, rolls back whatever it did, returns its result. Nested, it is a savepoint. */
  scratch<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a text did, as far as the server says so by itself. */
export interface Watched {
  readonly error: DatabaseError | null;
  /** Of every level that `client_min_messages` lets through, in their order. */
  readonly messages: readonly ServerMessage[];
  /** Duration in milliseconds. */
  readonly ms: number;
}

export interface ServerMessage {
  /** `DEBUG`, `NOTICE`, `WARNING`. */
  readonly severity: string;
  readonly text: string;
  /** The function of the server's source that said it; `exec_stmt_raise` for a RAISE. */
  readonly routine: string;
}

/** How far a run came; `index` is that of the text that failed. */
export type RunResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly index: number; readonly error: DatabaseError };

/** The fields of an error as they travel between threads. */
export interface ErrorFields {
  readonly message: string;
  readonly code: string;
  readonly detail?: string | null;
  readonly hint?: string | null;
  readonly position?: number | null;
}

/** What Postgres said no to, with its own fields. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, for example `42P07`. */
  readonly code: string;
  readonly detail: string | null;
  readonly hint: string | null;
  /** 0-based offset in UTF-16 code units into the SQL that was sent; null when Postgres gave none. */
  readonly position: number | null;

  constructor(fields: ErrorFields) {
    super(fields.message);
    this.code = fields.code;
    this.detail = fields.detail ?? null;
    this.hint = fields.hint ?? null;
    this.position = fields.position ?? null;
  }
}

/** Postgres's own error position (1-based, in characters) as an offset in UTF-16 code units. */
export function offsetOfPosition(sql: string, position: string | undefined): number | null {
  const characters = Number(position) - 1;
  if (!Number.isInteger(characters) || characters < 0) return null;
  let offset = 0;
  for (let i = 0; i < characters && offset < sql.length; i++) {
    offset += (sql.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
