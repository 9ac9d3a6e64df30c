// Splits the text of a migration where drizzle's migrators do, keeping the line each part begins on.
import type { MigrationStatement } from '../tool.ts';

export const BREAKPOINT = '--> statement-breakpoint';

/** Parts between breakpoints; blank ones are dropped. A part may hold several statements of SQL. */
export function splitMigration(text: string, file: string): MigrationStatement[] {
  const statements: MigrationStatement[] = [];
  let offset = 0;
  let line = 1;
  for (const part of text.split(BREAKPOINT)) {
    const start = part.search(/\S/);
    const lines = countLines(part);
    if (start !== -1) {
      const before = part.slice(0, start);
      const lastBreak = before.lastIndexOf('\n');
      const column =
        lastBreak === -1 ? offset + start - text.lastIndexOf('\n', offset - 1) : start - lastBreak;
      statements.push({
        sql: part.slice(start).trimEnd(),
        place: { file, line: line + countLines(before), column },
      });
    }
    line += lines;
    offset += part.length + BREAKPOINT.length;
  }
  return statements;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
