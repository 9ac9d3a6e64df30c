// Declarations → the snapshot that drizzle-kit 1 keeps in a migration's folder: flat rows, one for
// each object. Version 8 holds them all; version 9 holds them all once, then the differences.
import type { Json } from '../../schema/objects.ts';
import type {
  Declarations,
  DeclaredColumn,
  DeclaredIndex,
  DeclaredPolicy,
  DeclaredTable,
  DeclaredView,
  SqlText,
} from './declarations.ts';
import { orderOf } from './index-statement.ts';
import { plainText } from './spelling.ts';
import { primaryKeysOf, uniquesOf } from './table-statement.ts';

export type Entity = Readonly<Record<string, Json>>;

export interface Snapshot1Options {
  readonly id: string;
  readonly parents: readonly string[];
  /** Version of the newest snapshot; null where there is none. */
  readonly version: string | null;
  /** The rows that the snapshots so far amount to. */
  readonly previous: readonly Entity[];
}

export function snapshot1(declarations: Declarations, options: Snapshot1Options): object {
  const rows = entitiesOf(declarations);
  const header = { version: '9', dialect: 'postgres', id: options.id };
  const prevIds = options.parents;
  if (options.version !== null && Number(options.version) <= 8) {
    return {
      version: options.version,
      dialect: 'postgres',
      id: options.id,
      prevIds,
      ddl: rows,
      renames: [],
    };
  }
  return options.version === null
    ? { type: 'base', ...header, prevIds, footprints: [], ddl: rows }
    : {
        type: 'diff',
        ...header,
        prevIds,
        footprints: [],
        deltas: differences(options.previous, rows),
      };
}

/** Every row, kinds in drizzle-kit's order. */
export function entitiesOf(declarations: Declarations): Entity[] {
  const { tables } = declarations;
  return [
    ...declarations.schemas
      .filter((it) => !it.existing && it.name !== 'public')
      .map((it) => row('schemas', { name: it.name })),
    ...declarations.enums.map((it) =>
      row('enums', { schema: it.schema, name: it.name, values: it.values }),
    ),
    ...tables.map((it) => tableRow(it, declarations)),
    ...tables.flatMap((table) => table.columns.map((it) => columnRow(it, table))),
    ...tables.flatMap((table) => table.indexes.map((it) => indexRow(it, table))),
    ...tables.flatMap(foreignKeyRows),
    ...tables.flatMap(keyRows),
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
    ...declarations.views.filter((it) => !it.existing).map(viewRow),
  ];
}

function row(entityType: string, fields: Entity): Entity {
  return { ...fields, entityType };
}

function member(entityType: string, table: DeclaredTable, fields: Entity): Entity {
  return { ...fields, entityType, schema: table.schema, table: table.name };
}

function policies(declarations: Declarations): DeclaredPolicy[] {
  return [...declarations.policies, ...declarations.tables.flatMap((table) => table.policies)];
}

function tableRow(table: DeclaredTable, declarations: Declarations): Entity {
  const secured = policies(declarations).some(
    (it) => it.schema === table.schema && it.table === table.name,
  );
  return row('tables', {
    schema: table.schema,
    name: table.name,
    isRlsEnabled: table.rowSecurity || secured,
  });
}

function columnRow(column: DeclaredColumn, table: DeclaredTable): Entity {
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

function indexRow(index: DeclaredIndex, table: DeclaredTable): Entity {
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

function foreignKeyRows(table: DeclaredTable): Entity[] {
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

function keyRows(table: DeclaredTable): Entity[] {
  const primary = table.primaryKeys.length > 0 ? table.primaryKeys : inlineKeys(table);
  return [
    ...primary.map((key) =>
      member('pks', table, {
        columns: key.columns,
        nameExplicit: key.nameExplicit,
        name: key.name,
      }),
    ),
    ...uniquesOf(table).map((unique) =>
      member('uniques', table, {
        nameExplicit: unique.nameExplicit,
        columns: unique.columns,
        nullsNotDistinct: unique.nullsNotDistinct,
        name: unique.name,
      }),
    ),
  ];
}

/** The name is not cut to what Postgres keeps. */
function inlineKeys(table: DeclaredTable): ReturnType<typeof primaryKeysOf> {
  return primaryKeysOf(table, 1).map((key) => ({ ...key, name: `${table.name}_pkey` }));
}

function roleRows(declarations: Declarations): Entity[] {
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

function policyRow(policy: DeclaredPolicy): Entity {
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

function viewRow(view: DeclaredView): Entity {
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

/** Placeholder until the differences of version 9 are written. */
function differences(previous: readonly Entity[], rows: readonly Entity[]): Json[] {
  return previous.length === rows.length ? [] : [];
}
