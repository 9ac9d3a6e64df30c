// Each way of saying that something was renamed, from files to the migration; and what nobody said.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/commands/index.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import type { ProjectReport } from '../../src/report/report.ts';
import { noTerminal, runPlumbline } from '../cli/run.ts';
import { drizzleProject } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';

type Files = Readonly<Record<string, string>>;

const imports = `import { boolean, index, integer, pgEnum, pgSchema, pgTable, pgView, serial, text, varchar } from 'drizzle-orm/pg-core';
import { eq, sql } from 'drizzle-orm';
`;
const before = `CREATE TABLE "users" ("id" integer PRIMARY KEY, "fullname" text NOT NULL, "age" integer);`;
const users = (tag: string, name = 'name: text().notNull()'): string => `${imports}
export const users = pgTable('users', {
  id: integer().primaryKey(),
  ${tag}
  ${name},
  age: integer(),
});
`;

const projectOf = (models: string, migration = before): Files =>
  drizzleProject({ models, migrations: [['0000_first', migration]] });

function write(files: Files): string {
  const repository = createRepository();
  repository.write(files);
  return repository.directory;
}

async function check(
  directory: string,
  ...words: string[]
): Promise<{ code: number; project: ProjectReport; messages: string[] }> {
  const { code, out, error } = await runPlumbline(
    ...['check', directory, '--format', 'json', ...words],
  );
  expect(error).toBe('');
  const { projects, findings } = parseReport(out);
  const [project] = projects;
  if (project === undefined) throw new Error('no project');
  const messages = [...findings, ...project.findings]
    .filter(({ rule }) => rule.includes('rename'))
    .map(({ file, line, message }) => `${file ?? ''}:${line ?? ''} ${message}`);
  return { code, project, messages };
}

const rename = 'ALTER TABLE "users" RENAME COLUMN "fullname" TO "name";';

describe('a rename of a column', () => {
  it.each([
    ['by a tag', { 'src/schema.ts': users('/** @renamedFrom fullname */') }, []],
    ['by plumbline.yml', { 'plumbline.yml': 'renames:\n  users.fullname: users.name\n' }, []],
    [
      'by plumbline.yml, in the project, with the schema',
      {
        'plumbline.yml':
          'projects:\n  - id: small\n    renames: { public.users.fullname: public.users.name }\n',
      },
      [],
    ],
    ['by an option', {}, ['--rename', 'users.fullname=users.name']],
  ] as const)('%s', async (_title, files, words) => {
    const directory = write({ ...projectOf(users('')), ...files });
    const { code, project, messages } = await check(directory, ...words);
    expect(messages).toEqual([]);
    expect(code).toBe(1);
    expect(project.plan).toMatchObject({
      proved: true,
      up: [rename],
      down: ['ALTER TABLE "users" RENAME COLUMN "name" TO "fullname";'],
      irreversible: [],
    });
    expect(project.drift).toMatchObject([
      { op: 'rename', kind: 'column', object: 'public.users.name', weight: 'substance' },
    ]);
    expect(project.renames).toEqual([]);
  });

  it('undecided blocks, and shows both ways', async () => {
    const directory = write(projectOf(users('')));
    const { code, project, messages } = await check(directory);
    expect(code).toBe(1);
    expect(project.status).toBe('drift');
    expect(project.plan).toMatchObject({ up: [], proved: false, file: null });
    expect(project.renames).toMatchObject([
      {
        kind: 'column',
        from: 'public.users.fullname',
        to: 'public.users.name',
        introduced: true,
        model: { file: 'src/schema.ts', line: 7 },
        rename: { statements: [rename], proved: true, problem: null },
        dropAndAdd: {
          statements: [
            'ALTER TABLE "users" DROP COLUMN "fullname";',
            'ALTER TABLE "users" ADD COLUMN "name" text NOT NULL;',
          ],
          proved: true,
          problem: expect.stringContaining('null values') as string,
        },
      },
    ]);
    expect(messages).toEqual([
      expect.stringMatching(/^src\/schema.ts:7 column public.users.fullname may have been renamed/),
    ]);
  });

  it.each([
    ['by a tag', { 'src/schema.ts': users('/** @renamedFrom - */') }, []],
    ['by plumbline.yml', { 'plumbline.yml': 'renames: { users.fullname: null }\n' }, []],
    ['by an option', {}, ['--rename', 'users.fullname=']],
    ['by an option for what is new', {}, ['--rename', '=users.name']],
  ] as const)('denied %s is a drop and an add', async (_title, files, words) => {
    const directory = write({ ...projectOf(users('')), ...files });
    const { project, messages } = await check(directory, ...words);
    expect(messages).toEqual([]);
    expect(project.plan.up).toEqual([
      'ALTER TABLE "users" DROP COLUMN "fullname";',
      'ALTER TABLE "users" ADD COLUMN "name" text NOT NULL;',
    ]);
  });

  it('that is done says nothing any more', async () => {
    const files = {
      ...projectOf(users('/** @renamedFrom fullname, first_name */'), `${before}\n${rename}`),
      'plumbline.yml': 'renames: { users.fullname: users.name, users.gone: null }\n',
    };
    const { code, project, messages } = await check(write(files));
    expect({ code, messages, drift: project.drift }).toEqual({ code: 0, messages: [], drift: [] });
  });

  it('takes the new type along', async () => {
    const models = users('/** @renamedFrom nick, fullname */', 'name: varchar({ length: 80 })');
    const { project } = await check(write(projectOf(models)));
    expect(project.plan).toMatchObject({ proved: true });
    expect(project.plan.up).toEqual([
      rename,
      'ALTER TABLE "users" ALTER COLUMN "name" SET DATA TYPE varchar(80);',
      'ALTER TABLE "users" ALTER COLUMN "name" DROP NOT NULL;',
    ]);
  });
});

