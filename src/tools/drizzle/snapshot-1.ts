// Declarations → the snapshot that drizzle-kit 1 keeps in a migration's folder: flat rows, one for
// each object. Version 8 holds them all; version 9 holds them all once, then the differences.
import type {
  Declarations,
  DeclaredColumn,
  DeclaredIndex,
  DeclaredPolicy,
  DeclaredPrimaryKey,
  DeclaredTable,
  DeclaredUnique,
  DeclaredView,
  SqlText,
} from './declarations.ts';
import { orderOf } from './index-statement.ts';
import type { SnapshotRenames } from './rename-records.ts';
import { differencesOf, renameRows, type Row } from './rows.ts';
import { plainText } from './spelling.ts';
import { inlineUniques, primaryKeysOf } from './table-statement.ts';
import { viewsInOrder } from './view-statement.ts';

export interface Snapshot1Options {
  readonly id: string;
  readonly parents: readonly string[];
  /** Version of the newest snapshot; null where there is none. */
  readonly version: string | null;
  /** The rows that the snapshots so far amount to. */
  readonly previous: readonly Row[];
  readonly renames: SnapshotRenames;
}

export function snapshot1(declarations: Declarations, options: Snapshot1Options): object {
  const rows = rowsOf(declarations);
  const header = { version: '9', dialect: 'postgres', id: options.id };
  const prevIds = options.parents;
  if (options.version !== null && Number(options.version) <= 8) {
    return {
      version: options.version,
      dialect: 'postgres',
      id: options.id,
      prevIds,
      ddl: rows,
      renames: options.renames.texts,
    };
  }
  const renamed = renameRows(options.previous, options.renames.rows);
  return options.version === null
    ? { type: 'base', ...header, prevIds, footprints: [], ddl: rows }
    : {
        type: 'diff',
        ...header,
        prevIds,
        footprints: [],
        deltas: [...renamed.deltas, ...differencesOf(renamed.rows, rows)],
      };
}

/** Every row, kinds in drizzle-kit's order. */
export function rowsOf(declarations: Declarations): Row[] {
  const { tables } = declarations;
  return [
    ...declarations.schemas
      .filter((it) => !it.existing && it.name !== 'public')
      .map((it) => row('schemas', { name: it.name })),
    ...tables.map((it) => tableRow(it, declarations)),
    ...declarations.enums
      .filter((it) => it.exported)
      .map((it) => row('enums', { schema: it.schema, name: it.name, values: it.values })),
    ...tables.flatMap((table) => table.columns.map((it) => columnRow(it, table))),
    ...tables.flatMap((table) => table.indexes.map((it) => indexRow(it, table))),
    ...tables.flatMap(foreignKeyRows),
    ...keyRows(tables),
    ...tables.flatMap((table) =>
      table.checks.map((it) => member('checks', table, { name: it.name, value: it.value.kit })),
    ),
    ...declarations.sequences.map((it) =>
      row('sequences', {
        schema: it.schema,
        name: it.name,
        incrementBy: it.increment,
        startWith: it.startWith,
        minValue: it.minValue,
        maxValue: it.maxValue,
        cacheSize: Number(it.cache),
        cycle: it.cycle,
      }),
    ),
    ...roleRows(declarations),
    ...policies(declarations).map(policyRow),
    ...viewsInOrder(declarations)
      .filter((it) => !it.existing)
      .map(viewRow),
  ];
}

function row(entityType: string, fields: Row): Row {
  return { ...fields, entityType };
}

function member(entityType: string, table: DeclaredTable, fields: Row): Row {
  return { ...fields, entityType, schema: table.schema, table: table.name };
}

function policies(declarations: Declarations): DeclaredPolicy[] {
  return [...declarations.policies, ...declarations.tables.flatMap((table) => table.policies)];
}

function tableRow(table: DeclaredTable, declarations: Declarations): Row {
  const secured = policies(declarations).some(
    (it) => it.schema === table.schema && it.table === table.name,
  );
  return row('tables', {
    schema: table.schema,
    name: table.name,
    isRlsEnabled: table.rowSecurity || secured,
  });
}

function columnRow(column: DeclaredColumn, table: DeclaredTable): Row {
  const inKey = table.primaryKeys.some((key) => key.columns.includes(column.name));
  const { identity } = column;
  return member('columns', table, {
    name: column.name,
    type: column.type
      .replaceAll(/\[\d*\]/g, '')
      .replace(', ', ',')
      .replace('timestamp (', 'timestamp('),
    typeSchema: column.enumSchema,
    dimensions: column.dimensions,
    notNull: column.notNull || column.primaryKey || inKey,
    default: column.default === null ? null : plainText(column.default.kit),
    generated: column.generated === null ? null : { as: column.generated.kit, type: 'stored' },
    identity:
      identity === null
        ? null
        : {
            type: identity.type,
            name: identity.name,
            increment: identity.increment,
            startWith: identity.startWith,
            minValue: identity.minValue,
            maxValue: identity.maxValue,
            cache: Number(identity.cache),
            cycle: identity.cycle,
          },
  });
}

