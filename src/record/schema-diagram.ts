// The tables of a change and their neighbours by foreign key, as a diagram shows them.
import { listOf, optionalText, textOf } from '../catalog/kind.ts';
import { shortDefault, shortType } from '../catalog/types.ts';
import type {
  DiagramColumnReport,
  DiagramReferenceReport,
  DiagramState,
  DiagramTableReport,
} from '../report/report.ts';
import { differingAttributes } from '../schema/attributes.ts';
import { identityOf, objectId } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { RootPair, SchemaStep } from './schema-step.ts';

/** One thing before and after. */
interface Pair {
  readonly before: SchemaObject | null;
  readonly after: SchemaObject | null;
}

interface Drawing {
  readonly tables: readonly DiagramTableReport[];
  readonly references: readonly DiagramReferenceReport[];
}

/** The changed tables first, then what they refer to or is referred to by. */
export function drawTables(roots: readonly RootPair[], step: SchemaStep): Drawing {
  const changed = roots.filter(({ before, after }) => (after ?? before)?.kind === 'table');
  const ids = new Set(changed.map(idOf));
  const keys = pairsOf('foreign key', [...step.before.objects.values()], {
    ...step,
    of: [...step.after.objects.values()],
  });
  const shown = keys.filter((key) => ids.has(ownerOf(key)) || ids.has(targetOf(key, step)));
  const beside = shown.flatMap((key) => [ownerOf(key), targetOf(key, step)]);
  const neighbours = [...new Set(beside)].filter((id) => !ids.has(id));
  return {
    tables: [
      ...changed.map((pair) => drawChanged(pair, step)),
      ...neighbours.flatMap((id) => drawNeighbour(id, shown, step)),
    ],
    references: shown.map((key) => drawReference(key, step)),
  };
}

const idOf = ({ before, after }: Pair): string => (after ?? before)?.id ?? '';

/** Objects of a kind before and after, by id or by what they were called; in their order afterwards. */
function pairsOf(
  kind: string,
  before: readonly SchemaObject[],
  step: SchemaStep & { readonly of: readonly SchemaObject[] },
): readonly Pair[] {
  const old = before.filter((one) => one.kind === kind);
  const kept = new Map(old.map((one) => [one.id, one]));
  const after = step.of
    .filter((one) => one.kind === kind)
    .map((one) => {
      const id = namesakeOf(one, step);
      const was = kept.get(id) ?? null;
      kept.delete(id);
      return { before: was, after: one };
    });
  return [...after, ...[...kept.values()].map((one) => ({ before: one, after: null }))];
}

/** Its id before: its own name may have changed, or its table's. */
function namesakeOf(object: SchemaObject, { before, renamed }: SchemaStep): string {
  const was = renamed.get(object.id);
  const name = was?.name ?? object.name;
  const table = renamed.get(object.parent ?? '');
  if (table !== undefined) return objectId(object.kind, table.schema ?? '', table.name, name);
  return was !== undefined && before.objects.has(was.id) ? was.id : object.id;
}

function drawChanged(pair: Pair, step: SchemaStep): DiagramTableReport {
  const { before, after } = pair;
  const was = before === null ? [] : childrenOf(step.before, before.id);
  const now = after === null ? [] : childrenOf(step.after, after.id);
  const columns = pairsOf('column', was, { ...step, of: now });
  const old = before === null || after === null ? null : identityOf(before.id);
  const name = identityOf(idOf(pair));
  return {
    table: name,
    state: stateOf(pair, true),
    was: old === name ? null : old,
    columns: columns.map((column) => drawColumn(column, step, stateOf(pair, true))),
    more: 0,
  };
}

/** What it is referred to by, or refers with, and its key; the rest is only counted. */
function drawNeighbour(
  id: string,
  keys: readonly Pair[],
  step: SchemaStep,
): readonly DiagramTableReport[] {
  const table = step.after.objects.get(id) ?? step.before.objects.get(id);
  if (table === undefined) return [];
  const schema = step.after.objects.has(id) ? step.after : step.before;
  const all = childrenOf(schema, id).filter(({ kind }) => kind === 'column');
  const named = new Set([
    ...keyColumns('primary key', id, schema),
    ...keys.flatMap((key) => namesIn(key, id, step)),
  ]);
  const shown = all.filter(({ name }) => named.has(name));
  const columns = shown.map((one) => drawColumn({ before: one, after: one }, step, 'changed'));
  const more = all.length - shown.length;
  return [{ table: identityOf(id), state: 'unchanged', was: null, columns, more }];
}

