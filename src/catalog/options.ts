// Storage parameters, as the catalog lists them: `fillfactor=70`.
import { quoteLiteral } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { listOf } from './kind.ts';

/** `fillfactor=70, note='any text'`. */
export function optionClause(options: readonly string[]): string {
  return options
    .map((option) => {
      const name = optionName(option);
      const value = option.slice(name.length + 1);
      return `${name}=${/^[\w.+-]+$/.test(value) ? value : quoteLiteral(value)}`;
    })
    .join(', ');
}

/** Statements that set and reset what differs, given how they begin. */
export function changeOptions(
  alter: string,
  attribute: string,
  before: SchemaObject,
  after: SchemaObject,
): string[] {
  const old = listOf(before, attribute);
  const wanted = listOf(after, attribute);
  const names = wanted.map(optionName);
  const set = wanted.filter((option) => !old.includes(option));
  const gone = old.map(optionName).filter((name) => !names.includes(name));
  return [
    ...(set.length > 0 ? [`${alter} SET (${optionClause(set)});`] : []),
    ...(gone.length > 0 ? [`${alter} RESET (${gone.join(', ')});`] : []),
  ];
}

function optionName(option: string): string {
  return option.slice(0, option.indexOf('='));
}
