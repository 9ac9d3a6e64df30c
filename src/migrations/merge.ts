// Two branches that both went on: their new migrations in either order must end in one schema.
import { traits } from '../catalog/index.ts';
import { readActual, replay } from '../comparison/actual.ts';
import type { Database } from '../database/database.ts';
import type { Finding } from '../report/report.ts';
import { diff } from '../schema/diff.ts';
import { identityOf } from '../schema/identity.ts';
import type { Schema } from '../schema/objects.ts';
import type { Migration, MigrationSet } from '../tools/tool.ts';
import { newIn, numberedAlike, skipped } from './history.ts';
import { pendingAfter } from './pending.ts';

export interface MergeOptions {
  /** Where the branches part. */
  readonly base: MigrationSet;
  readonly head: MigrationSet;
  /** The other branch as it is now, and what it is called. */
  readonly tip: MigrationSet;
  readonly branch: string;
  /** A disposable database that holds base's migrations. */
  readonly open: () => Promise<Database>;
}

/** Judges head's new migrations beside those that the other branch gained meanwhile. */
export async function judgeMerge(options: MergeOptions): Promise<Finding[]> {
  const { base, head, tip, branch, open } = options;
  const known = new Set([...base.migrations, ...head.migrations].map(({ name }) => name));
  const theirs = tip.migrations.filter(({ name }) => !known.has(name));
  const others = new Set([...base.migrations, ...tip.migrations].map(({ name }) => name));
  const ours = head.migrations.filter(({ name }) => !others.has(name));
  if (theirs.length === 0 || ours.length === 0) return [];
  // What is skipped beside base's own is told there.
  const lost = await withDatabase(open, async (database) => {
    const pending = await pendingAfter(database, tip, head);
    const before = await pendingAfter(database, base, head);
    return ours.filter((one) => !includes(pending, one) && includes(before, one));
  });
  const rewritten = newIn(base, head).length > 0 || newIn(base, tip).length > 0;
  return [
    ...lost.map((one) => skipped(one, branch)),
    ...numberedAlike({ migrations: theirs }, ours),
    ...(rewritten ? [] : await conflicts({ ...options, theirs, ours })),
  ];
}

const includes = (list: readonly Migration[] | null, { name }: Migration): boolean =>
  list === null || list.some((one) => one.name === name);

async function withDatabase<T>(
  open: () => Promise<Database>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

interface Both extends MergeOptions {
  readonly theirs: readonly Migration[];
  readonly ours: readonly Migration[];
}

async function conflicts(both: Both): Promise<Finding[]> {
  const { head, open, theirs, ours } = both;
  const [first] = ours;
  if (first === undefined) return [];
  const run = (migrations: readonly Migration[]): Promise<Outcome> =>
    withDatabase(open, (database) => inOrder(database, head, migrations));
  const after = await run([...theirs, ...ours]);
  if ('failure' in after) return failedAfter(after.failure, both);
  const before = await run([...ours, ...theirs]);
  const { branch } = both;
  const names = theirs.map(({ name }) => name).join(', ');
  if ('failure' in before) {
    return [
      conflict(first, 'warning', {
        line: 1,
        message: `It goes together with what ${branch} gained meanwhile (${names}) only in that order. Where it ran before: ${before.failure.message}.`,
      }),
    ];
  }
  const differences = differencesOf(before.schema, after.schema);
  if (differences.length === 0) return [];
  return [
    conflict(first, 'error', {
      line: 1,
      message: `The order decides what becomes of the schema: whether it runs before or after what ${branch} gained meanwhile (${names}) makes a difference to ${differences.join('; ')}. Bring the branch up to date, and make it say what is wanted.`,
    }),
  ];
}

/** Where it's one of theirs that fails, it fails without ours as well. */
function failedAfter(failure: Finding, { branch, theirs, ours }: Both): Finding[] {
  const own = ours.find(({ file }) => file === failure.file);
  if (own === undefined) return [];
  const names = theirs.map(({ name }) => name).join(', ');
  return [
    conflict(own, 'error', {
      line: failure.line,
      message: `After what ${branch} gained meanwhile (${names}) this does not run: ${failure.message}. Bring the branch up to date, and write it for what is there then.`,
    }),
  ];
}

type Outcome = { readonly failure: Finding } | { readonly schema: Schema };

async function inOrder(
  database: Database,
  set: MigrationSet,
  migrations: readonly Migration[],
): Promise<Outcome> {
  const { failure } = await replay(database, migrations);
  return failure === null ? { schema: await readActual(database, set) } : { failure };
}

/** How many differences are told. */
const TOLD = 5;

/** In words; names and the order of columns say nothing of what a database does. */
export function differencesOf(one: Schema, other: Schema): string[] {
  const changes = diff(one, other, { traits }).filter(({ weight }) => weight === 'substance');
  const told = changes
    .slice(0, TOLD)
    .map(({ kind, object, op, reason }) =>
      op === 'alter'
        ? `${kind} ${identityOf(object)} (${reason})`
        : `${kind} ${identityOf(object)}`,
    );
  return changes.length > TOLD ? [...told, `${String(changes.length - TOLD)} more`] : told;
}

function conflict(
  { name, file }: Migration,
  severity: 'error' | 'warning',
  { line, message }: { line: number | null; message: string },
): Finding {
  return {
    ...{ rule: 'merge-conflict', severity, hazard: 'failure', message },
    ...{ file, line, migration: name },
  };
}
