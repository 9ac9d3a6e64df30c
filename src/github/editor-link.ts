// GitHub's editor for a new file, filled in: whoever may push to the branch needs no token of ours for it.
import { urlPath } from '../report/markdown-escape.ts';
import type { OutputFile } from '../tools/tool.ts';
import type { PullRequestSource } from './event.ts';

/** GitHub answers longer addresses with 414. */
const LONGEST = 7_500;

/**
 * The address, where one new file is all there is to add and it fits; else null. A migration beside a journal
 * or a snapshot is more than one file.
 */
export function editorLink(
  source: Pick<PullRequestSource, 'branch' | 'repository'>,
  {
    files,
    prefix,
    serverUrl,
  }: {
    readonly files: readonly OutputFile[];
    /** From the repository's root to the directory that is checked. */
    readonly prefix: string;
    readonly serverUrl: string;
  },
): string | null {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0 || file.replaces !== undefined) return null;
  if (source.repository === null) return null;
  const filled = new URLSearchParams({ filename: `${prefix}${file.path}`, value: file.content });
  const link = `${serverUrl.replace(/\/+$/, '')}/${source.repository}/new/${urlPath(source.branch)}?${filled.toString()}`;
  return link.length > LONGEST ? null : link;
}
