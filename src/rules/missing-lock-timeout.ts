// A brief lock on a table in use without a lock_timeout: while it waits behind one long query, everybody waits
// behind it.
import { ended, newlyBlocked, listed, shortName, unique } from './facts.ts';
import { isSetBefore } from './settings.ts';
import type { Rule } from './rule.ts';

export const missingLockTimeout: Rule = {
  id: 'missing-lock-timeout',
  hazard: 'lock',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const tables = unique(newlyBlocked(step));
      if (tables.length === 0 || isSetBefore(pass, step, 'lock_timeout')) return [];
      const names = tables.map(({ name }) => name);
      return {
        step,
        about: [],
        observed: `waits for a lock on ${listed(names.map(shortName))} for as long as it takes`,
        why: "behind one long query it waits, and all others wait behind it. Put SET lock_timeout = '5s' before it, and try again where it strikes",
        safeFor: [`SET lock_timeout = '5s';`, ended(step.statement.sql)],
        tables: names,
        onlyAlone: true,
        once: step.migration.name,
      };
    }),
};
