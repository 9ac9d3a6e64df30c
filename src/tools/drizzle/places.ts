// Where each declared object was written, by id.
import { objectId } from '../../schema/identity.ts';
import type { Place } from '../../schema/objects.ts';
import type { Declarations, DeclaredTable, Generation } from './declarations.ts';
import { policiesOf } from './statements.ts';
import { primaryKeysOf, uniqueName, uniquesOf } from './table-statement.ts';
import { viewId } from './view-statement.ts';

export function placesOf(
  declarations: Declarations,
  generation: Generation,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const put = (id: string, place: Place | null): void => {
    if (place !== null) places.set(id, place);
  };
  for (const it of declarations.schemas) put(objectId('schema', it.name), it.place);
  for (const it of declarations.roles) put(objectId('role', it.name), it.place);
  for (const it of declarations.enums) put(objectId('enum', it.schema, it.name), it.place);
  for (const it of declarations.sequences) put(objectId('sequence', it.schema, it.name), it.place);
  for (const it of declarations.views) put(viewId(it), it.place);
  for (const table of declarations.tables) putTable(table, generation, put);
  for (const it of policiesOf(declarations)) {
    put(objectId('policy', it.schema, it.table, it.name), it.place);
  }
  return places;
}

function putTable(
  table: DeclaredTable,
  generation: Generation,
  put: (id: string, place: Place | null) => void,
): void {
  const member = (kind: string, name: string, place: Place | null): void => {
    put(objectId(kind, table.schema, table.name, name), place ?? table.place);
  };
  put(objectId('table', table.schema, table.name), table.place);
  for (const it of table.columns) member('column', it.name, it.place);
  for (const it of primaryKeysOf(table, generation)) member('primary key', it.name, it.place);
  for (const it of uniquesOf(table, generation)) {
    member('unique', uniqueName(it, table, generation), it.place);
  }
  for (const it of table.foreignKeys) member('foreign key', it.name, it.place);
  for (const it of table.checks) member('check', it.name, it.place);
  for (const it of table.indexes) member('index', it.name, it.place);
}
