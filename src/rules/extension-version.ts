// ALTER EXTENSION … UPDATE: scripts of somebody else run on the data, and there is no way back.
import type { Rule } from './rule.ts';
import { asNode } from './syntax.ts';

export const extensionVersion: Rule = {
  id: 'extension-version',
  hazard: 'operations',
  severity: 'warning',
  detect: ({ steps }) =>
    steps.flatMap((step) => {
      const statement = asNode(step.tree, 'AlterExtensionStmt');
      if (!statement) return [];
      return {
        step,
        about: [],
        observed: `updates the extension ${statement.extname ?? ''}`,
        why: "the extension's own scripts change its objects, and most have no way back. What they do is not observed here: try it on a copy of production",
        safeFor: [],
        tables: [],
      };
    }),
};
