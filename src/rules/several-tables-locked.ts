// A transaction that keeps everybody out of one table after the other: it can deadlock with what uses them in
// another order.
import { blockedBefore, listed, newlyBlocked, shortName, unique } from './facts.ts';
import { inNextMigration } from './instead.ts';
import type { Rule } from './rule.ts';

export const severalTablesLocked: Rule = {
  id: 'several-tables-locked',
  hazard: 'lock',
  severity: 'note',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const before = unique(blockedBefore(step, 'ACCESS EXCLUSIVE'));
      const known = new Set(before.map(({ name }) => name));
      const now = unique(newlyBlocked(step, 'ACCESS EXCLUSIVE')).filter(
        ({ name }) => !known.has(name),
      );
      if (before.length === 0 || now.length === 0) return [];
      const names = (relations: typeof now): string =>
        listed(relations.map(({ name }) => shortName(name)));
      return {
        step,
        about: [],
        observed: `locks ${names(now)} under ACCESS EXCLUSIVE while ${names(before)} ${before.length === 1 ? 'is' : 'are'} held as well`,
        why: 'queries that use the tables in another order can deadlock with it, and those on the first wait for the lock on the last. One migration for each table, where your tool runs each in its own transaction, holds one lock at a time',
        safeFor: inNextMigration(step),
        tables: now.map(({ name }) => name),
        once: String(step.statement.transaction),
      };
    }),
};
