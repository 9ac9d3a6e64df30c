// Carries out, on the actual schema, the renames that somebody decided: Postgres itself does them in a
// scratch transaction, and what it then tells is compared and planned from.
import { kindOf, traits } from '../catalog/index.ts';
import { introspect } from '../catalog/introspect.ts';
import type { Database } from '../database/database.ts';
import type { Rename } from '../plan/plan.ts';
import type { Finding } from '../report/report.ts';
import type { Schema } from '../schema/objects.ts';
import {
  matchDecisions,
  type Matched,
  type Pending,
  type RenameDecision,
} from '../schema/rename-matches.ts';
import { arrange } from '../schema/rename-order.ts';
import type { DiffScope } from '../schema/scope.ts';
import type { Bookkeeping } from '../tools/tool.ts';

export interface DecidedRenames {
  /** The actual schema under the names that were decided. */
  readonly actual: Schema;
  /** What leads there, in this order. */
  readonly steps: readonly Rename[];
  /** The same as differences: one for each decision. */
  readonly changes: readonly Rename[];
  /** Ids, old and new, of what was decided to be dropped, or to be new. */
  readonly apart: ReadonlySet<string>;
  readonly wrong: readonly Finding[];
  /** Decisions that are about nothing here. */
  readonly foreign: readonly RenameDecision[];
}

export interface DecideOptions {
  readonly actual: Schema;
  readonly desired: Schema;
  readonly scope: DiffScope;
  readonly bookkeeping: Bookkeeping;
}

/** Nothing was decided. */
export function undecided(actual: Schema): DecidedRenames {
  return { actual, steps: [], changes: [], apart: new Set(), wrong: [], foreign: [] };
}

/** Whether any decision is still to be carried out. */
export function isAnyPending(
  decisions: readonly RenameDecision[],
  { actual, desired, scope }: DecideOptions,
): boolean {
  const matching = { actual, desired, scope, traits, canRename, done: new Map<string, string>() };
  return [0, 1, 2].some((depth) => matchDecisions(decisions, depth, matching).pending.length > 0);
}

/** Decides on a database that holds the actual schema, which is left as it was. */
export async function decideRenames(
  database: Database,
  decisions: readonly RenameDecision[],
  options: DecideOptions,
): Promise<DecidedRenames> {
  if (decisions.length === 0) return undecided(options.actual);
  return database.scratch(async () => {
    let state: State = { ...undecided(options.actual), done: new Map() };
    let wrong: Matched['wrong'] = [];
    let foreign: readonly RenameDecision[] = decisions;
    // What lies in something is looked for once that has its new name.
    for (const depth of [0, 1, 2]) {
      const { desired, scope } = options;
      const matching = { ...state, desired, scope, traits, canRename };
      const matched = matchDecisions(decisions, depth, matching);
      wrong = [...wrong, ...matched.wrong];
      foreign = foreign.filter((decision) => !matched.known.has(decision));
      const apart = new Set([...state.apart, ...matched.apart]);
      state = { ...(await carryOut(database, matched.pending, state, options)), apart };
    }
    const { actual, steps, changes, apart } = state;
    const inOrder = wrong.toSorted(
      (a, b) => decisions.indexOf(a.decision) - decisions.indexOf(b.decision),
    );
    return { actual, steps, changes, apart, wrong: inOrder.map(describeWrong), foreign };
  });
}

const canRename = (kind: string): boolean => kindOf(kind).rename !== undefined;

type State = DecidedRenames & { readonly done: Map<string, string> };

async function carryOut(
  database: Database,
  pending: readonly Pending[],
  state: State,
  { bookkeeping }: DecideOptions,
): Promise<State> {
  if (pending.length === 0) return state;
  const { steps, changes } = arrange(pending, { actual: state.actual, traits });
  for (const { kind, before, after } of steps) {
    for (const sql of kindOf(kind).rename?.(before, after) ?? []) await database.exec(sql);
  }
  const actual = await introspect(database, { exclude: [bookkeeping] });
  const done = new Map(state.done);
  for (const { before, after } of changes) done.set(after.id, before.id);
  return {
    ...state,
    actual,
    steps: [...state.steps, ...steps],
    changes: [...state.changes, ...changes],
    done,
  };
}

function describeWrong({ decision, reason }: Matched['wrong'][number]): Finding {
  const { text, file, line } = decision.source;
  return {
    rule: 'wrong-rename',
    severity: 'error',
    hazard: 'configuration',
    message: `${text}: ${reason}`,
    file,
    line,
  };
}
