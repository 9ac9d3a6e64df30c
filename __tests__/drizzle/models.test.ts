// What becomes of models that can't be decided, that somebody else keeps, or that contradict each other.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readModels } from './support.ts';

const imports = `
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgEnum, pgPolicy, pgRole, pgSchema, pgTable, pgView, serial, text, varchar } from 'drizzle-orm/pg-core';
`;

const tableOf = (name: string, body: string): string =>
  `export const ${name} = pgTable('${name}', { id: serial().primaryKey(), ${body} });\n`;

describe('unknowns', () => {
  const environment = 'process.env.LENGTH is not set';

  it.each([
    ['type', `a: varchar({ length: process.env.LENGTH })`],
    ['name', `a: text(process.env.LENGTH)`],
    ['default', `a: text().default(process.env.LENGTH)`],
    ['template of a default', 'a: text().default(sql`${process.env.LENGTH}`)'],
    ['raw SQL', 'a: text().default(sql.raw(process.env.LENGTH))'],
    ['column', `a: process.env.LENGTH`],
    ['unique name', `a: text().unique(process.env.LENGTH)`],
    ['reference', `a: integer().references(() => process.env.LENGTH)`],
  ])('of a %s make the table unreadable, by name', async (_what, body) => {
    const models = await readModels(`${imports}\n${tableOf('a', body)}${tableOf('b', '')}`);
    expect(models.unknowns).toMatchObject([
      { object: 'table:public.a', reason: expect.stringContaining(environment) as string },
    ]);
    expect(models.unknowns[0]?.place).toMatchObject({ file: 'schema.ts', line: 5 });
    expect(models.statements.map(({ object }) => object)).toEqual(['table:public.b']);
  });

  it.each([
    ['index', `index(process.env.LENGTH).on(t.id)`],
    ['check', 'check("c", sql`${t.id} > ${process.env.LENGTH}`)'],
    ['constraint', 'process.env.LENGTH'],
  ])('of an %s make the table unreadable', async (_what, extra) => {
    const models = await readModels(
      `${imports}\nexport const a = pgTable('a', { id: integer() }, (t) => [${extra}]);`,
    );
    expect(models.unknowns.map(({ object }) => object)).toEqual(['table:public.a']);
    expect(models.statements).toEqual([]);
  });

  it('leave out what depends on them: keys to the table, tables of the enum', async () => {
    const models = await readModels(`${imports}
      export const kind = pgEnum('kind', process.env.KINDS);
      ${tableOf('a', `a: varchar({ length: process.env.LENGTH })`)}
      ${tableOf('b', `a: integer().references(() => a.id)`)}
      ${tableOf('c', `k: kind()`)}`);
    const ids = models.unknowns.map(({ object }) => object).sort();
    expect(ids).toEqual([
      'enum:public.kind',
      'foreign key:public.b.b_a_a_id_fk',
      'table:public.a',
      'table:public.c',
    ]);
    expect(models.statements.map(({ object }) => object)).toEqual(['table:public.b']);
  });

  it('of a whole table are named by the export', async () => {
    const models = await readModels(`${imports}
      export const a = pgTable('a', process.env.COLUMNS);`);
    expect(models.unknowns).toMatchObject([
      { object: null, reason: expect.stringMatching(/^a: process\.env\.COLUMNS/) as string },
    ]);
  });

  it('that no schema hangs on are nobody’s concern', async () => {
    const models = await readModels(`${imports}
      import { createInsertSchema } from 'drizzle-zod';
      import { drizzle } from 'drizzle-orm/postgres-js';
      import { relations } from 'drizzle-orm';
      import { createId } from '@paralleldrive/cuid2';
      ${tableOf('a', `b: text().$defaultFn(() => createId())`)}
      export const insertA = createInsertSchema(a, { b: (it) => it.min(process.env.MIN) });
      export const db = drizzle(process.env.DATABASE_URL);
      export const aRelations = relations(a, ({ many }) => ({ all: many(a) }));
      export type A = typeof a.$inferSelect;`);
    expect(models.unknowns).toEqual([]);
    expect(models).toMatchObject({ tables: 1, columns: 2 });
  });

  it('are decided by env', async () => {
    const source = `${imports}\n${tableOf('a', `a: varchar({ length: Number(process.env.LENGTH) })`)}`;
    const models = await readModels(source, { env: { LENGTH: '12' } });
    expect(models.unknowns).toEqual([]);
    expect(models.statements[0]?.sql).toContain('varchar(12)');
  });
});

