// Changes to statements: up, and down again.
import { revokeImplied, withImpliedGrants, withRevokedRoles } from '../catalog/implied-grants.ts';
import { kindOf, kinds, reference, traits } from '../catalog/index.ts';
import type { Transition } from '../catalog/kind.ts';
import { paced } from '../catalog/online.ts';
import { rebuiltBy } from '../catalog/type-rebuild.ts';
import { applyChanges } from '../schema/apply.ts';
import { diff } from '../schema/diff.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import { actionsFor, type Action } from './actions.ts';
import { withCarried } from './carried.ts';
import { madeAnew } from './anew.ts';
import { irreversible } from './irreversible.ts';
import { onlineMigrations, type Online, type Task } from './online.ts';
import { mentionedTooSoon } from './mentions.ts';
import { order, type Ordered } from './order.ts';
import { rebound } from './rebind.ts';
import { withReplacedTypes } from './replaced-types.ts';
import { inOrder, type Draft } from './stages.ts';
import type { Step } from './step.ts';

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

/** An object that Postgres spells otherwise once something else was changed. */
export interface Respelled {
  /** As it will be. */
  readonly object: SchemaObject;
  /** Whether it is as before again when what caused it is taken back. */
  readonly returns: boolean;
}

export interface PlanOptions {
  /**
   * Renames that come before everything else, in this order. `actual` of the transition is the schema
   * with these names, as Postgres tells it once they are done.
   */
  readonly renames?: readonly Rename[];
  /** Objects that the changes make otherwise by themselves, as `settle` finds them. */
  readonly respelled?: readonly Respelled[];
  /** For statements that keep nobody waiting for long; null for plain ones. */
  readonly online?: Online | null;
  /** All of it must run in one transaction. */
  readonly oneTransaction?: boolean;
}

/** Plans the changes that `diff` found between the two schemas, or some of them. */
export function planChanges(
  wanted: readonly Change[],
  transition: Transition,
  { renames = [], respelled = [], online = null, oneTransaction = false }: PlanOptions = {},
): Plan {
  const { actual, desired } = transition;
  const changes = withRevokedRoles(wanted, actual);
  const named = applyChanges(actual, desired, changes, follows);
  const applied = withCarried(named, changes, actual);
  const granted = withImpliedGrants(applied, changes, desired, reference);
  const expected = rebound(withRespelled(granted, respelled));
  const first = renames.flatMap(renameDrafts);
  const last = renames.map(reversed).reverse().flatMap(renameDrafts);
  const use = online && { ...online, inUse: underNewNames(online.inUse, renames) };
  const how = { online: use, oneTransaction };
  const up = steps(changes, { actual, desired: expected }, { ...how, first });
  const returning = new Set(respelled.flatMap(({ object, returns }) => (returns ? object.id : [])));
  const back = diff(expected, actual, { traits }).filter(({ object }) => !returning.has(object));
  const down = steps(back, { actual: expected, desired: actual }, { ...how, last });
  return {
    up: up.steps,
    down: down.steps,
    irreversible: irreversible(changes, { actual, desired: expected }),
    manual: up.manual,
    renames,
    expected,
  };
}

function withRespelled(schema: Schema, respelled: readonly Respelled[]): Schema {
  if (respelled.length === 0) return schema;
  const objects = new Map(schema.objects);
  for (const { object } of respelled) if (objects.has(object.id)) objects.set(object.id, object);
  return { ...schema, objects };
}

function renameDrafts({ kind, object, before, after }: Rename): Draft[] {
  const statements = kindOf(kind).rename?.(before, after) ?? [];
  return paced('any', statements).map((piece) => ({ ...piece, change: object, locks: true }));
}

function underNewNames(ids: ReadonlySet<string>, renames: readonly Rename[]): Set<string> {
  const all = new Set(ids);
  for (const { before, after } of renames) if (all.has(before.id)) all.add(after.id);
  return all;
}

const reversed = (rename: Rename): Rename => ({
  ...rename,
  before: rename.after,
  after: rename.before,
});

/** Statements that mend one change alone. */
export function sqlForChange(change: Change, transition: Transition): string[] {
  const { actual, desired } = transition;
  const applied = applyChanges(actual, desired, [change], follows);
  const expected = withImpliedGrants(applied, [change], desired, reference);
  return steps([change], { actual, desired: expected }).steps.map((step) => step.sql);
}

function follows(part: SchemaObject, attributes: readonly string[], without: Schema): boolean {
  const { follows: own = [], followsIf } = kindOf(part.kind).traits;
  if (followsIf?.(part, without) === false) return false;
  return attributes.some((name) => own.includes(name));
}

interface StepOptions {
  readonly online?: Online | null;
  readonly oneTransaction?: boolean;
  /** What comes before everything, and after. */
  readonly first?: readonly Draft[];
  readonly last?: readonly Draft[];
}

