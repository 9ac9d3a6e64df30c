// Whether a pull request edits the configuration by which it is judged.
import { posix } from 'node:path';
import type { CheckOptions } from '../check.ts';
import { git, mergeBase, prefixOf } from '../revision/git.ts';

type Where = Pick<CheckOptions, 'directory' | 'base' | 'head'>;

/**
 * The configuration's file, from the repository's root, where it is not the same at base; null where it is, or
 * where there is no base.
 */
export function editedConfig(where: Where, config: string | null): string | null {
  const { directory, base, head = null } = where;
  if (base === null) return null;
  const names = config === null ? ['plumbline.yml', 'plumbline.yaml'] : [config];
  const prefix = prefixWithin(where);
  const from = mergeBase(directory, base, head?.ref ?? 'HEAD') ?? base;
  const found = git(directory, [
    ...['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-relative'],
    ...['--end-of-options', from, ...(head === null ? [] : [head.ref]), '--'],
    ...names
      .flatMap((name) => linked(directory, from, `${prefix}${name}`))
      .map((path) => `:(top,literal)${path}`),
  ]);
  const [first = ''] = (found ?? Buffer.of()).toString('utf8').split('\0');
  return first === '' ? null : first;
}

const LINKS_MOST = 5;

/** A path, and where it is a link at base, what that leads to: the configuration is what stands there. */
function linked(directory: string, base: string, path: string): readonly string[] {
  const paths = [path];
  for (let at = path; paths.length <= LINKS_MOST; paths.push(at)) {
    const entry = git(directory, ['ls-tree', '--full-tree', base, '--', `:(literal)${at}`]);
    const [, id] = /^120000 blob (\S+)/.exec(entry?.toString('utf8') ?? '') ?? [];
    const target = id === undefined ? null : git(directory, ['cat-file', 'blob', id]);
    if (target === null) break;
    at = posix.join(posix.dirname(at), target.toString('utf8'));
    if (at.startsWith('../')) break;
  }
  return paths;
}

function prefixWithin({ directory, head = null }: Where): string {
  if (head === null) return prefixOf(directory) ?? '';
  return head.within === '' ? '' : `${head.within}/`;
}
