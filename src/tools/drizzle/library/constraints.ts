// Reads what belongs to a table and is not a column: keys, checks, indexes, policies, and gives
// the unnamed ones the names drizzle-kit gives them.
import { is, SQL } from 'drizzle-orm';
import { PgRole } from 'drizzle-orm/pg-core';
import type { Json, Place } from '../../../schema/objects.ts';
import type {
  DeclaredCheck,
  DeclaredForeignKey,
  DeclaredIndex,
  DeclaredPolicy,
  DeclaredPrimaryKey,
  DeclaredUnique,
  Generation,
  IndexColumn,
} from '../declarations.ts';
import { findUnknown, placeOf, requireKnown, undecidedBy, Undecided } from './host.ts';
import {
  tableName,
  tableSchema,
  type IndexConfig,
  type IndexedColumn,
  type InternalColumn,
  type InternalForeignKey,
  type InternalPolicy,
  type Reference,
} from './internals.ts';
import { shortHash } from './hash.ts';
import { knownString, optionalString, renderOptional, type Renderer } from './sql.ts';

export interface TableContext {
  readonly name: string;
  readonly schema: string;
  readonly schemaNamed: boolean;
  readonly generation: Generation;
  readonly renderer: Renderer;
  readonly table: object;
}

interface ColumnList {
  readonly name?: unknown;
  readonly columns: readonly InternalColumn[];
}

function columnNames(columns: readonly InternalColumn[], context: TableContext): string[] {
  requireKnown(columns);
  return columns.map((column) => {
    requireKnown(column);
    return context.renderer.columnName(column);
  });
}

export function readPrimaryKey(
  key: ColumnList,
  place: Place | null,
  context: TableContext,
): DeclaredPrimaryKey {
  const columns = columnNames(key.columns, context);
  const given = optionalString(key.name, 'name of a primary key');
  const name = primaryKeyName(key.columns, given, context);
  return { name, nameExplicit: given !== null, columns, place };
}

/** Generation 0 takes the columns into the name; 1 names it as Postgres would. */
function primaryKeyName(
  columns: readonly InternalColumn[],
  given: string | null,
  context: TableContext,
): string {
  if (context.generation === 1) return given ?? `${context.name}_pkey`;
  const name = given ?? `${context.name}_${uncased(columns).join('_')}_pk`;
  return recased(name, columns, context);
}

function uncased(columns: readonly InternalColumn[]): string[] {
  return columns.map((column) => String(column.name));
}

/** drizzle-kit 0 makes a name of the keys, and then replaces each key's first occurrence by its cased form. */
function recased(name: string, columns: readonly InternalColumn[], context: TableContext): string {
  let result = name;
  for (const column of columns) {
    result = result.replace(String(column.name), context.renderer.columnName(column));
  }
  return result;
}

interface UniqueConstraint extends ColumnList {
  readonly nullsNotDistinct: boolean;
  readonly isNameExplicit?: boolean;
}

export function readUniqueConstraint(
  unique: UniqueConstraint,
  place: Place | null,
  context: TableContext,
): DeclaredUnique {
  const columns = columnNames(unique.columns, context);
  const given = optionalString(unique.name, 'name of a unique constraint');
  const derived = `${context.name}_${unique.columns.map((column) => String(column.name)).join('_')}_unique`;
  const nameExplicit = unique.isNameExplicit ?? (given !== null && given !== derived);
  // With casing, generation 0 keeps the name that drizzle-orm made of the keys.
  const name =
    context.generation === 1 && !nameExplicit
      ? `${context.name}_${columns.join('_')}_unique`
      : (given ?? derived);
  return { name, nameExplicit, nullsNotDistinct: unique.nullsNotDistinct, columns, place };
}

export function readForeignKey(
  key: InternalForeignKey,
  place: Place | null,
  context: TableContext,
): DeclaredForeignKey {
  const reference = key.reference();
  requireKnown(reference);
  requireKnown(reference.foreignTable);
  const columns = columnNames(reference.columns, context);
  const toColumns = columnNames(reference.foreignColumns, context);
  const toTable = knownString(tableName(reference.foreignTable), 'name of a referenced table');
  const toSchema = optionalString(tableSchema(reference.foreignTable), 'schema of a table');
  const given = optionalString(reference.name, 'name of a foreign key');
  return {
    name: foreignKeyName({ given, toTable, reference }, context),
    nameExplicit: given !== null && given !== '',
    columns,
    toSchema: toSchema ?? 'public',
    toSchemaNamed: toSchema !== null,
    toTable,
    toColumns,
    onDelete: optionalString(key.onDelete, 'action of a foreign key'),
    onUpdate: optionalString(key.onUpdate, 'action of a foreign key'),
    place,
  };
}

