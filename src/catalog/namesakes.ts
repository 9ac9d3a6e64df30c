// What an unchanged text means when the object that it named is gone and another has taken the name: a
// view where a table was, a function with other arguments.
import { identityOf, kindOfId } from '../schema/identity.ts';
import type { Schema, SchemaObject } from '../schema/objects.ts';

const RELATIONS = ['table', 'view', 'materialized view', 'foreign table'];

const ROUTINES = ['function', 'procedure', 'aggregate'];

/** Ids of what bears the name of something that it needs and that the schema has no more. */
export function namesakes(object: SchemaObject, schema: Schema): string[] {
  const gone = object.needs.filter((need) => !schema.objects.has(need));
  return [...new Set(gone.flatMap((need) => namesakesOf(need, schema)))];
}

function namesakesOf(id: string, { objects }: Schema): string[] {
  const kind = kindOfId(id);
  const identity = identityOf(id);
  if (ROUTINES.includes(kind)) {
    const name = identity.slice(0, identity.lastIndexOf('('));
    const starts = ROUTINES.map((one) => `${one}:${name}(`);
    return [...objects.keys()].filter((key) => starts.some((start) => key.startsWith(start)));
  }
  if (kind !== 'column' && !RELATIONS.includes(kind)) return [];
  // A column's relation is named before the last dot that isn't quoted.
  const relation =
    kind === 'column' ? identity.replace(/\.(?:"(?:[^"]|"")*"|[^".]*)$/, '') : identity;
  return RELATIONS.map((one) => `${one}:${relation}`).filter((key) => objects.has(key));
}
