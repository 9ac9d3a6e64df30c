// CREATE INDEX of a declared index, with drizzle-kit's own reading of order, nulls and operator class.
import { objectId, quoteIdentifier } from '../../schema/identity.ts';
import type { ModelStatement } from '../tool.ts';
import type { DeclaredIndex, DeclaredTable, Generation, IndexColumn } from './declarations.ts';
import { plainText, qualified } from './spelling.ts';

/** Never CONCURRENTLY: that is how it is built, not what it is. */
export function createIndex(
  table: DeclaredTable,
  index: DeclaredIndex,
  generation: Generation,
): ModelStatement {
  const columns = index.columns.map((column) => indexMember(column, generation)).join(',');
  const options = Object.entries(index.with).map(([key, value]) => `${key}=${plainText(value)}`);
  const storage = options.length === 0 ? '' : ` WITH (${options.join(',')})`;
  const where = index.where === null ? '' : ` WHERE ${index.where.sql}`;
  return {
    sql:
      `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(index.name)} ON ` +
      `${qualified(table.schema, table.name)} USING ${index.method} (${columns})${storage}${where};`,
    object: objectId('index', table.schema, table.name, index.name),
    place: index.place ?? table.place,
  };
}

function indexMember(column: IndexColumn, generation: Generation): string {
  if (column.isExpression) return column.value.sql;
  const name = quoteIdentifier(column.value.sql);
  return name + (generation === 0 ? order0(column) : order1(column));
}

/** Generation 0 forgets the order where an operator class is given, and always says where nulls go. */
function order0(column: IndexColumn): string {
  if (column.operatorClass !== null) return ` ${column.operatorClass}`;
  const ascending = column.order === 'asc';
  const nulls = column.nulls ?? (column.order === 'desc' ? 'first' : 'last');
  if (ascending && nulls === 'last') return '';
  return `${ascending ? '' : ' DESC'} NULLS ${nulls.toUpperCase()}`;
}

function order1(column: IndexColumn): string {
  const { descending, nullsFirst } = orderOf(column);
  const operatorClass = column.operatorClass === null ? '' : ` ${column.operatorClass}`;
  const direction = descending ? ' DESC' : '';
  if (descending === nullsFirst) return operatorClass + direction;
  return `${operatorClass}${direction} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`;
}

/** Order and place of nulls as generation 1 keeps them. */
export function orderOf(column: IndexColumn): { descending: boolean; nullsFirst: boolean } {
  const descending = column.order === 'desc';
  return { descending, nullsFirst: column.nulls === null ? descending : column.nulls === 'first' };
}
