// One statement as Postgres's own parser sees it.
import type { Node } from 'libpg-query';

/** Parses one statement; null for one that doesn't parse. */
export async function parseTree(sql: string): Promise<Node | null> {
  const parser = await import('libpg-query');
  await parser.loadModule();
  try {
    return parser.parseSync(sql).stmts?.[0]?.stmt ?? null;
  } catch {
    return null;
  }
}
