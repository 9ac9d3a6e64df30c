import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import { equal } from '../schema/attributes.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import {
  listOf,
  optionalText,
  recordOf,
  textOf,
  texts,
  type Kind,
  type Transition,
} from './kind.ts';
import { qualifiedName, tableName, typeKey } from './names.ts';
import { shortDefault } from './types.ts';

export const enumKind: Kind = {
  name: 'enum',
  query: () => `
    select n.nspname as schema, null as "table", t.typname as name,
      (select json_build_object(
         'values', json_agg(enumlabel order by enumlabel collate "C"),
         'order', json_agg(enumlabel order by enumsortorder))
       from pg_enum where enumtypid = t.oid) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_type t join ns n on n.oid = t.typnamespace
    where t.typtype = 'e'
      and not exists (select from ext where classid = 'pg_type'::regclass and objid = t.oid)`,
  create: (object) => [
    `CREATE TYPE ${qualifiedName(object.schema, object.name)} AS ENUM(${listOf(object, 'order').map(quoteLiteral).join(', ')});`,
  ],
  drop: ({ schema, name }) => [`DROP TYPE ${qualifiedName(schema, name)};`],
  occupies: (type) => [typeKey(type)],
  reference: ({ schema, name }) => `TYPE ${qualifiedName(schema, name)}`,
  rename: (before, after) => [
    `ALTER TYPE ${qualifiedName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    values: (before, after, transition) =>
      onlyAddsValues(before, after) ? addValues(before, after) : rebuild(before, after, transition),
    order: (before, after, transition) =>
      equal(before.attributes['values'], after.attributes['values'])
        ? rebuild(before, after, transition)
        : [],
  },
  alsoAlters: ({ before, after }, transition) =>
    onlyAddsValues(before, after)
      ? []
      : columnsOfEnum(after, transition).map((column) => ({
          before: column,
          after: { ...column, attributes: { ...column.attributes, type: 'text' } },
          attributes: ['type'],
        })),
  traits: {
    form: ['order'],
    formWhenUnused: true,
    reasons: { values: valuesReason, order: orderReason },
  },
};

/** Columns that have the type, or an array of it, before and after. */
function columnsOfEnum(type: SchemaObject, { actual, desired }: Transition): SchemaObject[] {
  return dependentsOf(desired, type.id).filter((column) => {
    const old = actual.objects.get(column.id);
    return (
      column.kind === 'column' &&
      old?.needs.includes(type.id) === true &&
      recordOf(column, 'generated') === null &&
      textOf(column, 'type') === textOf(old, 'type')
    );
  });
}

/** Values can't be removed or moved: the type is made anew, and its columns pass through text. */
function rebuild(before: SchemaObject, after: SchemaObject, transition: Transition): string[] {
  const columns = columnsOfEnum(after, transition);
  const type = qualifiedName(after.schema, after.name);
  const alter = (column: SchemaObject): string =>
    `ALTER TABLE ${tableName(column)} ALTER COLUMN ${quoteIdentifier(column.name)}`;
  const away = columns.flatMap((column) => {
    const value = optionalText(transition.actual.objects.get(column.id) ?? column, 'default');
    return [
      ...(value === null ? [] : [`${alter(column)} DROP DEFAULT;`]),
      `${alter(column)} SET DATA TYPE text${suffix(column)};`,
    ];
  });
  const back = columns.flatMap((column) => {
    const value = optionalText(column, 'default');
    // A default that changes too is set by the column's own change.
    const old = transition.actual.objects.get(column.id);
    const kept = old !== undefined && optionalText(old, 'default') === value;
    const name = quoteIdentifier(column.name);
    const full = `${type}${suffix(column)}`;
    return [
      `${alter(column)} SET DATA TYPE ${full} USING ${name}::${full};`,
      ...(value === null || !kept
        ? []
        : [`${alter(column)} SET DEFAULT ${shortDefault(value, textOf(column, 'type'))};`]),
    ];
  });
  return [
    ...away,
    ...enumKind.drop(before),
    ...enumKind.create(after, transition.desired),
    ...back,
  ];
}

function suffix(column: SchemaObject): string {
  return textOf(column, 'type').endsWith('[]') ? '[]' : '';
}

/** Whether the values wanted can be had by adding some: nothing is removed and the rest keeps its order. */
export function onlyAddsValues(before: SchemaObject, after: SchemaObject): boolean {
  const wanted = listOf(after, 'order');
  const old = listOf(before, 'order');
  const kept = wanted.filter((value) => old.includes(value));
  return kept.length === old.length && kept.every((value, index) => value === old[index]);
}

/** Each new value at its place, named by its neighbour. */
function addValues(before: SchemaObject, after: SchemaObject): string[] {
  const type = qualifiedName(after.schema, after.name);
  const present = listOf(before, 'order');
  const wanted = listOf(after, 'order');
  return wanted.flatMap((value, index) => {
    if (present.includes(value)) return [];
    const next = wanted.slice(index + 1).find((later) => present.includes(later));
    present.push(value);
    const place = next === undefined ? '' : ` BEFORE ${quoteLiteral(next)}`;
    return [`ALTER TYPE ${type} ADD VALUE ${quoteLiteral(value)}${place};`];
  });
}

function valuesReason(before: Json | undefined, after: Json | undefined): string {
  const old = texts(before);
  const wanted = texts(after);
  const words = [
    ...wanted.filter((value) => !old.includes(value)).map((value) => `+ ${quoteLiteral(value)}`),
    ...old.filter((value) => !wanted.includes(value)).map((value) => `- ${quoteLiteral(value)}`),
  ];
  return `values: ${words.join(', ')}`;
}

/** Silent when values come or go as well: that says enough. */
function orderReason(before: Json | undefined, after: Json | undefined): string | null {
  const old = texts(before);
  const wanted = texts(after);
  if (old.length !== wanted.length || old.some((value) => !wanted.includes(value))) return null;
  return `order of values: ${old.join(', ')} → ${wanted.join(', ')}`;
}
