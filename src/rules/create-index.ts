// CREATE INDEX without CONCURRENTLY: writers wait until it is built.
import { isBlocked, relationNamed, unique, workOf } from './facts.ts';
import type { Found, Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';
import { foundWork } from './work-rule.ts';

export const createIndex: Rule = {
  id: 'create-index',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) => steps.flatMap(found),
};

const CONCURRENTLY =
  'CREATE INDEX CONCURRENTLY, in a migration outside of any transaction, keeps nobody out';
const BY_PARTITION =
  'Create it ON ONLY the partitioned table, CONCURRENTLY on each partition, and attach those';

function found(step: Step): Found[] {
  const index = asNode(step.tree, 'IndexStmt');
  if (!index?.relation || index.concurrent === true) return [];
  const table = relationNamed(step, index.relation);
  const tables = unique(
    workOf(step)
      .filter((work) => work.kind === 'build' && isBlocked(step, work.table))
      .map((work) => work.table),
  );
  if (tables.length === 0) return [];
  const advice = table?.kind === 'partitioned table' ? BY_PARTITION : CONCURRENTLY;
  return [foundWork(step, tables, advice)];
}
