// plumbline tables: what a database holds, table by table.
import type { Bookkeeping } from '../catalog/bookkeeping.ts';
import { introspect } from '../catalog/introspect.ts';
import type { Database } from '../database/database.ts';
import type { Invocation } from './invocation.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { identityOf } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { eachProject } from './each-project.ts';

/** Prints every table with its columns, types, nullability and defaults. */
export async function runTables(invocation: Invocation): Promise<ExitCode> {
  const { surroundings, progress } = invocation;
  await eachProject(invocation, async ({ project, migrations, target }) => {
    const schema = await asOfNow(target.database, [migrations.bookkeeping]);
    progress.done();
    surroundings.out(manyLines(`${project.id} on ${target.label}\n${describe(schema)}`));
  });
  return 0;
}

/** One moment's state, whatever others change meanwhile. */
function asOfNow(database: Database, exclude: readonly Bookkeeping[]): Promise<Schema> {
  return database.scratch(async () => {
    await database.exec('set transaction isolation level repeatable read');
    return introspect(database, { exclude });
  });
}

function describe(schema: Schema): string {
  const objects = [...schema.objects.values()];
  const tables = objects.filter(({ kind }) => kind === 'table');
  if (tables.length === 0) return '  (no tables)\n';
  return tables.map((table) => `\n  ${identityOf(table.id)}\n${columns(table, objects)}`).join('');
}

function columns(table: SchemaObject, objects: readonly SchemaObject[]): string {
  const own = objects.filter(
    (object) =>
      object.kind === 'column' && object.schema === table.schema && object.table === table.name,
  );
  const width = Math.max(0, ...own.map(({ name }) => name.length));
  return own.map((column) => `    ${column.name.padEnd(width)}  ${words(column)}\n`).join('');
}

function words({ attributes }: SchemaObject): string {
  const { type, notNull, default: fallback } = attributes;
  return [
    typeof type === 'string' ? type : '?',
    notNull === true ? 'not null' : '',
    typeof fallback === 'string' ? `default ${fallback}` : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}
