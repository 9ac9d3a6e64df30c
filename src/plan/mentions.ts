// What the text of a function names is in no catalog: it is ordered after that where it can be, and
// made unchecked where it can't.
import { kindOf } from '../catalog/index.ts';
import { addTo } from '../schema/lists.ts';
import type { SchemaObject } from '../schema/objects.ts';
import type { Action } from './actions.ts';

/** For each action that writes a text, the others whose objects that text may name. */
export type Mentions = ReadonlyMap<Action, readonly Action[]>;

/** Found by words alone: a mention too many only orders more than is needed. */
export function mentionsOf(actions: readonly Action[]): Mentions {
  const mentions = new Map<Action, Action[]>();
  let byName: Map<string, Action[]> | null = null;
  for (const action of actions) {
    const words = wordsOf(action);
    if (words.size === 0) continue;
    byName ??= indexNames(actions);
    const named = new Set([...words].flatMap((word) => byName?.get(word) ?? []));
    named.delete(action);
    const others = [...named].filter(({ after }) => mayBeMeant(after, words));
    if (others.length > 0) mentions.set(action, others);
  }
  return mentions;
}

/** Those whose text names what comes later only. */
export function mentionedTooSoon(actions: readonly Action[]): ReadonlySet<Action> {
  const place = new Map(actions.map((action, at) => [action, at]));
  const at = (action: Action): number => place.get(action) ?? 0;
  const early = [...mentionsOf(actions)].filter(([action, others]) =>
    others.some((other) => at(other) > at(action)),
  );
  return new Set(early.map(([action]) => action));
}

function wordsOf({ verb, object, after }: Action): ReadonlySet<string> {
  if (verb === 'drop' || verb === 'rename') return new Set();
  return kindOf(after.kind).words?.(after, verb === 'alter' ? object : null) ?? new Set();
}

function indexNames(actions: readonly Action[]): Map<string, Action[]> {
  const index = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.verb !== 'drop') addTo(index, action.after.name, action);
  }
  return index;
}

/** What belongs to a table is only meant along with it; what has no schema can't be meant at all. */
function mayBeMeant({ kind, schema, table }: SchemaObject, words: ReadonlySet<string>): boolean {
  if (schema === null) return false;
  return table === null || kind === 'sequence' || (kind === 'column' && words.has(table));
}
