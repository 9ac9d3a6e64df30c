// DROP DATABASE in a migration.
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const dropDatabase: Rule = {
  id: 'drop-database',
  hazard: 'data-loss',
  severity: 'error',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const statement = asNode(step.tree, 'DropdbStmt');
      if (!statement) return [];
      return {
        step,
        about: ['error'],
        observed: `drops the database ${statement.dbname ?? ''}`,
        why: 'everything in it is lost, and nothing brings it back. No migration should say so',
        safeFor: [],
        tables: [],
      };
    }),
};
