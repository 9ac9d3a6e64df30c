// Whether a pull request edits the configuration by which it is judged.
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
    ...names.map((name) => `:(top,literal)${prefix}${name}`),
  ]);
  const [first = ''] = (found ?? Buffer.of()).toString('utf8').split('\0');
  return first === '' ? null : first;
}

function prefixWithin({ directory, head = null }: Where): string {
  if (head === null) return prefixOf(directory) ?? '';
  return head.within === '' ? '' : `${head.within}/`;
}
