// Indexes on tables in use: built, dropped and replaced without keeping writers out.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { freeName, generatedName } from './generated-names.ts';
import { relationName } from './names.ts';
import { paced, type OnlineContext, type OnlineForms, type Paced } from './online.ts';
import { isOnPartitioned, isPartitioned, partitionsOf } from './partitions.ts';

/** Writes `CREATE INDEX`. */
type CreateIndex = (index: SchemaObject, how?: 'CONCURRENTLY ' | '', on?: 'ONLY ' | '') => string;

/** Writes what CREATE INDEX has no words for. */
type Settings = (index: SchemaObject) => string[];

/** The forms of an index, given how it is created and what is set afterwards. */
export const indexOnline = (createIndex: CreateIndex, settings: Settings): OnlineForms => ({
  create: (index, context) => [
    ...(isOnPartitioned(index, context.desired)
      ? onPartitions(index, context, createIndex)
      : paced('never', [createIndex(index, 'CONCURRENTLY ')])),
    ...paced('any', settings(index)),
  ],
  drop: (index, { actual }) =>
    isOnPartitioned(index, actual) ? null : paced('never', [dropConcurrently(index)]),
  replace: (before, after, context) => {
    if (isOnPartitioned(after, context.desired)) return null;
    const create = (name: string): string => createIndex({ ...after, name }, 'CONCURRENTLY ');
    // One that is invalid serves nobody meanwhile.
    if (before.attributes['valid'] === false) {
      return [
        ...paced('never', [dropConcurrently(before), create(after.name)]),
        ...paced('any', settings(after)),
      ];
    }
    const schemas = [context.actual, context.desired];
    const name = freeName(`${after.name}_new`, after, schemas);
    return [
      ...paced('never', [create(name), dropConcurrently(before)]),
      ...paced('any', [
        `ALTER INDEX ${relationName(after.schema, name)} RENAME TO ${quoteIdentifier(after.name)};`,
        ...settings(after),
      ]),
    ];
  },
});

function dropConcurrently({ schema, name }: SchemaObject): string {
  return `DROP INDEX CONCURRENTLY ${relationName(schema, name)};`;
}

/** Piece by piece: on the parent alone, then on each partition, attached as they are ready. */
function onPartitions(
  index: SchemaObject,
  { actual, desired }: OnlineContext,
  createIndex: CreateIndex,
): Paced[] {
  const piecesOf = (parent: SchemaObject, table: SchemaObject): Paced[] =>
    partitionsOf(table, desired).flatMap((partition) => pieceOn(partition, parent));
  const pieceOn = (partition: SchemaObject, parent: SchemaObject): Paced[] => {
    const wanted = generatedName(partition.name, index.name, 'idx');
    const name = freeName(wanted, partition, [actual, desired]);
    const piece = { ...index, schema: partition.schema, table: partition.name, name };
    const attach = `ALTER INDEX ${relationName(parent.schema, parent.name)} ATTACH PARTITION ${relationName(piece.schema, name)};`;
    return [
      ...(isPartitioned(partition)
        ? [...paced('any', [createIndex(piece, '', 'ONLY ')]), ...piecesOf(piece, partition)]
        : paced('never', [createIndex(piece, 'CONCURRENTLY ')])),
      ...paced('any', [attach]),
    ];
  };
  const table = desired.objects.get(index.parent ?? '');
  return [
    ...paced('any', [createIndex(index, '', 'ONLY ')]),
    ...(table ? piecesOf(index, table) : []),
  ];
}
