// Options of foreign-data objects: `OPTIONS (host 'a', port '5432')`, and the changes of them.
import { quoteIdentifier, quoteLiteral } from '../schema/identity.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import { isRecord, recordOf, type Alter } from './kind.ts';

/** An array of `name=value` as an object, in the catalog's query. */
export function optionsQuery(array: string): string {
  return `(select json_object_agg(option_name, option_value order by option_name) from pg_options_to_table(${array}))`;
}

/** ` OPTIONS (…)`, or nothing. */
export function optionsClause(object: SchemaObject): string {
  const options = Object.entries(recordOf(object, 'options') ?? {});
  if (options.length === 0) return '';
  return ` OPTIONS (${options.map(([name, value]) => assignment(name, value)).join(', ')})`;
}

/** What leads from one set of options to another: `ADD a 'x', SET b 'y', DROP c`. */
export function optionChanges(before: Json | undefined, after: Json | undefined): string[] {
  const old = isRecord(before) ? before : {};
  const wanted = isRecord(after) ? after : {};
  return [
    ...Object.keys(old)
      .filter((name) => !(name in wanted))
      .map((name) => `DROP ${quoteIdentifier(name)}`),
    ...Object.entries(wanted)
      .filter(([name, value]) => old[name] !== value)
      .map(([name, value]) => `${name in old ? 'SET' : 'ADD'} ${assignment(name, value)}`),
  ];
}

/** `<statement> OPTIONS (ADD …)`. */
export function alterOptions(statement: (object: SchemaObject) => string): Alter {
  return (before, after) => {
    const changes = optionChanges(before.attributes['options'], after.attributes['options']);
    return [`${statement(after)} OPTIONS (${changes.join(', ')});`];
  };
}

/** Which options differ, without the values: they may be secret. */
export function optionsReason(before: Json | undefined, after: Json | undefined): string {
  const old = isRecord(before) ? before : {};
  const wanted = isRecord(after) ? after : {};
  const words = [...new Set([...Object.keys(old), ...Object.keys(wanted)])]
    .sort()
    .flatMap((name) => {
      if (!(name in old)) return [`+ ${name}`];
      if (!(name in wanted)) return [`- ${name}`];
      return old[name] === wanted[name] ? [] : [`${name} differs`];
    });
  return `options: ${words.join(', ')}`;
}

function assignment(name: string, value: Json | undefined): string {
  return `${quoteIdentifier(name)} ${quoteLiteral(typeof value === 'string' ? value : '')}`;
}
