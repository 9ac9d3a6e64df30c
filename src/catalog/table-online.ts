// Tables in use that become partitions: a check that says what the parent asks of their rows, made valid
// while others write, spares Postgres the scan under a lock.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { freeName, generatedName } from './generated-names.ts';
import type { Alter } from './kind.ts';
import { relationName } from './names.ts';
import { paced, type OnlineContext, type OnlineForms, type Paced } from './online.ts';

/** The forms of a table, given how it joins and leaves its parents. */
export const tableOnline = (alterParent: Alter | undefined): OnlineForms => ({
  alter: {
    partitionOf: (before, after, context) => {
      const { actual, desired } = context;
      const plain = alterParent?.(before, after, { actual, desired }) ?? [];
      const attach = plain.at(-1);
      const rows = context.partitionConstraint(after);
      // What a hash partition must meet names its parent by a number.
      if (attach?.includes(' ATTACH PARTITION ') !== true || rows === null) return null;
      if (rows.includes('satisfies_hash_partition')) return null;
      return [...paced('any', plain.slice(0, -1)), ...aroundCheck(after, rows, attach, context)];
    },
  },
});

function aroundCheck(
  table: SchemaObject,
  rows: string,
  attach: string,
  { actual, desired }: OnlineContext,
): Paced[] {
  const wanted = generatedName(table.name, 'partition', 'check');
  const beside = { ...table, name: wanted };
  const check = quoteIdentifier(freeName(wanted, beside, [actual, desired]));
  const alter = `ALTER TABLE ${relationName(table.schema, table.name)}`;
  return [
    ...paced('any', [`${alter} ADD CONSTRAINT ${check} CHECK (${rows}) NOT VALID;`]),
    ...paced('first', [`${alter} VALIDATE CONSTRAINT ${check};`]),
    ...paced('any', [attach, `${alter} DROP CONSTRAINT ${check};`]),
  ];
}
