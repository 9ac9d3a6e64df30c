// Runs inside the sandbox. Where each object was made, by the last call or property that gave it.
import { sealedMap } from './unknowns.ts';

export interface MadeAt {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const places = sealedMap<MadeAt>();

/** Remembers the place of an object; anything else has none. */
export function recordPlace(value: unknown, place: MadeAt): void {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function')
    places.set(value, place);
}

export function placeOf(value: unknown): MadeAt | undefined {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject ? places.get(value) : undefined;
}

const FRAME = /\(([^()]+?):(\d+)(?::(\d+))?\)/g;

/** The first line of project code in an error's stack. */
export function placeInStack(error: unknown, isFile: (name: string) => boolean): MadeAt | null {
  const stack = error instanceof Error ? error.stack : undefined;
  for (const [, file, line] of (typeof stack === 'string' ? stack : '').matchAll(FRAME))
    if (file !== undefined && isFile(file)) return { file, line: Number(line), column: 1 };
  return null;
}
