// A throw-away PostgreSQL server from the binaries of this machine, for tests that need a real one.
import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  /** Of the database `postgres`, as its superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

const ROOT = '/usr/lib/postgresql';

/** Directory of the newest server binaries, or null where none are installed: skip the test then. */
export function postgresBinaries(): string | null {
  if (!existsSync(ROOT)) return null;
  const versions = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'bin/initdb')));
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  return newest === undefined ? null : join(ROOT, newest, 'bin');
}

/** Starts a server on a free loopback port with its own data directory. Call `stop` afterwards. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = postgresBinaries();
  if (bin === null) throw new Error(`no PostgreSQL server binaries under ${ROOT}`);
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-pg-'));
  const user = unprivilegedUser();
  if (user) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C'],
    {
      ...user,
      cwd: directory,
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  const settings = [
    'fsync=off',
    'jit=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off',
    'max_locks_per_transaction=512',
    `unix_socket_directories=${directory}`,
  ];
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
    { ...user, cwd: directory, stdio: 'ignore' },
  );
  await untilReady(child, port);
  return {
    url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGQUIT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root; `postgres`, or else `nobody`, does instead. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('no unprivileged user to run PostgreSQL as');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error('PostgreSQL ended while starting');
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGQUIT');
  throw new Error('PostgreSQL did not start within 30 s');
}

/** It answers before it can be used: only a connection says that it can. */
async function accepts(port: number): Promise<boolean> {
  const client = new pg.Client(`postgres://postgres@127.0.0.1:${String(port)}/postgres`);
  // A connection that is refused tells so twice.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
