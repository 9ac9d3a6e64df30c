// What one revision's code asks of a database, and what of it stops working on another schema.
import { objectId } from '../schema/identity.ts';
import type { Json, Place, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { ModelQueries, QueriedColumn } from '../tools/tool.ts';

export interface Code {
  readonly queries: readonly ModelQueries[];
  /** Where each object (by id) was declared. */
  readonly places: ReadonlyMap<string, Place>;
  /** What its models declare. */
  readonly desired: Schema;
}

/** What stops working, or may. */
export interface Breakage {
  /** Kebab-case id of the rule that tells of it. */
  readonly rule: string;
  /** Proved; otherwise it depends on what the code sends. */
  readonly certain: boolean;
  /** Id of the object that is in the way, or gone. */
  readonly object: string;
  /** What the code does, after its name: `reads public.users.nickname, which is gone`. */
  readonly what: string;
  /** Postgres's own words, or what was compared. */
  readonly observed: string;
  /** What the statement that did it speaks of: the words it must hold, and what it may be. */
  readonly cause: Cause;
  /** The model's line. */
  readonly place: Place | null;
}

export interface Cause {
  readonly words: readonly string[];
  /** Node types and subtypes of Postgres's parser: `AT_DropColumn`. */
  readonly verbs: readonly string[];
}

/** One table that both schemas have, as the code sees it. */
export interface TableInUse {
  readonly model: ModelQueries;
  readonly code: Code;
  /** Where the code works. */
  readonly home: Schema;
  /** Where it shall work. */
  readonly target: Schema;
  /**
   * Rows that the code may have written where it works, as JSON objects; null where there are none to be
   * had. Absent where nobody asks for what depends on them.
   */
  readonly written?: (model: ModelQueries) => Promise<readonly string[] | null>;
}

/** `public.users`, for people. */
export function nameOf({ schema, name }: ModelQueries): string {
  return `${schema}.${name}`;
}

/** A column of the model's table in a schema. */
export function columnIn(schema: Schema, model: ModelQueries, name: string): SchemaObject | null {
  return schema.objects.get(objectId('column', model.schema, model.name, name)) ?? null;
}

/** The line of a column of the model, or of the model. */
export function placeOf({ places }: Code, model: ModelQueries, column?: string): Place | null {
  const own =
    column === undefined
      ? undefined
      : places.get(objectId('column', model.schema, model.name, column));
  return own ?? places.get(model.object) ?? null;
}

/** A text attribute; null where it is none. */
export function textIn(object: SchemaObject | null | undefined, name: string): string | null {
  const value = object?.attributes[name];
  return typeof value === 'string' ? value : null;
}

/** A list of texts; empty where it is none. */
export function textsIn(object: SchemaObject | null | undefined, name: string): readonly string[] {
  const value: Json | undefined = object?.attributes[name];
  return Array.isArray(value) ? value.filter((one: Json) => typeof one === 'string') : [];
}

/** Whether an INSERT that leaves the column out gets a value. */
export function fillsItself(column: SchemaObject, schema: Schema): boolean {
  const { default: own, identity, generated } = column.attributes;
  if ([own, identity, generated].some((one) => one !== null && one !== undefined)) return true;
  return column.needs.some((need) => textIn(domainIn(schema, need), 'default') !== null);
}

function domainIn(schema: Schema, id: string): SchemaObject | undefined {
  const object = schema.objects.get(id);
  return object?.kind === 'domain' ? object : undefined;
}

/** The enum or domain that a column is of. */
export function typeOf(
  column: SchemaObject,
  schema: Schema,
  kind: 'enum' | 'domain',
): SchemaObject | null {
  const found = column.needs
    .map((need) => schema.objects.get(need))
    .find((it) => it?.kind === kind);
  return found ?? null;
}

/** Reads and inserts by the declared schema alone, for a tool that says nothing of its ORM. */
export function plainQueries(desired: Schema): ModelQueries[] {
  return [...desired.objects.values()]
    .filter(({ kind }) => kind === 'table')
    .map((table) => ({
      object: table.id,
      schema: table.schema ?? 'public',
      name: table.name,
      inserted: true,
      columns: childrenOf(desired, table.id)
        .filter(({ kind }) => kind === 'column')
        .map((column) => ({
          name: column.name,
          insert: insertOf(column, desired),
          misread: () => null,
        })),
    }));
}

function insertOf(column: SchemaObject, schema: Schema): QueriedColumn['insert'] {
  if (column.attributes['generated'] !== null) return 'never';
  if (fillsItself(column, schema)) return 'default';
  return column.attributes['notNull'] === true ? 'value' : 'any';
}
