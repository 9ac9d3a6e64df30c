// The two sides of every golden plan, for tests that try them in other ways than their own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = join(import.meta.dirname, '../plan/golden');

export interface GoldenSides {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Read from the files; what is there is sorted by name. */
export function goldenSides(): GoldenSides[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.sql'));
  return files.sort().map((name) => {
    const text = readFileSync(join(directory, name), 'utf8');
    return { name, before: section(text, 'before'), after: section(text, 'after') };
  });
}

function section(text: string, name: string): string {
  const [, rest = ''] = text.split(new RegExp(`^-- ${name}\n`, 'm'));
  return rest.split(/^-- (?:after|renames|changes|plan|down)\n/m)[0] ?? '';
}
