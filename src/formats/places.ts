// The files that problems are about, as those see them who read a format.
import { posix } from 'node:path';
import type { Problem } from '../report/problems.ts';
import { wellFormed } from '../report/visible.ts';

/** Where the configuration is, or would be: what is wrong with the workspace as a whole is shown there. */
const CONFIGURATION = 'plumbline.yml';

/** The problem's own file, else one that stands for it; `prefix` leads to the checked directory. */
export function pathOf({ file, anchor }: Problem, prefix: string): string {
  return posix.normalize(`${prefix}${wellFormed(file ?? anchor ?? CONFIGURATION)}`);
}

/** As a relative reference of RFC 3986: what isn't plain in a segment is escaped. */
export function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
