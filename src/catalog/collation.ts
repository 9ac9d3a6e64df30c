import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { optionalText, textOf, type Kind } from './kind.ts';
import { qualifiedName } from './names.ts';

export const collationKind: Kind = {
  name: 'collation',
  rows: 'pg_collation where oid >= 16384',
  query: (version) => `
    select n.nspname as schema, null as "table", l.collname as name,
      json_build_object(
        'provider', case l.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
        'deterministic', l.collisdeterministic,
        'collate', ${version >= 150000 ? 'l.collcollate' : `case when l.collprovider = 'c' then l.collcollate end`},
        'ctype', ${version >= 150000 ? 'l.collctype' : `case when l.collprovider = 'c' then l.collctype end`},
        'locale', ${localeColumn(version)},
        'rules', ${version >= 160000 ? 'l.collicurules' : 'null'}
      ) as attributes,
      null as parent, false as part, 'pg_collation'::regclass::oid as classid, l.oid as objid, 0 as objsubid
    from pg_collation l join ns n on n.oid = l.collnamespace
    where not exists (select from ext where classid = 'pg_collation'::regclass and objid = l.oid)`,
  create: (object) => [
    `CREATE COLLATION ${qualifiedName(object.schema, object.name)} (${options(object)});`,
  ],
  drop: ({ schema, name }) => [`DROP COLLATION ${qualifiedName(schema, name)};`],
  reference: ({ schema, name }) => `COLLATION ${qualifiedName(schema, name)}`,
  rename: (before, after) => [
    `ALTER COLLATION ${qualifiedName(before.schema, before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {},
  traits: {},
};

/** Its name has changed twice. */
function localeColumn(version: number): string {
  if (version >= 170000) return 'l.colllocale';
  return version >= 150000
    ? 'l.colliculocale'
    : `case when l.collprovider <> 'c' then l.collcollate end`;
}

function options(object: SchemaObject): string {
  const { deterministic } = object.attributes;
  const texts = {
    LOCALE: optionalText(object, 'locale'),
    LC_COLLATE: optionalText(object, 'collate'),
    LC_CTYPE: optionalText(object, 'ctype'),
    RULES: optionalText(object, 'rules'),
  };
  return [
    `PROVIDER = ${textOf(object, 'provider')}`,
    ...Object.entries(texts).flatMap(([key, value]) =>
      value === null ? [] : [`${key} = ${quoteLiteral(value)}`],
    ),
    ...(deterministic === false ? ['DETERMINISTIC = false'] : []),
  ].join(', ');
}
