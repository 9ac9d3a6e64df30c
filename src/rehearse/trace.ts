// What was observed while a migration ran on rows: the record that rules judge. Names are readable
// (`public.users`), times are in milliseconds.
import type { Place } from '../schema/objects.ts';

/** Every new migration, in the order it ran. */
export interface Trace {
  readonly migrations: readonly TracedMigration[];
  /** Tables that could not be filled: what was observed of them holds for an empty table only. */
  readonly unfilled: readonly UnfilledTable[];
}

interface UnfilledTable {
  readonly table: string;
  /** What stood in the way, in Postgres's words. */
  readonly reason: string;
}

export interface TracedMigration {
  readonly name: string;
  /** From the workspace's root. */
  readonly file: string;
  readonly statements: readonly TracedStatement[];
}

export interface TracedStatement {
  readonly sql: string;
  readonly place: Place;
  /** Number of the transaction it ran in; null where it ran outside of any. */
  readonly transaction: number | null;
  readonly ms: number;
  /** Locks it took, by relation the strongest that was not held before. */
  readonly locks: readonly Lock[];
  /** Locks that earlier statements of its transaction had taken when it began. */
  readonly held: readonly Lock[];
  /** Relations read from beginning to end, to verify, to validate or by a query. */
  readonly scans: readonly Scan[];
  /** Tables whose rows were written anew. */
  readonly rewrites: readonly Relation[];
  /** Indexes built or built anew. */
  readonly builds: readonly Build[];
  /** What Postgres skipped because a constraint already proves it, in its words. */
  readonly proven: readonly string[];
  readonly drops: readonly Drop[];
  readonly rows: readonly RowEffect[];
  readonly outcome: Outcome;
  /** What keeps this from being the whole truth; null where all was observed. */
  readonly unobserved: string | null;
}

/** A table, index, sequence or view. */
export interface Relation {
  readonly oid: number;
  /** `public.users`. */
  readonly name: string;
  readonly kind: RelationKind;
  /** The table an index belongs to. */
  readonly table: string | null;
  /** Whether it is older than these migrations: nobody waits for a table that nobody has. */
  readonly existed: boolean;
}

export type RelationKind =
  | 'table'
  | 'partitioned table'
  | 'index'
  | 'sequence'
  | 'view'
  | 'materialized view'
  | 'foreign table'
  | 'composite type';

export interface Lock {
  readonly relation: Relation;
  readonly mode: LockMode;
  /** True where the manual says so and nothing was seen, as the statement can't run in a transaction. */
  readonly documented: boolean;
}

/** From the weakest to the strongest. https://www.postgresql.org/docs/current/explicit-locking.html */
export const LOCK_MODES = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;

export type LockMode = (typeof LOCK_MODES)[number];

export interface Scan {
  readonly relation: Relation;
  readonly why: 'verify' | 'validate foreign key' | 'read';
}

export interface Build {
  readonly index: Relation;
  readonly table: Relation;
}

export interface Drop {
  /** As Postgres calls it: `table`, `table constraint`, `table column`. */
  readonly kind: string;
  /** As Postgres spells it: `users_pkey on public.users`. */
  readonly identity: string;
  /** Taken along, not named by the statement. */
  readonly cascade: boolean;
}

/** What happened to the rows of a table that existed. */
export interface RowEffect {
  readonly relation: Relation;
  /** How many it had. */
  readonly before: number;
  /** How many of those are gone. */
  readonly lost: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** Columns that held values and are gone, with how many. */
  readonly lostColumns: readonly { readonly column: string; readonly values: number }[];
  readonly changed: readonly ChangedColumn[];
}

export interface ChangedColumn {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** How many values differ, as text, of those rows that are still there. */
  readonly values: number;
  /** One of them, before and after; null is SQL's. */
  readonly example: readonly [before: string | null, after: string | null];
}

/**
 * `passed`: with all rows. `depends on data`: it failed on edge rows and passed on ordinary ones.
 * `fails on rows`: it passes on empty tables only. `failed`: whatever the rows.
 */
export interface Outcome {
  readonly kind: 'passed' | 'depends on data' | 'fails on rows' | 'failed';
  /** The first failure; null where it passed. */
  readonly error: StatementError | null;
}

export interface StatementError {
  readonly code: string;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
}

/** Whether one mode is at least as strong as the other, in the manual's order. */
export function isAtLeast(mode: LockMode, least: LockMode): boolean {
  return LOCK_MODES.indexOf(mode) >= LOCK_MODES.indexOf(least);
}
