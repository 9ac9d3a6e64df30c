import { quoteLiteral } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { listOf, texts, type Kind } from './kind.ts';
import { typeKey } from './names.ts';
import { enumResemblance } from './resemblance.ts';
import { createType, dropType, renameType, typeName } from './type-definition.ts';
import { alsoRebuilt, inPlaceOrAnew } from './type-rebuild.ts';

export const enumKind: Kind = {
  name: 'enum',
  rows: "pg_type where oid >= 16384 and typtype = 'e'",
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
  create: createType,
  drop: dropType,
  occupies: (type) => [typeKey(type)],
  reference: (type) => `TYPE ${typeName(type)}`,
  rename: (before, after) =>
    before.name === after.name ? renameValues(before, after) : renameType(before, after),
  // `rebuilt` is what a plan asks for that must not add values: see plan/anew.ts.
  alter: inPlaceOrAnew({ values: addValues, order: () => [], rebuilt: () => [] }),
  alsoAlters: alsoRebuilt,
  traits: {
    form: ['order'],
    formWhenUnused: true,
    resembles: enumResemblance,
    members: 'order',
    reasons: { values: valuesReason, order: orderReason },
  },
};

/** Each new value at its place, named by its neighbour. */
function addValues(before: SchemaObject, after: SchemaObject): string[] {
  const type = typeName(after);
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

/** Values at the same places under other names. */
function renameValues(before: SchemaObject, after: SchemaObject): string[] {
  const wanted = listOf(after, 'order');
  return listOf(before, 'order').flatMap((value, index) => {
    const name = wanted[index] ?? value;
    if (name === value) return [];
    return [
      `ALTER TYPE ${typeName(before)} RENAME VALUE ${quoteLiteral(value)} TO ${quoteLiteral(name)};`,
    ];
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
