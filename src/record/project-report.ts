// From an analysis to the record that every rendering starts from.
import type { Drift } from '../comparison/drift.ts';
import type { Assumption } from '../database/assumptions.ts';
import type {
  DriftItem,
  Finding,
  ModelsReport,
  PlanReport,
  ProjectReport,
  UnknownReport,
} from '../report/report.ts';
import { projectStatus } from '../report/status.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, Place } from '../schema/objects.ts';
import type { ModelReading, Project, Unknown } from '../tools/tool.ts';
import { filesOf, type Analysis, type Compared } from './analysis.ts';
import { notCompared } from './not-compared.ts';
import { plannedFiles } from './planned-files.ts';
import { schemaDiffs } from './schema-diff.ts';
import { traceReport } from './trace-report.ts';

const noPlan: PlanReport = {
  files: [],
  up: [],
  down: [],
  migrations: [],
  proved: false,
  file: null,
  irreversible: [],
};

/** The report of one project. */
export function projectReport(analysis: Analysis): ProjectReport {
  const { project, models, migrations, replayed, added, compared } = analysis;
  const { findings, inherited } = apart(findingsOf(analysis), analysis);
  const partial = {
    models: models === null ? null : modelsReport(project, models, compared),
    drift: compared === null ? [] : driftItems(compared, compared.head.models.places),
    findings,
  };
  return {
    id: project.id,
    root: project.root === '' ? '.' : project.root,
    status: projectStatus(partial),
    ...partial,
    migrations: {
      tool: project.tool,
      directory: migrations.directory,
      total: migrations.migrations.length,
      applied: replayed.applied,
      new: added.map(({ file }) => file),
    },
    plan: compared === null ? noPlan : planReport(compared),
    schemaDiffs: schemaDiffs(analysis),
    renames: compared?.renames ?? [],
    trace: traceReport(analysis.rehearsed?.trace ?? null),
    inherited,
    silenced: analysis.rehearsed?.silenced ?? [],
    notCompared: compared === null ? {} : uncompared(compared),
    unmodelled: compared === null ? [] : compared.drift.unmodelled.filter(isOwn).map(identityOf),
  };
}

function modelsReport(
  { tool }: Project,
  { files, tables, columns, unknowns }: ModelReading,
  compared: Compared | null,
): ModelsReport {
  const isNew = newUnknowns(compared);
  const described = unknowns.map((unknown) => describeUnknown(unknown, isNew(unknown)));
  return { tool, files, tables, columns, unknowns: described };
}

const uncompared = ({ head }: Compared): ProjectReport['notCompared'] =>
  notCompared(head.actual, head.models.scope.kinds);

function planReport(compared: Compared): PlanReport {
  const { plan } = compared;
  const migrations = plan.report.migrations.map(({ statements, transaction }, index) => {
    return { file: plan.files[index]?.path ?? '', statements, transaction };
  });
  return {
    ...{ ...plan.report, migrations, file: plan.files[0]?.path ?? null },
    files: plannedFiles(filesOf({ compared })),
  };
}

function findingsOf(analysis: Analysis): readonly Finding[] {
  const { models, migrations, replayed, compared, unseen, rehearsed } = analysis;
  const failure = replayed.failure === null ? [] : [replayed.failure];
  const assumed = replayed.assumed.length === 0 ? [] : [describeAssumed(replayed.assumed)];
  const isNew = newUnknowns(compared);
  const unknowns = models?.unknowns.map((unknown) => unknownFinding(unknown, isNew(unknown))) ?? [];
  const later = compared === null ? [] : [...compared.findings, ...compared.plan.findings];
  return [
    ...(models?.findings ?? []),
    ...migrations.findings.filter((finding) => !isSkippedAsNew(finding, rehearsed)),
    ...failure,
    ...unknowns,
    ...later,
    ...(rehearsed?.findings ?? []).filter((finding) => !isSaid(finding, replayed.failure)),
    ...assumed,
    ...unseen,
  ];
}

