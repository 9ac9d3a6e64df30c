// Columns that a statement defines, in new tables and old ones.
import type { ColumnDef } from 'libpg-query';
import type { Found, Step } from './rule.ts';
import { allOf, alterations, asNode, columnOf, stringsOf } from './syntax.ts';

interface Defined {
  readonly table: string;
  readonly column: ColumnDef;
  /** As Postgres calls it: `int4`. */
  readonly type: string;
}

function columnsDefined(step: Step): Defined[] {
  const create = asNode(step.tree, 'CreateStmt');
  const added = alterations(step)
    .filter(({ command }) => command.subtype === 'AT_AddColumn')
    .flatMap((one) => defined(one.relation.relname, columnOf(one)));
  const made = allOf(create?.tableElts, 'ColumnDef').flatMap((column) =>
    defined(create?.relation?.relname, column),
  );
  return [...made, ...added];
}

function defined(table: string | undefined, column: ColumnDef | null): Defined[] {
  if (column === null) return [];
  return [{ table: table ?? '', column, type: stringsOf(column.typeName?.names).at(-1) ?? '' }];
}

/** The parser's names for what people write otherwise. */
const SPELLED: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  bpchar: 'char(n)',
};

/** A finding about each column of such a type. */
export function adviseOn(step: Step, fits: (one: Defined) => boolean, why: string): Found[] {
  return columnsDefined(step)
    .filter(fits)
    .map(({ table, column, type }) => ({
      step,
      about: [],
      observed: `${table}.${column.colname ?? ''} is of type ${SPELLED[type] ?? type}`,
      why,
      safeFor: [],
      tables: [],
    }));
}
