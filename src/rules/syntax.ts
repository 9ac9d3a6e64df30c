// What is read off a statement's parse tree, for what no observed fact tells.
import type { AlterTableCmd, ColumnDef, Constraint, ConstrType, Node, RangeVar } from 'libpg-query';
import type { Step } from './rule.ts';

type TypeOf<N> = N extends unknown ? keyof N : never;
export type NodeType = TypeOf<Node>;
export type NodeOf<T extends NodeType> = Extract<Node, Record<T, unknown>>[T];

/** The content of a node where it is of the type. */
export function asNode<T extends NodeType>(
  node: Node | null | undefined,
  type: T,
): NodeOf<T> | null {
  const contents = (node ?? {}) as Partial<Record<NodeType, unknown>>;
  return (contents[type] as NodeOf<T> | undefined) ?? null;
}

/** The contents of those nodes of a list that are of the type. */
export function allOf<T extends NodeType>(
  nodes: readonly Node[] | undefined,
  type: T,
): NodeOf<T>[] {
  return (nodes ?? []).flatMap((node) => asNode(node, type) ?? []);
}

/** One action of an ALTER TABLE. */
export interface Alteration {
  readonly relation: RangeVar;
  readonly command: AlterTableCmd;
}

/** The actions of an ALTER TABLE (INDEX, VIEW…), none for other statements. */
export function alterations({ tree }: Pick<Step, 'tree'>): Alteration[] {
  const statement = asNode(tree, 'AlterTableStmt');
  if (!statement?.relation) return [];
  const { relation } = statement;
  return allOf(statement.cmds, 'AlterTableCmd').map((command) => ({ relation, command }));
}

/** The column that an action adds or defines anew. */
export function columnOf({ command }: Alteration): ColumnDef | null {
  return asNode(command.def, 'ColumnDef');
}

/** Constraints written with a column that is added. */
function inlineConstraints(alteration: Alteration): Constraint[] {
  if (alteration.command.subtype !== 'AT_AddColumn') return [];
  return allOf(columnOf(alteration)?.constraints, 'Constraint');
}

/** Whether a column is added with a constraint of one of the types. */
export function addsColumnWith(alteration: Alteration, ...types: ConstrType[]): boolean {
  return inlineConstraints(alteration).some(({ contype }) => contype && types.includes(contype));
}

/** The constraint that ADD CONSTRAINT adds, where it is of one of the types. */
export function addedConstraint(
  { command }: Alteration,
  ...types: ConstrType[]
): Constraint | null {
  if (command.subtype !== 'AT_AddConstraint') return null;
  const constraint = asNode(command.def, 'Constraint');
  return constraint?.contype && types.includes(constraint.contype) ? constraint : null;
}

/** The words of a name: `auth.users` → `['auth', 'users']`. */
export function wordsOf(node: Node | null | undefined): string[] {
  const list = asNode(node, 'List')?.items ?? (node ? [node] : []);
  const typeName = asNode(node, 'TypeName');
  const parts = typeName ? (typeName.names ?? []) : list;
  return parts.flatMap((part) => asNode(part, 'String')?.sval ?? []);
}

/** The texts of a list of strings. */
export function stringsOf(nodes: readonly Node[] | undefined): string[] {
  return allOf(nodes, 'String').flatMap(({ sval }) => sval ?? []);
}

/** A definition's option is on: `WITH (autovacuum_enabled = off)`. */
export function optionOf(nodes: readonly Node[] | undefined, name: string): string | null {
  const option = allOf(nodes, 'DefElem').find(({ defname }) => defname === name);
  if (!option) return null;
  const { arg } = option;
  return (
    wordsOf(arg)[0] ??
    asNode(arg, 'Boolean')?.boolval?.toString() ??
    asNode(arg, 'Integer')?.ival?.toString() ??
    'true'
  );
}

/** Every node of a type anywhere in a tree. */
export function nodesWithin<T extends NodeType>(value: unknown, type: T): NodeOf<T>[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesWithin(one, type));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === type ? [inner as NodeOf<T>] : []),
    ...nodesWithin(inner, type),
  ]);
}
