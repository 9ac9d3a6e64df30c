// The query that finds, in production, the rows on which a statement fails: from the schema that it makes
// and from its own text.
import { relationName } from '../catalog/names.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { relationNamed } from './facts.ts';
import type { Pass, Step } from './rule.ts';
import { searchForValues } from './value-search.ts';
import { alterations, asNode, stringsOf, type Alteration } from './syntax.ts';

/** `. Find such rows there: select …`; empty where no query is known. */
export function searchFor(pass: Pass, step: Step): string {
  const { error } = step.statement.outcome;
  const query = error === null ? null : queryFor(pass, step, error.code);
  return query === null ? '' : `. Find such rows there first: ${query}`;
}

function queryFor(pass: Pass, step: Step, code: string): string | null {
  if (code === '23505') return indexQuery(pass, step) ?? first(step, (one) => keyQuery(step, one));
  if (code === '23502') return first(step, (one) => nullQuery(step, one));
  if (code === '23503') return first(step, (one) => orphanQuery(pass, step, one));
  if (code === '23514') return first(step, (one) => checkQuery(pass, step, one));
  return first(step, (one) => searchForValues(pass, step, one));
}

function first(step: Step, query: (alteration: Alteration) => string | null): string | null {
  for (const alteration of alterations(step)) {
    const found = query(alteration);
    if (found !== null) return found;
  }
  return null;
}

function tableOf(step: Step, { relation }: Alteration): string {
  const name = relationNamed(step, relation)?.name ?? `public.${relation.relname ?? ''}`;
  const [schema = '', ...rest] = name.split('.');
  return relationName(schema, rest.join('.'));
}

function nullQuery(step: Step, alteration: Alteration): string | null {
  const { subtype, name } = alteration.command;
  const table = tableOf(step, alteration);
  if (subtype === 'AT_SetNotNull' && name !== undefined) {
    return `select * from ${table} where ${quoteIdentifier(name)} is null;`;
  }
  const constraint = asNode(alteration.command.def, 'Constraint');
  const keys = stringsOf(constraint?.keys);
  if (keys.length > 0) {
    return `select * from ${table} where ${keys.map((key) => `${quoteIdentifier(key)} is null`).join(' or ')};`;
  }
  return subtype === 'AT_AddColumn' ? `select count(*) from ${table};` : null;
}

/** Duplicates over a key that is added. */
function keyQuery(step: Step, alteration: Alteration): string | null {
  const constraint = asNode(alteration.command.def, 'Constraint');
  const keys = stringsOf(constraint?.keys).map(quoteIdentifier);
  if (keys.length === 0) return null;
  return duplicates(tableOf(step, alteration), keys, null, constraint?.nulls_not_distinct === true);
}

/** Duplicates over a unique index, as the catalog spells it. */
function indexQuery({ head }: Pass, step: Step): string | null {
  const statement = asNode(step.tree, 'IndexStmt');
  if (!statement?.relation) return null;
  const index = [...head.objects.values()].find(
    ({ kind, name, table }) =>
      kind === 'index' && name === statement.idxname && table === statement.relation?.relname,
  );
  if (!index) return null;
  const { columns, where, nullsNotDistinct } = index.attributes;
  const keys = (Array.isArray(columns) ? columns : []).map((column) => expressionOf(column));
  const table = relationName(index.schema, index.table ?? '');
  return duplicates(
    table,
    keys,
    typeof where === 'string' ? where : null,
    nullsNotDistinct === true,
  );
}

const expressionOf = (column: unknown): string =>
  typeof column === 'object' && column !== null && 'expression' in column
    ? String(column.expression)
    : String(column);

function duplicates(
  table: string,
  keys: readonly string[],
  where: string | null,
  withNulls: boolean,
): string {
  const conditions = [
    ...(where === null ? [] : [where]),
    ...(withNulls ? [] : keys.map((key) => `${key} is not null`)),
  ];
  const filter = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  return `select ${keys.join(', ')}, count(*) from ${table}${filter} group by ${keys.join(', ')} having count(*) > 1;`;
}

/** Rows without a row that they refer to. */
function orphanQuery(pass: Pass, step: Step, alteration: Alteration): string | null {
  const key = constraintIn(pass, step, alteration, 'foreign key');
  const [columns, target, targetColumns] = ['columns', 'target', 'targetColumns'].map((name) =>
    listOf(key, name),
  );
  if (!columns || !target || !targetColumns || columns.length === 0) return null;
  const [schema = '', table = ''] = target;
  const pairs = columns.map((column, index) => {
    return `p.${quoteIdentifier(targetColumns[index] ?? '')} = c.${quoteIdentifier(column)}`;
  });
  const given = columns.map((column) => `c.${quoteIdentifier(column)} is not null`).join(' and ');
  const parent = relationName(schema, table);
  return `select c.* from ${tableOf(step, alteration)} c where ${given} and not exists (select from ${parent} p where ${pairs.join(' and ')});`;
}

function checkQuery(pass: Pass, step: Step, alteration: Alteration): string | null {
  const check = constraintIn(pass, step, alteration, 'check');
  const expression = check?.attributes['expression'];
  if (typeof expression !== 'string') return null;
  return `select * from ${tableOf(step, alteration)} where not ${expression};`;
}

/** The constraint that an action adds or validates, as it is in the end. */
function constraintIn(
  { head }: Pass,
  step: Step,
  { command, relation }: Alteration,
  kind: string,
): SchemaObject | null {
  const table = relationNamed(step, relation)?.name;
  const name = asNode(command.def, 'Constraint')?.conname ?? command.name;
  const own = [...head.objects.values()].filter(
    (object) => object.kind === kind && `${object.schema ?? ''}.${object.table ?? ''}` === table,
  );
  const error = step.statement.outcome.error?.message ?? '';
  return (
    own.find((object) => object.name === name) ??
    own.find((object) => error.includes(`"${object.name}"`)) ??
    null
  );
}

function listOf(object: SchemaObject | null, attribute: string): string[] {
  const list = object?.attributes[attribute];
  return Array.isArray(list) ? list.map(String) : [];
}
