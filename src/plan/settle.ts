// What changes by itself when something else does: where a column's type changes, Postgres spells the
// expressions over it anew. What only follows from another change is no change of its own.
import { introspect, type IntrospectOptions } from '../catalog/introspect.ts';
import { retypes } from '../catalog/blocking.ts';
import type { Transition } from '../catalog/kind.ts';
import type { Database } from '../database/database.ts';
import { differingAttributes } from '../schema/attributes.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import { planChanges, type Plan, type Rename, type Respelled } from './plan.ts';

export interface Settled {
  /** The changes that are left to be made. */
  readonly changes: readonly Change[];
  /** What is otherwise afterwards though no change is made to it. */
  readonly respelled: readonly Respelled[];
}

type Alteration = Change & { readonly op: 'alter' };

/**
 * Tries the changes of type alone on a database at the actual state, which is left so, and takes from
 * the changes what they bring about. `actual` is the schema after the renames.
 */
export async function settle(
  db: Database,
  changes: readonly Change[],
  transition: Transition & { readonly renames?: readonly Rename[] },
  options: IntrospectOptions = {},
): Promise<Settled> {
  const causes = changes.filter((change): change is Alteration => isCause(change, transition));
  if (causes.length === 0) return { changes, respelled: [] };
  const { renames = [], actual } = transition;
  const tried = await tryOut(db, planChanges(causes, transition, { renames }), options);
  if (tried === null) return { changes, respelled: [] };
  const caused = new Set(causes.map(({ object }) => object));
  const differs = (schema: Schema, { id }: SchemaObject): boolean => {
    const [before, after] = [actual.objects.get(id), schema.objects.get(id)];
    return !before || !after || differingAttributes(before, after).length > 0;
  };
  const respelled = [...tried.after.objects.values()].filter(
    (object) =>
      actual.objects.has(object.id) && !caused.has(object.id) && differs(tried.after, object),
  );
  const byId = new Map(respelled.map((object) => [object.id, object]));
  const left = changes.filter((change) => !isConsequence(change, byId.get(change.object)));
  const changed = new Set(left.map(({ object }) => object));
  return {
    changes: left,
    respelled: respelled
      .filter(({ id }) => !changed.has(id))
      .map((object) => ({ object, returns: !differs(tried.back, object) })),
  };
}

/** The schema after a plan, and after its way back; null where it fails. */
function tryOut(
  db: Database,
  plan: Plan,
  options: IntrospectOptions,
): Promise<{ after: Schema; back: Schema } | null> {
  return db.scratch(async () => {
    const up = await db.run(plan.up.map((step) => step.sql));
    if (!up.ok) return null;
    const after = await introspect(db, options);
    const down = await db.run(plan.down.map((step) => step.sql));
    return down.ok ? { after, back: await introspect(db, options) } : null;
  });
}

/** A change of type of something that others spell expressions over. */
function isCause(change: Change, { actual }: Transition): boolean {
  return (
    change.op === 'alter' &&
    retypes(change) &&
    dependentsOf(actual, change.object).some(({ kind }) => kind !== 'column')
  );
}

/** Whether an object that is as told afterwards needs the change no more. */
function isConsequence(change: Change, respelled: SchemaObject | undefined): boolean {
  if (change.op !== 'alter' || !respelled) return false;
  const differing = differingAttributes(respelled, change.after);
  return change.attributes.every((name) => !differing.includes(name));
}
