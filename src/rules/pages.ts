// The rules' pages as they are shipped: beside the rules in a checkout, in a folder of their own in dist.
import { readFileSync } from 'node:fs';

const folder = import.meta.url.endsWith('.ts') ? './' : './rules/';

/** The page of a rule, in Markdown. */
export function readPage(id: string): string {
  return readFileSync(new URL(`${folder}${id}.md`, import.meta.url), 'utf8');
}

/** The heading of a page. */
export function titleOf(page: string): string {
  return /^# (.*)$/m.exec(page)?.[1] ?? '';
}
