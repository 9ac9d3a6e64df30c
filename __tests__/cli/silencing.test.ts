// Comments in migrations that allow what is found there, from a pull request to the report.
import { describe, expect, it } from 'vitest';
import { drizzleProject } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

const rulesAt = (findings: readonly { rule: string; line: number | null }[]): string[] =>
  findings.map(({ rule, line }) => `${rule}:${String(line)}`);

describe('a check of a pull request', () => {
  it('counts nothing that is allowed, shows it, and tells what allows nothing', async () => {
    const repository = createRepository();
    const imports = `import { integer, pgTable, text } from 'drizzle-orm/pg-core';\n`;
    const table = (columns: string): string =>
      `${imports}export const users = pgTable('users', { id: integer().primaryKey()${columns} });\n`;
    const first = [
      '0000_first',
      `CREATE TABLE "users" ("id" integer PRIMARY KEY, "a" text, "b" text);`,
    ] as const;
    const models = table(', a: text(), b: text()');
    repository.write(drizzleProject({ models, migrations: [first] }));
    repository.commit('base');
    const second = `-- plumbline:allow drop-column, used-column-gone reason="no code reads it" until=2999-12-31
ALTER TABLE "users" DROP COLUMN "a";--> statement-breakpoint
-- plumbline:allow drop-colum reason="a slip"
-- plumbline:allow create-index, used-table-gone reason="nothing of the kind"
ALTER TABLE "users" DROP COLUMN "b"; -- plumbline:allow used-column-gone reason="out of date" until=2000-01-01
`;
    repository.write(
      drizzleProject({ models: table(''), migrations: [first, ['0001_more', second]] }),
    );
    const words = ['check', repository.directory, '--base', 'HEAD'];
    const { code, out } = await runPlumbline(...words, '--format', 'json');
    const [project] = parseReport(out).projects;
    const loud = project?.findings.filter(({ severity }) => severity !== 'note') ?? [];
    expect(code).toBe(1);
    expect(rulesAt(loud).sort()).toEqual([
      'allowance-expired:5',
      'allowance-unknown-rule:3',
      'allowance-unused:4',
      'drop-column:5',
      'used-column-gone:5',
    ]);
    expect(loud.find(({ line }) => line === 3)?.message).toContain('did you mean drop-column');
    expect(loud.find(({ line }) => line === 4)?.message).toContain('create-index, used-table-gone');
    expect(rulesAt(project?.silenced ?? [])).toEqual(['drop-column:2', 'used-column-gone:2']);
    expect(project?.silenced[0]?.silenced).toEqual({
      ...{
        reason: 'no code reads it',
        until: '2999-12-31',
        file: 'drizzle/0001_more.sql',
        line: 1,
      },
    });
  });
});

describe('plumbline rehearse', () => {
  it('passes where all is allowed, for a file, for a statement or in the configuration', async () => {
    const repository = createRepository();
    const migration = `-- plumbline:allow-file create-index reason="a small table"
-- migrate:up
create index by_name on users (name);
-- plumbline:allow used-column-gone reason="only a check with models can tell"
alter table users drop column plan; -- plumbline:allow drop-column reason="never used"
-- migrate:down
alter table users add column plan text;
drop index by_name;
`;
    repository.write({
      'db/migrations/20260101000000_first.sql': `-- migrate:up\ncreate table users (id bigserial primary key, name text, plan text, since timestamptz);\n-- migrate:down\ndrop table users;\n`,
      'db/migrations/20260102000000_more.sql': migration,
      'db/migrations/20260103000000_last.sql': `-- migrate:up\ncreate table teams (id bigint primary key);\n`,
      'plumbline.yml': `rules:
  down-missing: { level: off, paths: db/migrations/20260103*, reason: nothing is in it yet }
  drop-table: { level: off, until: 2000-01-01 }
`,
    });
    const before = process.cwd();
    process.chdir(repository.directory);
    try {
      const { code, out, error } = await runPlumbline(
        'rehearse',
        'db/migrations/20260102000000_more.sql',
      );
      const said = out.split('\n').map((line) => line.trim());
      expect([code, error]).toEqual([0, '']);
      expect(said.filter((line) => /^(?:error|warning)/u.test(line))).toEqual([
        'warning plumbline.yml:3 This setting of drop-table was for the time until 2000-01-01, and has no effect any more: take it out, or give it a later day. [allowance-expired]',
      ]);
      expect(said).toContain(
        'Allowed: down-missing db/migrations/20260103000000_last.sql:1 (nothing is in it yet)',
      );
      expect(said).toContain(
        'Allowed: create-index db/migrations/20260102000000_more.sql:3 (a small table)',
      );
      expect(said).toContain(
        'Allowed: drop-column db/migrations/20260102000000_more.sql:5 (never used)',
      );
    } finally {
      process.chdir(before);
    }
  });
});
