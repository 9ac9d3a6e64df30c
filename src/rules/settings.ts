// Settings that a migration makes before a statement.
import type { Pass, Step } from './rule.ts';
import { asNode } from './syntax.ts';

/** Whether the migration, or the transaction, sets it before the statement. */
export function isSetBefore({ steps }: Pass, step: Step, setting: string): boolean {
  return steps.slice(0, steps.indexOf(step)).some(({ tree, statement, migration }) => {
    const set = asNode(tree, 'VariableSetStmt');
    const one =
      migration === step.migration || statement.transaction === step.statement.transaction;
    return one && set?.name === setting && set.kind === 'VAR_SET_VALUE';
  });
}
