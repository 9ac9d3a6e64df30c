// Third-party code, bundled into files that change only when a dependency does.
import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** Bare specifiers that become files of `dist/vendor/`. */
const vendored = [
  '@actions/core',
  '@actions/github',
  '@clack/prompts',
  '@electric-sql/pglite',
  '@jitl/quickjs-wasmfile-release-sync',
  '@octokit/plugin-retry',
  '@octokit/plugin-throttling',
  'commander',
  'diff',
  'libpg-query',
  'pg',
  'picocolors',
  'picomatch',
  'quickjs-emscripten-core',
  'ts-blank-space',
  'ts-morph',
  'xmlbuilder2',
  'yaml',
  'zod',
];

/** What every bundle of ours is built with. */
export const bundleOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.20',
  metafile: true,
  splitting: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const;

/** CommonJS code in an ES module needs a `require` for Node's own modules. */
export const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** CommonJS code that looks for WebAssembly beside itself finds it among the assets. */
const vendorBanner = `${requireBanner}import{fileURLToPath as __pathOf}from'node:url';const __dirname=__pathOf(new URL('../assets',import.meta.url)),__filename=__pathOf(import.meta.url);`;

/** File name of a vendored package: `@actions/core` → `actions-core`. */
const vendorName = (specifier: string): string => specifier.replace('@', '').replaceAll('/', '-');

/** Turns imports of vendored packages into imports of their files. */
export const fromVendor: Plugin = {
  name: 'from-vendor',
  setup(bundler) {
    bundler.onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
      vendored.includes(path)
        ? { path: `./vendor/${vendorName(path)}.js`, external: true }
        : undefined,
    );
  },
};

/** Everything asks ts-morph for the compiler it carries, so that there is one copy of it. */
const oneCompiler: Plugin = {
  name: 'one-compiler',
  setup(bundler) {
    bundler.onResolve({ filter: /^typescript$/ }, () => ({
      path: 'typescript',
      namespace: 'shim',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'shim' }, () => ({
      contents: `import { ts } from 'ts-morph'; export default ts;`,
      resolveDir: root,
    }));
    bundler.onResolve({ filter: /^vendor:/ }, ({ path }) => ({ path, namespace: 'vendor' }));
    bundler.onLoad({ filter: /.*/, namespace: 'vendor' }, ({ path }) => ({
      contents: vendorEntry(path.slice('vendor:'.length)),
      resolveDir: root,
    }));
  },
};

/** A module that re-exports the whole of a package by name, a CommonJS one too. */
function vendorEntry(specifier: string): string {
  const all = namesOf(specifier);
  const names = all.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default');
  const quoted = JSON.stringify(specifier);
  if (!all.includes('default')) return `export * from ${quoted};`;
  return [
    `import main, * as all from ${quoted};`,
    `const from = { ...main, ...all };`,
    `export default main;`,
    ...names.map((name) => `const $${name} = from.${name}; export { $${name} as ${name} };`),
  ].join('\n');
}

/** What Node itself sees of a package: a test runner that builds sees it through its own loader. */
function namesOf(specifier: string): string[] {
  const script = `import(${JSON.stringify(specifier)}).then((all) => console.log(JSON.stringify(Object.keys(all))))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[];
}

/** Bundles every vendored package into `directory`, with the texts of their licences. */
export async function buildVendor(directory: string): Promise<void> {
  const result = await build({
    ...bundleOptions,
    entryPoints: Object.fromEntries(vendored.map((name) => [vendorName(name), `vendor:${name}`])),
    outdir: directory,
    minify: true,
    chunkNames: 'shared-[hash]',
    banner: { js: vendorBanner },
    plugins: [oneCompiler],
    external: ['pg-native'],
  });
  const packages = new Set<string>();
  for (const input of Object.keys(result.metafile.inputs)) {
    const match = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match?.[0] !== undefined) packages.add(match[0]);
  }
  const texts = await Promise.all([...packages].sort().map(licenceOf));
  await writeFile(join(directory, 'LICENCES.txt'), texts.join('\n\n'));
}

async function licenceOf(directory: string): Promise<string> {
  const folder = join(root, directory);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    license?: string;
  };
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  const lines = text.trim().replaceAll('\r\n', '\n');
  return `# ${manifest.name} (${manifest.license ?? 'see text'})\n\n${lines}\n`;
}
