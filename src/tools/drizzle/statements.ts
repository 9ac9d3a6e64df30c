// Declarations → SQL that creates them, in an order Postgres accepts. Each statement knows the object
// it creates and where that was written. Knows nothing of files or of the sandbox.
import { objectId, quoteIdentifier, quoteLiteral } from '../../schema/identity.ts';
import type { ModelStatement } from '../tool.ts';
import type {
  Declarations,
  DeclaredEnum,
  DeclaredPolicy,
  DeclaredRole,
  DeclaredSequence,
  DeclaredTable,
  Generation,
} from './declarations.ts';
import { neededExtensions } from './extensions.ts';
import { createForeignKeys } from './foreign-keys.ts';
import { createIndex } from './index-statement.ts';
import { qualified, sequenceOptions } from './spelling.ts';
import { createTable } from './table-statement.ts';
import { createViews } from './view-statement.ts';

export interface StatementOptions {
  readonly generation: Generation;
  /** Roles are created by statements only where the project manages them. */
  readonly roles: boolean;
  /** Ids of tables that somebody else keeps: made only where they are missing, for others refer to them. */
  readonly external: readonly string[];
}

/** Everything that is declared, as statements. */
export function createStatements(
  declarations: Declarations,
  options: StatementOptions,
): ModelStatement[] {
  const { generation } = options;
  const isExternal = (it: DeclaredTable): boolean =>
    options.external.includes(objectId('table', it.schema, it.name));
  const tables = declarations.tables.filter((it) => !isExternal(it));
  const policies = policiesOf({ ...declarations, tables });
  return [
    ...createSchemas(declarations),
    ...neededExtensions(declarations).map((name) => createExtension(name)),
    ...(options.roles ? declarations.roles.filter((role) => !role.existing).map(createRole) : []),
    ...declarations.enums.map(createEnum),
    ...declarations.sequences.map(createSequence),
    ...declarations.tables.map((table) => createTable(table, generation, isExternal(table))),
    ...tables.flatMap(createForeignKeys),
    ...tables.flatMap((table) =>
      table.indexes.map((index) => createIndex(table, index, generation)),
    ),
    ...createViews(declarations.views),
    ...tables.flatMap((table) => createRowSecurity(table, declarations)),
    ...policies.map(createPolicy),
  ];
}

/** Schemas that are declared, and those that something declared lives in. */
function createSchemas(declarations: Declarations): ModelStatement[] {
  const places = new Map(declarations.schemas.map((schema) => [schema.name, schema.place]));
  const dwellers = [
    ...declarations.enums,
    ...declarations.sequences,
    ...declarations.tables,
    ...declarations.views.filter((view) => !view.existing),
  ];
  for (const { schema, place } of dwellers) {
    if (!places.has(schema)) places.set(schema, place);
  }
  places.delete('public');
  return [...places].map(([name, place]) => ({
    sql: `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(name)};`,
    object: objectId('schema', name),
    place,
  }));
}

function createExtension(name: string): ModelStatement {
  return {
    sql: `CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(name)};`,
    object: objectId('extension', name),
    place: null,
  };
}

function createRole(role: DeclaredRole): ModelStatement {
  const options = [
    role.createDb ? ' CREATEDB' : '',
    role.createRole ? ' CREATEROLE' : '',
    role.inherit ? '' : ' NOINHERIT',
  ].join('');
  return {
    sql: `CREATE ROLE ${quoteIdentifier(role.name)}${options === '' ? '' : ` WITH${options}`};`,
    object: objectId('role', role.name),
    place: role.place,
  };
}

function createEnum(declared: DeclaredEnum): ModelStatement {
  const values = declared.values.map(quoteLiteral).join(', ');
  return {
    sql: `CREATE TYPE ${qualified(declared.schema, declared.name)} AS ENUM(${values});`,
    object: objectId('enum', declared.schema, declared.name),
    place: declared.place,
  };
}

function createSequence(sequence: DeclaredSequence): ModelStatement {
  return {
    sql: `CREATE SEQUENCE ${qualified(sequence.schema, sequence.name)} ${sequenceOptions(sequence)};`,
    object: objectId('sequence', sequence.schema, sequence.name),
    place: sequence.place,
  };
}

function createRowSecurity(table: DeclaredTable, declarations: Declarations): ModelStatement[] {
  const linked = declarations.policies.some(
    (it) => it.schema === table.schema && it.table === table.name,
  );
  if (!table.rowSecurity && table.policies.length === 0 && !linked) return [];
  return [
    {
      sql: `ALTER TABLE ${qualified(table.schema, table.name)} ENABLE ROW LEVEL SECURITY;`,
      object: objectId('table', table.schema, table.name),
      place: table.place,
    },
  ];
}

/** Every policy once, its table's own first. */
export function policiesOf(declarations: Declarations): DeclaredPolicy[] {
  return [...declarations.tables.flatMap((table) => table.policies), ...declarations.policies];
}

/** Words that stand for a role and must not be quoted. */
const roleWords: readonly string[] = ['current_user', 'current_role', 'session_user', 'public'];

function createPolicy(policy: DeclaredPolicy): ModelStatement {
  const roles = policy.to
    .map((role) => (roleWords.includes(role) ? role : quoteIdentifier(role)))
    .join(', ');
  const using = policy.using === null ? '' : ` USING (${policy.using.sql})`;
  const check = policy.withCheck === null ? '' : ` WITH CHECK (${policy.withCheck.sql})`;
  return {
    sql:
      `CREATE POLICY ${quoteIdentifier(policy.name)} ON ${qualified(policy.schema, policy.table)} ` +
      `AS ${policy.as} FOR ${policy.for} TO ${roles}${using}${check};`,
    object: objectId('policy', policy.schema, policy.table, policy.name),
    place: policy.place,
  };
}

/** Roles that are declared, or named by a policy. */
export function roleNames(declarations: Declarations): string[] {
  const named = policiesOf(declarations).flatMap((policy) => policy.to);
  const declared = declarations.roles.map((role) => role.name);
  const names = new Set([...named, ...declared].filter((role) => !roleWords.includes(role)));
  return [...names].sort();
}