function namesIn(key: Pair, table: string, step: SchemaStep): readonly string[] {
  const { before, after } = key;
  const one = after ?? before;
  if (one === null) return [];
  return [
    ...(ownerOf(key) === table ? listOf(one, 'columns') : []),
    ...(targetOf(key, step) === table ? listOf(one, 'targetColumns') : []),
  ];
}

function drawColumn(pair: Pair, step: SchemaStep, ofTable: DiagramState): DiagramColumnReport {
  const { before, after } = pair;
  const one = after ?? before;
  const schema = after === null ? step.before : step.after;
  const whole = ofTable === 'added' || ofTable === 'removed';
  const change = before === null || after === null ? null : differences(before, after);
  const state = stateOf(pair, change !== null);
  return {
    name: one?.name ?? '',
    type: one === null ? '' : shortType(textOf(one, 'type')),
    keys: one === null ? [] : keysOf(one, schema),
    state: whole ? 'unchanged' : state,
    change,
  };
}

function stateOf({ before, after }: Pair, isChanged: boolean): DiagramState {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return isChanged ? 'changed' : 'unchanged';
}

/** `varchar(80) → text, not null now`; null where nothing differs. */
function differences(before: SchemaObject, after: SchemaObject): string | null {
  if (before === after) return null;
  const names = differingAttributes(before, after);
  const told = [
    ...(before.name === after.name ? [] : [`was ${before.name}`]),
    ...names.map((name) => differenceIn(name, before, after)),
  ];
  return told.length === 0 ? null : told.join(', ');
}

function differenceIn(name: string, before: SchemaObject, after: SchemaObject): string {
  if (name === 'type') {
    return `${shortType(textOf(before, 'type'))} → ${shortType(textOf(after, 'type'))}`;
  }
  if (name === 'notNull') {
    return after.attributes[name] === true ? 'not null now' : 'null allowed now';
  }
  if (name === 'default') {
    const value = optionalText(after, 'default');
    return value === null
      ? 'no default now'
      : `default ${shortDefault(value, textOf(after, 'type'))} now`;
  }
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Which keys of its table a column is part of; unique only where it is that by itself. */
function keysOf(column: SchemaObject, schema: Schema): DiagramColumnReport['keys'] {
  const table = column.parent ?? '';
  const isIn = (kind: string): boolean => keyColumns(kind, table, schema).includes(column.name);
  return [
    ...(isIn('primary key') ? (['PK'] as const) : []),
    ...(isIn('foreign key') ? (['FK'] as const) : []),
    ...(isUnique([column.name], table, schema, ['unique']) ? (['UK'] as const) : []),
  ];
}

function keyColumns(kind: string, table: string, schema: Schema): readonly string[] {
  return childrenOf(schema, table)
    .filter((child) => child.kind === kind)
    .flatMap((key) => listOf(key, kind === 'foreign key' ? 'columns' : 'order'));
}

function isUnique(
  columns: readonly string[],
  table: string,
  schema: Schema,
  kinds: readonly string[],
): boolean {
  const wanted = columns.toSorted().join('\n');
  return childrenOf(schema, table).some(
    (child) =>
      kinds.includes(child.kind) && listOf(child, 'order').toSorted().join('\n') === wanted,
  );
}

const ownerOf = ({ before, after }: Pair): string => (after ?? before)?.parent ?? '';

/** The table that is referred to; one that only stood before goes by its name afterwards. */
function targetOf({ before, after }: Pair, { renamed }: SchemaStep): string {
  const one = after ?? before;
  const [schema = '', table = ''] = one === null ? [] : listOf(one, 'target');
  const id = objectId('table', schema, table);
  if (after !== null) return id;
  return [...renamed].find(([, old]) => old.id === id)?.[0] ?? id;
}

function drawReference(key: Pair, step: SchemaStep): DiagramReferenceReport {
  const { before, after } = key;
  const one = after ?? before;
  const schema = after === null ? step.before : step.after;
  const columns = one === null ? [] : listOf(one, 'columns');
  const owner = one?.parent ?? '';
  const isNullable = childrenOf(schema, owner).some(
    ({ kind, name, attributes }) =>
      kind === 'column' && columns.includes(name) && attributes['notNull'] !== true,
  );
  const isChanged =
    before !== null && after !== null && differingAttributes(before, after).length > 0;
  return {
    name: one?.name ?? '',
    from: identityOf(ownerOf(key)),
    to: identityOf(targetOf(key, step)),
    columns,
    optional: isNullable,
    one: isUnique(columns, owner, schema, ['primary key', 'unique']),
    state: stateOf(key, isChanged),
  };
}
