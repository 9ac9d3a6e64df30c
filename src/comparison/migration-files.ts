// The files of the missing migrations, as the project's own tool would write them, and read again: nothing is
// shown as proved that nobody could write.
import { skipBlank } from '../database/lexer.ts';
import { overlay } from '../revision/overlay.ts';
import type { Revision } from '../revision/revision.ts';
import type { MigrationPart, OutputFile, Project } from '../tools/tool.ts';
import { toolOf } from '../workspace/projects.ts';
import { notProved, type ProvedPlan } from './proved-plan.ts';
import type { Side } from './sides.ts';

interface Request {
  /** What the files are laid over to be read. */
  readonly revision: Revision;
  readonly project: Project;
  readonly head: Side;
  /** The user's name for the migration; null for the tool's own. */
  readonly name: string | null;
}

/** A plan with the files that it comes in; none where nothing is missing. */
export interface WrittenPlan extends ProvedPlan {
  readonly files: readonly OutputFile[];
}

/** The plan with its files, or none at all where they don't read as that plan. Nothing is written. */
export async function writePlan(request: Request, plan: ProvedPlan): Promise<WrittenPlan> {
  const parts = plan.report.migrations;
  const files = filesFor(request, parts);
  if (await readAs(request, parts, files)) return { ...plan, files };
  const why =
    'written as the project keeps its migrations, it reads back otherwise; see whether a name or a value in ' +
    'it holds what parts statements in files of this layout';
  return { ...plan, ...notProved(why), files: [] };
}

/** The SQL file of each migration first. */
function filesFor(
  { project, head, name }: Request,
  parts: readonly MigrationPart[],
): readonly OutputFile[] {
  const { write } = toolOf(project);
  if (parts.length === 0 || write === null) return [];
  const { models, migrations, actual, desired, decided } = head;
  const renames = decided.changes;
  const now = Date.now();
  return write({ project, models, migrations, parts, renames, name, now, actual, desired });
}

/** Whether the files read as exactly the migrations that were proved. */
async function readAs(
  { revision, project, head: { migrations } }: Request,
  parts: readonly MigrationPart[],
  files: readonly OutputFile[],
): Promise<boolean> {
  if (files.length === 0) return true;
  const written = new Map(files.map(({ path, content }) => [path, content]));
  const after = await toolOf(project).readMigrations(overlay(revision, written), project);
  const added = after.migrations.slice(migrations.migrations.length);
  const found = added.map(({ statements }) => textOf(statements.map(({ sql }) => sql)));
  const expected = parts.map(({ statements }) => textOf(statements));
  return found.join('\0') === expected.join('\0');
}

/** Statements as one text: some formats don't keep them apart. Without the comment before the first. */
function textOf(statements: readonly string[]): string {
  const bare = statements.map((sql) => sql.slice(skipBlank(sql, 0)).trim().replace(/;$/u, ''));
  return bare.join(';\n').replaceAll(/;\s+/gu, ';\n');
}
