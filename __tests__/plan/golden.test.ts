// Every file of golden/ is a case: the SQL before and after, and what must come of it. The loop is
// closed for each: apply, introspect, nothing left; plan again, nothing; down, as before.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, traits } from '../../src/catalog/index.ts';
import { introspect } from '../../src/catalog/introspect.ts';
import { DatabaseError, type Database } from '../../src/database/database.ts';
import { decideRenames } from '../../src/decided-renames.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { openServer } from '../../src/database/server.ts';
import { planChanges, type Plan } from '../../src/plan/plan.ts';
import { settle } from '../../src/plan/settle.ts';
import { isOneTransaction, migrationsOf, type Step } from '../../src/plan/step.ts';
import { diff } from '../../src/schema/diff.ts';
import { identityOf } from '../../src/schema/identity.ts';
import type { Change, Schema } from '../../src/schema/objects.ts';
import type { RenameDecision } from '../../src/schema/rename-decisions.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';

const directory = join(import.meta.dirname, 'golden');
const files = readdirSync(directory).filter((name) => name.endsWith('.sql'));

/** Sections by name: each begins with a comment line that is its name. */
function sections(text: string): Map<string, string> {
  const parts = text.split(/^-- (before|after|renames|changes|plan|down|irreversible)\n/m);
  const found = new Map<string, string>([['title', parts[0] ?? '']]);
  for (let i = 1; i < parts.length; i += 2) found.set(parts[i] ?? '', (parts[i + 1] ?? '').trim());
  return found;
}

function render(source: Map<string, string>, changes: readonly Change[], plan: Plan): string {
  const steps = (list: readonly Step[]): string =>
    migrationsOf(list)
      .map((migration) => migration.steps.map(({ sql }) => sql).join('\n'))
      .join('\n-- commit\n') || '-- nothing';
  const lines = changes.map(
    ({ op, kind, object, weight, reason }) =>
      `-- ${op} ${kind} ${identityOf(object)} [${weight}]: ${reason}`,
  );
  const body = [
    `-- before\n${source.get('before') ?? ''}`,
    `-- after\n${source.get('after') ?? ''}`,
    ...(source.has('renames') ? [`-- renames\n${source.get('renames') ?? ''}`] : []),
    `-- changes\n${lines.join('\n') || '-- nothing'}`,
    `-- plan\n${steps(plan.up)}`,
    `-- down\n${steps(plan.down)}`,
    ...(plan.irreversible.length > 0
      ? [`-- irreversible\n${plan.irreversible.map((line) => `-- ${line}`).join('\n')}`]
      : []),
  ];
  return `${source.get('title') ?? ''}${body.join('\n')}\n`;
}

const textOf = (file: string): string => readFileSync(join(directory, file), 'utf8');

/** The two schemas of a case, as one database tells them. */
async function sidesOf(db: Database, source: Map<string, string>): Promise<[Schema, Schema]> {
  const schemaOf = (section: string): Promise<Schema> =>
    db.scratch(async () => {
      await db.exec(source.get(section) ?? '');
      return introspect(db);
    });
  return [await schemaOf('before'), await schemaOf('after')];
}

/** What a case says was renamed, in lines such as `-- column public.t.a -> public.t.b`. */
function decisionsIn(source: Map<string, string>): RenameDecision[] {
  const lines = source.get('renames')?.split('\n') ?? [];
  return lines.map((text) => {
    const [, kind = '', from = '', to = ''] = /^-- ([a-z ]+) (\S.*) -> (\S.*)$/.exec(text) ?? [];
    const where = { file: null, line: null, way: 'option', shared: false } as const;
    return { kind, from: [from], to, source: { text, ...where } };
  });
}

const scope = { kinds: Object.keys(kinds), silent: {}, external: [] };
const bookkeeping = { schema: 'drizzle', table: '__drizzle_migrations' };

/** The plan of a case, as `check` makes it. */
async function planned(
  db: Database,
  source: Map<string, string>,
  [migrated, desired]: [Schema, Schema],
): Promise<{ changes: readonly Change[]; plan: Plan }> {
  return db.scratch(async () => {
    await db.exec(source.get('before') ?? '');
    const options = { actual: migrated, desired, scope, bookkeeping };
    const decided = await decideRenames(db, decisionsIn(source), options);
    expect(decided.wrong).toEqual([]);
    const { actual, steps: renames } = decided;
    const found = diff(actual, desired, { traits });
    const { changes, respelled } = await settle(db, found, { actual, desired, renames });
    const plan = planChanges(changes, { actual, desired }, { renames, respelled });
    return { changes: [...decided.changes, ...changes], plan };
  });
}

async function run(db: Database, steps: readonly Step[]): Promise<void> {
  const result = await db.run(steps.map((step) => step.sql));
  expect(
    result.ok ? null : `${result.error.message}: ${steps[result.index]?.sql ?? ''}`,
  ).toBeNull();
}

/** Up, nothing left; down, as before. What can't share a transaction is left to the proof's own test. */
async function closeLoop(
  db: Database,
  before: string,
  sides: [Schema, Schema],
  plan: Plan,
): Promise<void> {
  if (!isOneTransaction(plan.up) || !isOneTransaction(plan.down)) return;
  const [actual, desired] = sides;
  await db.scratch(async () => {
    await db.exec(before);
    await run(db, plan.up);
    const after = await introspect(db);
    expect(diff(after, desired, { traits })).toEqual([]);
    expect(diff(after, plan.expected, { traits })).toEqual([]);
    await run(db, plan.down);
    expect(diff(await introspect(db), actual, { traits })).toEqual([]);
  });
}

describe('golden plans', () => {
  let db: Database;

  beforeAll(async () => {
    db = await openEmbedded({ extensions: ['vector', 'citext', 'pg_trgm'] });
    await db.exec('create role app_user; create role app_admin');
  });
  afterAll(() => db.close());

  it.each(files)('%s', async (name) => {
    const text = textOf(name);
    const source = sections(text);
    const sides = await sidesOf(db, source);
    const { changes, plan } = await planned(db, source, sides);
    const rendered = render(source, changes, plan);
    if (process.env['UPDATE']) writeFileSync(join(directory, name), rendered);
    else expect(rendered).toBe(text);
    await closeLoop(db, source.get('before') ?? '', sides, plan);
  });
});

/** Codes of what an older server has no word for, or an extension it hasn't. */
const UNKNOWN_THERE = ['42601', '0A000', '42704', '58P01', '22023'];

describe.skipIf(postgresBinaries() === null)('golden plans on a server', () => {
  let server: PostgresServer;
  let db: Database;

  beforeAll(async () => {
    server = await startPostgres();
    db = await openServer(server.url, { temporary: true });
    await db.exec('create role app_user; create role app_admin');
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
  });

  it.for(files)('%s', async (name, { skip }) => {
    const source = sections(textOf(name));
    const sides = await sidesOf(db, source).catch((error: unknown) => {
      if (error instanceof DatabaseError && UNKNOWN_THERE.includes(error.code)) return null;
      throw error;
    });
    if (!sides) {
      skip('the server is too old for it');
      return;
    }
    const { plan } = await planned(db, source, sides);
    await closeLoop(db, source.get('before') ?? '', sides, plan);
  });
});
