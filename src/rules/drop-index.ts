// DROP INDEX without CONCURRENTLY: brief, but it waits for every query on the table, and others wait behind it.
import { droppedObjects } from './dropped.ts';
import { listed } from './facts.ts';
import { aloneAs } from './instead.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const dropIndex: Rule = {
  id: 'drop-index',
  hazard: 'lock',
  severity: 'warning',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const statement = asNode(step.tree, 'DropStmt');
      if (statement?.removeType !== 'OBJECT_INDEX' || statement.concurrent === true) return [];
      const dropped = droppedObjects(pass, step).filter(({ cascade }) => !cascade);
      if (dropped.length === 0) return [];
      const names = dropped.map(({ object }) => object.name);
      return {
        step,
        about: [],
        observed: `drops ${listed(names)} under ACCESS EXCLUSIVE on ${listed([...new Set(dropped.map(({ object }) => object.table ?? ''))])}`,
        why: 'it waits for every query on the table, and all others wait behind it. DROP INDEX CONCURRENTLY, in a migration outside of any transaction, keeps nobody out',
        safeFor: dropped.flatMap(({ object }) =>
          aloneAs(`DROP INDEX CONCURRENTLY "${object.schema ?? 'public'}"."${object.name}"`),
        ),
        tables: dropped.map(({ object }) => `${object.schema ?? 'public'}.${object.table ?? ''}`),
      };
    }),
};
