// Indexes that stand for themselves: those behind a constraint are part of it, those of partitions of their parent's.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import type { Reason } from '../schema/traits.ts';
import { passesThroughText, rebuildsType } from './blocking.ts';
import { alterMarks, markIndex } from './index-marks.ts';
import { INDEX_VALUES, indexQuery } from './index-query.ts';
import { indexOnline } from './index-online.ts';
import {
  isRecord,
  listOf,
  optionalText,
  plain,
  recordOf,
  textOf,
  texts,
  type Kind,
} from './kind.ts';
import { namesakes } from './namesakes.ts';
import { columnList, relationKey, relationName, tableName } from './names.ts';
import { changeOptions, optionClause } from './options.ts';
import { PARENTS, resemblesParents } from './table-parents.ts';

export const indexKind: Kind = {
  name: 'index',
  query: indexQuery,
  values: INDEX_VALUES,
  rows: 'pg_index where indexrelid >= 16384',
  create: (object) => [createIndex(object), ...settingsOf(object)],
  drop: ({ schema, name }) => [`DROP INDEX ${relationName(schema, name)};`],
  online: indexOnline(createIndex, settingsOf),
  reference: ({ schema, name }) => `INDEX ${relationName(schema, name)}`,
  rename: (before, after) => [
    `ALTER INDEX ${relationName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    with: setParameters,
    statistics: (before, after) => setStatistics(after, recordOf(before, 'statistics') ?? {}),
    ...alterMarks,
  },
  occupies: (index) => [relationKey(index)],
  rebinds: namesakes,
  blocks: (index, needed) =>
    rebuildsType(needed) || (passesThroughText(needed) && !takesText(index)),
  traits: {
    renamable: true,
    form: ['nulls', 'clustered'],
    unwanted: { valid: false },
    follows: PARENTS,
    followsIf: resemblesParents,
    reasons: {
      columns: columnsReason,
      directions: sameLength('directions'),
      nulls: sameLength('nulls'),
      valid: () => 'the index is invalid',
    },
  },
};

/** What CREATE INDEX has no words for. */
function settingsOf(index: SchemaObject): string[] {
  return [...setStatistics(index, {}), ...markIndex(index)];
}

function createIndex(
  object: SchemaObject,
  how: '' | 'CONCURRENTLY ' = '',
  on: '' | 'ONLY ' = '',
): string {
  const include = listOf(object, 'include');
  const settings = listOf(object, 'with');
  const where = optionalText(object, 'where');
  return [
    `CREATE ${object.attributes['unique'] === true ? 'UNIQUE ' : ''}INDEX ${how}${quoteIdentifier(object.name)}`,
    ` ON ${on}${tableName(object)} USING ${textOf(object, 'method')} (${indexColumns(object)})`,
    include.length > 0 ? ` INCLUDE (${include.join(', ')})` : '',
    object.attributes['nullsNotDistinct'] === true ? ' NULLS NOT DISTINCT' : '',
    settings.length > 0 ? ` WITH (${optionClause(settings)})` : '',
    where === null ? '' : ` WHERE ${where}`,
    ';',
  ].join('');
}

function indexColumns(object: SchemaObject): string {
  const columns = object.attributes['columns'];
  const directions = listOf(object, 'directions');
  const nulls = listOf(object, 'nulls');
  return (Array.isArray(columns) ? columns : [])
    .map((column: Json, index) => {
      const parts = isRecord(column) ? column : {};
      const descending = directions[index] === 'desc';
      const usual = descending ? 'first' : 'last';
      return [
        quoteColumn(plain(parts['expression'])),
        typeof parts['collation'] === 'string' ? ` COLLATE ${parts['collation']}` : '',
        operatorClass(object, index, parts['class']),
        descending ? ' DESC' : '',
        nulls[index] === usual ? '' : ` NULLS ${(nulls[index] ?? 'last').toUpperCase()}`,
      ].join('');
    })
    .join(',');
}

/** With its parameters, and with its schema where it isn't on the search path. */
function operatorClass(object: SchemaObject, index: number, name: Json | undefined): string {
  const parameters = at(object.attributes['classParameters'], index);
  const schema = at(object.attributes['classSchemas'], index);
  const spelled = typeof parameters === 'string' ? parameters : name;
  if (typeof spelled !== 'string') return '';
  return ` ${typeof schema === 'string' ? `${quoteIdentifier(schema)}.` : ''}${spelled}`;
}

function at(list: Json | undefined, index: number): Json | undefined {
  const items: readonly Json[] = Array.isArray(list) ? list : [];
  return items[index];
}

/** Whether all of it takes text as well: the column is text while its type is made anew. */
function takesText(index: SchemaObject): boolean {
  const { columns } = index.attributes;
  const usual = (Array.isArray(columns) ? columns : []).every(
    (column: Json) =>
      isRecord(column) && column['class'] === null && isColumn(plain(column['expression'])),
  );
  const everyRow = optionalText(index, 'where') === null;
  return usual && everyRow && ['btree', 'hash'].includes(textOf(index, 'method'));
}

/** Whether Postgres spells a column there, in contrast to an expression. */
function isColumn(expression: string): boolean {
  return /^(?:[a-z_][a-z0-9_$]*|"(?:[^"]|"")*")$/.test(expression);
}

/** Parameters that count only while an index is built can't be set on one that is there. */
function setParameters(before: SchemaObject, after: SchemaObject): string[] | null {
  if (!['btree', 'gin'].includes(textOf(after, 'method'))) return null;
  const alter = `ALTER INDEX ${relationName(after.schema, after.name)}`;
  return changeOptions(alter, 'with', before, after);
}

/** How much ANALYZE gathers about expressions, by their place in the index. */
function setStatistics(index: SchemaObject, before: Readonly<Record<string, Json>>): string[] {
  const wanted = recordOf(index, 'statistics') ?? {};
  const places = [...new Set([...Object.keys(before), ...Object.keys(wanted)])];
  return places
    .filter((place) => before[place] !== wanted[place])
    .map(
      (place) =>
        `ALTER INDEX ${relationName(index.schema, index.name)} ALTER COLUMN ${place} SET STATISTICS ${plain(wanted[place] ?? -1)};`,
    );
}

/** A plain column is quoted as everywhere; an expression stays as Postgres spells it. */
function quoteColumn(expression: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(expression) ? columnList([expression]) : expression;
}

/** Silent when the number of columns differs: that says enough. */
function sameLength(label: string): Reason {
  return (before, after) => {
    const [old, wanted] = [texts(before), texts(after)];
    return old.length === wanted.length
      ? `${label}: (${old.join(', ')}) → (${wanted.join(', ')})`
      : null;
  };
}

function columnsReason(before: Json | undefined, after: Json | undefined): string {
  const words = (value: Json | undefined): string =>
    (Array.isArray(value) ? value : [])
      .map((column: Json) =>
        isRecord(column)
          ? [column['expression'], column['collation'], column['class']]
              .filter((word) => typeof word === 'string')
              .join(' ')
          : '',
      )
      .join(', ');
  return `columns: (${words(before)}) → (${words(after)})`;
}
