// The schema before and after as a unified diff, of the statements that make each changed object.
import { hunkLines } from './hunks.ts';
import { clip } from './markdown-escape.ts';
import type { ChangedObjectReport, SchemaDiffReport } from './report.ts';
import { manyLines, oneLine } from './visible.ts';

const NAME_LENGTH = 200;

const SIDES: Readonly<Record<SchemaDiffReport['of'], readonly [string, string]>> = {
  missing: ['migrations', 'models'],
  new: ['base', 'head'],
};

/** One part for each object that differs: `--- migrations: table public.users`, and so on. */
export function unifiedDiff({ of, objects }: SchemaDiffReport): readonly string[] {
  return objects.flatMap((object) => {
    const lines = linesBetween(object);
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

function linesBetween({ before, after }: ChangedObjectReport): readonly string[] {
  const [old, wanted] = [linesOf(before), linesOf(after)];
  // What differs too much is all gone and all new.
  const rewritten = [...old.map((line) => `-${line}`), ...wanted.map((line) => `+${line}`)];
  return hunkLines(asText(old), asText(wanted)) ?? rewritten;
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
