// REINDEX without CONCURRENTLY: writers wait until it is built, and readers who would use the index.
import { isBlocked, unique, workOf } from './facts.ts';
import { aloneAs } from './instead.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';
import { foundWork } from './work-rule.ts';

export const reindex: Rule = {
  id: 'reindex',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) =>
    steps
      .filter(({ tree }) => asNode(tree, 'ReindexStmt') !== null)
      .flatMap((step) => {
        const built = workOf(step).filter(({ table }) => isBlocked(step, table));
        if (built.length === 0) return [];
        const found = foundWork(
          step,
          unique(built.map(({ table }) => table)),
          'REINDEX … CONCURRENTLY, in a migration outside of any transaction, keeps nobody out',
        );
        return { ...found, safeFor: aloneAs(concurrently(step.statement.sql)) };
      }),
};

/** `REINDEX TABLE t` → `REINDEX TABLE CONCURRENTLY t`. */
function concurrently(sql: string): string {
  return sql.replace(/\b(index|table|schema|database|system)\b/i, '$1 CONCURRENTLY');
}
