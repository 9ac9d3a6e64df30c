// Safe forms that a rule can write by itself: the same statement elsewhere, or its text made another.
import { inBatches } from '../catalog/batches.ts';
import { listOf, textOf } from '../catalog/kind.ts';
import type { Relation } from '../rehearse/trace.ts';
import { quoteIdentifier } from '../schema/identity.ts';
import type { SchemaObject } from '../schema/objects.ts';
import { ended } from './facts.ts';
import type { Pass, Step } from './rule.ts';
import { allOf, alterations, asNode } from './syntax.ts';

/** What must be apart in a safe form is said by comments: what follows one is a migration. */
export const NEXT = '-- in the next migration:';
export const ALONE = '-- alone, outside of a transaction:';

/** The statement in a transaction after this one. */
export const inNextMigration = ({ statement }: Step): string[] => [NEXT, ended(statement.sql)];

/** A statement that no transaction takes, in a migration of its own. */
export const aloneAs = (sql: string): string[] => [ALONE, ended(sql)];

/** The statement in a migration that runs outside of any transaction. */
export const alone = ({ statement }: Step): string[] => aloneAs(statement.sql);

/** The parts of a kind that a table has, before the migrations. */
function partsOf({ base }: Pass, { name }: Relation, kind: string): SchemaObject[] {
  return [...base.objects.values()].filter(
    (object) => object.kind === kind && `${object.schema ?? ''}.${object.table ?? ''}` === name,
  );
}

/** `"public"."users"`. */
export function quotedTable({ schema, table, name }: SchemaObject): string {
  return `${quoteIdentifier(schema ?? 'public')}.${quoteIdentifier(table ?? name)}`;
}

/** An UPDATE of one table in batches along its primary key; none where that has several columns, or is changed. */
export function updateInBatches(pass: Pass, step: Step, table: Relation): string[] {
  const update = asNode(step.tree, 'UpdateStmt');
  const [key] = partsOf(pass, table, 'primary key');
  const [only, ...others] = key === undefined ? [] : listOf(key, 'order');
  if (!update || !key || only === undefined || others.length > 0) return [];
  if (update.fromClause || update.withClause || update.returningClause) return [];
  const set = allOf(update.targetList, 'ResTarget').map(({ name }) => name);
  const text = open(step.statement.sql, update.whereClause !== undefined);
  if (text === null || set.includes(only) || text.includes('$$')) return [];
  return [ALONE, inBatches(quotedTable(key), quoteIdentifier(only), text)];
}

/** An UPDATE that another condition may follow; null where its own can't be told. */
function open(sql: string, hasCondition: boolean): string | null {
  const text = ended(sql).slice(0, -1).replaceAll(/\s+/gu, ' ');
  if (/--|\/\*/.test(text)) return null;
  if (!hasCondition) return `${text} WHERE`;
  const [before = '', condition, ...more] = text.split(/\bwhere\b/i);
  return condition === undefined || more.length > 0
    ? null
    : `${before}WHERE (${condition.trim()}) AND`;
}

/** A change of type with the checks on the column left out meanwhile, and verified apart; none without checks. */
export function typeChangeApart(pass: Pass, step: Step, table: Relation): string[] {
  const changed = alterations(step)
    .filter(({ command }) => command.subtype === 'AT_AlterColumnType')
    .map(({ command }) => command.name ?? '');
  const checks = partsOf(pass, table, 'check').filter(
    ({ attributes, needs }) =>
      attributes['validated'] === true &&
      changed.some((column) => needs.some((id) => id.endsWith(`.${column}`))),
  );
  const [first] = checks;
  if (!first) return [];
  const alter = `ALTER TABLE ${quotedTable(first)}`;
  const names = checks.map(({ name }) => quoteIdentifier(name));
  return [
    ...names.map((name) => `${alter} DROP CONSTRAINT ${name};`),
    ended(step.statement.sql),
    ...checks.map(
      (check) =>
        `${alter} ADD CONSTRAINT ${quoteIdentifier(check.name)} CHECK (${textOf(check, 'expression')}) NOT VALID;`,
    ),
    NEXT,
    ...names.map((name) => `${alter} VALIDATE CONSTRAINT ${name};`),
  ];
}
