// One layout of SQL migrations: how a folder of it is recognised, and what its files are to the tool
// that runs them.
import type { Statement } from '../../database/statements.ts';
import type { Finding } from '../../report/report.ts';
import type { Bookkeeping, Migration, MigrationSet } from '../tool.ts';
import type { Folder } from './folder.ts';

export const formatNames = [
  'prisma',
  'flyway',
  'goose',
  'dbmate',
  'node-pg-migrate',
  'supabase',
  'golang-migrate',
  'numbered',
] as const;

type FormatName = (typeof formatNames)[number];

/**
 * How one file reaches the server: `transaction` as the set's mode says; `statements` one by one without
 * a transaction; `message` as one message, which is an implicit transaction where it holds several
 * statements; `apart` in a transaction, save for what refuses to run in one.
 */
type Sending = 'transaction' | 'statements' | 'message' | 'apart';

/** Part of a file: its text with everything else blanked out, so that offsets are those of the file. */
export interface Part {
  /** From the workspace's root. */
  readonly file: string;
  readonly text: string;
}

/** A migration as its layout has it, before it is split into statements. */
export interface Entry {
  readonly name: string;
  readonly up: Part;
  readonly down: Part | null;
  readonly sending: Sending;
  /** Whether the file's own BEGIN and COMMIT, around all of it, are as good as the tool's; for a `message` they are. */
  readonly mayBracket?: boolean;
  /** The version as a number, or 0 where it is none. */
  readonly version: number;
  /** What the tool puts before the file's own statements. */
  readonly before?: readonly string[];
  readonly baseline?: boolean;
  readonly repeatable?: boolean;
  /** Fills in what stands for values, in a statement of `up` or `down`. */
  readonly fill?: (statement: Statement) => Filled;
}

export interface Filled {
  readonly sql: string;
  /** Names without a value, left as they were. */
  readonly unknown: readonly string[];
}

export interface Layout {
  /** In the tool's order. */
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** SQL files that the tool passes over, by path from the folder. */
  readonly strays: readonly string[];
  readonly bookkeeping: Bookkeeping;
  /** Columns of the bookkeeping table, which is there before the first migration runs. */
  readonly columns: string;
  readonly transactions: MigrationSet['transactions'];
  readonly downs: boolean;
  readonly ofEdits?: MigrationSet['ofEdits'];
  /** What `migrate` needs, where the layout's books are simple enough to keep. */
  readonly ledger: ((migrations: readonly Migration[]) => MigrationSet['ledger']) | null;
}

export interface Format {
  readonly name: FormatName;
  /** Whether the folder holds this layout, by file names and contents. */
  recognise(folder: Folder): boolean;
  /** `values` by name, for what stands for values in the files. */
  read(folder: Folder, values: Readonly<Record<string, string>>): Layout;
}

/** A warning about files in a folder that can't be followed: what they do to the schema isn't seen. */
export function notObserved(message: string, file: string | null): Finding {
  const line = file === null ? null : 1;
  return { rule: 'not-observed', severity: 'warning', hazard: 'unreadable', message, file, line };
}
