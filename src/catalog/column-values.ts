// Where a column's values come from: a default, a sequence it owns (serial), or an identity. Moves
// between these keep the position of the sequence.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import { differingAttributes } from '../schema/attributes.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { IsForm } from '../schema/traits.ts';
import { clip } from './generated-names.ts';
import { optionalText, plain, recordOf, textOf, type Alter, type Transition } from './kind.ts';
import { alterColumn, qualifiedName, tableName } from './names.ts';
import { callingSequence, options, ownedSequences, ownership, sequenceKind } from './sequence.ts';
import { shortDefault } from './types.ts';

/** `GENERATED ALWAYS AS IDENTITY (…)`, or nothing. */
export function identityClause(column: SchemaObject): string {
  const identity = recordOf(column, 'identity');
  if (!identity) return '';
  const name = qualifiedIdentitySequence(column);
  const kind = identity['generation'] === 'ALWAYS' ? 'ALWAYS' : 'BY DEFAULT';
  return `GENERATED ${kind} AS IDENTITY (sequence name ${name} ${options(identity)})`;
}

/** To and from an identity, or between two; the default and owned sequences go along. */
export const changeIdentity: Alter = (before, after, transition) => {
  const old = recordOf(before, 'identity');
  const wanted = recordOf(after, 'identity');
  if (old && wanted) return alterIdentity(before, after);
  if (wanted) return toIdentity(before, after, transition);
  return fromIdentity(before, after, transition);
};

/** Whether a column differs only in what its own sequence is called. */
export const callsItsOwnByAnotherName: IsForm = (before, after, { actual, desired }) => {
  const old = callingSequence(before, actual);
  const wanted = callingSequence(after, desired);
  return old !== null && wanted !== null && optionsThatDiffer(old, wanted).length === 0;
};

/** Renames the sequence that a column owns and calls, where it has one before and after. */
export const renameOwnSequence: Alter = (before, after, { actual, desired }) => {
  const old = callingSequence(before, actual);
  const wanted = callingSequence(after, desired);
  if (!old || !wanted || old.id === wanted.id) return null;
  const { schema, name } = old;
  const differing = optionsThatDiffer(old, wanted);
  return [
    `ALTER SEQUENCE ${qualifiedName(schema, name)} RENAME TO ${quoteIdentifier(wanted.name)};`,
    ...Object.entries(sequenceKind.alter)
      .filter(([option]) => differing.includes(option))
      .flatMap(([, alter]) => alter(old, wanted, { actual, desired }) ?? []),
  ];
};

function optionsThatDiffer(before: SchemaObject, after: SchemaObject): string[] {
  return differingAttributes(before, after).filter((name) => name !== 'ownedBy');
}

/** Sets or drops the default, making and dropping the sequences the column owns. */
export const changeDefault: Alter = (before, after, transition) => {
  if (recordOf(before, 'identity') || recordOf(after, 'identity')) return [];
  return (
    renameOwnSequence(before, after, transition) ??
    withSequences(before, after, transition, [setDefault(after)])
  );
};

/** What follows a change of type, which found no default; `moved` where the sequence is the same one. */
export function restoreDefault(
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
  moved: boolean,
): string[] {
  const statements = optionalText(after, 'default') === null ? [] : [setDefault(after)];
  return moved || recordOf(before, 'identity') || recordOf(after, 'identity')
    ? statements
    : withSequences(before, after, transition, statements);
}

function withSequences(
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
  statements: readonly string[],
): string[] {
  const made = missingSequences(after, transition.desired, transition.actual);
  const gone = missingSequences(before, transition.actual, transition.desired);
  return [
    ...made.flatMap((sequence) => createAt(sequence, after)),
    ...statements,
    ...made.map(ownership),
    ...gone.flatMap((sequence) => sequenceKind.drop(sequence)),
  ];
}

/** `SET DEFAULT`, or `DROP DEFAULT` where there is none. */
export function setDefault(after: SchemaObject): string {
  const value = optionalText(after, 'default');
  return value === null
    ? `${alterColumn(after)} DROP DEFAULT;`
    : `${alterColumn(after)} SET DEFAULT ${shortDefault(value, textOf(after, 'type'))};`;
}

function alterIdentity(before: SchemaObject, after: SchemaObject): string[] {
  const old = recordOf(before, 'identity') ?? {};
  const wanted = recordOf(after, 'identity') ?? {};
  const clause: Readonly<Record<string, string>> = {
    generation: `SET GENERATED ${plain(wanted['generation'])}`,
    increment: `SET INCREMENT BY ${plain(wanted['increment'])}`,
    min: `SET MINVALUE ${plain(wanted['min'])}`,
    max: `SET MAXVALUE ${plain(wanted['max'])}`,
    start: `SET START WITH ${plain(wanted['start'])}`,
    cache: `SET CACHE ${plain(wanted['cache'])}`,
    cycle: wanted['cycle'] === true ? 'SET CYCLE' : 'SET NO CYCLE',
  };
  // A change of type has its own statement, and it takes the sequence along.
  return Object.entries(clause)
    .filter(([key]) => old[key] !== wanted[key])
    .map(([, text]) => `${alterColumn(after)} ${text};`);
}

