// When an object must go while another one that it needs is altered. Postgres itself takes plain
// indexes, checks and keys along; views, policies and generated columns it refuses to touch.
import { retypesAttributes } from './composite-attributes.ts';
import { listOf, textOf, type Alteration } from './kind.ts';
import type { SchemaObject } from '../schema/objects.ts';

/** A column's type or collation changes, or a type is made anew: values are stored otherwise afterwards. */
export function retypes({ before, attributes }: Alteration): boolean {
  return (
    before.kind === 'column' && ['type', 'collation'].some((name) => attributes.includes(name))
  );
}

/** A column's values are text for a while, which not every operator class takes. */
export function passesThroughText({ attributes }: Alteration): boolean {
  return attributes.includes('passing');
}

/** Postgres changes what a domain demands only where no array or row holds its values. */
export function holdsInside(object: SchemaObject, held: SchemaObject): boolean {
  if (held.kind !== 'domain') return false;
  return object.kind === 'composite type' || textOf(object, 'type').endsWith('[]');
}

/** A type is made anew, so an expression that names it or one of its values can't stay. */
export function rebuildsType({ before, after, attributes }: Alteration): boolean {
  if (attributes.includes('rebuilt')) return true;
  switch (before.kind) {
    case 'enum':
      return !onlyAddsValues(before, after);
    case 'domain':
      return attributes.includes('type') || attributes.includes('collation');
    case 'composite type':
      return retypesAttributes(before, after);
    default:
      return before.kind === 'range type' && attributes.length > 0;
  }
}

/** Whether the values wanted can be had by adding some: nothing is removed and the rest keeps its order. */
function onlyAddsValues(before: SchemaObject, after: SchemaObject): boolean {
  const wanted = listOf(after, 'order');
  const old = listOf(before, 'order');
  const kept = wanted.filter((value) => old.includes(value));
  return kept.length === old.length && kept.every((value, index) => value === old[index]);
}
