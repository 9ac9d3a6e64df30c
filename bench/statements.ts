// The table of statements that the tests hold to a real server, judged by our rules and by squawk's:
//   node bench/statements.ts [--details]
//
// A server decides what is dangerous (PostgreSQL 15 where its programs are here, else the table's word): a
// statement that the server refuses in a transaction, that fails on rows, that loses rows or values, or
// that writes a table anew, builds an index or reads a table whole while an older relation is locked so
// that writers wait (SHARE or stronger). Everything else is harmless: a brief lock, reading beside others.
//
// Both tools are given each statement alone, as a migration in a transaction, and all rules that are on
// by themselves. An alarm is what a rule says of a danger of the statement itself. What is said of
// timeouts, of taste, and of code elsewhere (a rename) counts for neither; of ours these are the hazards
// data-loss, rewrite, lock and failure, as a warning or an error.
//
// Ours fills the tables with rows of its own: those by which the server decided are taken away.
import { introspect } from '../src/catalog/introspect.ts';
import type { Database } from '../src/database/database.ts';
import { openEmbedded } from '../src/database/embedded.ts';
import { judge as effectsOf, type Located } from '../src/database/transaction-rules.ts';
import { rehearse } from '../src/rehearse/rehearse.ts';
import { Session } from '../src/rehearse/session.ts';
import type { Trace } from '../src/rehearse/trace.ts';
import { removeRows, seedBoth, type Seeding } from '../src/rows/rows.ts';
import { judge, SMALL_TABLE, type Judged } from '../src/rules/judge.ts';
import type { Schema } from '../src/schema/objects.ts';
import { postgresBinaries, startPostgres } from '../__tests__/support/postgres-server.ts';
import { ServerObserver } from '../__tests__/support/server-observation.ts';
import {
  tableEntries,
  tableSchema,
  type StatementClass,
  type TableEntry,
} from '../__tests__/support/statement-table.ts';
import { installPeers } from './peers/install.ts';
import { findSquawk } from './peers/squawk.ts';

const ROWS = 50;
const details = process.argv.includes('--details');