function steps(
  wanted: readonly Change[],
  given: Transition,
  { online = null, oneTransaction = false, first = [], last = [] }: StepOptions = {},
): { steps: Step[]; manual: readonly string[] } {
  const apart = withReplacedTypes(wanted, given);
  const inPlace = notInPlace(apart.changes, apart.transition);
  const { changes, transition } = madeAnew(inPlace, apart.changes, apart.transition);
  const { manual, ...ordered } = orderedActions(changes, transition);
  const tasks = tasksFor(ordered.actions, ordered.transition);
  const tooSoon = oneTransaction ? neededCommitted(tasks) : new Set<string>();
  if (tooSoon.size > 0) {
    const anew = madeAnew(tooSoon, changes, transition);
    return steps(anew.changes, anew.transition, { first, last });
  }
  const migrations = online
    ? onlineMigrations(
        {
          tasks,
          graph: ordered.graph,
          transition: ordered.transition,
          before: first,
          after: last,
        },
        online,
      )
    : inOrder([...first, ...tasks.flatMap(plainDrafts), ...last]);
  return {
    manual: [...manual, ...ordered.rings],
    steps: migrations.flatMap((drafts, migration) =>
      drafts.map(({ sql, change, transaction }) => ({ sql, change, transaction, migration })),
    ),
  };
}

/** Ids of what can't be altered where it is, for what leans on it. */
function notInPlace(changes: readonly Change[], transition: Transition): Set<string> {
  const anew = changes.filter(
    (change) =>
      change.op === 'alter' && kindOf(change.kind).madeAnew?.(change, transition) === true,
  );
  return new Set(anew.map(({ object }) => object));
}

/** The actions in order; what is in a ring takes a way around it where it has one. */
function orderedActions(
  changes: readonly Change[],
  transition: Transition,
  byWay: ReadonlySet<string> = new Set(),
): Ordered & { manual: readonly string[] } {
  const { actions, manual } = actionsFor(changes, transition, byWay);
  const ordered = order(actions, transition, kindRank);
  const more = [...ordered.byWay].filter((id) => !byWay.has(id));
  return more.length > 0
    ? orderedActions(changes, transition, new Set([...byWay, ...more]))
    : { ...ordered, manual };
}

/** Ids of what is altered in a way that what follows can't use before a commit. */
function neededCommitted(tasks: readonly Task[]): Set<string> {
  const waiting = tasks.filter(({ plain }) => plain.some((one) => one.transaction === 'last'));
  return new Set(waiting.map(({ action }) => action.object.id));
}

function plainDrafts({ action, plain }: Task): Draft[] {
  return plain.map((piece) => ({ ...piece, change: action.change, locks: false }));
}

/** The actions with their plain statements. */
function tasksFor(actions: readonly Action[], transition: Transition): Task[] {
  const early = mentionedTooSoon(actions);
  const revoked = revokedByTheWay(actions, transition);
  const tasks = actions.map((action) => ({
    action,
    texts: [
      ...(early.has(action)
        ? uncheckedStatements(action, transition)
        : statements(action, transition)),
      ...(revoked.get(action) ?? []),
    ],
  }));
  return tasks.map(({ action, texts }, index) => ({
    action,
    plain: texts.flatMap((sql) => paced(usedLater(sql, index, tasks) ? 'last' : 'any', [sql])),
  }));
}

/** For what an alteration makes on its way, as a column its sequence: what default privileges grant on it. */
function revokedByTheWay(
  actions: readonly Action[],
  { actual, desired }: Transition,
): Map<Action, string[]> {
  const made = new Set(actions.flatMap(({ verb, after }) => (verb === 'create' ? after.id : [])));
  const last = new Map(
    actions.flatMap((action) => (action.verb === 'alter' ? [[action.after.id, action]] : [])),
  );
  return new Map(
    [...last].map(([id, action]) => [
      action,
      childrenOf(desired, id)
        .filter((child) => child.part && !actual.objects.has(child.id) && !made.has(child.id))
        .flatMap((child) => revokeImplied(child, desired, { grant: kinds.grant, reference })),
    ]),
  );
}

/** For one whose text names what comes only later. */
function uncheckedStatements(action: Action, transition: Transition): string[] {
  const early = kindOf(action.after.kind).unchecked?.(action.after);
  return early
    ? [...statements({ ...action, after: early.object }, transition), ...early.then]
    : statements(action, transition);
}

const KIND_ORDER = Object.keys(kinds);

function kindRank(kind: string): number {
  return KIND_ORDER.indexOf(kind);
}

function statements(action: Action, transition: Transition): string[] {
  const kind = kindOf(action.object.kind);
  const revoked = (object: SchemaObject): string[] =>
    revokeImplied(object, transition.desired, { grant: kinds.grant, reference });
  switch (action.verb) {
    case 'drop':
      return kind.drop(action.object, transition);
    case 'create':
      return [
        ...kind.create(action.after, transition.desired, transition.actual),
        ...revoked(action.after),
      ];
    case 'rename':
      return kind.rename?.(action.object, action.after) ?? [];
    case 'alter':
      return [
        ...Object.entries(kind.alter)
          .filter(([name]) => action.attributes.includes(name))
          .flatMap(([, alter]) => alter(action.object, action.after, transition) ?? []),
        ...rebuiltBy({ ...action, before: action.object }, transition).flatMap(revoked),
      ];
  }
}

/** A value added to an enum can't be used before the transaction that added it has ended. */
function usedLater(
  sql: string,
  index: number,
  tasks: readonly { readonly action: Action; readonly texts: readonly string[] }[],
): boolean {
  const object = tasks[index]?.action.object;
  const value = /^ALTER TYPE .* ADD VALUE ('(?:[^']|'')*')/.exec(sql)?.[1];
  if (object?.kind !== 'enum' || value === undefined) return false;
  return tasks.slice(index + 1).some(({ action: { after }, texts }) => {
    // What a text says isn't always among the needs of what stands alone, a function say.
    const mayUse = after.parent === null || after.needs.includes(object.id);
    return mayUse && after.id !== object.id && texts.some((text) => text.includes(value));
  });
}
