// What `makemigrations` and `migrate` must never do to files and databases that are there already.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/files.ts';
import { drizzleProject, oneTable } from '../support/drizzle-project.ts';
import { createRepository, temporaryDirectory } from '../support/repository.ts';
import { runPlumbline, runPlumblineWith } from './run.ts';

const create = 'CREATE TABLE "t" (\n\t"id" integer PRIMARY KEY NOT NULL\n);\n';

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const repository = createRepository();
  repository.write(files);
  return repository.directory;
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('makemigrations', () => {
  it('never overwrites a file that is there', async () => {
    const base = drizzleProject({
      models: oneTable('  a: text(),'),
      migrations: [['0000_init', create]],
    });
    for (const taken of ['drizzle/0001_add_a.sql', 'drizzle/meta/0001_snapshot.json']) {
      const directory = project({ ...base, [taken]: 'precious' });
      const { code, error } = await runPlumbline('makemigrations', directory, '-m', 'add_a');
      expect([code, read(directory, taken)]).toEqual([3, 'precious']);
      expect(error).toContain(taken);
      expect(read(directory, 'drizzle/meta/_journal.json')).toBe(
        base['drizzle/meta/_journal.json'],
      );
    }
  });
});

describe('makemigrations, beside a journal that is broken', () => {
  it('writes nothing, and calls it a matter of configuration', async () => {
    const files = drizzleProject({
      models: oneTable('  a: text(),'),
      migrations: [['0000_init', create]],
    });
    const directory = project({ ...files, 'drizzle/meta/_journal.json': '{ "entries": [' });
    const { code, out } = await runPlumbline('makemigrations', directory);
    expect([code, out]).toEqual([2, expect.stringContaining('drizzle/meta/_journal.json:1')]);
    expect(readdirSync(join(directory, 'drizzle')).sort()).toEqual(['0000_init.sql', 'meta']);
  });
});

describe('writing files', () => {
  it('refuses to replace what is no longer what was read', () => {
    const directory = project({ 'journal.json': 'somebody else was here' });
    expect(() => {
      writeFiles(directory, [
        { path: 'new.sql', content: 'x' },
        { path: 'journal.json', content: 'two', replaces: 'one' },
      ]);
    }).toThrow(/journal\.json/);
    expect(readdirSync(directory).filter((name) => name !== '.git')).toEqual(['journal.json']);
  });

  it('takes back what it wrote when the rest cannot be written', () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, 'target/inner'), { recursive: true });
    expect(() => {
      writeFiles(directory, [
        { path: 'new.sql', content: 'x' },
        { path: 'target', content: 'a directory stands there' },
      ]);
    }).toThrow();
    expect(readdirSync(directory)).toEqual(['target']);
  });

  it('makes no directory outside of the workspace', () => {
    const outside = temporaryDirectory();
    const directory = temporaryDirectory();
    symlinkSync(outside, join(directory, 'drizzle'));
    expect(() => {
      writeFiles(directory, [{ path: 'drizzle/meta/_journal.json', content: '{}' }]);
    }).toThrow(/leads out/);
    expect(existsSync(join(outside, 'meta'))).toBe(false);
  });
});

