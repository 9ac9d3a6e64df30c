// Finds folders of SQL migrations that no other tool claims. What is in doubt is left alone, and told.
import type { Finding } from '../../report/report.ts';
import type { Revision } from '../../revision/revision.ts';
import { addTo } from '../../schema/lists.ts';
import type { DetectedProjects, Project, ToolContext } from '../tool.ts';
import { whyNotHistory, type Doubt } from './evidence.ts';
import { readFlywayConfig } from './flyway-config.ts';
import { isWithin, openFolder, upwards, type Folder } from './folder.ts';
import type { Format, Layout } from './format.ts';
import { formatOf } from './formats.ts';

/** Folders whose SQL is nobody's history: of tests, samples, data, queries, or of other databases. */
const LEFT_OUT =
  /^(?:seeds?|seeders?|seeding|fixtures?|queries|query|dumps?|backups?|tests?|__tests__|__fixtures__|test[-_]?data|specs?|e2e|mocks?|examples?|samples?|demos?|docs?|templates?|vendor|third[-_]party|sqlite3?|mysql|mariadb|mssql|sqlserver|oracle|h2|hsqldb|derby|clickhouse|cassandra|scylla|cockroach(?:db)?|crdb|spanner|duckdb|d1|snowflake|bigquery|redshift|db2|libsql|turso|yugabyte(?:db)?)$/i;

/** Where plain numbered files are taken for migrations: they show no other mark. */
const FOR_MIGRATIONS =
  /^(?:db|sql|schema|database|pg|postgres)?[-_]?migrations?(?:[-_]?(?:sql|db|pg|postgres(?:ql)?))?$|^migrate$/i;

const MANIFEST =
  /^(?:package\.json|go\.mod|Cargo\.toml|pyproject\.toml|pom\.xml|build\.gradle(?:\.kts)?|mix\.exs|Gemfile|composer\.json|deno\.jsonc?)$/;

export async function detect(revision: Revision, context: ToolContext): Promise<DetectedProjects> {
  const manifests = directoriesOf(revision, MANIFEST);
  const projects: Project[] = [];
  const findings: Finding[] = [];
  const looked: string[] = [];
  for (const directory of candidates(revision)) {
    const doubt = await doubtAbout(revision, directory, context);
    if (doubt === null) projects.push(projectOf(directory, manifests));
    else if (doubt.why !== '') looked.push(`${directory === '' ? '.' : directory}: ${doubt.why}`);
    if (doubt?.incomplete === true) findings.push(leftOut(directory, doubt));
  }
  if (projects.length + looked.length === 0) looked.push('no folder of SQL migrations');
  return { projects, findings, looked };
}

/** What base's folder leaves no doubt about stays a project: a new migration may be just what is wrong. */
async function doubtAbout(
  revision: Revision,
  directory: string,
  context: ToolContext,
): Promise<Doubt | null> {
  const doubt = await judge(revision, directory, context);
  const { base = null } = context;
  if (doubt === null || doubt.why === '' || base === null) return doubt;
  return (await judge(base, directory, context)) === null ? null : doubt;
}

function leftOut(directory: string, { why }: Doubt): Finding {
  return {
    rule: 'folder-left-out',
    severity: 'note',
    hazard: 'configuration',
    message: `the migrations in ${directory === '' ? 'the root' : directory} are not run: ${why}`,
    file: null,
    line: null,
  };
}

/** Null for a project; an empty reason for SQL that has nothing of migrations, or that is another's. */
async function judge(
  revision: Revision,
  directory: string,
  { claimed = [], env }: ToolContext,
): Promise<Doubt | null> {
  const folder = openFolder(revision, directory);
  const format = formatOf(folder);
  if (format === null) return { why: '' };
  if (claimed.some((other) => isWithin(directory, other) || isWithin(other, directory)))
    return { why: '' };
  const word = directory.split('/').find((part) => LEFT_OUT.test(part));
  if (word !== undefined) return { why: `SQL files, left out for the name of the folder ${word}` };
  const layout = format.read(folder, env);
  const beside = format.name === 'numbered' && claimed.length > 0;
  const doubt = beside
    ? 'numbered SQL files, beside the migrations of another tool'
    : doubtOf(format, layout, folder);
  return doubt === null ? whyNotHistory(format, folder, layout) : { why: doubt };
}

