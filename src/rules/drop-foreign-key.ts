// DROP CONSTRAINT of a foreign key: the other table is locked too, and nothing keeps orphans out any more.
import { droppedObjects } from './dropped.ts';
import { listed, newlyBlocked, shortName } from './facts.ts';
import type { Pass, Rule, Step } from './rule.ts';
import { alterations } from './syntax.ts';
import type { SchemaObject } from '../schema/objects.ts';

export const dropForeignKey: Rule = {
  id: 'drop-foreign-key',
  hazard: 'operations',
  severity: 'warning',
  detect: (pass) =>
    pass.steps
      .filter((step) =>
        alterations(step).some(({ command }) => command.subtype === 'AT_DropConstraint'),
      )
      .flatMap((step) =>
        droppedObjects(pass, step)
          .filter(({ object, cascade }) => object.kind === 'foreign key' && !cascade)
          .map(({ object }) => {
            const again = isThereAgain(pass, object);
            return {
              step,
              about: [],
              observed: `drops ${object.name}${lockedBy(step)}`,
              why: again
                ? 'the lock on the table that it refers to is brief, and queries there wait for it: set a lock_timeout'
                : 'rows that refer to nothing can be written from now on, and nothing tells. Drop it where that is meant',
              safeFor: [],
              tables: [`${object.schema ?? 'public'}.${object.table ?? ''}`],
              ...(again ? { severity: 'note' as const } : {}),
            };
          }),
      ),
};

function lockedBy(step: Step): string {
  const tables = newlyBlocked(step, 'ACCESS EXCLUSIVE').map(({ name }) => shortName(name));
  return tables.length === 0 ? '' : ` under ACCESS EXCLUSIVE on ${listed(tables)}`;
}

/** Dropped to be made anew, with another action or another name. */
function isThereAgain({ head }: Pass, gone: SchemaObject): boolean {
  const tableGone = !head.objects.has(gone.parent ?? '');
  const columnsGone = gone.needs.some((id) => id.startsWith('column:') && !head.objects.has(id));
  const columns = JSON.stringify(gone.attributes['columns']);
  return (
    tableGone ||
    columnsGone ||
    [...head.objects.values()].some(
      (object) =>
        object.kind === 'foreign key' &&
        object.parent === gone.parent &&
        JSON.stringify(object.attributes['columns']) === columns,
    )
  );
}
