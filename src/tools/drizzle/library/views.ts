// Reads views, materialized views and the small declarations: enums, sequences, schemas, roles.
import { is } from 'drizzle-orm';
import { PgColumn } from 'drizzle-orm/pg-core';
import type { Json } from '../../../schema/objects.ts';
import type {
  DeclaredColumn,
  DeclaredEnum,
  DeclaredRole,
  DeclaredSchema,
  DeclaredSequence,
  DeclaredView,
  Generation,
} from '../declarations.ts';
import { bigintRange, readColumn, readSequence } from './columns.ts';
import { taintOf } from './guard.ts';
import { findUnknown, placeOf, requireKnown, undecidedBy, Undecided } from './host.ts';
import {
  isMaterialized,
  viewConfig,
  type InternalColumn,
  type InternalEnum,
  type SequenceSettings,
} from './internals.ts';
import { knownString, optionalString, renderOptional, type Renderer } from './sql.ts';

export interface Identity {
  readonly name: string;
  readonly schema: string;
}

export function identifyView(view: object): Identity {
  const config = viewConfig(view);
  return {
    name: knownString(config.name, 'name of a view'),
    schema: optionalString(config.schema, 'schema of a view') ?? 'public',
  };
}

export function readView(view: object, generation: Generation, renderer: Renderer): DeclaredView {
  const config = viewConfig(view);
  const identity = identifyView(view);
  const definition = config.isExisting ? null : renderOptional(config.query, renderer);
  if (definition === null && !config.isExisting) {
    throw new Undecided(`the view ${identity.name} has no query`, placeOf(view));
  }
  const found = findUnknown(config.with);
  if (found !== null) throw undecidedBy(found.unknown);
  return {
    ...identity,
    place: placeOf(view),
    materialized: isMaterialized(view),
    existing: config.isExisting,
    columns: readViewColumns(config.selectedFields, identity.name, generation, renderer),
    definition,
    with: (config.with ?? null) as Readonly<Record<string, Json>> | null,
    withNoData: config.withNoData ?? null,
    tablespace: optionalString(config.tablespace, 'tablespace of a view'),
    using: optionalString(config.using, 'access method of a view'),
  };
}

/** Only generation 0 keeps a view's columns; 1 leaves them to the query. */
function readViewColumns(
  fields: Readonly<Record<string, unknown>>,
  owner: string,
  generation: Generation,
  renderer: Renderer,
): DeclaredColumn[] {
  if (generation === 1) return [];
  const columns: DeclaredColumn[] = [];
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (!is(field, PgColumn)) continue;
    const column = field as unknown as InternalColumn;
    const read = readColumn(column, { generation, renderer, owner });
    columns.push({ ...read, name: knownString(column.name, 'name of a column') });
  }
  return columns;
}

export function readEnum(value: InternalEnum & object): DeclaredEnum {
  const taint = taintOf(value);
  const name = knownString(value.enumName, 'name of an enum');
  if (taint !== null) throw undecidedBy(taint.unknown);
  requireKnown(value.enumValues);
  const values = (value.enumValues as readonly unknown[]).map((item) =>
    knownString(item, `value of the enum ${name}`),
  );
  const schema = optionalString(value.schema, 'schema of an enum') ?? 'public';
  return { name, schema, values, exported: true, place: placeOf(value) };
}

export function readSequenceDeclaration(value: {
  readonly seqName?: unknown;
  readonly schema?: unknown;
  readonly seqOptions?: unknown;
}): DeclaredSequence {
  requireKnown(value.seqOptions);
  return {
    name: knownString(value.seqName, 'name of a sequence'),
    schema: optionalString(value.schema, 'schema of a sequence') ?? 'public',
    place: placeOf(value),
    ...readSequence(value.seqOptions as SequenceSettings | undefined, bigintRange),
  };
}

export function readSchema(value: object): DeclaredSchema {
  return {
    name: knownString(Reflect.get(value, 'schemaName'), 'name of a schema'),
    existing: Reflect.get(value, 'isExisting') === true,
    place: placeOf(value),
  };
}

export function readRole(value: object): DeclaredRole {
  const field = (key: string): unknown => {
    const found: unknown = Reflect.get(value, key);
    requireKnown(found);
    return found;
  };
  return {
    name: knownString(field('name'), 'name of a role'),
    existing: field('_existing') === true,
    createDb: field('createDb') === true,
    createRole: field('createRole') === true,
    inherit: field('inherit') !== false,
    place: placeOf(value),
  };
}
