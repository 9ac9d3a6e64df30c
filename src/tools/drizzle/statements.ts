// Declarations → SQL that creates them, in an order Postgres accepts. Each statement knows the object
// it creates and where that was written. Knows nothing of files or of the sandbox.
import { objectId, quoteIdentifier, quoteLiteral } from '../../schema/identity.ts';
import type { ModelStatement } from '../tool.ts';
import type {
  Declarations,
  DeclaredEnum,
  DeclaredForeignKey,
  DeclaredPolicy,
  DeclaredRole,
  DeclaredSequence,
  DeclaredTable,
  Generation,
} from './declarations.ts';
import { neededExtensions } from './extensions.ts';
import { createIndex } from './index-statement.ts';
import { qualified, quotedList, sequenceOptions } from './spelling.ts';
import { createTable } from './table-statement.ts';
import { createViews } from './view-statement.ts';

export interface StatementOptions {
  readonly generation: Generation;
  /** Roles are created by statements only where the project manages them. */
  readonly roles: boolean;
}

/** Everything that is declared, as statements. */
export function createStatements(
  declarations: Declarations,
  options: StatementOptions,
): ModelStatement[] {
  const { tables } = declarations;
  return [
    ...createSchemas(declarations),
    ...neededExtensions(declarations).map((name) => createExtension(name)),
    ...(options.roles ? declarations.roles.filter((role) => !role.existing).map(createRole) : []),
    ...declarations.enums.map(createEnum),
    ...declarations.sequences.map(createSequence),
    ...tables.map((table) => createTable(table, options.generation)),
    ...tables.flatMap((table) => table.foreignKeys.map((key) => createForeignKey(table, key))),
    ...tables.flatMap((table) =>
      table.indexes.map((index) => createIndex(table, index, options.generation)),
    ),
    ...createViews(declarations.views),
    ...tables.flatMap((table) => createRowSecurity(table, declarations)),
    ...policiesOf(declarations).map(createPolicy),
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

function createForeignKey(table: DeclaredTable, key: DeclaredForeignKey): ModelStatement {
  const action = (event: string, value: string | null): string =>
    value === null ? '' : ` ON ${event} ${value.toUpperCase()}`;
  return {
    sql:
      `ALTER TABLE ${qualified(table.schema, table.name)} ADD CONSTRAINT ${quoteIdentifier(key.name)} ` +
      `FOREIGN KEY (${quotedList(key.columns)}) REFERENCES ${qualified(key.toSchema, key.toTable)}(${quotedList(key.toColumns)})` +
      `${action('DELETE', key.onDelete)}${action('UPDATE', key.onUpdate)};`,
    object: objectId('foreign key', table.schema, table.name, key.name),
    place: key.place ?? table.place,
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
export const roleWords: readonly string[] = [
  'current_user',
  'current_role',
  'session_user',
  'public',
];

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
