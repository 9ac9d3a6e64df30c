// What drizzle-kit pull writes first: the database as it was, all in a comment. It counts as what was
// there, and is run only where nothing is.
import { describe, expect, it } from 'vitest';
import { openServer } from '../../src/database/server.ts';
import { drizzleProject } from '../support/drizzle-project.ts';
import { postgresBinaries, startPostgres } from '../support/postgres-server.ts';
import { parseReport } from '../support/report-schema.ts';
import { createRepository } from '../support/repository.ts';
import { runPlumbline } from './run.ts';

const existing = `CREATE TABLE "shop" (
\t"id" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "till" (
\t"shop" integer NOT NULL
);`;

const pulled = `-- Current sql file was generated after introspecting the database
-- If you want to run this migration please uncomment this code before executing migrations
/*
${existing}
*/`;

function project(first = pulled): string {
  const repository = createRepository();
  repository.write(
    drizzleProject({
      models: `import { integer, pgTable, text } from 'drizzle-orm/pg-core';
export const shop = pgTable('shop', { id: integer().primaryKey(), name: text() });
export const till = pgTable('till', { shop: integer().notNull() });
`,
      migrations: [
        ['0000_pulled', first],
        ['0001_name', 'ALTER TABLE "shop" ADD COLUMN "name" text;'],
      ],
    }),
  );
  return repository.directory;
}

describe('a migration that drizzle-kit pull wrote', () => {
  it('is what the database had, and that is told', async () => {
    const { code, out } = await runPlumbline('check', project(), '--format', 'json');
    const [report] = parseReport(out).projects;
    expect(report?.drift).toEqual([]);
    expect(code).toBe(0);
    expect(report?.migrations.applied).toBe(2);
    expect(report?.findings.map(({ rule }) => rule)).toContain('baseline-commented');
  });

  it('fails at its own line where it is wrong', async () => {
    const wrong = pulled.replace('"shop" integer NOT NULL', '"shop" no_such_type NOT NULL');
    const { out } = await runPlumbline('check', project(wrong), '--format', 'json');
    const findings = parseReport(out).projects.flatMap((one) => one.findings);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'migration-failed',
        file: 'drizzle/0000_pulled.sql',
        line: 9,
      }),
    );
  });

  it.skipIf(postgresBinaries() === null)(
    'is run on an empty database, and only recorded on one that has tables',
    async () => {
      const server = await startPostgres();
      const tables = async (): Promise<unknown[]> => {
        const database = await openServer(server.url);
        const rows = await database.query(
          `select table_name || '.' || column_name as name from information_schema.columns
           where table_schema = 'public' order by 1`,
        );
        await database.close();
        return rows.map(({ name }) => name);
      };
      try {
        const target = ['--database-url', server.url];
        for (const before of ['', existing.replace('--> statement-breakpoint', '')]) {
          const database = await openServer(server.url);
          await database.exec(
            `drop schema if exists drizzle cascade; drop table if exists shop, till; ${before}`,
          );
          await database.close();
          const { code, error } = await runPlumbline('migrate', project(), ...target);
          expect([code, error]).toEqual([0, '']);
          expect(await tables()).toEqual(['shop.id', 'shop.name', 'till.shop']);
        }
      } finally {
        await server.stop();
      }
    },
  );
});
