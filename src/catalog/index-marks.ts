// What a table remembers of one of its indexes: the one it was clustered by, the one that identifies
// rows to replicas. Told of the index, because it comes after the table.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Alter } from './kind.ts';
import { tableName } from './names.ts';
import { flag } from './value-list.ts';

/** Attributes that only a marked index has. */
export const MARK_VALUES = { clustered: flag, replicaIdentity: flag } as const;

/** Their expressions, where `i` is the pg_index row. */
export const INDEX_MARKS = {
  clustered: 'nullif(i.indisclustered, false)',
  replicaIdentity: 'nullif(i.indisreplident, false)',
} as const;

/** Statements after its creation. */
export function markIndex(index: SchemaObject): string[] {
  return [
    ...(index.attributes['clustered'] === true ? [clusterOn(index)] : []),
    ...(index.attributes['replicaIdentity'] === true ? [identifyBy(index)] : []),
  ];
}

export const alterMarks: Readonly<Record<string, Alter>> = {
  clustered: (_before, after, { desired }) => {
    if (after.attributes['clustered'] === true) return [clusterOn(after)];
    const others = childrenOf(desired, after.parent ?? '');
    return others.some(({ attributes }) => attributes['clustered'] === true)
      ? []
      : [`ALTER TABLE ${tableName(after)} SET WITHOUT CLUSTER;`];
  },
  // What comes in its place is the table's attribute, or another index'.
  replicaIdentity: (_before, after) =>
    after.attributes['replicaIdentity'] === true ? [identifyBy(after)] : [],
};

function clusterOn(index: SchemaObject): string {
  return `ALTER TABLE ${tableName(index)} CLUSTER ON ${quoteIdentifier(index.name)};`;
}

function identifyBy(index: SchemaObject): string {
  return `ALTER TABLE ${tableName(index)} REPLICA IDENTITY USING INDEX ${quoteIdentifier(index.name)};`;
}