describe('decisions that are wrong', () => {
  it('are told all at once, each at its place', async () => {
    const files = {
      ...projectOf(users('/** @renamedFrom age */')),
      'plumbline.yml': `renames:
  users.fulname: users.name
  users.age: null
  people: persons
  users.fullname: users.id
`,
    };
    const words = ['--rename', 'users.fullname=users.nme', '--rename', 'nothing=nowhere'];
    const { code, project, messages } = await check(write(files), ...words);
    expect(code).toBe(2);
    expect(project.plan.up).toEqual([]);
    expect(messages.filter((message) => !message.includes('may have been'))).toEqual([
      'plumbline.yml:4 renames: people: persons: there is no such thing in any project',
      ': --rename nothing=nowhere: there is no such thing in any project',
      'src/schema.ts:6 @renamedFrom age: public.users.age is still in the models',
      'plumbline.yml:2 renames: users.fulname: users.name: there is no users.fulname in the database, and no public.users.name',
      'plumbline.yml:3 renames: users.age: null: public.users.age is still in the models',
      'plumbline.yml:5 renames: users.fullname: users.id: the database has both public.users.fullname and public.users.id',
      ': --rename users.fullname=users.nme: there is no users.nme in the models',
    ]);
  });

  it('contradict each other', async () => {
    const files = projectOf(users('/** @renamedFrom fullname */'));
    const two = `${before} ALTER TABLE "users" ADD COLUMN "nick" text;`;
    const { messages } = await check(
      write({ ...files, ...projectOf(users('/** @renamedFrom fullname */'), two) }),
      ...['--rename', 'users.nick=users.name'],
    );
    expect(messages).toEqual([
      ': --rename users.nick=users.name: @renamedFrom fullname says something else of it',
    ]);
  });
});

