// The migration that is missing: planned, and shown only once it was proved.
import type { Database } from '../database/database.ts';
import { observe } from '../plan/observe.ts';
import { NO_FACTS } from '../plan/online.ts';
import { planChanges, sqlForChange, type Plan } from '../plan/plan.ts';
import { provePlan, type Proof } from '../plan/prove.ts';
import { settle } from '../plan/settle.ts';
import { migrationsOf, type PlannedMigration, type Step } from '../plan/step.ts';
import type { Finding, PlanReport } from '../report/report.ts';
import type { Change } from '../schema/objects.ts';
import type { Project } from '../tools/tool.ts';
import type { Forms } from '../workspace/workspace.ts';
import type { Drift } from './drift.ts';
import { chooseForms, onlineSettings, simpleOnly } from './forms.ts';
import type { Side } from './sides.ts';
import { tooNew } from './too-new.ts';

interface ProvedMigration {
  readonly statements: readonly string[];
  /** False where they can't run in a transaction. */
  readonly transaction: boolean;
  /** What whoever opens the file must know, or null. */
  readonly comment: string | null;
}

export interface ProvedPlan {
  /** Without the files' names, which are the tool's to give. */
  readonly report: Omit<PlanReport, 'file' | 'files' | 'migrations'> & {
    readonly migrations: readonly ProvedMigration[];
  };
  readonly findings: readonly Finding[];
  /** The statements of the way up, each with the change it serves. */
  readonly steps: readonly Step[];
  /** Statements that would mend one change alone. */
  statementsFor(change: Change): readonly string[];
}

interface PlanOptions {
  readonly head: Side;
  readonly drift: Drift;
  readonly project: Project;
  /** What the user asked for in so many words. */
  readonly forms: Forms | null;
  /** Ids of what is in use: what was there before this revision. */
  readonly inUse: ReadonlySet<string>;
  /** Opens another database with head's migrations, for statements that can't share a transaction. */
  readonly disposable: () => Promise<Database>;
}

/** Nothing to plan, which needs no proof. */
const empty: ProvedPlan['report'] = {
  up: [],
  down: [],
  migrations: [],
  proved: true,
  irreversible: [],
};

/** No plan, for something must be decided first. */
export function planWithheld({ actual, desired }: Side): ProvedPlan {
  const statementsFor = (change: Change): string[] => sqlForChange(change, { actual, desired });
  return { report: { ...empty, proved: false }, findings: [], steps: [], statementsFor };
}

/**
 * Plans the changes of substance that this revision brought (without a base: all of them) and proves
 * the plan on the database that holds the actual schema, which is left as it was.
 */
export async function planDrift(database: Database, options: PlanOptions): Promise<ProvedPlan> {
  const { head, drift, disposable } = options;
  const transition = { actual: head.actual, desired: head.desired };
  const statementsFor = (change: Change): string[] => sqlForChange(change, transition);
  const isMissing = (change: Change): boolean => !drift.inherited.has(change);
  const changes = drift.changes.filter(
    (change) => (change.weight === 'substance' || drift.riding.has(change)) && isMissing(change),
  );
  if (changes.length === 0 && !drift.renames.some(isMissing))
    return { report: empty, findings: [], steps: [], statementsFor };
  const beyond = tooNew(options.project, changes, head);
  if (beyond.length > 0) return { ...planWithheld(head), findings: beyond };
  const { plan, against, findings } = await planFor(database, changes, options);
  const proof = await provePlan(database, plan, {
    actual: head.migrated,
    disposable,
    exclude: [head.migrations.bookkeeping],
  });
  if (!proof.proved) {
    const statement = proof.statement === null ? '' : `; statement: ${proof.statement}`;
    return { ...notProved(`${proof.error}${statement}`), statementsFor };
  }
  return {
    report: describePlan(plan, against),
    findings: [...rowsFinding(proof), ...findings],
    steps: plan.up,
    statementsFor,
  };
}

interface Planned {
  readonly plan: Plan;
  /** Whatever runs the migrations can't run these. */
  readonly against: boolean;
  readonly findings: readonly Finding[];
}

async function planFor(
  database: Database,
  changes: readonly Change[],
  { head, drift, project, forms, inUse }: PlanOptions,
): Promise<Planned> {
  const transition = { actual: head.actual, desired: head.desired };
  const chosen = chooseForms(project, head.migrations, forms);
  const renames = head.decided.steps;
  // Of all changes it is known what they bring about; where some are left out, it may be less.
  const settled =
    changes.length === drift.changes.length
      ? drift
      : await settle(
          database,
          changes,
          { ...transition, renames },
          { exclude: [head.migrations.bookkeeping] },
        );
  const { respelled } = settled;
  const { oneTransaction } = chosen;
  const how = { renames, respelled };
  const simple = planChanges(settled.changes, transition, { ...how, oneTransaction });
  // Asked for in so many words: what else there could have been need not be known.
  if (!chosen.online && forms !== null) return { plan: simple, against: false, findings: [] };
  const facts = chosen.online ? await observe(database, simple, head.actual) : NO_FACTS;
  const online = { ...onlineSettings(project), inUse, facts };
  const lockLight = planChanges(settled.changes, transition, { ...how, online });
  if (chosen.online) return { plan: lockLight, against: chosen.against, findings: [] };
  // Told only where it would be another plan.
  const other = migrationsOf(lockLight.up).length > 1;
  return { plan: simple, against: false, findings: other ? [simpleOnly(project)] : [] };
}

/** In the files that the tool's own migrator can't run. */
const AGAINST =
  "Apply with `plumbline migrate`: the tool's own migrator runs all that is pending in one transaction.";

function describePlan({ up, down, irreversible }: Plan, against: boolean): ProvedPlan['report'] {
  const texts = (steps: readonly Step[]): string[] => steps.map(({ sql }) => sql);
  const parts = migrationsOf(up);
  const comment = against && (parts.length > 1 || parts.some(isAlone)) ? AGAINST : null;
  const migrations = parts.map(({ steps, transactional }) => ({
    statements: texts(steps),
    transaction: transactional,
    comment,
  }));
  return { up: texts(up), down: texts(down), migrations, proved: true, irreversible };
}

const isAlone = ({ transactional }: PlannedMigration): boolean => !transactional;

/** What is told in a plan's place where it isn't proved. */
export function notProved(why: string): Omit<ProvedPlan, 'statementsFor'> {
  const finding: Finding = {
    rule: 'plan-not-proved',
    severity: 'error',
    hazard: 'failure',
    message: `no migration is shown, for the one that was planned could not be proved: ${why}`,
    file: null,
    line: null,
  };
  return { report: { ...empty, proved: false }, findings: [finding], steps: [] };
}

function rowsFinding(proof: Extract<Proof, { proved: true }>): Finding[] {
  if (proof.failsOnRows === null) return [];
  return [
    {
      rule: 'plan-fails-on-rows',
      severity: 'warning',
      hazard: 'failure',
      message: `the missing migration fails on tables that hold rows: ${proof.failsOnRows}`,
      file: null,
      line: null,
    },
  ];
}
