// A lock on a table in use without a statement_timeout: whatever takes longer than thought keeps others out.
import { listed, newlyBlocked, shortName, unique } from './facts.ts';
import { isSetBefore } from './settings.ts';
import type { Rule } from './rule.ts';

export const missingStatementTimeout: Rule = {
  id: 'missing-statement-timeout',
  hazard: 'lock',
  severity: 'off',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const tables = unique(newlyBlocked(step));
      if (tables.length === 0 || isSetBefore(pass, step, 'statement_timeout')) return [];
      const names = tables.map(({ name }) => name);
      return {
        step,
        about: [],
        observed: `locks ${listed(names.map(shortName))} for as long as the statement takes`,
        why: "one that takes longer in production than anybody thought keeps others out all the while. Put SET statement_timeout = '30s' before it",
        safeFor: [],
        tables: names,
        once: step.migration.name,
      };
    }),
};
