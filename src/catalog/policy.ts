import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { rebuildsType, retypes } from './blocking.ts';
import { listOf, optionalText, textOf, type Kind } from './kind.ts';
import { namesakes } from './namesakes.ts';
import { tableName } from './names.ts';
import { bare } from './types.ts';

export const policyKind: Kind = {
  name: 'policy',
  rows: 'pg_policy',
  query: () => `
    select c.nspname as schema, c.relname as "table", p.polname as name,
      json_build_object(
        'command', case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
          when 'd' then 'DELETE' else 'ALL' end,
        'permissive', p.polpermissive,
        'roles', (select json_agg(role order by role) from (
          select case r when 0 then 'public' else pg_get_userbyid(r)::text end as role from unnest(p.polroles) r) roles),
        'using', pg_get_expr(p.polqual, p.polrelid),
        'check', pg_get_expr(p.polwithcheck, p.polrelid)
      ) as attributes,
      json_build_array('table', c.nspname, c.relname) as parent, false as part,
      'pg_policy'::regclass::oid as classid, p.oid as objid, 0 as objsubid
    from rel c join pg_policy p on p.polrelid = c.oid`,
  create: (object) => [
    `CREATE POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)}` +
      ` AS ${object.attributes['permissive'] === true ? 'PERMISSIVE' : 'RESTRICTIVE'}` +
      ` FOR ${textOf(object, 'command')} TO ${roles(object)}${expressions(object)};`,
  ],
  drop: (object) => [`DROP POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)};`],
  reference: (object) => `POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)}`,
  rename: (before, after) => [
    `ALTER POLICY ${quoteIdentifier(before.name)} ON ${tableName(before)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  alter: {
    roles: (_before, after) => [`${alterPolicy(after)} TO ${roles(after)};`],
    using: (before, after) => changeExpression(before, after, 'using'),
    check: (before, after) => changeExpression(before, after, 'check'),
  },
  rebinds: namesakes,
  blocks: (_policy, needed) => retypes(needed) || rebuildsType(needed),
  traits: { renamable: true },
};

function changeExpression(
  _before: SchemaObject,
  after: SchemaObject,
  attribute: 'using' | 'check',
): string[] | null {
  const expression = optionalText(after, attribute);
  if (expression === null) return null;
  const keyword = attribute === 'using' ? 'USING' : 'WITH CHECK';
  return [`${alterPolicy(after)} ${keyword} (${bare(expression)});`];
}

function alterPolicy(object: SchemaObject): string {
  return `ALTER POLICY ${quoteIdentifier(object.name)} ON ${tableName(object)}`;
}

/** `public` is a keyword here, every other role a name. */
function roles(object: SchemaObject): string {
  return listOf(object, 'roles')
    .map((role) => (role === 'public' ? role : quoteIdentifier(role)))
    .join(', ');
}

function expressions(object: SchemaObject): string {
  const using = optionalText(object, 'using');
  const check = optionalText(object, 'check');
  return `${using === null ? '' : ` USING (${bare(using)})`}${check === null ? '' : ` WITH CHECK (${bare(check)})`}`;
}
