// A large Drizzle project of our own making, for the benchmarks: tables with foreign keys, indexes,
// enums and checks, and a history of many small migrations that builds exactly what the models say.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ProjectSize {
  readonly tables: number;
  readonly columns: number;
  readonly migrations: number;
  /** Which table another one refers to; the one before it, where nothing is said. */
  readonly parentOf?: (table: number) => number;
}

/** Writes the project into `directory`: drizzle.config.ts, src/schema.ts, drizzle/. */
export function writeProject(directory: string, size: ProjectSize): void {
  const write = (path: string, content: string): void => {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  write('package.json', '{ "name": "large", "dependencies": { "drizzle-orm": "^0.45.4" } }\n');
  write(
    'drizzle.config.ts',
    "export default { dialect: 'postgresql', schema: './src/schema.ts', out: './drizzle' };\n",
  );
  write('src/schema.ts', models(size));
  const entries = history(size).map((statements, idx) => {
    const tag = `${String(idx).padStart(4, '0')}_step`;
    write(`drizzle/${tag}.sql`, statements.join('--> statement-breakpoint\n'));
    return { idx, version: '7', when: 1_700_000_000_000 + idx * 1000, tag, breakpoints: true };
  });
  const journal = { version: '7', dialect: 'postgresql', entries };
  write('drizzle/meta/_journal.json', `${JSON.stringify(journal, null, 2)}\n`);
}

const columnTypes = ['text', 'integer', 'boolean', 'jsonb', 'timestamp', 'uuid'] as const;
const typeOf = (column: number): (typeof columnTypes)[number] =>
  columnTypes[column % columnTypes.length] ?? 'text';

const previous = (table: number): number => table - 1;

function models({ tables, columns, parentOf = previous }: ProjectSize): string {
  const lines = [
    `import { check, index, integer, ${columnTypes.filter((type) => type !== 'integer').join(', ')}, pgEnum, pgTable, serial, type AnyPgColumn } from 'drizzle-orm/pg-core';`,
    `import { sql } from 'drizzle-orm';`,
    `export const state = pgEnum('state', ['new', 'open', 'done']);`,
  ];
  for (let table = 0; table < tables; table += 1) {
    lines.push(
      `export const t${table} = pgTable('t${table}', {`,
      `  id: serial().primaryKey(),`,
      `  state: state().notNull().default('new'),`,
      ...(table === 0
        ? []
        : [
            `  parentId: integer('parent_id').references((): AnyPgColumn => t${parentOf(table)}.id, { onDelete: 'cascade' }),`,
          ]),
    );
    for (let column = 0; column < columns; column += 1) {
      const nullable = column % 3 === 0 ? '.notNull()' : '';
      lines.push(`  c${column}: ${typeOf(column)}('c${column}')${nullable},`);
    }
    lines.push(
      `}, (t) => [`,
      ...(table === 0 ? [] : [`  index('t${table}_parent_idx').on(t.parentId),`]),
      `  index('t${table}_c1_idx').on(t.c1).where(sql\`\${t.c2} is true\`),`,
      `  check('t${table}_c1_check', sql\`\${t.c1} > 0\`),`,
      `]);`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Statements by migration: tables first, then the rest one thing at a time, spread evenly. */
function history({ tables, columns, migrations, parentOf = previous }: ProjectSize): string[][] {
  const statements = [`CREATE TYPE "state" AS ENUM('new', 'open', 'done');\n`];
  for (let table = 0; table < tables; table += 1) {
    const name = `t${table}`;
    statements.push(
      `CREATE TABLE "${name}" (\n\t"id" serial PRIMARY KEY NOT NULL,\n\t"state" "state" DEFAULT 'new' NOT NULL\n);\n`,
    );
    if (table > 0) {
      statements.push(
        `ALTER TABLE "${name}" ADD COLUMN "parent_id" integer;\n`,
        `ALTER TABLE "${name}" ADD CONSTRAINT "${name}_parent_id_t${parentOf(table)}_id_fk" FOREIGN KEY ("parent_id") REFERENCES "t${parentOf(table)}"("id") ON DELETE cascade;\n`,
        `CREATE INDEX "${name}_parent_idx" ON "${name}" USING btree ("parent_id");\n`,
      );
    }
    for (let column = 0; column < columns; column += 1) {
      const nullable = column % 3 === 0 ? ' NOT NULL' : '';
      statements.push(
        `ALTER TABLE "${name}" ADD COLUMN "c${column}" ${typeOf(column)}${nullable};\n`,
      );
    }
    statements.push(
      `CREATE INDEX "${name}_c1_idx" ON "${name}" USING btree ("c1") WHERE "c2" is true;\n`,
      `ALTER TABLE "${name}" ADD CONSTRAINT "${name}_c1_check" CHECK ("c1" > 0);\n`,
    );
  }
  const size = Math.ceil(statements.length / migrations);
  return Array.from({ length: Math.ceil(statements.length / size) }, (_, step) =>
    statements.slice(step * size, (step + 1) * size),
  );
}
