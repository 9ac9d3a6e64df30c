// CREATE TABLE without a schema: where it goes depends on whoever runs it.
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const unqualifiedName: Rule = {
  id: 'unqualified-name',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const relation = asNode(step.tree, 'CreateStmt')?.relation;
      if (!relation || relation.schemaname !== undefined || relation.relpersistence === 't')
        return [];
      return {
        step,
        about: [],
        observed: `creates ${relation.relname ?? ''} without naming a schema`,
        why: 'the search_path of whoever runs the migration decides where it goes. Name its schema',
        safeFor: [],
        tables: [],
      };
    }),
};