function foreignKeyName(
  key: { given: string | null; toTable: string; reference: Reference },
  context: TableContext,
): string {
  const { columns, foreignColumns } = key.reference;
  const stem = (): string =>
    [context.name, ...uncased(columns), key.toTable, ...uncased(foreignColumns)].join('_');
  if (context.generation === 0) {
    return recased(key.given ?? `${stem()}_fk`, [...columns, ...foreignColumns], context);
  }
  if (key.given !== null && key.given !== '') return key.given;
  const desired = `${stem()}_fkey`;
  if (desired.length <= 63) return desired;
  const hash = shortHash(desired);
  return context.name.length < 45 ? `${context.name}_${hash}_fkey` : `${hash}_fkey`;
}

export function readCheck(
  check: { readonly name: unknown; readonly value: unknown },
  place: Place | null,
  context: TableContext,
): DeclaredCheck {
  const name = knownString(check.name, 'name of a check');
  const value = renderOptional(check.value, context.renderer, kitOptions(context, false));
  if (value === null) throw new Undecided(`the check ${name} is not SQL`, place);
  return { name, value, place };
}

/** Generation 1 leaves the table out within checks and predicates, and inlines their parameters. */
function kitOptions(
  context: TableContext,
  always: boolean,
): { source: 'indexes' | undefined; inlined: boolean } {
  const newer = context.generation === 1;
  return { source: newer || always ? 'indexes' : undefined, inlined: newer && !always };
}

export function readIndex(
  index: { readonly config: IndexConfig },
  place: Place | null,
  context: TableContext,
): DeclaredIndex {
  const { config } = index;
  const found = findUnknown(config, 3);
  if (found !== null) throw undecidedBy(found.unknown);
  const columns = config.columns.map((column) => readIndexColumn(column, context));
  const given = optionalString(config.name, 'name of an index');
  if ((given ?? '') === '' && columns.some((column) => column.isExpression)) {
    throw new Undecided('an index on an expression has no name: drizzle-kit refuses it', place);
  }
  const where = renderOptional(config.where, context.renderer, kitOptions(context, false));
  return {
    name:
      given !== null && given !== ''
        ? given
        : `${context.name}_${columns.map((it) => it.value.sql).join('_')}_index`,
    nameExplicit: given !== null && given !== '',
    columns,
    unique: config.unique === true,
    where: context.generation === 1 && where?.kit === 'true' ? null : where,
    concurrently: config.concurrently ?? false,
    method: optionalString(config.method, 'method of an index') ?? 'btree',
    with: (config.with ?? {}) as Readonly<Record<string, Json>>,
    place,
  };
}

function readIndexColumn(column: object, context: TableContext): IndexColumn {
  requireKnown(column);
  if (is(column, SQL)) {
    const value = context.renderer.render(column, kitOptions(context, true));
    return { value, isExpression: true, order: null, nulls: null, operatorClass: null };
  }
  const indexed = column as IndexedColumn;
  const name = context.renderer.columnName(indexed);
  const config = indexed.indexConfig ?? {};
  const order = optionalString(config.order, 'order of an index column');
  const nulls = optionalString(config.nulls, 'order of nulls of an index column');
  return {
    value: { sql: name, kit: name },
    isExpression: false,
    order: order === 'asc' || order === 'desc' ? order : null,
    nulls: nulls === 'first' || nulls === 'last' ? nulls : null,
    operatorClass: optionalString(config.opClass, 'operator class of an index'),
  };
}

export function readPolicy(
  policy: InternalPolicy,
  context: Omit<TableContext, 'table'>,
): DeclaredPolicy {
  return {
    name: knownString(policy.name, 'name of a policy'),
    schema: context.schema,
    schemaNamed: context.schemaNamed,
    table: context.name,
    as: (optionalString(policy.as, 'kind of a policy') ?? 'PERMISSIVE').toUpperCase(),
    for: (optionalString(policy.for, 'command of a policy') ?? 'ALL').toUpperCase(),
    to: readPolicyRoles(policy.to),
    using: renderOptional(policy.using, context.renderer),
    withCheck: renderOptional(policy.withCheck, context.renderer),
    place: placeOf(policy),
  };
}

function readPolicyRoles(to: unknown): string[] {
  requireKnown(to);
  if (to === undefined || to === null || to === '') return ['public'];
  const roles = Array.isArray(to) ? to : [to];
  return roles
    .map((role: unknown) => {
      requireKnown(role);
      return is(role, PgRole)
        ? knownString(role.name, 'name of a role')
        : knownString(role, 'role of a policy');
    })
    .sort();
}
