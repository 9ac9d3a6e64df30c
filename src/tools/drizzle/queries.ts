// What drizzle-orm's own code asks of the database: the columns it selects, what it puts into an INSERT,
// and what it makes of a column whose type is no longer the declared one.
import { objectId } from '../../schema/identity.ts';
import type { Misread, ModelQueries, QueriedColumn } from '../tool.ts';
import type { DeclaredColumn, Declarations } from './declarations.ts';
import { viewId } from './view-statement.ts';

/** Reads and inserts of every model that the project's migrations make. */
export function queriesOf(
  { tables, views }: Pick<Declarations, 'tables' | 'views'>,
  external: readonly string[],
): ModelQueries[] {
  const ofTables = tables.map(({ schema, name, columns }) => ({
    ...{ object: objectId('table', schema, name), schema, name, inserted: true },
    columns: columns.map(queried),
  }));
  const ofViews = views.map((view) => ({
    ...{ object: viewId(view), schema: view.schema, name: view.name, inserted: false },
    columns: view.columns.map(queried),
  }));
  return [...ofTables, ...ofViews].filter(({ object }) => !external.includes(object));
}

function queried(column: DeclaredColumn): QueriedColumn {
  return { name: column.name, insert: insertOf(column), misread: (type) => misread(column, type) };
}

/** drizzle names every column and sends `default` for those without a value, save for generated ones. */
function insertOf(column: DeclaredColumn): QueriedColumn['insert'] {
  if (column.generated !== null) return 'never';
  if (column.filledByCode) return 'value';
  if (column.identity !== null || column.default !== null) return 'default';
  if (/^(?:small|big)?serial/u.test(column.type)) return 'default';
  return column.notNull || column.primaryKey ? 'value' : 'any';
}

/** What the driver makes of a type: drizzle asks it for times and dates as text. */
function received(type: string): 'number' | 'digits' | 'boolean' | 'object' | 'time' | 'text' {
  if (/^(?:smallint|integer|oid|real|double precision)$/u.test(type)) return 'number';
  if (/^(?:bigint|numeric(?:\(.*\))?)$/u.test(type)) return 'digits';
  if (type === 'boolean') return 'boolean';
  if (/^(?:jsonb?|point|circle|bytea)$/u.test(type)) return 'object';
  return /^(?:timestamp|date\b)/u.test(type) ? 'time' : 'text';
}

const WHOLE = /^Pg(?:Integer|SmallInt|Serial|SmallSerial)$/u;
const NUMBER = /^Pg(?:BigInt53|BigSerial53|Real|DoublePrecision|NumericNumber)$/u;
const BIGINT = /^Pg(?:BigInt64|BigSerial64|NumericBigInt)$/u;
const TEXT =
  /^Pg(?:Text|Varchar|Char|UUID|Uuid|EnumColumn|EnumObjectColumn|Time|Interval|Cidr|Inet|Macaddr|Macaddr8)$/u;

/** By each column's `mapFromDriverValue` (drizzle-orm 0.45, pg-core/columns). */
function misread(column: DeclaredColumn, type: string): Misread | null {
  const { columnType } = column;
  if (columnType === 'PgCustomColumn') return null;
  const isArray = /\[\d*\]$/u.test(column.type);
  if (isArray !== type.endsWith('[]')) {
    return certain(isArray ? 'one value where it expects an array' : 'an array');
  }
  const element = type.replace(/(?:\[\])+$/u, '');
  const got = received(element);
  if (columnType === 'PgBoolean') {
    return got === 'boolean' ? null : certain(`${words(got)} where it expects a boolean`);
  }
  if (/^PgJsonb?$/u.test(columnType)) return null;
  if (columnType.startsWith('PgTimestamp') || columnType.startsWith('PgDate')) {
    return misreadTime(column, element, got);
  }
  if (TEXT.test(columnType)) {
    const copes = got === 'text' || got === 'digits' || got === 'time';
    return copes ? null : certain(`${words(got)} where it expects a string`);
  }
  return misreadNumber(columnType, element, got);
}

function misreadNumber(
  columnType: string,
  type: string,
  got: ReturnType<typeof received>,
): Misread | null {
  const [whole, number, big] = [WHOLE, NUMBER, BIGINT].map((one) => one.test(columnType));
  if (whole !== true && number !== true && big !== true) return null;
  if (got === 'boolean' || got === 'object' || got === 'time') {
    return certain(`${words(got)} where it expects a number`);
  }
  if (got === 'text') return maybe('NaN for text that is no number');
  const fractions = /^(?:real|double precision|numeric(?!\(\d+(?:,0)?\)))/u.test(type);
  if (big === true && fractions) return maybe('an error: BigInt() refuses fractions');
  return whole === true && fractions && got === 'digits'
    ? maybe('numbers cut to whole ones')
    : null;
}

function misreadTime(
  column: DeclaredColumn,
  type: string,
  got: ReturnType<typeof received>,
): Misread | null {
  if (got !== 'time') return certain(`${words(got)} where it expects a time`);
  if (!column.columnType.startsWith('PgTimestamp')) {
    const isDate = type === 'date' || column.columnType === 'PgDate';
    return isDate ? null : certain('a time of day behind the date');
  }
  const [declared, actual] = [column.type, type].map((one) => one.includes('with time zone'));
  if (declared === actual) return null;
  if (column.columnType === 'PgTimestampString') {
    return certain(
      declared === true ? 'times without their zone' : 'times with a zone behind them',
    );
  }
  // `new Date(withTimezone ? value : value + '+0000')`, and V8 goes by the last offset it finds.
  return declared === true
    ? maybe("times taken for those of its own process's time zone")
    : maybe("times that are off by the session's time zone, unless that is UTC");
}

function words(got: ReturnType<typeof received>): string {
  if (got === 'object' || got === 'time') return got === 'time' ? 'a time' : 'an object';
  if (got === 'number' || got === 'boolean') return `a ${got}`;
  return 'a string';
}

const certain = (instead: string): Misread => ({ certain: true, instead });
const maybe = (instead: string): Misread => ({ certain: false, instead });
