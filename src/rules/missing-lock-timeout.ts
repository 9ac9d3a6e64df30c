// A brief lock on a table in use without a lock_timeout: while it waits behind one long query, everybody waits
// behind it.
import { ended, newlyBlocked, listed, shortName, unique } from './facts.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const missingLockTimeout: Rule = {
  id: 'missing-lock-timeout',
  hazard: 'lock',
  severity: 'note',
  detect: (pass) =>
    pass.steps.flatMap((step) => {
      const tables = unique(newlyBlocked(step));
      if (tables.length === 0 || hasTimeout(pass, step)) return [];
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

function hasTimeout({ steps }: Pass, step: Step): boolean {
  return steps.slice(0, steps.indexOf(step)).some(({ tree, statement, migration }) => {
    const set = asNode(tree, 'VariableSetStmt');
    const one =
      migration === step.migration || statement.transaction === step.statement.transaction;
    return one && set?.name === 'lock_timeout' && set.kind === 'VAR_SET_VALUE';
  });
}
