// The examples of a rule's page.
import { readPage } from '../../src/findings/pages.ts';
import { rules } from '../../src/rules/index.ts';
import type { Level } from '../../src/rules/rule.ts';
import type { Script } from './rehearsed.ts';

/** The blocks of a page: ```sql bad``` and the like, each a migration. */
export function scripts(page: string, word: string): Script[] {
  const blocks = page.matchAll(/^```sql (\w+)( no-transaction)?\n([\s\S]*?)^```$/gmu);
  return [...blocks]
    .filter(([, kind]) => kind === word)
    .map(([, , alone, sql = '']) => ({ sql, transaction: alone === undefined }));
}

/** What the page's examples begin with. */
export function beforeOf(id: string): string {
  return scripts(readPage(id), 'before')
    .map(({ sql }) => sql)
    .join('\n');
}

/** Advice is off unless somebody asks for it. */
export function levelFor(id: string): (rule: string) => Level | null {
  return (rule) =>
    rule === id && rules.find((one) => one.id === rule)?.severity === 'off' ? 'note' : null;
}
