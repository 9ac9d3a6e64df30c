// The migration that is missing: planned, and shown only once it was proved.
import type { Database } from './database/database.ts';
import type { Drift } from './drift.ts';
import { planChanges, sqlForChange, type Plan } from './plan/plan.ts';
import type { Step } from './plan/step.ts';
import { provePlan, type Proof } from './plan/prove.ts';
import type { Finding, PlanReport } from './report/report.ts';
import type { Change } from './schema/objects.ts';
import type { Side } from './sides.ts';

export interface ProvedPlan {
  /** Without the file's name, which is the tool's to give. */
  readonly report: Omit<PlanReport, 'file'>;
  readonly findings: readonly Finding[];
  /** Statements that would mend one change alone. */
  statementsFor(change: Change): readonly string[];
}

interface PlanOptions {
  readonly head: Side;
  readonly drift: Drift;
  /** Opens another database with head's migrations, for statements that can't share a transaction. */
  readonly disposable: () => Promise<Database>;
}

/** Nothing to plan, which needs no proof. */
const empty: ProvedPlan['report'] = { up: [], down: [], proved: true, irreversible: [] };

/**
 * Plans the changes of substance that this revision brought (without a base: all of them) and proves
 * the plan on the database that holds the actual schema, which is left as it was.
 */
export async function planDrift(database: Database, options: PlanOptions): Promise<ProvedPlan> {
  const { head, drift, disposable } = options;
  const transition = { actual: head.actual, desired: head.desired };
  const statementsFor = (change: Change): string[] => sqlForChange(change, transition);
  const changes = drift.changes.filter(
    (change) => change.weight === 'substance' && !drift.inherited.has(change),
  );
  if (changes.length === 0) return { report: empty, findings: [], statementsFor };
  const plan = planChanges(changes, transition);
  const proof = await provePlan(database, plan, {
    actual: head.actual,
    disposable,
    exclude: [head.migrations.bookkeeping],
  });
  if (!proof.proved) {
    const report = { ...empty, proved: false };
    return { report, findings: [describeFailure(proof)], statementsFor };
  }
  return { report: describePlan(plan), findings: rowsFinding(proof), statementsFor };
}

function describePlan({ up, down, irreversible }: Plan): ProvedPlan['report'] {
  const texts = (steps: readonly Step[]): string[] => steps.map(({ sql }) => sql);
  return { up: texts(up), down: texts(down), proved: true, irreversible };
}

function describeFailure(proof: Extract<Proof, { proved: false }>): Finding {
  const statement = proof.statement === null ? '' : `; statement: ${proof.statement}`;
  return {
    rule: 'plan-not-proved',
    severity: 'error',
    hazard: 'failure',
    message: `no migration is shown, for the one that was planned could not be proved: ${proof.error}${statement}`,
    file: null,
    line: null,
  };
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
