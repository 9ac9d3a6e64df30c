// Types that must be made anew: values go to text and back. What is built on such a type (a domain
// over an enum, a range over a domain) goes along, and so do all their columns.
import { differingAttributes } from '../schema/attributes.ts';
import { kindOfId, quoteIdentifier } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import { rebuildsType } from './blocking.ts';
import { changesInPlace, inPlace } from './composite-attributes.ts';
import {
  optionalText,
  recordOf,
  textOf,
  type Alter,
  type Alteration,
  type Transition,
} from './kind.ts';
import { alterColumn, isNameOf } from './names.ts';
import { createType, dropType, isType, typeName } from './type-definition.ts';
import { shortDefault, shortType } from './types.ts';

/** The ways a kind of type is altered in place; where it must be made anew, that does for them all. */
export function inPlaceOrAnew(alter: Readonly<Record<string, Alter>>): Record<string, Alter> {
  const names = Object.keys(alter);
  const wrap =
    (name: string, own: Alter): Alter =>
    (before, after, transition) => {
      const statements = own(before, after, transition);
      const group = statements === null ? null : rebuildGroup(after.id, transition);
      if (group === null) return statements;
      const differing = differingAttributes(before, after);
      const first = names.find((one) => differing.includes(one));
      return group.leader === after.id && name === first ? rebuild(group.types, transition) : [];
    };
  return Object.fromEntries(Object.entries(alter).map(([name, own]) => [name, wrap(name, own)]));
}

/** Types and columns that change along with a type that is made anew. */
export function alsoRebuilt(alteration: Alteration, transition: Transition): Alteration[] {
  if (!rebuildsType(alteration)) return [];
  const group = rebuildGroup(alteration.after.id, transition);
  const types = group?.types ?? [];
  const { actual } = transition;
  return [
    ...types
      .filter((type) => type.id !== alteration.after.id)
      .map((type) => ({
        before: actual.objects.get(type.id) ?? type,
        after: type,
        attributes: ['rebuilt'],
      })),
    ...columnsOf(types, transition).map(({ old, wanted }) => ({
      before: old,
      after: { ...wanted, attributes: { ...wanted.attributes, type: 'text' } },
      attributes: ['type', 'passing'],
    })),
  ];
}

/** The types that an alteration makes anew: all of a group, where it is the one that does it for them. */
export function rebuiltBy(alteration: Alteration, transition: Transition): readonly SchemaObject[] {
  const group = rebuildsType(alteration) ? rebuildGroup(alteration.after.id, transition) : null;
  return group?.leader === alteration.after.id ? group.types : [];
}

/** Whether a column is text when its own change begins, because the types it goes between are made anew. */
export function isPassed(
  before: SchemaObject,
  after: SchemaObject,
  transition: Transition,
): boolean {
  return before.needs.some((need) => {
    const group = isType(kindOfId(need)) ? rebuildGroup(need, transition) : null;
    const old = group?.types.flatMap(({ id }) => transition.actual.objects.get(id) ?? []) ?? [];
    return group !== null && isTaken({ old: before, wanted: after }, old, group.types);
  });
}

interface Group {
  /** As desired; what is needed comes first. */
  readonly types: readonly SchemaObject[];
  /** Id of the one whose alteration makes the statements. */
  readonly leader: string;
}

/** The types that are made anew together with this one; null where it stays. */
function rebuildGroup(id: string, transition: Transition): Group | null {
  const seen = new Set([id]);
  const roots = new Set<string>();
  for (const one of seen) {
    const found = rootsBelow(one, transition).filter((root) => !roots.has(root));
    for (const root of found) roots.add(root);
    for (const member of closure(found, transition)) seen.add(member);
  }
  const members = closure([...roots], transition);
  if (!members.has(id)) return null;
  const types = inOrder([...members], transition.desired);
  const leader = types.filter((type) => roots.has(type.id)).at(-1);
  return { types, leader: leader?.id ?? id };
}

/** Types that a type is or is built on and that are made anew. */
function rootsBelow(id: string, transition: Transition): string[] {
  const seen = new Set([id]);
  for (const one of seen) {
    const needs = [transition.actual, transition.desired].flatMap(
      ({ objects }) => objects.get(one)?.needs ?? [],
    );
    for (const need of needs) if (isType(kindOfId(need))) seen.add(need);
  }
  return [...seen].filter((one) => isRoot(one, transition));
}

function isRoot(id: string, { actual, desired }: Transition): boolean {
  const [before, after] = [actual.objects.get(id), desired.objects.get(id)];
  if (!before || !after || before === after || !isType(before.kind)) return false;
  return rebuildsType({ before, after, attributes: differingAttributes(before, after) });
}

/** Types and all that stay of those built on them. */
function closure(ids: readonly string[], { actual, desired }: Transition): Set<string> {
  const members = new Set(ids);
  for (const member of members) {
    const dependents = [...dependentsOf(actual, member), ...dependentsOf(desired, member)];
    for (const { id, kind } of dependents) {
      if (isType(kind) && actual.objects.has(id) && desired.objects.has(id)) members.add(id);
    }
  }
  return members;
}

/** What is needed comes first. */
function inOrder(
  ids: readonly string[],
  { objects }: Schema,
  needsOf = ({ needs }: SchemaObject): readonly string[] => needs,
): SchemaObject[] {
  const sorted: SchemaObject[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const type = objects.get(id);
    if (!type || seen.has(id)) return;
    seen.add(id);
    for (const need of needsOf(type)) if (ids.includes(need)) visit(need);
    sorted.push(type);
  };
  for (const id of [...ids].sort()) visit(id);
  return sorted;
}

interface TypedColumn {
  readonly old: SchemaObject;
  readonly wanted: SchemaObject;
}

