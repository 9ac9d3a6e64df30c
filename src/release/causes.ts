// Which statement of the new migrations did it: the one that speaks of the same things in the right way.
import type { Located } from '../database/transaction-rules.ts';
import { parseStatement, type ParseNode } from '../rehearse/parsed.ts';
import { statementsOf } from '../rehearse/rehearse.ts';
import type { Cause } from './code.ts';

export interface NewMigration {
  readonly name: string;
  /** From the workspace's root. */
  readonly file: string;
  readonly statements: readonly Located[];
}

/** One thing that a statement does. */
export interface Act {
  readonly migration: NewMigration;
  readonly statement: Located;
  /** `AT_DropColumn`, `RenameStmt`. */
  readonly verb: string;
  /** Every word in it. */
  readonly words: ReadonlySet<string>;
  /** The command where it is one of several of an ALTER TABLE, else the statement. */
  readonly node: ParseNode;
  readonly statementNode: ParseNode;
}

/** Everything the migrations do, in their order. */
export async function actsOf(migrations: readonly NewMigration[]): Promise<Act[]> {
  const acts: Act[] = [];
  for (const migration of migrations) {
    for (const statement of await statementsOf(migration.statements)) {
      acts.push(...(await actsOfStatement(migration, statement)));
    }
  }
  return acts;
}

async function actsOfStatement(migration: NewMigration, statement: Located): Promise<Act[]> {
  const { type, node } = await parseStatement(statement.sql);
  const act = { migration, statement, verb: type, node, statementNode: node };
  const commands = type === 'AlterTableStmt' ? commandsOf(node) : [];
  if (commands.length === 0) return [{ ...act, words: new Set(wordsIn(node)) }];
  const relation = wordsIn(node['relation']);
  return commands.map((command) => ({
    ...act,
    verb: String(command['subtype']),
    words: new Set([...relation, ...wordsIn(command)]),
    node: command,
  }));
}

/** The commands of an ALTER TABLE. */
function commandsOf(node: ParseNode): ParseNode[] {
  const commands = node['cmds'];
  return (Array.isArray(commands) ? commands : []).flatMap((one: unknown) => {
    const command = isNode(one) ? one['AlterTableCmd'] : undefined;
    return isNode(command) ? [command] : [];
  });
}

const isNode = (value: unknown): value is ParseNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every text in a parse tree. A function's body and the like are split into words. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return /\s/u.test(value) ? [value, ...value.split(/[^\p{L}\p{N}_$]+/u)] : [value];
  }
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return isNode(value) ? Object.values(value).flatMap(wordsIn) : [];
}

/** The act that did it; null where none speaks of it. Of several alike the last. */
export function actBehind(cause: Cause, acts: readonly Act[]): Act | null {
  const names = cause.words.map((word) => withFormerNames(word, acts));
  let best: Act | null = null;
  let most = 0;
  for (const act of acts) {
    const own = names.filter((words) => words.some((word) => act.words.has(word))).length;
    if (own === 0 || isOfOtherColumn(act, own, names)) continue;
    const rank = cause.verbs.indexOf(act.verb);
    const fits = rank === -1 ? (act.verb === 'DoStmt' ? 0.5 : 0) : 2 - rank / 10;
    const score = own + fits;
    if (score < most) continue;
    most = score;
    best = act;
  }
  return best;
}

/** A command of ALTER TABLE that has nothing but the table in common with what happened. */
function isOfOtherColumn(
  { verb, words }: Act,
  found: number,
  [first = []]: readonly (readonly string[])[],
): boolean {
  return verb.startsWith('AT_') && found < 2 && !first.some((word) => words.has(word));
}

/** The word, and what it was or became by a rename. */
function withFormerNames(word: string, acts: readonly Act[]): string[] {
  const words = [word];
  for (const { verb, node } of acts) {
    if (verb !== 'RenameStmt' || typeof node['newname'] !== 'string') continue;
    const relation = isNode(node['relation']) ? node['relation']['relname'] : undefined;
    const old = typeof node['subname'] === 'string' ? node['subname'] : relation;
    if (typeof old === 'string' && words.includes(old)) words.push(node['newname']);
    if (typeof old === 'string' && words.includes(node['newname'])) words.push(old);
  }
  return words;
}
