// What new migrations rename: the catalog shows that a name is gone and another has come, and a statement says
// that they are of one thing.
import type { RenameStmt } from 'libpg-query';
import { parseTree } from '../database/parse-tree.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Migration } from '../tools/tool.ts';

interface Sides {
  readonly before: Schema;
  readonly after: Schema;
}

/** Columns and tables that have another name now, as they were, by their ids afterwards. */
export async function toldRenames(
  migrations: readonly Pick<Migration, 'statements'>[],
  sides: Sides,
): Promise<ReadonlyMap<string, SchemaObject>> {
  const renamed = new Map<string, SchemaObject>();
  for (const { sql } of migrations.flatMap(({ statements }) => statements)) {
    const statement = /rename/iu.test(sql) ? await renameIn(sql) : null;
    const pairs = statement === null ? [] : pairsOf(statement, sides);
    for (const { before, after } of pairs) renamed.set(after.id, before);
  }
  return renamed;
}

async function renameIn(sql: string): Promise<RenameStmt | null> {
  const tree = await parseTree(sql);
  return tree !== null && 'RenameStmt' in tree ? tree.RenameStmt : null;
}

/** Of a name without a schema nobody knows which it is: all tables of that name. */
function pairsOf(
  { renameType, relation, subname: from, newname: to = '' }: RenameStmt,
  sides: Sides,
): readonly Pair[] {
  const tables = ofKind('table', sides.before.objects.values()).filter(
    ({ name, schema }) => name === relation?.relname && (relation.schemaname ?? schema) === schema,
  );
  const pairs = tables.map((one) => {
    if (renameType === 'OBJECT_TABLE') return tableAs(one, to, sides);
    return renameType === 'OBJECT_COLUMN' && from !== undefined
      ? columnAs(one, { from, to }, sides)
      : null;
  });
  return pairs.filter((pair) => pair !== null);
}

interface Pair {
  readonly before: SchemaObject;
  readonly after: SchemaObject;
}

function tableAs(before: SchemaObject, to: string, sides: Sides): Pair | null {
  const after = ofKind('table', sides.after.objects.values()).find(
    ({ schema, name }) => schema === before.schema && name === to,
  );
  return after === undefined ? null : apart({ before, after }, sides);
}

function columnAs(
  { id }: SchemaObject,
  { from, to }: { readonly from: string; readonly to: string },
  sides: Sides,
): Pair | null {
  const columnIn = (schema: Schema, name: string): SchemaObject | undefined =>
    ofKind('column', childrenOf(schema, id)).find((one) => one.name === name);
  const [before, after] = [columnIn(sides.before, from), columnIn(sides.after, to)];
  return before === undefined || after === undefined ? null : apart({ before, after }, sides);
}

/** Null where the old one is still there, or the new one was already. */
function apart(pair: Pair, sides: Sides): Pair | null {
  const stays = sides.after.objects.has(pair.before.id) || sides.before.objects.has(pair.after.id);
  return stays ? null : pair;
}

const ofKind = (kind: string, objects: Iterable<SchemaObject>): SchemaObject[] =>
  [...objects].filter((one) => one.kind === kind);
