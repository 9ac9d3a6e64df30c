// Holds what a plan makes on a real server against what the SQL itself makes there: by our own reading,
// up and down, and by pg_dump.
import { traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import type { Transition } from '../../src/catalog/kind.ts';
import { DatabaseError, type Database } from '../../src/database/database.ts';
import { openServer } from '../../src/database/server.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { runApart, runTogether } from '../../src/plan/run.ts';
import { settle } from '../../src/plan/settle.ts';
import { isOneTransaction } from '../../src/plan/step.ts';
import { diff } from '../../src/schema/diff.ts';
import type { Change, Schema } from '../../src/schema/objects.ts';
import { dump, dumpDifference } from './dump.ts';
import { startPostgres } from './postgres-server.ts';
import { ROLES } from './random-schema/security-makers.ts';
import { DROP_REST, setAside, shelves, spareDatabase } from './random-schema/spare-database.ts';

export interface Sides {
  readonly before: string;
  readonly after: string;
  /** Plans on a database at the actual state, which is left so; without it as where nothing was renamed. */
  readonly plan?: (db: Database, transition: Transition) => Promise<Plan>;
  /** Only read by us where false; else by pg_dump as well. */
  readonly isDumped?: boolean;
}

export type Outcome =
  /** Where the server has no word for something, or not the extension. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' | 'manual'; readonly plan: Plan }
  | { readonly kind: 'different'; readonly problem: string; readonly plan: Plan | null };

export interface Referee {
  compare(sides: Sides): Promise<Outcome>;
  /** Dumped together: a dump costs more than what is in it. For what makes nothing outside of schemas. */
  compareAll(cases: readonly Sides[]): Promise<Outcome[]>;
  stop(): Promise<void>;
}

/** Syntax, features, objects, files, parameters and functions that the server doesn't have. */
const UNKNOWN_THERE = ['42601', '0A000', '42704', '58P01', '22023', '42883'];

/** One where the SQL of the wanted side runs, one where plans do. */
interface Places {
  readonly wanted: Place;
  readonly planned: Place;
  readonly owner: Database;
}

interface Place {
  open(): Promise<At>;
  close(): Promise<void>;
}

interface At {
  readonly db: Database;
  readonly url: string;
}

/** Starts a server on which schemas are compared. */
export async function openReferee(): Promise<Referee> {
  const server = await startPostgres();
  const { url } = server;
  const owner = await openServer(url);
  await owner.exec(ROLES.map((role) => `create role ${role}`).join('; '));
  const places = { wanted: placeOn(url), planned: placeOn(url), owner };
  return {
    compare: (sides) => compare(places, sides),
    compareAll: (cases) => compareAll(places, cases),
    stop: async () => {
      await places.wanted.close();
      await places.planned.close();
      await owner.close();
      await server.stop();
    },
  };
}

function placeOn(server: string): Place {
  const spare = spareDatabase(() => openServer(server, { temporary: true }));
  return {
    open: async () => {
      const db = await spare.open();
      const [row] = await db.query<{ name: string }>('select current_database() as name');
      const own = new URL(server);
      own.pathname = `/${row?.name ?? ''}`;
      return { db, url: own.href };
    },
    close: () => spare.close(),
  };
}

/** From before to after, and back, read and dumped and held against what was to be reached. */
async function compare({ wanted, planned, owner }: Places, sides: Sides): Promise<Outcome> {
  const there = await wanted.open();
  const asked = await unlessUnknown(async () => {
    await there.db.exec(sides.after);
    return { schema: await introspect(there.db), dump: await dump(there.url) };
  });
  await emptied(there, owner);
  if (asked === null) return { kind: 'unknown' };
  const here = await planned.open();
  const outcome = await unlessUnknown(async (): Promise<Outcome> => {
    const arrived = await arrive(here.db, sides, asked.schema);
    if (arrived.kind !== 'same') return arrived;
    if (sides.isDumped === false) return arrived;
    const difference = dumpDifference(asked.dump, await dump(here.url));
    return difference === '' ? arrived : { ...arrived, kind: 'different', problem: difference };
  });
  await emptied(here, owner);
  return outcome ?? { kind: 'unknown' };
}

