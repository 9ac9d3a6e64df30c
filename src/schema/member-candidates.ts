// Members of an object that may be called otherwise now: of an enum, a removed value beside an added one.
import { likenessOfNames } from './likeness.ts';
import type { Change, Json } from './objects.ts';
import type { RenameCandidate } from './rename-candidates.ts';
import type { TraitsOf } from './traits.ts';

/** A value that went and one that came at its place are probably one. */
const AT_THE_PLACE = 0.5;
/** All the more where no others went or came there. */
const ALONE = 0.2;
const BY_NAME = 0.3;

/** The id that stands for a member of an object. */
export const memberId = (object: string, member: string): string => `${object}\0${member}`;

/** Removed members beside added ones, in their order. */
export function memberCandidates(
  change: Change & { op: 'alter' },
  traits: TraitsOf,
  decided: (id: string) => boolean,
): RenameCandidate[] {
  const attribute = traits[change.kind]?.members;
  if (attribute === undefined) return [];
  const { before, after, object } = change;
  const [old, wanted] = [texts(before.attributes[attribute]), texts(after.attributes[attribute])];
  const stays = (member: string): boolean => old.includes(member) && wanted.includes(member);
  const added = gaps(wanted, stays);
  return [...gaps(old, stays)].flatMap(([place, removed]) => {
    const fits = (list: readonly string[]): string[] =>
      list.filter((member) => !decided(memberId(object, member)));
    const [gone, fresh] = [fits(removed), fits(added.get(place) ?? [])];
    const alone = gone.length === 1 && fresh.length === 1 ? ALONE : 0;
    return gone.slice(0, fresh.length).map((from, index): RenameCandidate => {
      const to = fresh[index] ?? '';
      const confidence = AT_THE_PLACE + alone + BY_NAME * likenessOfNames(from, to);
      return { before, after, member: { from, to }, confidence, changes: [change] };
    });
  });
}

/** What stands between two members that stay, by these two. */
function gaps(
  members: readonly string[],
  stays: (member: string) => boolean,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let from = 0;
  for (let to = 0; to <= members.length; to += 1) {
    const member = members[to];
    if (member !== undefined && !stays(member)) continue;
    const place = JSON.stringify([members[from - 1] ?? null, member ?? null]);
    if (to > from) found.set(place, members.slice(from, to));
    from = to + 1;
  }
  return found;
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
