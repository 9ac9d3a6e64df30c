// Writing several files so that none is ever seen half-written.
import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { EnvironmentError, messageOf } from './errors.ts';
import type { OutputFile } from './tools/tool.ts';

/**
 * Writes every file under a temporary name, then renames them all. Where writing fails, nothing has
 * changed. Throws `EnvironmentError`.
 */
export function writeFiles(directory: string, files: readonly OutputFile[]): void {
  const root = realpathSync(directory);
  const staged = files.map(({ path, content }) => {
    const target = join(root, path);
    return { content, target, temporary: `${target}.plumbline-${process.pid}` };
  });
  try {
    for (const { target, temporary, content } of staged) {
      mkdirSync(dirname(target), { recursive: true });
      refuseOutside(root, dirname(target));
      writeFileSync(temporary, content);
    }
    for (const { target, temporary } of staged) renameSync(temporary, target);
  } catch (error) {
    throw new EnvironmentError(
      `could not write the migration: ${messageOf(error)}`,
      'Check that the directory may be written to; nothing was half-written.',
      { cause: error },
    );
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

function refuseOutside(root: string, directory: string): void {
  const way = relative(root, realpathSync(directory));
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new Error(`${directory} leads out of the workspace`);
  }
}
