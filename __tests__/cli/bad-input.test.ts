// Bad input gets a clear message: what is wrong, where, and what to do.
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parseReport } from '../support/report-schema.ts';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { createRepository, temporaryDirectory } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

const create = 'CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL\n);\n';

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const repository = createRepository();
  repository.write(files);
  return repository.directory;
}

async function findingsOf(directory: string, ...words: string[]) {
  const { code, out, error } = await runPlumbline('check', directory, '--format', 'json', ...words);
  expect(error).toBe('');
  const report = parseReport(out);
  const findings = [...report.findings, ...report.projects.flatMap((one) => one.findings)];
  return { code, report, findings };
}

describe('bad input', () => {
  it('no project at all: says where it looked and what to write', async () => {
    const { code, error } = await runPlumbline('check', project({ 'readme.txt': 'hello' }));
    expect(code).toBe(2);
    expect(error).toContain('found no project');
    expect(error).toContain('plumbline.yml');
    expect(error).toContain('migrations: drizzle');
  });

  it('a model that does not parse', async () => {
    const files = drizzleProject({
      models: `${oneTable('')}\nexport const broken = pgTable('x', {;\n`,
      migrations: [['0000_init', create]],
    });
    const { code, findings } = await findingsOf(project(files));
    expect(code).not.toBe(0);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'unreadable-model', file: 'src/schema.ts', line: 9 }),
    );
  });

  it('a model that depends on an environment variable says so at its line, and raises no drift', async () => {
    const files = drizzleProject({
      models: `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer().primaryKey() });
export const other = pgTable(process.env.PREFIX + 'x', { id: integer() });
`,
      migrations: [
        ['0000_init', `${create}--> statement-breakpoint\nCREATE TABLE "px" ("id" integer);\n`],
      ],
    });
    const directory = project(files);
    const { code, report, findings } = await findingsOf(directory);
    expect(code).toBe(1);
    expect(report.projects[0]?.drift).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'unreadable-model',
        file: 'src/schema.ts',
        line: 3,
        message: expect.stringMatching(/plumbline\.yml: env: \{ PREFIX: … \}/) as string,
      }),
    );
    const repository = { 'plumbline.yml': 'env: { PREFIX: p }\n' };
    const told = await findingsOf(project({ ...files, ...repository }));
    const errors = told.findings.filter(({ severity }) => severity === 'error');
    expect([told.code, errors]).toEqual([0, []]);
  });

  it('a migration that fails: file, line, statement, what Postgres said, what ran before', async () => {
    const bad = `${create}--> statement-breakpoint\nALTER TABLE "t" ADD COLUMN "a" text;\n--> statement-breakpoint\nALTER TABLE "t"\n  ADD COLUMN "b" txet;\n`;
    const files = drizzleProject({
      models: oneTable(''),
      migrations: [
        ['0000_first', 'CREATE TABLE "first" ("id" integer);'],
        ['0001_bad', bad],
      ],
    });
    const { code, findings, report } = await findingsOf(project(files));
    expect(code).toBe(3);
    expect(report.projects[0]?.migrations).toMatchObject({ total: 2, applied: 1 });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'migration-failed', file: 'drizzle/0001_bad.sql', line: 8 }),
    );
    const [{ message } = { message: '' }] = findings.filter(
      ({ rule }) => rule === 'migration-failed',
    );
    expect(message).toContain('type "txet" does not exist (42704)');
    expect(message).toContain('statement 3');
    expect(message).toContain('1 migration(s) and 2 statement(s)');
  });

  it('a migration that fails for what a stand-in may lack says so', async () => {
    const lacking =
      'CREATE EXTENSION timescaledb_toolkit;--> statement-breakpoint\nSELECT stats_agg(1.0);';
    const files = drizzleProject({ models: oneTable(''), migrations: [['0000_bad', lacking]] });
    const { findings } = await findingsOf(project(files));
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'migration-failed',
        message: expect.stringContaining('stand-ins are here for timescaledb_toolkit') as string,
      }),
    );
  });

  it('a migration that never ends is stopped', async () => {
    const files = drizzleProject({
      models: oneTable(''),
      migrations: [
        ['0000_init', `${create}--> statement-breakpoint\ndo $$ begin loop end loop; end $$;`],
      ],
    });
    const { code, error } = await runPlumbline('check', project(files), '--timeout', '6');
    expect(code).toBe(3);
    expect(error).toContain('do $$ begin loop');
    expect(error).toContain('--timeout');
  });

  it('a model file that never ends is told while there is time to', async () => {
    const models = oneTable('').replace("'t'", '((): string => { for (;;); })()');
    const files = drizzleProject({ models, migrations: [['0000_init', create]] });
    const { code, findings } = await findingsOf(project(files), '--timeout', '10');
    expect(code).toBe(3);
    expect(findings).toContainEqual(
      expect.objectContaining({
        ...{ rule: 'models-unreadable', file: 'src/schema.ts' },
        message: expect.stringMatching(/it takes more than \d+(?:\.\d)? s$/) as string,
      }),
    );
  });

  it('a model file that eats memory is stopped and told, as all that a sandbox stops is', async () => {
    const models = `import { integer, pgTable } from 'drizzle-orm/pg-core';
export const t = pgTable('t', (() => {
  const a = []; for (;;) a.push(new Array(1e6).fill(1));
  return { id: integer() };
})());
`;
    const files = drizzleProject({ models, migrations: [['0000_init', create]] });
    const { code, findings } = await findingsOf(project(files));
    expect(code).not.toBe(0);
    expect(
      findings.some(({ file, severity }) => file === 'src/schema.ts' && severity === 'error'),
    ).toBe(true);
  });

  it('a journal that names a file that is not there, one index twice, and a file nobody names', async () => {
    const files = drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] });
    const entry = (idx: number, tag: string, when: number) => ({
      idx,
      version: '7',
      when,
      tag,
      breakpoints: true,
    });
    const journal = {
      version: '7',
      dialect: 'postgresql',
      entries: [entry(0, '0000_init', 1), entry(0, '0001_twin', 2), entry(2, '0002_gone', 3)],
    };
    const { findings } = await findingsOf(
      project({
        ...files,
        'drizzle/0001_twin.sql': 'select 1;',
        'drizzle/0009_stray.sql': 'select 1;',
        'drizzle/meta/_journal.json': JSON.stringify(journal, null, 2),
      }),
    );
    const said = findings.map(({ severity, message }) => `${severity} ${message}`).join('\n');
    expect(said).toMatch(/error .*0002_gone/);
    expect(said).toMatch(/0001_twin/);
    expect(said).toMatch(/warning .*0009_stray/);
  });

  it('binary, huge and linked model files are refused by name', async () => {
    const config = (file: string): Record<string, string | Uint8Array> => ({
      'drizzle.config.ts': `export default { dialect: 'postgresql', schema: './src/${file}', out: './drizzle' };`,
    });
    const binary = project({
      ...drizzleProject({ models: '', migrations: [['0000_init', create]] }),
      ...config('binary.ts'),
      'src/binary.ts': new Uint8Array([0, 1, 2, 3]),
    });
    const { code, findings } = await findingsOf(binary);
    expect(code).not.toBe(0);
    expect(findings.map(({ message }) => message).join('\n')).toContain('binary');
    const linked = project({
      ...drizzleProject({ models: '', migrations: [['0000_init', create]] }),
      ...config('link.ts'),
    });
    const outside = temporaryDirectory();
    writeFileSync(join(outside, 'outside.ts'), oneTable(''));
    symlinkSync(join(outside, 'outside.ts'), join(linked, 'src/link.ts'));
    expect((await findingsOf(linked)).code).not.toBe(0);
  });

  it('not a repository, and a base that is not fetched', async () => {
    const plain = temporaryDirectory();
    const noRepository = await runPlumbline('check', plain, '--base', 'main');
    expect(noRepository).toMatchObject({ code: 2 });
    expect(noRepository.error).toContain('needs a git repository');
    const repository = createRepository();
    repository.write(drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] }));
    const first = repository.commit('one');
    repository.write({ 'a.txt': 'a' });
    repository.commit('two');
    const clone = join(temporaryDirectory(), 'clone');
    repository.git('clone', '-q', '--depth=1', `file://${repository.directory}`, clone);
    const shallow = await runPlumbline('check', clone, '--base', first);
    expect(shallow.code).toBe(3);
    expect(shallow.error).toContain('fetch-depth');
  });

  it('a machine without git: only a base needs it', async () => {
    const files = drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] });
    const directory = project(files);
    vi.stubEnv('PATH', temporaryDirectory());
    try {
      expect(await runPlumbline('check', directory)).toMatchObject({ code: 0, error: '' });
      const { code, error } = await runPlumbline('check', directory, '--base', 'main');
      expect(code).toBe(3);
      expect(error).toContain('git is not installed');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('every mistake of plumbline.yml at once', async () => {
    const { code, error } = await runPlumbline(
      'check',
      project({ 'plumbline.yml': 'projcts: []\nenv: 3\n' }),
    );
    expect(code).toBe(2);
    expect(error).toContain('plumbline.yml:1: unknown key projcts');
    expect(error).toContain('plumbline.yml:2: env');
  });

  it('a project that does not exist', async () => {
    const files = drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] });
    const { code, error } = await runPlumbline('check', project(files), '--project', 'nope');
    expect(code).toBe(2);
    expect(error).toContain('--project nope: there is no such project; there are: small');
  });
});
