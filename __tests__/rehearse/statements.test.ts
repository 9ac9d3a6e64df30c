// The table of statements: what the rehearsal observes is what a real server of another version shows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import { judge } from '../../src/database/transaction-rules.ts';
import { Session } from '../../src/rehearse/session.ts';
import type { TracedStatement } from '../../src/rehearse/trace.ts';
import {
  postgresBinaries,
  startPostgres,
  type PostgresServer,
} from '../support/postgres-server.ts';
import { ServerObserver, type Observation } from '../support/server-observation.ts';
import {
  tableEntries,
  tableSchema,
  type StatementClass,
  type TableEntry,
} from '../support/statement-table.ts';

let embedded: Database;
let server: PostgresServer | undefined;
let observer: ServerObserver | undefined;

beforeAll(async () => {
  embedded = await openEmbedded();
  await embedded.exec(tableSchema());
  if (postgresBinaries() === null) return;
  server = await startPostgres();
  observer = await ServerObserver.open(server.url, tableSchema());
});
afterAll(async () => {
  await embedded.close();
  await observer?.close();
  await server?.stop();
});

/** The same database, where a transaction of the session is a savepoint of one that is rolled back. */
function nested(db: Database): Database {
  const words: Readonly<Record<string, string>> = {
    begin: 'savepoint nested',
    commit: 'release savepoint nested',
  };
  const inside = (sql: string): string => words[sql] ?? sql;
  return { ...db, exec: (sql) => db.exec(inside(sql)), watch: (sql) => db.watch(inside(sql)) };
}

async function rehearsed({ before, sql }: TableEntry): Promise<TracedStatement> {
  const running = embedded.scratch(async () => {
    const session = await Session.open(nested(embedded), { transactions: 'one each' }, () =>
      Promise.resolve(),
    );
    const texts = [...before, sql].map((text, index) => {
      return { sql: text, place: { file: 'table.sql', line: index + 1 } };
    });
    return (await session.run(texts, true)).at(-1);
  });
  // What is prepared outlives the transaction.
  const traced = await running.finally(() => embedded.exec('deallocate all'));
  if (traced === undefined) throw new Error('nothing was rehearsed');
  return traced;
}

function factsOf(traced: TracedStatement): Observation {
  const { outcome, locks, rewrites, builds, scans, rows } = traced;
  const old = builds.filter(({ table }) => table.existed);
  const gone = rows.some(
    (effect) => effect.lost > 0 || effect.lostColumns.length > 0 || effect.changed.length > 0,
  );
  const known = rewrites.filter(({ existed }) => existed);
  const read = scans.filter(({ relation }) => relation.existed);
  const passes = outcome.kind === 'passed';
  const seen: StatementClass = gone
    ? 'loses data'
    : known.length > 0
      ? 'rewrite'
      : old.length > 0
        ? 'build'
        : read.length > 0
          ? 'scan'
          : 'brief';
  return {
    class: passes ? seen : outcome.kind === 'failed' ? 'refused' : 'fails on data',
    code: outcome.error?.code ?? null,
    locks: passes
      ? locks
          .filter(({ relation }) => relation.existed)
          .map(({ relation, mode }) => `${relation.name} ${mode}`)
          .sort()
      : [],
    rewrites: passes ? known.map(({ name }) => name).sort() : [],
    builds: passes && old.length > 0,
    scans: passes ? read.map(({ relation }) => relation.name).sort() : [],
  };
}

/** What refuses to run in a transaction is told by its code; what it does alone is for others to see. */
async function refusal({ sql }: TableEntry): Promise<Observation | null> {
  const [judged] = await judge([{ sql, place: { file: 'table.sql', line: 1 } }]);
  if (judged?.effect !== 'refuses') return null;
  const { error } = await embedded.scratch(() => embedded.watch(sql));
  const nothing = { locks: [], rewrites: [], builds: false, scans: [] };
  return { ...nothing, class: 'refused', code: error?.code ?? null };
}

describe('a statement', () => {
  it.each(tableEntries().map((entry) => [entry.title, entry] as const))('%s', async (_, entry) => {
    const ours = (await refusal(entry)) ?? factsOf(await rehearsed(entry));
    expect(ours.class).toBe(entry.class);
    const theirs = await observer?.observe(entry);
    if (theirs === undefined) return;
    expect(theirs.class).toBe(entry.class);
    // What came before has opened some already.
    const open = entry.before.length > 0 ? / ACCESS SHARE$/ : /^$/;
    const locks = ours.locks.filter((lock) => !open.test(lock));
    // Whether a query reads a small table whole is the planner's choice.
    const scans = entry.class === 'scan' ? ours.scans : theirs.scans;
    expect({ ...ours, locks, scans }).toEqual({
      ...theirs,
      locks: theirs.locks.filter((lock) => !open.test(lock)),
    });
  });
});

it('the table holds every class, and enough of each', () => {
  const counts = new Map<string, number>();
  for (const entry of tableEntries()) counts.set(entry.class, (counts.get(entry.class) ?? 0) + 1);
  expect([...counts.values()].every((count) => count >= 20)).toBe(true);
  expect(tableEntries().length).toBeGreaterThanOrEqual(300);
});
