// Two schemas in, changes out: by identity, attribute by attribute. Names no kind; what is particular
// about one comes in as its traits.
import { differingAttributes } from './attributes.ts';
import { identityOf } from './identity.ts';
import type { Change, Json, Schema, SchemaObject, Weight } from './objects.ts';
import { dependentsOf } from './relations.ts';
import { pairRenames } from './renames.ts';
import type { DiffOptions } from './scope.ts';
import type { Traits } from './traits.ts';

interface Schemas {
  readonly actual: Schema;
  readonly desired: Schema;
}

/** The changes that lead from the actual to the desired schema, in the order of their ids. */
export function diff(actual: Schema, desired: Schema, options: DiffOptions): Change[] {
  const before = select(actual, options);
  const after = select(desired, options);
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const fresh = [...after.values()].filter(({ id }) => !before.has(id));
  const renames = pairRenames(gone, fresh, options);
  const renamed = new Set(renames.flatMap(([old, wanted]) => [old.id, wanted.id]));
  const altered = [...after.values()].flatMap((object) => {
    const old = before.get(object.id);
    return old ? alteration(old, object, { ...options, actual, desired }) : [];
  });
  const changes: Change[] = [
    ...altered,
    ...renames.map(([old, wanted]) => rename(old, wanted)),
    ...fresh.filter(({ id }) => !renamed.has(id)).map((object) => creation(object, options)),
    ...gone.filter(({ id }) => !renamed.has(id)).map((object) => drop(object, actual, options)),
  ];
  return withoutCovered(changes, before, after, { ...options, actual, desired }).sort(byObject);
}

/** What is compared of a schema, by id. */
function select(schema: Schema, { scope, ignore }: DiffOptions): Map<string, SchemaObject> {
  const external = new Set(scope?.external);
  const left = (object: SchemaObject): boolean => {
    if (external.has(object.id) || ignore?.(object) === true) return true;
    const parent = object.parent === null ? undefined : schema.objects.get(object.parent);
    return parent !== undefined && left(parent);
  };
  const compared = (object: SchemaObject): boolean =>
    (scope === undefined || scope.kinds.includes(object.kind)) && !left(object);
  return new Map([...schema.objects].filter(([, object]) => compared(object)));
}

function creation(object: SchemaObject, { traits }: DiffOptions): Change {
  const { kind, id } = object;
  return {
    op: 'create',
    kind,
    object: id,
    weight: traits[kind]?.isForm === true ? 'form' : 'substance',
    reason: 'only in the models',
    after: object,
  };
}

function drop(object: SchemaObject, actual: Schema, options: DiffOptions): Change {
  const unused = options.traits[object.kind]?.formWhenUnused === true && !isNeeded(object, actual);
  return {
    op: 'drop',
    kind: object.kind,
    object: object.id,
    weight: unused || options.traits[object.kind]?.isForm === true ? 'form' : 'substance',
    reason: unused ? 'only in the database, and nothing there uses it' : 'only in the database',
    before: object,
  };
}

function rename(before: SchemaObject, after: SchemaObject): Change {
  const reason = `the same under another name: ${before.name} → ${after.name}`;
  return {
    op: 'rename',
    kind: after.kind,
    object: after.id,
    weight: 'form',
    reason,
    before,
    after,
  };
}

function alteration(
  before: SchemaObject,
  after: SchemaObject,
  options: DiffOptions & Schemas,
): Change[] {
  const traits = options.traits[after.kind] ?? {};
  const attributes = differingAttributes(before, after, options.scope).filter(
    (name) =>
      traits.unwanted?.[name] === undefined || after.attributes[name] !== traits.unwanted[name],
  );
  if (attributes.length === 0) return [];
  const isForm = (name: string): boolean =>
    traits.isForm === true ||
    traits.form?.includes(name) === true ||
    traits.formWhen?.[name]?.(before, after, options) === true;
  const weight: Weight = attributes.every(isForm) ? 'form' : 'substance';
  const reason = reasonOf(before, after, attributes, traits);
  return [
    { op: 'alter', kind: after.kind, object: after.id, weight, reason, before, after, attributes },
  ];
}

function reasonOf(
  before: SchemaObject,
  after: SchemaObject,
  attributes: readonly string[],
  traits: Traits,
): string {
  const reasons = attributes.map((name) => {
    const [old, wanted] = [before.attributes[name], after.attributes[name]];
    const own = traits.reasons?.[name];
    return own ? own(old, wanted) : `${words(name)}: ${inWords(old)} → ${inWords(wanted)}`;
  });
  const told = reasons.filter((reason) => reason !== null);
  return told.length > 0 ? told.join('; ') : attributes.map(words).join(', ');
}

/** `onDelete` → `on delete`. */
function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function inWords(value: Json | undefined): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return `(${value.map(inWords).join(', ')})`;
  return typeof value === 'object'
    ? JSON.stringify(value)
    : String(value).trim().replaceAll(/\s+/g, ' ');
}

/** Drops the changes that another one brings along. */
function withoutCovered(
  changes: readonly Change[],
  before: ReadonlyMap<string, SchemaObject>,
  after: ReadonlyMap<string, SchemaObject>,
  { traits, actual, desired }: DiffOptions & Schemas,
): Change[] {
  const byId = new Map(changes.map((change) => [change.object, change]));
  const follows = (object: SchemaObject, names: readonly string[], without: Schema): boolean => {
    const { follows: own = [], followsIf } = traits[object.kind] ?? {};
    return names.some((name) => own.includes(name)) && followsIf?.(object, without) !== false;
  };
  const covered = (object: SchemaObject, op: 'create' | 'drop'): boolean => {
    const parent = object.parent === null ? undefined : byId.get(object.parent);
    if (parent?.op === 'alter') {
      return follows(object, parent.attributes, op === 'create' ? actual : desired);
    }
    if (op === 'create' && !object.part) return false;
    if (parent?.op === op) return true;
    const owner =
      object.parent === null ? undefined : (op === 'create' ? after : before).get(object.parent);
    return owner !== undefined && byId.get(owner.id) === undefined && isCoveredAbove(owner, op);
  };
  /** A parent that was itself covered isn't among the changes on its own account. */
  const isCoveredAbove = (object: SchemaObject, op: 'create' | 'drop'): boolean =>
    (op === 'create' ? !before.has(object.id) : !after.has(object.id)) && covered(object, op);
  return changes.filter((change) => {
    if (change.op === 'create') return !covered(change.after, 'create');
    return change.op === 'drop' ? !covered(change.before, 'drop') : true;
  });
}

function isNeeded(object: SchemaObject, schema: Schema): boolean {
  return dependentsOf(schema, object.id).length > 0;
}

function byObject(a: Change, b: Change): number {
  const [left, right] = [identityOf(a.object), identityOf(b.object)];
  if (left !== right) return left < right ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}
