// Any other work on a table in use while nobody can write to it: what no rule with more to say explains.
import { isBlocked, unique, workOf } from './facts.ts';
import type { Rule } from './rule.ts';
import { foundWork } from './work-rule.ts';

export const workUnderOwnLock: Rule = {
  id: 'work-under-own-lock',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const worked = workOf(step)
        .filter(({ kind }) => kind !== 'read' && kind !== 'write')
        .filter(({ table }) => isBlocked(step, table))
        .map(({ table }) => table);
      return unique(worked).map((table) => ({
        ...foundWork(
          step,
          [table],
          'Do it while nobody needs the table, or in steps that keep nobody out',
        ),
        safeFor: [],
      }));
    }),
};