describe('migrate', () => {
  it('applies nothing while a file that the journal names is missing', async () => {
    const files = drizzleProject({
      models: oneTable(''),
      migrations: [
        ['0000_init', create],
        ['0001_gone', 'select 1;'],
        ['0002_more', 'CREATE TABLE "more" ("id" integer);'],
      ],
    });
    delete files['drizzle/0001_gone.sql'];
    const directory = project(files);
    const { code, out, error } = await runPlumbline('migrate', directory);
    expect(code).toBe(2);
    expect(out).not.toContain('applied');
    expect(error).toContain('0001_gone');
    expect(existsSync(join(directory, '.plumbline'))).toBe(false);
  });

  it('what one migration sets for its session does not reach the next', async () => {
    const files = drizzleProject({
      models: oneTable(''),
      migrations: [
        ['0000_dump', `SELECT pg_catalog.set_config('search_path', '', false);`],
        ['0001_init', create],
      ],
    });
    const { code, out } = await runPlumbline('migrate', project(files));
    expect([code, out]).toEqual([0, expect.stringContaining('applied 0001_init')]);
  });

  it('a constraint that fails at the commit fails the migration, and nothing stays', async () => {
    const files = drizzleProject({
      models: oneTable(''),
      migrations: [
        [
          '0000_init',
          `${create}--> statement-breakpoint\nALTER TABLE "t" ADD FOREIGN KEY ("id") REFERENCES "t" ("id") DEFERRABLE INITIALLY DEFERRED;`,
        ],
        [
          '0001_rows',
          'CREATE TABLE "u" ("id" integer REFERENCES "t" ("id") DEFERRABLE INITIALLY DEFERRED);--> statement-breakpoint\nINSERT INTO "u" VALUES (7);',
        ],
      ],
    });
    const directory = project(files);
    const { code, out } = await runPlumbline('migrate', directory);
    expect([code, out]).toEqual([3, expect.stringContaining('failed  0001_rows')]);
    expect(out).toContain('nothing of this migration was kept');
    expect((await runPlumbline('tables', directory)).out).not.toContain('public.u');
    expect((await runPlumbline('showmigrations', directory)).out).toContain('[ ] 0001_rows');
  });

  it('says what stays of a migration that runs outside of a transaction and fails', async () => {
    const files = drizzleProject({
      models: oneTable(''),
      migrations: [
        ['0000_init', create],
        [
          '0001_index',
          'CREATE INDEX CONCURRENTLY "t_id" ON "t" ("id");\nALTER TABLE "t" ADD COLUMN "b" txet;',
        ],
      ],
    });
    const { code, out } = await runPlumbline('migrate', project(files));
    expect([code, out]).toEqual([
      3,
      expect.stringContaining('0001_index at drizzle/0001_index.sql:2'),
    ]);
    expect(out).toContain('its first 1 statement(s) stay applied');
  });

  it('brings a ledger of the older layout up to the newer one', async () => {
    const older = drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] });
    const directory = project(older);
    expect((await runPlumbline('migrate', directory)).code).toBe(0);
    const repository = join(directory, 'drizzle');
    rmSync(repository, { recursive: true });
    const write = (name: string, sql: string): void => {
      mkdirSync(join(repository, name), { recursive: true });
      writeFileSync(join(repository, name, 'migration.sql'), sql);
    };
    // The time that the older ledger holds, to the second.
    write('20231114221320_init', create);
    write('20240101000000_more', 'CREATE TABLE "more" ("id" integer);');
    const { code, out, error } = await runPlumbline('migrate', directory);
    expect([code, error, out]).toEqual([
      0,
      '',
      expect.stringContaining('applied 20240101000000_more'),
    ]);
    expect(out).not.toContain('_init');
    expect((await runPlumbline('migrate', directory)).out).toContain('nothing to apply');
  });

  it('an empty DATABASE_URL is none, and one for another server is refused', async () => {
    const directory = project(
      drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] }),
    );
    const empty = await runPlumblineWith({ DATABASE_URL: '' }, 'showmigrations', directory);
    expect([empty.code, empty.out]).toEqual([0, expect.stringContaining('embedded database')]);
    const other = await runPlumblineWith({ DATABASE_URL: 'file:./x.db' }, 'migrate', directory);
    expect([other.code, other.error]).toEqual([2, expect.stringContaining('DATABASE_URL')]);
  });

  it('says so where the embedded database can’t be kept', async () => {
    const directory = project({
      ...drizzleProject({ models: oneTable(''), migrations: [['0000_init', create]] }),
      '.plumbline': 'a file stands there',
    });
    const { code, error } = await runPlumbline('migrate', directory);
    expect([code, error]).toEqual([3, expect.stringContaining('--database-url')]);
  });
});
