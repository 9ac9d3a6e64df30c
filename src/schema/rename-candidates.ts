// Pairs of something dropped and something created that may be one thing under a new name, each with a
// confidence from what it is, where it stands and what it is called. Names no kind.
import { differingAttributes, equal } from './attributes.ts';
import { likenessOfBags, likenessOfNames } from './likeness.ts';
import { memberCandidates } from './member-candidates.ts';
import type { Change, Schema, SchemaObject } from './objects.ts';
import { childrenOf, dependentsOf } from './relations.ts';
import type { DiffScope } from './scope.ts';
import type { Resemblance, TraitsOf } from './traits.ts';

export interface RenameCandidate {
  readonly before: SchemaObject;
  readonly after: SchemaObject;
  /** The member that is called otherwise, an enum's value; null where it is the object itself. */
  readonly member: { readonly from: string; readonly to: string } | null;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The changes that a rename would stand for. */
  readonly changes: readonly Change[];
}

export interface CandidateOptions {
  readonly actual: Schema;
  readonly desired: Schema;
  readonly traits: TraitsOf;
  readonly scope?: DiffScope;
  /** Said to be dropped, or to be new: by id, a member's with its name after it. */
  readonly decided?: ReadonlySet<string>;
}

/** Below it, a drop and a create have nothing to do with each other. */
const LEAST = 0.5;

/** With what refers to it, that is how much of what it is. */
const REFERENCES = 0.3;

/** What may have been renamed, the most likely first; each object is in one pair at most. */
export function renameCandidates(
  changes: readonly Change[],
  options: CandidateOptions,
): RenameCandidate[] {
  const decided = (id: string): boolean => options.decided?.has(id) === true;
  const open = changes.filter(({ weight, object }) => weight === 'substance' && !decided(object));
  const drops = open.filter((change) => change.op === 'drop');
  const creates = open.filter((change) => change.op === 'create');
  const pairs = drops.flatMap((drop) =>
    creates
      .filter((create) => inOnePlace(drop.before, create.after))
      .map((create): RenameCandidate => {
        const [before, after] = [drop.before, create.after];
        const confidence = confidenceOf(before, after, options);
        return { before, after, member: null, confidence, changes: [drop, create] };
      }),
  );
  const members = open.flatMap((change) =>
    change.op === 'alter' ? memberCandidates(change, options.traits, decided) : [],
  );
  return [...assign(pairs), ...members].filter(({ confidence }) => confidence >= LEAST);
}

function inOnePlace(before: SchemaObject, after: SchemaObject): boolean {
  return (
    before.kind === after.kind && before.parent === after.parent && before.schema === after.schema
  );
}

/** The most likely pair first, then of what is left. */
function assign(pairs: readonly RenameCandidate[]): RenameCandidate[] {
  const taken = new Set<string>();
  return pairs
    .toSorted((a, b) => b.confidence - a.confidence)
    .filter(({ before, after }) => {
      if (taken.has(before.id) || taken.has(after.id)) return false;
      taken.add(before.id).add(after.id);
      return true;
    });
}

function confidenceOf(
  before: SchemaObject,
  after: SchemaObject,
  options: CandidateOptions,
): number {
  const resembles = options.traits[before.kind]?.resembles;
  if (!resembles) return 0;
  const structure = structureOf(before, after, resembles, options);
  if (structure === 0) return 0;
  const { shares } = resembles;
  const position = shares.position === 0 ? 0 : positionOf(before, after, options);
  return (
    shares.structure * structure +
    shares.position * position +
    shares.name * likenessOfNames(before.name, after.name)
  );
}

function structureOf(
  before: SchemaObject,
  after: SchemaObject,
  resembles: Resemblance,
  options: CandidateOptions,
): number {
  if (resembles.contents) return likenessOfContents(before, after, resembles.contents, options);
  const attributes = likenessOfAttributes(before, after, resembles);
  const old = referencesTo(before, options.actual);
  const wanted = referencesTo(after, options.desired);
  if (attributes === 0 || old.length + wanted.length === 0) return attributes;
  return (1 - REFERENCES) * attributes + REFERENCES * likenessOfBags(old, wanted);
}

