// What a database looks like, as plain data. This room knows no object kind and imports nothing.

/** A value that JSON can hold; attributes are compared by its structure. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A place in a file of the workspace: POSIX path from the workspace's root, 1-based line and column. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/**
 * One addressable thing in a database. `id` is unique within a schema and stable between databases:
 * `kind:identity`, for example `column:public.users.email` (parts joined with dots, each part that is
 * not a plain lower-case identifier double-quoted as SQL would quote it).
 */
export interface SchemaObject {
  readonly id: string;
  readonly kind: string;
  /** Schema (namespace) it lives in; null for what lives in none. */
  readonly schema: string | null;
  /** The table or view it belongs to; null when it stands alone. */
  readonly table: string | null;
  readonly name: string;
  /** Id of the object whose drop takes this one along; null when it stands alone. */
  readonly parent: string | null;
  /** True when the parent's create brings it along too (a table's columns). */
  readonly part: boolean;
  /** What is compared, as Postgres spells it. Identity is not repeated here. */
  readonly attributes: Readonly<Record<string, Json>>;
  /** Ids of the objects that must exist before this one does. */
  readonly needs: readonly string[];
  /** Of those, the ones whose drop takes this one along, as a column takes its indexes. */
  readonly fallsWith?: readonly string[];
}

/** Everything one database holds, by id. */
export interface Schema {
  readonly objects: ReadonlyMap<string, SchemaObject>;
  /** What the catalog holds that no kind covers: a plural noun to names, for example `functions`. */
  readonly uncovered: Readonly<Record<string, readonly string[]>>;
}

/** `substance` changes what the database does; `form` only how it is named, ordered or written. */
export type Weight = 'substance' | 'form';

interface ChangeBase {
  readonly kind: string;
  /** Id of the object as desired (for a drop: as it is). */
  readonly object: string;
  readonly weight: Weight;
  /** In words: `type: varchar(80) → text`. */
  readonly reason: string;
}

/** One step from the actual schema towards the desired one. */
export type Change =
  | (ChangeBase & { readonly op: 'create'; readonly after: SchemaObject })
  | (ChangeBase & { readonly op: 'drop'; readonly before: SchemaObject })
  | (ChangeBase & {
      readonly op: 'alter';
      readonly before: SchemaObject;
      readonly after: SchemaObject;
      /** The attributes that differ, sorted. */
      readonly attributes: readonly string[];
    })
  | (ChangeBase & {
      readonly op: 'rename';
      readonly before: SchemaObject;
      readonly after: SchemaObject;
    });
