// What tells that an object is another one under a new name, for the kinds where that must be asked.
import type { Json } from '../schema/objects.ts';
import type { Resemblance } from '../schema/traits.ts';
import { comparable } from './types.ts';

export const columnResemblance: Resemblance = {
  shares: { structure: 0.5, position: 0.2, name: 0.3 },
  attributes: { type: 0.6, notNull: 0.1, default: 0.1, identity: 0.1, generated: 0.1 },
  likeness: { type: likenessOfTypes, generated: bothOrNeither },
};

export const tableResemblance: Resemblance = {
  shares: { structure: 0.75, position: 0, name: 0.25 },
  contents: 'parts',
};

export const schemaResemblance: Resemblance = {
  shares: { structure: 0.75, position: 0, name: 0.25 },
  contents: 'dependents',
};

/** Types of other values are other types: the columns that have them tell. */
export const enumResemblance: Resemblance = {
  shares: { structure: 0.7, position: 0, name: 0.3 },
  attributes: { order: 1 },
  likeness: { order: likenessOfLists },
};

/** Nearly all are alike but for their names. */
export const sequenceResemblance: Resemblance = {
  shares: { structure: 0.3, position: 0, name: 0.7 },
  attributes: { increment: 0.4, start: 0.2, min: 0.2, max: 0.2 },
};

const OTHER_OF_THE_FAMILY = 0.6;
const THROUGH_TEXT = 0.3;

/** The same type, one of its family, or one that is written as text; others can't be each other. */
function likenessOfTypes(before: Json | undefined, after: Json | undefined): number {
  if (typeof before !== 'string' || typeof after !== 'string') return 0;
  if (before === after) return 1;
  const [old, wanted] = [base(before), base(after)];
  if (old.endsWith('[]') !== wanted.endsWith('[]')) return 0;
  if (FAMILIES.some((family) => family.includes(old) && family.includes(wanted)))
    return OTHER_OF_THE_FAMILY;
  if (comparable(old, wanted)) return OTHER_OF_THE_FAMILY;
  // Text becomes an enum or a uuid, and the other way round; a number or a date is no text.
  const isPlain = (type: string): boolean => NEVER_TEXT.test(type);
  if ([old, wanted].some(isText)) return [old, wanted].some(isPlain) ? 0 : THROUGH_TEXT;
  return ownType(old) && ownType(wanted) ? THROUGH_TEXT : 0;
}

/** Beside those that compare. */
const FAMILIES: readonly (readonly string[])[] = [
  ['json', 'jsonb'],
  ['cidr', 'inet'],
  ['bit', 'bit varying'],
  ['timestamp without time zone', 'timestamp with time zone', 'date'],
  ['time without time zone', 'time with time zone'],
];

const NEVER_TEXT =
  /^(?:smallint|integer|bigint|numeric|real|double precision|money|boolean|bytea|date|timestamp|time|interval|point|line|box|path|polygon|circle|tsvector|vector)\b/;

const BUILT_IN = /^(?:uuid|jsonb?|xml|inet|cidr|macaddr8?|bit(?: varying)?)(?:\[\])?$/;

function isText(type: string): boolean {
  return /^(?:text|character varying|character|citext|name)(?:\[\])?$/.test(type);
}

/** An enum, a domain: its values may be those of another. */
function ownType(type: string): boolean {
  return !isText(type) && !NEVER_TEXT.test(type) && !BUILT_IN.test(type);
}

function base(type: string): string {
  return type.replace(/\([^)]*\)/, '');
}

/** A column that is computed and one that holds values are two. */
function bothOrNeither(before: Json | undefined, after: Json | undefined): number {
  return ((before ?? null) === null) === ((after ?? null) === null) ? 1 : 0;
}

function likenessOfLists(before: Json | undefined, after: Json | undefined): number {
  if (!Array.isArray(before) || !Array.isArray(after)) return 0;
  return JSON.stringify(before) === JSON.stringify(after) ? 1 : 0;
}
