// What the sandbox offers the code of this folder, and how an undecidable value stops a reading.
// All code of this folder runs inside the sandbox: no Node built-ins, no text of files.
import type { Place } from '../../../schema/objects.ts';

/** Where something undecidable comes from. */
export interface Origin {
  readonly reason: string;
  readonly file: string | null;
  readonly line: number | null;
}

interface LoadedModule {
  names(): string[];
  get(name: string): unknown;
  /** Why names of the module are missing: it doesn't parse, or passes on a module that isn't there. */
  unresolved(): readonly Origin[];
}

export interface Host {
  load(file: string): LoadedModule;
  isUnknown(value: unknown): boolean;
  unknown(value: unknown): Origin;
  placeOf(value: object): Place | undefined;
  placeOfExport(file: string, name: string): Place | undefined;
}

/** Thrown where a value that reaches the schema can't be decided. */
export class Undecided extends Error {
  readonly place: Place | null;

  constructor(reason: string, place: Place | null) {
    super(reason);
    this.place = place;
  }
}

/** The host of the reading under way; models are evaluated while it is. */
let current: Host | null = null;

export function setHost(host: Host): void {
  current = host;
}

export function isUnknown(value: unknown): boolean {
  return current?.isUnknown(value) ?? false;
}

/** Stops the reading of a declaration when a value of it is unknown. */
export function requireKnown(value: unknown): void {
  if (isUnknown(value)) throw undecidedBy(value);
}

/** The error that carries an unknown's origin. */
export function undecidedBy(value: unknown): Undecided {
  const origin = current?.unknown(value);
  return origin === undefined
    ? new Undecided('a value can not be decided', null)
    : undecidedAt(origin);
}

export function undecidedAt({ reason, file, line }: Origin): Undecided {
  return new Undecided(reason, file === null ? null : { file, line: line ?? 1 });
}

/** Where the model made an object; null for what a library made on its own. */
export function placeOf(value: unknown): Place | null {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return null;
  return current?.placeOf(value) ?? null;
}

/** The unknown inside a value, looked for in plain objects and arrays to a small depth. */
export function findUnknown(value: unknown, depth = 3): { readonly unknown: unknown } | null {
  if (isUnknown(value)) return { unknown: value };
  if (depth === 0 || typeof value !== 'object' || value === null) return null;
  const parts = Array.isArray(value) ? value : plainValues(value);
  for (const part of parts) {
    const found = findUnknown(part, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

function plainValues(value: object): unknown[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? Object.values(value) : [];
}
