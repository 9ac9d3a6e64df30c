// What models can't say and hands wrote in SQL: it is rebuilt where it stands in the way of a change,
// with all that hangs on it, or it is named.
import { describe, expect, it } from 'vitest';
import { drizzleProject } from '../support/drizzle-project.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

/** The plan for a model of table `t` after migrations that know more than the model. */
async function plan(columns: string, migration: string) {
  const repository = createRepository();
  const models = `import { integer, pgTable, text, unique, varchar } from 'drizzle-orm/pg-core';
export const t = pgTable('t', { id: integer().primaryKey(), ${columns} });
`;
  repository.write(drizzleProject({ models, migrations: [['0000_init', migration]] }));
  const { out, error } = await runPlumbline('check', repository.directory, '--format', 'json');
  expect(error).toBe('');
  const [project] = parseReport(out).projects;
  if (project === undefined) throw new Error('no project');
  const errors = project.findings.filter(({ severity }) => severity === 'error');
  return { ...project, errors: errors.map(({ message }) => message) };
}

const table = `CREATE TABLE "t" ("id" integer PRIMARY KEY NOT NULL, "name" varchar(80), "old" text);`;

describe('objects written by hand', () => {
  it('are rebuilt around a change of type, with their grants, comments and dependents', async () => {
    const project = await plan(
      'name: text(), old: text()',
      [
        table,
        `CREATE ROLE reader;`,
        `CREATE VIEW names AS SELECT id, name FROM t;`,
        `CREATE VIEW long_names AS SELECT * FROM names WHERE length(name) > 10;`,
        `COMMENT ON VIEW names IS 'who it''s for';`,
        `GRANT SELECT ON names TO reader;`,
        `CREATE FUNCTION name_of(wanted integer) RETURNS varchar LANGUAGE sql BEGIN ATOMIC SELECT name FROM t WHERE id = wanted; END;`,
        `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;`,
        `CREATE TRIGGER touched BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION touch();`,
        `CREATE STATISTICS both_of_them ON id, name FROM t;`,
      ].join('\n--> statement-breakpoint\n'),
    );
    expect(project.errors).toEqual([]);
    expect(project.plan.proved).toBe(true);
    const up = project.plan.up.join('\n');
    for (const text of [
      'DROP VIEW "long_names"',
      'CREATE VIEW "names"',
      `COMMENT ON VIEW "names" IS 'who it''s for'`,
      'GRANT SELECT ON',
      'CREATE FUNCTION "public"."name_of"',
      'CREATE TRIGGER',
    ]) {
      expect(up).toContain(text);
    }
    expect(project.notCompared).toMatchObject({
      functions: ['public.name_of(integer)', 'public.touch()'],
      triggers: ['public.t.touched'],
    });
  });

  it('are named where a column goes that they need', async () => {
    const project = await plan(
      'name: varchar({ length: 80 })',
      `${table}--> statement-breakpoint
CREATE FUNCTION old_of(wanted integer) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT old FROM t WHERE id = wanted; END;`,
    );
    expect(project.plan.proved).toBe(false);
    expect(project.plan.up).toEqual([]);
    expect(project.errors).toEqual([
      expect.stringMatching(
        /function public\."?old_of\(integer\)"? needs column public\.t\.old, which would go/,
      ),
    ]);
  });

  it.each(['names_once', 'once'])(
    'lean on the key that is made in place of theirs (%s)',
    async (name) => {
      const project = await plan(
        'name: varchar({ length: 80 }).unique("names_once"), old: text()',
        `${table}--> statement-breakpoint
ALTER TABLE t ADD CONSTRAINT ${name} UNIQUE NULLS NOT DISTINCT (name);--> statement-breakpoint
CREATE TABLE other (name varchar(80) REFERENCES t (name));`,
      );
      expect(project.errors).toEqual([]);
      expect(project.plan.up).toEqual([
        'ALTER TABLE "other" DROP CONSTRAINT "other_name_fkey";',
        `ALTER TABLE "t" DROP CONSTRAINT "${name}";`,
        'ALTER TABLE "t" ADD CONSTRAINT "names_once" UNIQUE("name");',
        expect.stringContaining(
          'ALTER TABLE "other" ADD CONSTRAINT "other_name_fkey" FOREIGN KEY',
        ) as unknown,
      ]);
    },
  );
});
