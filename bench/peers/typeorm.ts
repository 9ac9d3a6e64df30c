// Models for TypeORM, and what its `schema:log` says of them to a database.
import { load, versionOf } from './engines.ts';
import type { Generator } from './generators.ts';
import type { Column, Model, Table } from './model.ts';

interface TypeOrm {
  readonly EntitySchema: new (options: object) => object;
  readonly DataSource: new (options: object) => DataSource;
}

interface DataSource {
  readonly driver: {
    createSchemaBuilder(): {
      log(): Promise<{ readonly upQueries: readonly { readonly query: string }[] }>;
    };
  };
  initialize(): Promise<unknown>;
  destroy(): Promise<void>;
}

export async function typeOrm(): Promise<Generator> {
  const { DataSource, EntitySchema } = (await load('typeorm')) as TypeOrm;
  return {
    name: 'typeorm schema:log',
    version: versionOf('typeorm'),
    generate: async (url, _before, after) => {
      const entities = after.tables.map((table) => new EntitySchema(entity(table, after)));
      const source = new DataSource({
        type: 'postgres',
        url,
        entities,
        installExtensions: false,
        metadataTableName: 'typeorm_metadata',
      });
      await source.initialize();
      try {
        const { upQueries } = await source.driver.createSchemaBuilder().log();
        return upQueries.map(({ query }) => query);
      } finally {
        await source.destroy();
      }
    },
  };
}

function entity(table: Table, model: Model): object {
  const nameOf = (schema: string, name: string): string => `${schema}.${name}`;
  const target = (schema: string, name: string): string =>
    model.tables.some((one) => one.schema === schema && one.name === name)
      ? nameOf(schema, name)
      : name;
  return {
    name: nameOf(table.schema, table.name),
    tableName: table.name,
    schema: table.schema === 'public' ? undefined : table.schema,
    columns: Object.fromEntries(
      table.columns.map((column) => [column.name, columnOf(column, table)]),
    ),
    uniques: table.uniques.map(({ name, columns }) => ({ name, columns })),
    checks: table.checks,
    foreignKeys: table.foreignKeys.map((foreign) => ({
      name: foreign.name,
      target: target(foreign.target.schema, foreign.target.name),
      columnNames: foreign.columns,
      referencedColumnNames: foreign.targetColumns,
      onDelete: foreign.onDelete.toUpperCase(),
      onUpdate: foreign.onUpdate.toUpperCase(),
      deferrable: foreign.deferrable?.replace('DEFERRABLE ', ''),
    })),
    indices: table.indexes.map((index) => ({
      name: index.name,
      unique: index.unique,
      where: index.where ?? undefined,
      columns: index.columns.map(({ expression }) => expression),
    })),
  };
}

function columnOf(column: Column, table: Table): object {
  const primary = table.primaryKey?.columns.includes(column.name) === true;
  return {
    ...typeOf(column),
    ...valuesOf(column),
    array: column.array,
    nullable: !column.notNull,
    primary,
    ...(primary ? { primaryKeyConstraintName: table.primaryKey.name } : {}),
  };
}

function typeOf(column: Column): object {
  if (column.enum) {
    return { type: 'enum', enum: column.enum.values, enumName: column.enum.name };
  }
  const [, base = '', modifiers = '', suffix = ''] =
    /^([^([]+)(?:\(([^)]*)\))?([^[]*)/.exec(column.type) ?? [];
  const type = `${base.trim()}${suffix}`;
  const [first, second] = modifiers.split(',').filter(Boolean).map(Number);
  if (first === undefined) return { type };
  if (base === 'numeric') return { type, precision: first, scale: second };
  return base.startsWith('time') ? { type, precision: first } : { type, length: String(first) };
}

/** Where its values come from. */
function valuesOf(column: Column): object {
  if (column.serial) return { generated: 'increment' };
  if (column.identity !== null) {
    const generatedIdentity = column.identity === 'always' ? 'ALWAYS' : 'BY DEFAULT';
    return { generated: 'identity', generatedIdentity };
  }
  if (column.generated !== null) {
    return { asExpression: column.generated, generatedType: 'STORED' };
  }
  return column.default === null ? {} : { default: () => column.default };
}
