// The table of statements with their true class, and the schema they are tried on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(import.meta.dirname, '../rehearse/statements');

/** What a statement does at worst, from the worst. */
const CLASSES = [
  'refused',
  'fails on data',
  'loses data',
  'rewrite',
  'build',
  'scan',
  'brief',
] as const;

export type StatementClass = (typeof CLASSES)[number];

export interface TableEntry {
  /** File and statement, for the test's name. */
  readonly title: string;
  readonly class: StatementClass;
  /** What comes before it in the same transaction, and is not judged. */
  readonly before: readonly string[];
  readonly sql: string;
}

/** The statements that create the schema and its rows. */
export function tableSchema(): string {
  return readFileSync(join(DIRECTORY, 'schema.sql'), 'utf8');
}

/** Every statement: a line each, under the comment that names its class. */
export function tableEntries(): TableEntry[] {
  const files = readdirSync(DIRECTORY).filter((name) => name !== 'schema.sql');
  return files.sort().flatMap((name) => entriesOf(name.replace('.sql', ''), name));
}

function entriesOf(topic: string, name: string): TableEntry[] {
  const entries: TableEntry[] = [];
  let current: StatementClass | undefined;
  for (const line of readFileSync(join(DIRECTORY, name), 'utf8').split('\n')) {
    if (line.startsWith('-- ')) {
      current = CLASSES.find((one) => one === line.slice(3));
      if (current === undefined) throw new Error(`${name}: no class is called ${line.slice(3)}`);
    } else if (line !== '') {
      if (current === undefined) throw new Error(`${name}: a statement before any class`);
      const parts = partsOf(line);
      const sql = parts.at(-1) ?? '';
      entries.push({ title: `${topic}: ${line}`, class: current, before: parts.slice(0, -1), sql });
    }
  }
  return entries;
}

/** Statements of a line; a body in dollar quotes stays whole. */
function partsOf(line: string): string[] {
  return line.includes('$$') ? [line] : line.split(/;\s*/).filter((part) => part !== '');
}
