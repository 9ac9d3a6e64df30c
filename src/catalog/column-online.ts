// Columns of tables in use: NOT NULL through a constraint that is checked while others write, and a
// default that differs from row to row without a rewrite of the table.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import { inBatches } from './batches.ts';
import { setDefault } from './column-values.ts';
import { settingsOf } from './column-settings.ts';
import { freeName, generatedName } from './generated-names.ts';
import { listOf, textOf } from './kind.ts';
import { tableName } from './names.ts';
import { paced, type OnlineContext, type OnlineForms, type Paced } from './online.ts';
import { ownedSequences, ownership, sequenceKind } from './sequence.ts';

/** Writes a column as ADD COLUMN does. */
type Definition = (column: SchemaObject, schema: Schema) => string;

/** The forms of a column, given how it is written. */
export const columnOnline = (definition: Definition): OnlineForms => ({
  create: (column, context) => {
    const { identity, generated, default: value } = column.attributes;
    const computed = (identity ?? generated ?? null) !== null;
    // A column of a domain is written row by row anyway, for its constraints.
    const ofDomain = column.needs.some((id) => context.desired.objects.get(id)?.kind === 'domain');
    return computed || ofDomain || (value ?? null) === null || !context.rewrites(column)
      ? null
      : addedThenFilled(column, context, definition);
  },
  alter: {
    notNull: (_before, after, context) =>
      after.attributes['notNull'] === true ? setNotNull(after, context) : null,
  },
});

/** The column empty, the default for new rows, then the old rows by and by. */
function addedThenFilled(
  column: SchemaObject,
  context: OnlineContext,
  definition: Definition,
): Paced[] {
  const attributes = { ...column.attributes, default: null, notNull: false };
  const empty = definition({ ...column, attributes }, context.desired);
  const sequences = ownedSequences(column, context.desired);
  return [
    ...paced('any', [
      `ALTER TABLE ${tableName(column)} ADD COLUMN ${empty};`,
      ...sequences.flatMap((sequence) => sequenceKind.create(sequence, context.desired)),
      setDefault(column),
      ...sequences.map(ownership),
      ...settingsOf(column),
    ]),
    ...backfill(column, context),
    ...(column.attributes['notNull'] === true ? setNotNull(column, context) : []),
  ];
}

/** In batches along a key of one column, each committed, so that no row stays locked for long. */
function backfill(column: SchemaObject, context: OnlineContext): Paced[] {
  const table = tableName(column);
  const name = quoteIdentifier(column.name);
  const update = `UPDATE ${table} SET ${name} = DEFAULT WHERE ${name} IS NULL`;
  const key = keyColumn(column, context);
  if (key === null) return paced('own', [`${update};`]);
  return paced('never', [inBatches(table, quoteIdentifier(key), `${update} AND`)]);
}

/** The column of the table's primary key, where it is one and stays. */
function keyColumn(column: SchemaObject, { actual, desired }: OnlineContext): string | null {
  const parts = childrenOf(actual, column.parent ?? '');
  const key = parts.find(({ id, kind }) => kind === 'primary key' && desired.objects.has(id));
  const after = key && desired.objects.get(key.id);
  const [only, ...others] = key ? listOf(key, 'order') : [];
  const stays = after !== undefined && listOf(after, 'order').join() === only;
  return only !== undefined && others.length === 0 && stays ? only : null;
}

function setNotNull(column: SchemaObject, context: OnlineContext): Paced[] {
  const table = tableName(column);
  const name = quoteIdentifier(column.name);
  const set = `ALTER TABLE ${table} ALTER COLUMN ${name} SET NOT NULL;`;
  if (isCheckedAlready(column, context)) return paced('any', [set]);
  const { actual, desired, version } = context;
  const own = generatedName(column.table ?? '', column.name, 'not_null');
  if (version >= 18 && freeName(own, column, [actual, desired]) === own) {
    const constraint = quoteIdentifier(own);
    return [
      ...paced('any', [
        `ALTER TABLE ${table} ADD CONSTRAINT ${constraint} NOT NULL ${name} NOT VALID;`,
      ]),
      ...paced('first', [`ALTER TABLE ${table} VALIDATE CONSTRAINT ${constraint};`]),
    ];
  }
  const wanted = generatedName(column.table ?? '', column.name, 'not_null_check');
  const check = quoteIdentifier(freeName(wanted, column, [actual, desired]));
  return [
    ...paced('any', [
      `ALTER TABLE ${table} ADD CONSTRAINT ${check} CHECK (${name} IS NOT NULL) NOT VALID;`,
    ]),
    ...paced('first', [`ALTER TABLE ${table} VALIDATE CONSTRAINT ${check};`]),
    ...paced('any', [set, `ALTER TABLE ${table} DROP CONSTRAINT ${check};`]),
  ];
}

/** A check that says the same spares Postgres the scan. */
function isCheckedAlready(column: SchemaObject, { actual, desired }: OnlineContext): boolean {
  const says = new RegExp(`^\\(+("?)${column.name.replaceAll(/\W/g, '\\$&')}\\1 IS NOT NULL\\)+$`);
  return childrenOf(actual, column.parent ?? '').some(
    (part) =>
      part.kind === 'check' &&
      part.attributes['validated'] === true &&
      desired.objects.has(part.id) &&
      says.test(textOf(part, 'expression')),
  );
}
