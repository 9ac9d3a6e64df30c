import { describe, expect, test } from 'vitest';
import { openProject } from '../../src/evaluate/project.ts';
import { evaluate } from '../support/evaluate.ts';
import { memoryRevision } from '../support/memory-revision.ts';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "root", "workspaces": ["packages/*"] }',
  'tsconfig.base.json':
    '{ "compilerOptions": { "baseUrl": ".", "paths": { "@base/*": ["libs/*/src"] } } }',
  'libs/core/src/index.ts': '',
  'apps/web/tsconfig.json': `{
  // comments and trailing commas are fine
  "extends": ["../../tsconfig.base.json", "@acme/tsconfig/next.json"],
  "compilerOptions": { "baseUrl": "./src", "paths": { "@/*": ["./*", "../generated/*"], "~exact": ["./exact/index.ts"], "@/deep/*": ["./very/deep/*"] }, },
}`,
  'apps/web/src/db/index.ts': '',
  'apps/web/src/db/users.ts': '',
  'apps/web/src/db/both.ts': '',
  'apps/web/src/db/both.js': '',
  'apps/web/src/db/view.tsx': '',
  'apps/web/src/db/esm.mts': '',
  'apps/web/src/db/common.cts': '',
  'apps/web/src/db/plain.js': '',
  'apps/web/src/db/user.schema.ts': '',
  'apps/web/src/db/types.d.ts': '',
  'apps/web/src/db/data.json': '{}',
  'apps/web/src/exact/index.ts': '',
  'apps/web/src/very/deep/x.ts': '',
  'apps/web/generated/made.ts': '',
  'apps/admin/tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
  'apps/admin/tsconfig.app.json': '{ "compilerOptions": { "paths": { "#app/*": ["./app/*"] } } }',
  'apps/admin/app/a.ts': '',
  'apps/ext/tsconfig.json': '{ "extends": "@acme/tsconfig/base" }',
  'apps/ext/main.ts': '',
  'packages/tsconfig/package.json': '{ "name": "@acme/tsconfig" }',
  'packages/tsconfig/base.json':
    '{ "compilerOptions": { "experimentalDecorators": false, "paths": { "$cfg/*": ["${configDir}/lib/*"] } } }',
  'packages/tsconfig/next.json': '{}',
  'apps/ext/lib/z.ts': '',
  'packages/db/package.json': JSON.stringify({
    name: '@acme/db',
    imports: { '#env': './src/env.ts', '#x/*': { default: './src/*.ts' }, '#lib': 'kit' },
    exports: {
      '.': { types: './dist/index.d.ts', import: './dist/index.js' },
      './schema': { types: './src/schema/index.ts', default: './dist/schema/index.js' },
      './tables/*': './dist/tables/*.js',
      './deep/*.js': { import: { default: './dist/deep/*.mjs' } },
      './package.json': './package.json',
    },
  }),
  'packages/db/src/index.ts': '',
  'packages/db/src/env.ts': '',
  'packages/db/src/schema/index.ts': '',
  'packages/db/src/tables/users.ts': '',
  'packages/db/src/deep/x.ts': '',
  'packages/db/src/unlisted.ts': '',
  'packages/main/package.json': '{ "name": "main-only", "main": "./lib/entry.js" }',
  'packages/main/lib/entry.ts': '',
  'packages/main/helpers/h.ts': '',
  'packages/bare/package.json': '{ "name": "bare" }',
  'packages/bare/index.ts': '',
  'packages/out/package.json':
    '{ "name": "@acme/out", "types": "./build/types/src/main.d.ts", "module": "build/esm/main.mjs" }',
  'packages/out/src/main.ts': '',
  'packages/void/package.json': '{ "name": "@acme/void", "main": "./dist/index.js" }',
};

const LIBRARY = { name: 'kit', modules: { kit: 'modules.kit' } };
const project = openProject(memoryRevision(FILES), [LIBRARY], 'apps/web');

function resolved(from: string, specifier: string): string {
  const found = project.resolve(from, specifier);
  switch (found.kind) {
    case 'file':
      return found.file;
    case 'library':
      return `library ${found.library} ${found.path}`;
    case 'builtin':
      return `builtin ${found.name}`;
    case 'missing':
      return `missing: ${found.reason}`;
  }
}

