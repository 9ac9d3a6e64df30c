// Renames in an order in which each new name is free; names that change places go through one of ours.
// Names no kind.
import { objectId, truncateIdentifier } from './identity.ts';
import { partsOfId } from './dotted-names.ts';
import type { Change, Json, Schema, SchemaObject } from './objects.ts';
import { idOf, standing, type Named } from './rename-decisions.ts';
import type { TraitsOf } from './traits.ts';

export type RenameChange = Change & { readonly op: 'rename' };

/** Something as it is called, and as it shall be. */
export interface Pending {
  readonly from: Named;
  readonly to: Named;
}

export interface Arranged {
  /** One after the other, each from what the one before left. */
  readonly steps: readonly RenameChange[];
  /** One for each rename, whatever way it takes. */
  readonly changes: readonly RenameChange[];
}

/** Orders renames that lie at one depth. */
export function arrange(
  pending: readonly Pending[],
  { actual, traits }: { readonly actual: Schema; readonly traits: TraitsOf },
): Arranged {
  const objects = new Map(pending.map(({ from }) => [from.object.id, from.object]));
  const steps: RenameChange[] = [];
  const take = (from: Named, name: string): void => {
    const before = objects.get(from.object.id) ?? from.object;
    const after = calledOtherwise({ ...from, object: before }, name, traits);
    objects.set(after.id, after);
    steps.push(renameChange(before, after, from.member, name));
  };
  const waiting = [...pending];
  while (waiting.length > 0) {
    const taken = new Set(waiting.map(({ from }) => idOf(from)));
    const free = waiting.findIndex(({ to }) => !taken.has(idOf(to)));
    const [next] = waiting.splice(Math.max(free, 0), 1);
    if (!next) break;
    if (free !== -1) {
      take(next.from, nameOf(next.to));
      continue;
    }
    const { from } = next;
    const isFree = (one: string): boolean =>
      standing(renamed(from, one), actual, traits).length === 0;
    const name = temporaryName(nameOf(from), isFree);
    take(next.from, name);
    waiting.push({ ...next, from: renamed(next.from, name) });
  }
  return { steps, changes: pending.map((one) => changeOf(one, traits)) };
}

function changeOf({ from, to }: Pending, traits: TraitsOf): RenameChange {
  const name = nameOf(to);
  return renameChange(from.object, calledOtherwise(from, name, traits), from.member, name);
}

function renameChange(
  before: SchemaObject,
  after: SchemaObject,
  member: string | null,
  name: string,
): RenameChange {
  const { kind, id } = after;
  const reason = `renamed: ${member ?? before.name} → ${name}`;
  return { op: 'rename', kind, object: id, weight: 'substance', reason, before, after };
}

const nameOf = ({ object, member }: Named): string => member ?? object.name;

function renamed({ object, member }: Named, name: string): Named {
  return member === null
    ? { object: { ...object, id: renamedId(object, name), name }, member }
    : { object, member: name };
}

function renamedId({ kind, id }: SchemaObject, name: string): string {
  return objectId(kind, ...partsOfId(id).slice(0, -1), name);
}

/** The object once it, or a member of it, has the name. */
function calledOtherwise({ object, member }: Named, name: string, traits: TraitsOf): SchemaObject {
  if (member === null) return { ...object, id: renamedId(object, name), name };
  const attribute = traits[object.kind]?.members ?? '';
  const members = object.attributes[attribute];
  const list: readonly Json[] = Array.isArray(members) ? members : [];
  const others = list.map((one) => (one === member ? name : one));
  return { ...object, attributes: { ...object.attributes, [attribute]: others } };
}

/** `renaming_name`, numbered where something is called so. */
function temporaryName(name: string, isFree: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const start = number === 1 ? 'renaming' : `renaming_${String(number)}`;
    const own = truncateIdentifier(`${start}_${name}`);
    if (isFree(own)) return own;
  }
}
