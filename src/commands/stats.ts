// plumbline stats: how large the tables of a server are, in a file to be committed.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { DatabaseError } from '../database/database.ts';
import { openTarget } from '../database/target.ts';
import { EnvironmentError, messageOf, UsageError } from '../errors.ts';
import { replaceFile } from '../files.ts';
import type { ExitCode } from '../report/exit-code.ts';
import { manyLines } from '../report/visible.ts';
import { openDirectory } from '../revision/open.ts';
import { readConfig, type Config } from '../settings/config.ts';
import { collectStats, type Collected } from '../stats/collect.ts';
import { DEFAULT_STATS, parseStats, renderStats } from '../stats/stats.ts';
import { statsOf } from '../workspace/projects.ts';
import type { Arguments } from './arguments.ts';
import { urlOf } from './each-project.ts';
import type { Invocation } from './invocation.ts';

/** Without `--exact`, a table that takes longer to count stays an estimate. */
const COUNT_MS = 5_000;

/** Reads the sizes and writes them. Throws `UsageError` where no server is named, or another file is in the way. */
export async function runStats({ args, surroundings, progress }: Invocation): Promise<ExitCode> {
  const url = urlOf(args.databaseUrl, surroundings.environment['DATABASE_URL']);
  if (url === null) throw new UsageError('say which server: --database-url, or DATABASE_URL');
  const file = fileOf(args);
  refuseOther(file);
  progress.phase('opening the database');
  const { directory, timeoutMs, exact } = args;
  const target = await openTarget({
    ...{ directory, databaseUrl: url, deadlineMs: timeoutMs, project: '', extensions: [] },
  });
  try {
    progress.phase('reading the sizes of the tables');
    const collected = await collectStats(target.database, {
      ...{ exact, countMs: exact ? timeoutMs : COUNT_MS },
      today: new Date().toISOString().slice(0, 10),
    });
    replaceFile(file, renderStats(collected.stats));
    progress.done();
    const name = args.output ?? relative(directory, file);
    surroundings.out(manyLines(describe(name, target.label, collected)));
    return 0;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new EnvironmentError(
      `could not read the sizes of the tables: ${error.message} (${error.code})`,
      'Nothing was written; run it again when the tables are not locked.',
      { cause: error },
    );
  } finally {
    progress.done();
    await target.close();
  }
}

/** Absolute: where `--output` says, else where the configuration says. */
function fileOf({ output, directory, config: path, projects }: Arguments): string {
  if (output !== null) return resolve(output);
  const config = readConfig(openDirectory(directory), path);
  const files = new Set(namedIn(config, projects));
  if (files.size > 1) {
    const ids = (config.projects ?? []).map(({ id }) => id).join(', ');
    throw new UsageError(`say with --project whose database this is; there are: ${ids}`);
  }
  return join(directory, [...files][0] ?? DEFAULT_STATS);
}

function namedIn(config: Config, wanted: readonly string[]): string[] {
  const all = config.projects ?? [];
  const unknown = wanted.filter((id) => !all.some((project) => project.id === id));
  // Where the configuration names no projects, all of them share one file.
  if (unknown.length > 0 && config.projects !== undefined) {
    throw new UsageError(
      unknown.map((id) => `--project ${id}: there is no such project in plumbline.yml`),
    );
  }
  const chosen = all.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const files = chosen.map((project) => statsOf(project, config) ?? DEFAULT_STATS);
  return files.length > 0 ? files : [statsOf({ root: '' }, config) ?? DEFAULT_STATS];
}

/** What is there already is only replaced where it is such a file. */
function refuseOther(file: string): void {
  if (!existsSync(file)) return;
  let problem: string;
  try {
    const known = parseStats(readFileSync(file, 'utf8'));
    if (!('problem' in known)) return;
    problem = known.problem;
  } catch (error) {
    problem = messageOf(error);
  }
  throw new UsageError(
    `${file} is there already, and not written by \`plumbline stats\` (${problem}); move it away, or name another with --output`,
  );
}

const NAMED = 5;

function describe(file: string, label: string, { stats, unknown, uncounted }: Collected): string {
  const tables = Object.values(stats.tables);
  const lines = [
    `${file}: the sizes of ${String(tables.length)} tables on ${label} (PostgreSQL ${stats.postgres})`,
    ...(unknown.length === 0
      ? []
      : [
          `  never analysed, so how many rows they have is not known: ${listed(unknown)}; ANALYZE them, or use --exact`,
        ]),
    ...uncounted.map(({ table, reason }) => `  not counted: ${table} (${reason})`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function listed(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}
