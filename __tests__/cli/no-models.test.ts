// Projects without models: the example as its users see it, and the commands that have nothing to do there.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository, type TestRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

const example = join(import.meta.dirname, '../../examples/sql');

function copyOfExample(): TestRepository {
  const repository = createRepository();
  cpSync(example, repository.directory, { recursive: true });
  repository.commit('base');
  return repository;
}

describe('the example of SQL files', () => {
  it('is run and compared with nothing, and what is new is named', async () => {
    const repository = copyOfExample();
    repository.write({
      'migrations/0004_phone.up.sql': 'ALTER TABLE customer ADD COLUMN phone text;\n',
      'migrations/0004_phone.down.sql': 'ALTER TABLE customer DROP COLUMN phone;\n',
    });
    const words = ['--base', 'main', '--format', 'json'];
    const { code, out, error } = await runPlumbline('check', repository.directory, ...words);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const report = parseReport(out);
    expect(report.projects).toMatchObject([
      {
        id: 'migrations',
        root: '.',
        status: 'ok',
        models: null,
        migrations: {
          tool: 'sql',
          directory: 'migrations',
          total: 4,
          applied: 4,
          new: ['migrations/0004_phone.up.sql'],
        },
        drift: [],
        plan: { up: [], file: null },
        schemaDiffs: [
          {
            of: 'new',
            objects: [{ object: 'public.customer' }],
            tables: [{ table: 'public.customer', state: 'changed' }, { state: 'unchanged' }],
          },
        ],
        renames: [],
        notCompared: {},
        unmodelled: [],
      },
    ]);
    const text = renderText(report, { color: false, verbose: false });
    expect(text).toMatch(/^✓ Migrations run; no models to compare /);
    expect(text).toContain('✓ migrations  no models · 4 migrations applied, 1 new\n');
  });

  it('fails where a migration does, at its line', async () => {
    const repository = copyOfExample();
    repository.write({
      'migrations/0004_phone.up.sql': '-- a note\n\nALTER TABLE customers ADD COLUMN phone text;\n',
    });
    const { code, out } = await runPlumbline('check', repository.directory, '--base', 'main');
    expect(code).toBe(3);
    expect(out).toContain('error migrations/0004_phone.up.sql:3');
    expect(out).toContain('no models · 3 of 4 migrations applied');
  });

  it('has nothing that a migration could be made from', async () => {
    const { code, error } = await runPlumbline('makemigrations', copyOfExample().directory);
    expect(code).toBe(2);
    expect(error).toContain('migrations: there are no models that a migration could be made from');
  });

  it('is migrated in the books of its own tool', async () => {
    const { directory } = copyOfExample();
    const first = await runPlumbline('migrate', directory);
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out.match(/applied/g)).toHaveLength(3);
    expect((await runPlumbline('showmigrations', directory)).out).not.toContain('[ ]');
  });

  it('is left to its own tool where its books are', async () => {
    const repository = createRepository();
    repository.write({ 'db/migration/V1__a.sql': 'CREATE TABLE a (id bigserial);\n' });
    for (const command of ['migrate', 'showmigrations']) {
      const { code, error } = await runPlumbline(command, repository.directory);
      expect(code).toBe(2);
      expect(error).toContain('db/migration: only the tool that these migrations are written for');
    }
  });
});
