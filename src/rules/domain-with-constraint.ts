// CREATE DOMAIN with a constraint: to change it every table with a column of it is read.
import type { Rule } from './rule.ts';
import { allOf, asNode } from './syntax.ts';

export const domainWithConstraint: Rule = {
  id: 'domain-with-constraint',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const constraints = allOf(asNode(step.tree, 'CreateDomainStmt')?.constraints, 'Constraint');
      const rules = ['CONSTR_CHECK', 'CONSTR_NOTNULL'];
      if (!constraints.some(({ contype = '' }) => rules.includes(contype))) return [];
      return {
        step,
        about: [],
        observed: 'creates a domain with a constraint',
        why: 'a new column of it rewrites its table, and to change the constraint every table with such a column is read while writers wait. Use the type itself, and a check on the table',
        safeFor: [],
        tables: [],
      };
    }),
};
