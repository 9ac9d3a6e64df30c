// What a missing migration adds and changes, file by file, as a report tells it.
import { hunkLines } from '../report/hunks.ts';
import type { PlannedFileReport } from '../report/report.ts';
import type { OutputFile } from '../tools/tool.ts';

/** Each file beside what it starts from. */
export function plannedFiles(files: readonly OutputFile[]): readonly PlannedFileReport[] {
  return files.map((file) => replacing(file) ?? repeating(file) ?? whole(file));
}

function replacing({ path, content, replaces }: OutputFile): PlannedFileReport | null {
  if (replaces === undefined) return null;
  const lines = hunkLines(replaces, content) ?? rewritten(replaces, content);
  return { file: path, source: path, hunks: lines.join('\n') };
}

/** Null where it has too little in common with anything. */
function repeating({ path, content, like }: OutputFile): PlannedFileReport | null {
  const lines = like === undefined ? null : hunkLines(like.content, content);
  if (like === undefined || lines === null) return null;
  return { file: path, source: like.path, hunks: lines.join('\n') };
}

const whole = ({ path, content }: OutputFile): PlannedFileReport => ({
  file: path,
  source: null,
  hunks: rewritten('', content).join('\n'),
});

/** All of it gone, and all of it new. */
function rewritten(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const [old, wanted] = [marked('-', before), marked('+', after)];
  const ranges = [rangeOf(before), rangeOf(after)];
  return [`@@ -${ranges[0] ?? ''} +${ranges[1] ?? ''} @@`, ...old, ...wanted];
}

const rangeOf = (text: string): string =>
  text === '' ? '0,0' : `1,${String(linesOf(text).length)}`;

const linesOf = (text: string): string[] => text.replace(/\n$/u, '').split('\n');

function marked(sign: '-' | '+', text: string): readonly string[] {
  if (text === '') return [];
  const lines = linesOf(text).map((line) => `${sign}${line}`);
  return text.endsWith('\n') ? lines : [...lines, '\\ No newline at end of file'];
}
