// The report: the one record every output format is rendered from. `schemas/report.schema.json`
// documents it; a change here is a change of contract and bumps `version`.
import type { Place, Weight } from '../schema/objects.ts';

export const REPORT_VERSION = 2;

export type Status = 'ok' | 'drift' | 'unsafe' | 'error';

export interface Report {
  readonly version: typeof REPORT_VERSION;
  readonly status: Status;
  /** Plumbline's own version. */
  readonly plumbline: string;
  /** What was compared: labels for people, full commit ids where there are some. */
  readonly head: RevisionInfo;
  readonly base: RevisionInfo | null;
  /** Milliseconds by phase; `total` is the whole. */
  readonly timings: Readonly<Record<string, number>>;
  readonly projects: readonly ProjectReport[];
  /** Findings about the workspace as a whole (configuration, discovery). */
  readonly findings: readonly Finding[];
}

interface RevisionInfo {
  readonly label: string;
  readonly commit: string | null;
}

export interface ProjectReport {
  readonly id: string;
  /** Directory of the project, from the workspace's root; `.` for the root. */
  readonly root: string;
  readonly status: Status;
  /** Null where the project has none: its migrations are run and compared with nothing. */
  readonly models: ModelsReport | null;
  readonly migrations: MigrationsReport;
  readonly drift: readonly DriftItem[];
  readonly plan: PlanReport;
  /** What the missing migration changes, then what the new ones do; each only where something is known to change. */
  readonly schemaDiffs: readonly SchemaDiffReport[];
  /** What may have been renamed, as nobody has decided; while any was introduced there is no plan. */
  readonly renames: readonly RenameReport[];
  /** What was observed while the new migrations ran on rows; empty where there are none. */
  readonly trace: readonly TracedMigrationReport[];
  readonly findings: readonly Finding[];
  /** Warnings and notes that base gives just the same: told in a fold, and never counted. */
  readonly inherited: readonly Finding[];
  /** What would be found, had nobody allowed it: told, and never counted. */
  readonly silenced: readonly SilencedFinding[];
  /** What the migrations hold and nothing compares, by plural noun: `{functions: ["public.f(integer)"]}`. */
  readonly notCompared: Readonly<Record<string, readonly string[]>>;
  /** Tables that migrations create and no model ever named, at head or base. */
  readonly unmodelled: readonly string[];
}

export interface ModelsReport {
  readonly tool: string;
  readonly files: readonly string[];
  readonly tables: number;
  readonly columns: number;
  readonly unknowns: readonly UnknownReport[];
}

export interface UnknownReport {
  readonly reason: string;
  /** The object that can't be read because of it; null when it can't be told. */
  readonly object: string | null;
  readonly file: string | null;
  readonly line: number | null;
  /** False when base has it already: told, and never blocking. */
  readonly introduced: boolean;
}

interface MigrationsReport {
  readonly tool: string;
  readonly directory: string;
  readonly total: number;
  readonly applied: number;
  /** Files of the migrations that head has and base has not. */
  readonly new: readonly string[];
}

export interface DriftItem {
  readonly op: 'create' | 'alter' | 'drop' | 'rename';
  readonly kind: string;
  /** Readable name: `public.users.email`. */
  readonly object: string;
  readonly reason: string;
  readonly weight: Weight;
  /** True: this revision brought it. False: base has it already. */
  readonly introduced: boolean;
  readonly model: Place | null;
  /** Statements that would mend this change alone. */
  readonly sql: readonly string[];
}

export interface SchemaDiffReport {
  /** `missing`: from the migrations to the models; `new`: from base's migrations to head's. */
  readonly of: 'missing' | 'new';
  readonly objects: readonly ChangedObjectReport[];
  /** Tables that change, then their neighbours by foreign key. */
  readonly tables: readonly DiagramTableReport[];
  readonly references: readonly DiagramReferenceReport[];
}

