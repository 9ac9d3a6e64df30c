// Columns that existed and that a statement dropped with their values.
import { parseName } from '../schema/dotted-names.ts';
import { droppedObjects, nameOf } from './dropped.ts';
import { relationNamed } from './facts.ts';
import type { Pass, Step } from './rule.ts';
import { asNode } from './syntax.ts';

export interface GoneColumn {
  /** `public.users`. */
  readonly table: string;
  readonly name: string;
}

/** Named by the statement, not taken along; a generated one can be computed again. */
export function goneColumns(pass: Pass, step: Step): GoneColumn[] {
  return step.statement.drops
    .filter(({ kind, cascade }) => kind === 'table column' && !cascade)
    .flatMap(({ identity }) => {
      const parts = parseName(identity) ?? [];
      const [table, name = ''] = [parts.slice(0, -1).join('.'), parts.at(-1)];
      return holdsValues(pass, formerColumn(pass, step, { table, name })) ? [{ table, name }] : [];
    });
}

function holdsValues({ base }: Pass, column: GoneColumn): boolean {
  for (const { kind, schema, table, name, attributes } of base.objects.values()) {
    const own = kind === 'column' && name === column.name;
    if (own && `${schema ?? ''}.${table ?? ''}` === column.table) {
      return (attributes['generated'] ?? null) === null;
    }
  }
  return false;
}

/** What a column and its table were called before the migrations. */
function formerColumn({ steps }: Pass, before: Step, column: GoneColumn): GoneColumn {
  return steps.slice(0, steps.indexOf(before)).reduceRight((current, step) => {
    const rename = asNode(step.tree, 'RenameStmt');
    const table = rename?.relation ? relationNamed(step, rename.relation)?.name : undefined;
    if (!rename || table === undefined) return current;
    const { renameType, newname = '', subname = '' } = rename;
    if (renameType === 'OBJECT_TABLE') {
      const renamed = `${table.split('.')[0] ?? ''}.${newname}`;
      return renamed === current.table ? { ...current, table } : current;
    }
    const isOne = renameType === 'OBJECT_COLUMN' && newname === current.name;
    return isOne && table === current.table ? { ...current, name: subname } : current;
  }, column);
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
