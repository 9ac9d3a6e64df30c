// Whether a statement says CONCURRENTLY.
import type { Step } from './rule.ts';
import { alterations, asNode, optionOf } from './syntax.ts';

export function isConcurrent(step: Pick<Step, 'tree'>): boolean {
  const { tree } = step;
  const detached = alterations(step).some(
    ({ command }) => asNode(command.def, 'PartitionCmd')?.concurrent === true,
  );
  return (
    detached ||
    asNode(tree, 'IndexStmt')?.concurrent === true ||
    asNode(tree, 'DropStmt')?.concurrent === true ||
    optionOf(asNode(tree, 'ReindexStmt')?.params, 'concurrently') !== null
  );
}

/** Whether a statement can't run in a transaction; of what runs text of its own it isn't known. */
export function refusesTransaction(step: Step): boolean {
  const { tree } = step;
  return (
    isConcurrent(step) ||
    asNode(tree, 'VacuumStmt')?.is_vacuumcmd === true ||
    asNode(tree, 'CreatedbStmt') !== null ||
    asNode(tree, 'DropdbStmt') !== null ||
    asNode(tree, 'AlterSystemStmt') !== null
  );
}
