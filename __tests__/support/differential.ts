// Holds what a plan makes on a real server against what the SQL itself makes there, by pg_dump.
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import { DatabaseError, type Database } from '../../src/database/database.ts';
import { openServer } from '../../src/database/server.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { runApart } from '../../src/plan/run.ts';
import { settle } from '../../src/plan/settle.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Schema } from '../../src/schema/objects.ts';
import { dump, dumpDifference } from './dump.ts';
import { startPostgres } from './postgres-server.ts';
import { ROLES } from './random-schema/security-makers.ts';
import { spareDatabase, type SpareDatabase } from './random-schema/spare-database.ts';

export interface Sides {
  readonly before: string;
  readonly after: string;
}

export type Outcome =
  /** `unknown` where the server has no word for something, or not the extension. */
  | { readonly kind: 'same' | 'unknown' | 'manual' }
  | { readonly kind: 'different'; readonly problem: string; readonly plan: Plan };

export interface Referee {
  compare(sides: Sides): Promise<Outcome>;
  stop(): Promise<void>;
}

/** Syntax, features, objects, files, parameters and functions that the server doesn't have. */
const UNKNOWN_THERE = ['42601', '0A000', '42704', '58P01', '22023', '42883'];

/** Starts a server on which schemas are compared. */
export async function openReferee(): Promise<Referee> {
  const server = await startPostgres();
  const owner = await openServer(server.url);
  await owner.exec(ROLES.map((role) => `create role ${role}`).join('; '));
  const spare = spareDatabase(() => openServer(server.url, { temporary: true }));
  return {
    compare: (sides) => compare({ url: server.url, owner, spare }, sides),
    stop: async () => {
      await spare.close();
      await owner.close();
      await server.stop();
    },
  };
}

interface Place {
  readonly url: string;
  readonly owner: Database;
  readonly spare: SpareDatabase;
}

/** From before to after, and back where that is asked for, dumped and held against what was to be reached. */
async function compare(place: Place, { before, after }: Sides): Promise<Outcome> {
  try {
    const desired = await inDatabase(place, async (db, url) => {
      await db.exec(after);
      return { schema: await introspect(db), dump: await dump(url) };
    });
    return await inDatabase(place, async (db, url) => {
      await db.exec(before);
      return upAndDown({ db, url }, desired);
    });
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

interface At {
  readonly db: Database;
  readonly url: string;
}

/** The way back as well: `BOTH_WAYS=1 npx vitest run __tests__/plan/differential` takes twice as long. */
const BOTH_WAYS = process.env['BOTH_WAYS'] !== undefined;

async function upAndDown({ db, url }: At, desired: End): Promise<Outcome> {
  const actual = { schema: await introspect(db), dump: BOTH_WAYS ? await dump(url) : [] };
  const transition = { actual: actual.schema, desired: desired.schema };
  const found = diff(actual.schema, desired.schema, { traits });
  const { changes, respelled } = await settle(db, found, transition);
  const plan = planChanges(changes, transition, { respelled });
  if (plan.manual.length > 0) return { kind: 'manual' };
  const up = await reach({ db, url }, plan.up, desired.dump);
  if (up !== null) return { kind: 'different', problem: `up: ${up}`, plan };
  if (!BOTH_WAYS) return { kind: 'same' };
  const down = await reach({ db, url }, plan.down, actual.dump);
  return down === null ? { kind: 'same' } : { kind: 'different', problem: `down: ${down}`, plan };
}

async function reach(
  { db, url }: At,
  steps: Plan['up'],
  wanted: readonly string[],
): Promise<string | null> {
  const failure = await runApart(db, steps);
  if (failure) return `${failure.error.message} in ${failure.sql ?? 'commit'}`;
  const difference = dumpDifference(wanted, await dump(url));
  return difference === '' ? null : difference;
}

/** Works in an empty database, and removes the roles that were made there. */
async function inDatabase<T>(
  { url, owner, spare }: Place,
  work: (db: Database, url: string) => Promise<T>,
): Promise<T> {
  const db = await spare.open();
  try {
    const [row] = await db.query<{ name: string }>('select current_database() as name');
    const own = new URL(url);
    own.pathname = `/${row?.name ?? ''}`;
    return await work(db, own.href);
  } finally {
    await db.close();
    await dropRoles(owner);
  }
}

/** Roles are the whole server's. */
async function dropRoles(owner: Database): Promise<void> {
  const kept = ROLES.map((role) => `'${role}'`).join(', ');
  const roles = await owner.query<{ name: string }>(
    `select quote_ident(rolname) as name from pg_roles
     where rolname !~ '^pg_' and not rolsuper and rolname not in (${kept})`,
  );
  if (roles.length > 0) await owner.exec(`drop role ${roles.map(({ name }) => name).join(', ')}`);
}
