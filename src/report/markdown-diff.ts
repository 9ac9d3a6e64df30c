// The schema before and after as a unified diff, of the statements that make each changed object.
import { EDITS_MOST, hunkLines } from './hunks.ts';
import { clip } from './markdown-escape.ts';
import type { ChangedObjectReport, SchemaDiffReport } from './report.ts';
import { manyLines, oneLine } from './visible.ts';

const NAME_LENGTH = 200;
// A report of 5 MB could ask for minutes of searching: so much is searched for all objects together.
const LONG_SEARCHES = 5;

const SIDES: Readonly<Record<SchemaDiffReport['of'], readonly [string, string]>> = {
  missing: ['migrations', 'models'],
  new: ['base', 'head'],
};

/** One part for each object that differs: `--- migrations: table public.users`, and so on. */
export function unifiedDiff({ of, objects }: SchemaDiffReport): readonly string[] {
  let left = LONG_SEARCHES;
  return objects.flatMap((object) => {
    const { lines, cost } = linesBetween(object, left > 0);
    left -= cost;
    if (lines.length === 0) return [];
    const name = clip(oneLine(`${object.kind} ${object.object}`), NAME_LENGTH);
    const title = (side: string, text: string | null): string =>
      text === null ? '/dev/null' : `${side}: ${name}`;
    return [
      [
        `--- ${title(SIDES[of][0], object.before)}`,
        `+++ ${title(SIDES[of][1], object.after)}`,
        ...lines,
      ].join('\n'),
    ];
  });
}

/** `cost` is the share of the longest search that is made. */
function linesBetween(
  { before, after }: ChangedObjectReport,
  isSearched: boolean,
): { readonly lines: readonly string[]; readonly cost: number } {
  const [old, wanted] = [linesOf(before), linesOf(after)];
  const hunks = isSearched ? hunkLines(asText(old), asText(wanted)) : null;
  // What differs too much is all gone and all new.
  const rewritten = [...old.map((line) => `-${line}`), ...wanted.map((line) => `+${line}`)];
  const edits = hunks?.filter((line) => /^[-+]/.test(line)).length ?? EDITS_MOST;
  const isCompared = before !== null && after !== null;
  return { lines: hunks ?? rewritten, cost: isCompared ? (edits / EDITS_MOST) ** 2 : 0 };
}

const asText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** A comma would make the line before a new last one differ too. */
function linesOf(text: string | null): readonly string[] {
  if (text === null) return [];
  return manyLines(text)
    .trimEnd()
    .split('\n')
    .map((line) => (line.startsWith('\t') ? `  ${line.slice(1).replace(/,$/, '')}` : line));
}
