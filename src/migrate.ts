// Applies pending migrations the way the tool's own migrator would, in its own ledger.
import type { Database } from './database/database.ts';
import { DatabaseError } from './database/database.ts';
import type { Ledger, Migration, MigrationSet, MigrationStatement } from './tools/tool.ts';
import type { Progress } from './progress.ts';

/** One number for every Plumbline: only one of them migrates a server at a time. */
const lockKey = 7_258_662_353;

/** Postgres's code for a statement that refuses to run in a transaction. */
const activeTransaction = '25001';

interface MigrationFailure {
  readonly migration: Migration;
  readonly statement: MigrationStatement;
  readonly error: DatabaseError;
}

export interface MigrateResult {
  readonly applied: readonly Migration[];
  readonly failure: MigrationFailure | null;
}

/** The migrations that the tool's migrator would still apply. */
export async function pendingMigrations(
  database: Database,
  set: MigrationSet,
): Promise<readonly Migration[]> {
  const rows = (await hasLedger(database, set)) ? await database.query(set.ledger.read) : [];
  return set.ledger.pending(rows);
}

/**
 * Applies what is pending, each migration in a transaction of its own together with its entry in the
 * ledger. Stops at the first that fails; that one leaves nothing behind, unless one of its statements
 * can't run in a transaction.
 */
export async function migrate(
  database: Database,
  set: MigrationSet,
  progress: Progress,
): Promise<MigrateResult> {
  await database.query('select pg_advisory_lock($1)', [lockKey]);
  try {
    if (!(await hasLedger(database, set))) {
      for (const sql of set.ledger.create) await database.exec(sql);
    }
    const pending = await pendingMigrations(database, set);
    const applied: Migration[] = [];
    for (const migration of pending) {
      progress.phase('applying', `${migration.name} (${applied.length + 1} of ${pending.length})`);
      const failure = await applyOne(database, set.ledger, migration);
      if (failure !== null) return { applied, failure };
      applied.push(migration);
    }
    return { applied, failure: null };
  } finally {
    await database.query('select pg_advisory_unlock($1)', [lockKey]);
  }
}

async function hasLedger(database: Database, { bookkeeping }: MigrationSet): Promise<boolean> {
  const rows = await database.query(
    'select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace ' +
      'where n.nspname = $1 and c.relname = $2',
    [bookkeeping.schema, bookkeeping.table],
  );
  return rows.length > 0;
}

async function applyOne(
  database: Database,
  ledger: Ledger,
  migration: Migration,
): Promise<MigrationFailure | null> {
  await database.exec('begin');
  const failure = await runStatements(database, migration);
  if (failure === null) {
    await record(database, ledger, migration);
    await database.exec('commit');
    return null;
  }
  await database.exec('rollback');
  if (failure.error.code !== activeTransaction) return failure;
  const outside = await runStatements(database, migration);
  if (outside === null) await record(database, ledger, migration);
  return outside;
}

async function runStatements(
  database: Database,
  migration: Migration,
): Promise<MigrationFailure | null> {
  const result = await database.run(migration.statements.map(({ sql }) => sql));
  if (result.ok) return null;
  const statement = migration.statements[result.index];
  if (statement === undefined) throw result.error;
  return { migration, statement, error: result.error };
}

async function record(database: Database, ledger: Ledger, migration: Migration): Promise<void> {
  const { sql, parameters } = ledger.record(migration);
  await database.query(sql, parameters);
}