describe('a rename of other things', () => {
  it('a table, with what is named after it', async () => {
    const models = `${imports}
/** @renamedFrom people */
export const users = pgTable('users', {
  id: serial().primaryKey(),
  /** @renamedFrom fullname */
  name: text().unique(),
  friend: integer(),
}, (t) => [index('by_friend').on(t.friend)]);
export const posts = pgTable('posts', { author: integer().references(() => users.id) });
`;
    const { project, messages } = await check(
      write(
        projectOf(
          models,
          `CREATE TABLE "people" ("id" serial PRIMARY KEY, "fullname" text, "friend" integer,
             CONSTRAINT "people_fullname_unique" UNIQUE("fullname"));
           CREATE INDEX "by_friend" ON "people" ("friend");
           CREATE TABLE "posts" ("author" integer);
           ALTER TABLE "posts" ADD CONSTRAINT "posts_author_people_id_fk" FOREIGN KEY ("author") REFERENCES "people" ("id");`,
        ),
      ),
    );
    expect(messages).toEqual([]);
    expect(project.plan).toMatchObject({ proved: true });
    expect(project.plan.up).toEqual([
      'ALTER TABLE "people" RENAME TO "users";',
      'ALTER TABLE "users" RENAME COLUMN "fullname" TO "name";',
      'ALTER TABLE "users" RENAME CONSTRAINT "people_fullname_unique" TO "users_name_unique";',
      'ALTER SEQUENCE "public"."people_id_seq" RENAME TO "users_id_seq";',
      'ALTER TABLE "users" RENAME CONSTRAINT "people_pkey" TO "users_pkey";',
      'ALTER TABLE "posts" RENAME CONSTRAINT "posts_author_people_id_fk" TO "posts_author_users_id_fk";',
    ]);
  });

  it('a value of an enum that is a default', async () => {
    const models = `${imports}
export const status = pgEnum('status', [/** @renamedFrom active */ 'enabled', 'closed']);
export const t = pgTable('t', { s: status().default('enabled').notNull() });
`;
    const migration = `CREATE TYPE "status" AS ENUM('active', 'closed');
      CREATE TABLE "t" ("s" "status" DEFAULT 'active' NOT NULL);`;
    const { project } = await check(write(projectOf(models, migration)));
    expect(project.plan).toMatchObject({
      proved: true,
      up: [`ALTER TYPE "public"."status" RENAME VALUE 'active' TO 'enabled';`],
    });
    const plain = models.replace('/** @renamedFrom active */ ', '');
    const undecided = await check(write(projectOf(plain, migration)));
    expect(undecided.project.renames).toMatchObject([
      {
        kind: 'enum value',
        rename: { option: '--rename status.active=status.enabled', proved: true },
        dropAndAdd: { config: 'status.active: null' },
      },
    ]);
    const option = await check(
      write(projectOf(plain, migration)),
      ...['--rename', 'status.active=status.enabled'],
    );
    expect(option.project.plan.up).toEqual(project.plan.up);
  });

  it('two columns that change places', async () => {
    const models = `${imports}
export const t = pgTable('t', { a: integer(), b: text() });`;
    const { project } = await check(
      write(projectOf(models, 'CREATE TABLE "t" ("a" text, "b" integer);')),
      ...['--rename', 't.a=t.b', '--rename', 't.b=t.a'],
    );
    expect(project.plan).toMatchObject({ proved: true });
    expect(project.plan.up).toHaveLength(3);
    expect(project.plan.up.every((sql) => sql.includes('RENAME COLUMN'))).toBe(true);
  });
});

describe('against a base', () => {
  const compare = async (base: Files, head: Files) => {
    const repository = createRepository();
    repository.write(base);
    const commit = repository.commit('base');
    repository.write(head);
    return check(repository.directory, '--base', commit);
  };

  it('what base has undecided already never blocks', async () => {
    const { code, project } = await compare(
      projectOf(users('')),
      projectOf(`${users('')}// more\n`),
    );
    expect(code).toBe(0);
    expect(project.renames).toMatchObject([{ introduced: false, rename: { statements: [] } }]);
  });

  it('what base has decided and not migrated is inherited', async () => {
    const files = projectOf(users('/** @renamedFrom fullname */'));
    const { code, project } = await compare(files, { ...files, 'README.md': 'more' });
    expect(code).toBe(0);
    expect(project.drift).toMatchObject([{ op: 'rename', introduced: false }]);
    expect(project.plan.up).toEqual([]);
  });

  it('a table that may have been renamed hides its columns until that is decided', async () => {
    const table = (name: string, column: string, tag = ''): string => `${imports}
${tag}
export const one = pgTable('${name}', {
  id: integer().primaryKey(), ${column}: text(), email: text(), city: text(),
});`;
    const migration =
      'CREATE TABLE "people" ("id" integer PRIMARY KEY, "fullname" text, "email" text, "city" text);';
    const base = projectOf(table('people', 'fullname'), migration);
    const open = await compare(base, projectOf(table('users', 'name'), migration));
    expect(open.project.renames.map(({ from, to }) => [from, to])).toEqual([
      ['public.people', 'public.users'],
    ]);
    const tagged = table('users', 'name', '/** @renamedFrom people */');
    const next = await compare(base, projectOf(tagged, migration));
    expect(next.project.renames.map(({ from, to }) => [from, to])).toEqual([
      ['public.users.fullname', 'public.users.name'],
    ]);
  });
});

