// Roles belong to the whole cluster, so only their names are compared.
import { quoteIdentifier } from '../schema/identity.ts';
import type { Kind } from './kind.ts';

export const roleKind: Kind = {
  name: 'role',
  query: () => `
    select null as schema, null as "table", rolname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_authid'::regclass::oid as classid, oid as objid, 0 as objsubid
    from pg_roles where rolname !~ '^pg_' and rolname <> session_user and not rolsuper`,
  create: ({ name }) => [`CREATE ROLE ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP ROLE ${quoteIdentifier(name)};`],
  alter: {},
  traits: {},
};
