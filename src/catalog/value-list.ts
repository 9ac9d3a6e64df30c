// Objects as lists of texts. Where there may be thousands, objects of JSON take Postgres three times as
// long to make, and us to read.
import type { Json } from '../schema/objects.ts';

/** What each text stands for, by attribute, in the order of the list. */
export type ValueList = Readonly<Record<string, (text: string, names: Names) => Json>>;

/** Names that the catalog tells by number. */
export interface Names {
  /** The columns of a relation, given its number and theirs. */
  columns(relation: string, numbers: readonly string[]): string[];
  /** An identifier as Postgres spells it. */
  quoted(name: string): string;
}

export const text = (value: string): Json => value;
export const flag = (value: string): Json => value === 'true';
export const json = (value: string): Json => JSON.parse(value) as Json;

/** What precedes the values of an object, in this order. */
export const PLACE = [
  'schema',
  'table',
  'name',
  'parent',
  'part',
  'classid',
  'objid',
  'objsubid',
] as const;

type Place = Readonly<Record<(typeof PLACE)[number], string>>;

/** The list as SQL, given an expression for each member. */
export function listed<L extends ValueList>(
  place: Place,
  list: L,
  expressions: Readonly<Record<keyof L & string, string>>,
): string {
  const names: (keyof L & string)[] = Object.keys(list);
  const values = [...PLACE.map((name) => place[name]), ...names.map((name) => expressions[name])];
  return `array[${values.map((value) => `(${value})::text`).join(', ')}]::text[] as listed`;
}

/** Attributes of the list as Postgres gave it. */
export function readList(
  list: ValueList,
  values: readonly (string | null)[],
  names: Names,
): Readonly<Record<string, Json>> {
  const attributes: Record<string, Json> = {};
  let at = PLACE.length;
  for (const [name, read] of Object.entries(list)) {
    const value = values[at++] ?? null;
    attributes[name] = value === null ? null : read(value, names);
  }
  return attributes;
}
