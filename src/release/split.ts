// Two migrations where one can't be followed by a release without breaking either: first what both
// releases live with, then, once only the new one runs, the rest.
import type { Database } from '../database/database.ts';
import { objectId, quoteIdentifier } from '../schema/identity.ts';
import type { Schema } from '../schema/objects.ts';
import type { ParseNode } from '../rehearse/parsed.ts';
import type { Act } from './causes.ts';
import { fillsItself, textIn, type Code } from './code.ts';
import { stillWorks } from './incompatible.ts';

export interface Split {
  /** Before the new release: both releases work on what it leaves. */
  readonly expand: readonly string[];
  /** After the old release is gone. */
  readonly contract: readonly string[];
  /** What is to be done besides, between the two. */
  readonly meanwhile: readonly string[];
}

export interface SplitOptions {
  /** Holds base's schema. */
  readonly database: Database;
  readonly base: { readonly code: Code; readonly actual: Schema };
  readonly head: { readonly code: Code; readonly actual: Schema };
}

/** Adds to what is there, so that code that doesn't know of it goes on. */
const ADDITIVE = new Set([
  ...['CreateStmt', 'CreateTableAsStmt', 'CreateEnumStmt', 'CreateSchemaStmt', 'CreateDomainStmt'],
  ...['CreateExtensionStmt', 'CreateSeqStmt', 'CreateFunctionStmt', 'CommentStmt', 'GrantStmt'],
  ...['InsertStmt', 'UpdateStmt', 'AT_AddColumn', 'AT_DropNotNull', 'AT_ColumnDefault'],
  ...['AlterEnumStmt', 'IndexStmt', 'VariableSetStmt', 'AT_DropConstraint'],
]);

/**
 * The migrations' statements as two steps, tried on base's schema: both releases work on what the first
 * one leaves. Null where that can't be done by rearranging statements.
 */
export async function splitOf(acts: readonly Act[], options: SplitOptions): Promise<Split | null> {
  const split = rearranged(acts, options);
  const { database, base, head } = options;
  if (split.expand.length === 0) return null;
  const proved = await database.scratch(async () => {
    const first = await database.run([...split.expand]);
    if (!first.ok) return false;
    const works = await stillWorks(database, [
      { code: base.code, home: base.actual },
      { code: head.code, home: head.actual },
    ]);
    return works && (await database.run([...split.contract])).ok;
  });
  return proved ? split : null;
}

function rearranged(acts: readonly Act[], { base, head }: SplitOptions): Split {
  const expand: string[] = [];
  const contract: string[] = [];
  const meanwhile: string[] = [];
  const statements = new Map<Act['statement'], Act[]>();
  for (const act of acts) {
    statements.set(act.statement, [...(statements.get(act.statement) ?? []), act]);
  }
  for (const [{ sql }, own] of statements) {
    const text = sql.endsWith(';') ? sql : `${sql};`;
    const [only] = own;
    const halves =
      only !== undefined && own.length === 1 ? halvesOf(only, base.actual, head.actual) : null;
    if (halves !== null) {
      expand.push(...halves.expand.map((it) => it.replace(/^$/u, text)));
      contract.push(...halves.contract);
      meanwhile.push(...halves.meanwhile);
    } else if (own.every((act) => isAdditive(act, base.actual, head.actual))) expand.push(text);
    else contract.push(text);
  }
  return { expand, contract, meanwhile };
}

interface Named {
  readonly schema: string;
  readonly table: string;
}

const isNode = (value: unknown): value is ParseNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function relationOf(node: ParseNode | undefined): Named | null {
  const relation = node?.['relation'];
  if (!isNode(relation) || typeof relation['relname'] !== 'string') return null;
  const schema = relation['schemaname'];
  return { schema: typeof schema === 'string' ? schema : 'public', table: relation['relname'] };
}

const spell = ({ schema, table }: Named): string =>
  schema === 'public'
    ? quoteIdentifier(table)
    : `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`;

function isAdditive(act: Act, base: Schema, head: Schema): boolean {
  const table = relationOf(act.statementNode);
  const known = table !== null && base.objects.has(objectId('table', table.schema, table.table));
  if (table !== null && !known) return true;
  if (!ADDITIVE.has(act.verb)) return false;
  if (act.verb === 'IndexStmt') return act.node['unique'] !== true;
  if (act.verb === 'AlterEnumStmt') return act.node['oldVal'] === undefined;
  if (act.verb === 'AT_ColumnDefault') return act.node['def'] !== undefined;
  return act.verb !== 'AT_AddColumn' || requiredColumn(act, head) === null;
}

/** The column that a command adds as NOT NULL without a default. */
function requiredColumn(
  act: Act,
  head: Schema,
): { name: string; type: string; table: Named } | null {
  const table = relationOf(act.statementNode);
  const definition = isNode(act.node['def']) ? act.node['def']['ColumnDef'] : undefined;
  const name = isNode(definition) ? definition['colname'] : undefined;
  if (table === null || typeof name !== 'string') return null;
  const column = head.objects.get(objectId('column', table.schema, table.table, name));
  if (column?.attributes['notNull'] !== true || fillsItself(column, head)) return null;
  return { name, type: textIn(column, 'type') ?? '', table };
}

/** What one statement becomes where it is done in two; an empty text stands for the statement itself. */
function halvesOf(act: Act, base: Schema, head: Schema): Split | null {
  const required = act.verb === 'AT_AddColumn' ? requiredColumn(act, head) : null;
  if (required !== null) {
    const { name, type, table } = required;
    const [on, column] = [spell(table), quoteIdentifier(name)];
    return {
      expand: [`ALTER TABLE ${on} ADD COLUMN ${column} ${type};`],
      contract: [`ALTER TABLE ${on} ALTER COLUMN ${column} SET NOT NULL;`],
      meanwhile: [`give ${table.table}.${name} a value in the rows that have none`],
    };
  }
  return act.verb === 'RenameStmt' ? halvesOfRename(act, base) : null;
}

function halvesOfRename({ node }: Act, base: Schema): Split | null {
  const table = relationOf(node);
  const [fresh, old] = [node['newname'], node['subname']];
  if (table === null || typeof fresh !== 'string') return null;
  if (node['renameType'] === 'OBJECT_TABLE') {
    const renamed = spell({ ...table, table: fresh });
    return {
      expand: ['', `CREATE VIEW ${spell(table)} AS SELECT * FROM ${renamed};`],
      contract: [`DROP VIEW ${spell(table)};`],
      meanwhile: [],
    };
  }
  if (node['renameType'] !== 'OBJECT_COLUMN' || typeof old !== 'string') return null;
  const column = base.objects.get(objectId('column', table.schema, table.table, old));
  const type = textIn(column, 'type');
  if (type === null) return null;
  const [on, from, to] = [spell(table), quoteIdentifier(old), quoteIdentifier(fresh)];
  return {
    expand: [`ALTER TABLE ${on} ADD COLUMN ${to} ${type};`, `UPDATE ${on} SET ${to} = ${from};`],
    contract: [
      `UPDATE ${on} SET ${to} = ${from} WHERE ${to} IS NULL;`,
      `ALTER TABLE ${on} DROP COLUMN ${from};`,
    ],
    meanwhile: [`write both ${table.table}.${old} and ${fresh} (in the code or by a trigger)`],
  };
}
