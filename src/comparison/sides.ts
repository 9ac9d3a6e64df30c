// One revision's two schemas, side by side.
import type { Finding } from '../report/report.ts';
import type { Schema } from '../schema/objects.ts';
import type { MigrationSet, ModelReading } from '../tools/tool.ts';
import { undecided, type DecidedRenames } from './decided-renames.ts';
import type { Desired } from './desired.ts';

/** One revision's two schemas and where they come from. */
export interface Side {
  readonly models: ModelReading;
  readonly migrations: MigrationSet;
  readonly desired: Schema;
  /** What the migrations give, under the names that were decided since. */
  readonly actual: Schema;
  /** The same under the names it has. */
  readonly migrated: Schema;
  readonly decided: DecidedRenames;
  /** Ids of model objects that could not be read or created: compared on neither side. */
  readonly unreadable: readonly string[];
  /** Schemas of a hosted service that were provided because the migrations count on them: not compared. */
  readonly assumed: readonly string[];
}

/** Puts together what is compared. */
export function sideOf(
  models: ModelReading,
  migrations: MigrationSet,
  built: {
    readonly desired: Desired;
    readonly actual: Schema;
    readonly assumed: readonly string[];
  },
): Side {
  const unknown = models.unknowns.flatMap(({ object }) => object ?? []);
  return {
    models,
    migrations,
    desired: built.desired.schema,
    actual: built.actual,
    migrated: built.actual,
    decided: undecided(built.actual),
    unreadable: [...unknown, ...built.desired.rejected],
    assumed: built.assumed,
  };
}

/** The side once renames were decided. */
export function withRenames(side: Side, decided: DecidedRenames): Side {
  return { ...side, actual: decided.actual, decided };
}

/** What keeps a side from being compared. Half of one would only be a list of every table. */
export function whyUnread(models: ModelReading, migrations: MigrationSet): Finding | null {
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  const unreadModels = models.statements.length === 0 ? models.findings.find(isError) : undefined;
  return unreadModels ?? migrations.findings.find(isError) ?? null;
}

/** Whether all of the models could be read: a tool's records of a new migration would lack the rest. */
export function isWhole({ models, unreadable }: Side): boolean {
  return unreadable.length === 0 && models.unknowns.length === 0;
}
