// Bundles drizzle-orm, once for each generation, with the reader that runs beside it in the sandbox.
import { join } from 'node:path';
import { build } from 'esbuild';

const library = join(import.meta.dirname, '../src/tools/drizzle/library');

/** Writes `drizzle-0.js` and `drizzle-1.js`: scripts that assign one global each. */
export async function buildLibraries(directory: string): Promise<void> {
  await Promise.all([buildLibrary(0, directory), buildLibrary(1, directory)]);
}

async function buildLibrary(generation: 0 | 1, directory: string): Promise<void> {
  await build({
    entryPoints: [join(library, `entry-${generation}.ts`)],
    outfile: join(directory, `drizzle-${generation}.js`),
    bundle: true,
    format: 'iife',
    globalName: `drizzle${generation}`,
    footer: { js: `globalThis.drizzle${generation} = drizzle${generation};` },
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    minify: true,
    keepNames: false,
    legalComments: 'none',
    alias: generation === 1 ? { 'drizzle-orm': 'drizzle-orm-v1' } : {},
    logLevel: 'error',
  });
}