describe('imports', () => {
  it.each(['drizzle-orm/expressions', 'drizzle-orm/sql/expressions', 'drizzle-orm/sql'])(
    'of operators from %s',
    async (place) => {
      const models = await readModels(`${imports}
        import { ${place.endsWith('sql') ? 'sql' : 'eq'} as given } from '${place}';
        import { boolean } from 'drizzle-orm/pg-core/columns/boolean';
        ${tableOf('a', 'b: boolean()')}
        export const v = pgView('v').as((qb) => qb.select().from(a).where(${place.endsWith('sql') ? 'given`${a.b}`' : 'given(a.b, true)'}));`);
      expect(models.unknowns).toEqual([]);
      expect(models.statements.map(({ object }) => object)).toContain('view:public.v');
    },
  );
});

describe('values of enums', () => {
  it.each(['^3.25.0', '^4.0.0'])('come from a validator of zod %s', async (version) => {
    const models = await readModels({
      'package.json': JSON.stringify({ dependencies: { zod: version } }),
      'schema.ts': `${imports}
        import { z } from 'zod';
        export const states = z.enum(['on', 'off']);
        export const state = pgEnum('state', states.options);`,
    });
    expect(models.unknowns).toEqual([]);
    expect(models.statements[0]?.sql).toBe(`CREATE TYPE "public"."state" AS ENUM('on', 'off');`);
  });
});

describe('what somebody else keeps', () => {
  const source = `${imports}
    export const auth = pgSchema('auth');
    export const users = auth.table('users', { id: integer().primaryKey() });
    export const mine = pgTable('mine', { id: integer().references(() => users.id) });
    export const spatial = pgTable('spatial_ref_sys', { id: integer() });
    export const seen = pgView('seen', { id: integer() }).existing();
    export const guest = pgRole('guest').existing();`;

  it('is external: filtered tables, existing views and roles', async () => {
    const settings = { schemaFilter: ['public'], tablesFilter: ['!spatial_*'] };
    const models = await readModels(source, { settings });
    expect([...models.scope.external].sort()).toEqual([
      'role:guest',
      'table:auth.users',
      'table:public.spatial_ref_sys',
      'view:public.seen',
    ]);
    expect(models.tables).toBe(1);
    const users = models.statements.find(({ object }) => object === 'table:auth.users');
    expect(users?.sql).toMatch(/^CREATE TABLE IF NOT EXISTS/);
  });

  it('is nothing without filters', async () => {
    const models = await readModels(source);
    expect([...models.scope.external].sort()).toEqual(['role:guest', 'view:public.seen']);
    expect(models.tables).toBe(3);
  });

  it('roles are compared only where the project manages them', async () => {
    const managed = await readModels(source, { settings: { roles: true } });
    expect(managed.scope.kinds).toContain('role');
    expect((await readModels(source)).scope.kinds).not.toContain('role');
  });
});

