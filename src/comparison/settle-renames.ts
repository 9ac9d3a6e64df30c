// What was renamed, as far as it was decided, and what may have been and must be: asked where somebody
// is there to answer.
import { traits } from '../catalog/index.ts';
import type { Database } from '../database/database.ts';
import { settle as settleChanges } from '../plan/settle.ts';
import { renameCandidates, type RenameCandidate } from '../schema/rename-candidates.ts';
import { spellNamed, type RenameDecision } from '../schema/rename-decisions.ts';
import type { Project } from '../tools/tool.ts';
import type { AskRename } from '../workspace/workspace.ts';
import { decideRenames } from './decided-renames.ts';
import { findDrift, scopeOf, type Drift } from './drift.ts';
import { withRenames, type Side } from './sides.ts';

export interface Settled {
  /** Its actual schema has the names that were decided. */
  readonly head: Side;
  readonly drift: Drift;
  /** What this revision may have renamed, undecided. */
  readonly open: readonly RenameCandidate[];
  /** The same for what base may have. */
  readonly inherited: readonly RenameCandidate[];
  readonly decisions: readonly RenameDecision[];
}

export interface SettleOptions {
  readonly project: Project;
  readonly head: Side;
  readonly base: Side | null;
  /** Decided for this run, beside what models and configuration say. */
  readonly renames: readonly RenameDecision[];
  readonly ask: AskRename | null;
}

/** Settles on the database that holds the actual schema, which is left as it was. */
export async function settleRenames(database: Database, options: SettleOptions): Promise<Settled> {
  const { project, head, ask } = options;
  let decisions = [...decidedBy(project, head), ...options.renames];
  for (;;) {
    const settled = await settle(database, decisions, options);
    const [first] = settled.open;
    if (!first || ask === null || settled.head.decided.wrong.length > 0) return settled;
    const answer = await ask(project, first);
    if (answer === null) return settled;
    decisions = [...decisions, answer];
  }
}

/** What models and configuration say. */
export function decidedBy(project: Project, side: Side): readonly RenameDecision[] {
  return [...(side.models.renames ?? []), ...(project.renames ?? [])];
}

/** Whatever is open, as if these decisions were all. */
export async function settle(
  database: Database,
  decisions: readonly RenameDecision[],
  { project, head, base }: Pick<SettleOptions, 'project' | 'head' | 'base'>,
): Promise<Settled> {
  const decided = await decideRenames(database, decisions, {
    actual: head.migrated,
    desired: head.desired,
    scope: scopeOf(head, base),
    bookkeeping: head.migrations.bookkeeping,
  });
  const side = withRenames(head, decided);
  const found = findDrift(project, side, base);
  const { changes, respelled } = await settleChanges(
    database,
    found.changes,
    { actual: side.actual, desired: side.desired, renames: decided.steps },
    { exclude: [head.migrations.bookkeeping] },
  );
  const drift = { ...found, changes, respelled };
  const among = (inherited: boolean): RenameCandidate[] =>
    renameCandidates(
      drift.changes.filter((change) => drift.inherited.has(change) === inherited),
      { ...side, traits, scope: drift.scope, decided: decided.apart },
    );
  return { head: side, drift, open: among(false), inherited: among(true), decisions };
}

/** That it was renamed. */
export function asRenamed(candidate: RenameCandidate): RenameDecision {
  const { before } = candidate;
  return {
    kind: before.kind,
    from: [oldName(candidate)],
    to: newName(candidate),
    source: answered(`${oldName(candidate)} was renamed to ${newName(candidate)}`),
  };
}

/** That what came has nothing to do with what went. */
export function asNew(candidate: RenameCandidate): RenameDecision {
  const { before } = candidate;
  const to = newName(candidate);
  return { kind: before.kind, from: null, to, source: answered(`${to} is new`) };
}

const answered = (text: string): RenameDecision['source'] => ({
  text,
  file: null,
  line: null,
  way: 'answer',
  shared: false,
});

/** `public.users.fullname`. */
export function oldName({ before, member }: RenameCandidate): string {
  return spellNamed({ object: before, member: member?.from ?? null });
}

/** `public.users.name`. */
export function newName({ after, member }: RenameCandidate): string {
  return spellNamed({ object: after, member: member?.to ?? null });
}
