// What differs between models and migrations, and which of it this revision brought.
import picomatch from 'picomatch';
import { traits } from '../catalog/index.ts';
import type { Respelled } from '../plan/plan.ts';
import { diff } from '../schema/diff.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, Json, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { RenameChange } from '../schema/rename-order.ts';
import type { DiffScope } from '../schema/scope.ts';
import type { Project } from '../tools/tool.ts';
import type { Side } from './sides.ts';

export interface Drift {
  /** What was decided to be renamed. */
  readonly renames: readonly RenameChange[];
  /** What differs besides. */
  readonly changes: readonly Change[];
  /** What is otherwise once all of these are made, though no change is made to it. */
  readonly respelled: readonly Respelled[];
  /** Those of both that base has as well. */
  readonly inherited: ReadonlySet<Change>;
  /** Those of form that follow from a rename, and are planned with it. */
  readonly riding: ReadonlySet<Change>;
  readonly scope: DiffScope;
  /** Ids of what migrations create and no model ever named. */
  readonly unmodelled: readonly string[];
}

/**
 * Compares desired and actual at head; with base, tells inherited drift from introduced. What follows from other
 * changes is among them still.
 */
export function findDrift(
  project: Project,
  head: Side,
  base: Side | null,
): Omit<Drift, 'respelled'> {
  const unmodelled = findUnmodelled(head, base);
  const scope = scopeOf(head, base);
  const changes = changesOf(head, scope, ignoredObjects(project, head, unmodelled));
  const renames = head.decided.changes;
  const riding = new Set(changes.filter((change) => rides(change, head)));
  const drift = { renames, changes, riding, unmodelled, scope };
  if (base === null) return { ...drift, inherited: new Set() };
  const ignoredAtBase = ignoredObjects(project, base, findUnmodelled(base, null));
  const atBase = [...base.decided.changes, ...changesOf(base, scope, ignoredAtBase)];
  const standing = new Set(atBase.map((change) => keyOf(change, base)));
  const all = [...renames, ...changes];
  const inherited = new Set(all.filter((change) => standing.has(keyOf(change, head))));
  return { ...drift, inherited: withoutNeeded(inherited, all, head.desired) };
}

/** What this revision brings may lean on what base lacks already: that is needed now, and so not inherited. */
function withoutNeeded(
  inherited: ReadonlySet<Change>,
  all: readonly Change[],
  { objects }: Schema,
): ReadonlySet<Change> {
  const left = new Set(inherited);
  const creations = new Map(
    [...inherited].flatMap((change) => (change.op === 'create' ? [[change.object, change]] : [])),
  );
  const creationOf = (id: string): Change | undefined => {
    const parent = objects.get(id)?.parent ?? null;
    return creations.get(id) ?? (parent === null ? undefined : creationOf(parent));
  };
  const queue = all.filter((change) => !inherited.has(change) && change.weight === 'substance');
  for (const change of queue) {
    if (change.op === 'drop') continue;
    const { parent, needs } = change.after;
    for (const id of parent === null ? needs : [parent, ...needs]) {
      const creation = creationOf(id);
      if (creation !== undefined && left.delete(creation)) queue.push(creation);
    }
  }
  return left;
}

/** Whether it is a matter of form of something renamed, or of what lies in it or refers to it. */
function rides(change: Change, { actual, desired, decided }: Side): boolean {
  if (change.weight !== 'form') return false;
  const renamed = new Set(decided.changes.map(({ object }) => object));
  const lies = (id: string): boolean => {
    if (renamed.has(id)) return true;
    const parent = (desired.objects.get(id) ?? actual.objects.get(id))?.parent ?? null;
    return parent !== null && lies(parent);
  };
  const needs = change.op === 'drop' ? [] : change.after.needs;
  return renamed.size > 0 && (lies(change.object) || needs.some(lies));
}

/** Changes with one key are the same: what would be created, or altered, is so to the same end. */
function keyOf(change: Change, { desired }: Side): string {
  const { op, object } = change;
  switch (change.op) {
    case 'create':
      return JSON.stringify([op, object, definitionOf(change.after, desired)]);
    case 'alter': {
      const { attributes, before, after } = change;
      const values = attributes.map((name) => [before.attributes[name], after.attributes[name]]);
      return JSON.stringify([op, object, attributes, values]);
    }
    case 'rename':
      return JSON.stringify([op, object, change.before.id, change.reason]);
    case 'drop':
      return JSON.stringify([op, object]);
  }
}