describe('places', () => {
  it('are the line each thing was written on, also in another file', async () => {
    const models = await readModels({
      'shared.ts': `import { timestamp } from 'drizzle-orm/pg-core';
export const stamps = {
  createdAt: timestamp('created_at'),
};`,
      'schema.ts': `import { index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { stamps } from './shared';
export const users = pgTable(
  'users',
  {
    id: integer('id').primaryKey(),
    manager: integer('manager').references(() => users.id),
    name: text('name')
      .notNull(),
    ...stamps,
  },
  (t) => [
    index('by_name').on(t.name),
    unique('one_name').on(t.name, t.id),
  ],
);`,
    });
    const lines = Object.fromEntries(
      [...models.places].map(([id, { file, line }]) => [id, `${file}:${line}`]),
    );
    expect(lines).toEqual({
      'table:public.users': 'schema.ts:3',
      'column:public.users.id': 'schema.ts:6',
      'column:public.users.manager': 'schema.ts:7',
      'column:public.users.name': 'schema.ts:8',
      'column:public.users.created_at': 'shared.ts:3',
      'primary key:public.users.users_pkey': 'schema.ts:6',
      'foreign key:public.users.users_manager_users_id_fk': 'schema.ts:7',
      'unique:public.users.one_name': 'schema.ts:14',
      'index:public.users.by_name': 'schema.ts:13',
    });
  });
});

describe('contradictions', () => {
  it('two tables of one name: the last counts, and it is said', async () => {
    const models = await readModels(`${imports}
      export const a = pgTable('same', { id: integer() });
      export const b = pgTable('same', { id: integer(), name: text() });`);
    expect(models.findings.map(({ rule }) => rule)).toEqual(['model-duplicate']);
    expect(models.columns).toBe(2);
  });

  it('two foreign keys that Postgres cuts to one name: the first can exist', async () => {
    const long = 'a'.repeat(40);
    const models = await readModels(`${imports}
      ${tableOf('target', '')}
      export const owner = pgTable('owner', { one: integer('${long}_${long}_1').references(() => target.id), two: integer('${long}_${long}_2').references(() => target.id) });`);
    expect(models.findings.map(({ rule }) => rule)).toEqual(['model-name-clash']);
    const keys = models.statements.filter(({ object }) => object.startsWith('foreign key:'));
    expect(keys).toHaveLength(1);
  });

  it('a schema file that does not parse is unreadable at its line', async () => {
    const models = await readModels(`${imports}\nexport const a = pgTable('a', {`);
    expect(models.unknowns.length + models.findings.length).toBeGreaterThan(0);
    const [first] = [...models.unknowns.map(({ place }) => place)];
    expect(first?.file).toBe('schema.ts');
  });

  it('no model file at all is a finding that says what to write', async () => {
    const models = await readModels({ 'other.ts': '' }, { id: '@shop/db' });
    expect(models.findings).toMatchObject([
      { rule: 'models-missing', message: expect.stringContaining('plumbline.yml') as string },
    ]);
    const written = /projects: .+\]/.exec(models.findings[0]?.message ?? '')?.[0] ?? '';
    expect(parse(written)).toEqual({
      projects: [{ id: '@shop/db', root: '.', models: 'src/schema.ts' }],
    });
  });
});

describe('defaults that drizzle-kit spells wrongly', () => {
  it('are written so that Postgres reads them', async () => {
    const models = await readModels(`
      import { jsonb, line, pgTable, point, text, vector } from 'drizzle-orm/pg-core';
      export const a = pgTable('a', {
        a: jsonb().default({ it: "it's" }),
        b: jsonb().default('plain'),
        c: point({ mode: 'xy' }).default({ x: 1, y: 2 }),
        d: vector({ dimensions: 2 }).default([1, 2]),
        e: text().array().default(["it's", 'a "b"']),
        f: line().default([1, 2, 3]),
      });`);
    const defaults = [...(models.statements[1]?.sql ?? '').matchAll(/DEFAULT (.*?),?\n/g)];
    expect(defaults.map((match) => match[1])).toEqual([
      `'{"it":"it''s"}'::jsonb`,
      `'"plain"'`,
      `'(1,2)'`,
      `'[1,2]'`,
      `'{"it''s","a \\"b\\""}'`,
      `'{1,2,3}'`,
    ]);
    expect(models.extensions).toEqual(['vector']);
  });
});
