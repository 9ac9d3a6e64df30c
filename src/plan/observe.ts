// Tries a plan's plain statements where they can be taken back, to see what only Postgres knows of them.
import type { Database } from '../database/database.ts';
import { holdsRows } from '../catalog/partitions.ts';
import { relationName } from '../catalog/names.ts';
import { objectId } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import type { Facts } from './online.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';

const SAVEPOINT = 'plumbline_observe';

/** What the statements of a plan of plain ones do, on the database that holds the actual schema. */
export function observe(db: Database, plan: Plan, actual: Schema): Promise<Facts> {
  return db.scratch(async () => {
    const rewrites = new Set<string>();
    for (const step of plan.up) {
      const table = tableOfNewPart(step, plan.expected, actual);
      const before = table && (await fileOf(db, table));
      await attempt(db, step);
      if (table && before !== (await fileOf(db, table))) rewrites.add(step.change);
    }
    return { rewrites, partitionConstraints: await partitionConstraints(db, plan.expected) };
  });
}

/** One that fails, because an earlier one must be committed first say, tells nothing. */
async function attempt(db: Database, { sql }: Step): Promise<void> {
  await db.exec(`savepoint ${SAVEPOINT}`);
  const { ok } = await db.run([sql]);
  await db.exec(`${ok ? 'release' : 'rollback to'} savepoint ${SAVEPOINT}`);
}

/** The table to which the step adds a part. */
function tableOfNewPart(
  { change }: Step,
  expected: Schema,
  actual: Schema,
): SchemaObject | undefined {
  const part = expected.objects.get(change);
  if (!part?.part || part.parent === null || actual.objects.has(change)) return undefined;
  const table = actual.objects.get(part.parent);
  return table && holdsRows(table) ? table : undefined;
}

/** The number of the file that holds a table's rows: another one after a rewrite. */
async function fileOf(db: Database, { schema, name }: SchemaObject): Promise<unknown> {
  const [row] = await db.query('select pg_relation_filenode(to_regclass($1)) as file', [
    relationName(schema, name),
  ]);
  return row?.['file'];
}

async function partitionConstraints(
  db: Database,
  { objects }: Schema,
): Promise<Map<string, string>> {
  const some = [...objects.values()].some(
    ({ attributes }) => typeof attributes['partitionOf'] === 'string',
  );
  const rows = some
    ? await db.query<{ schema: string; name: string; text: string | null }>(
        `select n.nspname as schema, c.relname as name, pg_get_partition_constraintdef(c.oid) as text
           from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relispartition and c.relkind in ('r', 'p')`,
      )
    : [];
  return new Map(
    rows.flatMap(({ schema, name, text }) =>
      text === null ? [] : [[objectId('table', schema, name), text] as const],
    ),
  );
}
