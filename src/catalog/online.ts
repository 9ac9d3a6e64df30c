// The lock-light forms: how a kind of object is made, changed and dropped on a table that is in use,
// in statements none of which holds a lock for as long as the table is large.
import type { Schema, SchemaObject } from '../schema/objects.ts';

/**
 * What a statement needs of transactions. `any` shares one with its neighbours. `first` takes its time,
 * so nothing that holds a lock may come before it in the same one. `last` ends one: what follows needs
 * it committed. `own` has one to itself. `never` can't run inside of one.
 */
export type Transaction = 'any' | 'first' | 'last' | 'own' | 'never';

/** A statement and what it needs of transactions. */
export interface Paced {
  readonly sql: string;
  readonly transaction: Transaction;
}

/** Statements that need the same. */
export function paced(transaction: Transaction, statements: readonly string[]): Paced[] {
  return statements.map((sql) => ({ sql, transaction }));
}

/** What the forms may ask. */
export interface OnlineContext {
  /** Major version of PostgreSQL whose words may be used. */
  readonly version: number;
  readonly actual: Schema;
  readonly desired: Schema;
  /** Whether the plain statement that creates this part of a table was seen to rewrite the table. */
  rewrites(part: SchemaObject): boolean;
  /** What a partition's rows must meet, as Postgres spells it; null where it wasn't seen. */
  partitionConstraint(table: SchemaObject): string | null;
}

/** By what is done. A form that is absent, or null, leaves it to the plain statements. */
export interface OnlineForms {
  create?(object: SchemaObject, context: OnlineContext): readonly Paced[] | null;
  drop?(object: SchemaObject, context: OnlineContext): readonly Paced[] | null;
  /** Instead of a drop and a create, where nothing else that changes stands between. */
  replace?(
    before: SchemaObject,
    after: SchemaObject,
    context: OnlineContext,
  ): readonly Paced[] | null;
  /** By attribute. */
  readonly alter?: Readonly<Record<string, OnlineAlter>>;
}

export type OnlineAlter = (
  before: SchemaObject,
  after: SchemaObject,
  context: OnlineContext,
) => readonly Paced[] | null;
