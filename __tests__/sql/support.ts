// Folders of SQL migrations written down in the tests, and what is read of them.
import { sql } from '../../src/tools/sql/index.ts';
import type { MigrationSet, MigrationStatement, Project } from '../../src/tools/tool.ts';
import { memoryRevision } from '../support/memory-revision.ts';

export type Files = Readonly<Record<string, string>>;

function project(of: Partial<Project> = {}): Project {
  return {
    id: 'db',
    root: '',
    tool: 'sql',
    configFile: null,
    models: [],
    migrations: 'db/migrations',
    env: {},
    ignore: [],
    settings: {},
    ...of,
  };
}

/** The migrations of these files, which lie in `db/migrations` unless their path begins with `/`. */
export function read(files: Files, of: Partial<Project> = {}): Promise<MigrationSet> {
  return sql.readMigrations(memoryRevision(placed(files)), project(of));
}

function placed(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path.startsWith('/') ? path.slice(1) : `db/migrations/${path}`,
      text,
    ]),
  );
}

/** `3:1 CREATE TABLE a (id int)`: line and column in its file. */
export function outline(statements: readonly MigrationStatement[]): string[] {
  return statements.map(
    ({ sql: text, place }) => `${place.line}:${place.column ?? 0} ${text.replaceAll(/\s+/g, ' ')}`,
  );
}
