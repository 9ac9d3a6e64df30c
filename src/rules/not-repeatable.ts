// A statement outside of a transaction that fails when the migration is run again.
import type { Rule, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export const notRepeatable: Rule = {
  id: 'not-repeatable',
  hazard: 'design',
  severity: 'off',
  detect: ({ steps }) =>
    steps
      .filter(({ wrapped, statement }) => !wrapped && statement.outcome.kind !== 'failed')
      .filter(saysNothing)
      .map((step) => ({
        step,
        about: [],
        observed: 'runs outside of any transaction, and fails where it ran before',
        why: 'when a later statement fails, the migration can not be run again. Say IF EXISTS or IF NOT EXISTS',
        safeFor: [],
        tables: [],
      })),
};

/** Creates or drops, without IF EXISTS or IF NOT EXISTS. */
function saysNothing({ tree }: Step): boolean {
  const made =
    asNode(tree, 'IndexStmt') ?? asNode(tree, 'CreateStmt') ?? asNode(tree, 'CreateSchemaStmt');
  if (made !== null) return made.if_not_exists !== true;
  const drop = asNode(tree, 'DropStmt');
  return drop !== null && drop.missing_ok !== true;
}
