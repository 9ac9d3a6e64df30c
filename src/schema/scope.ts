// What a diff compares, and what it must be told.
import type { SchemaObject } from './objects.ts';
import type { TraitsOf } from './traits.ts';

/** What the models can say at all. */
export interface DiffScope {
  /** Kinds that are compared; the others never differ. */
  readonly kinds: readonly string[];
  /** Attributes, by kind, that are never compared. */
  readonly silent: Readonly<Record<string, readonly string[]>>;
  /** Ids of objects that are never compared. */
  readonly external: readonly string[];
}

export interface DiffOptions {
  readonly traits: TraitsOf;
  readonly scope?: DiffScope;
  /** Objects that are never compared, on either side; what belongs to them isn't either. */
  readonly ignore?: (object: SchemaObject) => boolean;
}
