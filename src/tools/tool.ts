// What a tool must provide: a model reader, a migration format, or both. See ARCHITECTURE.md,
// "Add a tool".
import type { Place, Schema } from '../schema/objects.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';
import type { RenameChange } from '../schema/rename-order.ts';
import type { Finding, Severity } from '../report/report.ts';
import type { Revision } from '../revision/revision.ts';

/** One project of the workspace, as detected or configured. */
export interface Project {
  readonly id: string;
  /** Directory from the workspace's root; '' is the root. */
  readonly root: string;
  /** Name of the tool whose models are read. */
  readonly tool: string;
  /** The tool's configuration file, from the workspace's root. */
  readonly configFile: string | null;
  /** Model files or globs, from the workspace's root. */
  readonly models: readonly string[];
  /** Directory of the migrations, from the workspace's root. */
  readonly migrations: string | null;
  /** Values for `process.env` in the sandbox. */
  readonly env: Readonly<Record<string, string>>;
  /** Globs of object names (`public.audit_*`) that are never compared. */
  readonly ignore: readonly string[];
  /** What the configuration says was renamed. */
  readonly renames?: readonly RenameDecision[];
  /** Major version of PostgreSQL in production, where it is told. */
  readonly postgres?: number | undefined;
  /** What runs the migrations in production; the tool's own migrator where it isn't told. */
  readonly migrator?: 'plumbline' | 'tool' | undefined;
  /** How long a statement on a table in use may wait for its lock, where it is told: `5s`. */
  readonly lockTimeout?: string | undefined;
  /** What the configuration says of rules: of those that fit, the first counts. */
  readonly rules?: readonly RuleSetting[];
  /** The file of sizes of its tables, from the workspace's root, where it is told. */
  readonly stats?: string | undefined;
  /** A table with fewer rows is small, where it is told. */
  readonly smallTable?: number | undefined;
  /** A table with so many rows is very large, where it is told. */
  readonly largeTable?: number | undefined;
  /** The tool's own settings, for example drizzle's `casing`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** How much findings of a rule weigh, everywhere or in some places. */
export interface RuleSetting {
  readonly rule: string;
  readonly level: Severity | 'off';
  /** Globs of files of migrations; none for any. */
  readonly paths: readonly string[];
  /** Globs of tables, such as `public.audit_*`; none for any. */
  readonly tables: readonly string[];
  /** What is off with a reason is told, and not counted. */
  readonly reason: string | null;
  /** The last day on which it counts, in UTC: `2027-01-31`; null for always. */
  readonly until: string | null;
  /** Where the configuration says so. */
  readonly place: Place;
}

/** A part of the models that can't be decided from the repository. */
export interface Unknown {
  readonly reason: string;
  /** Id of the object (`table:public.users`) it makes unreadable; null when it can't be told. */
  readonly object: string | null;
  readonly place: Place | null;
}

/** A statement that creates part of the desired schema. */
export interface ModelStatement {
  readonly sql: string;
  /** Id of the object it creates. */
  readonly object: string;
  readonly place: Place | null;
}

/** What a reader's models can say at all; what they can't is never drift. */
export interface Scope {
  /** Kinds the models can declare. */
  readonly kinds: readonly string[];
  /** Attributes, by kind, that the models have no word for: never compared. */
  readonly silent: Readonly<Record<string, readonly string[]>>;
  /**
   * What models can say and many leave to SQL written by hand: a kind is compared only where some
   * model declares one, an attribute (by kind) only where some model sets it.
   */
  readonly ifDeclared: {
    readonly kinds: readonly string[];
    readonly attributes: Readonly<Record<string, readonly string[]>>;
  };
  /** Kinds that the models have no word for on an owner of some kind, by that kind: left to SQL written by hand. */
  readonly unsaidOn: Readonly<Record<string, readonly string[]>>;
  /** Ids of objects that exist outside the project's migrations (views marked `existing()`): never compared. */
  readonly external: readonly string[];
}

export interface ModelReading {
  /** Every file that was evaluated, sorted. Equal contents at two revisions mean equal models. */
  readonly files: readonly string[];
  /** In an order that Postgres accepts. */
  readonly statements: readonly ModelStatement[];
  /** Where each object (by id) was declared. */
  readonly places: ReadonlyMap<string, Place>;
  readonly unknowns: readonly Unknown[];
  readonly findings: readonly Finding[];
  /** What the models themselves say was renamed, or is new. */
  readonly renames?: readonly RenameDecision[];
  readonly scope: Scope;
  readonly tables: number;
  readonly columns: number;
  /** Extensions the models need. */
  readonly extensions: readonly string[];
  /** Roles the models name, created before anything else where they are missing. */
  readonly roles: readonly string[];
  /** What the ORM asks of the database at run time, where the tool knows its ORM. */
  readonly queries?: readonly ModelQueries[];
  /** What the tool's own writer needs to know of the models (a snapshot, say); opaque to all others. */
  readonly toolState: unknown;
}

/** The reads and inserts that the ORM makes of one model. */
export interface ModelQueries {
  /** Id of the table or view. */
  readonly object: string;
  readonly schema: string;
  readonly name: string;
  /** Whether rows are inserted through it. */
  readonly inserted: boolean;
  readonly columns: readonly QueriedColumn[];
}

export interface QueriedColumn {
  readonly name: string;
  /**
   * What an INSERT holds for it: `value` each time, `any` (a value, null or nothing, as the code likes),
   * `default` (left to the database's default unless the code says otherwise), `never` anything.
   */
  readonly insert: 'value' | 'any' | 'default' | 'never';
  /** What the code gets instead of what it expects where the column's type is the given one, as Postgres spells it; null where it copes. */
  misread(type: string): Misread | null;
}

export interface Misread {
  /** Every value is read wrongly; otherwise some may be. */
  readonly certain: boolean;
  /** In words, after "the code gets": `a string where it expects a number`. */
  readonly instead: string;
}

/** A statement of a migration and where it begins in its file. */
export interface MigrationStatement {
  readonly sql: string;
  readonly place: Place;
}

export interface Migration {
  /** Unique and ordered by the format's own rule, for example `0003_add_users`. */
  readonly name: string;
  /** From the workspace's root. */
  readonly file: string;
  readonly statements: readonly MigrationStatement[];
  /** It says what the database held before there were migrations: run only where nothing is. */
  readonly baseline: boolean;
  /** Run again whenever its text changes, after all that aren't. */
  readonly repeatable?: boolean;
  /** Whether it runs in a transaction, where that is not as the set's `transactions` say. */
  readonly transaction?: boolean;
  /** What takes it back; absent where nothing does. */
  readonly down?: MigrationDown;
  /** The hash the tool's migrator records. */
  readonly hash: string;
  /** The number the tool's migrator records beside it, for example drizzle's `when` (ms). */
  readonly timestamp: number;
}

export interface MigrationDown {
  /** From the workspace's root; it may be the migration's own file. */
  readonly file: string;
  readonly statements: readonly MigrationStatement[];
}

/** Where the tool's migrator keeps what it applied; never compared. */
export interface Bookkeeping {
  readonly schema: string;
  readonly table: string;
}

/**
 * How the tool's own migrator keeps its books, so that `migrate` can leave a database in which that
 * migrator finds nothing left to do.
 */
export interface Ledger {
  /** Statements that create the bookkeeping schema and table where they are missing. */
  readonly create: readonly string[];
  /** One query over the existing table: what was applied. */
  readonly read: string;
  /** Which migrations the tool's migrator would apply now, given the rows of `read`, in order. */
  pending(rows: readonly Readonly<Record<string, unknown>>[]): readonly Migration[];
  /** The statement, with parameters, that records one migration as applied. */
  record(migration: Migration): { readonly sql: string; readonly parameters: readonly unknown[] };
}

/** How the tool's own migrator runs what is pending: in one transaction, in one for each migration, or in none. */
type Transactions = 'one for all' | 'one each' | 'none';

export interface MigrationSet {
  /** From the workspace's root. */
  readonly directory: string;
  readonly migrations: readonly Migration[];
  readonly bookkeeping: Bookkeeping;
  /** Null where only the tool itself can keep its books. */
  readonly ledger: Ledger | null;
  readonly transactions: Transactions;
  /** Whether its migrations say how to take them back. */
  readonly downs: boolean;
  /** What its migrator makes of a migration that ran and has another text now; absent where it doesn't look. */
  readonly ofEdits?: 'refused' | 'warned';
  readonly findings: readonly Finding[];
  /** Ids of tables that the tool's own records say were modelled once (its newest snapshot). */
  readonly modelledBefore: readonly string[];
  /** What the tool's writer needs to append to this set; opaque to all others. */
  readonly toolState: unknown;
}

/** A file to be written, from the workspace's root. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  /** What the file holds until then; absent for one that must be new. */
  readonly replaces?: string;
  /** A file that is there and that a new one mostly repeats, for whoever shows the difference. */
  readonly like?: { readonly path: string; readonly content: string };
}