/** Columns that have one of the types, or an array of it, before and after. */
function columnsOf(types: readonly SchemaObject[], transition: Transition): TypedColumn[] {
  const before = types.flatMap(({ id }) => transition.actual.objects.get(id) ?? []);
  return columnsWith(types, transition).filter((column) => isTaken(column, before, types));
}

/** Whether a column of one of the types leans on one of them afterwards, by whatever type it has then. */
function isTaken(
  { old, wanted }: TypedColumn,
  before: readonly SchemaObject[],
  types: readonly SchemaObject[],
): boolean {
  return isOf(old, before) && types.some(({ id }) => wanted.needs.includes(id));
}

/** Columns that lean on one of the types, by their own or by their default. */
function columnsWith(
  types: readonly SchemaObject[],
  { actual, desired }: Transition,
): TypedColumn[] {
  const found = new Map<string, TypedColumn>();
  for (const { id } of types) {
    for (const wanted of dependentsOf(desired, id)) {
      const old = actual.objects.get(wanted.id);
      if (wanted.kind !== 'column' || !old) continue;
      if (recordOf(wanted, 'generated') || recordOf(old, 'generated')) continue;
      found.set(wanted.id, { old, wanted });
    }
  }
  return [...found.values()];
}

function isOf(column: SchemaObject, types: readonly SchemaObject[]): boolean {
  return typeOf(column, types) !== undefined;
}

/** The one of the types that a column has; of a range, its multirange too. */
function typeOf(column: SchemaObject, types: readonly SchemaObject[]): SchemaObject | undefined {
  const spelled = textOf(column, 'type').replace(/\[\]$/, '');
  return types.find((type) => {
    const multirange = optionalText(type, 'multirange');
    return (
      isNameOf(spelled, type) ||
      (multirange !== null && isNameOf(spelled, { ...type, name: multirange }))
    );
  });
}

/** Whether a column's default calls what itself leans on one of the types: the planner sees to that one. */
function callsRoutine(
  column: SchemaObject,
  types: readonly SchemaObject[],
  { actual }: Transition,
): boolean {
  return column.needs.some((need) => {
    const called = actual.objects.get(need);
    const isSource = called !== undefined && !isType(called.kind) && called.id !== column.parent;
    return isSource && types.some(({ id }) => called.needs.includes(id));
  });
}

/** Columns to text, the types made anew, columns back. */
function rebuild(types: readonly SchemaObject[], transition: Transition): string[] {
  const columns = columnsOf(types, transition);
  const others = columnsWith(types, transition).filter(
    ({ old }) => !columns.some((one) => one.old === old) && optionalText(old, 'default') !== null,
  );
  const ids = types.map(({ id }) => id);
  const wanted = (type: SchemaObject): SchemaObject =>
    transition.desired.objects.get(type.id) ?? type;
  // What is changed in place first leans on what it then has.
  const before = inOrder(ids, transition.actual, (type) =>
    changesInPlace(type, wanted(type)).length > 0
      ? [...type.needs, ...wanted(type).needs]
      : type.needs,
  );
  const prepared = before.flatMap((type) => changesInPlace(type, wanted(type)));
  return [
    ...prepared,
    ...others.map(({ old }) => `${alterColumn(old)} DROP DEFAULT;`),
    ...columns.flatMap(({ old }) => toText(old)),
    ...[...before].reverse().flatMap(dropType),
    // Values come back by position.
    ...types.flatMap((type) =>
      createType(inPlace(transition.actual.objects.get(type.id) ?? type, type)),
    ),
    // One whose type differs for other reasons as well is converted by its own change.
    ...columns
      .filter(({ old, wanted }) => textOf(old, 'type') === textOf(wanted, 'type'))
      .flatMap((column) => fromText(column, types, transition)),
    ...others.flatMap((column) => defaultAgain(column, types, transition)),
  ];
}

function toText(column: SchemaObject): string[] {
  return [
    ...(optionalText(column, 'default') === null ? [] : [`${alterColumn(column)} DROP DEFAULT;`]),
    `${alterColumn(column)} SET DATA TYPE text${suffix(column)};`,
  ];
}

function fromText(
  column: TypedColumn,
  types: readonly SchemaObject[],
  transition: Transition,
): string[] {
  const { wanted } = column;
  const type = spelledType(wanted, types);
  return [
    `${alterColumn(wanted)} SET DATA TYPE ${type} USING ${quoteIdentifier(wanted.name)}::${type};`,
    ...defaultAgain(column, types, transition),
  ];
}

/** A default that changes too is set by the column's own change. */
function defaultAgain(
  { old, wanted }: TypedColumn,
  types: readonly SchemaObject[],
  transition: Transition,
): string[] {
  const value = optionalText(wanted, 'default');
  const kept = optionalText(old, 'default') === value && !callsRoutine(old, types, transition);
  return value === null || !kept
    ? []
    : [`${alterColumn(wanted)} SET DEFAULT ${shortDefault(value, textOf(wanted, 'type'))};`];
}

/** In full where it is one of the types; otherwise (a range's multirange) as Postgres spells it. */
function spelledType(column: SchemaObject, types: readonly SchemaObject[]): string {
  const type = typeOf(column, types);
  const isItself = type !== undefined && !isMultirange(column, type);
  return isItself ? `${typeName(type)}${suffix(column)}` : shortType(textOf(column, 'type'));
}

function isMultirange(column: SchemaObject, type: SchemaObject): boolean {
  return !isNameOf(textOf(column, 'type').replace(/\[\]$/, ''), type);
}

function suffix(column: SchemaObject): string {
  return textOf(column, 'type').endsWith('[]') ? '[]' : '';
}
