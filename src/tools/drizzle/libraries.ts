// The bundles of drizzle-orm that run inside the sandbox, and which of them stands for what a model imports.
import { readFileSync } from 'node:fs';
import { assetPath } from '../../assets.ts';
import type { SandboxLibrary } from '../../evaluate/sandbox.ts';
import type { Generation } from './declarations.ts';

/** npm specifier → property of the bundle's global. */
const modulePaths: Readonly<Record<string, string>> = {
  'drizzle-orm': 'modules.orm',
  'drizzle-orm/sql': 'modules.orm',
  'drizzle-orm/sql/sql': 'modules.orm',
  'drizzle-orm/relations': 'modules.orm',
  'drizzle-orm/_relations': 'modules.legacyRelations',
  'drizzle-orm/utils': 'modules.orm',
  'drizzle-orm/table': 'modules.orm',
  'drizzle-orm/column': 'modules.orm',
  'drizzle-orm/entity': 'modules.orm',
  'drizzle-orm/casing': 'modules.casing',
  'drizzle-orm/supabase': 'modules.supabase',
  'drizzle-orm/supabase/rls': 'modules.supabase',
  'drizzle-orm/neon': 'modules.neon',
  'drizzle-orm/neon/rls': 'modules.neon',
  'drizzle-orm/pg-core': 'modules.pgCore',
  'drizzle-orm/pg-core/index': 'modules.pgCore',
  'drizzle-orm/pg-core/columns': 'modules.pgCore',
  'drizzle-orm/pg-core/columns/index': 'modules.pgCore',
  'drizzle-orm/pg-core/table': 'modules.pgCore',
  'drizzle-orm/pg-core/schema': 'modules.pgCore',
  'drizzle-orm/pg-core/indexes': 'modules.pgCore',
  'drizzle-orm/pg-core/view': 'modules.pgCore',
  'drizzle-orm/pg-core/policies': 'modules.pgCore',
  'drizzle-orm/pg-core/roles': 'modules.pgCore',
  'drizzle-kit': 'modules.kit',
};

const loaded = new Map<Generation, SandboxLibrary>();

/** The library of a generation, with its bundle read once. */
export function drizzleLibrary(generation: Generation): SandboxLibrary {
  const known = loaded.get(generation);
  if (known !== undefined) return known;
  const global = `drizzle${generation}`;
  const library: SandboxLibrary = {
    name: global,
    code: readFileSync(assetPath(`drizzle-${generation}.js`), 'utf8'),
    global,
    modules: modulePaths,
  };
  loaded.set(generation, library);
  return library;
}