/** One migration to write. */
export interface MigrationPart {
  readonly statements: readonly string[];
  /** For the beginning of the file, or null. */
  readonly comment: string | null;
}

export interface WriteRequest {
  readonly project: Project;
  readonly models: ModelReading;
  readonly migrations: MigrationSet;
  /** What to write, in order: at least one. */
  readonly parts: readonly MigrationPart[];
  /** What the statements rename, in their order. */
  readonly renames?: readonly RenameChange[];
  /** The user's name for it (`add_users`), or null for one made by the tool's own fashion. Several are numbered. */
  readonly name: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly actual: Schema;
  readonly desired: Schema;
}

/** The models could be found, but not even the start of reading them worked: findings say why. */
export interface Tool {
  readonly name: string;
  /** Projects of this tool in the workspace, by its configuration files or folders. */
  detect(revision: Revision, context: ToolContext): Promise<DetectedProjects>;
  /** Null where the tool knows migrations only: there are no models to compare them with. */
  readonly readModels:
    ((revision: Revision, project: Project, context: ToolContext) => Promise<ModelReading>) | null;
  readMigrations(revision: Revision, project: Project): Promise<MigrationSet>;
  /**
   * The files of new migrations: exactly what the tool itself would write. First the SQL file of each, in
   * their order. Null where there are no models to make them from.
   */
  readonly write: ((request: WriteRequest) => OutputFile[]) | null;
}

export interface ToolContext {
  /** Values for `process.env`, by name, that hold for every project. */
  readonly env: Readonly<Record<string, string>>;
  /** Directories of migrations that tools earlier in the registry claim. */
  readonly claimed?: readonly string[];
  /** What the revision is compared with: a project of it stays one, whatever is wrong with it now. */
  readonly base?: Revision | null;
  /** Milliseconds until the run must end; throws where none are left. */
  readonly timeLeft?: () => number;
}

export interface DetectedProjects {
  readonly projects: readonly Project[];
  /** Directories of migrations that are this tool's, also of what makes no project. */
  readonly claimed?: readonly string[];
  readonly findings: readonly Finding[];
  /** Where it looked and what it found there, for the message when there is nothing at all. */
  readonly looked: readonly string[];
}