/** What a statement of the table is, and who sees a danger in it, by their rules. */
interface Verdict {
  readonly entry: TableEntry;
  readonly kind: StatementClass;
  readonly dangerous: boolean;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

const BLOCKING = ['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'];
const AT_ONCE = new Set<StatementClass>(['refused', 'fails on data', 'loses data']);

interface Truth {
  readonly kind: StatementClass;
  readonly dangerous: boolean;
}

async function truths(entries: readonly TableEntry[]): Promise<Truth[]> {
  if (postgresBinaries() === null) throw new Error('no programs of PostgreSQL are on this machine');
  const server = await startPostgres();
  try {
    const observer = await ServerObserver.open(server.url, tableSchema());
    try {
      const found: Truth[] = [];
      for (const entry of entries) found.push(await truthOf(observer, entry));
      return found;
    } finally {
      await observer.close();
    }
  } finally {
    await server.stop();
  }
}

async function truthOf(observer: ServerObserver, entry: TableEntry): Promise<Truth> {
  const { class: kind, locks } = await observer.observe(entry);
  if (AT_ONCE.has(kind)) return { kind, dangerous: true };
  if (kind === 'brief') return { kind, dangerous: false };
  // What an earlier statement of the transaction locked is locked still.
  const [first] = entry.before;
  const held =
    first === undefined ? [] : (await observer.observe({ ...entry, before: [], sql: first })).locks;
  const blocks = [...locks, ...held].some((lock) =>
    BLOCKING.includes(lock.slice(lock.indexOf(' ') + 1)),
  );
  return { kind, dangerous: blocks };
}

/** The same database, where a transaction of the session is a savepoint of one that is rolled back. */
function nested(db: Database): Database {
  const words: Readonly<Record<string, string>> = {
    begin: 'savepoint nested',
    commit: 'release savepoint nested',
  };
  const inside = (sql: string): string => words[sql] ?? sql;
  return { ...db, exec: (sql) => db.exec(inside(sql)), watch: (sql) => db.watch(inside(sql)) };
}

const EMPTIED = `set session_replication_role = replica;
  do $$ declare one record; begin
    for one in select oid::regclass as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('delete from %s', one.name);
    end loop;
  end $$;
  set session_replication_role = origin`;

async function ourAlarms(entries: readonly TableEntry[]): Promise<string[][]> {
  const db = await openEmbedded();
  try {
    await db.exec(tableSchema());
    await db.exec(EMPTIED);
    const base = await introspect(db);
    const snapshot = await db.snapshot();
    const { edge } = await seedBoth(db, { rows: ROWS });
    const found: string[][] = [];
    for (const { before, sql } of entries) {
      const texts = [...before, sql].map((text, index) => {
        return { sql: text, place: { file: '1.sql', line: index + 1 } };
      });
      const apart = (await effectsOf(texts)).some(({ effect }) => effect === 'refuses');
      const judged = apart
        ? await onCopies(() => openEmbedded({ from: snapshot }), texts, base)
        : await db.scratch(() => inScratch(db, texts, { base, edge }));
      await db.run(['deallocate plumbline_look']);
      found.push(alarmsOf(judged, texts.length));
    }
    return found;
  } finally {
    await db.close();
  }
}

/** What refuses to run in a transaction is rehearsed as a check does it, on a database of its own. */
async function onCopies(
  open: () => Promise<Database>,
  statements: readonly Located[],
  base: Schema,
): Promise<Judged[]> {
  const migration = { name: '1', file: '1.sql', statements };
  const trace = await rehearse(open, [migration], { transactions: 'one each', except: [] });
  return judgeAlone(trace, base, base);
}

async function inScratch(
  db: Database,
  texts: readonly Located[],
  { base, edge }: { readonly base: Schema; readonly edge: Seeding },
): Promise<Judged[]> {
  const session = await Session.open(nested(db), { transactions: 'one each' }, () =>
    removeRows(db, edge),
  );
  const statements = await session.run(texts, true);
  const trace = { migrations: [{ name: '1', file: '1.sql', statements }], unfilled: [] };
  return judgeAlone(trace, base, session.stopped ? base : await introspect(db));
}

function judgeAlone(trace: Trace, base: Schema, head: Schema): Promise<Judged[]> {
  return judge(
    {
      trace,
      base,
      head,
      used: null,
      precedent: null,
      postgres: null,
      sizes: null,
      wrapped: new Set(['1']),
    },
    { level: () => null, exception: () => null, smallTable: SMALL_TABLE },
  );
}

const HAZARDS: readonly string[] = ['data-loss', 'rewrite', 'lock', 'failure'];

function alarmsOf(judged: readonly Judged[], line: number): string[] {
  return judged
    .map(({ finding }) => finding)
    .filter((finding) => finding.line === line && finding.severity !== 'note')
    .filter(({ hazard, rule }) => HAZARDS.includes(hazard) && rule !== 'missing-lock-timeout')
    .map(({ rule }) => rule);
}

type Who = 'ours' | 'theirs';

function rowOf(tool: string, verdicts: readonly Verdict[], who: Who): Record<string, unknown> {
  const dangerous = verdicts.filter((one) => one.dangerous);
  const harmless = verdicts.filter((one) => !one.dangerous);
  const caught = dangerous.filter((one) => one[who].length > 0).length;
  return {
    tool,
    dangerous: dangerous.length,
    caught,
    missed: dangerous.length - caught,
    harmless: harmless.length,
    'false alarms': harmless.filter((one) => one[who].length > 0).length,
  };
}

function printDetails(verdicts: readonly Verdict[], who: Who): void {
  for (const { entry, kind, dangerous, ...alarms } of verdicts) {
    const rules = alarms[who];
    if (dangerous === rules.length > 0) continue;
    console.log(
      `${who} ${dangerous ? 'missed' : 'alarm'} (${kind}) ${entry.title} ${rules.join(' ')}`,
    );
  }
}

installPeers();
const entries = tableEntries();
const truth = await truths(entries);
const ours = await ourAlarms(entries);
const squawk = findSquawk();
const theirs =
  typeof squawk === 'string'
    ? null
    : squawk.dangers(entries.map(({ before, sql }) => [...before, sql]));
const verdicts = entries.flatMap((entry, index): Verdict[] => {
  const one = truth[index];
  return one === undefined
    ? []
    : [{ entry, ...one, ours: ours[index] ?? [], theirs: theirs?.[index] ?? [] }];
});
console.table([
  rowOf('plumbline', verdicts, 'ours'),
  ...(typeof squawk === 'string' ? [] : [rowOf(squawk.version, verdicts, 'theirs')]),
]);
if (typeof squawk === 'string') console.log(`squawk is absent: ${squawk}`);
const kinds = [...new Set(verdicts.map(({ kind }) => kind))];
console.log('by what the server showed; alarms on those that are dangerous:');
console.table(
  kinds.map((kind) => {
    const all = verdicts.filter((one) => one.kind === kind && one.dangerous);
    return {
      class: kind,
      dangerous: all.length,
      ours: all.filter((one) => one.ours.length > 0).length,
      squawk: theirs === null ? '-' : all.filter((one) => one.theirs.length > 0).length,
    };
  }),
);
if (details) for (const who of ['ours', 'theirs'] as const) printDetails(verdicts, who);
