// A change of the schema as it is told: what was before, what is after, and what lies between.
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';

/** One object that stands alone, before and after; null where it isn't there. */
export interface RootPair {
  readonly before: SchemaObject | null;
  readonly after: SchemaObject | null;
}

/** From one schema to another, by these changes. */
export interface SchemaStep {
  readonly before: Schema;
  readonly after: Schema;
  readonly changes: readonly Change[];
  /** What had another name, by its id afterwards. */
  readonly renamed: ReadonlyMap<string, SchemaObject>;
}