const WEB = 'apps/web/src/db/index.ts';

describe('imports lead to files of the revision', () => {
  test.each([
    [WEB, './users', 'apps/web/src/db/users.ts'],
    [WEB, './users.js', 'apps/web/src/db/users.ts'],
    [WEB, './users.ts', 'apps/web/src/db/users.ts'],
    [WEB, './both.js', 'apps/web/src/db/both.ts'],
    [WEB, './view.jsx', 'apps/web/src/db/view.tsx'],
    [WEB, './view', 'apps/web/src/db/view.tsx'],
    [WEB, './esm.mjs', 'apps/web/src/db/esm.mts'],
    [WEB, './common.cjs', 'apps/web/src/db/common.cts'],
    [WEB, './plain', 'apps/web/src/db/plain.js'],
    [WEB, './user.schema', 'apps/web/src/db/user.schema.ts'],
    [WEB, './user.schema.js', 'apps/web/src/db/user.schema.ts'],
    [WEB, './data.json', 'apps/web/src/db/data.json'],
    [WEB, '.', 'apps/web/src/db/index.ts'],
    [WEB, './', 'apps/web/src/db/index.ts'],
    [WEB, '..//exact/', 'apps/web/src/exact/index.ts'],
    [WEB, '../exact', 'apps/web/src/exact/index.ts'],
    [WEB, './types', 'missing: "./types" leads to no module of the repository'],
    [
      WEB,
      '../../../../../etc/passwd',
      'missing: "../../../../../etc/passwd" leads to no module of the repository',
    ],
    [WEB, '/etc/passwd', 'missing: "/etc/passwd" leads to no module of the repository'],
    [WEB, '@/db/users', 'apps/web/src/db/users.ts'],
    [WEB, '@/made', 'apps/web/generated/made.ts'],
    [WEB, '@/deep/x', 'apps/web/src/very/deep/x.ts'],
    [WEB, '~exact', 'apps/web/src/exact/index.ts'],
    [WEB, 'db/users', 'apps/web/src/db/users.ts'],
    [WEB, '@base/core', 'libs/core/src/index.ts'],
    ['apps/admin/app/a.ts', '#app/a', 'apps/admin/app/a.ts'],
    ['apps/ext/main.ts', '$cfg/z', 'apps/ext/lib/z.ts'],
    ['packages/db/src/index.ts', '@/db/users', 'apps/web/src/db/users.ts'],
    [WEB, '@acme/db', 'packages/db/src/index.ts'],
    [WEB, '@acme/db/schema', 'packages/db/src/schema/index.ts'],
    [WEB, '@acme/db/tables/users', 'packages/db/src/tables/users.ts'],
    [WEB, '@acme/db/deep/x.js', 'packages/db/src/deep/x.ts'],
    [WEB, '@acme/db/unlisted', 'packages/db/src/unlisted.ts'],
    [WEB, '@acme/db/package.json', 'packages/db/package.json'],
    ['packages/db/src/index.ts', '@acme/db/schema', 'packages/db/src/schema/index.ts'],
    ['packages/db/src/index.ts', '#env', 'packages/db/src/env.ts'],
    ['packages/db/src/index.ts', '#x/tables/users', 'packages/db/src/tables/users.ts'],
    ['packages/db/src/index.ts', '#lib', 'library kit modules.kit'],
    [WEB, 'main-only', 'packages/main/lib/entry.ts'],
    [WEB, 'main-only/helpers/h', 'packages/main/helpers/h.ts'],
    [WEB, 'bare', 'packages/bare/index.ts'],
    [WEB, '@acme/out', 'packages/out/src/main.ts'],
    [
      WEB,
      '@acme/void',
      'missing: "@acme/void" of the package in packages/void has no source in the repository',
    ],
    [WEB, '@acme/unheard/of', 'missing: package "@acme/unheard" is not in the repository'],
    [WEB, 'kit', 'library kit modules.kit'],
    [WEB, 'kit/other', 'missing: package "kit" is not in the repository'],
    [WEB, 'node:path', 'builtin path'],
    [WEB, 'url', 'builtin url'],
    [WEB, 'fs', `missing: Node's module "fs" reaches outside the repository`],
    [
      WEB,
      'node:fs/promises',
      `missing: Node's module "node:fs/promises" reaches outside the repository`,
    ],
  ])('%s: %s', (from, specifier, expected) => {
    expect(resolved(from, specifier)).toBe(expected);
  });

  test('decorators are legacy unless the project says otherwise', () => {
    expect(project.legacyDecorators('apps/ext/main.ts')).toBe(false);
    expect(project.legacyDecorators('libs/core/src/index.ts')).toBe(true);
  });
});

