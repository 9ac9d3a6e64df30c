// Rewrite rules on tables and views, but for the one that a view is made of.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { textOf, type Kind } from './kind.ts';
import { namesakes } from './namesakes.ts';
import { tableName } from './names.ts';
import { enabledState } from './names-in-catalog.ts';
import { enableClause } from './trigger.ts';

export const ruleKind: Kind = {
  name: 'rule',
  // The definition begins after the rule's own name.
  rows: "pg_rewrite where oid >= 16384 and rulename <> '_RETURN'",
  query: () => `
    select c.nspname as schema, c.relname as "table", r.rulename as name,
      json_build_object(
        'definition', substr(pg_get_ruledef(r.oid), length('CREATE RULE ' || quote_ident(r.rulename) || ' AS') + 1),
        'enabled', ${enabledState('r.ev_enabled')}
      ) as attributes,
      json_build_array('pg_class'::regclass::oid::int8, c.oid::int8, 0) as parent, false as part,
      'pg_rewrite'::regclass::oid as classid, r.oid as objid, 0 as objsubid
    from rel c
    join pg_rewrite r on r.ev_class = c.oid
    where r.rulename <> '_RETURN'
      and not exists (select from ext where classid = 'pg_rewrite'::regclass and objid = r.oid)`,
  create: (object) => [
    `CREATE RULE ${quoteIdentifier(object.name)} AS ${textOf(object, 'definition').trim()}`,
    ...(object.attributes['enabled'] === 'origin' ? [] : [enable(object)]),
  ],
  reference: (object) => `RULE ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  drop: (object) => [`DROP RULE ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  rename: (before, after) => [
    `ALTER RULE ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    definition: (_before, after) => [
      `CREATE OR REPLACE RULE ${quoteIdentifier(after.name)} AS ${textOf(after, 'definition').trim()}`,
    ],
    enabled: (_before, after) => [enable(after)],
  },
  rebinds: namesakes,
  blocks: (_rule, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true },
};

function enable(object: SchemaObject): string {
  return `ALTER TABLE ${tableName(object)} ${enableClause(object)} RULE ${quoteIdentifier(object.name)};`;
}
