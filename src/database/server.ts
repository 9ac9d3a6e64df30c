// A Postgres server behind the same interface, through `pg`.
import { randomBytes } from 'node:crypto';
import { EnvironmentError, messageOf } from '../errors.ts';
import {
  DatabaseError,
  offsetOfPosition,
  type Database,
  type Row,
  type ServerMessage,
  type Watched,
} from './database.ts';
import { scratchOver } from './scratch.ts';
import type pg from 'pg';

export interface ServerOptions {
  /** Works in a database of its own, made now and dropped at `close`. */
  readonly temporary?: boolean;
}

const CONNECT_MS = 15_000;

/** Connects to a server. Throws `EnvironmentError` where it can't. */
export async function openServer(url: string, options: ServerOptions = {}): Promise<Database> {
  if (options.temporary !== true) return handle(await connect(url), () => Promise.resolve());
  const name = `plumbline_${randomBytes(8).toString('hex')}`;
  const owner = await connect(url);
  await owner.query(`create database ${name} template template0`);
  const temporary = new URL(url);
  temporary.pathname = `/${name}`;
  return handle(await connect(temporary.href), async () => {
    await owner.query(`drop database ${name}`);
    await owner.end();
  });
}

async function connect(url: string): Promise<pg.Client> {
  const { default: driver } = await import('pg');
  const text = (value: string): string => value;
  const client = new driver.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    options: '-c timezone=UTC',
  });
  const { INT8, DATE, TIMESTAMP, TIMESTAMPTZ } = driver.types.builtins;
  client.setTypeParser(INT8, (value) => {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  });
  for (const type of [DATE, TIMESTAMP, TIMESTAMPTZ]) client.setTypeParser(type, text);
  // Without a listener a connection that is lost while idle ends the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new EnvironmentError(
      `can't connect to the database: ${messageOf(error)}`,
      'Check the URL, the server and its access rules.',
      { cause: error },
    );
  }
  return client;
}

async function handle(client: pg.Client, afterwards: () => Promise<void>): Promise<Database> {
  const ask = async (sql: string, parameters?: readonly unknown[]): Promise<unknown[]> => {
    try {
      const result = await client.query(sql, parameters ? [...parameters] : undefined);
      return result.rows as unknown[];
    } catch (error) {
      throw wrap(error, sql);
    }
  };
  // One after the other, however many are asked at once.
  let previous: Promise<unknown> = Promise.resolve();
  const send = (sql: string, parameters?: readonly unknown[]): Promise<unknown[]> => {
    const answer = previous.then(() => ask(sql, parameters));
    previous = answer.catch(() => undefined);
    return answer;
  };
  const exec = async (sql: string): Promise<void> => {
    await send(sql);
  };
  const [version] = (await send('show server_version_num', [])) as Row[];
  return {
    version: Number(version?.['server_version_num']),
    stubbed: [],
    exec,
    run: async (texts) => {
      for (const [index, text] of texts.entries()) {
        try {
          await exec(text);
        } catch (error) {
          if (error instanceof DatabaseError) return { ok: false, index, error };
          throw error;
        }
      }
      return { ok: true };
    },
    watch: (sql) => watch(client, sql),
    query: <T extends Row>(sql: string, parameters: readonly unknown[] = []) =>
      send(sql, parameters) as Promise<T[]>,
    scratch: scratchOver(exec),
    close: async () => {
      await client.end();
      await afterwards();
    },
  };
}

async function watch(client: pg.Client, sql: string): Promise<Watched> {
  const messages: ServerMessage[] = [];
  const listen = (notice: unknown): void => {
    const { severity, message, routine } = notice as Partial<pg.DatabaseError>;
    messages.push({ severity: severity ?? '', text: message ?? '', routine: routine ?? '' });
  };
  client.on('notice', listen);
  const begin = performance.now();
  let error: DatabaseError | null = null;
  try {
    await client.query(sql);
  } catch (thrown) {
    const wrapped = wrap(thrown, sql);
    if (!(wrapped instanceof DatabaseError)) throw wrapped;
    error = wrapped;
  } finally {
    client.off('notice', listen);
  }
  return { error, messages, ms: performance.now() - begin };
}

/** A server's error keeps its fields; a lost connection is the surroundings' fault. */
function wrap(error: unknown, sql: string): Error {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) {
    return new EnvironmentError(
      `the connection to the database failed: ${messageOf(error)}`,
      'Check the server and the network, then run again.',
      { cause: error },
    );
  }
  const fields = error as pg.DatabaseError;
  return new DatabaseError({
    message: fields.message,
    code: fields.code ?? 'XX000',
    detail: fields.detail ?? null,
    hint: fields.hint ?? null,
    position: offsetOfPosition(sql, fields.position),
  });
}
