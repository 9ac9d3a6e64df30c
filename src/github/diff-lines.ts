// The lines of a pull request's diff that can be commented on, from the patches that GitHub shows.

/** A line as head has it. */
export interface DiffLine {
  readonly text: string;
  /** What a comment spans lies in one hunk. */
  readonly hunk: number;
}

/** By number, the lines of a file at head that are in this patch: what is added, and what stands around it. */
export function linesOfPatch(patch: string): ReadonlyMap<number, DiffLine> {
  const lines = new Map<number, DiffLine>();
  let hunk = 0;
  let next = 0;
  let left = 0;
  for (const line of patch.split('\n')) {
    const [, start, count = '1'] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (left === 0 && start !== undefined) {
      hunk += 1;
      next = Number(start);
      left = Number(count);
    } else if (left > 0 && /^[+ ]/.test(line)) {
      lines.set(next, { text: line.slice(1), hunk });
      next += 1;
      left -= 1;
    }
  }
  return lines;
}
