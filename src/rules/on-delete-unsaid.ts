// A foreign key that doesn't say what a DELETE of the row it refers to does.
import type { Rule } from './rule.ts';
import { nodesWithin } from './syntax.ts';

export const onDeleteUnsaid: Rule = {
  id: 'on-delete-unsaid',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const keys = nodesWithin(step.tree, 'Constraint').filter(
        ({ contype }) => contype === 'CONSTR_FOREIGN',
      );
      const said = step.statement.sql.match(/\bon\s+delete\b/gi)?.length ?? 0;
      if (keys.length <= said) return [];
      return {
        step,
        about: [],
        observed: 'adds a foreign key without ON DELETE',
        why: 'NO ACTION is what it gets: a DELETE of the row it refers to fails. Say which of the actions is meant',
        safeFor: [],
        tables: [],
      };
    }),
};
