// How large a project's tables are in production, as the file of sizes says that is committed.
import type { Finding } from '../report/report.ts';
import { readIfReadable, type Revision } from '../revision/revision.ts';
import type { TableSizes } from '../rules/size.ts';
import { DEFAULT_STATS, parseStats, type Stats } from '../stats/stats.ts';
import type { Project } from '../tools/tool.ts';

export interface ToldSizes {
  /** Null where nothing is told, or nothing that can be read. */
  readonly sizes: TableSizes | null;
  readonly findings: readonly Finding[];
}

/** After so many days the sizes are told to be old: a table may have grown to another order of magnitude. */
const STALE_DAYS = 90;

/** Reads the sizes of a project's tables; `today` is a day in UTC. */
export function readSizes(revision: Revision, project: Project, today: string): ToldSizes {
  const file = project.stats ?? DEFAULT_STATS;
  if (!revision.isFile(file)) {
    if (project.stats === undefined) return { sizes: null, findings: [] };
    return unread(file, 'there is no such file; `plumbline stats` writes it');
  }
  const text = readIfReadable(revision, file);
  const stats = text === null ? { problem: 'it is no text' } : parseStats(text);
  if ('problem' in stats) return unread(file, stats.problem);
  const days = daysBetween(stats.date, today);
  return { sizes: sizesOf(stats), findings: days > STALE_DAYS ? [stale(file, stats, days)] : [] };
}

function sizesOf({ tables }: Stats): TableSizes {
  return new Map(
    Object.entries(tables).map(([name, { indexes, ...size }]) => {
      return [name, { ...size, indexes: new Map(Object.entries(indexes)) }] as const;
    }),
  );
}

const DAY_MS = 86_400_000;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

function unread(file: string, problem: string): ToldSizes {
  const finding: Finding = {
    rule: 'stats-unreadable',
    severity: 'warning',
    hazard: 'configuration',
    message: `${file} can't be read, so every table counts as a large one: ${problem}.`,
    file,
    line: 1,
  };
  return { sizes: null, findings: [finding] };
}

function stale(file: string, { date }: Stats, days: number): Finding {
  return {
    rule: 'stats-stale',
    severity: 'note',
    hazard: 'configuration',
    message: `The sizes of tables are of ${date}, ${String(days)} days ago. Read them again with \`plumbline stats\`.`,
    file,
    line: 1,
  };
}
