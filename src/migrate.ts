// Applies pending migrations the way the tool's own migrator would, in its own ledger.
import type { Database } from './database/database.ts';
import { DatabaseError } from './database/database.ts';
import { splitStatements } from './database/statements.ts';
import { EnvironmentError } from './errors.ts';
import type { Place } from './schema/objects.ts';
import type { Ledger, Migration, MigrationSet, MigrationStatement } from './tools/tool.ts';
import type { Progress } from './progress.ts';

/** One number for every Plumbline: only one of them migrates a server at a time. */
const lockKey = 7_258_662_353;

/** Postgres's code for a statement that refuses to run in a transaction. */
const activeTransaction = '25001';

/** What a migration may have set for its session must reach neither the ledger nor the next one. */
const resetSession = ['reset session authorization', 'reset role', 'reset all'];

export interface MigrationFailure {
  readonly migration: Migration;
  readonly place: Place;
  readonly error: DatabaseError;
  /** How many of its statements stay applied, without an entry in the ledger. */
  readonly kept: number;
}

export interface MigrateResult {
  readonly applied: readonly Migration[];
  readonly failure: MigrationFailure | null;
}

interface MigrateOptions {
  readonly progress: Progress;
  /** How long to wait for another Plumbline to finish. */
  readonly waitMs: number;
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
  { progress, waitMs }: MigrateOptions,
): Promise<MigrateResult> {
  await lock(database, waitMs);
  try {
    // Also where it is there already: an older tool may have left it in an older shape.
    for (const sql of set.ledger.create) await database.exec(sql);
    const pending = await pendingMigrations(database, set);
    const applied: Migration[] = [];
    for (const migration of pending) {
      progress.phase('applying', `${migration.name} (${applied.length + 1} of ${pending.length})`);
      const failure = await applyOne(database, set, migration);
      if (failure !== null) return { applied, failure };
      applied.push(migration);
    }
    return { applied, failure: null };
  } finally {
    // A connection that is lost has lost its locks as well.
    await database.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
  }
}

async function lock(database: Database, waitMs: number): Promise<void> {
  const end = performance.now() + waitMs;
  for (;;) {
    const [row] = await database.query('select pg_try_advisory_lock($1) as taken', [lockKey]);
    if (row?.['taken'] === true) return;
    if (performance.now() > end) {
      throw new EnvironmentError(
        'another plumbline is migrating this server and does not finish',
        'Wait for it to end, or end it, and run again.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
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
  set: MigrationSet,
  migration: Migration,
): Promise<MigrationFailure | null> {
  const { ledger } = set;
  const statements =
    migration.baseline && (await holdsTables(database, set)) ? [] : migration.statements;
  await database.exec('begin');
  const failure =
    (await runStatements(database, migration, statements)) ??
    (await finish(database, ledger, migration, ['commit']));
  if (failure === null) return null;
  await database.exec('rollback');
  await database.run(resetSession);
  if (failure.error.code !== activeTransaction) return { ...failure, kept: 0 };
  return applyOutside(database, ledger, migration);
}

/** Whether there is any table beside the tool's own. */
async function holdsTables(database: Database, { bookkeeping }: MigrationSet): Promise<boolean> {
  const rows = await database.query(
    'select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace ' +
      "where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)' " +
      'and (n.nspname, c.relname) <> ($1, $2) limit 1',
    [bookkeeping.schema, bookkeeping.table],
  );
  return rows.length > 0;
}

/** One statement at a time, for even two in one message would be a transaction. */
async function applyOutside(
  database: Database,
  ledger: Ledger,
  migration: Migration,
): Promise<MigrationFailure | null> {
  const statements: MigrationStatement[] = [];
  for (const { sql, place } of migration.statements) {
    for (const part of await splitStatements(sql)) {
      const line = place.line + sql.slice(0, part.offset).split('\n').length - 1;
      statements.push({ sql: part.sql, place: { file: place.file, line } });
    }
  }
  return (
    (await runStatements(database, migration, statements)) ??
    (await finish(database, ledger, migration, []))
  );
}

async function runStatements(
  database: Database,
  migration: Migration,
  statements: readonly MigrationStatement[],
): Promise<MigrationFailure | null> {
  const result = await database.run(statements.map(({ sql }) => sql));
  if (result.ok) return null;
  const { index, error } = result;
  return { migration, place: placeOf(migration, statements[index]), error, kept: index };
}

/** Records the migration; a constraint that is checked at the commit fails here. */
async function finish(
  database: Database,
  ledger: Ledger,
  migration: Migration,
  last: readonly string[],
): Promise<MigrationFailure | null> {
  const { sql, parameters } = ledger.record(migration);
  try {
    for (const reset of resetSession) await database.exec(reset);
    await database.query(sql, parameters);
    for (const text of last) await database.exec(text);
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const place = placeOf(migration, migration.statements.at(-1));
    return { migration, place, error, kept: migration.statements.length };
  }
}

const placeOf = (migration: Migration, statement: MigrationStatement | undefined): Place =>
  statement?.place ?? { file: migration.file, line: 1 };
