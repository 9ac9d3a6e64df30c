// What is known of one project once it was analysed: what its report is made from.
import type { Replayed } from '../comparison/actual.ts';
import type { Drift } from '../comparison/drift.ts';
import type { WrittenPlan } from '../comparison/migration-files.ts';
import { isWhole, type Side } from '../comparison/sides.ts';
import type { JudgedNew } from '../migrations/new-migrations.ts';
import type { Finding, RenameReport } from '../report/report.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { RenameDecision } from '../schema/rename-decisions.ts';
import type {
  Migration,
  MigrationSet,
  ModelReading,
  OutputFile,
  Project,
  Unknown,
} from '../tools/tool.ts';

export interface Analysis {
  readonly project: Project;
  /** Null where the project has none: its migrations are run, and there is nothing to compare or plan. */
  readonly models: ModelReading | null;
  readonly migrations: MigrationSet;
  readonly replayed: Replayed;
  /** Migrations of head that base has not; empty without a base. */
  readonly added: readonly Migration[];
  /** Null where there are no models, and where the migrations don't run: there is nothing to compare then. */
  readonly compared: Compared | null;
  /** The schemas that base's migrations give and head's; null where one isn't known, or none is new. */
  readonly migrated: Migrated | null;
  /** What wasn't seen of migrations that are compared with nothing. */
  readonly unseen: readonly Finding[];
  /** What is found where base's migrations and models are read. */
  readonly standing: readonly Finding[];
  /** Null where no migration is new, or those of base don't run. */
  readonly rehearsed: JudgedNew | null;
}

export interface Migrated {
  readonly before: Schema;
  readonly after: Schema;
  /** What the new migrations give another name, as it was, by its id afterwards. */
  readonly renamed: ReadonlyMap<string, SchemaObject>;
}

export interface Compared {
  readonly head: Side;
  /** The same at base; null where there is nothing that could be read. */
  readonly base: Side | null;
  readonly drift: Drift;
  /** Withheld while a rename is undecided. */
  readonly plan: WrittenPlan;
  readonly renames: readonly RenameReport[];
  /** Decided renames that are about nothing in this project. */
  readonly foreign: readonly RenameDecision[];
  readonly findings: readonly Finding[];
  /** Those of them that are told of base's models as well. */
  readonly standing: readonly Finding[];
  /** What base's models leave open already. */
  readonly unknownAtBase: readonly Unknown[];
}

/** The files of what a project lacks; none where there is no plan, or something of the models can't be read. */
export function filesOf({ compared }: Pick<Analysis, 'compared'>): readonly OutputFile[] {
  return compared !== null && isWhole(compared.head) ? compared.plan.files : [];
}
