// Extensions: what they own is theirs and never read.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { textOf, type Kind } from './kind.ts';

export const extensionKind: Kind = {
  name: 'extension',
  rows: "pg_extension where extname <> 'plpgsql'",
  query: () => `
    select null as schema, null as "table", x.extname as name,
      json_build_object('version', x.extversion, 'schema', n.nspname) as attributes,
      null as parent, false as part, 'pg_extension'::regclass::oid as classid, x.oid as objid, 0 as objsubid
    from pg_extension x join pg_namespace n on n.oid = x.extnamespace where x.extname <> 'plpgsql'`,
  create: (object) => [
    `CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(object.name)}${schemaClause(object)};`,
  ],
  drop: ({ name }) => [`DROP EXTENSION ${quoteIdentifier(name)};`],
  reference: ({ name }) => `EXTENSION ${quoteIdentifier(name)}`,
  alter: {
    // There are scripts for the way up only.
    version: (before, after) =>
      isLater(textOf(after, 'version'), textOf(before, 'version'))
        ? [
            `ALTER EXTENSION ${quoteIdentifier(after.name)} UPDATE TO ${quoteLiteral(textOf(after, 'version'))};`,
          ]
        : null,
    schema: (_before, after) => [
      `ALTER EXTENSION ${quoteIdentifier(after.name)} SET SCHEMA ${quoteIdentifier(textOf(after, 'schema'))};`,
    ],
  },
  traits: {},
};

/** Some extensions choose a schema of the system for themselves. */
function schemaClause(object: SchemaObject): string {
  const schema = textOf(object, 'schema');
  return schema === 'public' || schema.startsWith('pg_')
    ? ''
    : ` SCHEMA ${quoteIdentifier(schema)}`;
}

function isLater(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}
