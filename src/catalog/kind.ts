// The record that a kind of object is: how the catalog tells of it, and how SQL makes, changes and
// drops it. Everything that knows a kind by name lives in this folder.
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import type { Traits } from '../schema/traits.ts';
import type { OnlineForms } from './online.ts';
import type { ValueList } from './value-list.ts';

export interface Kind {
  /** PostgreSQL's own word. */
  readonly name: string;
  /** Its plural, where that isn't the name with an s. */
  readonly plural?: string;
  /**
   * A SELECT that yields `schema, table, name, attributes, parent, part, classid, objid, objsubid` over
   * the CTEs of catalog-query.ts (`ns`, `ext`, `rel`), for a server's version number. `parent` is a
   * JSON array: the kind and the parts of an id, or the three numbers of a catalog address, which stand
   * for whatever object has it; a row whose address nothing has is left out. It may also be a kind's
   * name alone, where the id's parts are this row's schema and table.
   */
  query(version: number): string;
  /** The catalog's rows, as FROM names them, without which there is none of this kind: no query then. */
  readonly rows?: string;
  /** Of which texts the query makes a list for `attributes`; JSON where this is absent. */
  readonly values?: ValueList;
  /**
   * What follows the kind in its id, where that isn't schema, table and name: a function's has its
   * argument types, what is attached to any object has that object's id, given as `parent`. A text is
   * taken as it is, parts are spelled as identifiers.
   */
  identity?(object: Identified, parent: string | null): readonly string[] | string;
  /** Statements that create it, with its parts, as it is in `schema`, where `actual` is what there was. */
  create(object: SchemaObject, schema: Schema, actual?: Schema): string[];
  drop(object: SchemaObject, transition?: Transition): string[];
  /** How COMMENT ON names it, keyword first: `COLUMN "users"."email"`. GRANT takes the same name. */
  reference?(object: SchemaObject): string;
  rename?(before: SchemaObject, after: SchemaObject): string[];
  /** How it is done on a table in use. */
  readonly online?: OnlineForms;
  /** By attribute, in the order they must run. One that is absent means drop and create. */
  readonly alter: Readonly<Record<string, Alter>>;
  /** False where a drop and a create would lose what can't be had back: then it is left to a person. */
  recreatable?(before: SchemaObject, after: SchemaObject): boolean;
  /** Whether one of this kind must go while an object it needs is altered, and come back afterwards. */
  blocks?(object: SchemaObject, needed: Alteration): boolean;
  /** Alterations of other objects that an alteration of this kind brings about on its way. */
  alsoAlters?(alteration: Alteration, transition: Transition): Alteration[];
  /**
   * What it may be on its way, where it must let go of what it leans on before it can lean on something
   * else: a column is text. Null where it has no such form.
   */
  byWayOf?(before: SchemaObject, after: SchemaObject, transition: Transition): SchemaObject | null;
  /** Whether an alteration that could be made in place can't, for what leans on it: it is made anew. */
  madeAnew?(alteration: Alteration, transition: Transition): boolean;
  /** True for a part that may also be created and dropped by a statement of its own. */
  readonly apart?: boolean;
  /** True for what belongs to an object of any kind, and goes along when that gets another name. */
  readonly attached?: boolean;
  /** Ids of what one that is made anew may lean on instead, as a foreign key on another unique index. */
  rebinds?(object: SchemaObject, schema: Schema): string[];
  /** The attributes with which it no longer leans on what goes; empty where it can't let go. */
  release?(object: SchemaObject, gone: ReadonlySet<string>): Readonly<Record<string, Json>>;
  /** The names it takes beside its id, of which there can be only one: see names.ts. */
  occupies?(object: SchemaObject): string[];
  /**
   * The words of a text of it that Postgres checks when it is made, for they may name other objects; none
   * where the alteration of `before` leaves the text alone.
   */
  words?(object: SchemaObject, before: SchemaObject | null): ReadonlySet<string>;
  /** As it can be made before what its text names, and what sets it right then. */
  unchecked?(object: SchemaObject): { readonly object: SchemaObject; readonly then: string[] };
  readonly traits: Traits;
}

/** What an id is made of. */
export type Identified = Pick<SchemaObject, 'schema' | 'table' | 'name' | 'attributes'>;

/** An alteration that others may stand in the way of. */
export interface Alteration {
  readonly before: SchemaObject;
  readonly after: SchemaObject;
  readonly attributes: readonly string[];
}

/** The schemas an alteration leads from and to. */
export interface Transition {
  readonly actual: Schema;
  readonly desired: Schema;
}

/** Statements from `before` to `after`; null where only a drop and a create will do. */
export type Alter = (
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
) => string[] | null;

/** An attribute that is text. */
export function textOf(object: SchemaObject, attribute: string): string {
  const value = object.attributes[attribute];
  return typeof value === 'string' ? value : '';
}

/** An attribute that may be null. */
export function optionalText(object: SchemaObject, attribute: string): string | null {
  const value = object.attributes[attribute];
  return typeof value === 'string' ? value : null;
}

/** An attribute that is a list of texts. */
export function listOf(object: SchemaObject, attribute: string): string[] {
  return texts(object.attributes[attribute]);
}

/** An attribute that is a record. */
export function recordOf(
  object: SchemaObject,
  attribute: string,
): Readonly<Record<string, Json>> | null {
  const value = object.attributes[attribute];
  return isRecord(value) ? value : null;
}

export function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Text as it is, anything else as JSON. */
export function plain(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
