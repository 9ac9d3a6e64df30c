// Bundles what stands for npm packages in the sandbox: drizzle-orm, once for each generation, with the
// reader that runs beside it, zod, and utility packages.
import { join } from 'node:path';
import { build } from 'esbuild';

const library = join(import.meta.dirname, '../src/tools/drizzle/library');

/** Writes `drizzle-0.js`, `drizzle-1.js`, `zod.js` and `utilities.js`: scripts that assign one global each. */
export async function buildLibraries(directory: string): Promise<void> {
  const outfile = (name: string): string => join(directory, name);
  const newer = { 'drizzle-orm': 'drizzle-orm-v1' };
  await Promise.all([
    bundle('entry-0.ts', outfile('drizzle-0.js'), 'drizzle0'),
    bundle('entry-1.ts', outfile('drizzle-1.js'), 'drizzle1', newer),
    bundle('zod.ts', outfile('zod.js'), 'zod'),
    bundle('utilities.ts', outfile('utilities.js'), 'utilities'),
  ]);
}

async function bundle(
  entry: string,
  outfile: string,
  globalName: string,
  alias: Record<string, string> = {},
): Promise<void> {
  await build({
    entryPoints: [join(library, entry)],
    outfile,
    bundle: true,
    format: 'iife',
    globalName,
    footer: { js: `globalThis.${globalName} = ${globalName};` },
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    minify: true,
    keepNames: false,
    legalComments: 'none',
    alias,
    logLevel: 'error',
  });
}
