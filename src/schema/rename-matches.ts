// Decisions matched with what there is, all of one depth at a time: those that are to be carried out,
// and what is wrong with others. Names no kind.
import {
  depthOf,
  idOf,
  isSettledSwap,
  matchRename,
  named,
  oldNameOf,
  spellNamed,
  standing,
  type Match,
  type Matching,
  type Named,
  type RenameDecision,
} from './rename-decisions.ts';
import type { Pending } from './rename-order.ts';

export type { Pending } from './rename-order.ts';
export type { RenameDecision } from './rename-decisions.ts';

export interface Matched {
  readonly pending: readonly Pending[];
  /** Ids of what is new, and of what is only dropped. */
  readonly apart: ReadonlySet<string>;
  readonly wrong: readonly { readonly decision: RenameDecision; readonly reason: string }[];
  /** Decisions about something at this depth. */
  readonly known: ReadonlySet<RenameDecision>;
}

interface Candidate {
  readonly decision: RenameDecision;
  readonly from: readonly string[];
  /** What the new name may stand for. */
  readonly targets: readonly Named[];
}

/** Matches the decisions about what lies at `depth`. */
export function matchDecisions(
  decisions: readonly RenameDecision[],
  depth: number,
  matching: Matching,
): Matched {
  const found: Writable = { pending: [], apart: new Set(), wrong: [], known: new Set() };
  const candidates: Candidate[] = [];
  for (const decision of decisions) {
    const { from, to, kind } = decision;
    if (to === null) {
      dropOnly(decision, depth, matching, found);
      continue;
    }
    const targets = named(to, matching.desired, matching).filter(
      ({ object }) => kind === null || object.kind === kind,
    );
    if (targets.length === 0 && depth === 0) missingTarget(decision, matching, found);
    const own = targets.filter((one) => depthOf(one) === depth);
    if (own.length > 0) found.known.add(decision);
    if (from !== null) candidates.push({ decision, from, targets: own });
    else for (const one of own) found.apart.add(idOf(one));
  }
  decide(candidates, matching, found);
  return found;
}

interface Writable {
  pending: Pending[];
  apart: Set<string>;
  wrong: { decision: RenameDecision; reason: string }[];
  known: Set<RenameDecision>;
}

function dropOnly(
  decision: RenameDecision,
  depth: number,
  matching: Matching,
  found: Writable,
): void {
  const { actual, desired, traits } = matching;
  const [old] = (decision.from ?? []).flatMap((text) => named(text, actual, matching));
  // What isn't there was dropped long since.
  if (!old || depthOf(old) !== depth) return;
  found.known.add(decision);
  if (standing(old, desired, traits).length === 0) found.apart.add(idOf(old));
  else found.wrong.push({ decision, reason: `${spellNamed(old)} is still in the models` });
}

function missingTarget(decision: RenameDecision, matching: Matching, found: Writable): void {
  const { source, from, to } = decision;
  const olds = (from ?? []).flatMap((text) => named(text, matching.actual, matching));
  if (source.shared && olds.length === 0) return;
  found.known.add(decision);
  found.wrong.push({ decision, reason: `there is no ${to ?? ''} in the models` });
}

/** Which are to be carried out depends on which others are: a name may be left by one and taken by the next. */
function decide(candidates: readonly Candidate[], matching: Matching, found: Writable): void {
  const { actual, traits } = matching;
  const moves = candidates.flatMap(({ from, targets }) =>
    targets.flatMap((to) => {
      const olds = from.map((text) => oldNameOf(text, to, matching));
      const [old] = olds.flatMap((one) => (one ? standing(one, actual, traits) : []));
      return old ? [{ from: old, to }] : [];
    }),
  );
  const viable = freeable(moves, matching);
  const leaving = new Set(viable.map(({ from }) => idOf(from)));
  const coming = new Set(viable.map(({ to }) => idOf(to)));
  const taken = new Map<string, RenameDecision>();
  for (const candidate of candidates) {
    const matches = candidate.targets.map((to) =>
      matchRename(candidate.from, to, matching, { leaving, coming }),
    );
    const match = matches.find(({ is }) => is === 'rename' || is === 'settled') ?? matches[0];
    if (match) enter(candidate.decision, match, { found, taken, matching });
  }
}

interface Entering {
  readonly found: Writable;
  readonly taken: Map<string, RenameDecision>;
  readonly matching: Matching;
}

function enter(decision: RenameDecision, match: Match, { found, taken, matching }: Entering): void {
  if (match.is === 'settled') return;
  const { way } = decision.source;
  const wrong = (reason: string): void => {
    found.wrong.push({ decision, reason });
  };
  if (match.is !== 'rename') {
    // A tag stays with its model, in a new database too.
    if (match.is === 'wrong' || way !== 'tag') wrong(match.reason);
    return;
  }
  const { from, to } = match;
  const swaps = standing(to, matching.actual, matching.traits).length > 0;
  const stays = way === 'tag' || way === 'file';
  if (swaps && stays && isSettledSwap(from, to, matching)) return;
  const others = [`from ${idOf(from)}`, `to ${idOf(to)}`].map((key) => taken.get(key));
  const [other] = others.filter((one) => one !== undefined);
  if (!other) {
    taken.set(`from ${idOf(from)}`, decision).set(`to ${idOf(to)}`, decision);
    found.pending.push({ from, to });
  } else if (others[0] !== others[1]) {
    wrong(`${other.source.text} says something else of it`);
  }
}

/** Renames whose new name is free, or left by another of them. */
function freeable(moves: readonly Pending[], matching: Matching): readonly Pending[] {
  const { actual, traits } = matching;
  const leaving = new Set(moves.map(({ from }) => idOf(from)));
  const left = moves.filter(
    ({ to }) => standing(to, actual, traits).length === 0 || leaving.has(idOf(to)),
  );
  return left.length === moves.length ? left : freeable(left, matching);
}
