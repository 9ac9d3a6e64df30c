// The same actions on tables in use, by statements that keep nobody waiting for long, and so in several
// migrations where the rules of transactions ask for them.
import { kindOf } from '../catalog/index.ts';
import type { Transition } from '../catalog/kind.ts';
import { paced, type OnlineContext, type OnlineForms, type Paced } from '../catalog/online.ts';
import { holdsRows } from '../catalog/partitions.ts';
import { quoteLiteral } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Action } from './actions.ts';
import type { Graph } from './graph.ts';
import { arrange, type Chain, type Draft } from './stages.ts';

/** What was seen of the plain statements, tried where they can be taken back: see observe.ts. */
export interface Facts {
  /** Ids of the parts whose plain CREATE rewrites their table. */
  readonly rewrites: ReadonlySet<string>;
  /** By id of a partition: what its rows must meet. */
  readonly partitionConstraints: ReadonlyMap<string, string>;
}

/** Nothing was tried. */
export const NO_FACTS: Facts = { rewrites: new Set(), partitionConstraints: new Map() };

export interface Online {
  /** Major version of PostgreSQL whose words may be used. */
  readonly version: number;
  /** Ids of the objects that are in use: those that were there before this revision. */
  readonly inUse: ReadonlySet<string>;
  readonly facts: Facts;
  /** How long a statement may wait for a lock, with others waiting behind it; null sets nothing. */
  readonly lockTimeout: string | null;
}

/** An action and its plain statements. */
export interface Task {
  readonly action: Action;
  readonly plain: readonly Paced[];
}

/** Tasks in their order, what must come before what, and the renames around them. */
export interface Work {
  readonly tasks: readonly Task[];
  readonly graph: Graph;
  readonly transition: Transition;
  readonly before: readonly Draft[];
  readonly after: readonly Draft[];
}

/** The migrations that do the work. */
export function onlineMigrations(work: Work, online: Online): Draft[][] {
  const writer = new Writer(work, online);
  const before: Chain = { drafts: work.before, after: [] };
  const chains = new Map<Action, { drafts: Draft[]; after: Chain[] }>(
    work.tasks.map((task) => [task.action, { drafts: writer.drafts(task), after: [before] }]),
  );
  for (const [action, chain] of chains) {
    for (const earlier of work.graph.get(action)?.keys() ?? []) {
      const one = chains.get(earlier);
      if (one) chain.after.push(one);
    }
  }
  const all = [before, ...chains.values()];
  const migrations = arrange([...all, { drafts: work.after, after: all }]);
  return migrations.map((drafts) => withLockTimeout(drafts, online.lockTimeout));
}

/** Whether an object belongs to a relation that is in use. */
function isOnTableInUse(
  object: SchemaObject,
  { objects }: Schema,
  { inUse }: Pick<Online, 'inUse'>,
): boolean {
  let root = object;
  for (let up = parentOf(root); up; up = parentOf(up)) root = up;
  return holdsRows(root) && inUse.has(root.id) && objects.has(root.id);

  function parentOf({ parent }: SchemaObject): SchemaObject | undefined {
    return parent === null ? undefined : objects.get(parent);
  }
}

class Writer {
  readonly #work: Work;
  readonly #online: Online;
  readonly #context: OnlineContext;
  /** Drops of what is created again under the same id. */
  readonly #replaced = new Map<string, Action>();
  /** Ids of what is changed or goes: nothing that leans on it can be replaced in one go. */
  readonly #changing: ReadonlySet<string>;

  constructor(work: Work, online: Online) {
    const { actual, desired } = work.transition;
    const { rewrites, partitionConstraints } = online.facts;
    this.#work = work;
    this.#online = online;
    this.#context = {
      version: online.version,
      actual,
      desired,
      rewrites: (part) => rewrites.has(part.id),
      partitionConstraint: (table) => partitionConstraints.get(table.id) ?? null,
    };
    const actions = work.tasks.map(({ action }) => action);
    this.#changing = new Set(
      actions.filter(({ verb }) => verb !== 'create').map(({ object }) => object.id),
    );
    const drops = new Map(
      actions.filter(({ verb }) => verb === 'drop').map((action) => [action.object.id, action]),
    );
    for (const action of actions) {
      const drop = drops.get(action.object.id);
      if (action.verb === 'create' && drop) this.#replaced.set(action.object.id, drop);
    }
  }

  drafts(task: Task): Draft[] {
    const { action } = task;
    const locks = this.#locks(action);
    return this.#pieces(task).map((piece) => ({ ...piece, change: action.change, locks }));
  }

  #pieces({ action, plain }: Task): readonly Paced[] {
    const { object, after, verb } = action;
    const { online } = kindOf(object.kind);
    const { actual } = this.#work.transition;
    if (!online || !isOnTableInUse(object, actual, this.#online)) return plain;
    if (this.#replacement(after.id, online) !== null) {
      return verb === 'drop' ? [] : (this.#replacement(after.id, online) ?? plain);
    }
    switch (verb) {
      case 'drop':
        return online.drop?.(object, this.#context) ?? plain;
      case 'create':
        return online.create?.(after, this.#context) ?? plain;
      case 'alter':
        return this.#alterations(action, online);
      case 'rename':
        return plain;
    }
  }

  /** Null where the object isn't replaced, or has to go while something else changes. */
  #replacement(id: string, online: OnlineForms): readonly Paced[] | null {
    const drop = this.#replaced.get(id);
    const after = this.#work.transition.desired.objects.get(id);
    if (!drop || !after) return null;
    const leansOn = [...drop.object.needs, ...after.needs];
    if (leansOn.some((need) => this.#changing.has(need))) return null;
    return online.replace?.(drop.object, after, this.#context) ?? null;
  }

  #alterations({ object, after, attributes }: Action, online: OnlineForms): Paced[] {
    const { transition } = this.#work;
    return Object.entries(kindOf(object.kind).alter)
      .filter(([name]) => attributes.includes(name))
      .flatMap(
        ([name, alter]) =>
          online.alter?.[name]?.(object, after, this.#context) ??
          paced('any', alter(object, after, transition) ?? []),
      );
  }

  /** On a table in use, or of a table that refers to one. */
  #locks({ object, after }: Action): boolean {
    const { actual } = this.#work.transition;
    if (isOnTableInUse(object, actual, this.#online)) return true;
    if (after.parent === null) return false;
    return after.needs.some((need) => {
      const needed = actual.objects.get(need);
      return needed !== undefined && isOnTableInUse(needed, actual, this.#online);
    });
  }
}

/**
 * Nobody waits for what can't run in a transaction, and a backfill's wait for a row is no matter; a
 * timeout would only leave them half done.
 */
function withLockTimeout(drafts: readonly Draft[], timeout: string | null): Draft[] {
  const [first] = drafts;
  const waited = drafts.some(
    ({ locks, transaction }) => locks && transaction !== 'never' && transaction !== 'own',
  );
  if (timeout === null || !first || !waited) return [...drafts];
  const sql = `SET LOCAL lock_timeout = ${quoteLiteral(timeout)};`;
  return [{ sql, change: first.change, transaction: 'any', locks: true }, ...drafts];
}
