// The files of the missing migration, as the project's own tool would write them.
import type { Side } from './sides.ts';
import { toolOf } from './projects.ts';
import type { OutputFile, Project } from './tools/tool.ts';

interface Request {
  readonly project: Project;
  readonly head: Side;
  /** Proved statements; none means no files. */
  readonly up: readonly string[];
  /** The user's name for the migration, or null. */
  readonly name: string | null;
}

/** The SQL file first; nothing is written. */
export function migrationFiles({ project, head, up, name }: Request): OutputFile[] {
  if (up.length === 0) return [];
  const { models, migrations, actual, desired } = head;
  const now = Date.now();
  return toolOf(project).write({ project, models, migrations, up, name, now, actual, desired });
}
