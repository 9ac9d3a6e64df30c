// Casts that no extension owns.
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType } from './blocking.ts';
import { optionalText, textOf, type Kind } from './kind.ts';

export const castKind: Kind = {
  name: 'cast',
  // Postgres makes some with a range type itself.
  rows: 'pg_cast where oid >= 16384',
  query: () => `
    select null as schema, null as "table",
      format_type(x.castsource, null) || ' AS ' || format_type(x.casttarget, null) as name,
      json_build_object(
        'method', case x.castmethod when 'f' then 'function' when 'i' then 'inout' else 'binary' end,
        'function', case when x.castfunc <> 0 then x.castfunc::regprocedure::text end,
        'context', case x.castcontext when 'i' then 'implicit' when 'a' then 'assignment' else 'explicit' end
      ) as attributes,
      null as parent, false as part,
      'pg_cast'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from pg_cast x
    where x.oid >= 16384
      and not exists (select from ext where classid = 'pg_cast'::regclass and objid = x.oid)
      and not exists (select from pg_depend d
        where d.classid = 'pg_cast'::regclass and d.objid = x.oid and d.deptype = 'i')`,
  // Its name is made of two types, spelled as SQL does.
  identity: ({ name }) => name,
  create: (object) => [`CREATE CAST (${object.name}) ${method(object)}${context(object)};`],
  reference: ({ name }) => `CAST (${name})`,
  drop: ({ name }) => [`DROP CAST (${name});`],
  alter: {},
  blocks: (_cast, needed) => rebuildsType(needed),
  traits: {},
};

function method(object: SchemaObject): string {
  const name = optionalText(object, 'function');
  if (name !== null) return `WITH FUNCTION ${name}`;
  return textOf(object, 'method') === 'inout' ? 'WITH INOUT' : 'WITHOUT FUNCTION';
}

function context(object: SchemaObject): string {
  const word = textOf(object, 'context');
  return word === 'explicit' ? '' : ` AS ${word.toUpperCase()}`;
}
