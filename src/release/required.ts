// What an INSERT of the code leaves out, and the target does not fill in.
import type { SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { QueriedColumn } from '../tools/tool.ts';
import {
  columnIn,
  fillsItself,
  nameOf,
  placeOf,
  textIn,
  textsIn,
  type Breakage,
  type TableInUse,
} from './code.ts';

/** Columns without a value: new ones that are required, defaults that are gone, nulls no longer allowed. */
export function missingValues(used: TableInUse): Breakage[] {
  const { model, target } = used;
  if (!model.inserted) return [];
  const known = new Map(model.columns.map((column) => [column.name, column]));
  return childrenOf(target, model.object)
    .filter(({ kind }) => kind === 'column')
    .flatMap((column) => {
      if (isFilledByTrigger(column, used)) return [];
      const own = known.get(column.name);
      return own === undefined ? newlyRequired(column, used) : leftOut(own, column, used);
    });
}

/** A trigger that speaks of the column before the row is there gives it its value. */
function isFilledByTrigger(column: SchemaObject, { target, model }: TableInUse): boolean {
  return childrenOf(target, model.object).some((trigger) => {
    if (trigger.kind !== 'trigger' || textIn(trigger, 'timing') !== 'BEFORE') return false;
    if (!textsIn(trigger, 'events').includes('INSERT')) return false;
    const functions = trigger.needs.map((need) => target.objects.get(need));
    const bodies = functions.filter((it) => it?.kind === 'function');
    // What isn't written in the schema may do anything.
    return (
      bodies.length === 0 || bodies.some((it) => (textIn(it, 'body') ?? '').includes(column.name))
    );
  });
}

const isRequired = (column: SchemaObject | null): boolean => column?.attributes['notNull'] === true;

function newlyRequired(
  column: SchemaObject,
  { model, code, home, target }: TableInUse,
): Breakage[] {
  if (!isRequired(column) || fillsItself(column, target)) return [];
  const before = columnIn(home, model, column.name);
  if (before !== null && isRequired(before) && !fillsItself(before, home)) return [];
  return [
    {
      rule: 'insert-column-required',
      certain: true,
      object: column.id,
      what: `inserts into ${nameOf(model)} without ${column.name}, which it does not know and which is NOT NULL without a default`,
      observed: `23502 on every INSERT without ${column.name}`,
      cause: {
        words: [column.name, model.name],
        verbs: ['AT_SetNotNull', 'AT_ColumnDefault', 'AT_AddColumn', 'RenameStmt'],
      },
      place: placeOf(code, model),
    },
  ];
}

function leftOut(own: QueriedColumn, column: SchemaObject, used: TableInUse): Breakage[] {
  const before = columnIn(used.home, used.model, own.name);
  if (before === null || own.insert === 'never' || own.insert === 'value') return [];
  const lostDefault =
    own.insert === 'default' && fillsItself(before, used.home) && !fillsItself(column, used.target);
  if (lostDefault) return [defaultGone(own, column, used)];
  return isRequired(column) && !isRequired(before) ? [nullRefused(own, column, used)] : [];
}

function defaultGone(own: QueriedColumn, column: SchemaObject, used: TableInUse): Breakage {
  const { model, code } = used;
  const required = isRequired(column);
  return {
    rule: 'insert-default-gone',
    certain: required,
    object: column.id,
    what: `leaves ${nameOf(model)}.${own.name} to its default, which is gone: ${required ? 'the insert fails' : 'it becomes NULL'}`,
    observed: required ? `23502 on every INSERT that leaves ${own.name} out` : 'DROP DEFAULT',
    cause: {
      words: [own.name, model.name],
      verbs: ['AT_ColumnDefault', 'AT_DropIdentity', 'DropStmt', 'AT_AlterColumnType'],
    },
    place: placeOf(code, model, own.name),
  };
}

function nullRefused(own: QueriedColumn, column: SchemaObject, used: TableInUse): Breakage {
  const { model, code, target } = used;
  const out = fillsItself(column, target) ? '' : ' or leave it out';
  return {
    rule: 'constraint-stricter',
    certain: false,
    object: column.id,
    what: `may write NULL into ${nameOf(model)}.${own.name}, as its model allows: inserts that do${out} fail`,
    observed: 'NOT NULL is new',
    cause: {
      words: [own.name, model.name],
      verbs: ['AT_SetNotNull', 'AT_AddConstraint', 'AT_AddColumn'],
    },
    place: placeOf(code, model, own.name),
  };
}
