// Unified diffs between two texts, without the names of files.
import { structuredPatch } from 'diff';

const CONTEXT_LINES = 3;
/** The search takes time with the square of this. */
export const EDITS_MOST = 1_000;

/** The lines of all hunks, from `@@ -1,3 +1,4 @@` on; null where the texts differ in more than is searched for. */
export function hunkLines(before: string, after: string): readonly string[] | null {
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT_LINES,
    maxEditLength: EDITS_MOST,
  });
  if (patch === undefined) return null;
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${rangeOf(oldStart, oldLines)} +${rangeOf(newStart, newLines)} @@`,
    ...lines,
  ]);
}

/** An empty range begins after the line before it. */
function rangeOf(start: number, lines: number): string {
  return `${String(lines === 0 ? start - 1 : start)},${String(lines)}`;
}
