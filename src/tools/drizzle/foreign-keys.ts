// Foreign keys of a table as they can exist side by side, and the statement for each.
import { objectId, quoteIdentifier, truncateIdentifier } from '../../schema/identity.ts';
import type { ModelStatement } from '../tool.ts';
import type { DeclaredForeignKey, DeclaredTable } from './declarations.ts';
import { qualified, quotedList } from './spelling.ts';

export interface ForeignKeys {
  readonly keys: readonly DeclaredForeignKey[];
  /** Keys left out because Postgres cuts their names to that of an earlier one. */
  readonly clashes: readonly {
    readonly key: DeclaredForeignKey;
    readonly twin: DeclaredForeignKey;
  }[];
}

/** Of two keys with one name the last counts, as in drizzle-kit's own map; of two that are cut to one, the first. */
export function foreignKeysOf(table: DeclaredTable): ForeignKeys {
  const byName = new Map<string, DeclaredForeignKey>();
  const clashes: { key: DeclaredForeignKey; twin: DeclaredForeignKey }[] = [];
  for (const key of table.foreignKeys) {
    const name = truncateIdentifier(key.name);
    const twin = byName.get(name);
    if (twin === undefined || twin.name === key.name) byName.set(name, key);
    else clashes.push({ key, twin });
  }
  return { keys: [...byName.values()], clashes };
}

export function createForeignKeys(table: DeclaredTable): ModelStatement[] {
  return foreignKeysOf(table).keys.map((key) => createForeignKey(table, key));
}

function createForeignKey(table: DeclaredTable, key: DeclaredForeignKey): ModelStatement {
  const action = (event: string, value: string | null): string =>
    value === null ? '' : ` ON ${event} ${value.toUpperCase()}`;
  return {
    sql:
      `ALTER TABLE ${qualified(table.schema, table.name)} ADD CONSTRAINT ${quoteIdentifier(key.name)} ` +
      `FOREIGN KEY (${quotedList(key.columns)}) ` +
      `REFERENCES ${qualified(key.toSchema, key.toTable)}(${quotedList(key.toColumns)})` +
      `${action('DELETE', key.onDelete)}${action('UPDATE', key.onUpdate)};`,
    object: objectId('foreign key', table.schema, table.name, key.name),
    place: key.place ?? table.place,
  };
}
