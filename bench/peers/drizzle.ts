// Models for drizzle-orm, and drizzle-kit's `generate` between two of them.
import { load, versionOf } from './engines.ts';
import type { Generator } from './generators.ts';
import type { Column, Enum, Model, Named, Table } from './model.ts';

/** What is used of drizzle-orm's builders, which chain: each call gives one that has the others. */
type Builder = Record<string, (...args: unknown[]) => Builder>;
type Make = (...args: unknown[]) => Builder;

interface PgCore {
  readonly pgTable: Make;
  readonly pgSchema: (name: string) => { readonly table: Make; readonly enum: EnumMaker };
  readonly pgEnum: EnumMaker;
  readonly customType: (options: { dataType(): string }) => (name: string) => Builder;
  readonly [name: string]: unknown;
}

type EnumMaker = (name: string, values: readonly string[]) => (column: string) => Builder;

interface Kit {
  generateDrizzleJson(
    models: Readonly<Record<string, unknown>>,
    previous?: string,
    schemas?: readonly string[],
  ): object;
  generateMigration(before: object, after: object): Promise<string[]>;
}

export async function drizzleKit(): Promise<Generator> {
  const core = (await load('drizzle-orm/pg-core')) as PgCore;
  const { sql } = (await load('drizzle-orm')) as { sql: { raw(text: string): unknown } };
  const kit = (await load('drizzle-kit/api')) as Kit;
  const models = new Models(core, (text) => sql.raw(text));
  const snapshot = (model: Model): object =>
    kit.generateDrizzleJson(models.write(model), undefined, [
      ...new Set(
        [...model.tables, ...model.enums, { schema: 'public' }].map(({ schema }) => schema),
      ),
    ]);
  return {
    name: 'drizzle-kit generate',
    version: versionOf('drizzle-kit'),
    generate: (_url, before, after) => kit.generateMigration(snapshot(before), snapshot(after)),
  };
}

class Models {
  readonly #core: PgCore;
  readonly #raw: (text: string) => unknown;

  constructor(core: PgCore, raw: (text: string) => unknown) {
    this.#core = core;
    this.#raw = raw;
  }

  #make(name: string): Make {
    return this.#core[name] as Make;
  }

  /** The exports of a file of models. */
  write({ enums, tables }: Model): Record<string, unknown> {
    const schemas = new Map<string, ReturnType<PgCore['pgSchema']>>();
    for (const { schema } of [...enums, ...tables]) {
      if (schema !== 'public' && !schemas.has(schema)) {
        schemas.set(schema, this.#core.pgSchema(schema));
      }
    }
    const types = new Map<Enum, ReturnType<EnumMaker>>();
    for (const one of enums) {
      const make = schemas.get(one.schema)?.enum ?? this.#core.pgEnum;
      types.set(one, make(one.name, one.values));
    }
    const made = new Map<string, Builder>();
    for (const table of tables) {
      const make = schemas.get(table.schema)?.table ?? this.#core.pgTable;
      const columns = Object.fromEntries(
        table.columns.map((column) => [column.name, this.#column(column, types)]),
      );
      made.set(
        key(table),
        make(table.name, columns, (own: Builder) => this.#extras(table, own, made)),
      );
    }
    return Object.fromEntries(
      [...schemas.values(), ...types.values(), ...made.values()].map((one, at) => [
        `model${at}`,
        one,
      ]),
    );
  }

  #column(column: Column, types: ReadonlyMap<Enum, ReturnType<EnumMaker>>): Builder {
    let builder = this.#typed(column, types);
    if (column.notNull && !column.serial) builder = call(builder, 'notNull');
    if (column.default !== null) builder = call(builder, 'default', this.#raw(column.default));
    if (column.generated !== null) {
      builder = call(builder, 'generatedAlwaysAs', this.#raw(column.generated));
    }
    if (column.identity === 'always') builder = call(builder, 'generatedAlwaysAsIdentity');
    if (column.identity === 'byDefault') builder = call(builder, 'generatedByDefaultAsIdentity');
    return builder;
  }

  #typed(column: Column, types: ReadonlyMap<Enum, ReturnType<EnumMaker>>): Builder {
    const type = column.enum && types.get(column.enum);
    if (type) return column.array ? call(type(column.name), 'array') : type(column.name);
    const { name } = column;
    const options = { mode: 'number' };
    switch (column.type) {
      case 'integer':
        return this.#make(column.serial ? 'serial' : 'integer')(name);
      case 'bigint':
        return this.#make(column.serial ? 'bigserial' : 'bigint')(name, options);
      case 'smallint':
        return this.#make(column.serial ? 'smallserial' : 'smallint')(name);
      default:
        return this.#core.customType({ dataType: () => column.type })(name);
    }
  }

  #extras(table: Table, own: Builder, made: ReadonlyMap<string, Builder>): Builder[] {
    const columns = (names: readonly string[], of: Builder = own): unknown[] =>
      names.map((name) => of[name]);
    const { primaryKey } = table;
    return [
      ...(primaryKey
        ? [
            this.#make('primaryKey')({
              name: primaryKey.name,
              columns: columns(primaryKey.columns),
            }),
          ]
        : []),
      ...table.uniques.map((unique) =>
        call(this.#make('unique')(unique.name), 'on', ...columns(unique.columns)),
      ),
      ...table.checks.map((check) => this.#make('check')(check.name, this.#raw(check.expression))),
      ...table.foreignKeys.map((foreign) => {
        const target = made.get(key(foreign.target)) ?? own;
        const builder = this.#make('foreignKey')({
          name: foreign.name,
          columns: columns(foreign.columns),
          foreignColumns: columns(foreign.targetColumns, target),
        });
        return call(call(builder, 'onDelete', foreign.onDelete), 'onUpdate', foreign.onUpdate);
      }),
      ...table.indexes.map((index) => {
        const start = this.#make(index.unique ? 'uniqueIndex' : 'index')(index.name);
        const members = index.columns.map((column) => this.#member(column, own));
        const builder = call(start, 'using', index.method, ...members);
        return index.where === null ? builder : call(builder, 'where', this.#raw(index.where));
      }),
    ];
  }

  #member(column: Table['indexes'][number]['columns'][number], own: Builder): unknown {
    const usual = column.descending === column.nullsFirst;
    const nulls = usual ? '' : ` nulls ${column.nullsFirst ? 'first' : 'last'}`;
    if (!column.isColumn) {
      const suffix = [column.class ?? '', column.descending ? 'desc' : '']
        .filter(Boolean)
        .join(' ');
      return this.#raw(`${column.expression} ${suffix}${nulls}`.trim());
    }
    let builder = own[column.expression] as unknown as Builder;
    builder = call(builder, column.descending ? 'desc' : 'asc');
    builder = call(builder, column.nullsFirst ? 'nullsFirst' : 'nullsLast');
    return column.class === null ? builder : call(builder, 'op', column.class);
  }
}

const key = ({ schema, name }: Named): string => `${schema}.${name}`;

function call(builder: Builder, method: string, ...args: unknown[]): Builder {
  const own = builder[method];
  if (!own) throw new Error(`drizzle-orm has no ${method} here`);
  return own.apply(builder, args);
}
