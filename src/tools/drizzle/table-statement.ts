// CREATE TABLE of a declared table, with its keys, unique constraints and checks inside.
import { objectId, quoteIdentifier } from '../../schema/identity.ts';
import type { ModelStatement } from '../tool.ts';
import type {
  DeclaredColumn,
  DeclaredPrimaryKey,
  DeclaredTable,
  DeclaredUnique,
  Generation,
} from './declarations.ts';
import { qualified, quotedList, sequenceOptions } from './spelling.ts';

export function createTable(
  table: DeclaredTable,
  generation: Generation,
  external: boolean,
): ModelStatement {
  const members = [
    ...table.columns.map((column) => columnMember(column, table)),
    ...primaryKeyMembers(table, generation),
    ...uniquesOf(table, generation).map((unique) => uniqueMember(unique, generation)),
    ...table.checks.map(
      (check) => `CONSTRAINT ${quoteIdentifier(check.name)} CHECK (${check.value.sql})`,
    ),
  ];
  const body = members.map((member) => `\n\t${member}`).join(',');
  return {
    sql: `CREATE TABLE ${external ? 'IF NOT EXISTS ' : ''}${qualified(table.schema, table.name)} (${body}\n);`,
    object: objectId('table', table.schema, table.name),
    place: table.place,
  };
}

function columnMember(column: DeclaredColumn, table: DeclaredTable): string {
  const parts = [quoteIdentifier(column.name), columnType(column)];
  if (column.default !== null) parts.push(`DEFAULT ${column.default.sql}`);
  if (column.generated !== null) parts.push(`GENERATED ALWAYS AS (${column.generated.sql}) STORED`);
  if (column.notNull && column.identity === null) parts.push('NOT NULL');
  if (column.identity !== null) {
    const kind = column.identity.type === 'always' ? 'ALWAYS' : 'BY DEFAULT';
    const sequence = qualified(table.schema, column.identity.name);
    parts.push(
      `GENERATED ${kind} AS IDENTITY (SEQUENCE NAME ${sequence} ${sequenceOptions(column.identity)})`,
    );
  }
  return parts.join(' ');
}

/** An enum is qualified and quoted; every other type is spelled as the model spells it. */
function columnType(column: DeclaredColumn): string {
  if (column.enumSchema === null) return column.type;
  const brackets = column.type.indexOf('[');
  const name = brackets === -1 ? column.type : column.type.slice(0, brackets);
  const suffix = brackets === -1 ? '' : column.type.slice(brackets);
  return qualified(column.enumSchema, name) + suffix;
}

/** The primary keys a model asks for. Generation 0 writes each one, and Postgres refuses the second. */
export function primaryKeysOf(table: DeclaredTable, generation: Generation): DeclaredPrimaryKey[] {
  const marked = table.columns.filter((column) => column.primaryKey);
  const inline = generation === 1 ? marked.slice(0, 1) : marked;
  const own = inline.map((column) => ({
    name: postgresName(table.name, [], 'pkey'),
    nameExplicit: false,
    columns: [column.name],
    place: column.place,
  }));
  return table.primaryKeys.length > 0 ? [...table.primaryKeys] : own;
}

function primaryKeyMembers(table: DeclaredTable, generation: Generation): string[] {
  const named = table.primaryKeys.length > 0;
  return primaryKeysOf(table, generation).map((key) => {
    const name = named ? `CONSTRAINT ${quoteIdentifier(key.name)} ` : '';
    return `${name}PRIMARY KEY(${quotedList(key.columns)})`;
  });
}

/** Unique constraints, each once, in the order in which drizzle-kit of a generation keeps them. */
export function uniquesOf(table: DeclaredTable, generation: Generation): DeclaredUnique[] {
  const inline = inlineUniques(table, generation);
  return generation === 1 ? [...table.uniques, ...inline] : byName([...inline, ...table.uniques]);
}

/** Those written on a column. Generation 1 leaves out what a constraint on the same column says. */
export function inlineUniques(table: DeclaredTable, generation: Generation): DeclaredUnique[] {
  const all = table.columns.flatMap((column) =>
    column.unique === null
      ? []
      : [{ ...column.unique, columns: [column.name], place: column.place }],
  );
  if (generation === 0) return all;
  const known = new Set(table.uniques.map((it) => it.columns.join('\0')));
  return all.filter((it) => !known.has(it.columns.join('\0')));
}

function byName(uniques: readonly DeclaredUnique[]): DeclaredUnique[] {
  const found = new Map<string, DeclaredUnique>();
  for (const unique of uniques) if (!found.has(unique.name)) found.set(unique.name, unique);
  return [...found.values()];
}

/** Generation 1 leaves the name of an unnamed single-column constraint to Postgres. */
function uniqueMember(unique: DeclaredUnique, generation: Generation): string {
  const unnamed = generation === 1 && !unique.nameExplicit && unique.columns.length === 1;
  const name = unnamed ? '' : `CONSTRAINT ${quoteIdentifier(unique.name)} `;
  const nulls = unique.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  return `${name}UNIQUE${nulls}(${quotedList(unique.columns)})`;
}

/** The name a constraint has in the database; differs from the model's where Postgres chooses it. */
export function uniqueName(
  unique: DeclaredUnique,
  table: DeclaredTable,
  generation: Generation,
): string {
  return generation === 1 && !unique.nameExplicit && unique.columns.length === 1
    ? postgresName(table.name, unique.columns, 'key')
    : unique.name;
}

/**
 * The name Postgres makes for an unnamed constraint: parts cut so that the label stays whole, the
 * longer one first (`makeObjectName` in src/backend/commands/indexcmds.c).
 */
function postgresName(table: string, columns: readonly string[], label: string): string {
  let first = Buffer.from(table);
  let second = Buffer.from(columns.join('_'));
  const separators = second.length === 0 ? 1 : 2;
  const room = 63 - label.length - separators;
  while (first.length + second.length > room) {
    if (first.length > second.length) first = first.subarray(0, -1);
    else second = second.subarray(0, -1);
  }
  const parts = [first.toString(), second.toString(), label];
  return parts.filter((part) => part !== '').join('_');
}
