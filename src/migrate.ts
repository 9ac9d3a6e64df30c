// Applies pending migrations the way the tool's own migrator would, in its own ledger.
import type { Database } from './database/database.ts';
import { DatabaseError } from './database/database.ts';
import { splitStatements } from './database/statements.ts';
import { committedBefore, judge, placeAt, type Judged } from './database/transaction-rules.ts';
import { EnvironmentError } from './errors.ts';
import type { Place } from './schema/objects.ts';
import type { Ledger, Migration, MigrationSet } from './tools/tool.ts';
import type { Progress } from './progress.ts';

/** A set whose books can be kept here. */
export type KeptSet = MigrationSet & { readonly ledger: Ledger };

/** One number for every Plumbline: only one of them migrates a server at a time. */
const lockKey = 7_258_662_353;

/** Postgres's codes for a statement that refuses to run in a transaction, and for a procedure that commits. */
const notInTransaction = ['25001', '2D000'];

/** What a migration may have set for its session must reach neither the ledger nor the next one. */
const resetSession = ['reset session authorization', 'reset role', 'reset all'];

export interface MigrationFailure {
  readonly migration: Migration;
  readonly place: Place;
  readonly error: DatabaseError;
  /** How many of its statements stay applied, without an entry in the ledger. */
  readonly kept: number;
  /** The index that the failed statement left behind, invalid; null where there is none. */
  readonly invalidIndex: string | null;
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
  set: KeptSet,
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
  set: KeptSet,
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
  set: KeptSet,
  migration: Migration,
): Promise<MigrationFailure | null> {
  const { ledger } = set;
  const statements =
    migration.baseline && (await holdsTables(database, set)) ? [] : migration.statements;
  const judged = await judge(statements);
  if (judged.some(({ effect }) => effect === 'refuses')) {
    return applyOutside(database, ledger, migration, judged);
  }
  await database.exec('begin');
  const failure =
    (await runStatements(database, migration, judged)) ??
    (await finish(database, ledger, migration, { last: ['commit'], kept: judged.length }));
  if (failure === null) return null;
  await database.exec('rollback');
  await database.run(resetSession);
  // Whatever the file committed itself is there to stay.
  const kept = committedBefore(judged, 0, failure.kept);
  if (kept > 0 || !notInTransaction.includes(failure.error.code)) return { ...failure, kept };
  return applyOutside(database, ledger, migration, await statementsOf(judged));
}

/** Every statement by itself, taken for one that refuses to run in a transaction. */
async function statementsOf(texts: readonly Judged[]): Promise<Judged[]> {
  const statements: Judged[] = [];
  for (const text of texts) {
    for (const { sql, offset } of await splitStatements(text.sql)) {
      statements.push({ sql, place: placeAt(text, offset), effect: 'refuses' });
    }
  }
  return statements;
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

/** What can't run in a transaction by itself, what lies between in transactions. */
async function applyOutside(
  database: Database,
  ledger: Ledger,
  migration: Migration,
  statements: readonly Judged[],
): Promise<MigrationFailure | null> {
  let done = 0;
  for (const group of groupsOf(statements)) {
    const alone = group[0]?.effect === 'refuses';
    if (!alone) await database.exec('begin');
    const failure = await runStatements(database, migration, alone ? group : committed(group));
    if (failure !== null) {
      if (!alone) await database.exec('rollback');
      await database.run(resetSession);
      const kept = done + (alone ? 0 : committedBefore(group, 0, failure.kept));
      return {
        ...failure,
        kept,
        invalidIndex: await invalidIndexOf(database, group[failure.kept]),
      };
    }
    done += group.length;
  }
  return finish(database, ledger, migration, { last: [], kept: done });
}

/** With the commit, at which a constraint may fail that is checked only then. */
function committed(group: readonly Judged[]): Judged[] {
  const place = group.at(-1)?.place ?? { file: '', line: 1 };
  return [...group, { sql: 'commit', place, effect: null }];
}

/** Runs of statements that share a transaction, and those that can't. */
function groupsOf(statements: readonly Judged[]): Judged[][] {
  const groups: Judged[][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    const joins = statement.effect !== 'refuses' && last?.[0]?.effect !== 'refuses';
    if (last && joins) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

/** A failed CREATE INDEX CONCURRENTLY leaves its index behind, which stands in its own way then. */
async function invalidIndexOf(
  database: Database,
  statement: Judged | undefined,
): Promise<string | null> {
  const name =
    /^create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?("(?:[^"]|"")+"|\w+)/i.exec(
      statement?.sql ?? '',
    )?.[1];
  if (name === undefined) return null;
  const bare = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
  const [row] = await database.query(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
       where not i.indisvalid and c.relname = $1`,
    [bare],
  );
  return typeof row?.['name'] === 'string' ? row['name'] : null;
}

async function runStatements(
  database: Database,
  migration: Migration,
  statements: readonly Judged[],
): Promise<MigrationFailure | null> {
  const result = await database.run(statements.map(({ sql }) => sql));
  if (result.ok) return null;
  const { index, error } = result;
  const place = statements[index]?.place ?? { file: migration.file, line: 1 };
  return { migration, place, error, kept: index, invalidIndex: null };
}

/** Records the migration; a constraint that is checked at the commit fails here. */
async function finish(
  database: Database,
  ledger: Ledger,
  migration: Migration,
  { last, kept }: { readonly last: readonly string[]; readonly kept: number },
): Promise<MigrationFailure | null> {
  const { sql, parameters } = ledger.record(migration);
  try {
    for (const reset of resetSession) await database.exec(reset);
    await database.query(sql, parameters);
    for (const text of last) await database.exec(text);
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const place = migration.statements.at(-1)?.place ?? { file: migration.file, line: 1 };
    return { migration, place, error, kept, invalidIndex: null };
  }
}
