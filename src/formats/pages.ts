// What is said of a kind of finding, for formats that describe the rules they tell of.
import { findingKinds, type FindingKind } from '../findings/index.ts';
import { readPage, titleOf } from '../findings/pages.ts';
import { rules } from '../rules/index.ts';

export const PRODUCT_URL = 'https://github.com/plumbline/plumbline';

export interface Page {
  readonly kind: FindingKind;
  readonly title: string;
  /** What it finds, as one paragraph. */
  readonly what: string;
  readonly markdown: string;
}

/** The page of a kind of finding; null where there is no such kind. */
export function pageOf(rule: string): Page | null {
  const kind = findingKinds.find(({ id }) => id === rule);
  if (kind === undefined) return null;
  const markdown = readPage(rule);
  const title = titleOf(markdown);
  const [, what = title] = /^## What\n+((?:[^\n]+\n?)+)/mu.exec(markdown) ?? [];
  return { kind, title, what: what.trim().replaceAll('\n', ' '), markdown };
}

/** Where that page can be read; null where there is no such kind. */
export function pageUrl(rule: string, version: string): string | null {
  if (!findingKinds.some(({ id }) => id === rule)) return null;
  const room = rules.some(({ id }) => id === rule) ? 'rules' : 'findings';
  const tag = /^\d+\.\d+\.\d+$/u.test(version) ? `v${version}` : 'main';
  return `${PRODUCT_URL}/blob/${tag}/src/${room}/${rule}.md`;
}
