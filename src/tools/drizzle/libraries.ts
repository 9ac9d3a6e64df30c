// The bundles of drizzle-orm that run inside the sandbox, and which of them stands for what a model imports.
import { readFileSync } from 'node:fs';
import { assetPath } from '../../assets.ts';
import type { SandboxLibrary } from '../../evaluate/sandbox.ts';
import type { Generation } from './declarations.ts';

/** Parts of `drizzle-orm` that models import by path, whose exports its index has as well. */
const ormParts = [
  'alias',
  'column',
  'column-builder',
  'entity',
  // Its place until 0.29.
  'expressions',
  'operations',
  'relations',
  'sql',
  'sql/expressions',
  'sql/expressions/conditions',
  'sql/functions',
  'sql/sql',
  'subquery',
  'table',
  'utils',
  'view-common',
];

/** Likewise of `drizzle-orm/pg-core`. */
const pgParts = [
  'alias',
  'checks',
  'columns',
  'foreign-keys',
  'index',
  'indexes',
  'policies',
  'primary-keys',
  'roles',
  'schema',
  'sequence',
  'table',
  'unique-constraint',
  'utils',
  'view',
  ...[
    ...['bigint', 'bigserial', 'boolean', 'bytea', 'char', 'cidr', 'common', 'custom', 'date'],
    ...[
      'double-precision',
      'enum',
      'index',
      'inet',
      'integer',
      'interval',
      'json',
      'jsonb',
      'line',
    ],
    ...['macaddr', 'macaddr8', 'numeric', 'point', 'postgis_extension/geometry', 'real', 'serial'],
    ...['smallint', 'smallserial', 'text', 'time', 'timestamp', 'uuid', 'varchar'],
    ...['vector_extension/bit', 'vector_extension/halfvec', 'vector_extension/sparsevec'],
    'vector_extension/vector',
  ].map((name) => `columns/${name}`),
];

/** npm specifier → property of the bundle's global. */
const modulePaths: Readonly<Record<string, string>> = {
  'drizzle-orm': 'modules.orm',
  ...Object.fromEntries(ormParts.map((part) => [`drizzle-orm/${part}`, 'modules.orm'])),
  'drizzle-orm/_relations': 'modules.legacyRelations',
  'drizzle-orm/casing': 'modules.casing',
  'drizzle-orm/supabase': 'modules.supabase',
  'drizzle-orm/supabase/rls': 'modules.supabase',
  'drizzle-orm/neon': 'modules.neon',
  'drizzle-orm/neon/rls': 'modules.neon',
  'drizzle-orm/pg-core': 'modules.pgCore',
  ...Object.fromEntries(pgParts.map((part) => [`drizzle-orm/pg-core/${part}`, 'modules.pgCore'])),
  'drizzle-kit': 'modules.kit',
};

const texts = new Map<string, string>();

/** drizzle-orm of a generation. */
export function drizzleLibrary(generation: Generation): SandboxLibrary {
  const global = `drizzle${generation}`;
  return { name: global, code: bundle(`drizzle-${generation}.js`), global, modules: modulePaths };
}

const lodashFunctions = ['omit', 'pick', 'mapValues', 'mapKeys', 'merge', 'keyBy', 'cloneDeep'];

/** Utility packages, pure all of them. */
const utilityPaths: Readonly<Record<string, string>> = {
  'es-toolkit': 'modules.esToolkit',
  lodash: 'modules.lodash',
  'lodash-es': 'modules.lodash',
  radash: 'modules.radash',
  ramda: 'modules.ramda',
  remeda: 'modules.remeda',
  ...Object.fromEntries(
    lodashFunctions.flatMap((name) => [
      [`lodash/${name}`, `modules.each.${name}`],
      [`lodash/${name}.js`, `modules.each.${name}`],
      [`lodash-es/${name}`, `modules.each.${name}`],
    ]),
  ),
};

/**
 * Bundles that stand for packages which models turned out to hang on, by the names of the packages
 * that were missing. `versionOf` tells what the project declares.
 */
export function librariesFor(
  missing: ReadonlySet<string>,
  versionOf: (name: string) => string | null,
): SandboxLibrary[] {
  const utilities = Object.keys(utilityPaths).some((name) => missing.has(name));
  return [
    ...(missing.has('zod') ? [zodLibrary(versionOf('zod'))] : []),
    ...(utilities ? [utilityLibrary()] : []),
  ];
}

function utilityLibrary(): SandboxLibrary {
  const code = bundle('utilities.js');
  return { name: 'utilities', code, global: 'utilities', modules: utilityPaths };
}

/** zod, in the major version that a project declares. */
function zodLibrary(declared: string | null): SandboxLibrary {
  const own = declared !== null && /^[\^~>=v\s]*3\b/.test(declared) ? 'modules.v3' : 'modules.v4';
  const modules = { zod: own, 'zod/v3': 'modules.v3', 'zod/v4': 'modules.v4' };
  return { name: 'zod', code: bundle('zod.js'), global: 'zod', modules };
}

function bundle(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(assetPath(name), 'utf8');
  texts.set(name, text);
  return text;
}
