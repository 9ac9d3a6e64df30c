// A project's migrations beside those that base has, and those it gained since.
import { replay } from './actual.ts';
import type { AtBase } from './base-side.ts';
import type { Database } from './database/database.ts';
import { judgeHistory } from './history.ts';
import { judgeMerge } from './merge.ts';
import { pendingAfter } from './pending.ts';
import { toolOf } from './projects.ts';
import type { Finding } from './report/report.ts';
import { projectAtBase } from './sources.ts';
import type { MigrationSet, Project } from './tools/tool.ts';
import type { Workspace } from './workspace.ts';

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
  const findings = await judgeHistory({ base: before, head, pending });
  const tip = await migrationsAt(workspace, project);
  if (tip === null) return findings;
  const branch = workspace.tip?.label ?? 'base';
  return [...findings, ...(await judgeMerge({ base: before, head, tip, branch, open }))];
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
