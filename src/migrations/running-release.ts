// The release that is still running, as a check comes by it: what base's models and head's ask of each
// other's schema.
import type { Side } from '../comparison/sides.ts';
import type { Database } from '../database/database.ts';
import { plainQueries, type Code } from '../release/code.ts';
import { judgeRelease, type Release } from '../release/release.ts';
import type { Migration } from '../tools/tool.ts';

export interface RunningRelease {
  readonly base: Side;
  readonly head: Side;
  /** Holds base's migrations; left as it is. */
  readonly before: Database;
  /** Holds head's migrations; left as it is. */
  readonly actual: Database;
  /** Those that head has and base has not. */
  readonly added: readonly Migration[];
}

/** Judges new migrations by the code before and after them. Models that can't be read are left out. */
export function judgeRunningRelease(release: RunningRelease): Promise<Release> {
  const { base, head, before, actual, added } = release;
  return judgeRelease({
    base: { code: codeOf(base), actual: base.migrated, database: before },
    head: { code: codeOf(head), actual: head.migrated, database: actual },
    migrations: added,
  });
}

function codeOf({ models, desired, unreadable }: Side): Code {
  const queries = (models.queries ?? plainQueries(desired)).filter(
    ({ object }) => !unreadable.includes(object),
  );
  return { queries, places: models.places, desired };
}