async function compareAll(places: Places, cases: readonly Sides[]): Promise<Outcome[]> {
  const there = await places.wanted.open();
  const here = await places.planned.open();
  for (const { db } of [there, here]) await db.exec(shelves(cases.length));
  const outcomes: Outcome[] = [];
  for (const [at, sides] of cases.entries()) {
    outcomes.push(await besides({ there: there.db, here: here.db }, sides, at));
  }
  const difference = dumpDifference(await dump(there.url), await dump(here.url));
  await emptied(there, places.owner);
  await emptied(here, places.owner);
  if (difference === '' || outcomes.some(({ kind }) => kind === 'different')) return outcomes;
  const alone: Outcome[] = [];
  for (const sides of cases) alone.push(await compare(places, sides));
  if (alone.some(({ kind }) => kind === 'different')) return alone;
  return [{ kind: 'different', problem: `together: ${difference}`, plan: null }];
}

/** Leaves both sides in the databases, where what comes next doesn't meet them. */
async function besides(
  { there, here }: { readonly there: Database; readonly here: Database },
  sides: Sides,
  at: number,
): Promise<Outcome> {
  const outcome = await unlessUnknown(async () => {
    await there.exec(sides.after);
    return arrive(here, sides, await introspect(there));
  });
  const isKept = outcome?.kind === 'same' && sides.isDumped !== false;
  const leave = isKept ? setAside(at) : DROP_REST;
  await there.exec(leave);
  await here.exec(leave);
  return outcome ?? { kind: 'unknown' };
}

/** Leaves the database as the plan makes it, where all but a dump says that this is as it should be. */
async function arrive(db: Database, sides: Sides, desired: Schema): Promise<Outcome> {
  await db.exec(sides.before);
  const actual = await introspect(db);
  const plan = await (sides.plan ?? planWithoutRenames)(db, { actual, desired });
  if (plan.manual.length > 0) return { kind: 'manual', plan };
  const problem = await problemOf(db, plan, { actual, desired });
  return problem === null ? { kind: 'same', plan } : { kind: 'different', problem, plan };
}

async function planWithoutRenames(db: Database, transition: Transition): Promise<Plan> {
  const found = diff(transition.actual, transition.desired, { traits });
  const { changes, respelled } = await settle(db, found, transition);
  return planChanges(changes, transition, { respelled });
}

async function problemOf(
  db: Database,
  plan: Plan,
  { actual, desired }: Transition,
): Promise<string | null> {
  const up = await runApart(db, plan.up);
  if (up) return `up: ${up.error.message} in ${up.sql ?? 'commit'}`;
  const reached = await introspect(db);
  const left = [desired, plan.expected].flatMap((wanted) => diff(reached, wanted, { traits }));
  if (left.length > 0) return `up leaves ${inWords(left)}`;
  return isOneTransaction(plan.down) ? db.scratch(() => wayBack(db, plan, actual)) : null;
}

async function wayBack(db: Database, plan: Plan, actual: Schema): Promise<string | null> {
  const down = await runTogether(db, plan.down);
  if (down) return `down: ${down.error.message} in ${down.sql ?? 'commit'}`;
  const left = diff(await introspect(db), actual, { traits });
  return left.length > 0 ? `down leaves ${inWords(left)}` : null;
}

function inWords(changes: readonly Change[]): string {
  return changes.map(({ op, object, reason }) => `${op} ${object} (${reason})`).join('; ');
}

async function unlessUnknown<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && UNKNOWN_THERE.includes(error.code)) return null;
    throw error;
  }
}

/** Empties a database, and removes the roles that were made there: they are the whole server's. */
async function emptied({ db }: At, owner: Database): Promise<void> {
  await db.close();
  const kept = ROLES.map((role) => `'${role}'`).join(', ');
  const roles = await owner.query<{ name: string }>(
    `select quote_ident(rolname) as name from pg_roles
     where rolname !~ '^pg_' and not rolsuper and rolname not in (${kept})`,
  );
  if (roles.length > 0) await owner.exec(`drop role ${roles.map(({ name }) => name).join(', ')}`);
}
