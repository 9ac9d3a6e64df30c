// Decides what a report says: the status of a project and of the whole. Form and inherited drift
// never block.
import type {
  DriftItem,
  Finding,
  Hazard,
  ProjectReport,
  RenameReport,
  Report,
  Status,
} from './report.ts';

/** What an error finding of each hazard makes of the check. */
const STATUS_OF_ERROR: Readonly<Record<Hazard, Status>> = {
  configuration: 'error',
  unreadable: 'error',
  failure: 'error',
  'data-loss': 'unsafe',
  rewrite: 'unsafe',
  lock: 'unsafe',
  incompatibility: 'unsafe',
  operations: 'unsafe',
  security: 'unsafe',
  design: 'unsafe',
  drift: 'drift',
};

const FROM_BEST_TO_WORST: readonly Status[] = ['ok', 'drift', 'unsafe', 'error'];

/** Seen in a rehearsal, a failure is an answer about the migration. */
const isOfMigration = ({ hazard, migration }: Finding): boolean =>
  hazard === 'failure' && migration !== undefined;

/** A model that can't be read hides drift at most: the rest of the answer stands. */
const UNREADABLE_MODEL = 'unreadable-model';

export interface DriftGroups {
  /** Introduced and of substance: what a migration is missing for. */
  readonly blocking: readonly DriftItem[];
  /** Introduced, but only another name, order or spelling. */
  readonly form: readonly DriftItem[];
  /** Was there on base already. */
  readonly inherited: readonly DriftItem[];
}

export function groupDrift(drift: readonly DriftItem[]): DriftGroups {
  const introduced = drift.filter((item) => item.introduced);
  return {
    blocking: introduced.filter((item) => item.weight === 'substance'),
    form: introduced.filter((item) => item.weight === 'form'),
    inherited: drift.filter((item) => !item.introduced),
  };
}

/** Renames that must be decided before there is a plan. */
export function openRenames({ renames }: Pick<ProjectReport, 'renames'>): readonly RenameReport[] {
  return renames.filter(({ introduced }) => introduced);
}

/** What no migration does, but for what is asked about as a rename. */
export function missingChanges({
  drift,
  renames,
}: Pick<ProjectReport, 'drift' | 'renames'>): readonly DriftItem[] {
  const bare = (name: string): string => name.replaceAll('"', '');
  const open = openRenames({ renames });
  const asked = new Set(
    open.flatMap(({ kind, from, to }) => [
      `drop ${kind} ${bare(from)}`,
      `create ${kind} ${bare(to)}`,
    ]),
  );
  const { blocking } = groupDrift(drift);
  return blocking.filter(({ op, kind, object }) => !asked.has(`${op} ${kind} ${bare(object)}`));
}

/** The status of one project, from what was found in it. */
export function projectStatus(
  project: Pick<ProjectReport, 'drift' | 'findings' | 'models'>,
): Status {
  return worst([isDrifted(project) ? 'drift' : 'ok', ...project.findings.map(statusOfFinding)]);
}

/** Whether this revision brought drift, whatever else there is. */
export function isDrifted({
  drift,
  findings,
  models,
}: Pick<ProjectReport, 'drift' | 'findings' | 'models'>): boolean {
  return (
    groupDrift(drift).blocking.length > 0 ||
    models?.unknowns.some(({ introduced }) => introduced) === true ||
    findings.some((finding) => statusOfFinding(finding) === 'drift')
  );
}

/** Projects of the worst status first, else in the report's order. */
export function worstFirst(projects: readonly ProjectReport[]): readonly ProjectReport[] {
  return projects.toSorted(
    (a, b) => FROM_BEST_TO_WORST.indexOf(b.status) - FROM_BEST_TO_WORST.indexOf(a.status),
  );
}

/** The status of a whole report, from its projects and its own findings. */
export function reportStatus(report: Pick<Report, 'projects' | 'findings'>): Status {
  return worst([
    ...report.projects.map((project) => project.status),
    ...report.findings.map(statusOfFinding),
  ]);
}

/** What one finding alone makes of the check. */
export function statusOfFinding(finding: Finding): Status {
  if (finding.severity !== 'error') return 'ok';
  if (isOfMigration(finding)) return 'unsafe';
  return finding.rule === UNREADABLE_MODEL ? 'drift' : STATUS_OF_ERROR[finding.hazard];
}

function worst(statuses: readonly Status[]): Status {
  return FROM_BEST_TO_WORST.findLast((status) => statuses.includes(status)) ?? 'ok';
}