function toIdentity(before: SchemaObject, after: SchemaObject, transition: Transition): string[] {
  const owned = missingSequences(before, transition.actual, transition.desired);
  const name = qualifiedIdentitySequence(after);
  const add = `${alterColumn(after)} ADD ${identityClause(after)};`;
  const drop = [
    ...(optionalText(before, 'default') === null ? [] : [`${alterColumn(after)} DROP DEFAULT;`]),
    ...(before.attributes['notNull'] === true ? [] : [`${alterColumn(after)} SET NOT NULL;`]),
  ];
  const [serial] = owned;
  if (!serial) return [...drop, add, positionAfterRows(name, after)];
  const aside = asideName(serial.name);
  return [
    ...drop,
    `ALTER SEQUENCE ${qualifiedName(serial.schema, serial.name)} RENAME TO ${quoteIdentifier(aside)};`,
    add,
    positionOf(name, qualifiedName(serial.schema, aside)),
    ...owned.map((sequence) =>
      sequence === serial
        ? `DROP SEQUENCE ${qualifiedName(serial.schema, aside)};`
        : sequenceKind.drop(sequence).join(' '),
    ),
  ];
}

/** For a column that isn't there yet: a sequence that fills it, and its identity going on from there. */
export function identityByWayOfSequence(column: SchemaObject): {
  readonly first: { readonly create: string; readonly value: string };
  readonly then: string[];
} {
  const aside = qualifiedName(column.schema, asideName(identitySequenceName(column)));
  const clause = options(recordOf(column, 'identity') ?? {});
  return {
    first: {
      create: `CREATE SEQUENCE ${aside} AS ${textOf(column, 'type')} ${clause};`,
      value: `nextval(${quoteLiteral(aside)})`,
    },
    then: [
      `${alterColumn(column)} DROP DEFAULT;`,
      `${alterColumn(column)} ADD ${identityClause(column)};`,
      positionOf(qualifiedIdentitySequence(column), aside),
      `DROP SEQUENCE ${aside};`,
    ],
  };
}

function fromIdentity(before: SchemaObject, after: SchemaObject, transition: Transition): string[] {
  const made = missingSequences(after, transition.desired, transition.actual);
  const dropIdentity = `${alterColumn(after)} DROP IDENTITY;`;
  const value = optionalText(after, 'default') === null ? [] : [setDefault(after)];
  const [serial] = made;
  if (!serial) return [dropIdentity, ...value];
  const old = qualifiedIdentitySequence(before);
  const aside = asideName(identitySequenceName(before));
  return [
    `ALTER SEQUENCE ${old} RENAME TO ${quoteIdentifier(aside)};`,
    ...made.flatMap((sequence) => sequenceKind.create(sequence, transition.desired)),
    positionOf(qualifiedName(serial.schema, serial.name), qualifiedName(before.schema, aside)),
    dropIdentity,
    ...value,
    ...made.map(ownership),
  ];
}

/** Sequences that the column owns in one schema and that don't exist in the other. */
function missingSequences(column: SchemaObject, here: Schema, there: Schema): SchemaObject[] {
  return ownedSequences(column, here).filter(({ id }) => !there.objects.has(id));
}

function createAt(sequence: SchemaObject, column: SchemaObject): string[] {
  const name = qualifiedName(sequence.schema, sequence.name);
  return [
    ...sequenceKind.create(sequence, { objects: new Map(), uncovered: {} }),
    // Text takes numbers from a sequence as well: none of its values says where that stands.
    ...(/^(?:smallint|integer|bigint)$/.test(textOf(column, 'type'))
      ? [positionAfterRows(name, column)]
      : []),
  ];
}

/** Continues after the rows that are there. */
function positionAfterRows(sequence: string, column: SchemaObject): string {
  return `SELECT setval(${quoteLiteral(sequence)}, (SELECT max(${quoteIdentifier(column.name)}) FROM ${tableName(column)}));`;
}

/** Continues where another sequence is. */
function positionOf(sequence: string, other: string): string {
  return `SELECT setval(${quoteLiteral(sequence)}, last_value, is_called) FROM ${other};`;
}

function asideName(name: string): string {
  return `${clip(name, 50)}_old`;
}

function identitySequenceName(column: SchemaObject): string {
  const name = lastName(optionalText(column, 'identitySequence') ?? '');
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** The last part of a name that Postgres spells: `app."a.b"` → `"a.b"`. */
export function lastName(spelled: string): string {
  return /(?:^|\.)("(?:[^"]|"")*"|[^".]+)$/.exec(spelled)?.[1] ?? spelled;
}

function qualifiedIdentitySequence(column: SchemaObject): string {
  return qualifiedName(column.schema, identitySequenceName(column));
}
