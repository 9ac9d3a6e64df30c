// Constraints on tables in use. Rows are checked while others write, the index of a key is built
// beforehand.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { addConstraint, deferrableClause } from './constraint.ts';
import { freeName } from './generated-names.ts';
import { listOf } from './kind.ts';
import { columnList, tableName } from './names.ts';
import {
  paced,
  type OnlineAlter,
  type OnlineContext,
  type OnlineForms,
  type Paced,
} from './online.ts';
import { isOnPartitioned } from './partitions.ts';

/** Added for new rows, then checked for the old ones; null where it isn't to be valid at all. */
export function addedThenValidated(object: SchemaObject, clause: string): Paced[] | null {
  const { validated, enforced } = object.attributes;
  if (validated !== true || enforced === false) return null;
  return [...paced('any', addConstraint(object, `${clause} NOT VALID`)), ...validate(object)];
}

function validate(object: SchemaObject): Paced[] {
  const name = quoteIdentifier(object.name);
  return paced('first', [`ALTER TABLE ${tableName(object)} VALIDATE CONSTRAINT ${name};`]);
}

/** For the attribute `validated`. */
export const validatedOnline: OnlineAlter = (_before, after) =>
  after.attributes['validated'] === true ? validate(after) : null;

/** A primary key or unique constraint over an index that was built concurrently. */
export function keyOnline(keyword: 'PRIMARY KEY' | 'UNIQUE'): OnlineForms {
  return {
    create: (key, context) =>
      canUseIndex(key, context)
        ? [...buildIndex(key, key.name), ...paced('any', [takeIndex(key, keyword, key.name)])]
        : null,
    replace: (before, after, context) => {
      if (!canUseIndex(after, context)) return null;
      const { actual, desired } = context;
      const name = freeName(`${after.name}_new`, after, [actual, desired]);
      const drop = `ALTER TABLE ${tableName(before)} DROP CONSTRAINT ${quoteIdentifier(before.name)};`;
      return [
        ...buildIndex(after, name),
        // The index takes the constraint's name.
        ...paced('any', [drop, takeIndex(after, keyword, name)]),
      ];
    },
  };
}

function canUseIndex(key: SchemaObject, { desired }: OnlineContext): boolean {
  return key.attributes['withoutOverlaps'] !== true && !isOnPartitioned(key, desired);
}

function buildIndex(key: SchemaObject, name: string): Paced[] {
  const include = listOf(key, 'include');
  const clauses = [
    `CREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${tableName(key)}`,
    `(${columnList(listOf(key, 'order'))})`,
    ...(include.length > 0 ? [`INCLUDE (${columnList(include)})`] : []),
    ...(key.attributes['nullsNotDistinct'] === true ? ['NULLS NOT DISTINCT'] : []),
  ];
  return paced('never', [`${clauses.join(' ')};`]);
}

function takeIndex(key: SchemaObject, keyword: string, index: string): string {
  const constraint = `${quoteIdentifier(key.name)} ${keyword} USING INDEX ${quoteIdentifier(index)}`;
  return `ALTER TABLE ${tableName(key)} ADD CONSTRAINT ${constraint}${deferrableClause(key)};`;
}
