// What was decided of renames, by whatever means, matched with what there is. Names no kind.
import { parseName, partsOfId, writeName } from './dotted-names.ts';
import { differingAttributes } from './attributes.ts';
import { objectId } from './identity.ts';
import { memberId } from './member-candidates.ts';
import type { Schema, SchemaObject } from './objects.ts';
import type { DiffScope } from './scope.ts';
import type { TraitsOf } from './traits.ts';

/** Something was renamed; or it is new (`from` is null), or only dropped (`to` is null). */
export interface RenameDecision {
  /** The kind, where it is known. */
  readonly kind: string | null;
  /** Older names, any of which may still stand in the database. */
  readonly from: readonly string[] | null;
  readonly to: string | null;
  readonly source: DecisionSource;
}

interface DecisionSource {
  /** As it was written: `--rename a=b`. */
  readonly text: string;
  readonly file: string | null;
  readonly line: number | null;
  /** A tag or a line of a file stays after the migration: what it says may be done long since. */
  readonly way: 'tag' | 'file' | 'option' | 'answer';
  /** It may be about another project. */
  readonly shared: boolean;
}

export interface Matching {
  readonly actual: Schema;
  readonly desired: Schema;
  readonly traits: TraitsOf;
  readonly scope?: DiffScope;
  readonly canRename: (kind: string) => boolean;
  /** What was renamed already, by the new id. */
  readonly done: ReadonlyMap<string, string>;
}

/** Something in a schema that has a name: an object, or a member of one. */
export interface Named {
  readonly object: SchemaObject;
  readonly member: string | null;
}

/** A decision that leads to a rename, an error, or nothing any more. */
export type Match =
  | { readonly is: 'rename'; readonly from: Named; readonly to: Named }
  | { readonly is: 'wrong'; readonly reason: string }
  /** None of the older names is there. */
  | { readonly is: 'unknown'; readonly reason: string }
  | { readonly is: 'settled' };

/** What a name in the models or in the database may stand for, the likeliest first. */
export function named(text: string, schema: Schema, matching: Matching): Named[] {
  const parts = parseName(text);
  if (parts === null) return [];
  const found: { readonly named: Named; readonly rank: number }[] = [];
  for (const object of schema.objects.values()) {
    if (!matching.canRename(object.kind)) continue;
    const path = partsOfId(object.id);
    const rank = rankOf(parts, path, object.schema);
    if (rank !== null) found.push({ named: { object, member: null }, rank });
    for (const member of membersOf(object, matching.traits)) {
      const own = rankOf(parts, [...path, member], object.schema);
      if (own !== null) found.push({ named: { object, member }, rank: own });
    }
  }
  return found.toSorted((a, b) => a.rank - b.rank).map((one) => one.named);
}

