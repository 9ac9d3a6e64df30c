// Statements as PostgreSQL's own parser sees them; the fields of its tree are those of parsenodes.h.
import type { Place } from '../../schema/objects.ts';

/** A statement that parses, as libpg-query gives it: type and fields. */
export interface Parsed {
  readonly type: string;
  readonly node: unknown;
  /** Without comments and literals. */
  readonly sql: string;
  readonly place: Place;
}

/** The type of what stands in a function's text, told after the function itself. */
export const FUNCTION_BODY = 'FunctionBody';

export interface Relation {
  readonly schemaname?: string;
  readonly relname?: string;
}

/** A node's fields, of which none need be there. */
export interface Fields {
  readonly relation?: Relation;
  readonly table?: Relation;
  readonly typevar?: Relation;
  readonly missing_ok?: boolean;
  readonly objtype?: string;
  readonly renameType?: string;
  /** Lists of names: of a type, of a function, of what a statement makes. */
  readonly names?: unknown;
  readonly funcname?: unknown;
  readonly domainname?: unknown;
  readonly typeName?: unknown;
  readonly ctename?: string;
  readonly extname?: string;
  readonly options?: readonly { readonly DefElem?: Option }[];
}

interface Option {
  readonly defname?: string;
  readonly arg?: {
    readonly String?: { readonly sval?: string };
    readonly List?: {
      readonly items?: readonly { readonly String?: { readonly sval?: string } }[];
    };
  };
}

/** The node and all that is below it, each with the field that it stands in. */
export function* nodesIn(value: unknown, field = ''): Generator<[field: string, node: Fields]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [field, value];
  for (const [name, inner] of Object.entries(value)) {
    yield* nodesIn(inner, Array.isArray(value) ? field : name);
  }
}

/** `shop.money` as its two words; none for what is no list of names. */
export function wordsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return (list as { String?: { sval?: string } }[]).map(({ String: word }) => word?.sval ?? '');
}

/** The text of a function that is written in SQL; null for all else. */
export function sqlBodyOf({ options = [] }: Fields): string | null {
  const of = (name: string): Option['arg'] =>
    options.find(({ DefElem }) => DefElem?.defname === name)?.DefElem?.arg;
  if (of('language')?.String?.sval?.toLowerCase() !== 'sql') return null;
  return of('as')?.List?.items?.[0]?.String?.sval ?? null;
}