function doubtOf(format: Format, layout: Layout, { directory, others }: Folder): string | null {
  if (layout.entries.length === 0) return 'SQL files, but no migration to run';
  const code = others.find((name) =>
    /^\d+[_-][^/]*\.(?:[cm]?[jt]s|go|py|rb|php|exs?|cs)$/.test(name),
  );
  if (code !== undefined) return `migrations in code are among the SQL files (${code})`;
  if (
    format.name === 'flyway' &&
    layout.findings.some(({ message }) => message.includes('in code'))
  )
    return 'migrations in code are among the SQL files';
  if (format.name !== 'numbered') return null;
  if (!directory.split('/').some((part) => FOR_MIGRATIONS.test(part)))
    return 'numbered SQL files, in a folder that is not named for migrations';
  const inFolders = layout.entries.every(({ up }) => up.file.endsWith('/up.sql'));
  const stray = layout.strays.find(
    (name) => !inFolders && !/^(?:schema|structure|seeds?|dump)\.sql$/i.test(name),
  );
  return stray === undefined
    ? null
    : `numbered SQL files, and others whose order is not known (${stray})`;
}

/** Directories that may be of one layout or another. */
function candidates(revision: Revision): string[] {
  const found = new Set<string>();
  const flyways = new Map<string, string[]>();
  for (const file of revision.list()) {
    if (!file.endsWith('.sql')) continue;
    const parts = file.split('/');
    const base = parts.pop() ?? '';
    if (/^(?:migration|up|down)\.sql$/.test(base)) parts.pop();
    if (/^[VUB]\d[\d._]*__|^R__/.test(base)) addTo(flyways, locationOf(parts), parts.join('/'));
    else found.add(parts.join('/'));
  }
  const locations = [...flyways.keys()];
  for (const location of locations) {
    if (locations.some((one) => one !== location && isWithin(location, one))) continue;
    const below = locations.filter((one) => isWithin(one, location));
    const own = sharedBy(below.flatMap((one) => flyways.get(one) ?? []));
    const told = readFlywayConfig(openFolder(revision, own), {}).locations;
    // One of several locations of one history.
    const shared = told.some((one) => isWithin(own, one)) ? sharedBy(told) : own;
    // A stray file above it is no folder of its own.
    for (const above of upwards(shared)) found.delete(above);
    found.add(shared);
  }
  return [...found].sort();
}

/** Flyway looks through all that is below its location, which is mostly called so. */
function locationOf(parts: readonly string[]): string {
  const at = parts.findLastIndex((part) => /migrat/i.test(part));
  const below = parts.slice(at + 1);
  // Folders of one database each are locations of their own.
  const apart = below.some((part) => LEFT_OUT.test(part) || /postgres|^pg$/i.test(part));
  return (at === -1 || apart ? parts : parts.slice(0, at + 1)).join('/');
}

/** The deepest directory that holds them all. */
function sharedBy(directories: readonly string[]): string {
  const [first = '', ...rest] = directories;
  return upwards(first).find((at) => at === '' || rest.every((one) => isWithin(one, at))) ?? '';
}

function directoriesOf(revision: Revision, name: RegExp): ReadonlySet<string> {
  const files = revision.list().filter((file) => name.test(file.slice(file.lastIndexOf('/') + 1)));
  return new Set(
    files.map((file) => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '')),
  );
}

function projectOf(directory: string, manifests: ReadonlySet<string>): Project {
  return {
    id: directory === '' ? 'migrations' : directory,
    root: upwards(directory).find((at) => manifests.has(at)) ?? '',
    tool: 'sql',
    configFile: null,
    models: [],
    migrations: directory,
    env: {},
    ignore: [],
    settings: {},
  };
}
