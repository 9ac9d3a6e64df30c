// Columns that existed and that a statement dropped with their values.
import { droppedObjects, nameOf } from './dropped.ts';
import type { Pass, Step } from './rule.ts';

export interface GoneColumn {
  /** `public.users`. */
  readonly table: string;
  readonly name: string;
}

/** Named by the statement, not taken along; a generated one can be computed again. */
export function goneColumns(pass: Pass, step: Step): GoneColumn[] {
  return droppedObjects(pass, step)
    .filter(({ object, cascade }) => object.kind === 'column' && !cascade)
    .filter(({ object }) => (object.attributes['generated'] ?? null) === null)
    .map(({ object }) => ({
      table: `${object.schema ?? 'public'}.${object.table ?? ''}`,
      name: object.name,
    }));
}

/** Indexes and constraints of the table that went with a column. */
export function takenIndexes(pass: Pass, step: Step, { table }: GoneColumn): string[] {
  return droppedObjects(pass, step)
    .filter(({ object, cascade }) => cascade && !['column', 'sequence'].includes(object.kind))
    .filter(({ object }) => `${object.schema ?? ''}.${object.table ?? ''}` === table)
    .map(({ object }) =>
      object.kind === 'index' ? `${object.schema ?? ''}.${object.name}` : nameOf(object),
    );
}
