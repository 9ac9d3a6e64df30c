// The files that would mend what a check finds, checked with them in place; and what keeps a machine from
// committing them.
import { createHash } from 'node:crypto';
import { check, checkInFull, type CheckOptions } from './check.ts';
import { messageOf } from './errors.ts';
import { irreversible } from './plan/irreversible.ts';
import type { Progress } from './progress.ts';
import { filesOf, type Analysis, type Compared } from './record/analysis.ts';
import type { Finding, ProjectReport, Report } from './report/report.ts';
import { groupDrift, isDrifted, openRenames, statusOfFinding } from './report/status.ts';
import { withStop } from './report/words.ts';
import { identityOf } from './schema/identity.ts';
import type { Change } from './schema/objects.ts';
import type { OutputFile } from './tools/tool.ts';

export interface Proposal {
  /** From the workspace's root; of every project that lacks a migration. */
  readonly files: readonly OutputFile[];
  /** The directories of migrations that they belong into, from the workspace's root. */
  readonly directories: readonly string[];
  /** SHA-256 of the statements: the same for the same missing migrations, whenever they are made. */
  readonly hash: string;
  /** What a person must decide or see first, in words; none where the files may be committed. */
  readonly refusals: readonly string[];
}

export interface ProposedCheck {
  readonly report: Report;
  /** Null where nothing is missing, or there is no answer. */
  readonly proposal: Proposal | null;
}

/** A check; where a migration is missing and `propose` is true, with the files that add it. */
export async function checkAndPropose(
  options: CheckOptions & { readonly propose: boolean },
  progress: Progress,
): Promise<ProposedCheck> {
  if (!options.propose) return { report: await check(options, progress), proposal: null };
  const started = performance.now();
  const { report, analyses } = await checkInFull(options, progress);
  const lacking = analyses.filter((_, index) => lacksMigration(report.projects[index]));
  if (report.status === 'error' || lacking.length === 0) return { report, proposal: null };
  const none = { files: [], directories: [], hash: hashOf(lacking) };
  const refusals = lacking.flatMap((analysis) => refusalsOf(analysis, report));
  if (refusals.length > 0) return { report, proposal: { ...none, refusals } };
  try {
    const deadlineMs = options.deadlineMs - (performance.now() - started);
    const proposal = await propose(lacking, { ...options, deadlineMs }, progress);
    return { report, proposal };
  } catch (error) {
    // The check gave its answer, whatever becomes of a commit.
    const why = `what would be committed could not be checked: ${messageOf(error)}`;
    return { report, proposal: { ...none, refusals: [why] } };
  }
}

function lacksMigration(project: ProjectReport | undefined): boolean {
  if (project === undefined) return false;
  return groupDrift(project.drift).blocking.length > 0 || openRenames(project).length > 0;
}

/** The files of those that lack a migration, and what a check with them in place finds. */
async function propose(
  analyses: readonly Analysis[],
  options: CheckOptions,
  progress: Progress,
): Promise<Proposal> {
  const files = analyses.flatMap(filesOf);
  progress.phase('checking again with the missing migration');
  const over = new Map(files.map(({ path, content }) => [path, content]));
  const again = await check({ ...options, over }, progress);
  const ids = new Set(analyses.map(({ project }) => project.id));
  return {
    files,
    directories: analyses.map(({ migrations }) => migrations.directory),
    hash: hashOf(analyses),
    refusals: afterwards(again, ids, files),
  };
}

function hashOf(analyses: readonly Analysis[]): string {
  const statements = analyses.map(({ project, compared }) => [
    project.id,
    compared?.plan.report.migrations.map((migration) => migration.statements) ?? [],
  ]);
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex');
}

/** What is to be decided or mended before there is a migration that anybody could take unseen. */
function refusalsOf({ project, models, compared }: Analysis, { projects }: Report): string[] {
  const report = projects.find(({ id }) => id === project.id);
  const say = (what: string): string[] => [`${project.id}: ${what}`];
  if (report === undefined || compared === null) return say('there is nothing to plan from');
  if (openRenames(report).length > 0) return say('what may be a rename must be decided first');
  if (models !== null && models.unknowns.length > 0)
    return say("the models can't be read in full, so the migration may lack something");
  const { plan } = compared;
  if (!plan.report.proved || plan.report.migrations.length === 0)
    return say('the migration could not be proved');
  return lossesOf(compared).flatMap(say);
}

/** What the way up loses, but for what somebody decided to drop, with what can be done about it. */
function lossesOf({ head, drift }: Compared): string[] {
  const { actual, desired, decided } = head;
  return drift.changes
    .filter((change) => !(change.op === 'drop' && decided.apart.has(change.object)))
    .filter((change) => losesValues(change))
    .flatMap((change) =>
      irreversible([change], { actual, desired }).map(
        (what) => `${what}, and nobody said that it may: ${sayingSo(change)}commit it yourself`,
      ),
    );
}

function sayingSo({ op, object }: Change): string {
  if (op !== 'drop') return 'ask whoever knows them, then ';
  const name = identityOf(object).replace(/^public\./u, '');
  return `say so in plumbline.yml (renames: { ${name}: null }), or `;
}

/** A value added to an enum is in the way only of going back. */
const losesValues = ({ op, kind }: Change): boolean => !(op === 'alter' && kind === 'enum');

/** Statements about what was decided to be dropped, which `lossesOf` has seen. */
const DROPS: ReadonlySet<string> = new Set(['drop-table', 'drop-column', 'drop-sequence']);

/** What is wrong once the files are there. */
function afterwards(
  report: Report,
  ids: ReadonlySet<string>,
  files: readonly OutputFile[],
): string[] {
  const projects = report.projects.filter(({ id }) => ids.has(id));
  const written = new Set(files.map(({ path }) => path));
  const still = projects.filter((project) => project.status === 'error' || isDrifted(project));
  const dangers = projects
    .flatMap(({ findings }) => findings)
    .filter(({ file }) => file !== null && written.has(file))
    .filter((finding) => isDanger(finding));
  return [
    ...(report.status === 'error' ? ['with it there is no answer any more'] : []),
    ...still.map(({ id }) => `${id}: with it, models and migrations still differ`),
    ...dangers.map(({ rule, message }) => `${withStop(message)} (${rule}) ${howToAllow(rule)}`),
  ];
}

/** Who commits it by hand hears the same. */
const howToAllow = (rule: string): string =>
  `Committed by hand, it fails the next check for that. Where it does no harm, write above the statement: -- plumbline:allow ${rule} reason="…"`;

function isDanger(finding: Finding): boolean {
  if (DROPS.has(finding.rule)) return false;
  const loses = finding.hazard === 'data-loss' && finding.severity !== 'note';
  return loses || statusOfFinding(finding) === 'unsafe';
}
