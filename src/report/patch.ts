// The files of missing migrations as a patch that `git apply` takes at the root of the repository. A report
// may come from anywhere: nothing but files of the migrations' own directories gets into one.
import type { PlannedFileReport, ProjectReport, Report } from './report.ts';

/**
 * The patch for every project that lacks a migration; empty where none does, or where a file isn't one that
 * belongs into it. `prefix` leads from the repository's root to the directory that was checked.
 */
export function renderPatch({ projects }: Pick<Report, 'projects'>, prefix: string): string {
  const all = projects.flatMap((project) =>
    project.plan.files.map((file) => ({ file, fits: fits(file, project) })),
  );
  if (!all.every((one) => one.fits)) return '';
  const lines = all.flatMap(({ file }) => fileLines(file, prefix));
  return lines.length === 0 ? '' : [...lines, ...END].join('\n');
}

/** As git ends the patches it sends: pasted without its last line break, one without it would be broken. */
const END = ['-- ', 'plumbline', ''];

/** Where there is one new file and nothing else to add, that file. */
export function onlyNewFile({ projects }: Pick<Report, 'projects'>): {
  readonly path: string;
  readonly content: string;
} | null {
  const [file, ...others] = projects.flatMap(({ plan }) => plan.files);
  if (file === undefined || others.length > 0 || file.source !== null) return null;
  const [, ...lines] = file.hunks.split('\n');
  const text = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
  const isEnded = !file.hunks.endsWith(UNENDED);
  return { path: file.file, content: `${text.join('\n')}${isEnded ? '\n' : ''}` };
}

const UNENDED = '\\ No newline at end of file';

/** A file of the project's migrations, and hunks of it alone. */
function fits({ file, source, hunks }: PlannedFileReport, { migrations }: ProjectReport): boolean {
  const { directory } = migrations;
  return isWithin(file, directory) && isWithin(source ?? file, directory) && areHunks(hunks);
}

function isWithin(path: string, directory: string): boolean {
  const isPlain = path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
  return isPlain && (directory === '' || directory === '.' || path.startsWith(`${directory}/`));
}

/** What lies beyond the lines that a hunk announces could begin another file. */
function areHunks(text: string): boolean {
  let left: readonly [old: number, now: number] = [0, 0];
  for (const line of text === '' ? [] : text.split('\n')) {
    const after = left[0] + left[1] === 0 ? announced(line) : counted(line, left);
    if (line === UNENDED) continue;
    if (after === null) return false;
    left = after;
  }
  return left[0] + left[1] === 0;
}

/** How many lines before and after follow it; null where it is no head of a hunk. */
function announced(line: string): readonly [number, number] | null {
  const [, old, now] = /^@@ -\d+,(\d+) \+\d+,(\d+) @@$/u.exec(line) ?? [];
  return old === undefined || now === undefined ? null : [Number(old), Number(now)];
}

/** How many are left after it; null where it doesn't belong there. */
function counted(line: string, [old, now]: readonly [number, number]): typeof NONE | null {
  const [ofOld, ofNew] = SIGNS[line.charAt(0)] ?? NONE;
  const isOne = ofOld + ofNew > 0 && ofOld <= old && ofNew <= now;
  return isOne ? [old - ofOld, now - ofNew] : null;
}

const NONE: readonly [old: number, now: number] = [0, 0];
const SIGNS: Readonly<Record<string, typeof NONE>> = { ' ': [1, 1], '-': [1, 0], '+': [0, 1] };

function fileLines({ file, source, hunks }: PlannedFileReport, prefix: string): readonly string[] {
  const [target, from] = [`${prefix}${file}`, `${prefix}${source ?? file}`];
  const isCopy = source !== null && source !== file;
  return [
    `diff --git ${quoted(`a/${from}`)} ${quoted(`b/${target}`)}`,
    ...(source === null ? ['new file mode 100644'] : []),
    ...(isCopy ? [`copy from ${quoted(from)}`, `copy to ${quoted(target)}`] : []),
    ...(hunks === ''
      ? []
      : [
          `--- ${source === null ? '/dev/null' : named(`a/${from}`)}`,
          `+++ ${named(`b/${target}`)}`,
          hunks,
        ]),
  ];
}

/** A tab ends a name that holds spaces, as git itself writes it. */
const named = (path: string): string => `${quoted(path)}${path.includes(' ') ? '\t' : ''}`;

/** In git's own way, where a character could end the name or the line. */
function quoted(path: string): string {
  if (!/["\\\u0000-\u001F\u007F]/u.test(path)) return path;
  const bytes = [...Buffer.from(path)].map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    const isPlain = byte >= 0x20 && byte < 0x7f;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${bytes.join('')}"`;
}
