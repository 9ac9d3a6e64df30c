// The files of the missing migrations, as the project's own tool would write them.
import type { MigrationPart, OutputFile, Project } from '../tools/tool.ts';
import { toolOf } from '../workspace/projects.ts';
import type { Side } from './sides.ts';

interface Request {
  readonly project: Project;
  readonly head: Side;
  /** Proved migrations; none means no files. */
  readonly parts: readonly MigrationPart[];
  /** The user's name for the migration, or null. */
  readonly name: string | null;
}

/** The SQL file of each migration first; nothing is written. */
export function migrationFiles({ project, head, parts, name }: Request): OutputFile[] {
  const { write } = toolOf(project);
  if (parts.length === 0 || write === null) return [];
  const { models, migrations, actual, desired, decided } = head;
  const renames = decided.changes;
  const now = Date.now();
  return write({
    project,
    models,
    migrations,
    parts,
    renames,
    name,
    now,
    actual,
    desired,
  });
}
