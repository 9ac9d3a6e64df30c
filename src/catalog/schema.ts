import { quoteIdentifier } from '../schema/identity.ts';
import type { Kind } from './kind.ts';
import { schemaResemblance } from './resemblance.ts';

export const schemaKind: Kind = {
  name: 'schema',
  query: () => `
    select null as schema, null as "table", nspname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_namespace'::regclass::oid as classid, oid as objid, 0 as objsubid
    from ns where nspname <> 'public'`,
  create: ({ name }) => [`CREATE SCHEMA ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP SCHEMA ${quoteIdentifier(name)};`],
  rename: (before, after) => [
    `ALTER SCHEMA ${quoteIdentifier(before.name)} RENAME TO ${quoteIdentifier(after.name)};`,
  ],
  reference: ({ name }) => `SCHEMA ${quoteIdentifier(name)}`,
  alter: {},
  traits: { formWhenUnused: true, resembles: schemaResemblance },
};
