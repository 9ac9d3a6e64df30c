// Builds `dist/`, or with --assets-only what the sources read at run time. Slow parts are kept in
// `build/` and made again only when what they are made of has changed.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildLibraries } from './build-drizzle.ts';
import { buildSandboxRuntime } from './build-sandbox.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { buildVendor, bundleOptions, fromVendor, requireBanner } from './vendor.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const inBuild = (name: string): string => join(root, 'build', name);

/** Makes the assets, and a whole dist in `build/dist`, where they are not up to date. */
export async function buildOnce(): Promise<void> {
  await buildAssetsOnce();
  await buildDist(inBuild('dist'));
}

async function buildAssetsOnce(): Promise<void> {
  await once(
    'assets',
    ['scripts', 'src/tools', 'src/evaluate/runtime', 'package-lock.json'],
    buildAssets,
  );
}

async function buildDist(target: string): Promise<void> {
  await once('vendor', ['scripts/vendor.ts', 'package-lock.json'], buildVendor);
  const directory = `${target}.${process.pid}`;
  await mkdir(directory, { recursive: true });
  const parts = ['assets', 'vendor'];
  await Promise.all(
    parts.map((name) => cp(inBuild(name), join(directory, name), { recursive: true })),
  );
  await Promise.all(parts.map((name) => rm(join(directory, name, '.made-of'))));
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }\n');
  await buildOurs(directory);
  await rm(target, { recursive: true, force: true });
  await rename(directory, target);
}

async function buildOurs(directory: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  await copyPages(directory);
  const { warnings } = await build({
    ...bundleOptions,
    entryPoints: ['cli.ts', 'main.ts', 'database/worker.ts', 'evaluate/sandbox-thread.ts'].map(
      (name) => join(root, 'src', name),
    ),
    entryNames: '[name]',
    outdir: directory,
    chunkNames: 'part-[hash]',
    banner: { js: requireBanner },
    plugins: [fromVendor],
    define: { PLUMBLINE_VERSION: JSON.stringify(manifest.version) },
  });
  // A name that isn't exported is only a warning to esbuild.
  if (warnings.length > 0) throw new Error(`${warnings.length} warning(s) while bundling`);
}

/** The pages of findings, which `explain` shows. */
async function copyPages(directory: string): Promise<void> {
  await mkdir(join(directory, 'pages'));
  for (const room of ['rules', 'findings']) {
    const folder = join(root, 'src', room);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    await Promise.all(pages.map((name) => cp(join(folder, name), join(directory, 'pages', name))));
  }
}

/** Files that are read, not imported, at run time. */
async function buildAssets(directory: string): Promise<void> {
  await mkdir(join(directory, 'extensions'), { recursive: true });
  const folder = (name: string): string => dirname(require.resolve(name));
  const pglite = folder('@electric-sql/pglite');
  const vector = folder('@electric-sql/pglite-pgvector');
  const extensions = (await readdir(pglite)).filter((name) => name.endsWith('.tar.gz'));
  const quickjs = folder('@jitl/quickjs-wasmfile-release-sync');
  await Promise.all([
    cp(join(pglite, 'pglite.wasm'), join(directory, 'pglite.wasm')),
    cp(join(pglite, 'pglite.data'), join(directory, 'pglite.data')),
    cp(join(quickjs, 'emscripten-module.wasm'), join(directory, 'quickjs.wasm')),
    cp(join(folder('libpg-query'), 'libpg-query.wasm'), join(directory, 'libpg-query.wasm')),
    cp(join(vector, 'vector.tar.gz'), join(directory, 'extensions/vector.tar.gz')),
    ...extensions.map((name) => cp(join(pglite, name), join(directory, 'extensions', name))),
  ]);
  await buildLibraries(directory);
  await buildSandboxRuntime(directory);
  await once('cluster', ['scripts/build-snapshot.ts', 'package-lock.json'], buildSnapshot);
  await cp(inBuild('cluster'), directory, { recursive: true });
}

/**
 * Makes `build/<name>` unless it was made of the very same sources before. It appears whole, whoever
 * else is at it.
 */
async function once(
  name: string,
  sources: readonly string[],
  make: (directory: string) => Promise<void>,
): Promise<void> {
  const stamp = await hashOf(sources);
  const place = inBuild(name);
  const isMade = async (): Promise<boolean> =>
    (await readFile(join(place, '.made-of'), 'utf8').catch(() => null)) === stamp;
  if (await isMade()) return;
  const fresh = `${place}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  await make(fresh);
  await writeFile(join(fresh, '.made-of'), stamp);
  const old = `${fresh}.old`;
  await rename(place, old).catch(() => undefined);
  await rename(fresh, place).catch(async (error: unknown) => {
    // Another process was faster with the same.
    await rm(fresh, { recursive: true, force: true });
    if (!(await isMade())) throw error;
  });
  await rm(old, { recursive: true, force: true });
}

async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const names = await readdir(path, { recursive: true }).catch(() => null);
    for (const name of names?.sort() ?? ['']) {
      hash.update(`${name}\0`).update(await readFile(join(path, name)).catch(() => ''));
    }
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAssetsOnce();
  if (!process.argv.includes('--assets-only')) await buildDist(join(root, 'dist'));
}
