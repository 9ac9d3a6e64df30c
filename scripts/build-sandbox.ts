// Bundles the part of the evaluator that runs inside the sandbox.
import { join } from 'node:path';
import { build } from 'esbuild';

/** Writes `sandbox-runtime.js`: a script that assigns the global `sandboxRuntime`. */
export async function buildSandboxRuntime(directory: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, '../src/evaluate/runtime/index.ts')],
    outfile: join(directory, 'sandbox-runtime.js'),
    bundle: true,
    format: 'iife',
    globalName: 'sandboxRuntime',
    platform: 'neutral',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
  });
}
