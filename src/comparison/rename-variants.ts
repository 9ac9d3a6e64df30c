// What may have been renamed, told with both ways to go on: planned and proved as renames, and as drops
// and adds, with what to write to say so.
import type { Database } from '../database/database.ts';
import type { Step } from '../plan/step.ts';
import type { Finding, RenameReport, RenameVariant } from '../report/report.ts';
import { likelihood } from '../report/words.ts';
import { partsOfId, writeName } from '../schema/dotted-names.ts';
import type { Place, Schema } from '../schema/objects.ts';
import type { RenameCandidate } from '../schema/rename-candidates.ts';
import type { Drift } from './drift.ts';
import type { ProvedPlan } from './proved-plan.ts';
import {
  asNew,
  asRenamed,
  newName,
  oldName,
  settle,
  type Settled,
  type SettleOptions,
} from './settle-renames.ts';
import type { Side } from './sides.ts';

interface VariantOptions extends Pick<SettleOptions, 'project' | 'head' | 'base'> {
  readonly plan: (head: Side, drift: Drift) => Promise<ProvedPlan>;
}

/** The report of every rename that nobody decided. */
export async function describeRenames(
  database: Database,
  settled: Settled,
  options: VariantOptions,
): Promise<readonly RenameReport[]> {
  const { places } = settled.head.models;
  const inherited = settled.inherited.map((candidate): RenameReport => {
    const none = { statements: [], proved: false, problem: null };
    return describe(candidate, { places, introduced: false, renamed: none, dropped: none });
  });
  if (settled.open.length === 0) return inherited;
  const branch = async (answer: typeof asNew): Promise<Branch> => {
    const decisions = [...settled.decisions, ...settled.open.map(answer)];
    const { head, drift } = await settle(database, decisions, options);
    return { head, plan: await options.plan(head, drift) };
  };
  const renamed = await branch(asRenamed);
  const dropped = await branch(asNew);
  const open = settled.open.map((candidate) =>
    describe(candidate, {
      places,
      introduced: true,
      renamed: variantOf(candidate, renamed),
      dropped: variantOf(candidate, dropped),
    }),
  );
  return [...open, ...inherited];
}

/** All that is open, decided one way. */
interface Branch {
  readonly head: Side;
  readonly plan: ProvedPlan;
}

type Statements = Pick<RenameVariant, 'statements' | 'proved' | 'problem'>;

/** What a plan of all does for one. */
function variantOf(candidate: RenameCandidate, { head, plan }: Branch): Statements {
  const { proved } = plan.report;
  const steps = plan.steps.filter((step) => serves(step, candidate, head));
  const [problem] = plan.findings.filter(({ severity }) => severity !== 'note');
  return { statements: steps.map(({ sql }) => sql), proved, problem: problem?.message ?? null };
}

/** Whether a statement is about what may have been renamed, what lies in it or what refers to it. */
function serves(
  { change }: Step,
  { before, after, member }: RenameCandidate,
  { actual, desired, migrated }: Side,
): boolean {
  const ids = [before.id, after.id];
  if (ids.includes(change) || member !== null) return ids.includes(change);
  const schemas: readonly Schema[] = [desired, actual, migrated];
  const objectOf = (id: string): ReturnType<Schema['objects']['get']> =>
    schemas.map(({ objects }) => objects.get(id)).find((object) => object !== undefined);
  const lies = (id: string): boolean => {
    const parent = objectOf(id)?.parent ?? null;
    return ids.includes(id) || (parent !== null && lies(parent));
  };
  return lies(change) || objectOf(change)?.needs.some(lies) === true;
}

interface Told {
  readonly places: ReadonlyMap<string, Place>;
  readonly introduced: boolean;
  readonly renamed: Statements;
  readonly dropped: Statements;
}

function describe(candidate: RenameCandidate, told: Told): RenameReport {
  const { before, after, member, confidence } = candidate;
  const { places, introduced, renamed, dropped } = told;
  const [from, to] = [shortName(oldName(candidate)), shortName(newName(candidate))];
  const older = member?.from ?? before.name;
  return {
    kind: member === null ? before.kind : `${before.kind} value`,
    from: oldName(candidate),
    to: newName(candidate),
    confidence: Math.round(confidence * 100) / 100,
    introduced,
    model:
      places.get(after.id) ?? (after.parent === null ? null : places.get(after.parent)) ?? null,
    rename: {
      ...renamed,
      tag: `/** @renamedFrom ${writeName([older])} */`,
      config: `${quoted(from)}: ${quoted(to)}`,
      option: `--rename ${shell(`${from}=${to}`)}`,
    },
    dropAndAdd: {
      ...dropped,
      tag: '/** @renamedFrom - */',
      config: `${quoted(from)}: null`,
      option: `--rename ${shell(`${from}=`)}`,
    },
  };
}

/** What is in schema public needs no schema. */
function shortName(name: string): string {
  const parts = partsOfId(`:${name}`);
  return parts[0] === 'public' && parts.length > 1 ? writeName(parts.slice(1)) : name;
}

/** As a key or a value of YAML. */
function quoted(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) &&
    !/^(?:null|true|false|yes|no|on|off|y|n)$/iu.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** As a word of a shell. */
function shell(word: string): string {
  return /^[\p{L}\p{N}_.=-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** One finding for each that blocks. */
export function undecidedRenames(renames: readonly RenameReport[]): Finding[] {
  return renames
    .filter(({ introduced }) => introduced)
    .map(({ kind, from, to, confidence, model, rename, dropAndAdd }) => ({
      rule: 'undecided-rename',
      severity: 'error',
      hazard: 'drift',
      message:
        `${kind} ${from} may have been renamed to ${to} (${likelihood(confidence)}), and nobody says so. ` +
        `If it was: ${rename.tag} on the model, or ${rename.option}; ` +
        `if it is dropped and the other is new: ${dropAndAdd.tag} on the model, or ${dropAndAdd.option}`,
      file: model?.file ?? null,
      line: model?.line ?? null,
    }));
}
