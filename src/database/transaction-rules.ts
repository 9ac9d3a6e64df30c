// What statements do to the transaction they are sent in, as the real parser of Postgres tells them
// apart: some end it, some can't run inside of one.
import type { Place } from '../schema/objects.ts';
import { parseTree } from './parse-tree.ts';
import { splitStatements } from './statements.ts';

/** `refuses` can't run in a transaction; `chains` ends one and begins the next. */
export type Effect = 'begins' | 'ends' | 'chains' | 'refuses' | null;

/** SQL text and where it begins in its file. */
export interface Located {
  readonly sql: string;
  readonly place: Place;
}

export interface Judged extends Located {
  readonly effect: Effect;
}

/** Words that any such statement has; most texts with one of them are harmless all the same. */
const SUSPICIOUS =
  /\b(?:concurrently|vacuum|cluster|database|tablespace|system|reindex|subscription|commit|end|rollback|abort|begin|start)\b/i;

/** Texts with something of the kind are split into statements, the others stay whole. */
export async function judge(texts: readonly Located[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const text of texts) judged.push(...(await judgeText(text)));
  return judged;
}

async function judgeText(text: Located): Promise<Judged[]> {
  const whole = [{ ...text, effect: null }];
  if (!SUSPICIOUS.test(text.sql)) return whole;
  const statements = await splitStatements(text.sql);
  const parts: Judged[] = [];
  for (const { sql, offset } of statements) {
    const effect = SUSPICIOUS.test(sql) ? await effectOf(sql) : null;
    parts.push({ sql, place: placeAt(text, offset), effect });
  }
  return parts.some(({ effect }) => effect !== null) ? parts : whole;
}

/** How many statements stay, from the first, when the one at `index` fails; `from` begins in a transaction. */
export function committedBefore(
  items: readonly { readonly effect: Effect }[],
  from: number,
  index: number,
): number {
  let start = from;
  let open = true;
  for (const [at, { effect }] of items.slice(0, index).entries()) {
    if (at < from) continue;
    if (effect === 'begins' && !open) [open, start] = [true, at];
    else if (effect === 'chains') start = at + 1;
    else if (effect === 'ends') open = false;
  }
  return open ? start : index;
}

async function effectOf(sql: string): Promise<Effect> {
  const [entry] = Object.entries((await parseTree(sql)) ?? {}) as [string, Node][];
  return entry === undefined ? null : effectOfNode(...entry);
}

/** The parts of a parsed statement that matter here. */
interface Node {
  readonly kind?: string;
  readonly chain?: boolean;
  readonly concurrent?: boolean;
  readonly is_vacuumcmd?: boolean;
  readonly relation?: unknown;
  readonly args?: unknown;
  readonly cmds?: unknown;
  readonly params?: unknown;
}

/** By the type of statement, whether one refuses to run in a transaction. */
const REFUSES: Readonly<Record<string, (node: Node) => boolean>> = {
  IndexStmt: ({ concurrent }) => concurrent === true,
  DropStmt: ({ concurrent }) => concurrent === true,
  VacuumStmt: (node) => node.is_vacuumcmd === true,
  ClusterStmt: ({ relation }) => relation === undefined,
  ReindexStmt: reindexRefuses,
  AlterTableStmt: ({ cmds }) => JSON.stringify(cmds ?? []).includes('"concurrent":true'),
  DoStmt: ({ args }) => endsTransactions(JSON.stringify(args ?? [])),
  CreatedbStmt: () => true,
  DropdbStmt: () => true,
  AlterSystemStmt: () => true,
  CreateTableSpaceStmt: () => true,
  DropTableSpaceStmt: () => true,
};

function effectOfNode(type: string, node: Node): Effect {
  if (type === 'TransactionStmt') return effectOfControl(node);
  return REFUSES[type]?.(node) === true ? 'refuses' : null;
}

function effectOfControl({ kind, chain }: Node): Effect {
  switch (kind) {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START':
      return 'begins';
    case 'TRANS_STMT_COMMIT':
    case 'TRANS_STMT_ROLLBACK':
      return chain === true ? 'chains' : 'ends';
    default:
      return null;
  }
}

function reindexRefuses({ kind, params }: Node): boolean {
  const whole = /_(?:SCHEMA|SYSTEM|DATABASE)$/.test(kind ?? '');
  return whole || JSON.stringify(params ?? []).includes('"concurrently"');
}

/** Whether the body of a DO commits, outside of its comments and literals and but for `ON COMMIT DROP`. */
function endsTransactions(body: string): boolean {
  const code = body
    .replaceAll(/--.*?\\n/g, ' ')
    .replaceAll(/\/\*.*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\\[nrt]/g, ' ');
  return /\b(?<!\bon\s+)(?:commit|rollback)\b(?!\s+to\b)/i.test(code);
}

/** The place in the file of an offset into a text. */
export function placeAt({ sql, place }: Located, offset: number): Place {
  const lines = sql.slice(0, offset).split('\n');
  const width = lines.at(-1)?.length ?? 0;
  return {
    file: place.file,
    line: place.line + lines.length - 1,
    column: lines.length > 1 ? width + 1 : (place.column ?? 1) + width,
  };
}
