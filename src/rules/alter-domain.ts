// ALTER DOMAIN … ADD CONSTRAINT or SET NOT NULL: every table with a column of it is read. Only its locks tell.
import { listed, newlyBlocked, shortName } from './facts.ts';
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const alterDomain: Rule = {
  id: 'alter-domain',
  hazard: 'lock',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const tables = newlyBlocked(step);
      if (asNode(step.tree, 'AlterDomainStmt') === null || tables.length === 0) return [];
      const names = tables.map(({ name }) => name);
      return {
        step,
        about: names.map((name) => `verify ${name}`),
        observed: `reads every row of ${listed(names.map(shortName))} under SHARE`,
        why: 'nobody can write there until the transaction ends, and that takes the longer the larger the tables are. Add the constraint NOT VALID, which reads nothing and holds for every new value; ALTER DOMAIN … VALIDATE CONSTRAINT takes the same lock, so leave it to a quiet hour',
        safeFor: [],
        tables: names,
        grows: true,
      };
    }),
};