function indexRow(index: DeclaredIndex, table: DeclaredTable): Row {
  return member('indexes', table, {
    nameExplicit: index.nameExplicit,
    columns: index.columns.map((column) => {
      const { descending, nullsFirst } = orderOf(column);
      return {
        value: column.value.kit,
        isExpression: column.isExpression,
        asc: !descending,
        nullsFirst,
        opclass:
          column.operatorClass === null ? null : { name: column.operatorClass, default: false },
      };
    }),
    isUnique: index.unique,
    where: text(index.where),
    with: Object.entries(index.with)
      .map(([key, value]) => `${key}=${plainText(value)}`)
      .join(', '),
    method: index.method,
    concurrently: index.concurrently,
    name: index.name,
  });
}

function foreignKeyRows(table: DeclaredTable): Row[] {
  return table.foreignKeys.map((key) =>
    member('fks', table, {
      nameExplicit: key.nameExplicit,
      columns: key.columns,
      schemaTo: key.toSchema,
      tableTo: key.toTable,
      columnsTo: key.toColumns,
      onUpdate: key.onUpdate?.toUpperCase() ?? null,
      onDelete: key.onDelete?.toUpperCase() ?? null,
      name: key.name,
    }),
  );
}

/** Keys and constraints of the extra configuration come first, over all tables. */
function keyRows(tables: readonly DeclaredTable[]): Row[] {
  const unkeyed = tables.filter((table) => table.primaryKeys.length === 0);
  return [
    ...tables.flatMap((table) => table.primaryKeys.map((key) => primaryKeyRow(key, table))),
    ...unkeyed.flatMap((table) => primaryKeysOf(table, 1).map((key) => primaryKeyRow(key, table))),
    ...tables.flatMap((table) => table.uniques.map((it) => uniqueRow(it, table))),
    ...tables.flatMap((table) => inlineUniques(table, 1).map((it) => uniqueRow(it, table))),
  ];
}

function primaryKeyRow(key: DeclaredPrimaryKey, table: DeclaredTable): Row {
  // An unnamed key's name is kept whole, not cut to what Postgres keeps.
  const name = key.nameExplicit ? key.name : `${table.name}_pkey`;
  return member('pks', table, { columns: key.columns, nameExplicit: key.nameExplicit, name });
}

function uniqueRow(unique: DeclaredUnique, table: DeclaredTable): Row {
  return member('uniques', table, {
    nameExplicit: unique.nameExplicit,
    columns: unique.columns,
    nullsNotDistinct: unique.nullsNotDistinct,
    name: unique.name,
  });
}

function roleRows(declarations: Declarations): Row[] {
  return declarations.roles
    .filter((role) => !role.existing)
    .map((role) =>
      row('roles', {
        name: role.name,
        superuser: false,
        createDb: role.createDb,
        createRole: role.createRole,
        inherit: role.inherit,
        canLogin: false,
        replication: false,
        bypassRls: false,
        connLimit: -1,
        password: null,
        validUntil: null,
      }),
    );
}

function policyRow(policy: DeclaredPolicy): Row {
  return {
    as: policy.as,
    for: policy.for,
    roles: policy.to,
    using: text(policy.using),
    withCheck: text(policy.withCheck),
    name: policy.name,
    entityType: 'policies',
    schema: policy.schema,
    table: policy.table,
  };
}

const viewOptions = [
  'checkOption',
  'securityBarrier',
  'securityInvoker',
  'autovacuumEnabled',
  'autovacuumFreezeMaxAge',
  'autovacuumFreezeMinAge',
  'autovacuumFreezeTableAge',
  'autovacuumMultixactFreezeMaxAge',
  'autovacuumMultixactFreezeMinAge',
  'autovacuumMultixactFreezeTableAge',
  'autovacuumVacuumCostDelay',
  'autovacuumVacuumCostLimit',
  'autovacuumVacuumScaleFactor',
  'autovacuumVacuumThreshold',
  'fillfactor',
  'logAutovacuumMinDuration',
  'parallelWorkers',
  'toastTupleTarget',
  'userCatalogTable',
  'vacuumIndexCleanup',
  'vacuumTruncate',
];

function viewRow(view: DeclaredView): Row {
  const given = view.with ?? {};
  const options = Object.fromEntries(viewOptions.map((key) => [key, given[key] ?? null]));
  const some = Object.values(options).some((value) => value !== null);
  return row('views', {
    definition: text(view.definition),
    name: view.name,
    schema: view.schema,
    with: some ? options : null,
    withNoData: view.withNoData,
    materialized: view.materialized,
    tablespace: view.tablespace,
    using: view.using,
  });
}

function text(value: SqlText | null): string | null {
  return value?.kit ?? null;
}
