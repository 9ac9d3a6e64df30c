// The files of the golden plans, in sections.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the cases are. */
export const directory = join(import.meta.dirname, '../plan/golden');
export const files = readdirSync(directory).filter((name) => name.endsWith('.sql'));

export const textOf = (file: string): string => readFileSync(join(directory, file), 'utf8');

/** Sections by name: each begins with a comment line that is its name. */
export function sections(text: string): Map<string, string> {
  const parts = text.split(/^-- (before|after|renames|changes|plan|down|irreversible)\n/m);
  const found = new Map<string, string>([['title', parts[0] ?? '']]);
  for (let i = 1; i < parts.length; i += 2) found.set(parts[i] ?? '', (parts[i + 1] ?? '').trim());
  return found;
}

export interface GoldenSides {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** All of its sections. */
  readonly source: Map<string, string>;
}

/** The two sides of every case, for those who try them in other ways than the cases' own tests. */
export function goldenSides(): GoldenSides[] {
  return files.map((name) => {
    const source = sections(textOf(name));
    return { name, before: source.get('before') ?? '', after: source.get('after') ?? '', source };
  });
}
