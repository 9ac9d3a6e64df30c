// The flat rows of generation 1's snapshots: their keys, the differences between two sets, and how
// differences are applied. A rename moves the rows that refer to what is renamed, as in drizzle-kit.
import type { Json } from '../../schema/objects.ts';

export type Row = Readonly<Record<string, Json>>;

/** Steps from one set of rows to another, as a snapshot of version 9 keeps them. */
export type Delta =
  | { readonly op: 'create'; readonly row: Row }
  | { readonly op: 'drop'; readonly key: string }
  | { readonly op: 'alter' | 'rename'; readonly key: string; readonly set: Row };

const identities: Readonly<Record<string, readonly string[]>> = {
  schemas: ['name'],
  roles: ['name'],
  tables: ['schema', 'name'],
  enums: ['schema', 'name'],
  sequences: ['schema', 'name'],
  views: ['schema', 'name'],
  indexes: ['schema', 'name'],
};

/** A field of a row that is a text; empty where it is none. */
export function textOf(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

/** Kind and identity of a row: `columns\0["public","users","id"]`. */
function keyOf(row: Row): string {
  const kind = textOf(row, 'entityType');
  const fields = identities[kind] ?? ['schema', 'table', 'name'];
  return `${kind}\0${JSON.stringify(fields.map((field) => row[field]))}`;
}

/** A row that goes by another name from now on. */
export interface RenamedRow {
  readonly entityType: string;
  /** Its identity: schema, table where it has one, and name. */
  readonly path: readonly string[];
  readonly name: string;
}

/** Renames of rows that are there, and the rows after them. */
export function renameRows(
  rows: readonly Row[],
  renames: readonly RenamedRow[],
): { readonly deltas: readonly Delta[]; readonly rows: readonly Row[] } {
  const deltas: Delta[] = [];
  let current = rows;
  for (const { entityType, path, name } of renames) {
    const key = `${entityType}\0${JSON.stringify(path)}`;
    if (!current.some((row) => keyOf(row) === key)) continue;
    const delta: Delta = { op: 'rename', key, set: { name } };
    deltas.push(delta);
    current = applyDeltas(current, [delta]);
  }
  return { deltas, rows: current };
}

/** Creates, then drops, then alterations. */
export function differencesOf(before: readonly Row[], after: readonly Row[]): Delta[] {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const current = new Map(after.map((row) => [keyOf(row), row]));
  const created = after.filter((row) => !old.has(keyOf(row)));
  const dropped = [...old.keys()].filter((key) => !current.has(key));
  const altered = [...old].flatMap(([key, row]): Delta[] => {
    const next = current.get(key);
    const set = next === undefined ? {} : changedFields(row, next);
    return Object.keys(set).length === 0 ? [] : [{ op: 'alter', key, set }];
  });
  return [
    ...created.map((row): Delta => ({ op: 'create', row })),
    ...dropped.map((key): Delta => ({ op: 'drop', key })),
    ...altered,
  ];
}

function changedFields(before: Row, after: Row): Row {
  const fields = Object.entries(after).filter(([field, value]) => !same(before[field], value));
  return Object.fromEntries(fields);
}

/** Equal whatever the order of an object's fields. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null));
}

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Applies the differences of one snapshot. */
export function applyDeltas(rows: readonly Row[], deltas: readonly Delta[]): Row[] {
  let result = new Map(rows.map((row) => [keyOf(row), row]));
  for (const delta of deltas) {
    if (delta.op === 'create') result.set(keyOf(delta.row), delta.row);
    else if (delta.op === 'drop') result.delete(delta.key);
    else {
      const row = result.get(delta.key);
      if (row === undefined) continue;
      const next = { ...row, ...delta.set };
      const moved = [...result.values()].map((it) => (it === row ? next : follow(it, row, next)));
      result = new Map(moved.map((it) => [keyOf(it), it]));
    }
  }
  return [...result.values()];
}

/** A row as it is after another one has moved: its schema, its table, the columns it lists. */
function follow(row: Row, before: Row, after: Row): Row {
  if (keyOf(before) === keyOf(after)) return row;
  const kind = before['entityType'];
  if (kind === 'schemas') return replaced(row, ['schema', 'schemaTo', 'typeSchema'], before, after);
  if (kind === 'tables')
    return followTable(followTable(row, before, after, own), before, after, target);
  if (kind === 'columns')
    return followColumn(followColumn(row, before, after, own), before, after, target);
  if (kind === 'enums') return followEnum(row, before, after);
  return kind === 'roles' ? followRole(row, before, after) : row;
}

function replaced(row: Row, fields: readonly string[], before: Row, after: Row): Row {
  const entries = fields
    .filter((field) => field in row && row[field] === before['name'])
    .map((field): [string, Json] => [field, after['name'] ?? null]);
  return entries.length === 0 ? row : { ...row, ...Object.fromEntries(entries) };
}

interface Fields {
  readonly schema: string;
  readonly table: string;
  readonly columns: string;
}

const own: Fields = { schema: 'schema', table: 'table', columns: 'columns' };
const target: Fields = { schema: 'schemaTo', table: 'tableTo', columns: 'columnsTo' };

function followTable(row: Row, before: Row, after: Row, fields: Fields): Row {
  const refers = row[fields.schema] === before['schema'] && row[fields.table] === before['name'];
  if (!refers) return row;
  return {
    ...row,
    [fields.schema]: after['schema'] ?? null,
    [fields.table]: after['name'] ?? null,
  };
}

function followColumn(row: Row, before: Row, after: Row, fields: Fields): Row {
  const list = row[fields.columns];
  const refers = row[fields.schema] === before['schema'] && row[fields.table] === before['table'];
  if (!refers || list === undefined || !isList(list)) return row;
  const name = (item: Json): Json => (item === before['name'] ? (after['name'] ?? null) : item);
  const columns = list.map((item): Json => {
    if (typeof item !== 'object' || item === null || isList(item)) return name(item);
    return item['isExpression'] === true ? item : { ...item, value: name(item['value'] ?? null) };
  });
  return { ...row, [fields.columns]: columns };
}

function followEnum(row: Row, before: Row, after: Row): Row {
  const refers = row['typeSchema'] === before['schema'] && row['type'] === before['name'];
  if (!refers) return row;
  return { ...row, typeSchema: after['schema'] ?? null, type: after['name'] ?? null };
}

function followRole(row: Row, before: Row, after: Row): Row {
  const roles = row['roles'];
  if (roles === undefined || !isList(roles)) return row;
  return {
    ...row,
    roles: roles.map((role) => (role === before['name'] ? (after['name'] ?? null) : role)),
  };
}
