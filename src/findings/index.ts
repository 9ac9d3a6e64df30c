// The registry of everything a finding can be of: the rules of a rehearsal, what else is judged of new
// migrations, and what is said of reading and comparing a project.
import type { Hazard } from '../report/report.ts';
import type { Level } from '../rules/rule.ts';
import { rules } from '../rules/index.ts';

export interface FindingKind {
  /** Kebab-case; never renamed. Its page is `<id>.md`. */
  readonly id: string;
  /** Where it is listed; most of its findings say the same. */
  readonly hazard: Hazard;
  /** Where the configuration says nothing else; the highest of those it can have. */
  readonly severity: Level;
}

type Row = readonly [id: string, hazard: Hazard, severity: Level];

const kindsOf = (rows: readonly Row[]): FindingKind[] =>
  rows.map(([id, hazard, severity]) => ({ id, hazard, severity }));

/** What is judged of new migrations besides what their rehearsal shows: the code around them, history, the way back. */
export const judgements: readonly FindingKind[] = kindsOf([
  ['used-table-gone', 'incompatibility', 'error'],
  ['used-column-gone', 'incompatibility', 'error'],
  ['insert-column-required', 'incompatibility', 'error'],
  ['insert-default-gone', 'incompatibility', 'error'],
  ['insert-refused', 'incompatibility', 'error'],
  ['used-enum-value-gone', 'incompatibility', 'error'],
  ['used-type-changed', 'incompatibility', 'error'],
  ['constraint-stricter', 'incompatibility', 'warning'],
  ['deployment-order', 'incompatibility', 'note'],
  ['migration-edited', 'drift', 'error'],
  ['migration-touched', 'drift', 'note'],
  ['migration-renamed', 'drift', 'error'],
  ['migration-deleted', 'drift', 'error'],
  ['migration-runs-again', 'drift', 'error'],
  ['migration-skipped', 'drift', 'error'],
  ['migration-out-of-order', 'drift', 'warning'],
  ['migration-number-taken', 'drift', 'warning'],
  ['merge-conflict', 'failure', 'error'],
  ['down-missing', 'operations', 'warning'],
  ['down-fails', 'failure', 'error'],
  ['down-incomplete', 'operations', 'warning'],
  ['down-loses-data', 'data-loss', 'note'],
  ['up-fails-again', 'failure', 'error'],
  ['not-judged', 'failure', 'warning'],
]);

/** What is wrong with the comments that allow findings of the two above for a statement or a file. */
export const ofAllowances: readonly FindingKind[] = kindsOf([
  ['allowance-unknown-rule', 'configuration', 'warning'],
  ['allowance-malformed', 'configuration', 'warning'],
  ['allowance-without-reason', 'configuration', 'warning'],
  ['allowance-expired', 'configuration', 'warning'],
  ['allowance-unused', 'configuration', 'warning'],
]);

/**
 * What is said of a project and its comparison. How much these weigh can't be set: an error of theirs
 * means that something was not compared, and silence would pass for agreement.
 */
export const readings: readonly FindingKind[] = kindsOf([
  ['migration-failed', 'failure', 'error'],
  ['plan-not-proved', 'failure', 'error'],
  ['plan-fails-on-rows', 'failure', 'warning'],
  ['postgres-too-old', 'failure', 'error'],
  ['environment', 'failure', 'error'],
  ['bug', 'failure', 'error'],
  ['plain-statements', 'lock', 'note'],
  ['missing-migration', 'drift', 'error'],
  ['undecided-rename', 'drift', 'error'],
  ['assumed-object', 'configuration', 'note'],
  ['baseline-commented', 'configuration', 'note'],
  ['baseline-taken', 'configuration', 'note'],
  ['config-left-out', 'configuration', 'warning'],
  ['config-undecided', 'configuration', 'error'],
  ['folder-left-out', 'configuration', 'note'],
  ['journal-invalid', 'configuration', 'error'],
  ['left-out', 'configuration', 'note'],
  ['migration-unlisted', 'configuration', 'warning'],
  ['migrations-missing', 'configuration', 'error'],
  ['model-duplicate', 'configuration', 'warning'],
  ['model-name-clash', 'configuration', 'warning'],
  ['models-empty', 'configuration', 'error'],
  ['models-missing', 'configuration', 'error'],
  ['not-postgres', 'configuration', 'error'],
  ['newer-commit', 'configuration', 'note'],
  ['nothing-changed', 'configuration', 'note'],
  ['snapshot-fork', 'configuration', 'note'],
  ['snapshot-stale', 'configuration', 'note'],
  ['stats-stale', 'configuration', 'note'],
  ['stats-unreadable', 'configuration', 'warning'],
  ['usage', 'configuration', 'error'],
  ['wrong-rename', 'configuration', 'error'],
  ['base-unread', 'unreadable', 'warning'],
  ['export-not-read', 'unreadable', 'note'],
  ['migration-unreadable', 'unreadable', 'error'],

  ['models-unreadable', 'unreadable', 'error'],
  ['not-observed', 'unreadable', 'warning'],
  ['unreadable-model', 'unreadable', 'error'],
]);

/** Those that may be allowed for a statement. */
export const allowable: readonly FindingKind[] = [...rules, ...judgements];

/** Those whose weight the configuration may set. */
export const adjustable: readonly FindingKind[] = [...allowable, ...ofAllowances];

/** All of them. */
export const findingKinds: readonly FindingKind[] = [...adjustable, ...readings];
