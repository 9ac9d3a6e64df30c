// A new enum: values can be added to it, and never be taken away.
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const preferLookupTable: Rule = {
  id: 'prefer-lookup-table',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps
      .filter(({ tree }) => asNode(tree, 'CreateEnumStmt') !== null)
      .map((step) => ({
        step,
        about: [],
        observed: 'creates an enum',
        why: 'its values can be added to, and not taken away or put in another order without making it anew and rewriting tables. A table of values with a foreign key, or text with a check, can',
        safeFor: [],
        tables: [],
      })),
};
