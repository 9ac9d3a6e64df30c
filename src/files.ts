// Writing files so that none is ever seen half-written; of migrations, so that none that is there is lost.
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { EnvironmentError, messageOf } from './errors.ts';
import type { OutputFile } from './tools/tool.ts';

interface Staged extends OutputFile {
  readonly target: string;
  readonly temporary: string;
}

/**
 * Writes every file under a temporary name, then puts each in its place: new files first, for what
 * replaces another (a journal) makes them count. Where anything fails, everything is as it was.
 * Throws `EnvironmentError`.
 */
export function writeFiles(directory: string, files: readonly OutputFile[]): void {
  const root = realpathSync(directory);
  const staged = files.map((file): Staged => {
    const target = join(root, file.path);
    return { ...file, target, temporary: `${target}.plumbline-${process.pid}` };
  });
  const placed: Staged[] = [];
  try {
    for (const file of staged) stage(root, file);
    for (const file of [...staged].sort((a, b) => rank(a) - rank(b))) {
      place(file);
      placed.push(file);
    }
  } catch (error) {
    for (const file of placed) takeBack(file);
    throw new EnvironmentError(
      `could not write the migration: ${messageOf(error)}`,
      'Mend that and run again; nothing was written.',
      { cause: error },
    );
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

/**
 * Writes one file, wherever it is: under a temporary name, then put in its place. Throws
 * `EnvironmentError`, and then what was there still is.
 */
export function replaceFile(target: string, content: string): void {
  const temporary = `${target}.plumbline-${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (error) {
    throw new EnvironmentError(
      `could not write ${target}: ${messageOf(error)}`,
      'Mend that and run again; what was there is as it was.',
      { cause: error },
    );
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Writes one file wherever the user says; a device or a pipe is written to. `within` is the directory that it
 * must not leave, whatever links are in it; null for none. Throws `EnvironmentError`.
 */
export function writeOutput(path: string, content: string, within: string | null): void {
  const target = resolve(path);
  try {
    if (within !== null) refuseOutside(realpathSync(within), nearestDirectory(dirname(target)));
    if (/^\/(?:dev|proc)\/[^/]+(?:\/fd\/\d+)?$/u.test(target)) {
      writeFileSync(target, content, { flag: 'a' });
      return;
    }
  } catch (error) {
    const help = 'Mend that, or name another file.';
    throw new EnvironmentError(`could not write ${path}: ${messageOf(error)}`, help, {
      cause: error,
    });
  }
  replaceFile(target, content);
}

const rank = ({ replaces }: OutputFile): number => (replaces === undefined ? 0 : 1);

function stage(root: string, { path, content, replaces, target, temporary }: Staged): void {
  refuseOutside(root, nearestDirectory(dirname(target)));
  if (replaces === undefined && existsSync(target)) {
    throw new Error(`${path} is there already; move it away, or give another name with --name`);
  }
  if (replaces !== undefined && decoded(target) !== replaces) {
    throw new Error(`${path} was changed meanwhile`);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(temporary, content);
}

/** The text as a revision reads it. */
const decoded = (file: string): string => new TextDecoder().decode(readFileSync(file));

/** A link, unlike a rename, fails where somebody made the file in the meantime. */
function place({ replaces, target, temporary }: Staged): void {
  if (replaces !== undefined) {
    renameSync(temporary, target);
    return;
  }
  try {
    linkSync(temporary, target);
  } catch {
    // Not every file system knows links. What is there makes this fail as well.
    copyFileSync(temporary, target, constants.COPYFILE_EXCL);
  }
}

function takeBack({ replaces, target }: Staged): void {
  if (replaces === undefined) rmSync(target, { force: true });
  else writeFileSync(target, replaces);
}

/** The directory itself, or the nearest one above it that exists. */
function nearestDirectory(directory: string): string {
  return existsSync(directory) ? directory : nearestDirectory(dirname(directory));
}

function refuseOutside(root: string, directory: string): void {
  const way = relative(root, realpathSync(directory));
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new Error(`${directory} leads out of the workspace`);
  }
}
