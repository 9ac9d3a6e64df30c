// The database that `migrate`, `showmigrations` and `tables` work on: a server, or the embedded one
// that is kept in `.plumbline/` of the workspace.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';

import { openServer } from './server.ts';
import { EnvironmentError, messageOf } from '../errors.ts';

export interface TargetOptions {
  /** Absolute directory of the workspace. */
  readonly directory: string;
  /** URL of a server; null for the embedded database. */
  readonly databaseUrl: string | null;
  readonly deadlineMs: number;
  /** Id of the project: each has an embedded database of its own. */
  readonly project: string;
  /** Extensions that the embedded database is started with. */
  readonly extensions: readonly string[];
}

export interface Target {
  readonly database: Database;
  /** For people, without a password. */
  readonly label: string;
  close(): Promise<void>;
}

/** Opens the database to work on. Throws `EnvironmentError` where it can't be reached or is in use. */
export async function openTarget(options: TargetOptions): Promise<Target> {
  const { databaseUrl, deadlineMs } = options;
  if (databaseUrl !== null) {
    const database = await openServer(databaseUrl);
    return { database, label: withoutPassword(databaseUrl), close: () => database.close() };
  }
  const name = options.project.replaceAll(/[^\w.-]+/gu, '_');
  const database = await openEmbedded({
    extensions: options.extensions,
    dataDirectory: join(homeOf(options.directory), 'pgdata', name),
    deadlineMs,
  });
  const label = `embedded database (.plumbline/pgdata/${name})`;
  return { database, label, close: () => database.close() };
}

/** The directory of the embedded databases, which git is told to leave alone. */
function homeOf(directory: string): string {
  const home = join(directory, '.plumbline');
  try {
    mkdirSync(home, { recursive: true });
    const ignore = join(home, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  } catch (error) {
    throw new EnvironmentError(
      `can't keep the embedded database in ${home}: ${messageOf(error)}`,
      'Make the directory writable, or name a server with --database-url.',
      { cause: error },
    );
  }
  return home;
}

function withoutPassword(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'the server';
  }
}
