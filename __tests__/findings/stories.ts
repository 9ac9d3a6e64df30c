// The examples of pages, played: each block of SQL is a migration, or what stands before it.
import type { Database } from '../../src/database/database.ts';
import { judgeHistory } from '../../src/migrations/history.ts';
import { judgeMerge } from '../../src/migrations/merge.ts';
import { pendingAfter } from '../../src/migrations/pending.ts';
import type { Finding } from '../../src/report/report.ts';
import { judgeRollback } from '../../src/migrations/rollback.ts';
import type { Migration } from '../../src/tools/tool.ts';
import { holding, setOf, type Written } from '../history/stage.ts';
import { play } from '../release/stage.ts';

/** One ```sql word name at 10:30``` block. */
interface Block {
  readonly word: string;
  /** What follows the word: a name, `gone`, `down`, a time. */
  readonly words: readonly string[];
  readonly sql: string;
}

export function blocksOf(page: string): Block[] {
  const blocks = page.matchAll(/^```sql (\w+)((?: [\w:]+)*)\n([\s\S]*?)^```$/gmu);
  return [...blocks].map(([, word = '', rest = '', sql = '']) => ({
    word,
    words: rest.trim().split(' '),
    sql: sql.trim(),
  }));
}

/** What is found in the page's example of the word, `bad` or `good`. */
export function found(db: Database, page: string, word: 'bad' | 'good'): Promise<Finding[]> {
  const blocks = blocksOf(page);
  if (blocks.some((block) => block.word === 'base')) return histories(db, blocks, word);
  if (blocks.some(({ words }) => words.includes('down'))) return walks(db, blocks, word);
  return releases(db, blocks, word);
}

async function releases(db: Database, blocks: readonly Block[], word: string): Promise<Finding[]> {
  const emptied = await holding(db, setOf([]));
  const text = (wanted: string): string | undefined =>
    blocks.find((block) => block.word === wanted)?.sql;
  const models = word === 'good' ? text('models') : undefined;
  const stage = { before: text('before') ?? '', migration: text(word) ?? '' };
  const { findings } = await play(emptied, models === undefined ? stage : { ...stage, models });
  return [...findings];
}

async function walks(db: Database, blocks: readonly Block[], word: string): Promise<Finding[]> {
  const before = blocks.find((block) => block.word === 'before')?.sql ?? '';
  const base = setOf([['0000_before', before]]);
  const own = blocks.filter((block) => block.word === word);
  const up = own.find(({ words }) => !words.includes('down'))?.sql ?? '';
  const down = own.find(({ words }) => words.includes('down'))?.sql;
  const added = setOf([['0001', up]]).migrations.map((one): Migration => {
    const file = `drizzle/${one.name}.down.sql`;
    return down === undefined
      ? one
      : { ...one, down: { file, statements: [{ sql: down, place: { file, line: 1 } }] } };
  });
  const migrations = { ...base, downs: true, migrations: [...base.migrations, ...added] };
  return judgeRollback({ migrations, added, open: () => holding(db, base) });
}

async function histories(db: Database, blocks: readonly Block[], word: string): Promise<Finding[]> {
  // Times are told where the migrator goes by them.
  const books = blocks.some(({ words }) => words.includes('at')) ? 0 : 1;
  const written = (words: readonly string[]): Written[] => {
    const chosen = blocks.filter((block) => words.includes(block.word));
    const last = new Map(chosen.map((block) => [block.words[0] ?? '', block]));
    return [...last]
      .filter(([, block]) => !block.words.includes('gone'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { words: rest, sql }]) => [name, sql, ...timeIn(rest)] as const);
  };
  const base = setOf(written(['base']), books);
  const head = setOf(written(['base', word]), books);
  const tip = setOf(written(['base', 'main']), books);
  const pending = await pendingAfter(await holding(db, setOf([])), base, head);
  const open = (): Promise<Database> => holding(db, base);
  return [
    ...(await judgeHistory({ base, head, pending, endsAlike: () => Promise.resolve(false) })),
    ...(await judgeMerge({ base, head, tip, branch: 'main', open })),
  ];
}

/** `at 10:30` in minutes. */
function timeIn(words: readonly string[]): [number] | [] {
  const [hours, minutes] = (words[words.indexOf('at') + 1] ?? '').split(':').map(Number);
  return words.includes('at') && hours !== undefined && minutes !== undefined
    ? [hours * 60 + minutes]
    : [];
}
