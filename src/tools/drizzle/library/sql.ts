// Renders drizzle's SQL objects to text, and finds what is undecidable in them first.
import { is, Param, SQL, sql, StringChunk } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { CollectRequest, SqlText } from '../declarations.ts';
import { isUnknown, requireKnown, Undecided } from './host.ts';

/** Within indexes and checks drizzle leaves a column's table out. */
export type SqlSource = 'indexes' | undefined;

export interface Renderer {
  /** Text whose parameters are literals in `sql`, and placeholders in `kit` unless `inlined`. */
  render(value: SQL, options?: { source?: SqlSource; inlined?: boolean }): SqlText;
  /** The name of a column under the configured casing. */
  columnName(column: { readonly name: unknown; readonly keyAsName: boolean }): string;
}

interface Dialect {
  sqlToQuery(value: SQL, source?: SqlSource): { sql: string };
}

export function createRenderer(
  request: CollectRequest,
  changeCase: ((name: string) => string) | null,
): Renderer {
  const options = request.casing === null ? {} : { casing: request.casing };
  const dialect: Dialect = new PgDialect(options);
  return {
    render: (value, { source, inlined = false } = {}) => {
      requireKnownChunks(value);
      const text = dialect.sqlToQuery(sql`${value}`.inlineParams(), source).sql;
      return { sql: text, kit: inlined ? text : dialect.sqlToQuery(value, source).sql };
    },
    columnName: (column) => {
      const name = knownString(column.name, 'name of a column');
      return column.keyAsName && changeCase !== null ? changeCase(name) : name;
    },
  };
}

/** Throws where a value inside a template can't be decided; rendering would spell it as nonsense. */
function requireKnownChunks(value: unknown, depth = 0): void {
  requireKnown(value);
  if (depth > 50 || typeof value !== 'object' || value === null) return;
  if (is(value, SQL)) {
    for (const chunk of value.queryChunks) requireKnownChunks(chunk, depth + 1);
  } else if (is(value, StringChunk)) {
    for (const part of value.value) requireKnown(part);
  } else if (is(value, Param)) {
    requireKnownChunks(value.value, depth + 1);
  } else if (Array.isArray(value)) {
    for (const item of value) requireKnownChunks(item, depth + 1);
  }
}

/** A string that must be one; `what` is for the message when it is something else. */
export function knownString(value: unknown, what: string): string {
  requireKnown(value);
  if (typeof value === 'string') return value;
  throw new Undecided(`the ${what} is not a string`, null);
}

/** A string, or null where the model says nothing. */
export function optionalString(value: unknown, what: string): string | null {
  return value === undefined || value === null ? null : knownString(value, what);
}

/** SQL given as an object, a thunk or a plain value, as `generatedAlwaysAs` takes it. */
export function renderAny(value: unknown, renderer: Renderer): SqlText {
  requireKnown(value);
  const result: unknown = typeof value === 'function' ? (value as () => unknown)() : value;
  requireKnown(result);
  if (is(result, SQL)) return renderer.render(result);
  const text = String(result);
  return { sql: text, kit: text };
}

/** SQL where the model may say nothing, or something that is not SQL, which drizzle-kit ignores. */
export function renderOptional(
  value: unknown,
  renderer: Renderer,
  options?: { source?: SqlSource; inlined?: boolean },
): SqlText | null {
  if (isUnknown(value)) requireKnown(value);
  return is(value, SQL) ? renderer.render(value, options) : null;
}
