// A schema as both drizzle-orm and TypeORM can say it: tables with columns, keys, checks, indexes, and enums.
import { isRecord, listOf, optionalText, recordOf, textOf } from '../../src/catalog/kind.ts';
import { shortType } from '../../src/catalog/types.ts';
import type { Json, Schema, SchemaObject } from '../../src/schema/objects.ts';
import { childrenOf } from '../../src/schema/relations.ts';

export interface Model {
  readonly enums: readonly Enum[];
  readonly tables: readonly Table[];
}

export interface Named {
  readonly schema: string;
  readonly name: string;
}

export interface Enum extends Named {
  readonly values: readonly string[];
}

export interface Table extends Named {
  readonly columns: readonly Column[];
  readonly primaryKey: Key | null;
  readonly uniques: readonly Key[];
  readonly checks: readonly { readonly name: string; readonly expression: string }[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly Index[];
}

export interface Column {
  readonly name: string;
  /** As format_type spells it, the usual short names instead of the long ones. */
  readonly type: string;
  readonly enum: Enum | null;
  readonly array: boolean;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly serial: boolean;
  readonly identity: 'always' | 'byDefault' | null;
  /** The expression of a stored generated column. */
  readonly generated: string | null;
}

interface Key {
  readonly name: string;
  readonly columns: readonly string[];
}

interface ForeignKey extends Key {
  readonly target: Named;
  readonly targetColumns: readonly string[];
  readonly onDelete: string;
  readonly onUpdate: string;
  readonly deferrable: string | null;
}

interface Index {
  readonly name: string;
  readonly unique: boolean;
  readonly method: string;
  readonly where: string | null;
  readonly columns: readonly IndexColumn[];
}

interface IndexColumn {
  readonly expression: string;
  readonly isColumn: boolean;
  readonly class: string | null;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

const SAID = ['table', 'column', 'primary key', 'unique', 'check', 'foreign key', 'index', 'enum'];

/** Those that belong to the server, or that every database has. */
const PASSED_OVER = ['role', 'schema', 'grant'];

/**
 * The model of a schema; null where it holds an object of another kind. What an attribute means that
 * has no word here is lost: whoever uses the model must see whether it makes the same schema.
 */
export function modelOf(schema: Schema): Model | null {
  const objects = [...schema.objects.values()].filter(({ kind }) => !PASSED_OVER.includes(kind));
  const isSaid = ({ kind, parent }: SchemaObject): boolean =>
    SAID.includes(kind) || (kind === 'sequence' && parent !== null);
  if (!objects.every(isSaid) || Object.keys(schema.uncovered).length > 0) return null;
  const enums = objects
    .filter(({ kind }) => kind === 'enum')
    .map((object) => ({ ...named(object), values: listOf(object, 'order') }));
  const tables = objects.filter(({ kind }) => kind === 'table');
  return { enums, tables: tables.map((table) => tableOf(table, schema, enums)) };
}

function tableOf(table: SchemaObject, schema: Schema, enums: readonly Enum[]): Table {
  const children = childrenOf(schema, table.id);
  const of = (kind: string): SchemaObject[] => children.filter((child) => child.kind === kind);
  return {
    ...named(table),
    columns: of('column').map((column) => columnOf(column, enums)),
    primaryKey: of('primary key').map(keyOf)[0] ?? null,
    uniques: of('unique').map(keyOf),
    checks: of('check').map((check) => ({
      name: check.name,
      expression: textOf(check, 'expression'),
    })),
    foreignKeys: of('foreign key').map(foreignKeyOf),
    indexes: of('index').map(indexOf),
  };
}

function columnOf(column: SchemaObject, enums: readonly Enum[]): Column {
  const type = textOf(column, 'type');
  const [element = '', array] = type.split('[]');
  const identity = recordOf(column, 'identity');
  const generated = recordOf(column, 'generated')?.['expression'];
  const fallback = optionalText(column, 'default');
  const serial = fallback?.startsWith('nextval(') === true;
  const plain = element.replaceAll('"', '');
  return {
    name: column.name,
    type: shortType(type),
    enum: enums.find(({ schema, name }) => [name, `${schema}.${name}`].includes(plain)) ?? null,
    array: array !== undefined,
    notNull: column.attributes['notNull'] === true,
    default: serial ? null : fallback,
    serial,
    identity: identity && (identity['generation'] === 'ALWAYS' ? 'always' : 'byDefault'),
    generated: typeof generated === 'string' ? generated : null,
  };
}

function keyOf(key: SchemaObject): Key {
  return { name: key.name, columns: listOf(key, 'order') };
}

function foreignKeyOf(key: SchemaObject): ForeignKey {
  const [schema = '', name = ''] = listOf(key, 'target');
  return {
    name: key.name,
    columns: listOf(key, 'columns'),
    target: { schema, name },
    targetColumns: listOf(key, 'targetColumns'),
    onDelete: textOf(key, 'onDelete'),
    onUpdate: textOf(key, 'onUpdate'),
    deferrable: optionalText(key, 'deferrable'),
  };
}

function indexOf(index: SchemaObject): Index {
  const columns = index.attributes['columns'];
  const directions = listOf(index, 'directions');
  const nulls = listOf(index, 'nulls');
  return {
    name: index.name,
    unique: index.attributes['unique'] === true,
    method: textOf(index, 'method'),
    where: optionalText(index, 'where'),
    columns: (Array.isArray(columns) ? columns : []).map((column: Json, at) => {
      const parts = isRecord(column) ? column : {};
      const expression = typeof parts['expression'] === 'string' ? parts['expression'] : '';
      const quoted = /^"(?:[^"]|"")*"$/.test(expression);
      return {
        expression: quoted ? expression.slice(1, -1).replaceAll('""', '"') : expression,
        isColumn: quoted || /^[a-z_][a-z0-9_$]*$/.test(expression),
        class: typeof parts['class'] === 'string' ? parts['class'] : null,
        descending: directions[at] === 'desc',
        nullsFirst: nulls[at] === 'first',
      };
    }),
  };
}

function named({ schema, name }: SchemaObject): Named {
  return { schema: schema ?? 'public', name };
}
