// A Drizzle project in a Git repository whose last commit adds one migration, for the benchmark of
// rehearsals: the models ask for what the migrations build, before and after.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeProject } from './project.ts';

/** One statement of a new migration, and what it makes of a line of the models. */
interface Step {
  readonly sql: string;
  /** The table and column whose model changes; null where none does. */
  readonly model: { readonly table: number; readonly column: string; readonly now: string } | null;
}

const addColumn: Step = {
  sql: 'ALTER TABLE "t5" ADD COLUMN "note" text;',
  model: { table: 5, column: 'note', now: `text('note')` },
};
const createIndex: Step = {
  sql: 'CREATE INDEX "t10_c7_idx" ON "t10" USING btree ("c7");',
  model: null,
};
const alterType: Step = {
  sql: 'ALTER TABLE "t20" ALTER COLUMN "c7" SET DATA TYPE bigint;',
  model: { table: 20, column: 'c7', now: `bigint('c7', { mode: 'number' })` },
};
const addForeignKey: Step = {
  sql: 'ALTER TABLE "t30" ADD CONSTRAINT "t30_c7_t40_id_fk" FOREIGN KEY ("c7") REFERENCES "t40"("id");',
  model: {
    table: 30,
    column: 'c7',
    now: `integer('c7').references((): AnyPgColumn => t40.id)`,
  },
};
const setNotNull: Step = {
  sql: 'ALTER TABLE "t50" ALTER COLUMN "c4" SET NOT NULL;',
  model: { table: 50, column: 'c4', now: `timestamp('c4').notNull()` },
};
const backfill: Step = {
  sql: `UPDATE "t5" SET "note" = 'none' WHERE "note" IS NULL;`,
  model: null,
};

/** New migrations of five statements each. */
export const migrations = {
  changes: [addColumn, createIndex, alterType, addForeignKey, setNotNull],
  backfill: [addColumn, backfill, createIndex, alterType, setNotNull],
} as const;

export type MigrationName = keyof typeof migrations;

/** Revisions of the repository: without the migration, with the models alone before it, and with it. */
export const BEFORE = 'HEAD~1';

const TABLES = 100;

/** Writes the repository; its working tree holds the migration. */
export function writeRepository(directory: string, name: MigrationName): void {
  mkdirSync(directory, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], {
      cwd: directory,
      stdio: 'ignore',
    });
  };
  // Four tables refer to each, and to one of them all the way: four levels.
  const parentOf = (table: number): number => Math.floor((table - 1) / 4);
  writeProject(directory, { tables: TABLES, columns: 10, migrations: 60, parentOf });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'before');
  addMigration(directory, migrations[name]);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'a migration');
}

/** The same in a repository whose base has the migration already, and older models. */
export function writeUnjudged(directory: string, from: string): void {
  cpSync(from, directory, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], {
      cwd: directory,
      stdio: 'ignore',
    });
  };
  git('reset', '--quiet', '--soft', BEFORE);
  git('reset', '--quiet', '--', 'src');
  git('commit', '--quiet', '--message', 'its migration');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'its models');
}

function addMigration(directory: string, steps: readonly Step[]): void {
  const journal = join(directory, 'drizzle/meta/_journal.json');
  const read = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { idx: number }[] };
  const idx = read.entries.length;
  const tag = `${String(idx).padStart(4, '0')}_new`;
  const when = 1_800_000_000_000;
  const entries = [...read.entries, { idx, version: '7', when, tag, breakpoints: true }];
  writeFileSync(journal, `${JSON.stringify({ ...read, entries }, null, 2)}\n`);
  writeFileSync(
    join(directory, `drizzle/${tag}.sql`),
    `${steps.map(({ sql }) => sql).join('\n--> statement-breakpoint\n')}\n`,
  );
  const file = join(directory, 'src/schema.ts');
  let text = readFileSync(file, 'utf8').replace('{ check,', '{ bigint, check,');
  for (const { model } of steps) if (model !== null) text = withModel(text, model);
  if (steps.includes(createIndex)) {
    text = text.replace(
      `  index('t10_c1_idx')`,
      `  index('t10_c7_idx').on(t.c7),\n  index('t10_c1_idx')`,
    );
  }
  writeFileSync(file, text);
}

function withModel(text: string, { table, column, now }: NonNullable<Step['model']>): string {
  const from = text.indexOf(`export const t${table} =`);
  const to = text.indexOf('}, (t)', from);
  const body = text.slice(from, to);
  const line = new RegExp(`^  ${column}: .*$`, 'mu');
  const changed = line.test(body)
    ? body.replace(line, `  ${column}: ${now},`)
    : `${body}  ${column}: ${now},\n`;
  return text.slice(0, from) + changed + text.slice(to);
}
