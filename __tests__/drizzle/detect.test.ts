// Finding projects: configurations, the directory they are run in, and what is left out and why.
import { describe, expect, it } from 'vitest';
import { drizzle } from '../../src/tools/drizzle/index.ts';
import type { DetectedProjects, Project } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';

type Files = Readonly<Record<string, string>>;

const detect = (files: Files, env = {}): Promise<DetectedProjects> =>
  drizzle.detect(memoryRevision(files), { env });

const schema = `export {};`;
const config = (settings: string): string =>
  `import { defineConfig } from 'drizzle-kit';\nexport default defineConfig({ dialect: 'postgresql', ${settings} });\n`;
const journal = '{ "version": "7", "dialect": "postgresql", "entries": [] }';
const manifest = (name: string): string => JSON.stringify({ name });

const outline = ({ projects }: DetectedProjects): object[] =>
  projects.map(({ id, root, configFile, models, migrations }: Project) => ({
    id,
    root,
    configFile,
    models,
    migrations,
  }));

describe('a configuration', () => {
  it('with everything beside it', async () => {
    const found = await detect({
      'package.json': manifest('shop'),
      'drizzle.config.ts': config(
        `schema: './src/schema.ts', out: './drizzle', casing: 'snake_case', schemaFilter: 'public',
         tablesFilter: ['a_*'], migrations: { table: 'm', schema: 'public', prefix: 'timestamp' }, entities: { roles: true }`,
      ),
      'src/schema.ts': schema,
    });
    expect(outline(found)).toEqual([
      {
        id: 'shop',
        root: '',
        configFile: 'drizzle.config.ts',
        models: ['src/schema.ts'],
        migrations: 'drizzle',
      },
    ]);
    expect(found.projects[0]?.settings).toEqual({
      casing: 'snake_case',
      schemaFilter: ['public'],
      tablesFilter: ['a_*'],
      roles: true,
      breakpoints: true,
      prefix: 'timestamp',
      bookkeeping: { schema: 'public', table: 'm' },
    });
    expect(found.findings).toEqual([]);
  });

  it('in each package of a monorepo is a project', async () => {
    const found = await detect({
      'packages/a/package.json': manifest('@x/a'),
      'packages/a/drizzle.config.ts': config(`schema: 'schema.ts'`),
      'packages/a/schema.ts': schema,
      'packages/b/package.json': manifest('@x/b'),
      'packages/b/drizzle.config.ts': config(`schema: 'schema.ts'`),
      'packages/b/schema.ts': schema,
      'packages/b/drizzle-admin.config.ts': config(`schema: 'admin.ts', out: 'admin'`),
      'packages/b/admin.ts': schema,
    });
    expect(found.projects.map(({ id, migrations }) => [id, migrations])).toEqual([
      ['@x/a', 'packages/a/drizzle'],
      ['@x/b/admin', 'packages/b/admin'],
      ['@x/b', 'packages/b/drizzle'],
    ]);
  });

  it.each([
    ['run in its package', { 'app/package.json': '{}' }, 'app', 'app/db/config/drizzle.config.ts'],
    ['run at the root', {}, '', 'app/db/config/drizzle.config.ts'],
  ])('%s', async (_where, files, root, file) => {
    const prefix = root === '' ? '' : `${root}/`;
    const found = await detect({
      ...files,
      [file]: config(`schema: './db/schema.ts', out: './db/migrations'`),
      [`${prefix}db/schema.ts`]: schema,
      [`${prefix}db/migrations/meta/_journal.json`]: journal,
    });
    expect(outline(found)).toMatchObject([
      { root, models: [`${prefix}db/schema.ts`], migrations: `${prefix}db/migrations` },
    ]);
  });

  it('that computes its paths', async () => {
    const found = await detect({
      'pkg/package.json': manifest('pkg'),
      'pkg/drizzle.config.ts': `
        import path from 'node:path';
        import { fileURLToPath } from 'node:url';
        const here = (file: string) => path.relative(process.cwd(), fileURLToPath(new URL(file, import.meta.url)));
        export default { dialect: 'postgresql', schema: here('./schema.ts'), out: here('./migrations') } satisfies object;`,
      'pkg/schema.ts': schema,
    });
    expect(outline(found)).toMatchObject([
      { models: ['pkg/schema.ts'], migrations: 'pkg/migrations' },
    ]);
  });

  it.each([
    [`'./dist/db/schema.js'`, 'src/db/schema.ts'],
    [`'./src/db'`, 'src/db'],
    [`'./src/**/*.ts'`, 'src/**/*.ts'],
    [`['./src/db/schema.ts']`, 'src/db/schema.ts'],
  ])('whose schema is %s', async (value, models) => {
    const found = await detect({
      'drizzle.config.js': config(`schema: ${value}`),
      'src/db/schema.ts': schema,
    });
    expect(outline(found)).toMatchObject([{ models: [models] }]);
  });

  it('needs no environment for its credentials', async () => {
    const found = await detect({
      'drizzle.config.ts': `
        import { url } from './env';
        if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is missing');
        export default { dialect: 'postgresql', schema: 'schema.ts', dbCredentials: { url: url() } };`,
      'env.ts': `export const url = () => { if (process.env.X) return 1; throw new Error('no'); };`,
      'schema.ts': schema,
    });
    expect(outline(found)).toMatchObject([{ models: ['schema.ts'] }]);
    expect(found.findings).toEqual([]);
  });

  it('that hangs on the environment says what to write', async () => {
    const files = {
      'drizzle.config.ts': config(`schema: process.env.SCHEMA`),
      'schema.ts': schema,
      'drizzle/meta/_journal.json': journal,
    };
    const found = await detect(files);
    expect(found.findings).toMatchObject([
      {
        rule: 'config-undecided',
        message: expect.stringMatching(/process\.env\.SCHEMA is not set.*plumbline\.yml/) as string,
        file: 'drizzle.config.ts',
        line: 2,
      },
    ]);
    const given = await detect(files, { SCHEMA: './schema.ts' });
    expect(outline(given)).toMatchObject([{ models: ['schema.ts'] }]);
    expect(given.findings).toEqual([]);
  });

  it.each([
    ['another dialect', `export default { dialect: 'sqlite', schema: 'schema.ts' };`, 'sqlite'],
    ['another driver', `export default { driver: 'mysql2', schema: 'schema.ts' };`, 'mysql2'],
  ])('of %s is left out, and named', async (_what, text, named) => {
    const found = await detect({ 'drizzle.config.ts': text, 'schema.ts': schema });
    expect(found.projects).toEqual([]);
    expect(found.looked.join('\n')).toContain(`drizzle.config.ts: its dialect is ${named}`);
  });

  it('of an old drizzle-kit says pg as its driver', async () => {
    const found = await detect({
      'drizzle.config.json': '{ "driver": "pg", "schema": "schema.ts" }',
      'schema.ts': schema,
    });
    expect(found.projects).toHaveLength(1);
  });

  it('that leads nowhere is left out, and told', async () => {
    const found = await detect({
      'drizzle.config.ts': config(`schema: './node_modules/other/schema.js'`),
    });
    expect(found.projects).toEqual([]);
    expect(found.findings).toMatchObject([{ rule: 'models-missing', severity: 'note' }]);
  });

  it('for each environment is one project', async () => {
    const found = await detect({
      'drizzle.config.ts': config(`schema: 'schema.ts'`),
      'drizzle-prod.config.ts': config(`schema: 'schema.ts'`),
      'drizzle.config.test.ts': config(`schema: 'schema.ts', out: 'test'`),
      'schema.ts': schema,
    });
    expect(found.projects.map(({ configFile }) => configFile)).toEqual(['drizzle.config.ts']);
  });
});

