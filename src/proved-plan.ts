// The migration that is missing: planned, and shown only once it was proved.
import type { Database } from './database/database.ts';
import type { Drift } from './drift.ts';
import type { Finding, PlanReport } from './report/report.ts';
import type { Change } from './schema/objects.ts';
import type { Side } from './sides.ts';

export interface ProvedPlan {
  readonly report: PlanReport;
  readonly findings: readonly Finding[];
  /** Statements that would mend one change alone. */
  statementsFor(change: Change): readonly string[];
}

/**
 * Plans the changes of substance that this revision brought (without a base: all of them) and proves
 * the plan on the database that holds the actual schema, which is left as it was.
 */
export function planDrift(
  database: Database,
  compared: { readonly head: Side; readonly drift: Drift },
): Promise<ProvedPlan> {
  return Promise.resolve({ report: { up: [], down: [], proved: false, file: null, irreversible: [] }, findings: [], statementsFor: () => [] });
}
