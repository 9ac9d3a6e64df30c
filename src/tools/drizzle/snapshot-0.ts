// Declarations → the snapshot that drizzle-kit 0.31 keeps beside a migration (version 7), key by key
// in its own order, so that its next `generate` finds nothing to do.
import type { Json } from '../../schema/objects.ts';
import type {
  Declarations,
  DeclaredColumn,
  DeclaredIndex,
  DeclaredPolicy,
  DeclaredTable,
  DeclaredView,
  Identity,
  SqlText,
} from './declarations.ts';
import type { SnapshotRenames } from './rename-records.ts';
import { uniquesOf } from './table-statement.ts';
import { viewsInOrder } from './view-statement.ts';

/** Undefined fields are dropped when the snapshot becomes text. */
type Fields = Record<string, Json | undefined>;

export interface SnapshotIds {
  readonly id: string;
  readonly prevId: string;
}

const NONE = { columns: {}, schemas: {}, tables: {} };

/** The whole snapshot; `JSON.stringify` of it is the file. */
export function snapshot0(
  declarations: Declarations,
  { renames = NONE, ...ids }: SnapshotIds & { readonly renames?: SnapshotRenames['meta'] },
): object {
  return {
    ...ids,
    version: '7',
    dialect: 'postgresql',
    tables: byKey(
      declarations.tables,
      (it) => `${it.schema}.${it.name}`,
      (it) => tableEntry(it, declarations),
    ),
    enums: byKey(
      declarations.enums.filter((it) => it.exported),
      (it) => `${it.schema}.${it.name}`,
      (it) => ({
        name: it.name,
        schema: it.schema,
        values: it.values,
      }),
    ),
    schemas: byKey(
      declarations.schemas.filter((it) => it.name !== 'public'),
      (it) => it.name,
      (it) => it.name,
    ),
    sequences: byKey(
      declarations.sequences,
      (it) => `${it.schema}.${it.name}`,
      (it) => ({
        name: it.name,
        schema: it.schema,
        increment: it.increment,
        startWith: it.startWith,
        minValue: it.minValue,
        maxValue: it.maxValue,
        cache: it.cache,
        cycle: it.cycle,
      }),
    ),
    roles: byKey(
      declarations.roles.filter((it) => !it.existing),
      (it) => it.name,
      ({ name, createDb, createRole, inherit }) => ({ name, createDb, createRole, inherit }),
    ),
    policies: byKey(
      declarations.policies.filter((it) => !ownTable(it, declarations)),
      (it) => it.name,
      (it) => ({ ...policyEntry(it), schema: it.schema, on: `"${it.schema}"."${it.table}"` }),
    ),
    views: byKey(viewsInOrder(declarations), (it) => `${it.schema}.${it.name}`, viewEntry),
    _meta: renames,
  };
}

function byKey<T>(
  items: readonly T[],
  key: (item: T) => string,
  value: (item: T) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(items.map((item) => [key(item), value(item)]));
}

function ownTable(policy: DeclaredPolicy, declarations: Declarations): boolean {
  return declarations.tables.some(
    (table) => table.schema === policy.schema && table.name === policy.table,
  );
}

function tableEntry(table: DeclaredTable, declarations: Declarations): object {
  const linked = declarations.policies.filter(
    (it) => it.schema === table.schema && it.table === table.name,
  );
  return {
    name: table.name,
    schema: table.schemaNamed ? table.schema : '',
    columns: byKey(
      table.columns,
      (it) => it.name,
      (it) => columnEntry(it, table),
    ),
    indexes: byKey(table.indexes, (it) => it.name, indexEntry),
    foreignKeys: byKey(
      table.foreignKeys,
      (it) => it.name,
      (it) => ({
        name: it.name,
        tableFrom: table.name,
        tableTo: it.toTable,
        schemaTo: it.toSchemaNamed ? it.toSchema : undefined,
        columnsFrom: it.columns,
        columnsTo: it.toColumns,
        onDelete: it.onDelete ?? undefined,
        onUpdate: it.onUpdate ?? undefined,
      }),
    ),
    compositePrimaryKeys: byKey(
      table.primaryKeys,
      (it) => it.name,
      (it) => ({
        name: it.name,
        columns: it.columns,
      }),
    ),
    uniqueConstraints: byKey(
      uniquesOf(table, 0),
      (it) => it.name,
      (it) => ({
        name: it.name,
        nullsNotDistinct: it.nullsNotDistinct,
        columns: it.columns,
      }),
    ),
    policies: byKey([...table.policies, ...linked], (it) => it.name, policyEntry),
    checkConstraints: byKey(
      table.checks,
      (it) => it.name,
      (it) => ({
        name: it.name,
        value: it.value.kit,
      }),
    ),
    isRLSEnabled: table.rowSecurity,
  };
}

function columnEntry(column: DeclaredColumn, owner: { readonly schema: string }): Fields {
  return {
    name: column.name,
    type: column.type,
    typeSchema: column.enumOfObject ? undefined : (column.enumSchema ?? undefined),
    primaryKey: column.primaryKey,
    notNull: column.notNull,
    generated: column.generated === null ? undefined : { as: column.generated.kit, type: 'stored' },
    identity: column.identity === null ? undefined : identityEntry(column.identity, owner.schema),
    default: column.default?.kit,
  };
}

function identityEntry(identity: Identity, schema: string): Readonly<Record<string, Json>> {
  return {
    type: identity.type,
    name: identity.name,
    schema,
    increment: identity.increment,
    startWith: identity.startWith,
    minValue: identity.minValue,
    maxValue: identity.maxValue,
    cache: identity.cache,
    cycle: identity.cycle,
  };
}

function indexEntry(index: DeclaredIndex): object {
  return {
    name: index.name,
    columns: index.columns.map((column) =>
      column.isExpression
        ? { expression: column.value.kit, asc: true, isExpression: true, nulls: 'last' }
        : {
            expression: column.value.kit,
            isExpression: false,
            asc: column.order === 'asc',
            nulls: column.nulls ?? (column.order === 'desc' ? 'first' : 'last'),
            opclass: column.operatorClass ?? undefined,
          },
    ),
    isUnique: index.unique,
    where: index.where?.kit,
    concurrently: index.concurrently,
    method: index.method,
    with: index.with,
  };
}

function policyEntry(policy: DeclaredPolicy): Fields {
  const text = (value: SqlText | null): string | undefined => value?.kit;
  return {
    name: policy.name,
    as: policy.as,
    for: policy.for,
    to: policy.to,
    using: text(policy.using),
    withCheck: text(policy.withCheck),
  };
}

function viewEntry(view: DeclaredView): object {
  return {
    columns: byKey(
      view.columns,
      (it) => it.name,
      (it) => columnEntry(it, view),
    ),
    definition: view.definition?.kit,
    name: view.name,
    schema: view.schema,
    isExisting: view.existing,
    with: view.with ?? undefined,
    withNoData: view.withNoData ?? undefined,
    materialized: view.materialized,
    tablespace: view.tablespace ?? undefined,
    using: view.using ?? undefined,
  };
}
