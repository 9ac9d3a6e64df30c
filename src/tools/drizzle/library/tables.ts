// Reads a table: its columns, and the walk over its extra configuration that drizzle's own
// `getTableConfig` does, done here so that the place of each builder is known.
import { is } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import type { DeclaredTable, Generation } from '../declarations.ts';
import { readColumn } from './columns.ts';
import {
  readCheck,
  readForeignKey,
  readIndex,
  readPolicy,
  readPrimaryKey,
  readUniqueConstraint,
  type TableContext,
} from './constraints.ts';
import { findUnknown, placeOf, undecidedBy, Undecided } from './host.ts';
import {
  builderOf,
  extraBuilders,
  hasRowSecurity,
  inlineForeignKeys,
  tableColumns,
  tableName,
  tableSchema,
  type InternalForeignKey,
} from './internals.ts';
import { knownString, optionalString, type Renderer } from './sql.ts';

export interface TableIdentity {
  readonly name: string;
  readonly schema: string;
  readonly schemaNamed: boolean;
}

/** Name and schema, which must be known before anything else can be said of a table. */
export function identifyTable(table: object): TableIdentity {
  const schema = optionalString(tableSchema(table), 'schema of a table');
  return {
    name: knownString(tableName(table), 'name of a table'),
    schema: schema ?? 'public',
    schemaNamed: schema !== null,
  };
}

interface Parts {
  primaryKeys: DeclaredTable['primaryKeys'][number][];
  uniques: DeclaredTable['uniques'][number][];
  foreignKeys: DeclaredTable['foreignKeys'][number][];
  checks: DeclaredTable['checks'][number][];
  indexes: DeclaredTable['indexes'][number][];
  policies: DeclaredTable['policies'][number][];
}

/** Reads a whole table; throws where any part of it can't be decided. */
export function readTable(
  table: object,
  generation: Generation,
  renderer: Renderer,
): DeclaredTable {
  const identity = identifyTable(table);
  const context: TableContext = { ...identity, generation, renderer, table };
  const columns = tableColumns(table).map((column) =>
    readColumn(column, { generation, renderer, owner: identity.name }),
  );
  const parts: Parts = {
    primaryKeys: [],
    uniques: [],
    foreignKeys: inlineForeignKeys(table).map((key) =>
      readForeignKey(key, placeOfInlineKey(key), context),
    ),
    checks: [],
    indexes: [],
    policies: [],
  };
  for (const builder of extraValues(table)) readExtra(builder, parts, context);
  return {
    ...identity,
    place: placeOf(table),
    rowSecurity: hasRowSecurity(table),
    columns,
    ...parts,
  };
}

function placeOfInlineKey(key: InternalForeignKey): ReturnType<typeof placeOf> {
  const column = key.reference().columns[0];
  return column === undefined ? null : placeOf(builderOf(column));
}

/** drizzle takes an array, one level of nesting flattened, or the values of an object. */
function extraValues(table: object): unknown[] {
  const extra = extraBuilders(table);
  const found = findUnknown(extra, 2);
  if (found !== null) throw undecidedBy(found.unknown);
  if (extra === undefined || extra === null) return [];
  return Array.isArray(extra) ? extra.flat(1) : Object.values(extra);
}

interface Builder {
  build(table: object): object;
}

function readExtra(builder: unknown, parts: Parts, context: TableContext): void {
  const place = placeOf(builder);
  const built = (): never => (builder as Builder).build(context.table) as never;
  if (is(builder, pg.IndexBuilder)) parts.indexes.push(readIndex(built(), place, context));
  else if (is(builder, pg.CheckBuilder)) parts.checks.push(readCheck(built(), place, context));
  else if (is(builder, pg.UniqueConstraintBuilder)) {
    parts.uniques.push(readUniqueConstraint(built(), place, context));
  } else if (is(builder, pg.PrimaryKeyBuilder)) {
    parts.primaryKeys.push(readPrimaryKey(built(), place, context));
  } else if (is(builder, pg.ForeignKeyBuilder)) {
    parts.foreignKeys.push(readForeignKey(built(), place, context));
  } else if (is(builder, pg.PgPolicy)) {
    parts.policies.push(readPolicy(builder, context));
  } else if (context.generation === 1) {
    throw new Undecided(
      `the extra configuration of ${context.name} holds something drizzle does not know`,
      place,
    );
  }
}
