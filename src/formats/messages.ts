// What is said of a problem where there is room for several lines.
import type { Problem } from '../report/problems.ts';
import { manyLines } from '../report/visible.ts';

const LONGEST = 4_000;

/** The message, then the statements that mend it. */
export function messageOf({ message, statements, rule }: Problem): string {
  const text = manyLines(message).trimEnd();
  if (statements.length === 0) return clipped(text);
  const title = rule === 'missing-migration' ? 'What adds it' : 'Instead';
  return clipped(`${text}\n\n${title}:\n${statements.map((sql) => manyLines(sql)).join('\n')}`);
}

function clipped(text: string): string {
  if (text.length <= LONGEST) return text;
  // Half a character would be no text any more.
  return `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
