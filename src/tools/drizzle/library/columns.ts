// Reads a column: type, default, generation, identity, and the unique constraint written on it.
import { is, SQL } from 'drizzle-orm';
import type {
  DeclaredColumn,
  Generation,
  Identity,
  InlineUnique,
  SequenceOptions,
} from '../declarations.ts';
import { spellDefault0, type SpelledDefault } from './defaults.ts';
import { spellDefault1 } from './defaults-1.ts';
import { taintOf } from './guard.ts';
import { findUnknown, placeOf, requireKnown, undecidedBy } from './host.ts';
import { scalarText } from './literals.ts';
import {
  bracketsOf,
  builderOf,
  elementOf,
  type InternalColumn,
  type SequenceSettings,
} from './internals.ts';
import { knownString, renderAny, type Renderer } from './sql.ts';

export interface ColumnContext {
  readonly generation: Generation;
  readonly renderer: Renderer;
  /** The table or view the column is read for. */
  readonly owner: string;
}

/** Reads one column; throws `Undecided` where a part of it that reaches the schema can't be told. */
export function readColumn(column: InternalColumn, context: ColumnContext): DeclaredColumn {
  requireKnown(column);
  const taint = taintOf(column.config);
  if (taint !== null) throw undecidedBy(taint.unknown);
  const name = context.renderer.columnName(column);
  const { type, dimensions } = readType(column);
  return {
    name,
    place: placeOf(builderOf(column)),
    type,
    dimensions,
    enumSchema: enumSchema(column),
    enumOfObject: elementOf(column).columnType === 'PgEnumObjectColumn',
    notNull: column.notNull,
    primaryKey: column.primary,
    unique: readUnique(column, context.generation),
    default: readDefault(column, type, context),
    generated:
      column.generated === undefined ? null : renderAny(column.generated.as, context.renderer),
    identity: readIdentity(column, name, context),
    columnType: elementOf(column).columnType,
    filledByCode: isFilledByCode(column),
  };
}

/** As drizzle's insert decides it: pg-core/dialect.ts, `buildInsertQuery`. */
function isFilledByCode(column: InternalColumn): boolean {
  if (column.defaultFn !== undefined) return true;
  return column.default === undefined && column.onUpdateFn !== undefined;
}

/** `dimensions` of generation 1 are written as brackets, as generation 0 writes them itself. */
function readType(column: InternalColumn): { type: string; dimensions: number } {
  const spelled = knownString(column.getSQLType(), 'type of a column');
  const type = spelled + '[]'.repeat(bracketsOf(column));
  return { type, dimensions: (type.match(/\[\d*\]/g) ?? []).length };
}

function enumSchema(column: InternalColumn): string | null {
  const element = elementOf(column);
  if (!element.columnType.startsWith('PgEnum')) return null;
  const schema = element.enum?.schema;
  return schema === undefined || schema === null
    ? 'public'
    : knownString(schema, 'schema of an enum');
}

function readUnique(column: InternalColumn, generation: Generation): InlineUnique | null {
  if (!column.isUnique) return null;
  requireKnown(column.uniqueName);
  requireKnown(column.uniqueType);
  const owner = column.table;
  const fallback = generation === 0 ? 'unique' : 'key';
  const explicit = typeof column.uniqueName === 'string' && column.uniqueName !== '';
  return {
    name: explicit
      ? column.uniqueName
      : `${String(Reflect.get(owner, Symbol.for('drizzle:Name')))}_${String(column.name)}_${fallback}`,
    nameExplicit: explicit,
    nullsNotDistinct: column.uniqueType === 'not distinct',
  };
}

function readDefault(
  column: InternalColumn,
  type: string,
  { generation, renderer }: ColumnContext,
): SpelledDefault | null {
  const value = column.default;
  if (value === undefined) return null;
  const found = findUnknown(value, 6);
  if (found !== null) throw undecidedBy(found.unknown);
  if (is(value, SQL)) {
    const text = renderer.render(value);
    return generation === 0 ? text : { sql: text.sql, kit: trimCasts(text.kit) };
  }
  return generation === 0 ? spellDefault0(column, type) : spellDefault1(column);
}

/** Generation 1 keeps a default without its closing casts: `'{}'::jsonb` → `'{}'`. */
function trimCasts(value: string): string {
  const text = value.endsWith('[]') ? value.slice(0, -2) : value;
  return text.replace(
    /(::["\w.\s-]+(?:\([^)]*\))?(?:\swith(?:out)?\stime\szone)?(?:\[\])?)+$/gi,
    '',
  );
}

function readIdentity(
  column: InternalColumn,
  name: string,
  context: ColumnContext,
): Identity | null {
  const identity = column.generatedIdentity;
  if (identity === undefined) return null;
  const type = knownString(column.getSQLType(), 'type of a column');
  requireKnown(identity.sequenceName);
  return {
    type: identity.type,
    name:
      typeof identity.sequenceName === 'string'
        ? identity.sequenceName
        : `${context.owner}_${name}_seq`,
    ...readSequence(identity.sequenceOptions, rangeOf(type)),
  };
}

interface Range {
  readonly min: string;
  readonly max: string;
}

export const bigintRange: Range = { min: '-9223372036854775808', max: '9223372036854775807' };

function rangeOf(type: string): Range {
  if (type === 'integer') return { min: '-2147483648', max: '2147483647' };
  return type === 'bigint' ? bigintRange : { min: '-32768', max: '32767' };
}

/** Options of a sequence with drizzle-kit's defaults filled in. */
export function readSequence(
  settings: SequenceSettings | undefined,
  range: Range,
): SequenceOptions {
  const found = findUnknown(settings);
  if (found !== null) throw undecidedBy(found.unknown);
  const given = (key: keyof SequenceSettings): string | null => {
    const value = settings?.[key];
    return value === undefined ? null : scalarText(value);
  };
  const increment = given('increment') ?? '1';
  const down = parseFloat(increment) < 0;
  const minValue = given('minValue') ?? (down ? range.min : '1');
  const maxValue = given('maxValue') ?? (down ? '-1' : range.max);
  return {
    increment,
    minValue,
    maxValue,
    startWith: given('startWith') ?? (down ? maxValue : minValue),
    cache: given('cache') ?? '1',
    cycle: settings?.cycle === true,
  };
}
