// Holds what a plan makes on a real server against what the SQL itself makes there, by pg_dump.
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import { DatabaseError, type Database } from '../../src/database/database.ts';
import { openServer } from '../../src/database/server.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Schema } from '../../src/schema/objects.ts';
import { dump, dumpDifference } from './dump.ts';
import type { PostgresServer } from './postgres-server.ts';
import { ROLES } from './random-schema/security-makers.ts';

export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** `unknown` where the server has no word for something, or not the extension. */
export type Outcome = { readonly kind: 'same' | 'unknown' } | Different;

interface Different {
  readonly kind: 'different';
  readonly problem: string;
  readonly plan: Plan | null;
}

/** Syntax, features, objects, files and parameters that the server doesn't have. */
const UNKNOWN_THERE = ['42601', '0A000', '42704', '58P01', '22023', '42883'];

/** From before to after and back, each end dumped and held against what was to be reached. */
export async function compareByDump(server: PostgresServer, sides: Sides): Promise<Outcome> {
  try {
    const desired = await inDatabase(server, async (db, url) => {
      await db.exec(sides.after);
      return { schema: await introspect(db), dump: await dump(url) };
    });
    return await inDatabase(server, (db, url) => upAndDown(db, url, sides.before, desired));
  } catch (error) {
    if (error instanceof DatabaseError && UNKNOWN_THERE.includes(error.code)) {
      return { kind: 'unknown' };
    }
    throw error;
  }
}

interface End {
  readonly schema: Schema;
  readonly dump: readonly string[];
}

async function upAndDown(
  db: Database,
  url: string,
  before: string,
  desired: End,
): Promise<Outcome> {
  await db.exec(before);
  const actual = { schema: await introspect(db), dump: await dump(url) };
  const changes = diff(actual.schema, desired.schema, { traits });
  const plan = planChanges(changes, { actual: actual.schema, desired: desired.schema });
  // What is left to a person is another test's concern.
  if (plan.manual.length > 0) return { kind: 'same' };
  const up = await reach(db, url, plan.up, desired.dump);
  const problem = up ?? (await reach(db, url, plan.down, actual.dump));
  if (problem === null) return { kind: 'same' };
  return { kind: 'different', problem: `${up === null ? 'down' : 'up'}: ${problem}`, plan };
}

async function reach(
  db: Database,
  url: string,
  steps: Plan['up'],
  wanted: readonly string[],
): Promise<string | null> {
  const result = await db.run(steps.map(({ sql }) => sql));
  if (!result.ok) return `${result.error.message} in ${steps[result.index]?.sql ?? ''}`;
  const difference = dumpDifference(wanted, await dump(url));
  return difference === '' ? null : difference;
}

/** Works in a database of its own, and removes the roles that were made there. */
async function inDatabase<T>(
  server: PostgresServer,
  work: (db: Database, url: string) => Promise<T>,
): Promise<T> {
  const db = await openServer(server.url, { temporary: true });
  try {
    const [row] = await db.query<{ name: string }>('select current_database() as name');
    const url = new URL(server.url);
    url.pathname = `/${row?.name ?? ''}`;
    return await work(db, url.href);
  } finally {
    await db.close();
    await dropRoles(server);
  }
}

/** Roles are the whole server's. */
async function dropRoles(server: PostgresServer): Promise<void> {
  const db = await openServer(server.url);
  const kept = ROLES.map((role) => `'${role}'`).join(', ');
  const roles = await db.query<{ name: string }>(
    `select quote_ident(rolname) as name from pg_roles
     where rolname !~ '^pg_' and not rolsuper and rolname not in (${kept})`,
  );
  if (roles.length > 0) await db.exec(`drop role ${roles.map(({ name }) => name).join(', ')}`);
  await db.close();
}

/** The roles that cases and pairs take for granted. */
export async function createRoles(server: PostgresServer): Promise<void> {
  const db = await openServer(server.url);
  await db.exec(ROLES.map((role) => `create role ${role}`).join('; '));
  await db.close();
}
