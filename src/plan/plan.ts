// Changes to statements: up, and down again.
import { kindOf, kinds, traits } from '../catalog/index.ts';
import type { Transition } from '../catalog/kind.ts';
import { applyChanges } from '../schema/apply.ts';
import { diff } from '../schema/diff.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { actionsFor, type Action } from './actions.ts';
import { irreversible } from './irreversible.ts';
import { order } from './order.ts';

/** One statement. */
export interface Step {
  readonly sql: string;
  /** Id of the change it serves. */
  readonly change: string;
  /** False when what comes later can't use its effect within the same transaction. */
  readonly transactional: boolean;
}

export interface Plan {
  readonly up: readonly Step[];
  readonly down: readonly Step[];
  /** What `down` can't bring back, in words. */
  readonly irreversible: readonly string[];
  /** Changes that no statement is written for, in words. */
  readonly manual: readonly string[];
  /** What comes first in `up`, and last in `down`. */
  readonly renames: readonly Rename[];
  /** The schema after `up`: the actual one with the changes in it. */
  readonly expected: Schema;
}

/** A change that gives one object another name. */
export type Rename = Change & { readonly op: 'rename' };

export interface PlanOptions {
  /**
   * Renames that come before everything else, in this order. `actual` of the transition is the schema
   * with these names, as Postgres tells it once they are done.
   */
  readonly renames?: readonly Rename[];
}

/** Plans the changes that `diff` found between the two schemas, or some of them. */
export function planChanges(
  changes: readonly Change[],
  transition: Transition,
  { renames = [] }: PlanOptions = {},
): Plan {
  const { actual, desired } = transition;
  const expected = applyChanges(actual, desired, changes, follows);
  const up = steps(changes, { actual, desired: expected });
  const back = diff(expected, actual, { traits });
  const down = steps(back, { actual: expected, desired: actual });
  return {
    up: [...renames.flatMap(renameSteps), ...up.steps],
    down: [...down.steps, ...renames.map(reversed).reverse().flatMap(renameSteps)],
    irreversible: irreversible(changes, actual),
    manual: up.manual,
    renames,
    expected,
  };
}

function renameSteps({ kind, object, before, after }: Rename): Step[] {
  const statements = kindOf(kind).rename?.(before, after) ?? [];
  return statements.map((sql) => ({ sql, change: object, transactional: true }));
}

const reversed = (rename: Rename): Rename => ({
  ...rename,
  before: rename.after,
  after: rename.before,
});

/** Statements that mend one change alone. */
export function sqlForChange(change: Change, transition: Transition): string[] {
  const { actual, desired } = transition;
  const expected = applyChanges(actual, desired, [change], follows);
  return steps([change], { actual, desired: expected }).steps.map((step) => step.sql);
}

function follows(part: SchemaObject, attributes: readonly string[]): boolean {
  const own = kindOf(part.kind).traits.follows ?? [];
  return attributes.some((name) => own.includes(name));
}

function steps(
  changes: readonly Change[],
  transition: Transition,
): { steps: Step[]; manual: readonly string[] } {
  const { actions, manual } = actionsFor(changes, transition);
  const ordered = order(actions, transition, kindRank);
  const written = ordered.actions.flatMap((action) =>
    statements(action, ordered.transition).map((sql) => ({ sql, change: action.change, action })),
  );
  return {
    manual: [...manual, ...ordered.rings],
    steps: written.map(({ sql, change, action }, index) => ({
      sql,
      change,
      transactional: !usedLater(
        sql,
        action,
        written.slice(index + 1).map((later) => later.sql),
      ),
    })),
  };
}

const KIND_ORDER = Object.keys(kinds);

function kindRank(kind: string): number {
  return KIND_ORDER.indexOf(kind);
}

function statements(action: Action, transition: Transition): string[] {
  const kind = kindOf(action.object.kind);
  switch (action.verb) {
    case 'drop':
      return kind.drop(action.object);
    case 'create':
      return kind.create(action.after, transition.desired);
    case 'rename':
      return kind.rename?.(action.object, action.after) ?? [];
    case 'alter':
      return Object.entries(kind.alter)
        .filter(([name]) => action.attributes.includes(name))
        .flatMap(([, alter]) => alter(action.object, action.after, transition) ?? []);
  }
}

/** A value added to an enum can't be used before the transaction that added it has ended. */
function usedLater(sql: string, action: Action, later: readonly string[]): boolean {
  const value = /^ALTER TYPE .* ADD VALUE ('(?:[^']|'')*')/.exec(sql)?.[1];
  if (action.object.kind !== 'enum' || value === undefined) return false;
  return later.some((text) => text.includes(value) && !text.startsWith('ALTER TYPE'));
}
