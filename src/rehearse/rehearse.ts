// Runs new migrations on rows, statement by statement, as their tool would run them, and notes what
// Postgres did: the trace.
import type { Database } from '../database/database.ts';
import { placeAt, type Located } from '../database/transaction-rules.ts';
import { splitStatements } from '../database/statements.ts';
import { removeRows, seedBoth } from '../rows/rows.ts';
import { reachedTables } from './reach.ts';
import { Session, type SessionOptions } from './session.ts';
import type { Trace, TracedMigration, TracedStatement } from './trace.ts';

export interface RehearsedMigration {
  readonly name: string;
  /** From the workspace's root. */
  readonly file: string;
  readonly statements: readonly Located[];
  /** Whether the tool runs it in a transaction, where that is a matter of the file. */
  readonly transaction?: boolean;
}

export interface RehearsalOptions extends SessionOptions {
  /** Ids of tables that get no rows: the tool's own books. */
  readonly except: readonly string[];
}

/** How many ordinary rows each table gets. */
const ROWS = 50;

/**
 * Rehearses migrations with rows in the tables that they reach. Each call of `open` gives a disposable
 * database that holds the schema they build on. Throws `EnvironmentError` when a statement doesn't end.
 */
export async function rehearse(
  open: () => Promise<Database>,
  migrations: readonly RehearsedMigration[],
  options: RehearsalOptions,
): Promise<Trace> {
  const statements = await statementsOf(migrations.flatMap((one) => one.statements));
  const first = await open();
  try {
    const reached = await reachedTables(first, statements);
    const { trace, missed } = await rehearseOn(first, migrations, { ...options, only: reached });
    if (!missed) return trace;
  } finally {
    await first.close();
  }
  // A statement went where nobody expected it: what was seen there was seen on an empty table.
  const second = await open();
  try {
    return (await rehearseOn(second, migrations, { ...options, only: null })).trace;
  } finally {
    await second.close();
  }
}

interface Filled extends RehearsalOptions {
  /** Numbers of the tables that get rows; null for all. */
  readonly only: readonly number[] | null;
}

/** `missed` tells whether a statement reached a table that got no rows. */
export async function rehearseOn(
  db: Database,
  migrations: readonly RehearsedMigration[],
  options: Filled,
): Promise<{ readonly trace: Trace; readonly missed: boolean }> {
  const { except, only } = options;
  const wanted = only === null ? { except } : { except, only };
  const { ordinary, edge } = await seedBoth(db, { rows: ROWS, ...wanted });
  const session = await Session.open(db, { ...options, filled: only }, (oids) => {
    const marks = edge.marks.filter(({ oid }) => oids === null || oids.includes(oid));
    return removeRows(db, { marks });
  });
  const traced: TracedMigration[] = [];
  let last: TracedStatement[] = [];
  for (const migration of migrations) {
    const { name, file, statements } = migration;
    const ran = await session.run(await statementsOf(statements), isWrapped(migration, options));
    traced.push({ name, file, statements: ran });
    if (ran.length > 0) last = ran;
    if (session.stopped) break;
  }
  await session.end(last);
  const unfilled = ordinary.unfilled.map(({ schema, name, reason }) => {
    return { table: `${schema}.${name}`, reason };
  });
  return { trace: { migrations: traced, unfilled }, missed: session.missed };
}

/** Whether the tool opens a transaction for a migration. */
export function isWrapped(
  { transaction }: Pick<RehearsedMigration, 'transaction'>,
  { transactions }: SessionOptions,
): boolean {
  return transaction ?? transactions !== 'none';
}

/** One statement each, with its place in the file. */
export async function statementsOf(texts: readonly Located[]): Promise<Located[]> {
  const all: Located[] = [];
  for (const text of texts) {
    for (const { sql, offset } of await splitStatements(text.sql)) {
      all.push({ sql, place: placeAt(text, offset) });
    }
  }
  return all;
}
