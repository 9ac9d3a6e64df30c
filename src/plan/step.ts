// One statement of a plan, and the migration it belongs to.
import type { Transaction } from '../catalog/online.ts';

export interface Step {
  readonly sql: string;
  /** Id of the change it serves. */
  readonly change: string;
  readonly transaction: Transaction;
  /** Number of the migration it belongs to, from 0: what shares one shares a transaction. */
  readonly migration: number;
}

/** Steps that share a transaction, or one that can't run inside of any. */
export interface PlannedMigration {
  readonly steps: readonly Step[];
  readonly transactional: boolean;
}

/** The migrations that a plan's steps make. */
export function migrationsOf(steps: readonly Step[]): PlannedMigration[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const current = groups.at(-1);
    if (current?.[0]?.migration === step.migration) current.push(step);
    else groups.push([step]);
  }
  return groups.map((group) => ({
    steps: group,
    transactional: group.every(({ transaction }) => transaction !== 'never'),
  }));
}

/** Whether all of them can run in one transaction, if need be. */
export function isOneTransaction(steps: readonly Step[]): boolean {
  const [first] = steps;
  return steps.every(
    ({ migration, transaction }) => migration === first?.migration && transaction !== 'never',
  );
}