describe('makemigrations', () => {
  const make = async (directory: string, keys: readonly string[] | null) => {
    let out = '';
    let error = '';
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = '';
    let answered = 0;
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      // Each question is answered once it can be seen.
      if (
        keys !== null &&
        shown.split('renamed to').length - 1 > answered &&
        answered < keys.length
      ) {
        const key = keys[answered] ?? '';
        answered += 1;
        setTimeout(() => input.write(key), 50);
      }
    });
    const code = await runCommand(['makemigrations', directory], {
      out: (text) => (out += text),
      error: (text) => (error += text),
      terminal: noTerminal,
      dialogue: keys === null ? null : { input, output },
      color: false,
      environment: {},
    });
    expect(error).toBe('');
    const written = readdirSync(join(directory, 'drizzle')).filter((name) =>
      name.startsWith('0001'),
    );
    const sql = written.map((name) => readFileSync(join(directory, 'drizzle', name), 'utf8'));
    return { code, out, shown, sql };
  };
  const [down, enter] = ['\u001B[B', '\r'];

  it('writes nothing where nobody can be asked', async () => {
    const { code, out, sql } = await make(write(projectOf(users(''))), null);
    expect({ code, sql }).toEqual({ code: 1, sql: [] });
    expect(out).toContain('--rename users.fullname=users.name');
  });

  it('asks on a terminal, and writes what was answered', async () => {
    const renamed = await make(write(projectOf(users(''))), [enter]);
    expect(renamed).toMatchObject({ code: 0, sql: [rename] });
    expect(renamed.shown).toContain('was the column public.users.fullname renamed to');
    expect(renamed.out).toContain('What you answered is in the migration');
    const apart = await make(write(projectOf(users(''))), [down + enter]);
    expect(apart.sql[0]).toContain('DROP COLUMN "fullname"');
    const stopped = await make(write(projectOf(users(''))), [down + down + enter]);
    expect(stopped).toMatchObject({ code: 1, sql: [] });
    const cancelled = await make(write(projectOf(users(''))), ['\u0003']);
    expect(cancelled).toMatchObject({ code: 1, sql: [] });
  });
});

it('keeps rows and values', async () => {
  const first = `CREATE TYPE "state" AS ENUM('active', 'closed');
    CREATE TABLE "people" ("id" serial PRIMARY KEY, "fullname" text NOT NULL, "s" "state" DEFAULT 'active');`;
  const models = `${imports}
/** @renamedFrom state */
export const status = pgEnum('status', [/** @renamedFrom active */ 'enabled', 'closed']);
/** @renamedFrom people */
export const users = pgTable('users', {
  id: serial().primaryKey(),
  /** @renamedFrom fullname */
  name: varchar({ length: 80 }).notNull(),
  state: status('s').default('enabled'),
});
`;
  const directory = write(projectOf(models, first));
  const { code, out, error } = await runPlumbline('makemigrations', directory, '-m', 'names');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('drizzle/0001_names.sql written, proved');
  const db = await openEmbedded({ extensions: [] });
  await db.exec(first);
  await db.exec(`insert into people (fullname, s) values ('Ann', 'active'), ('Bob', 'closed')`);
  await db.exec(readFileSync(join(directory, 'drizzle/0001_names.sql'), 'utf8'));
  await db.exec(`insert into users (name) values ('Cid')`);
  expect(await db.query('select id, name, s::text as s from users order by id')).toEqual([
    { id: 1, name: 'Ann', s: 'enabled' },
    { id: 2, name: 'Bob', s: 'closed' },
    { id: 3, name: 'Cid', s: 'enabled' },
  ]);
  await db.close();
  const after = await check(directory);
  expect({ code: after.code, drift: after.project.drift }).toEqual({ code: 0, drift: [] });
});
