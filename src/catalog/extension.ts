import { quoteIdentifier } from '../schema/identity.ts';
import type { Kind } from './kind.ts';

export const extensionKind: Kind = {
  name: 'extension',
  query: () => `
    select null as schema, null as "table", extname as name, '{}'::json as attributes,
      null as parent, false as part, 'pg_extension'::regclass::oid as classid, oid as objid, 0 as objsubid
    from pg_extension where extname <> 'plpgsql'`,
  create: ({ name }) => [`CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(name)};`],
  drop: ({ name }) => [`DROP EXTENSION ${quoteIdentifier(name)};`],
  alter: {},
  traits: {},
};
