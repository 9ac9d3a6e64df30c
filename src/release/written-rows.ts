// Rows as the running code may have written them: whatever the schema that it works on takes.
import type { Database } from '../database/database.ts';
import { seedBoth } from '../rows/rows.ts';
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { Schema } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { ModelQueries } from '../tools/tool.ts';

/** Ordinary rows of each table that is filled. */
const ROWS = 20;

/**
 * Ordinary rows and edge rows of a model's table, as JSON objects of the columns that its code sends; null
 * where the table can't be filled. `db` holds the schema, and is left as it is.
 */
export function writtenRows(
  db: Database,
  home: Schema,
  model: ModelQueries,
): Promise<readonly string[] | null> {
  const sent = model.columns
    .filter(({ name, insert }) => insert !== 'never' && hasColumn(home, model, name))
    .map(({ name }) => quoteIdentifier(name));
  const table = `${quoteIdentifier(model.schema)}.${quoteIdentifier(model.name)}`;
  return db.scratch(async () => {
    const only = await oidsOf(db, home, referredFrom(home, model.object));
    await seedBoth(db, { rows: ROWS, only });
    const rows = await db.query<{ row: string }>(
      `select to_jsonb(r)::text as row from (select ${sent.join(', ')} from ${table}) r`,
    );
    return rows.length === 0 ? null : rows.map(({ row }) => row);
  });
}

function hasColumn(home: Schema, { object }: ModelQueries, name: string): boolean {
  return childrenOf(home, object).some((child) => child.kind === 'column' && child.name === name);
}

/** A table and all that its foreign keys lead to. */
function referredFrom(home: Schema, table: string): readonly string[] {
  const found = new Set([table]);
  for (const one of found) {
    const keys = childrenOf(home, one).filter(({ kind }) => kind === 'foreign key');
    for (const need of keys.flatMap(({ needs }) => needs)) {
      const owner = home.objects.get(need);
      const target = owner?.kind === 'table' ? owner.id : (owner?.parent ?? '');
      if (home.objects.get(target)?.kind === 'table') found.add(target);
    }
  }
  return [...found];
}

async function oidsOf(db: Database, home: Schema, tables: readonly string[]): Promise<number[]> {
  const names = tables.flatMap((id) => {
    const table = home.objects.get(id);
    return table === undefined
      ? []
      : `(${quoteLiteral(table.schema ?? 'public')}, ${quoteLiteral(table.name)})`;
  });
  const rows = await db.query<{ oid: number }>(
    `select c.oid::int as oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname, c.relname) in (${names.join(', ')})`,
  );
  return rows.map(({ oid }) => oid);
}
