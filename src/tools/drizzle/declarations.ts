// What the models declare, as plain data: the language between the library inside the sandbox, which
// writes it, and the rest of this folder, which reads it. Knows neither drizzle's classes nor Postgres.
import type { Json, Place } from '../../schema/objects.ts';

/**
 * The generations of drizzle-kit: 0 keeps a journal and whole snapshots, 1 a folder for each
 * migration. They name unnamed constraints and spell defaults differently.
 */
export type Generation = 0 | 1;

/** What `collect` is asked. */
export interface CollectRequest {
  /** Schema files, in the order drizzle-kit would load them. */
  readonly files: readonly string[];
  readonly generation: Generation;
  readonly casing: 'snake_case' | 'camelCase' | null;
}

/** SQL text: as Postgres must get it, and as drizzle-kit keeps it in its snapshot (parameters not inlined, say). */
export interface SqlText {
  readonly sql: string;
  readonly kit: string;
}

export interface Declarations {
  readonly schemas: readonly DeclaredSchema[];
  readonly enums: readonly DeclaredEnum[];
  readonly sequences: readonly DeclaredSequence[];
  readonly tables: readonly DeclaredTable[];
  readonly roles: readonly DeclaredRole[];
  readonly views: readonly DeclaredView[];
  /** Policies of tables that aren't exported themselves, linked with `.link()`. */
  readonly policies: readonly DeclaredPolicy[];
  readonly unreadable: readonly Unreadable[];
}

/** A declaration, or a part of one, that can't be decided. */
export interface Unreadable {
  readonly reason: string;
  /** Kind and identity of the object that is left out because of it; null when it can't be told. */
  readonly object: { readonly kind: string; readonly path: readonly string[] } | null;
  readonly place: Place | null;
  /** Set when a whole export has no value: its name, and where it is declared. */
  readonly exported: { readonly name: string; readonly declaredAt: Place | null } | null;
}

interface Declared {
  readonly name: string;
  readonly place: Place | null;
}

export interface DeclaredSchema extends Declared {
  readonly existing: boolean;
}

export interface DeclaredEnum extends Declared {
  readonly schema: string;
  /** False when only columns speak of it: drizzle-kit then leaves it out of its snapshots. */
  readonly exported: boolean;
  readonly values: readonly string[];
}

export interface SequenceOptions {
  readonly increment: string;
  readonly minValue: string;
  readonly maxValue: string;
  readonly startWith: string;
  readonly cache: string;
  readonly cycle: boolean;
}

export interface DeclaredSequence extends Declared, SequenceOptions {
  readonly schema: string;
}

export interface DeclaredRole extends Declared {
  readonly existing: boolean;
  readonly createDb: boolean;
  readonly createRole: boolean;
  readonly inherit: boolean;
}

export interface DeclaredTable extends Declared {
  readonly schema: string;
  /** True when the model names its schema; false when it is the default one. */
  readonly schemaNamed: boolean;
  readonly rowSecurity: boolean;
  readonly columns: readonly DeclaredColumn[];
  readonly primaryKeys: readonly DeclaredPrimaryKey[];
  readonly uniques: readonly DeclaredUnique[];
  readonly foreignKeys: readonly DeclaredForeignKey[];
  readonly checks: readonly DeclaredCheck[];
  readonly indexes: readonly DeclaredIndex[];
  readonly policies: readonly DeclaredPolicy[];
}

export interface DeclaredColumn extends Declared {
  /** As drizzle spells it, array brackets included: `varchar(80)`, `role[]`. */
  readonly type: string;
  /** Schema of the enum the column is of; null when it is of none. */
  readonly enumSchema: string | null;
  /** True when that enum was made of an object: generation 0 forgets its schema. */
  readonly enumOfObject: boolean;
  readonly dimensions: number;
  readonly notNull: boolean;
  readonly primaryKey: boolean;
  readonly unique: InlineUnique | null;
  /** `kit` is what generation 0 keeps: not always a string. */
  readonly default: { readonly sql: string; readonly kit: Json } | null;
  readonly generated: SqlText | null;
  readonly identity: Identity | null;
  /** drizzle's own word for what the code sees of it, the array's element where it is one: `PgTimestampString`. */
  readonly columnType: string;
  /** `$default` or `$onUpdate` gives each insert a value. */
  readonly filledByCode: boolean;
}

export interface InlineUnique {
  readonly name: string;
  readonly nameExplicit: boolean;
  readonly nullsNotDistinct: boolean;
}

export interface Identity extends SequenceOptions {
  readonly type: 'always' | 'byDefault';
  readonly name: string;
}

export interface DeclaredPrimaryKey extends Declared {
  readonly nameExplicit: boolean;
  readonly columns: readonly string[];
}

export interface DeclaredUnique extends Declared {
  readonly nameExplicit: boolean;
  readonly nullsNotDistinct: boolean;
  readonly columns: readonly string[];
}

export interface DeclaredForeignKey extends Declared {
  readonly nameExplicit: boolean;
  readonly columns: readonly string[];
  readonly toSchema: string;
  /** False when the referenced model leaves its schema to the default. */
  readonly toSchemaNamed: boolean;
  readonly toTable: string;
  readonly toColumns: readonly string[];
  readonly onDelete: string | null;
  readonly onUpdate: string | null;
}

export interface DeclaredCheck extends Declared {
  readonly value: SqlText;
}

export interface DeclaredIndex extends Declared {
  readonly nameExplicit: boolean;
  readonly columns: readonly IndexColumn[];
  readonly unique: boolean;
  readonly where: SqlText | null;
  readonly concurrently: boolean;
  readonly method: string;
  readonly with: Readonly<Record<string, Json>>;
}

export interface IndexColumn {
  /** A column's name, or an expression. */
  readonly value: SqlText;
  readonly isExpression: boolean;
  /** As the model says; null where it doesn't. */
  readonly order: 'asc' | 'desc' | null;
  readonly nulls: 'first' | 'last' | null;
  readonly operatorClass: string | null;
}

export interface DeclaredPolicy extends Declared {
  readonly schema: string;
  readonly schemaNamed: boolean;
  readonly table: string;
  readonly as: string;
  readonly for: string;
  readonly to: readonly string[];
  readonly using: SqlText | null;
  readonly withCheck: SqlText | null;
}

export interface DeclaredView extends Declared {
  readonly schema: string;
  readonly materialized: boolean;
  readonly existing: boolean;
  readonly columns: readonly DeclaredColumn[];
  readonly definition: SqlText | null;
  readonly with: Readonly<Record<string, Json>> | null;
  readonly withNoData: boolean | null;
  readonly tablespace: string | null;
  readonly using: string | null;
}
