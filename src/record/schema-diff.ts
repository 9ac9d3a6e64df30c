// What a change of the schema looks like: its objects as SQL before and after, and its tables with
// what stands next to them, for a diagram.
import { kindOf, traits } from '../catalog/index.ts';
import type { ChangedObjectReport, SchemaDiffReport } from '../report/report.ts';
import { diff } from '../schema/diff.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Analysis, Compared, Migrated } from './analysis.ts';
import { withChanges } from './changed-schema.ts';
import { drawTables } from './schema-diagram.ts';
import type { RootPair, SchemaStep } from './schema-step.ts';

/** What the missing migration changes, then what the new ones do, where something is known to change. */
export function schemaDiffs({ compared, added, migrated }: Analysis): readonly SchemaDiffReport[] {
  const missing = compared === null ? null : missingStep(compared);
  const made = migrated === null || added.length === 0 ? null : newStep(migrated);
  return [
    ...(missing === null || missing.changes.length === 0 ? [] : [describeStep('missing', missing)]),
    ...(made === null || made.changes.length === 0 ? [] : [describeStep('new', made)]),
  ];
}

/** From what the migrations give to what the models ask for, inherited differences left aside. */
function missingStep({ head, drift }: Compared): SchemaStep {
  const isNew = (change: Change): boolean => !drift.inherited.has(change);
  const renames = drift.renames.filter(isNew);
  const changes = drift.changes.filter(isNew);
  return {
    before: renames.length > 0 ? head.migrated : head.actual,
    after: withChanges(head.actual, head.desired, changes),
    changes: [...renames, ...changes],
    renamed: oldNames([...renames, ...changes]),
  };
}

/** From what base's migrations give to what head's do. */
function newStep(migrated: Migrated): SchemaStep {
  const changes = diff(migrated.before, migrated.after, { traits });
  const renamed = new Map([...oldNames(changes), ...migrated.renamed]);
  return { ...migrated, changes, renamed };
}

function oldNames(changes: readonly Change[]): ReadonlyMap<string, SchemaObject> {
  return new Map(
    changes.flatMap((change) =>
      change.op === 'rename' ? [[change.after.id, change.before] as const] : [],
    ),
  );
}

/** The report of one step. */
export function describeStep(of: SchemaDiffReport['of'], step: SchemaStep): SchemaDiffReport {
  const roots = rootsOf(step);
  return { of, objects: roots.map((root) => textsOf(root, step)), ...drawTables(roots, step) };
}

/** What changes or has a part that does, once each, in the order of the changes. */
function rootsOf({ before, after, changes, renamed }: SchemaStep): readonly RootPair[] {
  const pairs = new Map<string, RootPair>();
  const successors = new Map([...renamed].map(([id, old]) => [old.id, id]));
  for (const change of changes) {
    const root = change.op === 'drop' ? rootOf(before, change.before) : rootOf(after, change.after);
    const id = (change.op === 'drop' ? successors.get(root.id) : undefined) ?? root.id;
    const now = after.objects.get(id) ?? null;
    const then = before.objects.get(renamed.get(id)?.id ?? id) ?? null;
    pairs.set(id, { before: then, after: now });
  }
  return [...pairs.values()];
}

function rootOf(schema: Schema, object: SchemaObject): SchemaObject {
  const parent = object.parent === null ? undefined : schema.objects.get(object.parent);
  return parent === undefined ? object : rootOf(schema, parent);
}

function textsOf({ before, after }: RootPair, step: SchemaStep): ChangedObjectReport {
  const one = after ?? before;
  return {
    kind: one?.kind ?? '',
    object: one === null ? '' : identityOf(one.id),
    before: before === null ? null : definitionOf(before, step.before),
    after: after === null ? null : definitionOf(after, step.after),
  };
}

/** The statements that make it with all that belongs to it, one below the other. */
function definitionOf(object: SchemaObject, schema: Schema): string {
  const made = [object, ...belongings(object, schema)].flatMap((one) =>
    kindOf(one.kind).create(one, schema),
  );
  return [...new Set(made)].join('\n');
}

function belongings({ id }: SchemaObject, schema: Schema): readonly SchemaObject[] {
  return childrenOf(schema, id).flatMap((child) => [
    ...(child.part ? [] : [child]),
    ...belongings(child, schema),
  ]);
}
