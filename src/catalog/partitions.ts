// Tables that are split into partitions, and those partitions.
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';

/** Whether the table that an object belongs to is a partitioned one. */
export function isOnPartitioned(object: SchemaObject, schema: Schema): boolean {
  const table = object.parent === null ? undefined : schema.objects.get(object.parent);
  return table !== undefined && isPartitioned(table);
}

export function isPartitioned(table: SchemaObject): boolean {
  return typeof table.attributes['partitionKey'] === 'string';
}

/** The partitions of a table, one level deep. */
export function partitionsOf(table: SchemaObject, schema: Schema): SchemaObject[] {
  return dependentsOf(schema, table.id).filter(
    (other) => other.kind === table.kind && typeof other.attributes['partitionOf'] === 'string',
  );
}

/** Whether it is a relation whose rows are kept: what takes its time on it keeps others waiting. */
export function holdsRows({ kind }: SchemaObject): boolean {
  return kind === 'table' || kind === 'materialized view';
}
