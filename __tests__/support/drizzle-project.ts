// A small Drizzle project as files: models, configuration, migrations in the journal layout.
export interface DrizzleProject {
  readonly models?: string;
  readonly migrations?: readonly (readonly [tag: string, sql: string])[];
  readonly config?: string;
}

const defaultConfig = `export default { dialect: 'postgresql', schema: './src/schema.ts', out: './drizzle' };\n`;

/** Paths and contents, from the root of the project. */
export function drizzleProject(project: DrizzleProject): Record<string, string> {
  const { models, migrations = [], config = defaultConfig } = project;
  const entries = migrations.map(([tag], idx) => ({
    idx,
    version: '7',
    when: 1_700_000_000_000 + idx * 1000,
    tag,
    breakpoints: true,
  }));
  return {
    'package.json': '{ "name": "small", "dependencies": { "drizzle-orm": "^0.45.4" } }\n',
    'drizzle.config.ts': config,
    ...(models === undefined ? {} : { 'src/schema.ts': models }),
    ...Object.fromEntries(migrations.map(([tag, sql]) => [`drizzle/${tag}.sql`, sql])),
    'drizzle/meta/_journal.json': JSON.stringify(
      { version: '7', dialect: 'postgresql', entries },
      null,
      2,
    ),
  };
}

/** The models of one table \`t\` with the given columns. */
export const oneTable = (columns: string): string => `
import { boolean, check, index, integer, pgTable, serial, text, varchar } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
export const t = pgTable('t', {
  id: integer().primaryKey(),
${columns}
});
`;
