// An index that PostgreSQL 14.0 to 14.3 builds CONCURRENTLY: it may lack rows.
import { isConcurrent } from './concurrent.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

/** Of this major version the first releases built such indexes wrongly; 14.4 mended it. */
const BROKEN = 14;

export const concurrentIndexCorrupt: Rule = {
  id: 'concurrent-index-corrupt',
  hazard: 'failure',
  severity: 'warning',
  detect: ({ steps, postgres }) =>
    steps
      .filter(({ tree }) => asNode(tree, 'IndexStmt') ?? asNode(tree, 'ReindexStmt'))
      .filter((step) => postgres === BROKEN && isConcurrent(step))
      .map((step) => ({
        step,
        about: [],
        observed: 'builds an index CONCURRENTLY, and production has PostgreSQL 14',
        why: 'releases 14.0 to 14.3 leave rows out of such an index when others write meanwhile, and say nothing. Make sure that production has 14.4 or later: SHOW server_version',
        safeFor: [],
        tables: [],
      })),
};
