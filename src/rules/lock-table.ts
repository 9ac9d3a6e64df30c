// LOCK TABLE on a table in use.
import { isBlocked, relationNamed, lockOn, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { allOf, asNode } from './syntax.ts';

export const lockTable: Rule = {
  id: 'lock-table',
  hazard: 'lock',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) =>
      allOf(asNode(step.tree, 'LockStmt')?.relations, 'RangeVar').flatMap((name) => {
        const table = relationNamed(step, name);
        if (table?.existed !== true || !isBlocked(step, table)) return [];
        return {
          step,
          about: [`lock ${table.name}`],
          observed: `locks ${shortName(table.name)} under ${lockOn(step, table) ?? ''}`,
          why: 'others wait until the transaction ends. Statements take the locks that they need by themselves',
          safeFor: [],
          tables: [table.name],
        };
      }),
    ),
};
