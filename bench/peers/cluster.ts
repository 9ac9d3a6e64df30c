// Databases on a throw-away server: made, copied, dumped and dropped by name.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../../__tests__/support/postgres-server.ts';
import { quoteIdentifier } from '../../src/schema/identity.ts';

const run = promisify(execFile);

export type Row = Readonly<Record<string, unknown>>;

/** Where some statements ended. */
export type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly statement: string;
      readonly message: string;
      readonly code: string;
    };

export class Cluster {
  readonly #server: PostgresServer;
  readonly #owner: pg.Client;

  private constructor(server: PostgresServer, owner: pg.Client) {
    this.#server = server;
    this.#owner = owner;
  }

  static async start(): Promise<Cluster> {
    const server = await startPostgres();
    const owner = await connectOnceUp(server.url);
    // Databases come and go by the thousand, and nothing of them shall outlast the run.
    for (const setting of [
      'full_page_writes = off',
      'synchronous_commit = off',
      'autovacuum = off',
    ]) {
      await owner.query(`alter system set ${setting}`);
    }
    await owner.query('select pg_reload_conf()');
    return new Cluster(server, owner);
  }

  url(database: string): string {
    const url = new URL(this.#server.url);
    url.pathname = `/${database}`;
    return url.href;
  }

  /** Makes it anew, empty or as a copy. */
  async create(database: string, template = 'template0'): Promise<void> {
    await this.drop(database);
    await this.#owner.query(
      `create database ${quoteIdentifier(database)} template ${quoteIdentifier(template)}`,
    );
  }

  async drop(database: string): Promise<void> {
    await this.#owner.query(`drop database if exists ${quoteIdentifier(database)} with (force)`);
  }

  /** Runs statements one after the other, each on its own, up to the first that fails. */
  run(database: string, statements: readonly string[]): Promise<Outcome> {
    return this.#connected(database, async (client) => {
      for (const statement of statements) {
        try {
          await client.query(statement);
        } catch (error) {
          const { message, code } = error as pg.DatabaseError;
          return { ok: false, statement, message, code: code ?? '' };
        }
      }
      return { ok: true };
    });
  }

  query(database: string, sql: string): Promise<Row[]> {
    return this.#connected(database, async (client) => (await client.query<Row>(sql)).rows);
  }

  async #connected<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** What `pg_dump --schema-only` says. */
  async dump(database: string): Promise<string> {
    const { stdout } = await run(
      join(postgresBinaries() ?? '', 'pg_dump'),
      ['--schema-only', '--no-owner', this.url(database)],
      { maxBuffer: 1024 ** 3 },
    );
    return stdout;
  }

  async stop(): Promise<void> {
    await this.#owner.end();
    await this.#server.stop();
  }
}

/** The port answers a moment before the server takes connections. */
async function connectOnceUp(url: string): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if ((error as pg.DatabaseError).code !== '57P03') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
