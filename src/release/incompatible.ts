// What of a revision's code stops working on the schema of another.
import { introspect } from '../catalog/introspect.ts';
import type { Database } from '../database/database.ts';
import type { Json, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { ModelQueries } from '../tools/tool.ts';
import type { Breakage, TableInUse } from './code.ts';
import { stricterConstraints } from './constraints.ts';
import { refusedQueries } from './prepared.ts';
import { missingValues } from './required.ts';
import { changedValues } from './values.ts';

/** Code that works on one schema, and the schema it shall work on. */
export type Move = Omit<TableInUse, 'model'>;

/**
 * What breaks, or may. `db` holds the target, and is left as it is. Nothing is said of what is wrong at
 * home already, nor of tables that are the same in both.
 */
export async function incompatibilities(db: Database, move: Move): Promise<Breakage[]> {
  const { code, home, target } = move;
  const touched = code.queries.filter(
    (model) => home.objects.has(model.object) && differs(model, home, target),
  );
  if (touched.length === 0) return [];
  const broken: Breakage[] = [];
  await db.scratch(async () => {
    // Prepared statements resolve unqualified types and functions by it.
    await db.exec('set local search_path = public');
    for (const model of touched) broken.push(...(await breakagesOf(db, { ...move, model })));
  });
  for (const model of touched.filter(({ object }) => target.objects.has(object))) {
    broken.push(...(await stricterConstraints(db, { ...move, model })));
  }
  return broken;
}

async function breakagesOf(db: Database, used: TableInUse): Promise<Breakage[]> {
  const refused = await refusedQueries(db, used);
  if (!used.target.objects.has(used.model.object)) return refused;
  return [...refused, ...missingValues(used), ...(await changedValues(db, used))];
}

/** Whether anything of it may be otherwise; a view is what it selects from. */
function differs({ object, inserted }: ModelQueries, home: Schema, target: Schema): boolean {
  return !inserted || printOf(object, home) !== printOf(object, target);
}

/** The table with its parts and the types of its columns, as text. */
function printOf(id: string, schema: Schema): string {
  const table = schema.objects.get(id);
  if (table === undefined) return '';
  const parts = childrenOf(schema, id);
  const types = parts
    .flatMap(({ needs }) => needs)
    .map((need) => schema.objects.get(need))
    .filter((it): it is SchemaObject => it?.kind === 'enum' || it?.kind === 'domain');
  return JSON.stringify([table, ...parts, ...types].map(textOf).sort());
}

const textOf = ({ id, attributes }: { id: string; attributes: Json }): string =>
  JSON.stringify([id, attributes]);

/** The same for a database whose schema is still to be read. */
export async function stillWorks(
  db: Database,
  moves: readonly Omit<Move, 'target'>[],
): Promise<boolean> {
  const target = await introspect(db);
  for (const move of moves) {
    const broken = await incompatibilities(db, { ...move, target });
    if (broken.some(({ certain }) => certain)) return false;
  }
  return true;
}
