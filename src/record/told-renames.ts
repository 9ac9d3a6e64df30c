// What new migrations rename: the catalog shows that a name is gone and another has come, and a statement says
// that they are of one thing.
import { skipBlank } from '../database/lexer.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Migration } from '../tools/tool.ts';

const NAME = '(?:"(?:[^"]|"")+"|[\\w$]+)';
const RENAME = new RegExp(
  `^ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(?:(${NAME})\\s*\\.\\s*)?(${NAME})[\\s*]+` +
    `RENAME\\s+(?:(?:COLUMN\\s+)?(${NAME})\\s+)?TO\\s+(${NAME})\\s*;?\\s*$`,
  'iu',
);

interface Sides {
  readonly before: Schema;
  readonly after: Schema;
}

/** Columns and tables that have another name now, as they were, by their ids afterwards. */
export function toldRenames(
  migrations: readonly Pick<Migration, 'statements'>[],
  sides: Sides,
): ReadonlyMap<string, SchemaObject> {
  const renamed = new Map<string, SchemaObject>();
  for (const { sql } of migrations.flatMap(({ statements }) => statements)) {
    const [found, ...names] = RENAME.exec(sql.slice(skipBlank(sql, 0))) ?? [];
    if (found === undefined) continue;
    const [schema = null, table = '', from = null, to = ''] = names.map(nameOf);
    const tables = ofKind('table', sides.before.objects.values()).filter(
      (one) => one.name === table && (schema === null || one.schema === schema),
    );
    const pairs = tables.map((one) =>
      from === null ? tableAs(one, to, sides) : columnAs(one, { from, to }, sides),
    );
    for (const pair of pairs) if (pair !== null) renamed.set(pair.after.id, pair.before);
  }
  return renamed;
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

/** As the catalog has it: unquoted names in small letters. */
function nameOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text.toLowerCase();
}
