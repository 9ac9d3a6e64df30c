// A row in each table that a plan touches, as far as simple values go.
import { texts, textOf } from '../catalog/kind.ts';
import { relationName } from '../catalog/names.ts';
import type { Database } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Plan } from './plan.ts';

/** Simple values by type. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\[\]$/, `'{}'`],
  [/^(smallint|integer|bigint|numeric|real|double precision|money)\b/, '1'],
  [/^(text|citext|name|character)\b/, `'1'`],
  [/^boolean$/, 'true'],
  [/^uuid$/, `'00000000-0000-0000-0000-000000000001'`],
  [/^(date|timestamp)\b/, `'2026-01-01'`],
  [/^time\b/, `'01:00'`],
  [/^interval\b/, `'1 day'`],
  [/^jsonb?$/, `'{}'`],
  [/^bytea$/, `'\\x01'`],
  [/^(inet|cidr)$/, `'10.0.0.1'`],
];

/** Puts rows into the tables that the plan touches and keeps, and returns those where it worked. */
export async function seedRows(db: Database, actual: Schema, plan: Plan): Promise<SchemaObject[]> {
  const touched = new Set(plan.up.map((step) => tableOf(step.change, actual, plan.expected)));
  const tables = [...touched].flatMap((id) => {
    const table = id === null ? undefined : actual.objects.get(id);
    return table && plan.expected.objects.has(table.id) ? [table] : [];
  });
  const seeded: SchemaObject[] = [];
  // Rows needn't refer to anything.
  await db.exec(`set local session_replication_role = replica`);
  for (const table of tables) if (await seed(db, table, actual)) seeded.push(table);
  await db.exec(`set local session_replication_role = origin`);
  return seeded;
}

async function seed(db: Database, table: SchemaObject, schema: Schema): Promise<boolean> {
  const columns = childrenOf(schema, table.id).filter(
    (object) => object.kind === 'column' && isNeeded(object),
  );
  const names = columns.map((column) => quoteIdentifier(column.name)).join(', ');
  const target = relationName(table.schema, table.name);
  const values = columns.map((column) => valueFor(column, schema)).join(', ');
  await db.exec('savepoint plumbline_seed');
  const result = await db.run([
    columns.length === 0
      ? `insert into ${target} default values`
      : `insert into ${target} (${names}) values (${values})`,
  ]);
  await db.exec(
    result.ok ? 'release savepoint plumbline_seed' : 'rollback to savepoint plumbline_seed',
  );
  return result.ok;
}

function isNeeded({ attributes }: SchemaObject): boolean {
  return (
    attributes['notNull'] === true &&
    attributes['default'] === null &&
    attributes['identity'] === null &&
    attributes['generated'] === null
  );
}

function valueFor(column: SchemaObject, schema: Schema): string {
  const type = textOf(column, 'type');
  for (const need of column.needs) {
    const needed = schema.objects.get(need);
    const [first] = needed?.kind === 'enum' ? texts(needed.attributes['order']) : [];
    if (first !== undefined) return `'${first.replaceAll("'", "''")}'`;
  }
  return VALUES.find(([pattern]) => pattern.test(type))?.[1] ?? 'null';
}

/** Rows of each table, by its id. */
export async function countRows(
  db: Database,
  tables: readonly SchemaObject[],
): Promise<Map<string, unknown>> {
  const counts = new Map<string, unknown>();
  for (const table of tables) {
    const [row] = await db.query(`select count(*) from ${relationName(table.schema, table.name)}`);
    counts.set(table.id, row?.['count']);
  }
  return counts;
}

/** Id of the table that a changed object is or belongs to. */
function tableOf(id: string, actual: Schema, expected: Schema): string | null {
  const object = actual.objects.get(id) ?? expected.objects.get(id);
  if (!object) return null;
  if (object.kind === 'table') return object.id;
  return object.parent === null ? null : tableOf(object.parent, actual, expected);
}
