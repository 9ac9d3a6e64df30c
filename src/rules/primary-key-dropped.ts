// A table that had a primary key and has none in the end.
import { droppedObjects, nameOf } from './dropped.ts';
import { shortName } from './facts.ts';
import type { Rule } from './rule.ts';

export const primaryKeyDropped: Rule = {
  id: 'primary-key-dropped',
  hazard: 'operations',
  severity: 'warning',
  detect: (pass) =>
    pass.steps.flatMap((step) =>
      droppedObjects(pass, step)
        .filter(({ object }) => object.kind === 'primary key')
        .filter(({ object }) => pass.head.objects.has(object.parent ?? ''))
        .filter(({ object }) => !hasKey(pass.head, object.parent))
        .map(({ object }) => ({
          step,
          about: [],
          observed: `table ${shortName(nameOf({ ...object, name: object.table ?? '', table: null }))} has no primary key any more`,
          why: 'logical replication refuses UPDATE and DELETE of a table without one, and nothing keeps its rows apart. Make the new key in the same transaction, from an index built before',
          safeFor: [],
          tables: [`${object.schema ?? 'public'}.${object.table ?? ''}`],
        })),
    ),
};

function hasKey(
  { objects }: { objects: ReadonlyMap<string, { kind: string; parent: string | null }> },
  table: string | null,
): boolean {
  return [...objects.values()].some(
    ({ kind, parent }) => kind === 'primary key' && parent === table,
  );
}