/** 0 for the whole path, 1 for one in schema public without it, 2 for one in another schema. */
function rankOf(
  parts: readonly string[],
  path: readonly string[],
  schema: string | null,
): number | null {
  if (same(parts, path)) return 0;
  if (schema === null || !same(parts, path.slice(1))) return null;
  return schema === 'public' ? 1 : 2;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

function membersOf(object: SchemaObject, traits: TraitsOf): string[] {
  const attribute = traits[object.kind]?.members;
  const value = attribute === undefined ? null : object.attributes[attribute];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The id of what has a name. */
export function idOf({ object, member }: Named): string {
  return member === null ? object.id : memberId(object.id, member);
}

/** `public.users.name`. */
export function spellNamed({ object, member }: Named): string {
  return writeName([...partsOfId(object.id), ...(member === null ? [] : [member])]);
}

/** How deep it lies: what is deeper is renamed later, under the new names of what it lies in. */
export function depthOf({ object, member }: Named): number {
  if (member !== null || object.parent !== null) return 2;
  return object.schema === null ? 0 : 1;
}

/** What a decision to rename comes to, at the depth that is being dealt with. */
export function matchRename(
  from: readonly string[],
  to: Named,
  matching: Matching,
  others: { readonly leaving: ReadonlySet<string>; readonly coming: ReadonlySet<string> },
): Match {
  const { actual, desired, traits } = matching;
  const olds = from.map((text) => oldNameOf(text, to, matching));
  const elsewhere = from.find((_text, index) => olds[index] === null);
  if (elsewhere !== undefined) {
    return {
      is: 'wrong',
      reason: `${elsewhere} and ${spellNamed(to)} don't lie in the same place`,
    };
  }
  const old = olds.flatMap((one) => (one ? standing(one, actual, traits) : [])).at(0);
  const there = standing(to, actual, traits).length > 0;
  if (!old) {
    if (there) return { is: 'settled' };
    const names = from.join(', ');
    return {
      is: 'unknown',
      reason: `there is no ${names} in the database, and no ${spellNamed(to)}`,
    };
  }
  if (there && !others.leaving.has(idOf(to))) {
    if (standing(old, desired, traits).length > 0) return { is: 'settled' };
    const both = `${spellNamed(old)} and ${spellNamed(to)}`;
    return { is: 'wrong', reason: `the database has both ${both}` };
  }
  if (standing(old, desired, traits).length > 0 && !others.coming.has(idOf(old))) {
    return { is: 'wrong', reason: `${spellNamed(old)} is still in the models` };
  }
  return { is: 'rename', from: old, to };
}

/** The thing as a schema has it; nothing where it doesn't. */
export function standing({ object, member }: Named, schema: Schema, traits: TraitsOf): Named[] {
  const found = schema.objects.get(object.id);
  if (!found || (member !== null && !membersOf(found, traits).includes(member))) return [];
  return [{ object: found, member }];
}

/** The same place under the older name; null where the name says another place. */
export function oldNameOf(text: string, to: Named, { done }: Matching): Named | null {
  const parts = parseName(text);
  const own = parts?.at(-1);
  if (parts === null || own === undefined) return null;
  const { object, member } = to;
  const inner = partsOfId(object.id);
  const owner = member === null ? inner.slice(0, -1) : inner;
  const prefix = parts.slice(0, -1);
  if (!prefixes(owner, object, done).some((path) => endsWith(path, prefix))) return null;
  if (member !== null) return { object, member: own };
  const id = objectId(object.kind, ...owner, own);
  return { object: { ...object, id, name: own }, member: null };
}

/** The path of where it lies, by the new names and by those that were renamed. */
function prefixes(
  owner: readonly string[],
  { schema: namespace, parent, id }: SchemaObject,
  done: ReadonlyMap<string, string>,
): (readonly string[])[] {
  const before = done.get(parent ?? id);
  const schema = [...done].find(([named]) => isNamed(named, owner[0]))?.[1];
  return [
    owner,
    ...(before === undefined ? [] : [partsOfId(before)]),
    ...(schema === undefined || namespace === null
      ? []
      : [[...partsOfId(schema), ...owner.slice(1)]]),
  ];
}

/** Whether an id is that of the one thing of a name alone. */
function isNamed(id: string, name: string | undefined): boolean {
  const parts = partsOfId(id);
  return parts.length === 1 && parts[0] === name;
}

function endsWith(path: readonly string[], end: readonly string[]): boolean {
  return end.length <= path.length && same(path.slice(path.length - end.length), end);
}

/**
 * Names that change places are told from names that did so long ago only by what they stand for: where
 * that is the same now as in the models, nothing is left to do.
 */
export function isSettledSwap(from: Named, to: Named, matching: Matching): boolean {
  const { actual, desired, scope, traits } = matching;
  return [from, to].every((one) => {
    const { object, member } = one;
    const sides = [actual, desired].flatMap((schema) => standing(one, schema, traits));
    if (member !== null) return sides.length === 2;
    const [old, wanted] = [actual.objects.get(object.id), desired.objects.get(object.id)];
    return old && wanted && differingAttributes(old, wanted, scope).length === 0;
  });
}
