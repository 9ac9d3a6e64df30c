// Runs a plan's statements: all in the transaction that is open, or each migration in its own.
import type { Database, DatabaseError } from '../database/database.ts';
import { migrationsOf, type Step } from './step.ts';

export type RunSteps = (db: Database, steps: readonly Step[]) => Promise<StepFailure | null>;

interface StepFailure {
  /** Null where it failed at the commit. */
  readonly sql: string | null;
  readonly error: DatabaseError;
}

/** In the transaction that the caller holds. */
export const runTogether: RunSteps = async (db, steps) => {
  const result = await db.run(steps.map((step) => step.sql));
  return result.ok ? null : { sql: steps[result.index]?.sql ?? null, error: result.error };
};

/** As a migrator does: each migration in a transaction, what can't run in one alone. */
export const runApart: RunSteps = async (db, steps) => {
  for (const migration of migrationsOf(steps)) {
    const texts = migration.steps.map(({ sql }) => sql);
    const begin = migration.transactional ? ['begin'] : [];
    const result = await db.run([
      ...begin,
      ...texts,
      ...(migration.transactional ? ['commit'] : []),
    ]);
    if (result.ok) continue;
    if (migration.transactional) await db.exec('rollback');
    return { sql: texts[result.index - begin.length] ?? null, error: result.error };
  }
  return null;
};