describe('modules are linked', () => {
  test('cycles, stars, namespaces, defaults', async () => {
    const read = await evaluate(
      {
        'main.ts': `import def, { users, type Gone } from './a'; import * as ns from './star'; import json, { version } from './data.json';
export { users as renamed, default as again } from './a'; export * from './star'; export * as inner from './star'; export { ns };
export const out = [def(), users.posts().name, json.list.length, version, ns.one, 'two' in ns, Object.keys(ns), ns.default];
export default class {}`,
        'a.ts': `import { posts } from './b'; export const users = { name: 'users', posts: () => posts };
export default function named() { return 'def' } export type Gone = 1;`,
        'b.ts': `import { users } from './a'; export const posts = { name: 'posts', users: () => users, early: typeof users };`,
        'star.ts': `export * from './star2'; export const one = 1; export default 'not starred'; export * from './main';`,
        'star2.ts': `export const one = 'hidden', two = 2;`,
        'data.json': '{ "list": [1, 2], "version": "1.0" }',
      },
      { only: ['out', 'renamed', 'again', 'one', 'two', 'inner', 'default'] },
    );
    expect(read).toMatchObject({
      out: [
        'def',
        'posts',
        2,
        '1.0',
        1,
        true,
        expect.arrayContaining(['one', 'two', 'default', 'out']),
        'not starred',
      ],
      again: 'function named',
      one: 1,
      two: 2,
      default: 'function default',
    });
  });

  test('require, import(), import.meta, __dirname, CommonJS', async () => {
    const read = await evaluate(
      {
        'src/main.ts': `import path from 'node:path'; import { fileURLToPath, pathToFileURL } from 'url'; import { join } from 'path';
import cjs, { named } from './c.cjs'; import old = require('./old');
export const req = require('./x').x; export const dyn = (await import('./x')).x;
export const dir = [__dirname, __filename, import.meta.dirname, import.meta.url, process.cwd()];
export const rel = path.relative(process.cwd(), fileURLToPath(new URL('./schema', import.meta.url)));
export const more = [join('a', '..', 'b'), path.resolve('x'), path.extname('a.b.ts'), path.basename('/q/a.ts', '.ts'), path.posix.dirname('/a/b/c'), path.parse('/a/b.c').name, pathToFileURL('/a b').href];
export const common = [cjs.a, named, old.y];`,
        'src/x.ts': 'export const x = 5;',
        'src/c.cjs': `const { helper } = require('./d.js'); module.exports = { a: helper(1), named: 'n' }; Object.assign(exports, { lost: 1 });`,
        'src/d.js': `'use strict'; Object.defineProperty(exports, '__esModule', { value: true }); exports.helper = (x) => x + 1;`,
        'src/old.ts': `const y = 7; export = { y } as const;`,
      },
      { main: 'src/main.ts', workingDirectory: 'src' },
    );
    expect(read).toEqual({
      req: 5,
      dyn: 5,
      dir: [
        '/workspace/src',
        '/workspace/src/main.ts',
        '/workspace/src',
        'file:///workspace/src/main.ts',
        '/workspace/src',
      ],
      rel: 'schema',
      more: ['b', '/workspace/src/x', '.ts', 'a', '/a/b', 'b', 'file:///a%20b'],
      common: [2, 'n', 7],
    });
  });

  test('only what is asked for is loaded', async () => {
    const { wanted } = await evaluate(
      {
        'main.ts': `import { heavy } from './heavy'; export const wanted = 1; export const unwanted = heavy;`,
        'heavy.ts': 'this does not even parse',
      },
      { only: ['wanted'] },
    );
    expect(wanted).toBe(1);
  });
});
