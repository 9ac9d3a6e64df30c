// The parts of drizzle's objects that drizzle-kit reads too but drizzle's types leave out. The one
// border where they are given types; both generations share these shapes unless a comment says so.
import { is } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';

export interface SequenceSettings {
  readonly increment?: unknown;
  readonly minValue?: unknown;
  readonly maxValue?: unknown;
  readonly startWith?: unknown;
  readonly cache?: unknown;
  readonly cycle?: unknown;
}

export interface InternalColumn {
  readonly name: unknown;
  readonly keyAsName: boolean;
  readonly config: object;
  readonly columnType: string;
  readonly primary: boolean;
  readonly notNull: boolean;
  readonly isUnique: boolean;
  readonly uniqueName?: unknown;
  readonly uniqueType?: unknown;
  readonly default: unknown;
  readonly defaultFn?: unknown;
  readonly onUpdateFn?: unknown;
  readonly generated?: { readonly as: unknown };
  readonly generatedIdentity?: {
    readonly type: 'always' | 'byDefault';
    readonly sequenceName?: unknown;
    readonly sequenceOptions?: SequenceSettings;
  };
  /** Generation 0: the element of an array column. */
  readonly baseColumn?: InternalColumn;
  /** Generation 1: how many brackets an array column has. */
  readonly dimensions?: number;
  readonly enum?: InternalEnum;
  readonly mode?: string;
  readonly srid?: number;
  readonly table: object;
  getSQLType(): unknown;
}

export interface InternalEnum {
  readonly enumName: unknown;
  readonly enumValues: unknown;
  readonly schema?: unknown;
}

export interface IndexConfig {
  readonly name?: unknown;
  readonly columns: readonly object[];
  readonly unique?: unknown;
  readonly where?: unknown;
  readonly concurrently?: boolean;
  readonly method?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface IndexedColumn {
  readonly name: unknown;
  readonly keyAsName: boolean;
  readonly indexConfig?: { order?: unknown; nulls?: unknown; opClass?: unknown };
}

export interface Reference {
  readonly name?: unknown;
  readonly columns: readonly InternalColumn[];
  readonly foreignTable: object;
  readonly foreignColumns: readonly InternalColumn[];
}

export interface InternalForeignKey {
  readonly onDelete?: unknown;
  readonly onUpdate?: unknown;
  reference(): Reference;
}

export interface InternalPolicy {
  readonly name: unknown;
  readonly as?: unknown;
  readonly for?: unknown;
  readonly to?: unknown;
  readonly using?: unknown;
  readonly withCheck?: unknown;
  readonly _linkedTable?: object;
}

export interface ViewConfig {
  readonly name: unknown;
  readonly schema?: unknown;
  readonly query?: unknown;
  readonly selectedFields: Readonly<Record<string, unknown>>;
  readonly isExisting: boolean;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly withNoData?: boolean;
  readonly tablespace?: unknown;
  readonly using?: unknown;
}

/** The column that an array's innermost elements are of; the column itself when it is no array. */
export function elementOf(column: InternalColumn): InternalColumn {
  let element = column;
  while (element.baseColumn !== undefined) element = element.baseColumn;
  return element;
}

/** Generation 0 wraps an element's column in one for each dimension; a vector's own dimensions are no brackets. */
const wrapsArrays = 'PgArray' in pg;

/** How many brackets the type text of a column still lacks. */
export function bracketsOf(column: InternalColumn): number {
  return wrapsArrays ? 0 : (column.dimensions ?? 0);
}

const symbols = {
  name: Symbol.for('drizzle:Name'),
  schema: Symbol.for('drizzle:Schema'),
  columns: Symbol.for('drizzle:Columns'),
  extraColumns: Symbol.for('drizzle:ExtraConfigColumns'),
  extraBuilder: Symbol.for('drizzle:ExtraConfigBuilder'),
  inlineForeignKeys: Symbol.for('drizzle:PgInlineForeignKeys'),
  rowSecurity: Symbol.for('drizzle:EnableRLS'),
  viewBase: Symbol.for('drizzle:ViewBaseConfig'),
  view: Symbol.for('drizzle:PgViewConfig'),
  materializedView: Symbol.for('drizzle:PgMaterializedViewConfig'),
} as const;

function internal(owner: object, key: keyof typeof symbols): unknown {
  return Reflect.get(owner, symbols[key]);
}

export function tableName(table: object): unknown {
  return internal(table, 'name');
}

export function tableSchema(table: object): unknown {
  return internal(table, 'schema');
}

export function tableColumns(table: object): InternalColumn[] {
  return Object.values(internal(table, 'columns') as Record<string, InternalColumn>);
}

export function hasRowSecurity(table: object): boolean {
  return internal(table, 'rowSecurity') === true;
}

export function inlineForeignKeys(table: object): InternalForeignKey[] {
  return Object.values(internal(table, 'inlineForeignKeys') as Record<string, InternalForeignKey>);
}

/** What the third argument of `pgTable` gives: builders of indexes and constraints, and policies. */
export function extraBuilders(table: object): unknown {
  const build = internal(table, 'extraBuilder') as ((columns: unknown) => unknown) | undefined;
  return build?.(internal(table, 'extraColumns'));
}

export function viewConfig(view: object): ViewConfig {
  const own = internal(view, 'view') ?? internal(view, 'materializedView');
  return { ...(internal(view, 'viewBase') as ViewConfig), ...(own as object | undefined) };
}

export function isMaterialized(view: object): boolean {
  return is(view, pg.PgMaterializedView);
}

const linkBuilder = new WeakMap<object, object>();

/** The builder a column was made from: that is the object the model wrote. */
export function builderOf(column: InternalColumn): object | undefined {
  return linkBuilder.get(column.config);
}

interface NamedBuilder {
  config: { name: unknown; keyAsName: boolean };
  setName(name: string, casing?: unknown): void;
}

/**
 * Follows each column from its builder: drizzle hands the builder's own configuration on, and calls
 * `setName` on every builder as a table is made. Generation 1 has no casing in its dialect, so what
 * the configuration asks for is applied here.
 */
export function followBuilders(casingOf: () => ((name: string) => string) | null): void {
  const prototype = ownerOf(pg.PgColumnBuilder.prototype, 'setName') as NamedBuilder;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const original = prototype.setName;
  prototype.setName = function (this: NamedBuilder, name: string, casing?: unknown): void {
    linkBuilder.set(this.config, this);
    const cased = this.config.name === '' ? casingOf() : null;
    original.call(this, cased === null ? name : cased(name), casing);
  };
}

function ownerOf(prototype: object, method: string): object {
  let owner: object | null = prototype;
  while (owner !== null && !Object.prototype.hasOwnProperty.call(owner, method)) {
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  if (owner === null) throw new TypeError(`drizzle's column builder has no ${method}`);
  return owner;
}
