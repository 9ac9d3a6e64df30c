// Rows written in the transaction of an earlier statement that keeps everybody out of a table in use.
import type { Relation } from '../rehearse/trace.ts';
import { blockedBefore, listed, lockOn, shortName, unique } from './facts.ts';
import { inNextMigration } from './instead.ts';
import type { Found, Rule, Step } from './rule.ts';

export const backfillUnderLock: Rule = {
  id: 'backfill-under-lock',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) => steps.flatMap(found),
};

function found(step: Step): Found[] {
  const locked = unique(blockedBefore(step));
  const [first] = locked;
  const written = step.statement.rows.filter(isMany).map(({ relation }) => relation);
  if (!first || written.length === 0) return [];
  const names = unique(written).map(({ name }) => shortName(name));
  return [
    {
      step,
      about: written.flatMap(({ name }) => [`write ${name}`, `read ${name}`]),
      observed: `writes rows of ${listed(names)} while ${lockedNames(locked)} held under ${lockOn(step, first) ?? ''}`,
      why: 'others wait until the last row is written. Fill the rows in a migration of its own, in batches that are committed one by one',
      safeFor: inNextMigration(step),
      tables: written.map(({ name }) => name),
      grows: true,
    },
  ];
}

/** One row, or those of a key, take no time. */
function isMany(row: Step['statement']['rows'][number]): boolean {
  return row.updated + row.deleted > 1 || row.inserted > 10;
}

function lockedNames(tables: readonly Relation[]): string {
  const names = tables.map(({ name }) => shortName(name));
  return `${listed(names)} ${names.length === 1 ? 'is' : 'are'}`;
}
