// A project's migrations beside those that base has, and those it gained since.
import { traits } from '../catalog/index.ts';
import { introspect } from '../catalog/introspect.ts';
import { replay } from '../comparison/actual.ts';
import type { AtBase } from '../comparison/base-side.ts';
import type { Database } from '../database/database.ts';
import type { Finding } from '../report/report.ts';
import { diff } from '../schema/diff.ts';
import type { Schema } from '../schema/objects.ts';
import type { Migration, MigrationSet, Project } from '../tools/tool.ts';
import { toolOf } from '../workspace/projects.ts';
import { projectAtBase } from '../workspace/sources.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { judgeHistory, newIn } from './history.ts';
import { judgeMerge } from './merge.ts';
import { pendingAfter } from './pending.ts';

interface Branches {
  readonly base: AtBase;
  readonly head: MigrationSet;
  /** A database that holds nothing, left as it is; null where none is at hand. */
  readonly empty: Database | null;
}

/** What becomes of base's migrations, and what a merge will make of head's. Costs a database only where something is new. */
export async function judgeBranches(
  workspace: Workspace,
  project: Project,
  { base, head, empty }: Branches,
): Promise<Finding[]> {
  const before = base.migrations;
  if (sameMigrations(before, head)) return [];
  const open = async (): Promise<Database> => {
    const database = await workspace.databases.take();
    await replay(database, before.migrations);
    return database;
  };
  const database = empty ?? (await workspace.databases.take());
  const pending = await pendingAfter(database, before, head).finally(() =>
    empty === null ? database.close() : undefined,
  );
  const endsAlike = (): Promise<boolean> => buildAlike(workspace, before, head);
  const findings = await judgeHistory({ base: before, head, pending, endsAlike });
  const tip = await migrationsAt(workspace, project);
  if (tip === null) return findings;
  const branch = workspace.tip?.label ?? 'base';
  return [...findings, ...(await judgeMerge({ base: before, head, tip, branch, open }))];
}

/** Whether the migrations that both have build one schema, as head has them and as base has. */
async function buildAlike(
  workspace: Workspace,
  base: MigrationSet,
  head: MigrationSet,
): Promise<boolean> {
  const fresh = newIn(head, base);
  const common = head.migrations.filter((one) => !fresh.includes(one));
  const before = await schemaOf(workspace, base, base.migrations);
  const after = before === null ? null : await schemaOf(workspace, head, common);
  return before !== null && after !== null && diff(before, after, { traits }).length === 0;
}

/** What migrations build; null where they don't run. */
async function schemaOf(
  { databases }: Workspace,
  { bookkeeping }: MigrationSet,
  migrations: readonly Migration[],
): Promise<Schema | null> {
  const database = await databases.take();
  try {
    const { failure } = await replay(database, migrations);
    return failure === null ? await introspect(database, { exclude: [bookkeeping] }) : null;
  } finally {
    await database.close();
  }
}

function sameMigrations(one: MigrationSet, other: MigrationSet): boolean {
  const printOf = ({ migrations }: MigrationSet): string =>
    JSON.stringify(migrations.map(({ name, hash, timestamp }) => [name, hash, timestamp]));
  return printOf(one) === printOf(other);
}

/** The migrations at base's tip; null where it didn't move, or has no such project. */
async function migrationsAt(workspace: Workspace, project: Project): Promise<MigrationSet | null> {
  const { tip } = workspace;
  if (tip === null) return null;
  const there = await projectAtBase(workspace, tip, project);
  return there === null ? null : toolOf(there).readMigrations(tip, there);
}
