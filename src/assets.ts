// Where the files that are read at run time lie: WebAssembly, bundles for the sandbox, the empty cluster.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from './errors.ts';

const here = dirname(fileURLToPath(import.meta.url));
const fromSource = import.meta.url.endsWith('.ts');
const directory = fromSource ? join(here, '../build/assets') : join(here, 'assets');

/** Absolute path of an asset by its name, for example `quickjs.wasm`. Throws where it was never built. */
export function assetPath(name: string): string {
  const path = join(directory, name);
  if (existsSync(path)) return path;
  throw new EnvironmentError(
    `asset ${name} is missing`,
    fromSource
      ? 'Run `npm run assets` once in the checkout.'
      : 'The dist folder is incomplete: take it whole.',
  );
}