function likenessOfAttributes(
  before: SchemaObject,
  after: SchemaObject,
  { attributes = {}, likeness = {} }: Resemblance,
): number {
  let sum = 0;
  for (const [name, share] of Object.entries(attributes)) {
    const [old, wanted] = [before.attributes[name], after.attributes[name]];
    const alike = likeness[name]?.(old, wanted) ?? (equal(old, wanted) ? 1 : 0);
    if (alike === 0 && likeness[name]) return 0;
    sum += share * alike;
  }
  return sum;
}

/** What refers to it: constraints, indexes, views, by kind and by what else they need elsewhere. */
function referencesTo(object: SchemaObject, schema: Schema): string[] {
  return dependentsOf(schema, object.id).map(({ kind, needs }) => {
    const others = needs.filter((id) => {
      const needed = schema.objects.get(id);
      return id !== object.parent && needed?.parent !== object.parent && needed?.parent !== null;
    });
    return [kind, ...others].join(' ');
  });
}

/** What both are made of, weighted by how rare it is: nearly every table has an id. */
function likenessOfContents(
  before: SchemaObject,
  after: SchemaObject,
  contents: 'parts' | 'dependents',
  options: CandidateOptions,
): number {
  const { actual, desired, traits, scope } = options;
  const membersOf = (schema: Schema, { id }: SchemaObject): Map<string, SchemaObject> => {
    const all =
      contents === 'parts'
        ? childrenOf(schema, id).filter(({ part }) => part)
        : dependentsOf(schema, id).filter(({ parent }) => parent === null);
    const own = all.filter(({ kind }) => traits[kind]?.resembles);
    return new Map(own.map((object) => [`${object.kind} ${object.name}`, object]));
  };
  const [old, wanted] = [membersOf(actual, before), membersOf(desired, after)];
  const frequency = frequencies(actual);
  const worth = (key: string): number => 1 / (frequency.get(key) ?? 1);
  let common = 0;
  let all = 0;
  for (const [key, object] of old) {
    const twin = wanted.get(key);
    all += worth(key);
    if (!twin) continue;
    const same = differingAttributes(object, twin, scope).length === 0;
    common += worth(key) * (same ? 2 : 1);
  }
  for (const key of wanted.keys()) all += worth(key);
  return all === 0 ? 0 : common / all;
}

const known = new WeakMap<Schema, ReadonlyMap<string, number>>();

/** How often each kind and name is there. */
function frequencies(schema: Schema): ReadonlyMap<string, number> {
  const found = known.get(schema);
  if (found) return found;
  const counts = new Map<string, number>();
  for (const { kind, name } of schema.objects.values()) {
    const key = `${kind} ${name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  known.set(schema, counts);
  return counts;
}

/** Whether they stand between the same siblings, and there at the same place. */
function positionOf(
  before: SchemaObject,
  after: SchemaObject,
  { actual, desired }: CandidateOptions,
): number {
  const old = siblings(before, actual);
  const wanted = siblings(after, desired);
  const stays = (name: string): boolean => old.includes(name) && wanted.includes(name);
  const [left, right] = [gapAround(before.name, old, stays), gapAround(after.name, wanted, stays)];
  const half = Number(left.previous === right.previous) + Number(left.next === right.next);
  if (half < 2) return half / 2;
  const distance = Math.abs(left.offset - right.offset);
  return 1 - distance / Math.max(left.size, right.size) / 2;
}

function siblings({ kind, parent }: SchemaObject, schema: Schema): string[] {
  const all = parent === null ? [] : childrenOf(schema, parent);
  return all.filter((object) => object.kind === kind).map(({ name }) => name);
}

interface Gap {
  /** The nearest siblings that are on both sides; null at an end. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Its place between them, and how many stand there. */
  readonly offset: number;
  readonly size: number;
}

function gapAround(name: string, names: readonly string[], stays: (name: string) => boolean): Gap {
  const at = names.indexOf(name);
  const start = names.slice(0, at).findLastIndex(stays);
  const end = names.findIndex((one, index) => index > at && stays(one));
  const last = end === -1 ? names.length : end;
  return {
    previous: names[start] ?? null,
    next: names[last] ?? null,
    offset: at - start - 1,
    size: last - start - 1,
  };
}
