// Work that takes its time in the transaction of an earlier statement that keeps everybody out of a table in use.
import {
  blockedBefore,
  describeWork,
  factsOn,
  listed,
  lockOn,
  shortName,
  unique,
  workOf,
} from './facts.ts';
import { inNextMigration } from './instead.ts';
import type { Found, Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const workUnderLock: Rule = {
  id: 'work-under-lock',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) => steps.flatMap(found),
};

const WORK = ['rewrite', 'build', 'verify', 'validate'];

/** A new table that is filled from old ones; other queries may find their rows by an index. */
const copies = ({ tree }: Step): boolean => asNode(tree, 'CreateTableAsStmt') !== null;

function found(step: Step): Found[] {
  const worked = unique(
    workOf(step)
      .filter(({ kind }) => WORK.includes(kind) || (kind === 'read' && copies(step)))
      .map(({ table }) => table),
  );
  return worked.flatMap((table) => {
    const locked = unique(blockedBefore(step));
    const [first] = locked;
    if (!first) return [];
    const names = listed(locked.map(({ name }) => shortName(name)));
    return {
      step,
      about: factsOn(step, table),
      observed: `${describeWork(step, [table])} while ${names} ${locked.length === 1 ? 'is' : 'are'} held under ${lockOn(step, first) ?? ''}`,
      why: 'the lock that an earlier statement of the transaction took is held for all of it. Put what takes long into a transaction of its own, before what locks',
      safeFor: inNextMigration(step),
      tables: [table.name],
      grows: true,
    };
  });
}
