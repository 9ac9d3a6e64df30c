// What differs between two composite types, and what of it can be done to the type as it stands.
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { recordOf } from './kind.ts';
import {
  attributeClause,
  attributesInOrder,
  typeName,
  type TypeAttribute,
} from './type-definition.ts';

/** Attributes that go and come: values of the others stay as they are. */
export function changesInPlace(before: SchemaObject, after: SchemaObject): string[] {
  if (before.kind !== 'composite type') return [];
  const alter = `ALTER TYPE ${typeName(after)}`;
  return [
    ...missing(before, after).map(
      ({ name }) => `${alter} DROP ATTRIBUTE ${quoteIdentifier(name)};`,
    ),
    ...missing(after, before).map((one) => `${alter} ADD ATTRIBUTE ${attributeClause(one)};`),
  ];
}

/** Whether an attribute that stays is of another type or collation. */
export function retypesAttributes(before: SchemaObject, after: SchemaObject): boolean {
  const old = new Map(attributesInOrder(before).map((one) => [one.name, attributeClause(one)]));
  return attributesInOrder(after).some(
    (one) => old.has(one.name) && old.get(one.name) !== attributeClause(one),
  );
}

/** The type as wanted, its attributes where they are once some are dropped and the new ones come last. */
export function inPlace(before: SchemaObject, after: SchemaObject): SchemaObject {
  const wanted = recordOf(after, 'attributes');
  if (before.kind !== 'composite type' || wanted === null) return after;
  const kept = attributesInOrder(before).filter(({ name }) => has(after, name));
  const names = [...kept, ...missing(after, before)].map(({ name }) => name);
  const attributes = Object.fromEntries(names.map((name) => [name, wanted[name] ?? null]));
  return { ...after, attributes: { ...after.attributes, attributes } };
}

function missing(here: SchemaObject, there: SchemaObject): TypeAttribute[] {
  return attributesInOrder(here).filter(({ name }) => !has(there, name));
}

function has(type: SchemaObject, name: string): boolean {
  return attributesInOrder(type).some((one) => one.name === name);
}