/** What base gives just the same blames nobody's change; an error keeps its weight. */
function apart(
  findings: readonly Finding[],
  { standing, compared }: Analysis,
): Pick<ProjectReport, 'findings' | 'inherited'> {
  const key = ({ rule, message, file }: Finding): string => JSON.stringify([rule, message, file]);
  const atBase = [...standing, ...(compared?.unknownAtBase ?? []).map(standingUnknown)];
  const known = new Set(atBase.map(key));
  const isInherited = (finding: Finding): boolean =>
    finding.severity !== 'error' && known.has(key(finding));
  return {
    findings: findings.filter((finding) => !isInherited(finding)),
    inherited: findings.filter(isInherited),
  };
}

const standingUnknown = (unknown: Unknown): Finding => unknownFinding(unknown, false);

/** What fails without any rows fails the rehearsal too. */
const isSaid = (finding: Finding, failure: Finding | null): boolean =>
  failure !== null && finding.file === failure.file && finding.line === failure.line;

/** That no migrator runs a migration weighs more where base hasn't got it, and is said once. */
const isSkippedAsNew = ({ rule, migration }: Finding, rehearsed: Analysis['rehearsed']): boolean =>
  rule === 'migration-skipped' &&
  [...(rehearsed?.findings ?? []), ...(rehearsed?.silenced ?? [])].some(
    (one) => one.rule === rule && one.migration === migration,
  );

/** Tells the unknowns that this revision brought from those that base has as well. */
function newUnknowns(compared: Compared | null): (unknown: Unknown) => boolean {
  const key = ({ object, reason }: Unknown): string => object ?? reason;
  const standing = new Set(compared?.unknownAtBase.map(key));
  return (unknown) => !standing.has(key(unknown));
}

function describeUnknown({ reason, object, place }: Unknown, introduced: boolean): UnknownReport {
  return {
    reason,
    object: object === null ? null : identityOf(object),
    file: place?.file ?? null,
    line: place?.line ?? null,
    introduced,
  };
}

function unknownFinding({ reason, object, place }: Unknown, introduced: boolean): Finding {
  const what = object === null ? 'part of the models' : identityOf(object);
  return {
    rule: 'unreadable-model',
    severity: introduced ? 'error' : 'warning',
    hazard: 'unreadable',
    message: `${what} can't be decided from the repository: ${reason}${helpWith(reason)}`,
    file: place?.file ?? null,
    line: place?.line ?? null,
  };
}

/** What a value that is missing can be given by. */
function helpWith(reason: string): string {
  const variable = /^(?:[^:]+: )?process\.env\.(\w+) is not set/.exec(reason)?.[1];
  return variable === undefined
    ? ''
    : `. Give it the value it has for the project in plumbline.yml: env: { ${variable}: … }`;
}

function describeAssumed(assumed: readonly Assumption[]): Finding {
  const names = assumed.map(({ kind, name }) => `${kind} ${name}`).join(', ');
  return {
    rule: 'assumed-object',
    severity: 'note',
    hazard: 'configuration',
    message: `the migrations take these for granted, so they were provided and are not compared: ${names}`,
    file: null,
    line: null,
  };
}

function driftItems(
  { drift, plan }: Compared,
  places: ReadonlyMap<string, Place>,
): readonly DriftItem[] {
  return [...drift.renames, ...drift.changes].map((change) => ({
    op: change.op,
    kind: change.kind,
    object: identityOf(change.object),
    reason: change.reason,
    weight: change.weight,
    introduced: isIntroduced(drift, change),
    model: placeOf(change, places),
    sql: plan.statementsFor(change),
  }));
}

const isIntroduced = (drift: Drift, change: Change): boolean => !drift.inherited.has(change);

/** Roles and extensions belong to the server, not to the project. */
const isOwn = (id: string): boolean => !/^(?:role|extension):/.test(id);

/** Where the model says so: the object's own place, or that of the table it belongs to. */
function placeOf(change: Change, places: ReadonlyMap<string, Place>): Place | null {
  const own = places.get(change.object);
  if (own !== undefined) return own;
  const { parent } = change.op === 'drop' ? change.before : change.after;
  return parent === null ? null : (places.get(parent) ?? null);
}
