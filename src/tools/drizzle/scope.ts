// What Drizzle's models can say at all. What they have no word for is never compared.
import picomatch from 'picomatch';
import { objectId } from '../../schema/identity.ts';
import type { Scope } from '../tool.ts';
import type { Declarations } from './declarations.ts';
import type { DrizzleSettings } from './settings.ts';
import { roleNames } from './statements.ts';
import { viewId } from './view-statement.ts';

const kinds = [
  'schema',
  'extension',
  'enum',
  'sequence',
  'table',
  'column',
  'primary key',
  'unique',
  'foreign key',
  'check',
  'index',
  'view',
  'materialized view',
  'policy',
];

/** Attributes of the catalog that no declaration of drizzle-orm can set. */
const silent: Readonly<Record<string, readonly string[]>> = {
  extension: ['version', 'schema'],
  role: [
    'login',
    'inherit',
    'createdb',
    'createrole',
    'replication',
    'bypassrls',
    'connectionLimit',
    'memberOf',
  ],
  table: [
    'persistence',
    'partitionKey',
    'partitionOf',
    'bound',
    'inherits',
    'forceRowSecurity',
    'options',
    'replicaIdentity',
    'accessMethod',
    'ofType',
  ],
  column: ['collation', 'notNullConstraint', 'storage', 'compression', 'statistics', 'options'],
  sequence: ['type', 'ownedBy'],
  'primary key': ['include', 'deferrable', 'withoutOverlaps', 'clustered', 'replicaIdentity'],
  unique: ['include', 'deferrable', 'withoutOverlaps', 'clustered', 'replicaIdentity'],
  'foreign key': ['match', 'deferrable', 'enforced', 'onDeleteColumns', 'period'],
  check: ['noInherit', 'enforced'],
  index: [
    'collation',
    'include',
    'nullsNotDistinct',
    'classParameters',
    'classSchemas',
    'statistics',
    'clustered',
    'replicaIdentity',
  ],
  view: ['defaults'],
  // Whether it holds rows is up to whoever refreshes it.
  'materialized view': ['populated'],
};

export function readScope(declarations: Declarations, settings: DrizzleSettings): Scope {
  return {
    kinds: settings.roles ? [...kinds, 'role'] : kinds,
    silent,
    ifDeclared: { kinds: ['policy'], attributes: { table: ['rowSecurity'] } },
    unsaidOn: { 'materialized view': ['index'] },
    external: [...existingObjects(declarations), ...filteredTables(declarations, settings)],
  };
}

function existingObjects(declarations: Declarations): string[] {
  const schemas = declarations.schemas.filter((schema) => schema.existing);
  const views = declarations.views.filter((view) => view.existing);
  // A role that a policy merely names is somebody else's to create.
  const own = new Set(declarations.roles.filter((it) => !it.existing).map((it) => it.name));
  const roles = roleNames(declarations).filter((name) => !own.has(name));
  return [
    ...schemas.map((schema) => objectId('schema', schema.name)),
    ...views.map(viewId),
    ...roles.map((name) => objectId('role', name)),
  ];
}

/** Tables that the configuration's filters leave to somebody else. */
function filteredTables(declarations: Declarations, settings: DrizzleSettings): string[] {
  const chosen = tableFilter(settings.tablesFilter);
  const { schemaFilter } = settings;
  return declarations.tables
    .filter(
      (table) =>
        !chosen(table.name) || (schemaFilter !== null && !schemaFilter.includes(table.schema)),
    )
    .map((table) => objectId('table', table.schema, table.name));
}

/** drizzle-kit's reading: every negated pattern must hold, and one of the others where there are any. */
function tableFilter(patterns: readonly string[] | null): (name: string) => boolean {
  if (patterns === null || patterns.length === 0) return () => true;
  const negative = patterns.filter((it) => it.startsWith('!')).map((it) => picomatch(it.slice(1)));
  const positive = patterns.filter((it) => !it.startsWith('!')).map((it) => picomatch(it));
  return (name) =>
    !negative.some((matches) => matches(name)) &&
    (positive.length === 0 || positive.some((matches) => matches(name)));
}
