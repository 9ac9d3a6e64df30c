// New migrations from a pull request to what is said of them: in a check, and by the command of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drizzleProject } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline, type CommandResult } from './run.ts';

const imports = `import { integer, pgTable, text } from 'drizzle-orm/pg-core';\n`;
const columns = (more = ''): string =>
  `${imports}export const users = pgTable('users', { id: integer().primaryKey(), name: text(), plan: text()${more} });\n`;
const first = `CREATE TABLE "users" ("id" integer PRIMARY KEY, "name" text, "plan" text);`;

/** A repository whose first commit has one migration, and whose working tree has another. */
function pullRequest(
  migration: string,
  models = columns(),
  before = first,
  atBase = columns(),
): string {
  const repository = createRepository();
  repository.write(drizzleProject({ models: atBase, migrations: [['0000_first', before]] }));
  repository.commit('base');
  const migrations = [
    ['0000_first', before],
    ['0001_more', migration],
  ] as const;
  repository.write(drizzleProject({ models, migrations }));
  return repository.directory;
}

const inFile = 'drizzle/0001_more.sql';

describe('a check of a pull request', () => {
  it('weighs a drop by whether the models of base name the column', async () => {
    const drop = 'ALTER TABLE "users" DROP COLUMN "name";';
    const without = `${imports}export const users = pgTable('users', { id: integer().primaryKey(), plan: text() });\n`;
    const severity = async (atBase: string): Promise<unknown> => {
      const directory = pullRequest(drop, without, first, atBase);
      const words = ['check', directory, '--base', 'HEAD', '--format', 'json'];
      const [project] = parseReport((await runPlumbline(...words)).out).projects;
      return project?.findings.find(({ rule }) => rule === 'drop-column')?.severity;
    };
    expect([await severity(columns()), await severity(without)]).toEqual(['error', 'warning']);
  });

  it('takes it from base that something runs what a transaction refuses', async () => {
    const before = `${first}\n--> statement-breakpoint\nCREATE INDEX CONCURRENTLY "by_name" ON "users" ("name");`;
    const directory = pullRequest('DROP INDEX CONCURRENTLY "by_name";', columns(), before);
    const { code, out } = await runPlumbline(
      ...['check', directory, '--base', 'HEAD', '--format', 'json'],
    );
    expect(code).toBe(0);
    expect(parseReport(out).projects[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'concurrently-in-transaction', severity: 'note' }),
    );
  });

  it('tells what each new statement did and what is unsafe, with the safe form', async () => {
    const directory = pullRequest(
      `CREATE INDEX "by_plan" ON "users" ("plan");\nALTER TABLE "users" DROP COLUMN "name";`,
      `${imports}import { index } from 'drizzle-orm/pg-core';
export const users = pgTable('users', { id: integer().primaryKey(), plan: text() }, (t) => [index('by_plan').on(t.plan)]);\n`,
    );
    const sarif = join(directory, 'out/of the way/plumbline.sarif');
    const { code, out, error } = await runPlumbline(
      ...['check', directory, '--base', 'HEAD', '--format', 'json'],
      ...['--report', `sarif=${sarif}`, '--report', `junit=${directory}/junit.xml`],
    );
    expect([code, error]).toEqual([1, '']);
    expect(readFileSync(sarif, 'utf8')).toContain(`"uri": "${inFile}"`);
    expect(readdirSync(dirname(sarif))).toEqual(['plumbline.sarif']);
    expect(readFileSync(join(directory, 'junit.xml'), 'utf8')).toContain('<failure type="create-');
    const report = parseReport(out);
    expect(report.status).toBe('unsafe');
    const [project] = report.projects;
    const [migration] = project?.trace ?? [];
    expect(migration).toMatchObject({ migration: '0001_more', file: inFile });
    expect(migration?.statements).toMatchObject([
      { line: 1, builds: ['public.by_plan'], error: null },
      { line: 2, rows: { changed: [{ column: 'public.users.name' }] } },
    ]);
    expect(migration?.statements[0]?.locks).toContainEqual({
      ...{ relation: 'public.users', mode: 'SHARE' },
      ...{ existed: true, documented: false },
    });
    const said = (rule: string): unknown => project?.findings.find((one) => one.rule === rule);
    expect(said('create-index')).toMatchObject({
      ...{ file: inFile, line: 1, severity: 'error', migration: '0001_more' },
      safe: [
        '-- alone, outside of a transaction:',
        'CREATE INDEX CONCURRENTLY "by_plan" ON "users" USING btree ("plan");',
      ],
    });
    expect(said('drop-column')).toMatchObject({ file: inFile, line: 2, severity: 'error' });
    // What base's models still read.
    expect(said('used-column-gone')).toMatchObject({ file: inFile, line: 2, severity: 'error' });
  });

  it('says nothing of what makes its own tables', async () => {
    const directory = pullRequest(
      `CREATE TABLE "notes" ("id" integer PRIMARY KEY, "body" text);\nCREATE INDEX "by_body" ON "notes" ("body");`,
      `${columns()}import { index } from 'drizzle-orm/pg-core';
export const notes = pgTable('notes', { id: integer().primaryKey(), body: text() }, (t) => [index('by_body').on(t.body)]);\n`,
    );
    const { code, out } = await runPlumbline(
      ...['check', directory, '--base', 'HEAD', '--format', 'json'],
    );
    const [project] = parseReport(out).projects;
    const loud = project?.findings.filter(({ severity }) => severity !== 'note');
    expect([code, loud]).toEqual([0, []]);
    expect(project?.trace[0]?.statements).toHaveLength(2);
  });
});

/** Runs it where somebody would: in the workspace. */
async function rehearse(migration: string, ...words: string[]): Promise<CommandResult> {
  const before = process.cwd();
  process.chdir(pullRequest(migration));
  try {
    return await runPlumbline('rehearse', ...words);
  } finally {
    process.chdir(before);
  }
}

describe('plumbline rehearse', () => {
  const strict = `ALTER TABLE "users" ALTER COLUMN "plan" SET NOT NULL;`;

  it('shows what each statement did', async () => {
    const { code, out } = await rehearse(strict, inFile, '--trace');
    expect(code).toBe(1);
    expect(out).toContain('locks public.users ACCESS EXCLUSIVE');
    expect(out).toContain('scans public.users');
    expect(out).toContain(
      'depends on data: column "plan" of relation "users" contains null values',
    );
    expect(out).toContain('[set-not-null]');
  });

  it('names a file that is no migration, and asks which are new', async () => {
    const wrong = await rehearse(strict, 'drizzle/0009_none.sql', '.');
    expect([wrong.code, wrong.error]).toEqual([
      2,
      'plumbline: drizzle/0009_none.sql: no project has such a migration\n' +
        'plumbline: .: no project has such a migration\n',
    ]);
    const unsaid = await rehearse(strict);
    expect([unsaid.code, unsaid.error]).toEqual([
      2,
      'plumbline: say which migrations are new: their files, or --base REF\n',
    ]);
  });

  it('ends an endless loop at the time limit, and names the statement', async () => {
    const endless = `DO $$ BEGIN LOOP END LOOP; END $$;`;
    const { code, error } = await rehearse(endless, inFile, '--timeout', '8');
    expect(error).toContain('DO $$ BEGIN LOOP END LOOP; END $$');
    expect(code).toBe(3);
  });
});
