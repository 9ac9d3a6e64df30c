import type { Json } from '../schema/objects.ts';
import { changesInPlace } from './composite-attributes.ts';
import { isRecord, type Kind } from './kind.ts';
import { typeKey } from './names.ts';
import { createType, dropType, renameType, typeName } from './type-definition.ts';
import { alsoRebuilt, inPlaceOrAnew } from './type-rebuild.ts';

export const compositeTypeKind: Kind = {
  name: 'composite type',
  rows: "pg_class where oid >= 16384 and relkind = 'c'",
  query: () => `
    select c.nspname as schema, null as "table", c.relname as name,
      json_build_object(
        -- As with columns, their order is no difference.
        'attributes', coalesce(json_object_agg(a.attname, json_build_object('type', format_type(a.atttypid, a.atttypmod),
          'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end)
          order by a.attnum) filter (where a.attname is not null), '{}')
      ) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, c.reltype as objid, 0 as objsubid
    from rel c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_type t on t.oid = a.atttypid
    where c.relkind = 'c'
      and not exists (select from ext where classid = 'pg_type'::regclass and objid = c.reltype)
    group by c.oid, c.nspname, c.relname, c.reltype`,
  create: createType,
  drop: dropType,
  reference: (type) => `TYPE ${typeName(type)}`,
  rename: renameType,
  occupies: (type) => [typeKey(type)],
  alter: inPlaceOrAnew({ attributes: changesInPlace }),
  alsoAlters: alsoRebuilt,
  recreatable: () => false,
  traits: { reasons: { attributes: attributesReason } },
};

function attributesReason(before: Json | undefined, after: Json | undefined): string {
  const [old, wanted] = [words(before), words(after)];
  return `attributes: ${[
    ...wanted.filter((one) => !old.includes(one)).map((one) => `+ ${one}`),
    ...old.filter((one) => !wanted.includes(one)).map((one) => `- ${one}`),
  ].join(', ')}`;
}

function words(value: Json | undefined): string[] {
  return Object.entries(isRecord(value) ? value : {}).map(([name, member]) => {
    const { type, collation } = isRecord(member) ? member : {};
    return [name, type, collation].filter((word) => typeof word === 'string').join(' ');
  });
}
