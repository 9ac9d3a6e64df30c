// Every file of online/ is a case: the SQL before and after, on tables in use that hold rows, and the
// migrations that must come of it. Each is applied as a migrator would; on the server no statement may
// scan, build or rewrite while it keeps others from a table that was there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { openServer } from '../../src/database/server.ts';
import { observe } from '../../src/plan/observe.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { runApart } from '../../src/plan/run.ts';
import { migrationsOf, type PlannedMigration, type Step } from '../../src/plan/step.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Schema } from '../../src/schema/objects.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';

const directory = join(import.meta.dirname, 'online');
const files = readdirSync(directory).filter((name) => name.endsWith('.sql'));

interface Case {
  readonly title: string;
  /** Major version whose words may be used. */
  readonly postgres: number;
  /** Tables that writers are kept from while work is done, for want of a lock-light form. */
  readonly holds: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** Sections by name: each begins with a comment line that is its name. */
function read(file: string): Case {
  const text = readFileSync(join(directory, file), 'utf8');
  const parts = text.split(/^-- (before|after|up|down)\n/m);
  const section = (name: string): string => (parts[parts.indexOf(name) + 1] ?? '').trim();
  const title = parts[0] ?? '';
  const postgres = Number(/^-- postgres: (\d+)$/m.exec(title)?.[1] ?? 13);
  const holds = (/^-- holds: (.+)$/m.exec(title)?.[1] ?? '').split(', ').filter(Boolean);
  return { title, postgres, holds, before: section('before'), after: section('after') };
}

function render({ title, before, after }: Case, plan: Plan): string {
  const list = (steps: readonly Step[]): string =>
    migrationsOf(steps)
      .map(({ steps: own, transactional }, at) =>
        [
          `-- migration ${String(at + 1)}${transactional ? '' : ', not in a transaction'}`,
          ...own.map(({ sql }) => sql),
        ].join('\n'),
      )
      .join('\n') || '-- nothing';
  return `${title}-- before\n${before}\n-- after\n${after}\n-- up\n${list(plan.up)}\n-- down\n${list(plan.down)}\n`;
}

/** What rows there are is made by the section itself; only the tables count for the schema. */
async function planFor(db: Database, { before, after, postgres }: Case): Promise<[Plan, Schema]> {
  const schemaOf = (sql: string): Promise<Schema> =>
    db.scratch(async () => {
      await db.exec(sql);
      return introspect(db);
    });
  const [actual, desired] = [await schemaOf(before), await schemaOf(after)];
  const changes = diff(actual, desired, { traits });
  const facts = await db.scratch(async () => {
    await db.exec(before);
    return observe(db, planChanges(changes, { actual, desired }), actual);
  });
  const inUse = new Set(actual.objects.keys());
  const online = { version: postgres, inUse, facts, lockTimeout: '5s' };
  return [planChanges(changes, { actual, desired }, { online }), actual];
}

const RESET = `drop schema if exists app, other, public cascade; create schema public`;

describe('online plans', () => {
  let db: Database;

  beforeAll(async () => {
    db = await openEmbedded();
  });
  afterAll(() => db.close());

  it.each(files)('%s', async (name) => {
    const source = read(name);
    await db.exec(RESET);
    const [plan, actual] = await planFor(db, source);
    const rendered = render(source, plan);
    if (process.env['UPDATE']) writeFileSync(join(directory, name), rendered);
    else expect(rendered).toBe(readFileSync(join(directory, name), 'utf8'));
    await db.exec(source.before);
    expect(await runApart(db, plan.up)).toBeNull();
    const after = await introspect(db);
    expect(diff(after, plan.expected, { traits })).toEqual([]);
    expect(await runApart(db, plan.down)).toBeNull();
    expect(diff(await introspect(db), actual, { traits })).toEqual([]);
  });
});

/** Locks that keep writers out, and the work that is done under them. */
const LOUD = ['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'];
const WORK =
  /^(rewriting table|verifying table|building index|validating foreign key constraint) (?!.*\bpg_)/;

describe.skipIf(postgresBinaries() === null)('online plans on a server', () => {
  let server: PostgresServer;
  let db: Database;
  let client: pg.Client;
  let heard: string[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    db = await openServer(server.url);
    client = new pg.Client({ connectionString: server.url });
    client.on('notice', ({ message }) => heard.push(message ?? ''));
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.close();
    await server.stop();
  });

  /** Tables on which this session holds a lock that keeps writers out. */
  async function held(known: readonly string[]): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
      `select distinct relation::regclass::text as name from pg_locks
         where pid = pg_backend_pid() and mode = any ($1) and relation::text = any ($2)`,
      [LOUD, known],
    );
    return rows.map(({ name }) => name);
  }

  /** Runs a migration; returns the tables that were held while a statement took its time. */
  async function watch(
    { steps, transactional }: PlannedMigration,
    known: string[],
  ): Promise<string[]> {
    const found: string[] = [];
    if (transactional) await client.query('begin');
    for (const { sql } of steps) {
      heard = [];
      await client.query('set client_min_messages = debug1');
      await client.query(sql);
      await client.query('set client_min_messages = notice');
      const works = heard.some((message) => WORK.test(message));
      if (transactional && works) found.push(...(await held(known)));
    }
    if (transactional) await client.query('commit');
    return found;
  }

  it.for(files)('%s', async (name, { skip }) => {
    const source = read(name);
    await db.exec(RESET);
    const planned = source.postgres > 15 ? null : await planFor(db, source);
    if (!planned) {
      skip('the server is too old for it');
      return;
    }
    const [plan, actual] = planned;
    await db.exec(source.before);
    const { rows } = await client.query<{ oid: string }>(
      `select oid::text from pg_class where relkind in ('r', 'p', 'm') and oid >= 16384`,
    );
    const known = rows.map(({ oid }) => oid);
    const found: string[] = [];
    try {
      for (const migration of migrationsOf(plan.up)) found.push(...(await watch(migration, known)));
    } finally {
      // What a failure leaves open would keep the next case waiting.
      await client.query('rollback');
    }
    expect([...new Set(found)].sort()).toEqual(source.holds);
    expect(diff(await introspect(db), plan.expected, { traits })).toEqual([]);
    expect(await runApart(db, plan.down)).toBeNull();
    expect(diff(await introspect(db), actual, { traits })).toEqual([]);
  });
});
