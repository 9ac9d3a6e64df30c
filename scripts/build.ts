// Builds `dist/` (or only the assets that the sources read at run time, with --assets-only).
// Third-party code goes into `dist/vendor/`, whose files change only when a dependency does.
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { build, type Metafile, type Plugin } from 'esbuild';
import { buildLibraries } from './build-drizzle.ts';
import { buildSnapshot } from './build-snapshot.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const dist = join(root, 'dist');

/** Bare specifiers that become files of `dist/vendor/`. */
const vendored = [
  '@actions/core',
  '@actions/github',
  '@electric-sql/pglite',
  '@jitl/quickjs-wasmfile-release-sync',
  '@octokit/plugin-retry',
  '@octokit/plugin-throttling',
  'commander',
  'diff',
  'get-tsconfig',
  'libpg-query',
  'pg',
  'picocolors',
  'picomatch',
  'quickjs-emscripten-core',
  'resolve.exports',
  'tinyglobby',
  'ts-blank-space',
  'ts-morph',
  'yaml',
  'zod',
];

const esm = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.20',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const;

const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** CommonJS code that looks for WebAssembly beside itself finds it among the assets. */
const vendorBanner = `${requireBanner}import{fileURLToPath as __pathOf}from'node:url';const __dirname=__pathOf(new URL('../assets',import.meta.url)),__filename=__pathOf(import.meta.url);`;

/** File name of a vendored package: `@actions/core` → `actions-core`. */
const vendorName = (specifier: string): string => specifier.replace('@', '').replaceAll('/', '-');

/** A module that re-exports the whole of a package by name, CommonJS ones included. */
async function vendorEntry(specifier: string): Promise<string> {
  const names = Object.keys((await import(specifier)) as object).filter(
    (name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default' && name !== 'module.exports',
  );
  const quoted = JSON.stringify(specifier);
  return [
    `import * as all from ${quoted};`,
    `const from = { ...all.default, ...all };`,
    `export default all.default ?? all;`,
    ...names.map((name) => `const $${name} = from.${name}; export { $${name} as ${name} };`),
  ].join('\n');
}

/** Everything asks ts-morph for the compiler it carries, so that there is one copy of it. */
const oneCompiler: Plugin = {
  name: 'one-compiler',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^typescript$/ }, () => ({ path: 'typescript', namespace: 'shim' }));
    onLoad({ filter: /.*/, namespace: 'shim' }, () => ({
      contents: `import { ts } from 'ts-morph'; export default ts;`,
      resolveDir: root,
    }));
    onResolve({ filter: /^vendor:/ }, ({ path }) => ({ path, namespace: 'vendor' }));
    onLoad({ filter: /.*/, namespace: 'vendor' }, async ({ path }) => ({
      contents: await vendorEntry(path.slice('vendor:'.length)),
      resolveDir: root,
    }));
  },
};

const fromVendor: Plugin = {
  name: 'from-vendor',
  setup({ onResolve }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path }) => {
      if (vendored.includes(path))
        return { path: `./vendor/${vendorName(path)}.js`, external: true };
      if (path.startsWith('node:')) return { path, external: true };
      return undefined;
    });
  },
};

async function buildVendor(): Promise<Metafile> {
  const result = await build({
    ...esm,
    entryPoints: Object.fromEntries(vendored.map((name) => [vendorName(name), `vendor:${name}`])),
    outdir: join(dist, 'vendor'),
    splitting: true,
    minify: true,
    chunkNames: 'shared-[hash]',
    banner: { js: vendorBanner },
    plugins: [oneCompiler],
    external: ['pg-native'],
  });
  return result.metafile;
}

async function buildOurs(): Promise<Metafile> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const result = await build({
    ...esm,
    entryPoints: ['cli', 'main']
      .map((name) => join(root, `src/${name}.ts`))
      .concat(join(root, 'src/database/worker.ts')),
    entryNames: '[name]',
    outdir: dist,
    splitting: true,
    chunkNames: 'part-[hash]',
    banner: { js: requireBanner },
    plugins: [fromVendor],
    define: { PLUMBLINE_VERSION: JSON.stringify(version) },
  });
  return result.metafile;
}

/** The licence texts of every package that is part of `dist/`. */
async function writeLicences(metafiles: readonly Metafile[]): Promise<void> {
  const packages = new Set<string>();
  for (const input of metafiles.flatMap((metafile) => Object.keys(metafile.inputs))) {
    const match = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[0] !== undefined) packages.add(match[0]);
  }
  const texts = await Promise.all([...packages].sort().map(licenceOf));
  await writeFile(join(dist, 'vendor/LICENCES.txt'), texts.join('\n\n'));
}

async function licenceOf(directory: string): Promise<string> {
  const folder = join(root, directory);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    license?: string;
  };
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return `# ${manifest.name} (${manifest.license ?? 'see text'})\n\n${text.trim()}\n`;
}

/** Files that are read, not imported, at run time. */
async function buildAssets(directory: string): Promise<void> {
  await mkdir(join(directory, 'extensions'), { recursive: true });
  const pglite = dirname(require.resolve('@electric-sql/pglite'));
  const vector = dirname(require.resolve('@electric-sql/pglite-pgvector'));
  const quickjs = dirname(require.resolve('@jitl/quickjs-wasmfile-release-sync'));
  const parser = dirname(require.resolve('libpg-query'));
  const extensions = (await readdir(pglite)).filter((name) => name.endsWith('.tar.gz'));
  await Promise.all([
    cp(join(pglite, 'pglite.wasm'), join(directory, 'pglite.wasm')),
    cp(join(pglite, 'pglite.data'), join(directory, 'pglite.data')),
    cp(join(quickjs, 'emscripten-module.wasm'), join(directory, 'quickjs.wasm')),
    cp(join(parser, 'libpg-query.wasm'), join(directory, 'libpg-query.wasm')),
    cp(join(vector, 'vector.tar.gz'), join(directory, 'extensions/vector.tar.gz')),
    ...extensions.map((name) => cp(join(pglite, name), join(directory, 'extensions', name))),
  ]);
  await buildLibraries(directory);
  await buildSnapshot(directory);
}

if (process.argv.includes('--assets-only')) {
  await buildAssets(join(root, 'build/assets'));
} else {
  await rm(dist, { recursive: true, force: true });
  await mkdir(join(dist, 'vendor'), { recursive: true });
  await buildAssets(join(dist, 'assets'));
  await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
  await writeLicences([await buildVendor(), await buildOurs()]);
}
