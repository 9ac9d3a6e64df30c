// The pages of findings as they are shipped: in a checkout those of rules are beside the rules, in dist all
// are in one folder.
import { existsSync, readFileSync } from 'node:fs';

const folders = import.meta.url.endsWith('.ts') ? ['../rules/', './'] : ['./pages/'];

/** The page of a kind of finding, in Markdown. */
export function readPage(id: string): string {
  const places = folders.map((folder) => new URL(`${folder}${id}.md`, import.meta.url));
  const place = places.find((one) => existsSync(one)) ?? places[0];
  return place === undefined ? '' : readFileSync(place, 'utf8');
}

/** The heading of a page. */
export function titleOf(page: string): string {
  return /^# (.*)$/m.exec(page)?.[1] ?? '';
}