/** An object's attributes and those of the parts that come with it, in the order of their ids. */
function definitionOf(object: SchemaObject, schema: Schema): readonly Json[] {
  const parts = childrenOf(schema, object.id)
    .filter(({ part }) => part)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [object.id, object.attributes, ...parts.flatMap((part) => definitionOf(part, schema))];
}

function changesOf(
  side: Side,
  scope: DiffScope,
  ignore: (object: SchemaObject) => boolean,
): Change[] {
  return diff(side.actual, side.desired, { traits, scope, ignore });
}

/** What is compared: what the models can say, less what none of them does and hands write instead. */
export function scopeOf(head: Side, base: Side | null): DiffScope {
  const { kinds, silent, external, ifDeclared } = head.models.scope;
  const declared = [head, base].flatMap((side) => [...(side?.desired.objects.values() ?? [])]);
  const isDeclared = (kind: string, attribute: string): boolean =>
    declared.some((object) => object.kind === kind && Boolean(object.attributes[attribute]));
  const unsaid = Object.entries(ifDeclared.attributes).map(
    ([kind, attributes]): [string, readonly string[]] => [
      kind,
      [...(silent[kind] ?? []), ...attributes.filter((name) => !isDeclared(kind, name))],
    ],
  );
  return {
    external,
    silent: { ...silent, ...Object.fromEntries<readonly string[]>(unsaid) },
    kinds: kinds.filter(
      (kind) => !ifDeclared.kinds.includes(kind) || declared.some((object) => object.kind === kind),
    ),
  };
}

/**
 * In no model at either revision, and not in the tool's own records: written by hand, and no business
 * of the models. So is what stands alone, and what a model of its owner has no word for.
 */
function findUnmodelled(side: Side, base: Side | null): readonly string[] {
  const modelled = new Set(side.migrations.modelledBefore);
  const { unsaidOn } = side.models.scope;
  const isUnsaid = (kind: string, parent: string): boolean =>
    unsaidOn[side.actual.objects.get(parent)?.kind ?? '']?.includes(kind) === true;
  return [...side.actual.objects.values()]
    .filter(
      ({ id, kind, parent }) =>
        (parent === null || isUnsaid(kind, parent)) &&
        side.models.scope.kinds.includes(kind) &&
        !side.desired.objects.has(id) &&
        base?.desired.objects.has(id) !== true &&
        !modelled.has(id),
    )
    .map(({ id }) => id);
}

function ignoredObjects(
  project: Project,
  side: Side,
  unmodelled: readonly string[],
): (object: SchemaObject) => boolean {
  const isNamed = ignoredByName(project);
  // What is unreadable may turn out a table or a view: in a schema there is one of the name.
  const leftOut = new Set([...side.unreadable, ...unmodelled].map(sharedName));
  const assumed = new Set(side.assumed);
  // An unknown that names no object may stand for any of them: what is missing proves nothing then.
  const anyMissing = side.models.unknowns.some(({ object }) => object === null);
  return (object) => {
    const { id, kind, schema, name, parent } = object;
    if (assumed.has(schema ?? name)) return true;
    // Extensions come with the server, save those that the models lean on.
    if (kind === 'extension' && !side.models.extensions.includes(name)) return true;
    if (leftOut.has(sharedName(id)) || (parent !== null && leftOut.has(sharedName(parent))))
      return true;
    if (isNamed(object)) return true;
    return anyMissing && parent === null && !side.desired.objects.has(id);
  };
}

/** What `ignore` of the configuration names, by itself or by its table. */
export function ignoredByName({ ignore }: Project): (object: SchemaObject) => boolean {
  if (ignore.length === 0) return () => false;
  const matches = picomatch([...ignore]);
  return ({ schema, table, name }) =>
    [
      [schema, name],
      [schema, table],
      [schema, table, name],
    ].some((parts) => matches(parts.filter((part) => part !== null).join('.')));
}

/** Schemas, roles and extensions don't share their names with each other. */
function sharedName(id: string): string {
  return /^(?:schema|role|extension):/.test(id) ? id : identityOf(id);
}
