// The one interface to a Postgres, whichever it is: PGlite in a worker, or a server.

export type Row = Readonly<Record<string, unknown>>;

export interface Database {
  /** Server version number as `SHOW server_version_num` gives it, for example 180006. */
  readonly version: number;
  /** Runs any number of statements through the simple protocol. Throws `DatabaseError`. */
  exec(sql: string): Promise<void>;
  /** Runs one statement with parameters and returns its rows. Throws `DatabaseError`. */
  query<T extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Begins, runs `work`, rolls back whatever it did, returns its result. */
  scratch<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
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

  constructor(fields: {
    message: string;
    code: string;
    detail?: string | null;
    hint?: string | null;
    position?: number | null;
  }) {
    super(fields.message);
    this.code = fields.code;
    this.detail = fields.detail ?? null;
    this.hint = fields.hint ?? null;
    this.position = fields.position ?? null;
  }
}
