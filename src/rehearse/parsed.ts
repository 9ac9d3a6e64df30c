// A statement as Postgres's own parser sees it, for what must be known before it runs: whose rows it
// may change, and which tables it names.
import { parseTree } from '../database/parse-tree.ts';
import { quoteIdentifier } from '../schema/identity.ts';

/** A node of the parse tree, as libpg-query gives it. */
export type ParseNode = Readonly<Record<string, unknown>>;

export interface Parsed {
  /** `AlterTableStmt`; empty where the text doesn't parse. */
  readonly type: string;
  readonly node: ParseNode;
  /** Relations it names, quoted as a statement would, once each. */
  readonly names: readonly string[];
}

const NOTHING: Parsed = { type: '', node: {}, names: [] };

/** Parses one statement. One that doesn't parse has no type. */
export async function parseStatement(sql: string): Promise<Parsed> {
  const [entry] = Object.entries((await parseTree(sql)) ?? {}) as [string, unknown][];
  if (entry === undefined || !isNode(entry[1])) return NOTHING;
  return { type: entry[0], node: entry[1], names: [...new Set(namesIn(entry[1]))] };
}

/** Statements that leave the rows of every table as they are. */
const HARMLESS = new Set([
  ...['CreateStmt', 'IndexStmt', 'CommentStmt', 'GrantStmt', 'GrantRoleStmt', 'CreateFunctionStmt'],
  ...['CreateTrigStmt', 'CreatePolicyStmt', 'AlterPolicyStmt', 'ViewStmt', 'VariableSetStmt'],
  ...['CreateSchemaStmt', 'CreateExtensionStmt', 'CreateEnumStmt', 'CompositeTypeStmt'],
  ...[
    'CreateDomainStmt',
    'CreateSeqStmt',
    'CreateRoleStmt',
    'RenameStmt',
    'RuleStmt',
    'DefineStmt',
  ],
  ...['CreateStatsStmt', 'AlterDefaultPrivilegesStmt', 'AlterOwnerStmt', 'AlterFunctionStmt'],
  ...['CreateRangeStmt', 'AlterObjectSchemaStmt', 'TransactionStmt', 'AlterEnumStmt', 'LockStmt'],
]);

/** Statements that change the rows of no tables but those they name. */
const NAMED = new Set(['AlterTableStmt', 'DropStmt']);

/** Whether the statement is of a kind that changes no row of any table. */
export function leavesRows({ type }: Parsed): boolean {
  return HARMLESS.has(type);
}

/** Whether values that a statement doesn't give another type are what they were. */
export function leavesValues({ type, node }: Parsed): boolean {
  if (type === 'AlterTableStmt') return node['objtype'] === 'OBJECT_TABLE';
  return type === 'IndexStmt' || type === 'AlterDomainStmt';
}

/** Whether an ALTER COLUMN TYPE says by USING what becomes of the values. */
export function computesValues({ node }: Parsed): boolean {
  const commands: unknown = node['cmds'];
  return Array.isArray(commands) && commands.some(hasUsing);
}

function hasUsing(entry: unknown): boolean {
  const command = isNode(entry) ? entry['AlterTableCmd'] : null;
  if (!isNode(command) || command['subtype'] !== 'AT_AlterColumnType') return false;
  const column = isNode(command['def']) ? command['def']['ColumnDef'] : null;
  return isNode(column) && column['raw_default'] !== undefined;
}

const ALTERING = /"subtype":"AT_(?:DropColumn|AlterColumnType)"/u;

/** Whose rows a statement may change. */
export function mayChange(parsed: Parsed): 'all' | readonly string[] {
  const { type, names, node } = parsed;
  if (leavesRows(parsed)) return [];
  // A cascade reaches tables that have a column of the type.
  if (type === 'DropStmt' && node['behavior'] === 'DROP_CASCADE') return 'all';
  // So does a part of a composite type that is dropped or altered; one that is added is null in each value.
  if (node['objtype'] === 'OBJECT_TYPE') return ALTERING.test(JSON.stringify(node)) ? 'all' : [];
  return NAMED.has(type) ? names : 'all';
}

const isNode = (value: unknown): value is ParseNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isNode(value)) return [];
  const { relname, schemaname } = value;
  if (typeof relname === 'string') {
    const schema = typeof schemaname === 'string' ? `${quoteIdentifier(schemaname)}.` : '';
    return [`${schema}${quoteIdentifier(relname)}`, ...Object.values(value).flatMap(namesIn)];
  }
  if (value['removeType'] === 'OBJECT_TABLE') return droppedNames(value['objects']);
  return Object.values(value).flatMap(namesIn);
}

/** `DROP TABLE` names its tables as lists of words. */
function droppedNames(objects: unknown): string[] {
  if (!Array.isArray(objects)) return [];
  return objects.flatMap((object: unknown) => {
    const words = wordsIn(object);
    return words.length === 0 ? [] : [words.map(quoteIdentifier).join('.')];
  });
}

/** The words of names within a node, in their order. */
export function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isNode(value)) return [];
  const { sval } = value;
  return typeof sval === 'string' ? [sval] : Object.values(value).flatMap(wordsIn);
}
