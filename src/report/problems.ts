// Everything a report tells of a place in the repository, as one list: what annotations and the formats of
// other programs are made of. Worst first.
import type {
  DriftItem,
  Finding,
  ProjectReport,
  Report,
  Severity,
  SilencedFinding,
  UnknownReport,
} from './report.ts';

export interface Problem {
  /** Id of a kind of finding. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to write instead, or what is missing; empty where nothing can be said. */
  readonly statements: readonly string[];
  /** From the workspace's root. */
  readonly file: string | null;
  readonly line: number | null;
  /** A file to show it at where it has none of its own; null for the workspace as a whole. */
  readonly anchor: string | null;
  readonly project: string | null;
  /** What tells it apart from others of its rule, without anything that moves when lines do. */
  readonly identity: readonly string[];
  /** False where base has it already. */
  readonly introduced: boolean;
  /** Only another name, order or spelling. */
  readonly form: boolean;
  readonly silenced: SilencedFinding['silenced'] | null;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** All that is told, and what is silenced with it. */
export function problemsOf(report: Pick<Report, 'findings' | 'projects'>): readonly Problem[] {
  return [
    ...report.findings.map((finding) => problemOfFinding(finding, null)),
    ...report.projects.flatMap(problemsOfProject),
  ].toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function problemsOfProject(project: ProjectReport): readonly Problem[] {
  const told = new Set([...project.findings, ...project.inherited].map(placeOf));
  const unknowns = (project.models?.unknowns ?? []).filter((one) => !told.has(placeOf(one)));
  return [
    ...project.findings.map((finding) => problemOfFinding(finding, project)),
    ...project.inherited.map((finding) => ({
      ...problemOfFinding(finding, project),
      introduced: false,
    })),
    ...project.drift.map((item) => problemOfDrift(item, project)),
    ...unknowns.map((unknown) => problemOfUnknown(unknown, project)),
    ...project.silenced.map((finding) => ({
      ...problemOfFinding(finding, project),
      silenced: finding.silenced,
    })),
  ];
}

function problemOfFinding(finding: Finding, project: ProjectReport | null): Problem {
  const { rule, severity, message, file, line, migration, observed, safe } = finding;
  return {
    ...{ rule, severity, message, file, line },
    statements: safe ?? [],
    ...belongsTo(project),
    identity: [migration ?? file ?? '', withoutPlaces(observed ?? message)],
    introduced: true,
    form: false,
    silenced: null,
  };
}

/** Only what is introduced and of substance blocks; the rest is worth a note. */
function problemOfDrift(item: DriftItem, project: ProjectReport): Problem {
  const { op, kind, object, reason, weight, introduced, model, sql } = item;
  const blocks = introduced && weight === 'substance';
  const what = `${op} ${kind} ${object}${reason === '' ? '' : ` (${reason})`}`;
  const aside = [weight === 'form' ? ', only in form' : '', introduced ? '' : ', as on base'];
  return {
    rule: 'missing-migration',
    severity: blocks ? 'error' : 'note',
    message: `No migration does this${aside.join('')}: ${what}`,
    statements: blocks ? sql : [],
    file: model?.file ?? null,
    line: model?.line ?? null,
    ...belongsTo(project),
    identity: [op, kind, object],
    introduced,
    form: weight === 'form',
    silenced: null,
  };
}

function problemOfUnknown(unknown: UnknownReport, project: ProjectReport): Problem {
  const { object, reason, file, line, introduced } = unknown;
  return {
    rule: 'unreadable-model',
    severity: introduced ? 'error' : 'warning',
    message: `${object ?? 'Part of the models'} can't be read: ${reason}`,
    statements: [],
    ...{ file, line },
    ...belongsTo(project),
    identity: [object ?? '', withoutPlaces(reason)],
    introduced,
    form: false,
    silenced: null,
  };
}

function belongsTo(project: ProjectReport | null): Pick<Problem, 'project' | 'anchor'> {
  if (project === null) return { project: null, anchor: null };
  const { id, models, migrations } = project;
  const anchor = models?.files[0] ?? migrations.new[0] ?? migrations.directory;
  return { project: id, anchor };
}

/** Without `:12` and `line 12`, which change when something is added above. */
function withoutPlaces(text: string): string {
  return text.replace(/(?<=:|\bline )\d+/g, '');
}

const placeOf = ({ file, line }: { file: string | null; line: number | null }): string =>
  `${file ?? ''}:${line ?? ''}`;
