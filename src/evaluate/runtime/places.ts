// Runs inside the sandbox. Where each object was made, by the last call or property that gave it.
import { sealedMap } from './unknowns.ts';

export interface MadeAt {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const places = sealedMap<MadeAt>();

const { isArray } = Array;
/** More elements than that are data, not declarations. */
const LIST_LIMIT = 100;

/** Remembers the place of an object; of a list also for what it holds and nobody has placed. */
export function recordPlace(value: unknown, place: MadeAt): void {
  if (!isObject(value)) return;
  places.set(value, place);
  if (!isArray(value) || value.length > LIST_LIMIT) return;
  for (const each of value as readonly unknown[])
    if (isObject(each) && !places.has(each)) places.set(each, place);
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

export function placeOf(value: unknown): MadeAt | undefined {
  return isObject(value) ? places.get(value) : undefined;
}

const FRAME = /\(([^()]+?):(\d+)(?::(\d+))?\)/g;

/** The first line of project code in an error's stack. */
export function placeInStack(error: unknown, isFile: (name: string) => boolean): MadeAt | null {
  const stack = error instanceof Error ? error.stack : undefined;
  for (const [, file, line] of (typeof stack === 'string' ? stack : '').matchAll(FRAME))
    if (file !== undefined && isFile(file)) return { file, line: Number(line), column: 1 };
  return null;
}