/** An object that changes or has a part that does, as the statements that make it. */
export interface ChangedObjectReport {
  readonly kind: string;
  /** As it is called afterwards: `public.users`. */
  readonly object: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type DiagramState = 'added' | 'changed' | 'removed' | 'unchanged';

export interface DiagramTableReport {
  readonly table: string;
  readonly state: DiagramState;
  /** What it was called; null where that is its name still. */
  readonly was: string | null;
  /** All of a table that changes; of a neighbour its primary key and what the foreign keys lie on. */
  readonly columns: readonly DiagramColumnReport[];
  /** How many columns more there are. */
  readonly more: number;
}

export interface DiagramColumnReport {
  readonly name: string;
  readonly type: string;
  readonly keys: readonly ('PK' | 'FK' | 'UK')[];
  /** `unchanged` for every column of a table that itself is added or removed. */
  readonly state: DiagramState;
  /** In words, where it changes: `varchar(80) → text, not null now`. */
  readonly change: string | null;
}

export interface DiagramReferenceReport {
  /** Of the foreign key. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  /** Whether a row may refer to nothing. */
  readonly optional: boolean;
  /** Whether at most one row refers to each. */
  readonly one: boolean;
  readonly state: DiagramState;
}

export interface RenameReport {
  /** `column`, `table`, `enum value`. */
  readonly kind: string;
  /** As the migrations have it: `public.users.fullname`. */
  readonly from: string;
  /** As the models have it: `public.users.name`. */
  readonly to: string;
  /** How much speaks for it, from 0 to 1. */
  readonly confidence: number;
  /** False when base has it already: told, and never blocking. */
  readonly introduced: boolean;
  readonly model: Place | null;
  readonly rename: RenameVariant;
  readonly dropAndAdd: RenameVariant;
}

/** One way to decide it. */
export interface RenameVariant {
  /** What it takes; none where the plan for it isn't proved, or where it doesn't block. */
  readonly statements: readonly string[];
  readonly proved: boolean;
  /** What keeps the statements from being proved, or from running on tables that hold rows. */
  readonly problem: string | null;
  /** The comment that says so on the model. */
  readonly tag: string;
  /** The line that says so under `renames` of plumbline.yml. */
  readonly config: string;
  /** The option that says so for one run. */
  readonly option: string;
}

export interface TracedMigrationReport {
  readonly migration: string;
  readonly file: string;
  readonly statements: readonly TracedStatementReport[];
}

export interface TracedStatementReport {
  readonly sql: string;
  readonly line: number;
  /** Duration on the rehearsal's few rows. */
  readonly ms: number;
  readonly locks: readonly LockReport[];
  /** Relations read from beginning to end: `public.users`. */
  readonly scans: readonly string[];
  readonly rewrites: readonly string[];
  /** Indexes built or built anew. */
  readonly builds: readonly string[];
  /** What was dropped, with what went along: `table public.users`. */
  readonly drops: readonly string[];
  readonly rows: {
    /** By table, how many of the rows it had are gone. */
    readonly lost: readonly {
      readonly table: string;
      readonly rows: number;
      readonly of: number;
    }[];
    /** By column, how many values are others or gone. */
    readonly changed: readonly ValuesReport[];
  };
  readonly error: StatementErrorReport | null;
  /** What keeps this from being the whole truth; null where all was observed. */
  readonly observed: string | null;
}

interface LockReport {
  readonly relation: string;
  /** As the manual spells it: `ACCESS EXCLUSIVE`. */
  readonly mode: string;
  /** Whether the relation is older than the new migrations. */
  readonly existed: boolean;
  /** True where the manual says so and nothing could be seen. */
  readonly documented: boolean;
}

export interface ValuesReport {
  readonly column: string;
  readonly values: number;
  /** One of them, before and after; null where the column is gone. */
  readonly example: readonly [string | null, string | null] | null;
}

interface StatementErrorReport {
  readonly code: string;
  readonly message: string;
  /** `depends on data`, `fails on rows` or `failed`. */
  readonly kind: string;
}

export interface PlanReport {
  readonly up: readonly string[];
  readonly down: readonly string[];
  /** `up` again, as the migrations that hold it. */
  readonly migrations: readonly PlannedMigrationReport[];
  /** True only when the plan was applied, read back and found to leave nothing, and `down` the same. */
  readonly proved: boolean;
  /** The first file that `makemigrations` would write, from the workspace's root; null when nothing is missing. */
  readonly file: string | null;
  /** What `down` can't bring back, a clause each: `dropping column public.users.plan loses its values`. */
  readonly irreversible: readonly string[];
  /**
   * Every file that `makemigrations` would write or change for it, snapshots and journals too; none where it
   * would write nothing because part of the models can't be read.
   */
  readonly files: readonly PlannedFileReport[];
}

export interface PlannedFileReport {
  /** From the workspace's root. */
  readonly file: string;
  /** What the hunks start from: the file itself, one that it is much alike, or null for nothing. */
  readonly source: string | null;
  /** Of a unified diff, from the first `@@` on, without a last line break. */
  readonly hunks: string;
}

interface PlannedMigrationReport {
  /** From the workspace's root. */
  readonly file: string;
  readonly statements: readonly string[];
  /** False where they can't run in a transaction. */
  readonly transaction: boolean;
}

export type Severity = 'error' | 'warning' | 'note';

export type Hazard =
  | 'data-loss'
  | 'rewrite'
  | 'lock'
  | 'failure'
  | 'incompatibility'
  | 'drift'
  | 'operations'
  | 'security'
  | 'design'
  | 'configuration'
  | 'unreadable';

export interface Finding {
  /** Kebab-case id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly hazard: Hazard;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  /** The migration it is about, by name, where it is about one. */
  readonly migration?: string;
  /** What was seen, without what follows from it: `rewrites users and 4 indexes under ACCESS EXCLUSIVE`. */
  readonly observed?: string;
  /** Statements that do the same safely. */
  readonly safe?: readonly string[];
  /** True where those take the place of later statements too. */
  readonly spans?: true;
}

/** A finding that somebody allowed, as it would weigh otherwise. */
export interface SilencedFinding extends Finding {
  readonly silenced: {
    readonly reason: string;
    /** The last day on which it is: `2027-01-31`; null for always. */
    readonly until: string | null;
    /** Where that is said. */
    readonly file: string;
    readonly line: number;
  };
}
