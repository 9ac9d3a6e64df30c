import type { Kind } from './kind.ts';
import { typeKey } from './names.ts';
import { createType, dropType, renameType, typeName } from './type-definition.ts';
import { alsoRebuilt, inPlaceOrAnew } from './type-rebuild.ts';

export const rangeTypeKind: Kind = {
  name: 'range type',
  rows: "pg_type where oid >= 16384 and typtype = 'r'",
  query: (version) => `
    select n.nspname as schema, null as "table", t.typname as name,
      json_build_object(
        'subtype', format_type(r.rngsubtype, null),
        'operatorClass', case when not o.opcdefault then
          case when pg_opclass_is_visible(o.oid) then '' else quote_ident(oname.nspname) || '.' end || quote_ident(o.opcname) end,
        'collation', case when r.rngcollation <> s.typcollation then r.rngcollation::regcollation::text end,
        'canonical', nullif(r.rngcanonical::oid, 0)::regproc::text,
        'subtypeDiff', nullif(r.rngsubdiff::oid, 0)::regproc::text,
        'multirange', ${version >= 140000 ? '(select m.typname from pg_type m where m.oid = r.rngmultitypid)' : 'null'}
      ) as attributes,
      null as parent, false as part, 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as objsubid
    from pg_range r
    join pg_type t on t.oid = r.rngtypid
    join ns n on n.oid = t.typnamespace
    join pg_type s on s.oid = r.rngsubtype
    join pg_opclass o on o.oid = r.rngsubopc
    join pg_namespace oname on oname.oid = o.opcnamespace
    where not exists (select from ext where classid = 'pg_type'::regclass and objid = t.oid)`,
  create: createType,
  drop: dropType,
  reference: (type) => `TYPE ${typeName(type)}`,
  rename: renameType,
  occupies: (type) => [typeKey(type)],
  // None of them can be altered: the type is made anew.
  alter: inPlaceOrAnew({
    subtype: () => [],
    operatorClass: () => [],
    collation: () => [],
    canonical: () => [],
    subtypeDiff: () => [],
    multirange: () => [],
  }),
  alsoAlters: alsoRebuilt,
  recreatable: () => false,
  traits: {},
};