describe('without a configuration', () => {
  it('a journal is a project without models', async () => {
    const found = await detect({
      'package.json': manifest('old'),
      'db/drizzle/meta/_journal.json': journal,
    });
    expect(outline(found)).toEqual([
      { id: 'old', root: '', configFile: null, models: [], migrations: 'db/drizzle' },
    ]);
  });

  it('so are folders of migrations', async () => {
    const found = await detect({
      'drizzle/20250102030405_a/migration.sql': '',
      'drizzle/20250102030405_a/snapshot.json': '{ "dialect": "postgres" }',
    });
    expect(outline(found)).toMatchObject([{ migrations: 'drizzle' }]);
  });

  it('a journal of another dialect is not', async () => {
    const found = await detect({
      'drizzle/meta/_journal.json': '{ "dialect": "sqlite", "entries": [] }',
    });
    expect(found.projects).toEqual([]);
  });

  it('folders that Prisma made are not', async () => {
    const found = await detect({
      'prisma/migrations/20250102030405_a/migration.sql': '',
      'prisma/migrations/migration_lock.toml': 'provider = "postgresql"',
    });
    expect(found.projects).toEqual([]);
  });

  it('nothing at all says where it looked', async () => {
    const found = await detect({ 'src/index.ts': '' });
    expect(found).toMatchObject({ projects: [], findings: [] });
    expect(found.looked.join('\n')).toContain('drizzle.config');
  });
});
